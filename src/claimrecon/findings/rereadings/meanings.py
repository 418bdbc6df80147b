"""Other things that a claim may be about: wider sets, nested measures, other times (§13).

Only the words of the dossier are used: names that enclose those of the claim, measures that count
more of the same people or fewer, days and starts that somebody named.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from claimrecon.claims import ReadClaim, Scope, Timing, When
from claimrecon.constraints import when_words
from claimrecon.dossier import ReadDossier
from claimrecon.findings.rereadings.model import Candidate, What
from claimrecon.periods import DaySpan, length_in
from claimrecon.scopes import EVERYTHING, Extent, NameTree
from claimrecon.vocabulary import MEASURES, MOVES, Measure, Move, State

_UNIT_DAYS: Final[Mapping[str, Fraction]] = MappingProxyType(
    {
        "day": Fraction(1),
        "week": Fraction(7),
        "month": Fraction(487, 16),
        "year": Fraction(1461, 4),
    }
)
"""Lengths of §5, for the units that people mix up."""

_HARMED: Final = (State.WOUNDED, State.MISSING, State.CAPTIVE)


def other_meanings(claim: ReadClaim, dossier: ReadDossier) -> Iterator[Candidate]:
    """Yield every other scope and rate unit that a claim may have meant, its number unchanged."""
    yield from _wider_sets(claim, dossier)
    yield from _measures(claim, dossier)
    if claim.units is None:
        yield from _times(claim, dossier)
        yield from _starts(claim, dossier)
    else:
        yield from _rate_units(claim)


def _wider_sets(claim: ReadClaim, dossier: ReadDossier) -> Iterator[Candidate]:
    scope = claim.scope
    for distance, wider in enumerate(wider_extents(scope.population, dossier.populations)):
        moved = replace(scope, population=wider)
        before, after = (_set_words(e, "everybody") for e in (scope.population, wider))
        yield Candidate(What.POPULATION, before, after, distance, scope=moved)
    for distance, wider in enumerate(wider_extents(scope.place, dossier.places)):
        moved = replace(scope, place=wider)
        before, after = (_set_words(e, "everywhere") for e in (scope.place, wider))
        yield Candidate(What.PLACE, before, after, distance, scope=moved)
    for distance, wider in enumerate(wider_extents(scope.cause, dossier.causes)):
        moved = replace(scope, cause=wider)
        before, after = (_set_words(e, "any cause") for e in (scope.cause, wider))
        yield Candidate(What.CAUSE, before, after, distance, scope=moved)


def wider_extents(extent: Extent, tree: NameTree) -> tuple[Extent, ...]:
    """Return every set that encloses *extent* by its names, the nearest first.

    Examples
    --------
    >>> from claimrecon.scopes import tree_from_mapping
    >>> tree = tree_from_mapping({"Russia": {"Kursk Oblast": {}}})
    >>> [str(wider) for wider in wider_extents(Extent.exactly("Kursk Oblast"), tree)]
    ['Russia', 'everybody']
    """
    names = extent.outer
    found = [] if extent.is_exact else [Extent.exactly(*names)]
    lines = [tree.line(name)[1:] for name in names]
    for step in range(max(map(len, lines), default=0)):
        found += [
            Extent.exactly(*names[:place], line[step], *names[place + 1 :])
            for place, line in enumerate(lines)
            if step < len(line)
        ]
    if len(names) > 1:
        found += [Extent.exactly(*names[:i], *names[i + 1 :]) for i in range(len(names))]
    found.append(EVERYTHING)
    return tuple(wider for wider in dict.fromkeys(found) if wider != extent)


def _set_words(extent: Extent, everything: str) -> str:
    return everything if extent.is_everything else str(extent)


# --- what is counted -----------------------------------------------------------------------------


def _measures(claim: ReadClaim, dossier: ReadDossier) -> Iterator[Candidate]:
    scope = claim.scope
    own = scope.measure
    plain = replace(scope, outer_measure=None, unbounded_measure=False)
    bounded = scope.outer_measure is not None or scope.unbounded_measure
    before = _measure_words(scope)
    if bounded:
        yield Candidate(What.MEASURE, before, own.title, scope=plain)
    known = [*MEASURES.values(), *dossier.measures.values()]
    known += [] if scope.outer_measure is None else [scope.outer_measure]
    for other in dict.fromkeys(known):
        if _alike(own, other) or not (_covers(own, other) or _covers(other, own)):
            continue
        when = _when_for(scope.when, other, dossier.since)
        if when is not None:
            moved = replace(plain, measure=other, when=when)
            distance = len(_counted(own) ^ _counted(other))
            yield Candidate(What.MEASURE, before, other.title, distance, scope=moved)


def _measure_words(scope: Scope) -> str:
    if scope.unbounded_measure:
        return f"at least {scope.measure.title}"
    if scope.outer_measure is not None:
        return f"between {scope.measure.title} and {scope.outer_measure.title}"
    return scope.measure.title


def _alike(one: Measure, other: Measure) -> bool:
    return (one.kind, one.coefficients, one.gross, one.opening, one.vague) == (
        other.kind,
        other.coefficients,
        other.gross,
        other.opening,
        other.vague,
    )


def _counted(measure: Measure) -> frozenset[Move]:
    """Return all moves by which a measure may come to count somebody.

    Whoever is counted from when they were wounded stays counted when they die of it.
    """
    entered = {*measure.gross, *(measure.vague or ())}
    for state in _HARMED:
        if entered.issuperset(move for move in MOVES if move.target is state):
            entered.update(move for move in MOVES if move.origin is state and _is_harm(move))
    return frozenset(entered)


def _is_harm(move: Move) -> bool:
    return move.target in {*_HARMED, State.DEAD}


def _covers(wide: Measure, narrow: Measure) -> bool:
    return _counted(wide) >= {*narrow.gross, *(narrow.vague or ())}


def _when_for(when: When, measure: Measure, since: DaySpan | None) -> When | None:
    """Return the same days in the way that *measure* is counted; ``None`` where there is none."""
    if measure.is_stock:
        if when.timing is Timing.DURING or when.span is None:
            return None
        return When(Timing.AT, when.span)
    if when.timing is Timing.AT:
        return When(Timing.AS_OF, when.span, since)
    return when


# --- when ----------------------------------------------------------------------------------------


def _times(claim: ReadClaim, dossier: ReadDossier) -> Iterator[Candidate]:
    scope, when = claim.scope, claim.scope.when
    if scope.measure.is_stock:
        return
    since = when.since if when.timing is Timing.AS_OF else dossier.since
    others: list[When] = []
    if when.timing is Timing.DURING and when.span is not None:
        last = DaySpan(when.span.last, when.span.last)
        if since is None or since.first <= when.span.last:
            others.append(When(Timing.AS_OF, last, since))
    elif when.span is not None:
        others.append(When(Timing.DURING, when.span))
    elif claim.said is not None and (since is None or since.first <= claim.said.date.last):
        others.append(When(Timing.AS_OF, claim.said.date.span, since))
    if when.span is not None:
        others.append(When(Timing.AS_OF, None, since))
    for distance, other in enumerate(others):
        if other != when:
            yield Candidate(
                What.TIME,
                _time_words(scope, when),
                _time_words(scope, other),
                distance,
                scope=replace(scope, when=other),
            )


def _time_words(scope: Scope, when: When) -> str:
    words = when_words(replace(scope, when=when))
    if when.span is None:
        return "the final toll"
    if when.timing is Timing.DURING:
        return f"what happened {words}"
    return f"a running total {words}"


def _starts(claim: ReadClaim, dossier: ReadDossier) -> Iterator[Candidate]:
    scope, when = claim.scope, claim.scope.when
    if when.timing is not Timing.AS_OF or scope.measure.is_stock:
        return
    named = [dossier.since, *(c.scope.when.since for c in dossier.claims if _is_total(c))]
    found: list[tuple[DaySpan | None, str]] = [(since, _start_words(since)) for since in named]
    last = when.span.first if when.span is not None else dossier.ended
    first = date.min if when.since is None else when.since.first
    if last is not None and first < last:
        found.append((DaySpan(first, last), "a later start of its own"))
    if when.since is not None and when.since.first > date.min:
        earlier = when.since.first - timedelta(days=1)
        found.append((DaySpan(earlier, when.since.last), "an earlier start of its own"))
    tried = {when.since}
    for distance, (since, words) in enumerate(found):
        starts_in_time = since is None or last is None or since.first <= last
        if since not in tried and starts_in_time:
            tried.add(since)
            moved = replace(scope, when=replace(when, since=since))
            yield Candidate(What.SINCE, _start_words(when.since), words, distance, scope=moved)


def _is_total(claim: ReadClaim) -> bool:
    return claim.scope.when.timing is Timing.AS_OF and not claim.scope.measure.is_stock


def _start_words(since: DaySpan | None) -> str:
    return "an unknown start" if since is None else str(since)


def _rate_units(claim: ReadClaim) -> Iterator[Candidate]:
    span, own = claim.scope.when.span, claim.rate_unit or ""
    if span is None:
        return
    lengths = {unit: length_in(span, unit, unit_days=days) for unit, days in _UNIT_DAYS.items()}
    others: Iterable[tuple[str, Fraction]] = [
        *((f"a {unit}", length) for unit, length in lengths.items()),
        ("in the whole period", Fraction(1)),
    ]
    for distance, (words, units) in enumerate(others):
        if units != claim.units:
            yield Candidate(What.RATE_UNIT, f"a {own}", words, distance, units=units)
