"""The forms in which a date is read, each matched whole: by name, or in numbers.

Nothing fills in a day or a month. Year first is always year, month, day. A date in numbers that
ends with the year is read only where one order of day and month is possible.
"""

import re
from typing import Any, Final

from claimrecon.periods.names import MONTHS, WEEKDAYS, month_number, weekday_number
from claimrecon.periods.partial import PartialDate
from claimrecon.periods.refusals import (
    AmbiguousDateError,
    ImpossibleDateError,
    UnreadableDateError,
)

ADVICE: Final = "Write 2025-01-09, 9 Jan 2025, January 2025 or 2025."
"""What to write instead of anything that is not read."""

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[a-z]+)"
_YEAR = r"(?P<year>\d{4})"
_GAP = r"[ ,./-]+"
_WEEKDAY = r"(?:(?P<weekday>(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)[,.]* )?"

_FORMS: Final = tuple(
    re.compile(form, re.ASCII | re.IGNORECASE)
    for form in (
        _YEAR,
        rf"{_YEAR}-(?P<month>\d\d)",
        rf"{_YEAR}(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})",
        rf"{_WEEKDAY}(?:the )?{_DAY}(?: of)?(?:{_GAP})?{_MONTH}{_GAP}{_YEAR}",
        rf"{_WEEKDAY}{_MONTH}{_GAP}(?:the )?{_DAY}{_GAP}{_YEAR}",
        rf"{_MONTH}{_GAP}(?:of )?{_YEAR}",
        rf"{_YEAR}{_GAP}{_MONTH}(?:{_GAP}{_DAY})?",
    )
)
_YEAR_LAST: Final = re.compile(
    rf"(?P<one>\d{{1,2}})(?P<mark>[-/.]) ?(?P<other>\d{{1,2}})(?P=mark) ?{_YEAR}", re.ASCII
)
_FOUR_DIGITS: Final = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_DASHES: Final = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))


def tidied(text: str) -> str:
    """Return *text* with plain dashes and single plain spaces, without punctuation at its ends."""
    return " ".join(text.translate(_DASHES).split()).strip(" .,")


def date_written(text: str) -> PartialDate:
    """Read a tidied text that is one date.

    Raises
    ------
    UnreadableDateError
        If it is in none of the forms, or a word of it names no month or weekday.
    ImpossibleDateError
        If the calendar has no such date, or not on that weekday.
    AmbiguousDateError
        If day and month could be exchanged.
    """
    for form in _FORMS:
        found = form.fullmatch(text)
        if found is not None:
            return _named(text, found.groupdict())
    found = _YEAR_LAST.fullmatch(text)
    if found is not None:
        return _in_numbers(text, int(found["year"]), int(found["one"]), int(found["other"]))
    has_year = _FOUR_DIGITS.search(text) is not None
    reason = "it is in no form that is read" if has_year else "it has no year in four digits"
    raise UnreadableDateError(text, reason, ADVICE)


def _named(text: str, parts: dict[str, Any]) -> PartialDate:
    """Build the date of a form; *parts* hold what was written for each part of it."""
    month, day = parts.get("month"), parts.get("day")
    read = _checked(
        text,
        int(parts["year"]),
        None if month is None else _month(text, month),
        None if day is None else int(day),
    )
    weekday = parts.get("weekday")
    if weekday is not None:
        _check_weekday(text, weekday, read)
    return read


def _month(text: str, written: str) -> int:
    if written.isdigit():
        return int(written)
    number = month_number(written)
    if number is None:
        raise UnreadableDateError(text, f"{written!r} is not the English name of a month", ADVICE)
    return number


def _check_weekday(text: str, written: str, read: PartialDate) -> None:
    number = weekday_number(written)
    if number is None:
        raise UnreadableDateError(text, f"{written!r} is not the English name of a weekday", ADVICE)
    true = read.first.weekday()
    if number != true:
        raise ImpossibleDateError(
            text,
            f"{read} is a {WEEKDAYS[true]}",
            "Correct the day, or leave the weekday out.",
        )


def _in_numbers(text: str, year: int, one: int, other: int) -> PartialDate:
    """Read a date that ends with its year, where only one of day and month can come first."""
    month, day = sorted((one, other))
    read = _checked(text, year, month, day)
    if month == day or day > len(MONTHS):
        return read
    american, european = PartialDate(year, one, other), PartialDate(year, other, one)
    raise AmbiguousDateError(
        text,
        f"it can be {european} or {american}",
        f"Write {european.isoformat()} or {american.isoformat()}.",
    )


def _checked(text: str, year: int, month: int | None, day: int | None) -> PartialDate:
    """Build a date, and refuse it by what was written."""
    try:
        return PartialDate(year, month, day)
    except ImpossibleDateError as refusal:
        raise ImpossibleDateError(text, refusal.reason, refusal.advice) from None
