"""Truth laws: what is true is never called impossible, and never lost from a range."""

from fractions import Fraction

from hypothesis import given, note, settings
from hypothesis import strategies as st
from true_claims import TrueDossier, lying, true_dossiers
from worlds import worlds

from claimrecon.constraints import Constraints, build
from claimrecon.findings import Record
from claimrecon.linear import Point, Proof, decide, highest, lowest

FEW = settings(max_examples=150)


def _system(told: TrueDossier, *, lenient: bool = True, merged: bool = True) -> Constraints:
    record = Record(told.read)
    bindings = record.bindings(lenient=lenient)
    return build(record.context, bindings, [(told.question.scope, "")], merged=merged)


@FEW
@given(true_dossiers(worlds()))
def test_true_claims_can_all_be_true(told: TrueDossier) -> None:
    """Claims that hold in a world have a point that satisfies all their rows exactly (§1-§8)."""
    system = _system(told).system
    note(str(told.read.claims))

    answer = decide(system)

    assert isinstance(answer, Point), "\n".join(f"{m} * {r}" for r, m in answer.terms)
    assert answer.satisfies(system)
