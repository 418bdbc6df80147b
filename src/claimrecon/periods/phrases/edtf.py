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
    "": (), "?": (WhenFlag.UNCERTAIN,), "~": (WhenFlag.APPROXIMATE,),
    "%": (WhenFlag.APPROXIMATE, WhenFlag.UNCERTAIN),
}  # fmt: skip
_OPEN: Final = frozenset({"", ".."})
_SEASONS: Final = ("21", "22", "23", "24")
_MONTHS_OF_SEASON = 3
_MONTHS = 12

Coded = tuple[date | None, date | None, WhenKind, tuple[WhenFlag, ...]]
End = tuple[DaySpan, frozenset[WhenFlag]]


def edtf_days(text: str) -> Coded | None:  # noqa: PLR0911  (one for each form)
    """Read a date or an interval in EDTF; ``None`` for what is not written in it.

    ::

        2024-01-09  2024-01  2024      a day, a month, a year
        2024-01~  2024?  2024-01-09%   approximate, uncertain, both
        202X  20XX  2024-XX  2024-01-XX  parts that are not known
        2024-21 ... 2024-24            spring to winter, by whole months
        2023-06/2024-01  2023/..       an interval; an open or empty end is nobody's word

    Raises
    ------
    ImpossibleDateError
        If it is EDTF for what the calendar lacks.
    InvertedSpanError
        If an interval ends before it starts.
    """
    if "/" not in text:
        found = _end(text)
        if found is None:
            return None
        span, flags = found
        kind = WhenKind.POINT if span.is_day else WhenKind.PERIOD
        return span.first, span.last, kind, tuple(sorted(flags))
    start, _, stop = text.partition("/")
    ends = [None if part in _OPEN else _end(part) for part in (start, stop)]
    if any(
        end is None and part not in _OPEN for end, part in zip(ends, (start, stop), strict=True)
    ):
        return None
    first, last = ends
    if first is None and last is None:
        return None
    flags = frozenset().union(*(end[1] for end in ends if end is not None))
    if first is not None and last is not None:
        span = DaySpan(first[0].first, last[0].last)
        return span.first, span.last, WhenKind.PERIOD, tuple(sorted(flags))
    if first is not None:
        return first[0].first, None, WhenKind.PERIOD, tuple(sorted(flags))
    return None, last[0].last if last else None, WhenKind.AS_OF, tuple(sorted(flags))


def _end(text: str) -> End | None:
    """Read one date; ``None`` where it is in another form."""
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    span = _days(text, found["year"], found["month"], found["day"])
    if span is None:
        return None
    is_season = (found["month"] or "") in _SEASONS
    flags = {*_FLAGS[found["mark"]], *([WhenFlag.SEASON] if is_season else [])}
    return span, frozenset(flags)


def _days(text: str, year: str, month: str | None, day: str | None) -> DaySpan | None:
    if "X" in year or month in {None, "XX"}:
        whole = month in {None, "XX"} and day in {None, "XX"} and not ("X" in year and day)
        if not whole:
            return None
        first = _date(text, int(year.replace("X", "0")))
        return DaySpan(first.first, _date(text, int(year.replace("X", "9"))).last)
    if month in _SEASONS:
        start = _MONTHS_OF_SEASON * (_SEASONS.index(month) + 1)
        return None if day is not None else _months(text, int(year), start)
    if day is None and int(month or 0) > _MONTHS:
        return None  # "1994-95"
    known = None if day in {None, "XX"} else int(day or 0)
    return _date(text, int(year), int(month or 0), known).span


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
