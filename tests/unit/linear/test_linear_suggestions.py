"""What the floating-point solver suggests is made exact, and where it is right no more is asked."""

from collections.abc import Callable, Mapping
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimrecon.linear import Proof, Row, SolveStatus, engine, simplex
from claimrecon.linear.engine import Engine, _simple, add_up
from claimrecon.linear.exact import Dictionary
from claimrecon.linear.matrix import Flags, Matrix, Place

Floats = list[float]


def row(name: str, bound: int, owner: str | None = None, **weights: int) -> Row:
    """Spell a row."""
    return Row(name, tuple(sorted(weights.items())), bound, owner)


def both(name: str, bound: int, **weights: int) -> list[Row]:
    """Spell an equation."""
    return [
        row(f"{name}, low", bound, None, **weights),
        row(f"{name}, high", -bound, None, **{v: -w for v, w in weights.items()}),
    ]


def engine_of(rows: list[Row]) -> tuple[Engine, Flags]:
    """Return an engine over *rows*, and all of them as active."""
    variables = sorted({v for r in rows for v, _ in r.coefficients})
    return Engine(rows, variables), np.ones(len(rows), dtype=np.bool_)


def _refuse(*_: object) -> None:
    raise AssertionError("the exact simplex was started")


@pytest.fixture
def _suggestions_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask the solver about the smallest system, and do not let the exact simplex help."""
    monkeypatch.setattr(engine, "_SMALL", 0)
    monkeypatch.setattr(Dictionary, "reach", _refuse)
    monkeypatch.setattr(Dictionary, "minimise", _refuse)


alone = pytest.mark.usefixtures("_suggestions_alone")
UNRULY = ((0, 1, 999_983, 1_000_003), (1, 2, 99_991, 100_003))


@alone
@pytest.mark.parametrize(
    ("rows", "place"),
    [
        pytest.param(both("x", 7, x=1), Place((7,)), id="whole"),
        pytest.param(both("x", 7, x=2), Place((7,), 2), id="a half"),
        pytest.param(
            [*both("x", 7, x=3), *both("y", 5, y=7), *both("z", 4, z=1)],
            Place((49, 15, 84), 21),
            id="thirds and sevenths",
        ),
        pytest.param(both("x", 1, x=999_983), Place((1,), 999_983), id="a large denominator"),
        pytest.param(
            [*both("x", 1, x=1_000_003), *both("y", 5, y=1)],
            Place((1, 5 * 1_000_003), 1_000_003),
            id="a denominator too large to guess",
        ),
        pytest.param(
            [*both("a", 12_345, x=1), *both("b", 0, x=999_983, y=-1_000_003)],
            Place((12_345 * 1_000_003, 12_345 * 999_983), 1_000_003),
            id="a corner that is solved",
        ),
    ],
)
def test_a_corner_becomes_fractions_without_the_exact_simplex(
    rows: list[Row], place: Place
) -> None:
    """Rounded, or to small fractions, or solved from the rows that are tight."""
    solver, active = engine_of(rows)

    assert solver.solve(active) == place


@alone
@pytest.mark.parametrize(
    ("rows", "multipliers"),
    [
        pytest.param([row("a", 5, x=1), row("b", -3, x=-1)], {"a": 1, "b": 1}, id="a pair"),
        pytest.param(
            [row("a", 5, x=2), row("b", -3, x=-2), row("c", 1, y=1)],
            {"a": 1, "b": 1},
            id="two of three",
        ),
        pytest.param(
            [row("a", 5, x=3), row("b", -4, x=-3), row("c", 0, x=1)], {"a": 1, "b": 1}, id="thirds"
        ),
        pytest.param(
            [row("a", 10, x=1, y=1), row("b", -4, x=-1), row("c", -10, y=-3)],
            {"a": 3, "b": 3, "c": 1},
            id="three",
        ),
        pytest.param(
            [row("a", 10, x=1), row("b", -7, x=-1, z=-2)],
            {"a": 1, "b": 1, "z >= 0": 2},
            id="with what goes without saying",
        ),
    ],
)
def test_a_ray_becomes_a_proof_without_the_exact_simplex(
    rows: list[Row], multipliers: dict[str, int]
) -> None:
    """Whole multipliers, checked in whole numbers."""
    solver, active = engine_of(rows)

    proof = solver.solve(active)

    assert isinstance(proof, Proof)
    assert proof.verify()
    assert {r.name: m for r, m in proof.terms} == multipliers


@alone
@pytest.mark.parametrize(
    ("objective", "value"),
    [
        ({"x": 1}, Fraction(10, 3)),
        ({"x": -1}, Fraction(-7)),
        ({"y": 1}, Fraction(1)),
        ({"x": 2, "y": 1}, Fraction(20, 3) + Fraction(10, 3) + 1 - Fraction(10, 3)),
        ({"y": -1}, None),
        ({"x": 1, "y": -1}, None),
        ({"z": 1}, Fraction(0)),
        ({"z": -1}, None),
    ],
)
def test_an_optimum_is_made_exact_without_the_exact_simplex(
    objective: dict[str, int], value: Fraction | None
) -> None:
    """A place and a proof that meet, or a way down that has no end."""
    rows = [row("a", 10, x=3), row("b", -7, x=-1), row("c", 1, y=1), row("d", -2, y=1, z=-1)]
    solver, active = engine_of(rows)

    optimum = solver.minimise(active, objective)

    place = dict(zip("xyz", optimum.place.numerators, strict=True))
    if value is None:
        assert optimum.proof is None
        return
    assert optimum.proof is not None
    assert optimum.proof.verify()
    assert optimum.proof.bound == value
    assert optimum.proof.claim == tuple(sorted(objective.items()))
    assert (
        Fraction(sum(w * place[v] for v, w in objective.items()), optimum.place.denominator)
        == value
    )
    assert solver.matrix.holds(optimum.place).all()


def _saying(columns: Floats, multipliers: Floats, status: SolveStatus) -> Callable[..., object]:
    def solve(*_: object, **__: object) -> simplex.Suggestion:
        return simplex.Suggestion(status, np.array(columns), np.array(multipliers))

    return solve


SUM = [row("a", 5, x=3), row("b", -3, x=-2), row("c", -9, x=-1)]


@pytest.mark.parametrize(
    ("ray", "multipliers"),
    [
        pytest.param([2.0, 3.0, 0.0], {"a": 2, "b": 3}, id="not whole times the least"),
        pytest.param([2.0, 3.0, 1e-12], {"a": 2, "b": 3}, id="noise"),
        pytest.param([2.0, 3.0, -1.0], {"a": 2, "b": 3}, id="a multiplier below nought"),
        pytest.param([0.7, 0.9, 0.0], {"a": 2, "b": 3}, id="a little wrong"),
    ],
)
def test_a_ray_that_does_not_round_is_solved_on_its_rows_alone(
    ray: Floats, multipliers: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows that it does not use are not looked at."""
    monkeypatch.setattr(engine, "_SMALL", 0)
    monkeypatch.setattr(Engine, "_decide_from_basis", _refuse)
    monkeypatch.setattr(simplex.Simplex, "solve", _saying([], ray, SolveStatus.INFEASIBLE))
    solver, active = engine_of(SUM)

    proof = solver.solve(active)

    assert isinstance(proof, Proof)
    assert {r.name: m for r, m in proof.terms} == multipliers


