"""Tables of words, matched longest first."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Generic, TypeVar

from claimrecon.quantities.parsing.tokens import Token, tokens_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """A table from runs of tokens to meanings; the longest run that fits wins."""

    table: Mapping[tuple[str, ...], T]
    lengths: Mapping[str, tuple[int, ...]]

    def match(self, tokens: Sequence[Token], at: int) -> tuple[T, int] | None:
        """Return the meaning at a token and the index behind it, or ``None``."""
        if at >= len(tokens):
            return None
        for length in self.lengths.get(tokens[at].text, ()):
            key = tuple(token.text for token in tokens[at : at + length])
            if key in self.table:
                return self.table[key], at + len(key)
        return None


def phrases(entries: Iterable[tuple[str, T]]) -> Phrases[T]:
    """Build a table from phrases as they are written in a data file."""
    table = {tuple(token.text for token in tokens_of(text)): meaning for text, meaning in entries}
    lengths: dict[str, set[int]] = {}
    for key in table:
        lengths.setdefault(key[0], set()).add(len(key))
    return Phrases(
        table, {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
    )


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The words of one language, as its data file groups them."""

    units: Mapping[str, int]
    tens: Mapping[str, int]
    articles: frozenset[str]
    scales: Mapping[str, int]
    glued: Mapping[str, int]
    bare_plurals: frozenset[str]
    parts: Mapping[str, int]
    before: Phrases[str]
    after: Phrases[str]
    connectors: Phrases[str]
    brackets: frozenset[str]
    best: Phrases[str]
    ratios: Phrases[tuple[str, Fraction]]
    trend: Phrases[str]
    percent: Phrases[str]
    sense: Mapping[str, str]
    times_then: frozenset[str]
    one_in: Phrases[str]
    vague: Phrases[str]
    empty: Phrases[str]
    unreported: frozenset[str]
    partial: frozenset[str]
    every: Mapping[str, int]
    rest: Mapping[str, frozenset[str]]
    running: Mapping[str, frozenset[str]]
    adverbs: Mapping[str, str]
    singular: frozenset[str]
    plural: frozenset[str]


@cache
def english() -> Lexicon:
    """Load the English words; they are read from their file once."""
    data = tomllib.loads(files(__package__).joinpath("english.toml").read_text("utf-8"))
    cardinals, ratios, rest, ranges = (
        data["cardinals"],
        data["ratios"],
        data["rest"],
        data["ranges"],
    )
    ones = [*cardinals["units"], *cardinals["teens"]]
    factors: list[tuple[str, tuple[str, Fraction]]] = [
        *((word, ("times", Fraction(factor))) for word, factor in ratios["times"].items()),
        *((word, ("halved", Fraction(1, 2))) for word in ratios["halving"]["phrases"]),
    ]
    return Lexicon(
        units={word: number for number, word in enumerate(ones)},
        tens={word: 10 * number for number, word in enumerate(cardinals["tens"], start=2)},
        articles=frozenset(cardinals["articles"]),
        scales=cardinals["scales"],
        glued=cardinals["glued"],
        bare_plurals=frozenset(cardinals["plural"]["scales"]),
        parts=cardinals["parts"],
        before=_grouped(data["before"]),
        after=_grouped(data["after"]),
        connectors=_grouped({key: ranges[key] for key in ("connectors", "bounded")}),
        brackets=frozenset(ranges["brackets"]),
        best=_grouped({"best": ranges["best"]}),
        ratios=phrases(factors),
        trend=_grouped({key: ratios[key] for key in ("down", "up")}),
        percent=_grouped({key: ratios[key] for key in ("percent", "points")}),
        sense={word: key for key in ("increase", "decrease") for word in ratios[key]},
        times_then=frozenset(ratios["times_then"]),
        one_in=_grouped({"in": ratios["one_in"]}),
        vague=_grouped(data["vague"]),
        empty=_grouped({key: data["empty"][key] for key in ("none", "zero")}),
        unreported=frozenset(data["empty"]["unreported"]),
        partial=frozenset(data["empty"]["partial"]),
        every=ratios["every"],
        rest={key: frozenset(words) for key, words in rest.items() if key != "adverbs"},
        running={key: frozenset(words) for key, words in data["running"].items()},
        adverbs=rest["adverbs"],
        singular=frozenset(data["nouns"]["singular"]),
        plural=frozenset(data["nouns"]["plural"]),
    )


def _grouped(groups: Mapping[str, Iterable[str]]) -> Phrases[str]:
    return phrases((text, meaning) for meaning, texts in groups.items() for text in texts)
