"""From a parsed phrase, or from numbers, to a strict and a lenient interval (§8)."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from claimrecon.quantities.codebook import Basis, Codebook
from claimrecon.quantities.interval import CountInterval
from claimrecon.quantities.phrase import CountPhrase


class Kind(StrEnum):
    """What the figure is a figure of."""

    COUNT = "count"
    RATE = "rate"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Reading:
    """How a figure was read.

    Attributes
    ----------
    strict, lenient
        The two intervals; strict lies within lenient.
    rule
        Id of the codebook's row.
    basis
        Whether that row has a source or is this library's own choice.
    numbers
        The numbers as written, hedges aside, ascending; echoes are compared by them (§9).
    """

    strict: CountInterval
    lenient: CountInterval
    rule: str
    basis: Basis
    numbers: tuple[Fraction, ...]


def read_phrase(
    phrase: CountPhrase,
    codebook: Codebook,
    *,
    kind: Kind = Kind.COUNT,
    statistical: bool = False,
    documented: bool = False,
    exact: bool = False,
) -> Reading | None:
    """Read a parsed phrase by a codebook; ``None`` where its words hold no number."""
    raise NotImplementedError


def read_numbers(
    low: Fraction | None,
    high: Fraction | None,
    best: Fraction | None,
    codebook: Codebook,
    *,
    kind: Kind = Kind.COUNT,
    statistical: bool = False,
    documented: bool = False,
    exact: bool = False,
    confidence: Fraction | None = None,
) -> Reading:
    """Read numbers given as low, high and best like the same numbers in words."""
    raise NotImplementedError
