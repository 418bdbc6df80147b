"""What is stated about a scope, and what the claims leave possible (§14). Never an estimate."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from claimrecon.claims import NamedAssumption, RuleKind, Scope
from claimrecon.constraints import scope_words
from claimrecon.findings.accounts import accounts_of
from claimrecon.findings.echoes import scope_key
from claimrecon.findings.model import Offer, PossibleRange, Stated
from claimrecon.findings.record import Record
from claimrecon.findings.sheet import Sheet
from claimrecon.linear import Budget, UndecidedError

_OF_THE_PRESENT = ("strength", "arrived")
_MOST_ACCOUNTS = 50
"""Beyond so many choices of what to keep, a range for each tells a reader nothing."""


def possible_range(
    record: Record, scope: Scope, *, budget: Budget | None = None, accounts: int = _MOST_ACCOUNTS
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
    accounts: int = _MOST_ACCOUNTS,
) -> tuple[PossibleRange, ...]:
    """Return the ranges of several scopes; the rows are made once for all of them."""
    plain = [PossibleRange(scope, scope_words(scope), stated(record, scope)) for scope in scopes]
    try:
        loose = Sheet(record, scopes, budget, lenient=True)
        close = Sheet(record, scopes, budget, lenient=False)
    except UndecidedError:
        return tuple(replace(answer, undecided=True) for answer in plain)
    answers = []
    for number, answer in enumerate(plain):
        try:
            answers.append(_answered(answer, record, number, (loose, close), accounts))
        except UndecidedError:
            answers.append(replace(answer, undecided=True))
    return tuple(answers)


def _answered(
    answer: PossibleRange,
    record: Record,
    number: int,
    sheets: tuple[Sheet, Sheet],
    accounts: int,
) -> PossibleRange:
    loose, close = sheets
    ends = loose.ends(number)
    if ends is None:
        if accounts:
            found = accounts_of(close, loose, number, limit=accounts)
            answer = replace(answer, accounts=found or (), accounts_truncated=found is None)
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
            tried = Sheet(replace(record, dossier=dossier), (scope,), budget, lenient=True)
            interval = tried.interval(0)
            if interval is not None and interval[1] is not None:
                found.append(Offer(tuple(rule.kind.value for rule in chosen), interval[1]))
        if found:
            return tuple(sorted(found, key=lambda offer: offer.assume))
    return ()
