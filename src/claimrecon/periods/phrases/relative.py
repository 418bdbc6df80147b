"""Dates that are counted from the day of publication: "on Tuesday", "three days ago"."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from claimrecon.periods.phrases.atoms import ANAPHORA, Days, Named
from claimrecon.periods.phrases.calendar import back, one_day, unit_around, weekday_before
from claimrecon.periods.phrases.lasting import UNITS, Lengths, counted
from claimrecon.periods.phrases.named import Found, NamedDates
from claimrecon.periods.phrases.stretches import WHOLE, Stretches, come, is_led
from claimrecon.periods.phrases.when import WhenFlag
from claimrecon.periods.phrases.words import TIMES_OF_DAY
from claimrecon.periods.spans import DaySpan

# How many days ago it starts and ends.
_DAY_WORDS: Final = {"today": (0, 0), "tonight": (0, 0), "yesterday": (1, 1), "overnight": (1, 0)}
_DAY_PAIRS: Final = {
    ("last", "night"): (1, 0), ("last", "evening"): (1, 1), ("earlier", "today"): (0, 0),
}  # fmt: skip
_DAY_BEFORE_YESTERDAY: Final = ("the", "day", "before", "yesterday")
_DURING: Final = frozenset({"in", "within", "for", "over", "during"})
_DOUBTFUL: Final = frozenset({"sun", "sat", "wed"})
"""Short forms that are words of another meaning."""
_UP_TO: Final = frozenset({"to", "ending"})
_THAT: Final = frozenset({"that", "same", "following", "next", "preceding", "previous"})
_FIXED: Final = {
    ("christmas", "eve"): (12, 24), ("christmas", "day"): (12, 25), ("christmas",): (12, 25),
    ("new", "year", "eve"): (12, 31), ("new", "year", "day"): (1, 1),
}  # fmt: skip
_FIXED_STARTS: Final = frozenset(words[0] for words in _FIXED)


@dataclass(frozen=True, slots=True)
class RelativeDates:
    """Reads relative dates out of the words of a text; ``None`` for no known publication."""

    named: NamedDates
    published: date | None

    @property
    def lengths(self) -> Lengths:
        """The reader of lengths of the same words."""
        return Lengths(self.named, self.published)

    def at(self, at: int) -> Found:
        """Read the relative date at a word."""
        word = self.named.word(at)
        if word is None:
            return None
        if word.number is not None:
            # Of all forms only "3 days ago" and "1990s" begin with digits.
            return self.lengths.ago(at) or Stretches(self.named, self.published).decade(at)
        return (
            self._day_word(at)
            or self._weekday(at)
            or self.lengths.ago(at)
            or Stretches(self.named, self.published).at(at)
            or self.lengths.rolling(at)
            or self._that(at)
            or self._ahead(at)
            or self._fixed(at)
        )

    def lasting(self, at: int) -> Found:
        """Read the length behind "in", "for", "within", "over": the days up to publication."""
        if self.named.text(at - 1) not in _DURING:
            return None
        _, start = self.lengths.hedged(at)
        length = self.lengths.length(start)
        if length is None and self.named.text(start) in UNITS:
            length = 1, self.named.text(start), start + 1
        if length is not None and self.named.text(length[2]) in _UP_TO:
            return self._up_to(*length)
        return self.lengths.span(at)

    def _up_to(self, count: int, unit: str, at: int) -> Found:
        """Read "the 24 hours to Sunday", "the week to 9 January"."""
        found = self._weekday(at + 1) or self.named.at(at + 1)
        if found is None or self.published is None:
            return None
        atom, end = found
        last = atom.days(self.published) if isinstance(atom, Named) else atom
        if last is None or last.last is None:
            return None
        return replace(last, first=back(last.last, count, unit)), end

    def _day_word(self, at: int) -> Found:
        """Read "yesterday", "last night", "overnight", "this morning"."""
        word, following = self.named.text(at), self.named.text(at + 1)
        if word in _DAY_WORDS:
            first, last = _DAY_WORDS[word]
            return self._days_ago(first, last), self._past_hour(at + 1)
        if (word, following) in _DAY_PAIRS:
            first, last = _DAY_PAIRS[word, following]
            return self._days_ago(first, last), at + 2
        if word == "this" and following in TIMES_OF_DAY:
            return self._days_ago(0, 0), at + 2
        if word == "earlier" and following == "this" and self.named.text(at + 2) in WHOLE:
            unit = self.named.text(at + 2)
            days = counted(
                self.published, lambda day: come(unit_around(day, unit), day), WhenFlag.VAGUE
            )
            return days, at + 3
        if tuple(self.named.text(at + step) for step in range(4)) == _DAY_BEFORE_YESTERDAY:
            return self._days_ago(2, 2), at + 4
        return None

    def _days_ago(self, first: int, last: int) -> Days:
        return counted(
            self.published, lambda day: DaySpan(back(day, first, "day"), back(day, last, "day"))
        )

    def _weekday(self, at: int) -> Found:
        """Read "Tuesday", "last Friday", "Sunday evening"; the next one lies ahead."""
        strictly = self.named.text(at) in {"last", "past", "previous"}
        start = at + (strictly or self.named.text(at) == "this")
        word = self.named.word(start)
        weekday = None if word is None else word.weekday
        if word is None or weekday is None:
            return None
        if start == at and word.text in _DOUBTFUL and not is_led(self.named, at):
            return None
        found = counted(
            self.published,
            lambda day: one_day(weekday_before(day, weekday, strictly=strictly)),
        )
        end = self._past_hour(start + 1)
        if [self.named.text(end + step) for step in range(2)] == ["last", "week"]:
            found = counted(
                self.published,
                lambda day: one_day(
                    weekday_before(unit_around(back(day, 1, "week"), "week").last, weekday)
                ),
            )
            end += 2
        return replace(found, weekday=True), end

    def _past_hour(self, end: int) -> int:
        """Step over the time of day behind a day."""
        return end + (self.named.text(end) in TIMES_OF_DAY)

    def _ahead(self, at: int) -> Found:
        """Read a day that lies ahead: "tomorrow", "next Monday"."""
        word, following = self.named.text(at), self.named.word(at + 1)
        if word == "tomorrow":
            return counted(self.published, lambda day: _days_ahead(day, 1)), at + 1
        weekday = None if following is None else following.weekday
        if word != "next" or weekday is None:
            return None
        return counted(
            self.published, lambda day: _days_ahead(day, (weekday - day.weekday() - 1) % 7 + 1)
        ), at + 2

    def _that(self, at: int) -> Found:
        """Recognise what hangs on another date: "that day", "the following week"."""
        start = at + (self.named.text(at) == "the")
        word, unit = self.named.text(start), self.named.text(start + 1)
        if word in _THAT and unit in UNITS and (start > at or word == "that"):
            return ANAPHORA, start + 2
        if start > at and word in UNITS and unit in {"before", "after"}:
            return ANAPHORA, start + 2
        return None

    def _fixed(self, at: int) -> Found:
        """Read "Christmas Day" and "New Year's Eve"."""
        if self.named.text(at) not in _FIXED_STARTS:
            return None
        for words, (month, day) in _FIXED.items():
            if tuple(self.named.text(at + step) for step in range(len(words))) == words:
                end = at + len(words)
                year = self.named.year(end)
                return Named(year, month, day), end + (year is not None)
        return None


def _days_ahead(day: date, count: int) -> DaySpan:
    return one_day(day + timedelta(days=count))
