"""Which ranges a report shows unasked: those that the claims say more about than they state."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimrecon.claims import ReadClaim, Scope, Timing, When
from claimrecon.findings.echoes import age_key, scope_key
from claimrecon.findings.record import Record
from claimrecon.periods import DaySpan


def headline_scopes(record: Record) -> tuple[Scope, ...]:
    """Return the scopes worth showing, in the order in which their measures were first used.

    For every kind of people, place and cause: each measure of a running total as of the latest day
    that any of their running totals is about, each stock at its latest day, and the final toll
    where one is claimed. Vague measures are left out: each origin means something else by them.
    """
    return tuple(scope for _, scope in dated_headlines(record))


def dated_headlines(record: Record) -> tuple[tuple[tuple[object, ...], Scope], ...]:
    """Return the headline scopes, each with the age of the first claim about its people.

    Sorted by age, those of several parts of a record stand as they do in the whole.
    """
    chosen: dict[tuple[object, ...], tuple[tuple[object, ...], Scope]] = {}
    groups: dict[tuple[object, ...], list[ReadClaim]] = {}
    for statement in record.standing:
        claim = statement.lead
        scope = claim.scope
        if scope.measure.vague is not None or scope.outer_measure or scope.unbounded_measure:
            continue
        if not (scope.population.is_exact and scope.place.is_exact and scope.cause.is_exact):
            continue
        key = (scope.population, scope.place, scope.cause, scope.when.since)
        groups.setdefault(key, []).append(claim)
    for claims in groups.values():
        for scope in (*_totals(claims), *_stocks(claims)):
            chosen.setdefault(scope_key(scope), (age_key(claims[0]), scope))
    return tuple(chosen.values())


def _totals(claims: Iterable[ReadClaim]) -> Iterator[Scope]:
    totals = [c.scope for c in claims if c.scope.when.timing is Timing.AS_OF]
    spans = [scope.when.span for scope in totals]
    if not totals:
        return
    last = None if None in spans else max(s.last for s in spans if s is not None)
    for scope in totals:
        span = None if last is None else DaySpan(last, last)
        yield replace(scope, when=When(Timing.AS_OF, span, scope.when.since))


def _stocks(claims: Iterable[ReadClaim]) -> Iterator[Scope]:
    latest: dict[str, Scope] = {}
    for claim in claims:
        scope = claim.scope
        if scope.when.timing is not Timing.AT or scope.when.span is None:
            continue
        known = latest.get(scope.measure.name)
        if known is None or known.when.span is None or known.when.span.last < scope.when.span.last:
            day = scope.when.span.last
            latest[scope.measure.name] = replace(scope, when=When(Timing.AT, DaySpan(day, day)))
    yield from latest.values()
