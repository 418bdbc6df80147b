"""What a rereading is: one claim, taken to mean something else (§13)."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from claimrecon.claims import Scope
from claimrecon.quantities import CountInterval


class What(StrEnum):
    """What of a claim is read otherwise."""

    HEDGE = "hedge"
    """At least, or at most, where the words do not say so."""
    POPULATION = "population"
    PLACE = "place"
    CAUSE = "cause"
    MEASURE = "measure"
    TIME = "time"
    """A running total, what happened in a period, or the final toll."""
    SINCE = "since"
    """Another start of counting."""
    RATE_UNIT = "rate unit"
    DIGIT = "digit"
    """A slip of the pen: a nought too many, two digits swapped, one digit off."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to read a claim otherwise, not yet tried.

    Attributes
    ----------
    what
        What is read otherwise.
    before, after
        That, in words, as the claim has it and as it would be.
    distance
        How far from the claim, among candidates of one kind: 0 is nearest.
    scope, units, interval
        What takes the place of the claim's own; ``None`` leaves it. The interval is the lenient
        one that would bind.
    """

    what: What
    before: str
    after: str
    distance: int = 0
    scope: Scope | None = None
    units: Fraction | None = None
    interval: CountInterval | None = None


@dataclass(frozen=True, slots=True)
class Rereading:
    """A hypothesis for a person to check: read so, a claim no longer clashes (§13).

    Attributes
    ----------
    claim
        Id of the claim.
    what
        What would have to be read otherwise.
    before, after
        That, in words, as the claim has it and as it would be.
    whole_record
        Whether the whole record, and not only the set, could then be true.
    explanation
        The hypothesis in one sentence.
    """

    claim: str
    what: What
    before: str
    after: str
    whole_record: bool
    explanation: str
