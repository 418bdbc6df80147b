"""The words of one language, as its data file groups them, in tables matched longest first."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from claimrecon.extraction.text.words import Word, words_of

T = TypeVar("T")


class Form(StrEnum):
    """How a word of harm stands to the persons it befalls."""

    PARTICIPLE = "participle"
    """Behind them ("30 were killed"), or before them ("killed 30")."""
    ACTIVE = "active"
    """Before them ("killing 30")."""
    OWN = "own"
    """Behind them, and never with an object ("30 died")."""
    ADJECTIVE = "adjective"
    """Between number and noun ("30 dead soldiers")."""
    NOUN = "noun"
    """Counted itself ("30 deaths")."""
    OF = "of"
    """Before them ("the deaths of 30")."""


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """A table from runs of words to meanings; the longest run that fits wins.

    Attributes
    ----------
    rows
        The meanings.
    lengths, endings
        How long the runs are that begin, or end, with a word; the longest first.
    """

    rows: Mapping[tuple[str, ...], T]
    lengths: Mapping[str, tuple[int, ...]]
    endings: Mapping[str, tuple[int, ...]]

    def at(self, words: Sequence[Word], place: int) -> tuple[T, int] | None:
        """Return the meaning at a word and the index behind it, or ``None``."""
        if not 0 <= place < len(words):
            return None
        for length in self.lengths.get(words[place].low, ()):
            key = tuple(word.low for word in words[place : place + length])
            if key in self.rows:
                return self.rows[key], place + len(key)
        return None

    def ending(self, words: Sequence[Word], place: int) -> tuple[T, int] | None:
        """Return the meaning of the longest run that ends before *place*, and where it starts."""
        if not 0 < place <= len(words):
            return None
        for length in self.endings.get(words[place - 1].low, ()):
            found = self.at(words, place - length)
            if found is not None and found[1] == place:
                return found[0], place - length
        return None

    def spans(self, words: Sequence[Word]) -> tuple[tuple[T, int, int], ...]:
        """Return every match with its first word and the word behind it; none overlap."""
        found = []
        place = 0
        while place < len(words):
            match = self.at(words, place)
            if match is None:
                place += 1
            else:
                found.append((match[0], place, match[1]))
                place = match[1]
        return tuple(found)


def table(rows: Iterable[tuple[str, T]]) -> Table[T]:
    """Build a table from phrases as they are written in a data file."""
    read = {tuple(word.low for word in words_of(text)): meaning for text, meaning in rows}
    return Table(MappingProxyType(read), _lengths(read, 0), _lengths(read, -1))


def _lengths(keys: Iterable[tuple[str, ...]], place: int) -> Mapping[str, tuple[int, ...]]:
    """Return by their first or last word how long runs are, the longest first."""
    found: dict[str, set[int]] = {}
    for key in keys:
        found.setdefault(key[place], set()).add(len(key))
    return MappingProxyType(
        {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}
    )


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language.

    Attributes
    ----------
    harm
        What befell somebody, by form: each table gives names of measures.
    toll
        Heads of a sentence about a running total.
    groups
        Sets of single words by their section and key: "nouns.persons".
    tables
        Phrases by their section and key; the meaning is the key.
    """

    harm: Mapping[Form, Table[str]]
    toll: Table[str]
    groups: Mapping[str, frozenset[str]]
    tables: Mapping[str, Table[str]]

    def has(self, group: str, word: str) -> bool:
        """Whether a single word is of a group."""
        return word in self.groups[group]


_FORMS = {
    Form.PARTICIPLE: "participles",
    Form.ACTIVE: "actives",
    Form.OWN: "own",
    Form.ADJECTIVE: "adjectives",
    Form.NOUN: "nouns",
    Form.OF: "of",
}
_SECTIONS = ("nouns", "grammar", "stance", "speech", "evidence", "events", "places")


@cache
def english() -> Lexicon:
    """Load the English words; they are read from their file once."""
    data: dict[str, Any] = tomllib.loads(
        files(__package__).joinpath("english.toml").read_text("utf-8")
    )
    between = frozenset(data["toll"].pop("between"))
    lists = {
        f"{section}.{key}": words for section in _SECTIONS for key, words in data[section].items()
    }
    return Lexicon(
        harm=MappingProxyType(
            {
                form: table(
                    (words, measure)
                    for measure, forms in data["measures"].items()
                    for words in forms.get(key, ())
                )
                for form, key in _FORMS.items()
            }
        ),
        toll=table((words, name) for name, heads in data["toll"].items() for words in heads),
        groups=MappingProxyType(
            {
                "toll.between": between,
                **{name: frozenset(words) for name, words in lists.items()},
            }
        ),
        tables=MappingProxyType(
            {name: table((words, name) for words in found) for name, found in lists.items()}
        ),
    )
