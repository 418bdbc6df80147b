"""Extended Date/Time Format (ISO 8601-2), levels 0 and 1, as input."""

import re
from datetime import date
from typing import Final

from claimrecon.periods.partial import PartialDate
from claimrecon.periods.phrases.calendar import months
from claimrecon.periods.phrases.when import WhenFlag, WhenKind
from claimrecon.periods.refusals import ImpossibleDateError, UnreadableDateError
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
_FIRST_SEASON = 21
_WINTER = 24

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

    Raises
    ------
    UnreadableDateError
        If it is EDTF for what the calendar lacks, or an interval ends before it starts.
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
    known = DaySpan(first[0].first, last[0].last) if first and last else None
    flags = (first[1] if first else frozenset()) | (last[1] if last else frozenset())
    kind = WhenKind.AS_OF if first is None else WhenKind.PERIOD
    if known is not None:
        return known.first, known.last, kind, tuple(sorted(flags))
    return (
        first[0].first if first else None,
        last[0].last if last else None,
        kind,
        tuple(sorted(flags)),
    )


def _end(text: str) -> End | None:
    """Read one date; ``None`` where it is in another form."""
    found = _DATE.fullmatch(text)
    if found is None or (found["day"] is not None and "X" in found["year"]):
        return None
    year, month, day = found["year"], found["month"], found["day"]
    flags = frozenset(_FLAGS[found["mark"]])
    if "X" in year:
        if month is not None and month != "XX":
            return None
        return _span(text, int(year.replace("X", "0")), int(year.replace("X", "9"))), flags
    if month is None or month == "XX":
        return (_span(text, int(year), int(year)), flags) if day in {None, "XX"} else None
    if _FIRST_SEASON <= int(month) <= _WINTER:
        if day is not None:
            return None
        start = 3 * (int(month) - _FIRST_SEASON + 1)
        return _months(text, int(year), start), flags | {WhenFlag.SEASON}
    if day is None and int(month) > _WINTER:
        return None  # "1994-95"
    known = None if day in {None, "XX"} else int(day or 0)
    try:
        return PartialDate(int(year), int(month), known).span, flags
    except ImpossibleDateError as refusal:
        raise ImpossibleDateError(text, refusal.reason, refusal.advice) from None


def _span(text: str, first: int, last: int) -> DaySpan:
    try:
        return DaySpan(PartialDate(first).first, PartialDate(last).last)
    except ImpossibleDateError as refusal:
        raise ImpossibleDateError(text, refusal.reason, refusal.advice) from None


def _months(text: str, year: int, start: int) -> DaySpan:
    try:
        return months(year, start, 3)
    except ValueError:
        raise UnreadableDateError(
            text, "its season ends beyond the year 9999", "Correct the year."
        ) from None
