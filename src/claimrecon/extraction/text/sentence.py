"""A sentence with everything that was found in it: words, number phrases, dates, clauses."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from claimrecon.extraction.text.lexicon import Lexicon
from claimrecon.extraction.text.words import Word
from claimrecon.quantities import CountPhrase

_BREAKS = frozenset({";", "—", "\n"})
_PAUSES = frozenset({",", ")", '"', "“", "”", "«", "»"})
_ALWAYS = frozenset({"but", "while", "whereas", "although"})
_SAYING = frozenset({"said", "says", "claimed", "claims", "insisted", "added", "put"})


@dataclass(frozen=True, slots=True)
class Count:
    """A number phrase among the words of a sentence.

    Attributes
    ----------
    first, behind
        Index of its first word, and of the word behind it.
    """

    phrase: CountPhrase
    first: int
    behind: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a text.

    Attributes
    ----------
    text
        The whole text; all offsets are in it.
    start, end
        Offsets of the sentence.
    counts
        Number phrases, in their order.
    dated
        Indices of words that belong to a date.
    clause
        For each word, the number of its clause.
    """

    text: str
    start: int
    end: int
    words: tuple[Word, ...]
    counts: tuple[Count, ...]
    dated: frozenset[int]
    clause: tuple[int, ...]
    _starts: dict[int, Count] = field(init=False, repr=False, compare=False)
    _counted: frozenset[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note where the number phrases stand."""
        object.__setattr__(self, "_starts", {count.first: count for count in self.counts})
        counted = (at for count in self.counts for at in range(count.first, count.behind))
        object.__setattr__(self, "_counted", frozenset(counted))

    def low(self, place: int) -> str:
        """Return a word in lower case; an empty text outside of the sentence."""
        return self.words[place].low if 0 <= place < len(self.words) else ""

    def count_at(self, place: int) -> Count | None:
        """Return the number phrase that begins at a word."""
        return self._starts.get(place)

    def is_counted(self, place: int) -> bool:
        """Whether a word is part of a number phrase."""
        return place in self._counted

    def slice(self, first: int, behind: int) -> tuple[int, int]:
        """Return the offsets of the words from *first* up to, and without, *behind*."""
        return self.words[first].start, self.words[behind - 1].end


def clauses_of(words: Sequence[Word], lexicon: Lexicon) -> tuple[int, ...]:
    """Give each word the number of its clause; a clause may have its own stance and speaker."""
    openers = lexicon.groups["stance.clause"]
    number, found = 0, list[int]()
    for place, word in enumerate(words):
        previous = words[place - 1].low if place else ""
        opens = word.low in openers and (previous in _PAUSES or word.low in _ALWAYS)
        says_on = previous in {"and", "but"} and word.low in _SAYING
        if place and (opens or says_on or previous in _BREAKS):
            number += 1
        found.append(number)
    return tuple(found)
