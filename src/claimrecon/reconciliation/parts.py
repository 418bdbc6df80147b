"""A record cut into parts that share nothing: each can be reconciled by itself (§2, §10).

Two claims are of one part where their scopes can bear on each other, directly or through others,
and where one of them speaks of the other: a ratio, a relay, a correction, rows of one table. So a
claim more, or less, concerns the part that it falls into, and no other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import MappingProxyType

from claimrecon.claims import ReadClaim, Scope
from claimrecon.constraints import fixing
from claimrecon.constraints.cells import groups_of
from claimrecon.findings import Record
from claimrecon.vocabulary import Evidence


def parts_of(record: Record) -> tuple[Record, ...]:
    """Return the independent parts of *record*, in the order of their first claims.

    Each is a record of its own, whose time is that of the whole. Together they hold every claim
    and every claim-like assumption once; named assumptions are in each of them.
    """
    spoken = fixing(record.scopes)
    told: dict[int, list[ReadClaim]] = {}
    numbers = _numbers(record)
    for claim in (*record.dossier.claims, *record.dossier.assumptions):
        told.setdefault(numbers[claim.id], []).append(claim)
    return tuple(_part(record, claims, spoken) for claims in told.values())


def joined(record: Record, parts: Iterable[Record]) -> Record:
    """Return several parts of *record* as one, with what is set aside in them."""
    chosen = tuple(parts)
    names = {c.id for p in chosen for c in (*p.dossier.claims, *p.dossier.assumptions)}
    spoken = fixing(record.scopes) if record.spoken is None else record.spoken
    own = (*record.dossier.claims, *record.dossier.assumptions)
    one = _part(record, [claim for claim in own if claim.id in names], spoken)
    return one.with_set_aside(name for part in chosen for name in part.set_aside)


def _part(record: Record, claims: list[ReadClaim], spoken: tuple[Scope, ...]) -> Record:
    dossier = record.dossier
    speakers = dict.fromkeys(key for claim in claims for key in (claim.speaker, claim.origin))
    sources = {key: dossier.sources[key] for key in speakers if key in dossier.sources}
    own = replace(
        dossier,
        title=None,
        sources=MappingProxyType(sources),
        claims=tuple(claim for claim in claims if not claim.is_assumption),
        assumptions=tuple(claim for claim in claims if claim.is_assumption),
        notices=(),
    )
    known = {claim.id for claim in claims}
    named = dict.fromkeys(name for claim in claims for name in _named(claim))
    lent = tuple(record.claims[n] for n in named if n not in known and n in record.claims)
    return replace(record, dossier=own, background=lent, told=(), spoken=spoken)


def _numbers(record: Record) -> dict[str, int]:
    """Return for every claim the number of its part."""
    claims = (*record.dossier.claims, *record.dossier.assumptions)
    scopes: list[Scope] = []
    places: dict[str, int] = {}
    ratios: list[tuple[int, int]] = []
    for claim in claims:
        if _can_bear(claim):
            places[claim.id] = len(scopes)
            scopes.append(claim.scope)
    for claim in claims:
        if claim.ratio_of is not None and claim.id in places:
            ratios.append((places[claim.id], len(scopes)))
            scopes.append(record.claims[claim.ratio_of].scope)
    groups = groups_of(scopes, ratios, record.trees)
    return _joined(
        {claim.id: groups[places[claim.id]] if claim.id in places else None for claim in claims},
        _ties(claims),
    )


def _can_bear(claim: ReadClaim) -> bool:
    """Whether a claim can bind something, be it a forecast that is tested."""
    return claim.reading is not None and (
        claim.evidence.binds or claim.evidence is Evidence.PROJECTION
    )


def _named(claim: ReadClaim) -> tuple[str, ...]:
    """Return the claims that a claim speaks of; one that was not public yet lends its words."""
    one = (claim.ratio_of, claim.relays)
    return (*filter(None, one), *claim.derived_from, *claim.supersedes)


def _ties(claims: Iterable[ReadClaim]) -> Iterator[tuple[str, str]]:
    """Yield pairs of claims of which one speaks of the other, or that were said in one breath."""
    breath: dict[tuple[str, str], str] = {}
    for claim in claims:
        for other in _named(claim):
            yield claim.id, other
        name = claim.statement or claim.id
        yield claim.id, breath.setdefault((claim.origin, name), claim.id)


def _joined(groups: dict[str, int | None], ties: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Join groups that are tied; a claim of no group is one of its own."""
    leader: dict[object, object] = {}

    def find(thing: object) -> object:
        while (above := leader.setdefault(thing, thing)) != thing:
            leader[thing] = thing = leader.setdefault(above, above)
        return thing

    def token(name: str) -> object:
        group = groups[name]
        return name if group is None else group

    for one, other in ties:
        if one in groups and other in groups:
            leader[find(token(one))] = find(token(other))
    numbers: dict[object, int] = {}
    return {name: numbers.setdefault(find(token(name)), len(numbers)) for name in groups}
