"""Calendar dates as words name them: "9 January", "14.01.24", "early March", "Q3 2023"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from claimrecon.periods.phrases.atoms import Atom, Days, Named, part_of
from claimrecon.periods.phrases.calendar import SEASONS, months, season
from claimrecon.periods.phrases.when import WhenFlag
from claimrecon.periods.phrases.words import DASHES, NUMBERS, ORDINALS, PARTS, SUFFIXES, Word

_LAST_DAY = 31
_MONTHS = 12
_MONTHS_OF_DECADE = 120
_YEARS: Final = range(1000, 2101)
_CENTURY_SPLIT = 70
_MARKS: Final = frozenset({".", "/", *DASHES})
_SIZES: Final = {"half": 6, "quarter": 3}
_NOUNS: Final = frozenset({"start", "beginning", "middle", "end"})
_CLOSING: Final = frozenset(",.;:!?)]\"'”’»|")

Found = tuple[Atom, int] | None
Dated = tuple[Named, int] | None


@dataclass(frozen=True, slots=True)
class NamedDates:
    """Reads calendar dates out of the words of a text."""

    words: Sequence[Word]

    def at(self, at: int) -> Found:
        """Read the longest calendar date at a word; a bare year is none."""
        word = self.word(at)
        if word is None:
            return None
        if word.number is not None:
            return self._in_numbers(at) or self._day_first(at)
        if word.text == "the":
            return (
                self._day_first(at + 1)
                or self._piece(at + 1)
                or self._part(at + 1)
                or self._season(at + 1)
            )
        if word.weekday is not None:
            return self._behind_weekday(at)
        return (
            self._month_first(at)
            or self._piece(at)
            or self._part(at)
            or self._season(at)
            or self._in_code(at)
        )

    def year(self, at: int) -> int | None:
        """Return the year in four digits at a word."""
        word = self.word(at)
        if word is None:
            return None
        following = self.word(at + 1)
        if following is not None and following.glued and following.text not in _CLOSING | DASHES:
            return None
        return word.number if word.number in _YEARS else None

    def decade(self, at: int) -> Days | None:
        """Return the days of "1980s"."""
        word, ending = self.word(at), self.word(at + 1)
        if word is None or ending is None or ending.text != "s" or not ending.glued:
            return None
        year = word.number
        if year is None or year not in _YEARS or year % 10:
            return None
        return Days.of(months(year, 1, _MONTHS_OF_DECADE))

    def word(self, at: int) -> Word | None:
        """Return a word, or ``None`` beyond the ends."""
        return self.words[at] if 0 <= at < len(self.words) else None

    def text(self, at: int) -> str:
        """Return the text of a word, empty beyond the ends."""
        return self.words[at].text if 0 <= at < len(self.words) else ""

    def _in_numbers(self, at: int) -> Found:
        """Read "2024-01-09" and "14.01.24"; of two possible orders of day and month none is."""
        parts = self.words[at : at + 5]
        if len(parts) < 5 or not all(part.glued for part in parts[1:]):  # noqa: PLR2004
            return None
        one, mark, two, again, three = parts
        after = self.word(at + 5)
        joined = after is not None and after.glued and after.text not in _CLOSING
        if joined or mark.text not in _MARKS or again.text != mark.text:
            return None
        named = _in_order(one, two, three)
        return None if named is None else (named, at + 5)

    def _day(self, at: int) -> tuple[int, int] | None:
        """Read a day of the month with its ordinal ending."""
        word = self.word(at)
        if word is None:
            return None
        ordinal = ORDINALS.get(word.text)
        if ordinal is not None and self.text(at + 1) == "of":
            return ordinal, at + 1
        if word.number is None or not 1 <= word.number <= _LAST_DAY:
            return None
        following = self.word(at + 1)
        if following is not None and following.glued:
            if following.text in SUFFIXES:
                return word.number, at + 2
            if following.text not in DASHES | _CLOSING:
                return None
        return word.number, at + 1

    def _day_first(self, at: int) -> Dated:
        """Read "9 January", "the 9th of January 2024", "3-9 January", "9 and 10 January"."""
        day = self._day(at)
        if day is None:
            return None
        first, at = day
        last = None
        if self.text(at) in {*DASHES, "to", "and", "or", "until"}:
            second = self._day(at + 1 + (self.text(at + 1) == "the"))
            if second is not None:
                last, at = second
        glued = self.text(at) in DASHES and _is_glued(self.words[at : at + 2])
        at += self.text(at) == "of" or glued
        word = self.word(at)
        if word is None or word.month is None or (last is not None and last <= first):
            return None
        end = at + 1 + (self.text(at + 1) == "." and self.year(at + 2) is not None)
        year, end = self._year_behind(end)
        return Named(year, word.month, first, last), end

    def _month_first(self, at: int) -> Dated:
        """Read "January 9, 2024", "Jan. 3", "March 3-5", "March 2022", "January"."""
        word = self.word(at)
        if word is None or word.month is None:
            return None
        end = at + 1
        if self.text(end) == "." and len(word.text) <= 4:  # noqa: PLR2004
            end += 1
        day = None
        if not (self.text(at - 1) == "in" and self.year(end) is None):
            day = self._day(end + (self.text(end) == "the"))
        if day is None:
            plain = end
            end += self.text(end) in {"of", ","}
            year = self.year(end)
            return Named(year, word.month), plain if year is None else end + 1
        first, end = day
        last = None
        if self.text(end) in {*DASHES, "to", "and", "through", "until"}:
            second = self._day(end + 1)
            following = None if second is None else self.word(second[1])
            if second is not None and second[0] > first and not _is_month(following):
                last, end = second
        year, end = self._year_behind(end)
        return Named(year, word.month, first, last), end

    def _year_behind(self, end: int) -> tuple[int | None, int]:
        glued = self.text(end) in DASHES and _is_glued(self.words[end : end + 2])
        comma = self.text(end) in {",", "of"} or glued
        year = self.year(end + comma)
        return (None, end) if year is None else (year, end + comma + 1)

    def _behind_weekday(self, at: int) -> Found:
        """Read "Tuesday, 9 January": the weekday must fit."""
        weekday = self.words[at].weekday
        end = at + 1
        while self.text(end) in {",", ".", "the", "("}:
            end += 1
        in_brackets = self.text(end - 1) == "("
        found = self._day_first(end) or self._month_first(end)
        if found is None or found[0].day is None:
            return None
        closed = in_brackets and self.text(found[1]) == ")"
        return replace(found[0], weekday=weekday), found[1] + closed

    def _part(self, at: int) -> Found:
        """Read "early 2023", "mid-January", "the end of March"."""
        third = PARTS.get(self.text(at))
        if third is None:
            return None
        end = at + 1
        if self.text(end) in DASHES and self.words[end].glued:
            end += 1
        if self.text(at) in _NOUNS:
            if self.text(end) != "of":
                return None
            end += 1
        if (decade := self.decade(end)) is not None:
            return part_of(decade, third), end + 2
        year = self.year(end)
        if year is not None:
            return Named(year, part=third), end + 1
        return self._third_of(self._month_first(end) or self._season(end), third)

    @staticmethod
    def _third_of(found: Found, third: str) -> Found:
        if found is None:
            return None
        atom, end = found
        if isinstance(atom, Named):
            return None if atom.day is not None else (replace(atom, part=third), end)
        return part_of(atom, third), end

    def _piece(self, at: int) -> Found:
        """Read "first half of 2023", "third quarter of 2023", "first week of January 2024"."""
        order, word = ORDINALS.get(self.text(at)), self.word(at)
        if word is not None and self.text(at + 1) in SUFFIXES:
            order, at = word.number, at + 1
        last = self.text(at) == "last"
        if not order and not last:
            return None
        count, end = self._count(at + 1), at + 1
        end += count is not None
        unit = self.text(end).removesuffix("s") if count else self.text(end)
        if unit in _SIZES and count is None:
            return self._fraction(order or _MONTHS // _SIZES[unit], unit, end + 1)
        if self.text(end + 1) != "of":
            return None
        return self._slice(order or 1, count or 1, unit, end + 2, last=last)

    def _count(self, at: int) -> int | None:
        word = self.word(at)
        return None if word is None else word.number or NUMBERS.get(word.text)

    def _fraction(self, order: int, unit: str, at: int) -> Found:
        """Read a half or a quarter of a year, or half a month."""
        at += self.text(at) == "of"
        size = _SIZES[unit]
        if order > _MONTHS // size:
            return None
        year = self.year(at)
        if year is not None:
            return Days.of(months(year, (order - 1) * size + 1, size)), at + 1
        found = self._month_first(at)
        if found is None or unit != "half":
            return None
        half = "first half" if order == 1 else "second half"
        return None if found[0].day else (replace(found[0], part=half), found[1])

    def _slice(self, order: int, count: int, unit: str, at: int, *, last: bool) -> Found:
        """Read so many weeks, days or months of a month or a year."""
        if count != 1 and order != 1:
            return None
        year = self.year(at)
        if unit == "month" and year is not None:
            if max(count, order) > _MONTHS:
                return None
            start = _MONTHS - count + 1 if last else order
            return Days.of(months(year, start, count)), at + 1
        found = self._month_first(at)
        if found is None or unit not in {"day", "week"}:
            return None
        named, end = found
        size = count * (7 if unit == "week" else 1)
        first = (order - 1) * size + 1
        if named.day is not None or last or first + size - 1 > 28:  # noqa: PLR2004
            return None
        return replace(named, day=first, last_day=first + size - 1), end

    def _season(self, at: int) -> Found:
        """Read "summer of 2022"; a winter of one year is two seasons, hence none."""
        name = self.text(at)
        if name not in SEASONS:
            return None
        end = at + 1 + (self.text(at + 1) in {"of", ","})
        year = self.year(end)
        if year is None:
            return None
        end += 1
        if self.text(end) in DASHES | {"/"} and self.word(end + 1) is not None:
            following = self.words[end + 1].number
            if name == "winter" and following in {(year + 1) % 100, year + 1}:
                return Days.of(season(name, year), WhenFlag.SEASON), end + 2
            return None
        if name == "winter":
            return None
        return Days.of(season(name, year), WhenFlag.SEASON), end

    def _in_code(self, at: int) -> Found:
        """Read "Q3 2023" and "H1 2023"."""
        code, number = self.word(at), self.word(at + 1)
        if code is None or number is None or code.text not in {"q", "h"} or not number.glued:
            return None
        size = _SIZES["quarter" if code.text == "q" else "half"]
        end = at + 2 + (self.text(at + 2) in {"of", ",", "/"})
        year, order = self.year(end), number.number
        if year is None or order is None or not 1 <= order <= _MONTHS // size:
            return None
        return Days.of(months(year, (order - 1) * size + 1, size)), end + 1


def _in_order(one: Word, two: Word, three: Word) -> Named | None:
    """Order the numbers of a date; ``None`` where day and month could be exchanged."""
    first, middle, last = one.number, two.number, three.number
    if first is None or middle is None or last is None:
        return None
    if len(one.text) == 4:  # noqa: PLR2004
        return Named(first, middle, last)
    year = _full_year(three)
    month, day = sorted((first, middle))
    doubtful = day <= _MONTHS and month != day
    return None if year is None or doubtful else Named(year, month, day)


def _full_year(word: Word) -> int | None:
    """Read a year in four digits, or in two as the one nearest to ours."""
    number = word.number
    if number is None or len(word.text) not in {2, 4}:
        return None
    if len(word.text) == 4:  # noqa: PLR2004
        return number
    return number + (1900 if number >= _CENTURY_SPLIT else 2000)


def _is_glued(words: Sequence[Word]) -> bool:
    return all(word.glued for word in words)


def _is_month(word: Word | None) -> bool:
    return word is not None and word.month is not None
