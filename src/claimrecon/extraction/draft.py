"""A draft: one figure read in a text, with where everything about it stands.

Nothing here is a claim: somebody accepts it first.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from claimrecon.periods import WhenKind
from claimrecon.quantities import CountPhrase
from claimrecon.vocabulary import Evidence


class Stance(StrEnum):
    """How the text stands to the figure."""

    ASSERTED = "asserted"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"
    """It would, could or may be so."""
    FEARED = "feared"
    """Feared, presumed, at risk."""
    PROJECTED = "projected"
    """It will be so."""
    RETRACTED = "retracted"
    """Given out before, and taken back."""


class Tier(StrEnum):
    """How sure the rule that made a draft is."""

    SURE = "sure"
    """Precision first; the default."""
    ALL = "all"
    """Also what a person should look at before it is used."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a text and where they stand: ``text[start:end] == words``."""

    words: str
    start: int
    end: int

    def __str__(self) -> str:
        """Print the words."""
        return self.words


def mark(text: str, start: int, end: int) -> Mark:
    """Return the words of *text* from *start* up to, and without, *end*."""
    return Mark(text[start:end], start, end)


@dataclass(frozen=True, slots=True)
class DraftDate:
    """When a figure was true, as the text says it.

    Attributes
    ----------
    mark
        The words.
    first, last
        Days, both inclusive; ``None`` where the words leave that end open.
    kind
        Whether it is when it happened, or up to when it is counted.
    of_saying
        Whether it is the day on which it was said, and the text gives no other.
    """

    mark: Mark
    first: dt.date | None
    last: dt.date | None
    kind: WhenKind
    of_saying: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """One figure read in a text.

    Attributes
    ----------
    id
        Unique among the drafts of its text.
    figure
        The number phrase with its hedges: ``text[figure.start:figure.end]`` is what was read.
    phrase
        What its words entail.
    measure
        What it counts, as the file format names it; several are added up.
    rule
        Name of the rule that linked the figure to the measure.
    quote
        The sentence, or the words a model quoted.
    tier
        How sure the rule is.
    stance
        Whether the text asserts the figure.
    population
        Whom it is about.
    place
        Where.
    date
        When.
    said_on
        The day on which it was said, where the text says so.
    speakers
        Who said it: the origin first, then who passed it on, outwards.
    subset_of
        Id of the draft of which it is a part ("including 3 children").
    ratio_of
        Id of the draft on whose scope a ratio is.
    evidence
        What kind of knowledge the words say it is; the stance is not part of it.
    doubts
        Why a person should look at it before using it, each a clause.
    """

    id: str
    figure: Mark
    phrase: CountPhrase
    measure: tuple[str, ...]
    rule: str
    quote: Mark
    tier: Tier = Tier.SURE
    stance: Stance = Stance.ASSERTED
    population: Mark | None = None
    place: Mark | None = None
    date: DraftDate | None = None
    said_on: dt.date | None = None
    speakers: tuple[Mark, ...] = ()
    subset_of: str | None = None
    ratio_of: str | None = None
    evidence: Evidence = Evidence.ASSERTION
    doubts: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Offset of the first character of the figure."""
        return self.figure.start

    @property
    def end(self) -> int:
        """Offset behind the last character of the figure."""
        return self.figure.end

    @property
    def is_asserted(self) -> bool:
        """Whether the text gives it out as so."""
        return self.stance is Stance.ASSERTED
