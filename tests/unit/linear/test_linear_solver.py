"""The door to HiGHS, and rows as arrays: what goes in and what comes out, on a small example."""

from fractions import Fraction
from math import inf
from random import Random

import numpy as np
import pytest

from claimrecon.linear import LinearSystem, Row, SolverMissingError, SolveStatus
from claimrecon.linear.matrix import Matrix, Place, Stack
from claimrecon.linear.simplex import Basis, Limits, Simplex, Suggestion

ROWS = (
    Row("a", (("x", 1), ("y", 1)), 4),
    Row("b", (("x", -1),), -3),
    Row("c", (("y", -1),), 0),
    Row("d", (("y", 2),), 1),
)
MATRIX = Matrix(ROWS, ("x", "y"))


def asked(
    solver: Simplex,
    names: str,
    costs: tuple[float, float] | None = None,
    box: Limits | None = None,
) -> Suggestion:
    """Ask about some rows."""
    active = np.array([row.name in names for row in ROWS], dtype=np.bool_)
    priced = None if costs is None else np.array(costs)
    return solver.solve(active, costs=priced, box=box)


@pytest.mark.parametrize(
    ("names", "costs", "columns", "multipliers"),
    [
        ("ab", (1, 2), [3, 1], [2, 1, 0, 0]),
        ("a", (1, 2), [4, 0], [1, 0, 0, 0]),
        ("a", (2, 1), [0, 4], [1, 0, 0, 0]),
        ("ad", (1, 2), [3.5, 0.5], [1, 0, 0, 0.5]),
        ("ac", (3, 1), [4, 0], [3, 0, 2, 0]),
        ("bd", (-1, 2), [3, 0.5], [0, 1, 0, 1]),
    ],
)
def test_an_optimum_has_a_corner_and_a_multiplier_for_each_row(
    names: str, costs: tuple[float, float], columns: list[float], multipliers: list[float]
) -> None:
    """Rows that are switched off have none; what was asked before does not matter."""
    solver = Simplex(MATRIX)
    asked(solver, "abd")
    asked(solver, "abc", (5, -7), (np.array([1.0, 1.0]), np.array([2.0, 2.0])))

    for again in (solver, solver, Simplex(MATRIX)):
        found = asked(again, names, costs)

        assert found.status is SolveStatus.OPTIMAL
        assert found.columns.tolist() == pytest.approx(columns)
        assert found.multipliers.tolist() == pytest.approx(multipliers)


def test_without_costs_any_corner_will_do() -> None:
    """The costs of the question before are gone."""
    solver = Simplex(MATRIX)
    asked(solver, "ab", (1, 2))

    found = asked(solver, "ab")

    assert found.status is SolveStatus.OPTIMAL
    assert found.columns.sum() >= 4 - 1e-6
    assert found.multipliers.tolist() == [0, 0, 0, 0]


def test_a_contradiction_has_a_ray() -> None:
    """The rows that clash, and not the others; there are no values."""
    found = asked(Simplex(MATRIX), "abc")

    assert found.status is SolveStatus.INFEASIBLE
    assert len(found.columns) == 0
    ray = found.multipliers / found.multipliers.max()
    assert ray.tolist() == pytest.approx([1, 1, 1, 0])


def test_a_sum_without_an_end_is_said_to_be_one() -> None:
    """Neither values nor multipliers."""
    found = asked(Simplex(MATRIX), "ab", (0, -1))

    assert found.status is SolveStatus.UNBOUNDED
    assert (len(found.columns), len(found.multipliers)) == (0, 0)


def test_a_box_confines_one_question() -> None:
    """The next one is free again."""
    solver = Simplex(MATRIX)

    inside = asked(solver, "ab", (1, 2), (np.array([0.0, 3.0]), np.array([inf, 9.0])))
    below = asked(solver, "ab", (-1, -1), (np.array([0.0, 0.0]), np.array([2.0, 5.0])))
    free = asked(solver, "ab", (1, 2))

    assert inside.columns.tolist() == pytest.approx([1, 3])
    assert below.columns.tolist() == pytest.approx([2, 5])
    assert free.columns.tolist() == pytest.approx([3, 1])


def test_a_basis_names_what_is_basic_and_which_rows_are_tight() -> None:
    """Rows that are switched off are not tight."""
    solver = Simplex(MATRIX)

    asked(solver, "ab", (1, 2))
    assert solver.basis() == Basis((0, 1), (0, 1))

    asked(solver, "a", (1, 2))
    assert solver.basis() == Basis((0,), (0,))


def test_without_time_there_is_no_verdict() -> None:
    """And with time there is one: it counts from each question, not from the first."""
    draw = Random(1)  # noqa: S311 - the same in every run
    names = [f"x{j:02}" for j in range(60)]
    rows = [
        Row(f"{i}", tuple((v, draw.randint(1, 9)) for v in sorted(draw.sample(names, 8))), 500)
        for i in range(60)
    ]
    solver, active = Simplex(Matrix(rows, names)), np.ones(60, dtype=np.bool_)

    for costs in (np.arange(1.0, 61.0), np.arange(61.0, 1.0, -1.0)):
        hurried = solver.solve(active, costs=costs, seconds=0)
        patient = solver.solve(active, costs=costs, seconds=60)

        assert hurried.status is SolveStatus.NO_VERDICT
        assert (len(hurried.columns), len(hurried.multipliers)) == (0, 0)
        assert patient.status is SolveStatus.OPTIMAL
    assert solver.solve(active, costs=np.ones(60)).status is SolveStatus.OPTIMAL


