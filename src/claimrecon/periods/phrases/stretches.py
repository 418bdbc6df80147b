"""Weeks, months, seasons, years and parts of them, counted from the day of publication."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from claimrecon.periods.phrases.atoms import UNKNOWN, Days, Named, part_of
from claimrecon.periods.phrases.calendar import (
    PARTS_OF,
    SEASONS,
    back,
    months,
    season,
    unit_around,
    weekend_before,
)
from claimrecon.periods.phrases.lasting import UNITS, Lengths, counted
from claimrecon.periods.phrases.named import Found, NamedDates
from claimrecon.periods.phrases.when import WhenFlag
from claimrecon.periods.phrases.words import PARTS
from claimrecon.periods.spans import DaySpan

_MONTHS = 12
WHOLE: Final = UNITS - {"hour", "day", "night", "fortnight"}
_PREPOSITIONS: Final = frozenset({"in", "on", "since", "during", "over", "until", "by", "at"})


@dataclass(frozen=True, slots=True)
class Stretches:
    """Reads whole units and parts of them; unknown days where no publication is known."""

    named: NamedDates
    published: date | None

    def at(self, at: int) -> Found:
        """Read the stretch of days at a word."""
        return (
            self._whole_unit(at)
            or self._weekend(at)
            or self._season(at)
            or self._part(at)
            or self.decade(at)
            or self._month(at)
            or self._week_of(at)
            or self._first_months(at)
        )

    def _whole_unit(self, at: int) -> Found:
        """Read "last month", "this year", "next week"."""
        word, unit = self.named.text(at), self.named.text(at + 1)
        if unit not in WHOLE:
            return None
        if word == "this":
            return counted(self.published, lambda day: come(unit_around(day, unit), day)), at + 2
        if word not in {"last", "previous", "next"}:
            return None
        ahead = word == "next"
        return counted(self.published, lambda day: _beside(day, unit, ahead=ahead)), at + 2

    def _weekend(self, at: int) -> Found:
        start = at + (self.named.text(at) in {"the", "last", "this"})
        start += start > at and self.named.text(start) in {"past", "last"}
        if self.named.text(start) != "weekend" or (start == at and not is_led(self.named, at)):
            return None
        return counted(self.published, lambda day: come(weekend_before(day), day)), start + 1

    def _season(self, at: int) -> Found:
        """Read "last summer", "this winter", "in the spring"."""
        said = self.named.text(at)
        start = at + (said in {"the", "last", "this", "past"})
        name = self.named.text(start)
        if name not in SEASONS or (start == at and not is_led(self.named, at)) or name == "fall":
            return None
        if self.named.text(start + 1) == "offensive":
            return None
        whole = said != "this"
        return counted(
            self.published, lambda day: _last_season(name, day, whole=whole), WhenFlag.SEASON
        ), start + 1

    def _part(self, at: int) -> Found:
        """Read "early last year", "the start of this month", "second half of last year"."""
        start = at + (self.named.text(at) == "the")
        word, end = self._part_word(start)
        if word is None:
            return None
        end += self.named.text(end) == "of"
        said, unit = self.named.text(end), self.named.text(end + 1)
        if said not in {"last", "this", "the"} or unit not in {"month", "year"}:
            return None
        steps = 1 if said == "last" else 0
        if self.published is None:
            return UNKNOWN, end + 2
        days = counted(
            self.published, lambda day: unit_around(back(day.replace(day=1), steps, unit), unit)
        )
        found = part_of(days, word)
        if found.first is None or found.last is None:
            return None
        ahead = found.last > self.published and self.named.text(at - 1) not in {"by", "before"}
        if ahead and found.first > self.published:
            return None
        return (replace(found, last=self.published) if ahead else found), end + 2

    def _part_word(self, at: int) -> tuple[str | None, int]:
        half = f"{self.named.text(at)} {self.named.text(at + 1)}"
        if half in PARTS_OF:
            return half, at + 2
        return PARTS.get(self.named.text(at)), at + 1

    def decade(self, at: int) -> Found:
        """Read "the 1990s", or nothing."""
        start = at + (self.named.text(at) == "the")
        days = self.named.decade(start)
        return None if days is None else (days, start + 2)

    def _month(self, at: int) -> Found:
        """Read "last October", "this January"."""
        said, word = self.named.text(at), self.named.word(at + 1)
        month = None if word is None else word.month
        if said not in {"last", "this"} or month is None:
            return None
        last = said == "last"
        days = counted(self.published, lambda day: _last_month(month, day, ended=last))
        return None if _is_ahead(days, self.published) else (days, at + 2)

    def _week_of(self, at: int) -> Found:
        """Read "the week of 3 June": from Monday to Sunday around it."""
        start = at + (self.named.text(at) == "the")
        if [self.named.text(start + step) for step in range(2)] != ["week", "of"]:
            return None
        found = self.named.at(start + 2)
        if found is None or not isinstance(found[0], Named) or found[0].day is None:
            return None
        days = found[0].days(self.published)
        if days is None or days.first is None:
            return None if days is None else (days, found[1])
        return Days.of(unit_around(days.first, "week"), *days.flags), found[1]

    def _first_months(self, at: int) -> Found:
        """Read "the first three months of this year", "the last month of last year"."""
        start = at + (self.named.text(at) == "the")
        end = self.named.text(start)
        length = Lengths(self.named, self.published).length(start + 1)
        if end not in {"first", "last"} or length is None or length[1] != "month":
            return None
        words = [self.named.text(length[2] + step) for step in range(3)]
        if words[0] != "of" or words[1] not in {"the", "this", "last"} or words[2] != "year":
            return None
        count, behind = length[0], length[2] + 3
        if count > _MONTHS:
            return None
        month, years = 1 if end == "first" else _MONTHS + 1 - count, words[1] == "last"
        days = counted(self.published, lambda day: months(day.year - years, month, count))
        return None if _is_ahead(days, self.published) else (_cut(days, self.published), behind)


def is_led(named: NamedDates, at: int) -> bool:
    """Whether a preposition makes a common word a date."""
    return named.text(at - 1) in _PREPOSITIONS


def come(span: DaySpan, day: date) -> DaySpan:
    """Return the days of a span that have come; the first one has."""
    return span if span.last <= day else DaySpan(span.first, day)


def _is_ahead(days: Days, published: date | None) -> bool:
    return published is not None and days.first is not None and days.first > published


def _cut(days: Days, published: date | None) -> Days:
    """End days with publication."""
    if published is None or days.last is None or days.last <= published:
        return days
    return replace(days, last=published)


def _last_month(month: int, day: date, *, ended: bool) -> DaySpan:
    """Return that month of the year of a day, or the last one that has ended before it."""
    span = months(day.year, month, 1)
    if ended and span.last >= day:
        return months(day.year - 1, month, 1)
    return span if span.first > day else come(span, day)


def _beside(day: date, unit: str, *, ahead: bool) -> DaySpan:
    """Return the calendar unit before, or behind, the one that holds a day."""
    around = unit_around(day, unit)
    if ahead:
        return unit_around(around.last + timedelta(days=1), unit)
    return unit_around(back(around.first, 1, unit), unit)


def _last_season(name: str, day: date, *, whole: bool) -> DaySpan:
    """Return the last such season that has ended, or with *this* the one that has begun."""
    span = season(name, day.year)
    while (span.last >= day) if whole else (span.first > day):
        span = season(name, span.first.year - 1)
    return come(span, day)
