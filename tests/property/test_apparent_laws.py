"""Figures set side by side, against one look at every pair."""

from fractions import Fraction
from itertools import combinations

from depth import examples
from hypothesis import given
from hypothesis import strategies as st

from claimrecon.claims import ReadClaim
from claimrecon.dossier import Dossier
from claimrecon.findings import Record, nearest_pairs
from claimrecon.findings.apparent import differences
from claimrecon.quantities import CountInterval, read_numbers
from claimrecon.scopes import Extent, NameTree
from claimrecon.testing import dossiers
from claimrecon.vocabulary import Evidence


def _as_written(claim: ReadClaim, record: Record) -> CountInterval | None:
    if claim.reading is None or not claim.reading.numbers:
        return None if claim.reading is None else claim.reading.lenient
    first, last = min(claim.reading.numbers), max(claim.reading.numbers)
    one = first == last
    return read_numbers(
        None if one else first,
        None if one else last,
        first if one else None,
        record.dossier.codebook,
        statistical=False,
        documented=claim.evidence is Evidence.DOCUMENTED,
        exact=claim.exact,
    ).lenient


def _nested(one: Extent, other: Extent, tree: NameTree) -> bool:
    return any(
        all(any(tree.encloses(a, b) for b in small.outer) for a in large.outer)
        for small, large in ((one, other), (other, one))
    )


def _are_shown(one: ReadClaim, other: ReadClaim, record: Record) -> bool:
    differ = {*differences(one, other)}
    if one.origin == other.origin:
        if not differ & {"measure", "population", "evidence"}:
            return False
        if one.statement is not None and one.statement == other.statement:
            return False
    mine, yours = one.scope, other.scope
    return (
        bool(differ)
        and not {*mine.measure.moves_in}.isdisjoint(yours.measure.moves_in)
        and _nested(mine.population, yours.population, record.dossier.populations)
        and _nested(mine.place, yours.place, record.dossier.places)
    )


def _times_apart(one: ReadClaim, other: ReadClaim, record: Record) -> Fraction | None:
    mine, yours = _as_written(one, record), _as_written(other, record)
    if mine is None or yours is None or mine.high is None or yours.high is None:
        return None
    (_, top), (bottom, _) = sorted(((mine.low, mine.high), (yours.low, yours.high)))
    return None if top >= bottom else (bottom + 1) / (top + 1)


def _days_apart(one: ReadClaim, other: ReadClaim) -> int:
    mine, yours = one.scope.when.span, other.scope.when.span
    if mine is None or yours is None:
        return 0 if mine is yours else 10**7
    return max((mine.first - yours.last).days, (yours.first - mine.last).days, 0)


@examples(60)
@given(dossiers(), st.data())
def test_the_nearest_pairs_are_those_of_one_look_at_every_pair(
    dossier: Dossier, data: st.DataObject
) -> None:
    """For every two origins and what they count: nearest in time, then widest, then by name."""
    record = Record(dossier.read())
    claims = sorted((s.lead for s in record.standing), key=lambda claim: claim.id)
    pairs = [*combinations([c for c in claims if c.units is None and c.ratio_of is None], 2)]
    clashing = {
        frozenset({one.id, other.id})
        for one, other in data.draw(st.lists(st.sampled_from(pairs)) if pairs else st.just([]))
    }

    best: dict[object, tuple[object, ...]] = {}
    for one, other in pairs:
        width = _times_apart(one, other, record)
        if width is None or not _are_shown(one, other, record):
            continue
        if {one.id, other.id} in clashing:
            continue
        sides = [(c.origin, c.scope.measure.name, str(c.scope.population)) for c in (one, other)]
        key, rank = tuple(sorted(sides)), (_days_apart(one, other), -width, one.id, other.id)
        best[key] = min(best.get(key, rank), rank)

    found = nearest_pairs(record, clashing)

    assert {key: rank for key, (rank, _) in found.items()} == best
    assert all(rank[2:] == (one.id, other.id) for rank, (one, other) in found.values())
