"""English names of months and days of the week, independent of the machine's language."""

from typing import Final

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS: Final = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)

_SHORT = 3
_LONGER_SHORT_FORMS: Final = frozenset({"sept", "tues", "thur", "thurs"})


def short_month(number: int) -> str:
    """Return the first three letters of the month's name; months count from 1."""
    return MONTHS[number - 1][:_SHORT]


def month_number(word: str) -> int | None:
    """Return 1 to 12 for a month's name or its usual short form, in any case, else ``None``."""
    index = _index(word, MONTHS)
    return None if index is None else index + 1


def weekday_number(word: str) -> int | None:
    """Return 0 (Monday) to 6 for a weekday's name or its usual short form, else ``None``."""
    return _index(word, WEEKDAYS)


def _index(word: str, names: tuple[str, ...]) -> int | None:
    folded = word.casefold()
    for index, name in enumerate(names):
        full = name.casefold()
        if folded in {full, full[:_SHORT]}:
            return index
        if folded in _LONGER_SHORT_FORMS and full.startswith(folded):
            return index
    return None
