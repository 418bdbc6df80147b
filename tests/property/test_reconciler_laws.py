"""Laws of the reconciler on claims that may lie, against slow and obvious twins."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from importlib import import_module
from itertools import combinations
from random import Random

import pytest
from depth import examples
from hypothesis import given
from hypothesis import strategies as st

from claimrecon.claims import ReadClaim
from claimrecon.constraints import CONTESTABLE, Constraints, Layout, build
from claimrecon.findings import Record, clashes
from claimrecon.linear import (
    LinearSystem,
    Point,
    Proof,
    decide,
    highest,
    lowest,
    minimal_conflicts,
)
from claimrecon.quantities import CountInterval
from claimrecon.reconciliation import reconcile
from claimrecon.testing.truths.telling import Telling, lying, true_dossiers
from claimrecon.testing.truths.worlds import worlds
from claimrecon.testing.truths.writing import as_written
from claimrecon.vocabulary import Evidence

SOME = examples(20)
FEW = examples(10)
_LAYOUT = import_module("claimrecon.constraints.layout")
Ends = tuple[Fraction | None, Fraction | None]


@st.composite
def tellings(draw: st.DrawFn, *, most: int = 5) -> Telling:
    """Draw a dossier whose figures are those of a world or, mostly, made up."""
    told: Telling = draw(true_dossiers(worlds(), most=most))
    if draw(st.integers(0, 3)) == 0:
        return told
    count = len(told.read.claims)
    numbers = draw(st.lists(st.integers(0, 90), min_size=count, max_size=count))
    return replace(told, read=lying(told.read, numbers))


def _constraints(told: Telling, *, merged: bool = True) -> Constraints:
    asked = (told.question.scope,)
    return Record(told.read).system(lenient=True, questions=asked, merged=merged)


def _ends(constraints: Constraints) -> Ends | None:
    """Return the range of the scope asked about, or ``None`` where nothing is possible."""
    if isinstance(decide(constraints.system), Proof):
        return None
    [terms] = constraints.answers
    low = lowest(constraints.system, terms.lower).value
    high = None if terms.upper is None else highest(constraints.system, terms.upper).value
    return low, high


def _is_possible(system: LinearSystem, owners: Iterable[str]) -> bool:
    """Decide, and check the point or the proof in exact fractions: believe no solver."""
    part = system.of(tuple(owners))
    answer = decide(part)
    if isinstance(answer, Point):
        assert answer.satisfies(part)
        return True
    assert answer.verify(part)
    return False


@SOME
@given(tellings())
def test_merging_cells_and_moves_changes_no_verdict_and_no_range(
    told: Telling,
) -> None:
    """The small system and its unmerged twin agree on arbitrary claims (solving.md)."""
    small = _ends(_constraints(told))
    large = _ends(_constraints(told, merged=False))

    assert small == large


@SOME
@given(tellings(), st.data())
def test_a_layout_serves_other_numbers_and_any_choice_of_its_claims(
    told: Telling, data: st.DataObject
) -> None:
    """Cells and cuts that only the others asked for change no verdict."""
    record = Record(told.read)
    bindings = record.bindings(lenient=True)
    layout = Layout(record.context, bindings)
    chosen = [
        replace(binding, interval=CountInterval(Fraction(low), Fraction(low + more)))
        for binding in bindings
        if data.draw(st.booleans(), label=binding.owner)
        for low, more in [data.draw(st.tuples(st.integers(0, 12), st.integers(0, 3)))]
    ]

    together = layout.constraints(chosen).system
    alone = build(record.context, chosen).system

    assert _is_possible(together, together.owners) == _is_possible(alone, alone.owners)


@SOME
@given(tellings(), st.data())
def test_a_record_that_others_were_derived_from_says_what_a_fresh_one_says(
    told: Telling, data: st.DataObject
) -> None:
    """What one record has laid out serves those derived from it, whatever stands in them."""
    names = [claim.id for claim in told.read.claims]
    some = st.lists(st.sampled_from(names), unique=True) if names else st.just([])
    aside, again = data.draw(some, label="aside"), data.draw(some, label="again")
    record = Record(told.read)
    first = record.with_set_aside(aside)
    first.system(lenient=True)

    derived = first.standing_again(again)
    fresh = Record(told.read, set_aside=frozenset(aside) - {*again})

    for lenient in (True, False):
        one, other = (r.system(lenient=lenient).system for r in (derived, fresh))
        assert one.owners == other.owners
        assert _is_possible(one, one.owners) == _is_possible(other, other.owners)


@SOME
@given(tellings())
def test_claims_of_different_groups_do_not_bear_on_each_other(told: Telling) -> None:
    """With everything in one group, the verdict and the range are the same."""
    apart = _ends(_constraints(told))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_LAYOUT, "groups_of", lambda scopes, *_, **__: [0] * len(scopes))
        together = _ends(_constraints(told))

    assert apart == together


@SOME
@given(tellings())
def test_minimal_conflicts_are_those_of_trying_all_subsets(told: Telling) -> None:
    """All of them, in the order of §10, with every decision checked exactly."""
    system = Record(told.read).system(lenient=True).system
    impossible: list[tuple[str, ...]] = []
    for size in range(len(system.owners) + 1):
        for owners in combinations(system.owners, size):
            known = any({*found} <= {*owners} for found in impossible)
            if not known and not _is_possible(system, owners):
                impossible.append(owners)

    assert minimal_conflicts(system).sets == tuple(impossible)


@SOME
@given(tellings())
def test_a_conflict_is_minimal_and_stands_on_the_rows_of_its_members_alone(
    told: Telling,
) -> None:
    """Built from its members alone, a set is as impossible as within the record (§10, §11)."""
    record = Record(told.read)

    for members in clashes(record, limit=20).contradictions:
        alone = record.system(lenient=True, only=members).system
        assert not _is_possible(alone, members)
        for member in members:
            rest = [other for other in members if other != member]
            assert _is_possible(alone, rest)
            assert _is_possible(record.system(lenient=True, only=rest).system, rest)


@SOME
@given(tellings(), st.data())
def test_a_part_of_the_record_is_judged_alike_alone_and_within_it(
    told: Telling, data: st.DataObject
) -> None:
    """Rows of claims left out have no say: neither through cells, nor moves, nor days."""
    record = Record(told.read)
    whole = record.system(lenient=True).system
    kept = data.draw(st.sets(st.sampled_from(record.owners)))

    alone = record.system(lenient=True, only=kept).system

    assert _is_possible(alone, kept) == _is_possible(whole, kept)


@SOME
@given(tellings())
def test_every_end_of_a_range_is_attained_and_proved(told: Telling) -> None:
    """A point of the whole system attains it, and a proof shows that none goes beyond (§11)."""
    constraints = _constraints(told)
    system = constraints.system
    if isinstance(decide(system), Proof):
        return
    [terms] = constraints.answers

    bounds = [(lowest(system, terms.lower), terms.lower)]
    if terms.upper is not None:
        bounds.append((highest(system, terms.upper), terms.upper))
    for bound, objective in bounds:
        if bound.value is None or not objective:
            continue
        assert bound.proof is not None
        assert bound.point is not None
        assert bound.proof.verify(system)
        assert abs(bound.proof.bound) == abs(bound.value)
        assert bound.point.satisfies(system)
        values = dict(bound.point.values)
        assert (
            sum((w * values.get(v, Fraction(0)) for v, w in objective.items()), Fraction(0))
            == bound.value
        )


@FEW
@given(tellings())
def test_a_claim_of_a_new_origin_never_widens_a_range(told: Telling) -> None:
    """As long as the record stays possible; its days are known of before and after (§14)."""
    *others, last, anchor = told.read.claims
    newcomer = replace(last, origin="newcomer", speaker="newcomer")
    silent = replace(newcomer, evidence=Evidence.DENIAL)

    before = _ends(_constraints(_with(told, (*others, anchor, silent))))
    after = _ends(_constraints(_with(told, (*others, anchor, newcomer))))

    if before is not None and after is not None:
        assert before[0] is None or (after[0] is not None and before[0] <= after[0])
        assert before[1] is None or (after[1] is not None and after[1] <= before[1])


def _with(told: Telling, claims: tuple[ReadClaim, ...]) -> Telling:
    return replace(told, read=replace(told.read, claims=claims))


@FEW
@given(tellings(), st.sampled_from(CONTESTABLE))
def test_switching_a_rule_of_ours_off_only_removes_conflicts(told: Telling, rule: str) -> None:
    """Each conflict that is left was one before, or holds one (§11)."""
    record = Record(told.read)

    with_rule = minimal_conflicts(record.system(lenient=True).system).sets
    free = replace(record, without=frozenset({rule}))
    without = minimal_conflicts(free.system(lenient=True).system).sets

    assert all(any({*old} <= {*new} for old in with_rule) for new in without)


@FEW
@given(tellings(most=4), st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_nothing(told: Telling, random: Random) -> None:
    """Any order of claims, the same verdict, findings and ranges (§16)."""
    written = as_written(told.read)
    shuffled = dict(written)
    for part in ("claims", "assumptions"):
        entries = [*written[part]]
        random.shuffle(entries)
        shuffled[part] = entries

    one, other = reconcile(written).to_dict(), reconcile(shuffled).to_dict()

    assert one["verdict"] == other["verdict"]
    assert one["findings"] == other["findings"]
    assert one["ranges"] == other["ranges"]
