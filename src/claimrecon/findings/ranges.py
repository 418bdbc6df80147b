"""What is stated about a scope, and what the claims leave possible (§14). Never an estimate."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from math import ceil, floor
from types import MappingProxyType

from claimrecon.claims import NamedAssumption, RuleKind, Scope
from claimrecon.constraints import ScopeTerms, scope_words
from claimrecon.findings.echoes import scope_key
from claimrecon.findings.model import Account, End, Interval, Offer, PossibleRange, Stated
from claimrecon.findings.record import Record
from claimrecon.linear import (
    Bound,
    Budget,
    InfeasibleSystemError,
    LinearSystem,
    Ranges,
    UndecidedError,
    components,
    maximal_consistent,
)

MAX_ACCOUNTS = 12
"""Beyond these the accounts of one range are not listed one by one."""

_OF_THE_PRESENT = ("strength", "arrived")


def possible_range(
    record: Record, scope: Scope, *, budget: Budget | None = None, accounts: int = MAX_ACCOUNTS
) -> PossibleRange:
    """Return what is stated about *scope* and what the record leaves possible.

    Where the claims that bear on it contradict each other, there is no one range but one for each
    account, a maximal set of claims that can all be true; *accounts* says how many at most, and 0
    leaves them out. An end is in whole persons, rounded inward from the exact end; *undecided*
    marks a budget that ran out.
    """
    (answer,) = possible_ranges(record, (scope,), budget=budget, accounts=accounts)
    return answer


def possible_ranges(
    record: Record,
    scopes: Sequence[Scope],
    *,
    budget: Budget | None = None,
    accounts: int = MAX_ACCOUNTS,
) -> tuple[PossibleRange, ...]:
    """Return the ranges of several scopes; the rows are made once for all of them."""
    loose = _Sheet(record, scopes, budget, lenient=True)
    close = _Sheet(record, scopes, budget, lenient=False)
    answers = []
    for number, scope in enumerate(scopes):
        answer = PossibleRange(scope, scope_words(scope), stated(record, scope))
        try:
            answers.append(_answered(answer, record, number, (loose, close), accounts))
        except UndecidedError:
            answers.append(replace(answer, undecided=True))
    return tuple(answers)


def _answered(
    answer: PossibleRange,
    record: Record,
    number: int,
    sheets: tuple["_Sheet", "_Sheet"],
    accounts: int,
) -> PossibleRange:
    loose, close = sheets
    ends = loose.ends(number)
    if ends is None:
        if accounts:
            found = _accounts(record, answer.scope, loose, number, accounts)
            answer = replace(answer, accounts=found)
        return answer
    low, high = ends
    answer = replace(answer, lenient_low=low, lenient_high=high)
    strict = close.ends(number)
    if strict is not None:
        answer = replace(answer, strict_low=strict[0], strict_high=strict[1])
    if high.value is None:
        answer = replace(
            answer,
            highest_stated=_extreme(record, answer.scope, top=True),
            offers=_offers(record, answer.scope, loose.budget),
        )
    if not low.value:
        answer = replace(answer, lowest_stated=_extreme(record, answer.scope, top=False))
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


class _Sheet:
    """The rows of one reading, asked about several scopes."""

    def __init__(
        self,
        record: Record,
        scopes: Sequence[Scope],
        budget: Budget | None,
        *,
        lenient: bool,
        only: Collection[str] | None = None,
    ) -> None:
        self.budget = budget
        made = record.system(lenient=lenient, only=only, questions=tuple(scopes))
        self._answers = made.answers
        self._rules = made.rules
        self._parts = components(made.system)
        self._known: dict[tuple[int, ...], Ranges | None] = {}

    def bearing(self, number: int) -> LinearSystem:
        """Return the rows that can bear on a scope, and those that can never hold at all."""
        touched = self._touched(self._answers[number])
        return LinearSystem(tuple(row for i in touched for row in self._parts[i].rows))

    def _touched(self, terms: ScopeTerms) -> tuple[int, ...]:
        asked = {*terms.lower, *(terms.upper or {})}
        return tuple(
            i
            for i, part in enumerate(self._parts)
            if not asked.isdisjoint(part.variables) or not part.variables
        )

    def _ranges(self, number: int) -> Ranges | None:
        """Return the ranges of the rows that bear on a scope; ``None`` if they cannot hold."""
        touched = self._touched(self._answers[number])
        if touched not in self._known:
            try:
                self._known[touched] = Ranges(self.bearing(number), budget=self.budget)
            except InfeasibleSystemError:
                self._known[touched] = None
        return self._known[touched]

    def ends(self, number: int) -> tuple[End, End] | None:
        """Return both ends with what they hinge on, or ``None`` if the claims contradict."""
        ranges, terms = self._ranges(number), self._answers[number]
        if ranges is None:
            return None
        low = ranges.lowest(terms.lower)
        high = None if terms.upper is None else ranges.highest(terms.upper)
        bottom, top = _inward(low.value, None if high is None else high.value)
        low_without = {
            owner: _whole(ranges.least(terms.lower, without=[owner]), top=False)
            for owner in low.owners
        }
        if high is None or terms.upper is None:
            return self._end(low, bottom, low_without), End(None)
        high_without = {
            owner: _whole(ranges.greatest(terms.upper, without=[owner]), top=True)
            for owner in high.owners
        }
        return self._end(low, bottom, low_without), self._end(high, top, high_without)

    def _end(
        self, bound: Bound, value: Fraction | None, without: Mapping[str, Fraction | None]
    ) -> End:
        named = () if bound.proof is None else (row.name for row, _ in bound.proof.terms)
        rules = {name: self._rules[name] for name in named if name in self._rules}
        return End(
            value,
            bound.value,
            bound.owners,
            MappingProxyType(dict(without)),
            bound.proof,
            MappingProxyType(rules),
        )

    def interval(self, number: int) -> Interval | None:
        """Return both ends, rounded, or ``None`` if the claims contradict."""
        ranges, terms = self._ranges(number), self._answers[number]
        if ranges is None:
            return None
        high = None if terms.upper is None else ranges.greatest(terms.upper)
        return _inward(ranges.least(terms.lower), high)


def _inward(low: Fraction | None, high: Fraction | None) -> tuple[Fraction | None, Fraction | None]:
    """Round to whole persons, inward; keep the exact ends where they would cross (§14)."""
    bottom, top = _whole(low, top=False), _whole(high, top=True)
    if bottom is not None and top is not None and bottom > top:
        return low, high
    return bottom, top


def _whole(value: Fraction | None, *, top: bool) -> Fraction | None:
    """Round to a whole person; a low that nothing bounds is zero, a high is open."""
    if top:
        return None if value is None else Fraction(floor(value))
    return Fraction(0) if value is None else max(Fraction(ceil(value)), Fraction(0))


def _accounts(
    record: Record, scope: Scope, loose: _Sheet, number: int, limit: int
) -> tuple[Account, ...]:
    system = loose.bearing(number)
    found = []
    for keeps in maximal_consistent(system, limit=limit, budget=loose.budget).sets:
        readings = [
            _Sheet(record, (scope,), loose.budget, lenient=lenient, only=keeps).interval(0)
            for lenient in (False, True)
        ]
        drops = tuple(owner for owner in system.owners if owner not in keeps)
        found.append(Account(keeps, drops, *readings))
    return tuple(found)


def _extreme(record: Record, scope: Scope, *, top: bool) -> tuple[Fraction, str] | None:
    """Return the highest or lowest figure stated of the same measure, people and timing."""
    found = []
    for statement in record.statements:
        claim = statement.lead
        same = (claim.scope.measure.name, claim.scope.when.timing) == (
            scope.measure.name,
            scope.when.timing,
        )
        if not same or claim.reading is None or claim.ratio_of or claim.units is not None:
            continue
        if claim.scope.population == scope.population and claim.reading.numbers:
            figure = max(claim.reading.numbers) if top else min(claim.reading.numbers)
            found.append((figure, claim.id))
    if not found:
        return None
    return max(found) if top else min(found)


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
    who, where = scope.population, scope.place
    offered = (
        NamedAssumption("none_before", RuleKind.NONE_BEFORE, None, who, where),
        NamedAssumption("no_arrivals", RuleKind.NO_ARRIVALS, last, who, where),
        NamedAssumption("nobody_twice", RuleKind.NOBODY_TWICE),
    )
    candidates = [rule for rule in offered if rule.kind not in present]
    for size in range(1, len(candidates) + 1):
        found = []
        for chosen in combinations(candidates, size):
            dossier = replace(record.dossier, rules=(*record.dossier.rules, *chosen))
            tried = _Sheet(replace(record, dossier=dossier), (scope,), budget, lenient=True)
            interval = tried.interval(0)
            if interval is not None and interval[1] is not None:
                found.append(Offer(tuple(rule.kind.value for rule in chosen), interval[1]))
        if found:
            return tuple(sorted(found, key=lambda offer: offer.assume))
    return ()
