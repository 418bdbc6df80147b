"""A number phrase as it was found in the tokens of a text."""

from dataclasses import dataclass
from fractions import Fraction

from claimrecon.quantities.parsing.figures import Found
from claimrecon.quantities.phrase import Figure, Relation


@dataclass(frozen=True, slots=True)
class Span:
    """What a number phrase was found to be.

    Attributes
    ----------
    figures
        One figure, or the two ends of a range.
    first
        The first number as found.
    start, end
        Indices of the first token and of the token behind the last.
    best, confidence
        As in ``CountPhrase``.
    tail
        Index of a hedge that stands at the very end, behind the noun; no index for none.
    odd
        Whether the two ends come from one number: "twenty-odd".
    """

    figures: tuple[Figure, ...]
    first: Found
    start: int
    end: int
    best: Fraction | None = None
    confidence: Fraction | None = None
    tail: int | None = None
    odd: bool = False

    @property
    def relation(self) -> Relation | None:
        """How a ratio or a difference was said, or ``None`` for a count."""
        ratio = self.first.core.ratio
        trend = self.first.marks & {"up", "down"}
        if ratio is None:
            return Relation.DIFFERENCE if trend else None
        return Relation.CHANGE if trend else ratio.relation
