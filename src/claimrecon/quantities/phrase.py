"""What the words of a figure entail; nothing is widened here (that is the codebook's part)."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Comparator(StrEnum):
    """How the words bound the number."""

    EQ = "eq"
    GE = "ge"
    GT = "gt"
    LE = "le"
    LT = "lt"
    APPROX = "approx"
    APPROX_BELOW = "approx_below"
    """Nearly, almost, just under."""
    JUST_OVER = "just_over"
    RANGE = "range"
    VAGUE = "vague"
    """A word for a size ("dozens"), or for no size at all ("many")."""
    NONE = "none"
    """Says on purpose that there is no number ("none", "not seen")."""


class Relation(StrEnum):
    """How a figure hangs on another count; but for a difference its value is the factor on it."""

    SHARE = "share"
    """Two thirds of, 41 percent of."""
    TIMES = "times"
    """Doubled, three times as many."""
    CHANGE = "change"
    """Halved, down by a quarter (factor 3/4), a 50 percent increase (factor 3/2)."""
    DIFFERENCE = "difference"
    """So many more or fewer than another count, in persons: no factor, and no count of its own."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a phrase with what is said about it.

    Attributes
    ----------
    comparator
        Anything but ``RANGE`` and ``NONE``.
    value
        The number in persons, or the factor of a ratio; ``None`` for a vague word.
    step
        What one in the last digit as written is worth: 1 for "1,000", 1/10 for "0.6", 1/100 for
        "41 percent".
    soft
        Whether the upper end is soft: "up to", "as many as".
    hedged
        Whether a bound is itself approximate: "at least about 300".
    in_words
        Whether a ratio was said in words: "a third", "doubled".
    dozens
        Whether it was counted by the dozen.
    word
        The vague word, as the codebooks name it: "several", "hundreds".
    """

    comparator: Comparator
    value: Fraction | None
    step: Fraction = Fraction(1)
    soft: bool = False
    hedged: bool = False
    in_words: bool = False
    dozens: bool = False
    word: str | None = None


@dataclass(frozen=True, slots=True)
class CountPhrase:
    """A number phrase as it was parsed.

    Attributes
    ----------
    text
        The words as given, never rewritten.
    comparator
        How they bound the number.
    low, high, best
        What they entail: a bare number has all three, "about 450" only ``best``, "up to 80" only
        ``high``, a vague word none (its numbers are the codebook's). Factors for a ratio; none for
        a difference.
    figures
        The numbers with a comparator each: one, or the two ends of a range; none for ``NONE``.
    start, end
        Offsets of the number phrase, hedges included: ``text[start:end]``.
    rest
        The words after it ("killed", "North Korean soldiers"), stripped.
    relation
        Set where the words give a ratio or a difference, else ``None``.
    per
        The unit of a rate where the words give one: "day", "month".
    increment
        Whether it comes on top of another figure: "another 2,700".
    subset
        Whether it is part of another figure, and never added to it: "including 3 children".
    carried
        Whether its bound was said before an earlier number: the second of "at least 300 killed and
        61 wounded". ``text[start:end]`` does not hold the bound then.
    confidence
        Of an interval in brackets: "95% CI" is 19/20.
    households
        Whether it counts families or households, which are no persons.
    ambiguous
        Whether digits were grouped by points ("4.500"): thousands for persons, unsure otherwise.
    """

    text: str
    comparator: Comparator
    low: Fraction | None = None
    high: Fraction | None = None
    best: Fraction | None = None
    figures: tuple[Figure, ...] = ()
    start: int = 0
    end: int = 0
    rest: str = ""
    relation: Relation | None = None
    per: str | None = None
    increment: bool = False
    subset: bool = False
    carried: bool = False
    confidence: Fraction | None = None
    households: bool = False
    ambiguous: bool = False

    @property
    def soft(self) -> bool:
        """Whether the upper end is soft: "up to", "as many as"."""
        return bool(self.figures) and self.figures[-1].soft

    @property
    def is_ratio(self) -> bool:
        """Whether the words give a factor on another count."""
        return self.relation not in {None, Relation.DIFFERENCE}

    @property
    def vague_word(self) -> str | None:
        """The first vague word, as the codebooks name it."""
        return next((figure.word for figure in self.figures if figure.word is not None), None)
