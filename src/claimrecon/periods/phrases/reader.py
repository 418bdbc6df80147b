"""Date phrases with their prepositions and ranges, at one place of a text."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from claimrecon.periods.phrases.atoms import Atom, Days, Named, joined
from claimrecon.periods.phrases.named import Found, NamedDates
from claimrecon.periods.phrases.relative import RelativeDates
from claimrecon.periods.phrases.when import WhenFlag, WhenKind
from claimrecon.periods.phrases.words import DASHES, TIMES_OF_DAY, Word

_DAY = timedelta(days=1)
LEADS: Final = MappingProxyType(
    {
        "in": "at", "on": "at", "at": "at", "over": "at", "during": "at", "throughout": "at",
        "within": "at", "across": "at", "for": "at", "through": "to",
        "since": "since", "from": "from", "after": "after", "following": "after",
        "until": "to", "till": "to", "by": "to", "before": "before", "between": "between",
    }
)  # fmt: skip
LONG_LEADS: Final = MappingProxyType(
    {
        ("up", "to"): "to", ("as", "of"): "to", ("as", "at"): "to", ("prior", "to"): "before",
        ("ahead", "of"): "before", ("no", "later", "than"): "to", ("starting",): "since",
        ("late", "on"): "at", ("early", "on"): "at", ("in", "the", "year"): "at",
        ("the", "year"): "at",
        ("so", "far"): "at", ("on", "or", "about"): "at", ("in", "the", "month", "of"): "at",
        ("as", "from"): "since",
    }
)  # fmt: skip
_LONG_STARTS: Final = frozenset(words[0] for words in LONG_LEADS)
_TO: Final = frozenset({"to", "until", "till", "through", *DASHES})
_BEGINNING: Final = frozenset(
    {"began", "started", "begun", "start", "outbreak", "beginning", "erupted", "onset"}
)
_HAPPENINGS: Final = frozenset(
    {"invasion", "war", "conflict", "offensive", "fighting", "fall", "coup", "attack", "quake"}
)
_EVENT_REACH = 9
_GOES_ON: Final = frozenset(
    {
        "the", "a", "an", "and", "when", "as", "but", "according", "after", "before", "with", "by",
        "in", "at", "on", "from", "during", "alone", "of", "for", "said", "that", "which",
        "more", "while", "where", "there",
    }
)  # fmt: skip
_YEAR_LEADS: Final = frozenset({"in", "since", "during", "throughout", "year"})
_YEAR_ENDS: Final = frozenset({"by", "before", "after", "until", "till", "from"})
_TREND: Final = frozenset(
    {
        "rose", "risen", "rises", "fell", "fallen", "falls", "increased", "decreased", "grew",
        "climbed", "jumped", "dropped", "declined", "revised", "raised", "lowered", "toll", "tolls",
        "count", "up", "down", "went",
    }
)  # fmt: skip
_TREND_REACH = 4
_MONTHS = 12
_HOURS: Final = frozenset({"early", "small", "late"})
_ONWARDS: Final = frozenset({"onward", "onwards", "on"})

Phrase = tuple[Days, WhenKind | None, int, int]


@dataclass(frozen=True, slots=True)
class PhraseReader:
    """Reads date phrases out of the words of a text."""

    named: NamedDates
    relative: RelativeDates
    published: date | None
    alone: bool = False
    _atoms: dict[int, Found] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(
        cls, words: Sequence[Word], published: date | None, *, alone: bool = False
    ) -> "PhraseReader":
        """Return the reader of a text; *alone* where the text is one phrase."""
        named = NamedDates(words)
        return cls(named, RelativeDates(named, published), published, alone)

    def phrase(self, at: int) -> Phrase | None:
        """Read the phrase at a word: its days, kind, first word and the index behind it.

        ``None`` too for what lies beyond the ends of the calendar.
        """
        try:
            return self._phrase(at)
        except OverflowError:
            return None

    def _phrase(self, at: int) -> Phrase | None:
        lead, inner = self._lead(at)
        if lead == "between" or (lead == "from" and self._range(inner, lead) is not None):
            found = self._range(inner, lead) or self._run(inner)
            return None if found is None else (found[0], None, at, found[1])
        if lead == "since" and (event := self._event(inner)) is not None:
            days = Days(None, self.published, frozenset({WhenFlag.EVENT}))
            return days, WhenKind.PERIOD, at, event
        if lead == "at" and (length := self.relative.lasting(inner)) is not None:
            return _known(length[0]), None, at, length[1]
        found = self._dates(inner, lead) or self._single(inner, lead)
        if found is None:
            return None
        days, end = found
        if lead == "from" and self.named.text(end) in _ONWARDS:
            lead, end = "since", end + 1
        if lead == "after" and self._is_genitive(end - 1):
            lead = "at"  # "after Wednesday's strike"
        bounded = self._bounded(lead, days)
        if bounded is None:
            return None
        kind = WhenKind.AS_OF if lead in {"to", "before"} else None
        return bounded, kind, at, end

    def _is_genitive(self, at: int) -> bool:
        word = self.named.word(at)
        return word is not None and word.end - word.start > len(word.text)

    def _lead(self, at: int) -> tuple[str, int]:
        """Read a preposition, and "the night of" behind it."""
        lead, inner = self._long_lead(at)
        if not lead and (short := LEADS.get(self.named.text(at))) is not None:
            if self.named.text(at) == "over" and self.relative.lengths.ago(at) is not None:
                return lead, inner  # "over a month ago" is more than a month ago
            lead, inner = short, at + 1
        after = inner + (self.named.text(inner) == "the")
        hours = [self.named.text(after + step) for step in (1, 2)] == ["hours", "of"]
        if hours and self.named.text(after) in _HOURS:
            return lead or "at", after + 3
        if self.named.text(after) in TIMES_OF_DAY and self.named.text(after + 1) == "of":
            return lead or "at", after + 2
        word = self.named.word(inner + 1)
        if self.named.text(inner) in {"early", "late"} and word and word.weekday is not None:
            inner += 1
        return lead, inner

    def _long_lead(self, at: int) -> tuple[str, int]:
        lead, inner = "", at
        if self.named.text(at) not in _LONG_STARTS:
            return lead, inner
        for words, meaning in LONG_LEADS.items():
            if tuple(self.named.text(at + step) for step in range(len(words))) == words:
                lead, inner = meaning, at + len(words)
        return lead, inner

    def _atom(self, at: int) -> Found:
        """Read the longest single date at a word; each is read once."""
        if at not in self._atoms:
            self._atoms[at] = self._longest(at)
        return self._atoms[at]

    def _longest(self, at: int) -> Found:
        named, relative = self.named.at(at), self.relative.at(at)
        if named is None or (relative is not None and relative[1] > named[1]):
            return relative
        return named

    def _atom_or_year(self, at: int) -> Found:
        found = self._atom(at)
        if found is not None:
            return found
        year = self.named.year(at)
        return None if year is None else (Named(year), at + 1)

    def _single(self, at: int, lead: str) -> tuple[Days, int] | None:
        found = self._atom_or_year(at) if self._is_year(at) else self._atom(at)
        if found is None:
            return None
        atom, end = found
        if isinstance(atom, Named) and not lead and not self.alone and self._is_common(at, atom):
            return None
        days = atom.days(self.published) if isinstance(atom, Named) else atom
        return None if days is None else (days, end)

    def _is_year(self, at: int) -> bool:
        """Tell "in 2022" and "by 2014," from "by 2014 people"."""
        before = self.named.text(at - 1)
        if self.alone or before in _YEAR_LEADS:
            return True
        return before in _YEAR_ENDS and self._are_years(at - 1, at + 1)

    def _is_common(self, at: int, atom: Named) -> bool:
        """Whether a lone "May" or "March" may be no month at all."""
        lone = atom.day is None and atom.year is None
        return lone and self.named.text(at) in {"may", "march"}

    def _range(self, at: int, lead: str) -> tuple[Days, int] | None:
        """Read two dates and what joins them."""
        led = bool(lead) or self.alone
        start = self._atom_or_year(at) if led else self._atom(at)
        if start is None:
            return None
        atom, end = start
        joint = self.named.text(end)
        short = self._short_year(atom, end)
        if short is not None:
            return short
        if joint not in _TO and not (joint == "and" and lead == "between"):
            return None
        second = self._atom_or_year(end + 1) if led or _has_year(atom) else self._atom(end + 1)
        if second is None or not _alike(atom, second[0]):
            return None
        if _are_years(atom, second[0]) and not self._are_years(at, second[1]):
            return None
        days = joined(atom, second[0], self.published)
        return None if days is None else (days, second[1])

    def _dates(self, at: int, lead: str) -> tuple[Days, int] | None:
        """Read two dates as one stretch of days."""
        return self._range(at, "") or self._pair(at, led=bool(lead) or self.alone)

    def _run(self, at: int) -> tuple[Days, int] | None:
        """Read "3 and 8 June", which is one date of several days, behind "between"."""
        found = self.named.at(at)
        if found is None or not isinstance(found[0], Named) or found[0].last_day is None:
            return None
        days = found[0].days(self.published)
        return None if days is None else (days, found[1])

    def _pair(self, at: int, *, led: bool) -> tuple[Days, int] | None:
        """Read two dates that follow each other: "Monday and Tuesday", "January and February"."""
        read = self._atom_or_year if led else self._atom
        start = read(at)
        if start is None or self.named.text(start[1]) not in {"and", "into"}:
            return None
        second = read(start[1] + 1)
        if second is None or not _alike(start[0], second[0]):
            return None
        if _are_years(start[0], second[0]) and not self._are_years(at, second[1]):
            return None
        days = joined(start[0], second[0], self.published)
        if days is None or not _follow(start[0], second[0], days):
            return None
        return days, second[1]

    def _short_year(self, atom: Atom, at: int) -> tuple[Days, int] | None:
        """Read "1994-95", where the second number is no month."""
        mark, word = self.named.word(at), self.named.word(at + 1)
        if mark is None or word is None or not isinstance(atom, Named) or atom.month is not None:
            return None
        number, year = word.number, atom.year
        if year is None or number is None or mark.text not in DASHES or not word.glued:
            return None
        if len(word.text) != 2 or number <= max(year % 100, 12):  # noqa: PLR2004
            return None
        days = joined(atom, Named(year - year % 100 + number), self.published)
        return None if days is None else (days, at + 2)

    def _are_years(self, at: int, end: int) -> bool:
        """Tell years from tolls: "rose from 1950 to 2000", "between 1950 and 2000 people"."""
        before = {self.named.text(back) for back in range(at - _TREND_REACH, at)}
        return self.alone or (self._ends(end) and not before & _TREND)

    def _ends(self, at: int) -> bool:
        """Whether no word follows that a number could count."""
        word = self.named.word(at)
        return word is None or not word.text.isalpha() or word.capital or word.text in _GOES_ON

    def _event(self, at: int) -> int | None:
        """Read "the invasion began", "the start of the war": the index behind it."""
        for end in range(at, at + _EVENT_REACH):
            word = self.named.text(end)
            if not word.isalpha() and word != "-":
                return None
            if word in _BEGINNING and end > at + 1:
                return end + 1
            if word in _HAPPENINGS and self.named.text(end + 1) not in _BEGINNING | {"of"}:
                return end + 1 if end > at else None
        return None

    def _bounded(self, lead: str, days: Days) -> Days | None:
        """Turn days into what the preposition makes of them."""
        if not (days.first or days.last):
            return days
        published = self.published
        match lead:
            case "since":
                ahead = published and days.first and days.first > published
                return None if ahead else replace(days, last=published)
            case "to":
                # The end of "the end of March" is sharp.
                return replace(days, first=None, flags=days.flags - {WhenFlag.VAGUE})
            case "before":
                return replace(days, first=None, last=days.first and days.first - _DAY)
            case "after":
                first = days.last and days.last + _DAY
                come = first and published and first <= published
                return replace(days, first=first, last=published if come else None)
            case _:
                return days


def _known(atom: Atom) -> Days:
    return atom if isinstance(atom, Days) else Days(None, None)


def _has_year(atom: Atom) -> bool:
    return isinstance(atom, Named) and atom.year is not None and atom.month is not None


def _are_years(one: Atom, other: Atom) -> bool:
    return all(isinstance(atom, Named) and atom.month is None for atom in (one, other))


def _alike(one: Atom, other: Atom) -> bool:
    """Whether two dates can be the ends of one range."""
    if isinstance(one, Named) and isinstance(other, Named):
        return one.month is not None or other.month is None
    return True


def _follow(one: Atom, other: Atom, days: Days) -> bool:
    """Whether no day lies between two dates."""
    if isinstance(one, Named) and isinstance(other, Named) and one.day is None:
        if one.part is not None or other.part is not None:
            return False
        if one.month is None or other.month is None:
            return one.year is not None and one.year + 1 == other.year
        return one.month % _MONTHS + 1 == other.month
    return days.first is not None and days.last == days.first + _DAY