TWO = [row("a", 5, x=2), row("b", 4, y=3), row("c", 7, x=1, y=3)]


@pytest.mark.parametrize(
    ("columns", "place"),
    [
        pytest.param([2.0, 2.0], None, id="where a row does not hold"),
        pytest.param([3.0, 2.0], Place((3, 2)), id="whole"),
        pytest.param([3.0 + 1e-10, 2.0 - 1e-10], Place((3, 2)), id="almost whole"),
        pytest.param([2.5, 2.0], Place((5, 4), 2), id="a half that is needed"),
        pytest.param([3.5, 2.0], Place((4, 2)), id="a half that is not needed"),
        pytest.param([2.5, 11 / 6], Place((15, 11), 6), id="sixths"),
        pytest.param([2.4999999999999, 2.0], Place((5, 4), 2), id="almost a half"),
        pytest.param([-1e-9, 3.0], None, id="below nought"),
        pytest.param([2.0**53, 2.0], None, id="more than floats count"),
        pytest.param([2.0**53 - 2, 2.0], Place((2**53 - 2, 2)), id="as many as they count"),
        pytest.param([float("inf"), 2.0], None, id="without an end"),
        pytest.param([float("nan"), 2.0], None, id="no number"),
    ],
)
def test_floats_become_a_place_where_the_rows_hold(
    columns: Floats, place: Place | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rounded, else as small fractions; what cannot be is left to the exact simplex."""
    solver, active = engine_of(TWO)
    exactly = solver.solve(active)
    monkeypatch.setattr(engine, "_SMALL", 0)
    monkeypatch.setattr(simplex.Simplex, "solve", _saying(columns, [], SolveStatus.OPTIMAL))
    monkeypatch.setattr(simplex.Simplex, "basis", lambda _: simplex.Basis((), ()))

    found = solver.solve(active)

    assert isinstance(found, Place)
    assert solver.matrix.holds(found).all()
    assert found == (place or exactly)


@settings(max_examples=100, deadline=None)
@given(st.floats(0, 2.0**53))
@example(1 / 3)
@example(355 / 113)
@example(1 / 1_000_003)
@example(0.5 + 2e-9)
@example(3 - 1e-10)
def test_a_float_is_taken_for_the_nearest_small_fraction(value: float) -> None:
    """That of the standard library, which takes ten times as long."""
    assert Fraction(*_simple(value)) == Fraction(value).limit_denominator(10**6)


MATRIX = Matrix(
    [row("a", 5, x=1), row("b", -3, x=-1), row("c", 4, x=2, y=-1), row("d", -3, x=-2)],
    ("x", "y"),
)


@pytest.mark.parametrize(
    ("multipliers", "objective", "expected"),
    [
        ({0: 1, 1: 1}, {}, {"a": 1, "b": 1}),
        ({0: Fraction(1, 2), 1: Fraction(1, 2)}, {}, {"a": 1, "b": 1}),
        ({2: Fraction(1, 3), 3: Fraction(1, 3)}, {}, {"c": 1, "d": 1, "y >= 0": 1}),
        ({0: 1, 1: 2}, {}, None),
        ({0: 2, 1: 1}, {}, None),
        ({1: 1}, {}, None),
        ({0: 3, 1: 5}, {}, None),
        ({}, {}, None),
        ({0: 2}, {"x": 2}, {"a": 2}),
        ({0: Fraction(1, 2)}, {"x": 2}, {"a": Fraction(1, 2), "x >= 0": Fraction(3, 2)}),
        ({0: 3}, {"x": 2}, None),
        ({1: 1}, {"x": -1, "y": 0}, {"b": 1}),
        ({2: 1}, {"x": 3, "y": 1}, {"c": 1, "x >= 0": 1, "y >= 0": 2}),
        ({}, {"y": 1, "x": 1}, {"x >= 0": 1, "y >= 0": 1}),
        ({}, {"x": -1}, None),
    ],
)
def test_rows_that_add_up_are_a_proof(
    multipliers: Mapping[int, Fraction | int],
    objective: dict[str, int],
    expected: dict[str, Fraction] | None,
) -> None:
    """What is missing is made up by what goes without saying; what is too much is no proof."""
    proof = add_up(MATRIX, {i: Fraction(m) for i, m in multipliers.items()}, objective)

    if expected is None:
        assert proof is None
        return
    assert proof is not None
    assert proof.verify()
    assert {r.name: m for r, m in proof.terms} == expected
    assert proof.claim == tuple(sorted((v, w) for v, w in objective.items() if w))
