"""What is stated about a scope, and what the claims leave possible (§14). Never an estimate."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations
from math import ceil, floor
from types import MappingProxyType

from claimrecon.claims import NamedAssumption, RuleKind, Scope
from claimrecon.constraints import Constraints, scope_words
from claimrecon.findings.echoes import scope_key
from claimrecon.findings.model import Account, End, Interval, Offer, PossibleRange, Stated
from claimrecon.findings.record import Record
from claimrecon.linear import (
    Bound,
    Budget,
    Decider,
    LinearSystem,
    Point,
    UndecidedError,
    components,
    highest,
    lowest,
    maximal_consistent,
)

_OF_THE_PRESENT = ("strength", "arrived")
MAX_ACCOUNTS = 12
"""Beyond these the accounts of one range are not listed one by one."""


@dataclass(frozen=True, slots=True)
class _Question:
    """The rows that can bear on one scope, in one reading."""

    constraints: Constraints
    system: LinearSystem
    lower: Mapping[str, int]
    upper: Mapping[str, int] | None


def possible_range(
    record: Record, scope: Scope, *, budget: Budget | None = None, accounts: int = MAX_ACCOUNTS
) -> PossibleRange:
    """Return what is stated about *scope* and what the record leaves possible.

    Where the claims that bear on it contradict each other, there is no one range but one for each
    account, a maximal set of claims that can all be true; *accounts* says how many at most, and 0
    leaves them out. An end is in whole persons, rounded
    inward from the exact end; *undecided* marks a budget that ran out.
    """
    answer = PossibleRange(scope, scope_words(scope), stated(record, scope))
    try:
        lenient = _question(record, scope, lenient=True)
        if not isinstance(
            Decider(lenient.system, budget=budget).decide(lenient.system.owners), Point
        ):
            if not accounts:
                return answer
            return replace(answer, accounts=_accounts(record, scope, lenient, budget, accounts))
        low, high = _ends(lenient, budget)
        answer = replace(answer, lenient_low=low, lenient_high=high)
        strict = _question(record, scope, lenient=False)
        if isinstance(Decider(strict.system, budget=budget).decide(strict.system.owners), Point):
            first, last = _ends(strict, budget)
            answer = replace(answer, strict_low=first, strict_high=last)
        if high.value is None:
            answer = replace(
                answer,
                highest_stated=_extreme(record, scope, top=True),
                offers=_offers(record, scope, budget),
            )
        if not low.value:
            answer = replace(answer, lowest_stated=_extreme(record, scope, top=False))
    except UndecidedError:
        return replace(answer, undecided=True)
    return answer


def stated(record: Record, scope: Scope) -> Stated:
    """Return the envelope of what standing claims say of exactly this scope, and who said it."""
    key = scope_key(scope)
    lows: list[tuple[Fraction, str]] = []
    highs: list[tuple[Fraction, str]] = []
    for statement in record.standing:
        claim = statement.lead
        if scope_key(claim.scope) != key or claim.ratio_of or claim.units is not None:
            continue
        interval = statement.interval(lenient=False)
        if interval is None:
            continue
        if interval.low > 0 or interval.high == 0:
            lows.append((interval.low, claim.id))
        if interval.high is not None:
            highs.append((interval.high, claim.id))
    low = min((number for number, _ in lows), default=None)
    high = max((number for number, _ in highs), default=None)
    return Stated(
        low,
        tuple(sorted(name for number, name in lows if number == low)),
        high,
        tuple(sorted(name for number, name in highs if number == high)),
    )


def _question(
    record: Record, scope: Scope, *, lenient: bool, only: Collection[str] | None = None
) -> _Question:
    constraints = record.system(lenient=lenient, only=only, questions=(scope,))
    (terms,) = constraints.answers
    asked = {*terms.lower, *(terms.upper or {})}
    bearing = [
        part.rows
        for part in components(constraints.system)
        if not asked.isdisjoint(part.variables) or not part.variables
    ]
    system = LinearSystem(tuple(row for rows in bearing for row in rows))
    return _Question(constraints, system, terms.lower, terms.upper)


def _ends(question: _Question, budget: Budget | None) -> tuple[End, End]:
    low = lowest(question.system, question.lower, budget=budget)
    low_without = _without(question, low, budget, top=False)
    bottom = _end(low, low_without, _inward(low.value, question, budget, top=False))
    if question.upper is None:
        return bottom, End(None)
    high = highest(question.system, question.upper, budget=budget)
    high_without = _without(question, high, budget, top=True)
    return bottom, _end(high, high_without, _inward(high.value, question, budget, top=True))


def _end(bound: Bound, without: Mapping[str, Fraction | None], value: Fraction | None) -> End:
    return End(value, bound.value, bound.owners, MappingProxyType(dict(without)), bound.proof)


def _inward(
    value: Fraction | None, question: _Question, budget: Budget | None, *, top: bool
) -> Fraction | None:
    """Round to whole persons, inward; keep the exact end where rounding would cross the other."""
    if value is None:
        return None
    if not top:
        value = max(value, Fraction(0))  # a count is never below zero
    rounded = Fraction(floor(value) if top else ceil(value))
    if rounded == value:
        return value
    crosses = (
        lowest(question.system, question.lower, budget=budget).value
        if top
        else None
        if question.upper is None
        else highest(question.system, question.upper, budget=budget).value
    )
    if crosses is None:
        return rounded
    return value if (rounded < crosses if top else rounded > crosses) else rounded


def _without(
    question: _Question, bound: Bound, budget: Budget | None, *, top: bool
) -> dict[str, Fraction | None]:
    """Return what the end becomes without each claim it hinges on."""
    ends: dict[str, Fraction | None] = {}
    for owner in bound.owners:
        rest = question.system.of([o for o in question.system.owners if o != owner])
        if top and question.upper is not None:
            other = highest(rest, question.upper, budget=budget).value
            ends[owner] = None if other is None else Fraction(floor(other))
        else:
            other = lowest(rest, question.lower, budget=budget).value
            ends[owner] = Fraction(0) if other is None else max(Fraction(ceil(other)), Fraction(0))
    return ends


def _accounts(
    record: Record, scope: Scope, lenient: _Question, budget: Budget | None, sets: int
) -> tuple[Account, ...]:
    found = []
    owners = lenient.system.owners
    for keeps in maximal_consistent(lenient.system, limit=sets, budget=budget).sets:
        kept = {*keeps}
        loose = _interval(_restrict(lenient, kept), budget)
        strict = _question(record, scope, lenient=False, only=kept)
        close = _interval(strict, budget)
        drops = tuple(o for o in owners if o not in kept)
        found.append(Account(tuple(keeps), drops, close, loose))
    return tuple(found)


def _restrict(question: _Question, kept: Collection[str]) -> _Question:
    return replace(question, system=question.system.of(kept))


def _interval(question: _Question, budget: Budget | None) -> Interval | None:
    if not isinstance(
        Decider(question.system, budget=budget).decide(question.system.owners), Point
    ):
        return None
    low = lowest(question.system, question.lower, budget=budget).value
    bottom = _inward(low, question, budget, top=False)
    if question.upper is None:
        return bottom, None
    high = highest(question.system, question.upper, budget=budget).value
    return bottom, _inward(high, question, budget, top=True)


def _extreme(record: Record, scope: Scope, *, top: bool) -> tuple[Fraction, str] | None:
    """Return the highest or lowest figure anyone stated of the same measure and people."""
    found = []
    for statement in record.statements:
        claim = statement.lead
        same = claim.scope.measure.name == scope.measure.name
        if not same or claim.reading is None or claim.ratio_of or claim.units is not None:
            continue
        if claim.scope.population == scope.population and claim.reading.numbers:
            figure = max(claim.reading.numbers) if top else min(claim.reading.numbers)
            found.append((figure, claim.id))
    if not found:
        return None
    return max(found, key=lambda f: (f[0], f[1])) if top else min(found)


def _offers(record: Record, scope: Scope, budget: Budget | None) -> tuple[Offer, ...]:
    """Return the smallest sets of named assumptions that would close an open high (§7)."""
    if not any(s.lead.scope.measure.name in _OF_THE_PRESENT for s in record.standing):
        return ()  # without a word on how many were there, no such assumption closes anything
    present = {rule.kind for rule in record.dossier.rules}
    last = max(
        (
            claim.scope.when.span.last
            for claim in record.dossier.claims
            if claim.scope.measure.name == "arrived" and claim.scope.when.span is not None
        ),
        default=None,
    )
    candidates = [
        NamedAssumption(kind.value, kind, last if kind is RuleKind.NO_ARRIVALS else None)
        for kind in RuleKind
        if kind not in present and kind is not RuleKind.NO_DEPARTURES
    ]
    for size in range(1, len(candidates) + 1):
        found = []
        for chosen in combinations(candidates, size):
            dossier = replace(record.dossier, rules=(*record.dossier.rules, *chosen))
            tried = _question(replace(record, dossier=dossier), scope, lenient=True)
            if tried.upper is None:
                return ()
            if not isinstance(
                Decider(tried.system, budget=budget).decide(tried.system.owners), Point
            ):
                continue
            high = highest(tried.system, tried.upper, budget=budget).value
            if high is not None:
                names = tuple(rule.kind.value for rule in chosen)
                found.append(Offer(names, Fraction(floor(high))))
        if found:
            return tuple(sorted(found, key=lambda offer: offer.assume))
    return ()
