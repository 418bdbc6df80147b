"""Lengths that end with the day of publication: "three days ago", "in the past two weeks"."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from claimrecon.periods.phrases.atoms import ANAPHORA, UNKNOWN, Days
from claimrecon.periods.phrases.calendar import back, one_day
from claimrecon.periods.phrases.named import Found, NamedDates
from claimrecon.periods.phrases.when import WhenFlag
from claimrecon.periods.phrases.words import EMPHASIS, HEDGES, NUMBERS
from claimrecon.periods.spans import DaySpan

UNITS: Final = frozenset(
    {"hour", "day", "night", "week", "fortnight", "month", "quarter", "year", "decade"}
)
_ROLLING: Final = frozenset({"past", "last", "previous", "preceding", "recent"})
_SEVERAL: Final = frozenset({"few", "several"})
_LATER: Final = frozenset({"later", "after", "afterwards", "hence"})
_EARLIER: Final = frozenset({"earlier", "before", "previously", "prior"})
_MORE: Final = frozenset({"more", "over"})
_MOST = 1000
_LONGEST_NUMBER = 4
_HEDGES_AT_MOST = 3


def counted(published: date | None, days: Callable[[date], DaySpan], *flags: WhenFlag) -> Days:
    """Return days that are counted from the day of publication, where that is known."""
    if published is None:
        return UNKNOWN
    try:
        return Days.of(days(published), WhenFlag.RELATIVE, *flags)
    except (OverflowError, ValueError):
        return UNKNOWN


@dataclass(frozen=True, slots=True)
class Lengths:
    """Reads lengths of time out of the words of a text."""

    named: NamedDates
    published: date | None

    def hedged(self, at: int) -> tuple[bool, int]:
        """Step over a few hedges in front of a length, and say whether they make it vague."""
        end = at
        while end < at + _HEDGES_AT_MOST and self.named.text(end) in HEDGES | EMPHASIS:
            end += 1
        return any(self.named.text(index) in HEDGES for index in range(at, end)), end

    def length(self, at: int) -> tuple[int, str, int] | None:
        """Read "three days", "a couple of weeks", "24 hours": count, unit, the index behind."""
        word, end = self.named.text(at), at + 1
        count = NUMBERS.get(word)
        if word == "a" and self.named.text(at + 1) == "couple":
            count, end = 2, at + 2 + (self.named.text(at + 2) == "of")
        elif word.isdecimal() and len(word) <= _LONGEST_NUMBER:
            count = int(word)
        unit = self.named.text(end).removesuffix("s")
        if count is None or not 0 < count <= _MOST or unit not in UNITS:
            return None
        return count, unit, end + 1

    def span(self, at: int) -> Found:
        """Read a length as the days up to publication, unless it is that of something else."""
        vague, at = self.hedged(at)
        found = self.length(at)
        if found is None:
            return None
        count, unit, end = found
        if self.named.text(end) in {"ago", *_EARLIER, *_LATER, "old"}:
            return None
        return self._up_to_publication(count, unit, vague=vague), end

    def ago(self, at: int) -> Found:
        """Read "three days ago"; "a day earlier" may hang on another date of the text."""
        vague, start = self.hedged(at)
        found = self.length(start)
        if found is None:
            return None
        count, unit, end = found
        word = self.named.text(end)
        if word in _LATER:
            return ANAPHORA, end + 1
        if word not in {"ago", *_EARLIER}:
            return None
        flags = (WhenFlag.VAGUE,) if vague else ()
        days = counted(self.published, lambda day: one_day(back(day, count, unit)), *flags)
        more = any(self.named.text(index) in _MORE for index in range(at, start))
        if more and days.last is not None:
            # "More than a month ago": nobody says how much more.
            days = replace(days, first=None)
        if word != "ago":
            days = replace(days, flags=days.flags | {WhenFlag.ANAPHORA})
        return days, end + 1

    def rolling(self, at: int) -> Found:
        """Read "the past three months", "the last 24 hours", "the past week"."""
        start = at + (self.named.text(at) == "the")
        said = self.named.text(start)
        if said not in _ROLLING:
            return None
        vague, end = self.hedged(start + 1)
        found = self.length(end)
        if found is not None:
            return self._up_to_publication(found[0], found[1], vague=vague), found[2]
        several = self.named.text(end) in _SEVERAL
        unit = self.named.text(end + several)
        if (several or unit.endswith("s")) and unit.removesuffix("s") in UNITS:
            # "In recent weeks": nobody says since when.
            return Days(None, self.published, frozenset({WhenFlag.VAGUE})), end + several + 1
        if unit in UNITS and (said == "past" or (said == "last" and start > at)):
            return self._up_to_publication(1, unit, vague=vague), end + 1
        return None

    def _up_to_publication(self, count: int, unit: str, *, vague: bool) -> Days:
        flags = (WhenFlag.VAGUE,) if vague else ()
        return counted(self.published, lambda day: DaySpan(back(day, count, unit), day), *flags)
