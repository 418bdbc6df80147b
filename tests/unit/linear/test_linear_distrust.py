"""Whatever the floating-point solver says, the answer is the same."""

import sys
from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest

from claimrecon.linear import (
    Decider,
    LinearSystem,
    Point,
    Proof,
    Row,
    SolverMissingError,
    SolveStatus,
    brute,
    decide,
    decide_each,
    engine,
    lowest,
    minimal_conflicts,
    prove,
    simplex,
)
from claimrecon.linear.tightening import Tightening

SYSTEM = LinearSystem(
    (
        Row("sum", (("x", 1), ("y", 1)), 10, "a"),
        Row("x", (("x", -3),), -4, "b"),
        Row("y", (("y", -1),), -5, "c"),
        Row("z", (("y", 2), ("z", 1)), 7, "d"),
    )
)
FITS = SYSTEM.of(["a", "b", "d"])


def nonsense(status: SolveStatus, value: float) -> Callable[..., simplex.Suggestion]:
    """Return a solver that always says the same."""

    def solve(self: simplex.Simplex, active: object, **_: object) -> simplex.Suggestion:
        """Ignore the question."""
        del active
        height, width = self._height, self._width
        return simplex.Suggestion(status, np.full(width, value), np.full(height, value))

    return solve


@pytest.mark.parametrize("status", SolveStatus)
@pytest.mark.parametrize("value", [0.0, 1.0, -1.0, 1e-12, 1e300, float("inf"), float("nan")])
def test_a_solver_that_talks_nonsense_changes_nothing(
    status: SolveStatus, value: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Verdicts, conflicts, proofs and ends are those of the exact simplex."""
    proof, end = prove(SYSTEM), lowest(FITS, {"y": 1, "z": 1})

    monkeypatch.setattr(engine, "_SMALL", 0)
    monkeypatch.setattr(simplex.Simplex, "solve", nonsense(status, value))
    monkeypatch.setattr(simplex.Simplex, "basis", lambda _: simplex.Basis((), ()))

    assert prove(SYSTEM) == proof
    assert minimal_conflicts(SYSTEM).sets == brute.minimal_conflicts(SYSTEM)
    again = lowest(FITS, {"y": 1, "z": 1})
    assert (again.value, again.owners, again.proof) == (end.value, end.owners, end.proof)


def test_rows_that_are_switched_off_prove_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A ray with weight on the rows of owners who were not asked is not believed."""
    monkeypatch.setattr(engine, "_SMALL", 0)
    monkeypatch.setattr(simplex.Simplex, "solve", nonsense(SolveStatus.INFEASIBLE, 1.0))
    monkeypatch.setattr(simplex.Simplex, "basis", lambda _: simplex.Basis((), ()))

    answer = Decider(SYSTEM).decide(["a", "b"])

    assert isinstance(answer, Point)
    assert answer.satisfies(SYSTEM.of(["a", "b"]))


def test_a_status_is_not_a_truth_value() -> None:
    """`if status:` is a mistake and says so."""
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(SolveStatus.OPTIMAL)


def test_the_solver_prints_nothing(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Standard output belongs to the answer; HiGHS 1.16 prints its name unless it is stopped."""
    monkeypatch.setattr(engine, "_SMALL", 0)

    lowest(FITS, {"y": 1, "z": 1})

    assert capfd.readouterr().out == ""


@pytest.mark.parametrize("multipliers", [{}, {0: Fraction(1)}, {1: Fraction(3), 2: Fraction(1)}])
def test_bounds_whose_rows_do_not_add_up_change_nothing(
    multipliers: dict[int, Fraction], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What tightening calls a proof is added up like any other, and what falls short is solved."""
    monkeypatch.setattr(engine, "_LARGE", 0)
    monkeypatch.setattr(Tightening, "refutation", lambda *_: multipliers)

    answers = [decide(SYSTEM), *decide_each([FITS, SYSTEM])]

    assert [isinstance(answer, Point) for answer in answers] == [False, True, False]
    assert all(answer.verify(SYSTEM) for answer in answers if isinstance(answer, Proof))


def test_without_the_solver_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small systems need none; for the others it names what to install and what it clashes with."""
    monkeypatch.setitem(sys.modules, "highspy", None)

    assert lowest(FITS, {"y": 1}).value == Fraction(26, 3)

    monkeypatch.setattr(engine, "_SMALL", 0)
    with pytest.raises(SolverMissingError, match=r"pip install highspy.*OR-tools"):
        lowest(FITS, {"y": 1})
