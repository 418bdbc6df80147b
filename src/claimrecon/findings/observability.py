"""What the claims say of a quantity: claimed, implied by others, or out of reach (§14).

The four classes are those of data reconciliation, where instruments stand for sources.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from claimrecon.claims import ReadClaim, Scope, Timing, When
from claimrecon.constraints import scope_words
from claimrecon.findings.echoes import scope_key
from claimrecon.findings.headlines import headline_scopes
from claimrecon.findings.intervals import Interval, interval_words
from claimrecon.findings.record import Record
from claimrecon.findings.sheet import Sheet
from claimrecon.linear import Budget, UndecidedError
from claimrecon.periods import DaySpan
from claimrecon.vocabulary import MEASURES, Measure


class Observability(StrEnum):
    """What the claims say of a quantity."""

    OBSERVED = "observed"
    """Claimed, and without these claims less would be known."""
    REDUNDANT = "redundant"
    """Claimed, and the others already imply as much."""
    DEDUCIBLE = "deducible"
    """Nobody claimed it, yet it is bounded: not from zero to any number."""
    UNOBSERVABLE = "unobservable"
    """Nobody claimed it, and nothing bounds it."""
    CONTESTED = "contested"
    """The claims that bear on it cannot all be true; each account has a range of its own."""
    UNDECIDED = "undecided"
    """The budget ran out."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One scope, and what the claims say of it.

    Attributes
    ----------
    scope, title
        What is meant, and the same in words.
    kind
        The class.
    claims
        Ids of the standing claims of exactly this scope, sorted.
    lenient
        What is left possible, in whole persons; ``None`` where contested or undecided.
    without
        What the other claims alone leave possible; ``None`` where nobody claimed it, where it
        would be contested all the same, or where nothing was solved.
    """

    scope: Scope
    title: str
    kind: Observability
    claims: tuple[str, ...] = ()
    lenient: Interval | None = None
    without: Interval | None = None

    def __str__(self) -> str:
        """Print the class, what is possible, and who claims it."""
        reach = "" if self.lenient is None else f", {interval_words(self.lenient)}"
        by = f" ({', '.join(self.claims)})" if self.claims else ""
        return f"{self.title}: {self.kind}{reach}{by}"


def quantities(
    record: Record, scopes: Sequence[Scope] | None = None, *, budget: Budget | None = None
) -> tuple[Quantity, ...]:
    """Return the class of each scope, allowing for rounding.

    Where a scope is known only between two (an uncertain day, a place "in and around"), what is
    claimed of it bounds the one or the other; it then counts as observed.

    Parameters
    ----------
    scopes
        What to ask about; left out, everything that is claimed and what shares a move with it.
    """
    chosen = quantity_scopes(record) if scopes is None else tuple(scopes)
    sheet = Sheet(record, chosen, budget, lenient=True)
    return tuple(_quantity(record, scope, sheet, number) for number, scope in enumerate(chosen))


def _quantity(record: Record, scope: Scope, sheet: Sheet, number: int) -> Quantity:
    own = claimed_by(record, scope)
    answer = Quantity(scope, scope_words(scope), Observability.UNDECIDED, own)
    try:
        interval = sheet.interval(number)
        if interval is None:
            return replace(answer, kind=Observability.CONTESTED)
        answer = replace(answer, lenient=interval)
        if not own:
            bounded = interval[1] is not None or bool(interval[0])
            kind = Observability.DEDUCIBLE if bounded else Observability.UNOBSERVABLE
            return replace(answer, kind=kind)
        alone = sheet.interval(number, without=own)
    except UndecidedError:
        return replace(answer, lenient=None)
    terms = sheet.terms(number)
    implied = alone == interval and terms.lower == terms.upper
    kind = Observability.REDUNDANT if implied else Observability.OBSERVED
    return replace(answer, kind=kind, without=alone)


def claimed_by(record: Record, scope: Scope) -> tuple[str, ...]:
    """Return the standing claims and assumptions that give a number of exactly *scope*, sorted.

    Under a vague word every origin means something else, so nobody claims what a question means.
    """
    if scope.measure.vague is not None:
        return ()
    key = scope_key(scope)
    claims = [*(s.lead for s in record.standing), *record.dossier.assumptions]
    return tuple(sorted(c.id for c in claims if _gives_number(c) and scope_key(c.scope) == key))


def _gives_number(claim: ReadClaim) -> bool:
    return claim.reading is not None and claim.ratio_of is None


def quantity_scopes(record: Record, among: Collection[str] | None = None) -> tuple[Scope, ...]:
    """Return the scopes worth asking about: what is claimed, then what shares a move with it.

    For whoever a headline speaks of, at its day: every measure that counts some of the same moves.

    Parameters
    ----------
    among
        Ids of claims to look at; ``None`` looks at all that stand.
    """
    aside = () if among is None else (s.lead.id for s in record.standing if s.lead.id not in among)
    looked_at = record.with_set_aside(aside)
    found: dict[tuple[object, ...], Scope] = {}
    for statement in looked_at.standing:
        if _gives_number(statement.lead) and _is_known(statement.lead.scope):
            found.setdefault(scope_key(statement.lead.scope), statement.lead.scope)
    headlines = headline_scopes(looked_at)
    for scope in (*headlines, *(near for one in headlines for near in _neighbours(one))):
        found.setdefault(scope_key(scope), scope)
    return tuple(found.values())


def _is_known(scope: Scope) -> bool:
    if scope.measure.vague is not None or scope.outer_measure or scope.unbounded_measure:
        return False
    return scope.population.is_exact and scope.place.is_exact and scope.cause.is_exact


def _neighbours(scope: Scope) -> Iterator[Scope]:
    """Yield what else can be counted of the same people on the same day."""
    moves = {*scope.measure.coefficients}
    for measure in MEASURES.values():
        if measure.vague is None and not moves.isdisjoint(measure.coefficients):
            when = _when(measure, scope.when)
            if when is not None:
                yield replace(scope, measure=measure, when=when)


def _when(measure: Measure, when: When) -> When | None:
    """Return the day of *when* as the measure counts; ``None`` where it has none."""
    if measure.is_stock == (when.timing is Timing.AT):
        return when
    if when.span is None or when.timing is Timing.DURING:
        return None
    last = DaySpan(when.span.last, when.span.last)
    # A running total beside a stock starts where the dossier's totals do; the stock does not say.
    return When(Timing.AT, last) if measure.is_stock else None
