"""Extended Date/Time Format (ISO 8601-2), levels 0 and 1, as input."""

import re
from datetime import date
from typing import Final

from claimrecon.periods.partial import PartialDate
from claimrecon.periods.phrases.calendar import months
from claimrecon.periods.phrases.when import WhenFlag, WhenKind
from claimrecon.periods.refusals import ImpossibleDateError
from claimrecon.periods.spans import DaySpan

_DATE: Final = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d\dXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<mark>[?~%]?)",
    re.ASCII,
)
_FLAGS: Final = {
    "": frozenset[WhenFlag](),
    "?": frozenset({WhenFlag.UNCERTAIN}),
    "~": frozenset({WhenFlag.APPROXIMATE}),
    "%": frozenset({WhenFlag.APPROXIMATE, WhenFlag.UNCERTAIN}),
}
_OPEN: Final = frozenset({"", ".."})
_SEASONS: Final = ("21", "22", "23", "24")
_MONTHS_OF_SEASON = 3
_MONTHS = 12

Coded = tuple[date | None, date | None, WhenKind, tuple[WhenFlag, ...]]
End = tuple[DaySpan, frozenset[WhenFlag]]


def edtf_days(text: str) -> Coded | None:
    """Read a date or an interval in EDTF; ``None`` for what is not written in it.

    ::

        2024-01-09  2024-01  2024      a day, a month, a year
        2024-01~  2024?  2024-01-09%   approximate, uncertain, both
        202X  20XX  2024-XX  2024-01-XX  parts that are not known
        2024-21 ... 2024-24            spring to winter, by whole months
        2023-06/2024-01  2023/..       an interval; an open or empty end is nobody's word

    That an interval runs forward is not asked.

    Raises
    ------
    ImpossibleDateError
        If it is EDTF for what the calendar lacks.
    """
    if "/" not in text:
        found = _end(text)
        if found is None:
            return None
        span, flags = found
        kind = WhenKind.POINT if span.is_day else WhenKind.PERIOD
        return span.first, span.last, kind, tuple(sorted(flags))
    start, stop = text.split("/", 1)
    first, last = _end(start), _end(stop)
    if (first is None) != (start in _OPEN) or (last is None) != (stop in _OPEN):
        return None
    if first is None and last is None:
        return None
    flags = frozenset().union(*(end[1] for end in (first, last) if end is not None))
    kind = WhenKind.AS_OF if first is None else WhenKind.PERIOD
    return first and first[0].first, last and last[0].last, kind, tuple(sorted(flags))


def _end(text: str) -> End | None:
    """Read one date; ``None`` where it is in another form."""
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    span = _days(text, found["year"], found["month"], found["day"])
    if span is None:
        return None
    flags = _FLAGS[found["mark"]]
    return span, flags | {WhenFlag.SEASON} if found["month"] in _SEASONS else flags


def _days(text: str, year: str, month: str | None, day: str | None) -> DaySpan | None:
    if "X" in year or month is None or month == "XX":
        if month not in {None, "XX"} or day not in {None, "XX"} or ("X" in year and day):
            return None
        first = _date(text, int(year.replace("X", "0")))
        return DaySpan(first.first, _date(text, int(year.replace("X", "9"))).last)
    if month in _SEASONS:
        start = _MONTHS_OF_SEASON * (_SEASONS.index(month) + 1)
        return None if day is not None else _months(text, int(year), start)
    if day is None and int(month) > _MONTHS:
        return None  # "1994-95"
    known = None if day is None or day == "XX" else int(day)
    return _date(text, int(year), int(month), known).span


def _date(text: str, year: int, month: int | None = None, day: int | None = None) -> PartialDate:
    """Build a date, and refuse it by what was written."""
    try:
        return PartialDate(year, month, day)
    except ImpossibleDateError as refusal:
        raise ImpossibleDateError(text, refusal.reason, refusal.advice) from None


def _months(text: str, year: int, start: int) -> DaySpan:
    try:
        return months(year, start, _MONTHS_OF_SEASON)
    except ValueError:
        reason = "its season ends beyond the year 9999"
        raise ImpossibleDateError(text, reason, "Correct the year.") from None
