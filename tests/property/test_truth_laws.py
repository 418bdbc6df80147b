"""Truth laws: what is true is never called impossible, and never lost from a range."""

from depth import examples
from hypothesis import given

from claimrecon.constraints import Constraints
from claimrecon.findings import (
    FindingKind,
    Record,
    Speech,
    clashes,
    implausible_projections,
    possible_range,
    retracted,
)
from claimrecon.linear import Point, decide, highest, lowest
from claimrecon.reconciliation import reconcile
from claimrecon.testing.truths.telling import Telling, true_dossiers
from claimrecon.testing.truths.worlds import worlds
from claimrecon.testing.truths.writing import as_written

MANY = examples(60)
FEW = examples(15)
TRUTHS = true_dossiers(worlds())


def _constraints(told: Telling, *, lenient: bool, merged: bool = True) -> Constraints:
    asked = (told.question.scope,)
    return Record(told.read).system(lenient=lenient, questions=asked, merged=merged)


@MANY
@given(TRUTHS)
def test_true_claims_can_all_be_true(told: Telling) -> None:
    """Claims that hold in a world have a point that satisfies all their rows exactly (§1-§8)."""
    system = _constraints(told, lenient=True).system

    answer = decide(system)

    assert isinstance(answer, Point), answer.owners
    assert answer.satisfies(system)


@FEW
@given(TRUTHS)
def test_true_claims_can_all_be_true_with_every_cell_and_move_apart(told: Telling) -> None:
    """The same holds of the slow obvious rows, in which nothing is merged."""
    system = _constraints(told, lenient=True, merged=False).system

    assert isinstance(decide(system), Point)


@MANY
@given(TRUTHS)
def test_the_truth_is_never_lost_from_a_range(told: Telling) -> None:
    """Whatever is asked, the true count lies within what true claims leave possible (§14)."""
    asked = told.question
    for lenient in {True, not told.is_strictly_true}:
        constraints = _constraints(told, lenient=lenient)
        [terms] = constraints.answers

        low = lowest(constraints.system, terms.lower).value
        high = None if terms.upper is None else highest(constraints.system, terms.upper).value

        assert low is None or low <= asked.low
        assert high is None or asked.high <= high


@FEW
@given(TRUTHS)
def test_the_ranges_of_a_report_hold_the_truth(told: Telling) -> None:
    """So do the ends as they are reported: in whole persons, never below zero (§14)."""
    found = possible_range(Record(told.read), told.question.scope)
    ends = [(found.lenient_low, found.lenient_high)]
    if told.is_strictly_true:
        ends.append((found.strict_low, found.strict_high))

    for low, high in ends:
        assert low is not None
        assert high is not None
        assert low.value is not None
        assert 0 <= low.value <= told.question.low
        assert high.value is None or told.question.high <= high.value


@FEW
@given(TRUTHS)
def test_true_claims_make_no_finding_against_anybody(told: Telling) -> None:
    """No revision, no slip, no contradiction, no implausible projection; no tension (§9)."""
    record = Record(told.read)

    assert retracted(record) == ()
    found = clashes(record)
    assert found.contradictions == ()
    assert not told.is_strictly_true or found.tensions == ()
    assert implausible_projections(record, Speech(told.read, record.claims)) == ()


@FEW
@given(true_dossiers(worlds(), most=4))
def test_true_claims_of_a_file_are_never_called_contradictory(told: Telling) -> None:
    """The same through the file format and the whole reconciliation."""
    report = reconcile(as_written(told.read))

    grave = {
        FindingKind.CONTRADICTION,
        FindingKind.TENSION,
        FindingKind.IMPLAUSIBLE_PROJECTION,
        FindingKind.REVISION,
        FindingKind.SLIP,
    }
    assert report.verdict == "compatible"
    assert not grave & {finding.kind for finding in report.findings}
