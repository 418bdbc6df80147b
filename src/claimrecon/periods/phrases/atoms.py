"""What one date of a phrase names: a calendar date with parts unsaid, or days that are known."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from claimrecon.periods.partial import PartialDate
from claimrecon.periods.phrases.calendar import part, weekday_before
from claimrecon.periods.phrases.when import WhenFlag
from claimrecon.periods.refusals import ImpossibleDateError
from claimrecon.periods.spans import DaySpan

_LONGEST_GAP = 8
"""Years between two leap days, at most."""


@dataclass(frozen=True, slots=True)
class Days:
    """Days that are known; an end is ``None`` where nobody said."""

    first: date | None
    last: date | None
    flags: frozenset[WhenFlag] = frozenset()
    weekday: bool = False

    @classmethod
    def of(cls, span: DaySpan, *flags: WhenFlag) -> "Days":
        """Return the days of a span."""
        return cls(span.first, span.last, frozenset(flags))


UNKNOWN: Final = Days(None, None, frozenset({WhenFlag.RELATIVE}))
"""A relative date where the day of publication is not known."""
ANAPHORA: Final = Days(None, None, frozenset({WhenFlag.ANAPHORA}))


@dataclass(frozen=True, slots=True)
class Named:
    """A date as its words name it: any of its parts may be unsaid.

    Attributes
    ----------
    year, month, day, last_day
        As said; ``last_day`` ends a run of days ("3-9 January").
    part
        "early", "mid", "late", "first half" or "second half".
    weekday
        0 (Monday) to 6, where it is said beside the day.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    part: str | None = None
    weekday: int | None = None

    def days(self, published: date | None) -> Days | None:
        """Return its days; without a year, the latest that do not start after publication.

        ``None`` where the calendar has no such days.
        """
        if self.year is not None:
            return self._in(self.year)
        if published is None:
            return UNKNOWN
        return self._back_from(published)

    def before(self, end: "Named", last: date) -> Days | None:
        """Return its days as the start of a range whose end is known."""
        if self.year is not None:
            return self._in(self.year)
        assumed = self._back_from(last)
        if assumed is None or end.year is None:
            return assumed
        return replace(assumed, flags=assumed.flags - {WhenFlag.YEAR_ASSUMED})

    def after(self, start: date) -> Days | None:
        """Return its days, without a year, as the end of a range whose start is known."""
        for year in (start.year, start.year + 1):
            found = self._in(year)
            if found is not None and found.last is not None and found.last >= start:
                return found
        return None

    def _back_from(self, day: date) -> Days | None:
        for year in range(day.year, day.year - _LONGEST_GAP - 1, -1):
            found = self._in(year, checked=False)
            if found is None or found.first is None or found.first > day:
                continue
            if self.weekday not in {None, found.first.weekday()}:
                return None
            return replace(found, flags=found.flags | {WhenFlag.YEAR_ASSUMED})
        return None

    def _in(self, year: int, *, checked: bool = True) -> Days | None:
        try:
            span = PartialDate(year, self.month, self.day).span
            if self.last_day is not None:
                last = PartialDate(year, self.month, self.last_day).last
                span = DaySpan(span.first, last)
        except ImpossibleDateError:
            return None
        if checked and self.weekday not in {None, span.first.weekday()}:
            return None
        return Days.of(span) if self.part is None else part_of(Days.of(span), self.part)


Atom = Named | Days


def part_of(days: Days, word: str) -> Days:
    """Return a third, which is vague, or a half of days that are known."""
    if days.first is None or days.last is None:
        return days
    found = part(DaySpan(days.first, days.last), word)
    vague = frozenset[WhenFlag]() if word.endswith("half") else {WhenFlag.VAGUE}
    return Days(found.first, found.last, days.flags | vague)


def joined(start: Atom, end: Atom, published: date | None) -> Days | None:
    """Return the days from the first of one to the last of the other; ``None`` for none."""
    if isinstance(end, Named) and isinstance(start, Named) and start.year and not end.year:
        known = start.days(published)
        first = None if known is None else known.first
        last = None if first is None else end.after(first)
        return _together(known, last)
    last = end.days(published) if isinstance(end, Named) else end
    if last is None or last.last is None:
        return last
    if isinstance(start, Named):
        anchor = end if isinstance(end, Named) else Named()
        return _together(start.before(anchor, last.last), last)
    if start.weekday and last.weekday and start.first and start.first >= last.last:
        weekday = start.first.weekday()
        start = replace(start, first=weekday_before(last.last, weekday, strictly=True))
    return _together(start, last)


def _together(start: Days | None, end: Days | None) -> Days | None:
    if start is None or end is None or start.first is None or end.last is None:
        return None
    if start.first > end.last:
        return None
    return Days(start.first, end.last, start.flags | end.flags)