def test_numbers_that_the_solver_refuses_are_no_verdict() -> None:
    """A weight of thirty digits; nothing is suggested."""
    solver = Simplex(Matrix((Row("a", (("x", 10**30),), 10**400),), ("x",)))

    found = solver.solve(np.ones(1, dtype=np.bool_))

    assert found.status is SolveStatus.NO_VERDICT
    assert (len(found.columns), len(found.multipliers)) == (0, 0)
    assert solver.basis() == Basis((), ())


def test_without_the_solver_the_whole_error_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install and what it cannot stand beside."""
    monkeypatch.setitem(__import__("sys").modules, "highspy", None)

    with pytest.raises(SolverMissingError) as error:
        Simplex(MATRIX)

    assert str(error.value) == (
        f"highspy cannot be loaded ({error.value.__cause__}). "
        "Install it with: pip install highspy. It cannot share a process with OR-tools: "
        "if that is loaded, use a process of its own."
    )


HUGE = 10**30


@pytest.mark.parametrize(
    ("rows", "place", "holds"),
    [
        (ROWS, Place((3, 1)), [True, True, False, True]),
        (ROWS, Place((7, 1), 2), [True, False, False, True]),
        (ROWS, Place((5, 2), 2), [False, True, False, True]),
        (ROWS, Place((4, 0)), [True, False, True, False]),
        (ROWS, Place((2**62, 2**62)), [True, False, False, True]),
        (ROWS, Place((2**61, 0), 2**61), [False, True, True, False]),
        (ROWS, Place((4 * HUGE, 0), HUGE), [True, False, True, False]),
        (ROWS, Place((4 * HUGE - 1, 0), HUGE), [False, False, True, False]),
        ([Row("a", (("x", HUGE), ("y", -HUGE)), 1)], Place((2, 1)), [True]),
        ([Row("a", (("x", HUGE), ("y", -HUGE)), 1)], Place((1, 1)), [False]),
        ([Row("a", (("x", -1),), -HUGE)], Place((HUGE, 0)), [True]),
        ([Row("a", (("x", -1),), -HUGE)], Place((HUGE + 1, 0)), [False]),
        ([Row("a", (("x", 2**40), ("y", -1)), 2**40)], Place((2**40, 0), 2**40), [True]),
        ([Row("a", (("x", 2**40), ("y", -1)), 2**40)], Place((2**40, 1), 2**40), [False]),
        ([Row("a", (("x", 1), ("y", 2**40)), 0)], Place((0, 2**40)), [True]),
        ([Row("a", (("x", 1), ("y", -(2**40))), 0)], Place((1, 2**40)), [False]),
        ([Row("a", (), 0), Row("b", (), 1), Row("c", (), -1)], Place((0, 0)), [True, False, True]),
        ([], Place((0, 0)), []),
    ],
)
def test_rows_are_held_to_a_place_exactly(
    rows: tuple[Row, ...], place: Place, holds: list[bool]
) -> None:
    """In machine numbers where they fit, else in whole numbers of any size."""
    assert Matrix(rows, ("x", "y")).holds(place).tolist() == holds


@pytest.mark.parametrize(
    ("rows", "reach", "top"),
    [
        (ROWS, 4, 4),
        (ROWS[1:3], 1, 3),
        ([Row("a", (("x", -5), ("y", 3)), -7), Row("b", (("x", 2),), 6)], 10, 7),
        ([Row("a", (("x", 5), ("y", -3)), 7), Row("b", (("x", -2),), -6)], 10, 7),
        ([Row("a", (("x", -HUGE),), -HUGE), Row("b", (("x", 1), ("y", 1)), 0)], 2 * HUGE, HUGE),
        ([Row("a", (("x", HUGE),), HUGE), Row("b", (("x", 1),), 0)], HUGE, HUGE),
        ([], 0, 0),
    ],
)
def test_how_far_sums_and_bounds_can_go(rows: tuple[Row, ...], reach: int, top: int) -> None:
    """The largest weight in every entry of the longest row; the size of the largest bound."""
    matrix = Matrix(rows, ("x", "y"))

    assert (matrix.reach, matrix.top) == (reach, top)


@pytest.mark.parametrize(
    "matrix", [MATRIX, Stack([LinearSystem(ROWS[:2]), LinearSystem(ROWS[2:])])]
)
def test_entries_are_found_by_row_and_by_column(matrix: Matrix) -> None:
    """In a stack the variables of the second system are others than those of the first."""
    second = 1 if matrix is MATRIX else 2
    entries = [[(0, 1), (1, 1)], [(0, -1)], [(second, -1)], [(second, 2)]]

    assert [matrix.entry(i) for i in range(4)] == entries
    assert matrix.entries_of_rows(np.array([3, 0])).tolist() == [4, 0, 1]
    assert matrix.entries_of_rows(np.array([], dtype=np.int64)).tolist() == []
    assert matrix.entries_of_columns(np.array([second])).tolist() == (
        [1, 3, 4] if second == 1 else [3, 4]
    )
    assert matrix.entries_of_columns(np.array([second, 0])).tolist()[-2:] == [0, 2]
    assert matrix.lengths_of_columns(np.array([0, second])).tolist() == [2, 3 if second == 1 else 2]


@pytest.mark.parametrize(
    ("values", "place"),
    [
        ([], Place(())),
        ([3], Place((3,))),
        (["1/2", "1/3"], Place((3, 2), 6)),
        (["1/4", "5/6", "2"], Place((3, 10, 24), 12)),
    ],
)
def test_fractions_get_one_denominator(values: list[int | str], place: Place) -> None:
    """The least common one."""
    assert Place.from_fractions([*map(Fraction, values)]) == place
