"""Claims as they were read: scope, interval and origin, with what was written kept beside (§1).

The file format (``claimrecon.dossier``) turns what was written into these values; everything
above works on them alone.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from claimrecon.periods import DaySpan, Moment
from claimrecon.quantities import CountInterval, Reading
from claimrecon.scopes import EVERYTHING, Extent
from claimrecon.vocabulary import Credibility, Evidence, Measure


class Timing(StrEnum):
    """Which of the three time keys a claim has (§5)."""

    AT = "at"
    """A stock at the end of some day of the span."""
    AS_OF = "as_of"
    """A running total up to the end of some day of the span."""
    DURING = "during"
    """What happened in the whole span."""


@dataclass(frozen=True, slots=True)
class When:
    """The time of a scope.

    Attributes
    ----------
    timing
        Stock, running total or period.
    span
        The days, both inclusive; ``None`` means the final toll (only with ``as_of``).
    since
        The possible first days of counting of a running total; ``None`` means the one unknown
        common start (§5). Always ``None`` for stocks and periods.
    """

    timing: Timing
    span: DaySpan | None
    since: DaySpan | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """What a figure is about: measure x population x place x cause x time (§2).

    Attributes
    ----------
    outer_measure
        ``measure`` is what certainly counts; where the claim itself names an inner and an outer
        measure, this is the outer one, else ``None`` (§4). ``unbounded_measure`` says that the
        outer one is anything at all.
    """

    measure: Measure
    population: Extent
    place: Extent
    cause: Extent
    when: When
    outer_measure: Measure | None = None
    unbounded_measure: bool = False


@dataclass(frozen=True, slots=True)
class ReadClaim:
    """One claim as it was understood; nothing of it is widened or narrowed by other claims.

    Attributes
    ----------
    id
        Unique in the dossier.
    speaker, origin
        Keys of sources: who said it, and whom they speak for (§9). Both empty for an assumption.
    via
        Relays, from the origin outwards.
    said
        The day §9 orders by (said, else made public, else as of); ``None`` sorts earliest.
    public_from
        Last possible day on which it became public; ``None`` means always known (§17).
    scope
        What the figure is about.
    reading
        Strict and lenient interval before evidence takes an end away; ``None`` where the words hold
        no number. Persons; a factor where ``ratio_of`` is set; persons per unit where ``units`` is.
    words
        The figure as it was written.
    ratio_of
        Id of the claim whose scope is the base.
    units
        For a rate, how many of its time units the period has (exact); else ``None``.
    rate_unit
        The time unit of a rate as written ("month"); else ``None``.
    is_assumption
        Whether it is the analyst's own.
    """

    id: str
    speaker: str
    origin: str
    via: tuple[str, ...]
    said: Moment | None
    public_from: date | None
    scope: Scope
    reading: Reading | None
    words: str
    evidence: Evidence = Evidence.ASSERTION
    exact: bool = False
    ratio_of: str | None = None
    units: Fraction | None = None
    rate_unit: str | None = None
    statement: str | None = None
    relays: str | None = None
    derived_from: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    credibility: Credibility | None = None
    is_assumption: bool = False
    quote: str | None = None
    url: str | None = None
    note: str | None = None

    @property
    def binds(self) -> bool:
        """Whether the claim constrains the record by itself (§7, §8, §9)."""
        return self.reading is not None and self.evidence.binds and not self.derived_from

    def interval(self, *, lenient: bool) -> CountInterval | None:
        """Return what binds: the reading, without the top where the evidence is documented (§7)."""
        if self.reading is None:
            return None
        read = self.reading.lenient if lenient else self.reading.strict
        if self.evidence is Evidence.DOCUMENTED:
            return CountInterval(read.low, None)
        return read


class RuleKind(StrEnum):
    """The named assumptions of the analyst (§3, §7)."""

    NONE_BEFORE = "none_before"
    NO_ARRIVALS = "no_arrivals"
    NO_DEPARTURES = "no_departures"
    NOBODY_TWICE = "nobody_twice"


@dataclass(frozen=True, slots=True)
class NamedAssumption:
    """A named assumption: a rule that holds because the analyst says so.

    Attributes
    ----------
    after
        For ``no_arrivals`` and ``no_departures``: none on any later day; ``None`` means none since
        the balance opened.
    population, place
        Whom it is about.
    """

    id: str
    kind: RuleKind
    after: date | None = None
    population: Extent = EVERYTHING
    place: Extent = EVERYTHING
