"""Bounds in whole numbers, the rows they rest on, and the place that is climbed to within them."""

from fractions import Fraction
from math import inf

import numpy as np
import pytest

from claimrecon.linear import LinearSystem, Row
from claimrecon.linear.matrix import Matrix, Place, Stack
from claimrecon.linear.tightening import Tightening

_ROOM = 2**52


def row(name: str, bound: int, owner: str | None = None, **weights: int) -> Row:
    """Spell a row, its variables in the order given."""
    return Row(name, tuple(weights.items()), bound, owner)


def tightened(*rows: Row, but: str = "") -> Tightening:
    """Tighten the bounds of all variables by all rows *but* one."""
    matrix = Matrix(rows, sorted({v for r in rows for v, _ in r.coefficients}))
    return Tightening(matrix, np.array([r.name != but for r in rows], dtype=np.bool_))


@pytest.mark.parametrize(
    ("rows", "lows", "highs"),
    [
        pytest.param([row("a", 5, x=1)], [5], [inf], id="a low"),
        pytest.param([row("a", -5, x=-1)], [0], [5], id="a high"),
        pytest.param([row("a", 0, x=-1)], [0], [0], id="nobody"),
        pytest.param([row("a", 0, x=1)], [0], [inf], id="what is known"),
        pytest.param([row("a", -4, x=1)], [0], [inf], id="less than that"),
        pytest.param([row("a", 10, x=3)], [3], [inf], id="a low is rounded down"),
        pytest.param([row("a", -10, x=-3)], [0], [4], id="a high is rounded up"),
        pytest.param([row("a", -9, x=-3)], [0], [3], id="what is whole is not"),
        pytest.param([row("a", 5, x=1), row("b", 7, x=1)], [7], [inf], id="the higher low"),
        pytest.param([row("a", -5, x=-1), row("b", -7, x=-1)], [0], [5], id="the lower high"),
        pytest.param(
            [row("a", 10, x=1, y=1), row("b", -4, y=-1)], [6, 0], [inf, 4], id="what a sum lacks"
        ),
        pytest.param(
            [row("a", -10, x=-1, y=-1), row("b", 3, x=1)], [3, 0], [10, 7], id="what a sum leaves"
        ),
        pytest.param(
            [row("a", 20, x=2, y=3), row("b", -4, x=-1)], [0, 4], [4, inf], id="with weights"
        ),
        pytest.param(
            [row("a", -6, x=2, y=-3), row("b", -3, x=-1)], [0, 0], [3, 4], id="of both signs"
        ),
        pytest.param(
            [row("a", 5, x=1), row("b", 0, x=-1, y=1), row("c", 0, y=-2, z=1)],
            [5, 5, 10],
            [inf, inf, inf],
            id="a chain carries a low",
        ),
        pytest.param(
            [row("a", -7, z=-1), row("b", 0, x=-1, y=1), row("c", 0, y=-2, z=1)],
            [0, 0, 0],
            [4, 4, 7],
            id="a chain carries a high",
        ),
        pytest.param(
            [row("a", 9, x=1, y=1, z=1), row("b", -2, x=-1)],
            [0, 0, 0],
            [2, inf, inf],
            id="two are open",
        ),
        pytest.param(
            [row("a", 9, x=1, y=1, z=1), row("b", -2, x=-1), row("c", -3, y=-1)],
            [0, 0, 4],
            [2, 3, inf],
            id="one is open",
        ),
        pytest.param(
            [row("a", 1, x=1, y=-1), row("b", 4, y=1), row("c", 2, y=1)],
            [5, 4],
            [inf, inf],
            id="a difference",
        ),
        pytest.param([row("a", _ROOM, x=1)], [0], [inf], id="a bound too large"),
        pytest.param([row("a", _ROOM - 1, x=1)], [_ROOM - 1], [inf], id="a bound just not"),
        pytest.param([row("a", 1, x=_ROOM)], [0], [inf], id="a weight too large"),
        pytest.param([row("a", 1 - _ROOM, x=1 - _ROOM)], [0], [1], id="a weight just not"),
        pytest.param(
            [row("a", _ROOM // 2 + 9, x=1, y=1), row("b", -3, y=-1)],
            [_ROOM // 2, 0],
            [inf, 3],
            id="a low beyond what is exact",
        ),
        pytest.param(
            [row("a", -_ROOM // 2 - 9, x=-1, y=-1), row("b", 9, y=1)],
            [0, 9],
            [_ROOM // 2, inf],
            id="a high beyond what is exact",
        ),
        pytest.param(
            [row("out", 5, x=1), row("a", 3, x=1), row("b", 1, y=1, x=-1)],
            [3, 4],
            [inf, inf],
            id="a row left out",
        ),
    ],
)
def test_what_follows_row_by_row(rows: list[Row], lows: list[float], highs: list[float]) -> None:
    """Each bound is an integer that certainly holds; what no row ends is open."""
    found = tightened(*rows, but="out")

    assert found.violated == {}
    assert found.lows.tolist() == lows
    assert found.highs.tolist() == highs


@pytest.mark.parametrize(
    ("rows", "multipliers"),
    [
        pytest.param([row("a", 1)], {"a": 1}, id="a row without variables"),
        pytest.param([row("a", 1, x=-1)], {"a": 1}, id="less than nobody"),
        pytest.param([row("a", 5, x=1), row("b", -3, x=-1)], {"b": 1, "a": 1}, id="a pair"),
        pytest.param(
            [row("a", 10, x=2), row("b", -9, x=-3)], {"a": 1, "b": Fraction(2, 3)}, id="weights"
        ),
        pytest.param(
            [row("b", 5, x=1), row("a", 5, x=1), row("c", -3, x=-1)],
            {"c": 1, "a": 1},
            id="of two that say the same, the first by name",
        ),
        pytest.param(
            [row("a", 2, x=1), row("b", -3, x=-1), row("c", 6, x=1)],
            {"b": 1, "c": 1},
            id="of two that say more or less, the one that says more",
        ),
        pytest.param(
            [row("low", 5, x=1), row("d", -4, x=-1), row("c", -3, x=-1)],
            {"low": 1, "c": 1},
            id="a low above the lower of two highs",
        ),
        pytest.param(
            [
                row("z", 2, z=1),
                row("x", 0, x=1, z=-1),
                row("y", 0, y=1, z=-3),
                row("t", -7, x=-1, y=-1),
            ],
            {"t": 1, "x": 1, "y": 1, "z": 4},
            id="what two rest on is taken for both",
        ),
        pytest.param(
            [
                row("a", 1, x=1),
                row("b", 3, y=1, x=-1),
                row("c", 0, x=1, y=-2),
                row("d", -7, x=-1),
            ],
            {"b": 3, "c": Fraction(3, 2), "d": Fraction(1, 2)},
            id="a bound that was moved twice",
        ),
        pytest.param(
            [row("a", 10, x=1, y=1), row("b", -3, x=-2), row("c", -13, y=-2)],
            {"a": 1, "b": Fraction(1, 2), "c": Fraction(1, 2)},
            id="a sum that lacks",
        ),
    ],
)
def test_what_cannot_hold_is_followed_back(
    rows: list[Row], multipliers: dict[str, Fraction]
) -> None:
    """From the row that fails to those that its bounds rest on."""
    found = tightened(*rows)

    told = {rows[i].name: share for i, share in found.refutation().items()}

    assert told == multipliers


@pytest.mark.parametrize(
    ("upper", "variable", "multipliers"),
    [
        (False, "x", {"a": Fraction(1, 2)}),
        (True, "x", {"b": 1, "d": Fraction(1, 3)}),
        (False, "y", {"b": 1, "a": Fraction(1, 2)}),
        (True, "y", {"d": Fraction(1, 3)}),
        (False, "z", {}),
        (True, "z", {"c": 1, "d": Fraction(1, 3)}),
        (False, "w", {"e": 1, "a": 1}),
        (True, "w", {}),
    ],
)
def test_each_bound_has_the_rows_it_follows_from(
    upper: bool, variable: str, multipliers: dict[str, Fraction]
) -> None:
    """None where it is that nobody is less than nobody, or where nothing ends it."""
    rows = [row("a", 10, x=2), row("b", 0, x=-1, y=1), row("c", 0, y=1, z=-1), row("d", -60, y=-3)]
    rows.append(row("e", 1, w=1, x=-2))
    found = tightened(*rows)

    support = found.support("wxyz".index(variable), upper=upper)
    told = {rows[i].name: m for i, m in support.items()}

    assert told == multipliers


def test_what_was_not_a_conflict_in_an_early_round_is_followed_no_later_than_that() -> None:
    """A support rests on what was known in the round before, not on what came after."""
    rows = [row("a", 2, x=1), row("b", 1, y=1, x=-1), row("c", 0, z=1, y=-1)]
    found = tightened(*rows)

    assert found.lows.tolist() == [2, 3, 3]
    assert found.support(2) == {2: 1, 1: 1, 0: 1}


def test_problems_side_by_side_fail_each_for_itself() -> None:
    """Names may be the same in all; a problem that cannot hold stops none of the others."""
    systems = [
        LinearSystem((row("a", 5, x=1), row("b", 0, y=1, x=-1))),
        LinearSystem((row("b", -3, x=-1), row("a", 5, x=1))),
        LinearSystem((row("c", 9, x=1), row("d", 0, y=1, x=-2), row("e", 0, z=1, y=-1))),
        LinearSystem((row("a", 0), row("c", 1, x=-1), row("b", 1, y=-1))),
        LinearSystem((row("f", 0, x=1, y=-1), row("g", 9, y=1), row("h", -1, z=-1))),
    ]
    stack = Stack(systems)
    blocks = np.repeat(np.arange(5), [len(system.rows) for system in systems])

    found = Tightening(stack, np.ones(len(blocks), dtype=np.bool_), blocks=blocks)

    names = {block: stack.rows[i].name for block, (_, i) in found.violated.items()}
    assert names == {1: "a", 3: "b"}
    assert found.refutation(1) == {3: 1, 2: 1}
    assert found.refutation(3) == {9: 1}
    assert [*map(found.lows.tolist().__getitem__, (0, 1, 3, 4, 5, 8, 9, 10))] == [
        *(5, 5),
        *(9, 18, 18),
        *(9, 9, 0),
    ]
    assert found.highs.tolist()[8:] == [inf, inf, 1]
    assert found.climb(np.ones(len(blocks), dtype=np.bool_)).numerators[8:] == (9, 9, 0)


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        pytest.param([row("a", 5, x=1)], (5,), id="a low holds already"),
        pytest.param([row("a", 10, x=1, y=1)], (10, 0), id="of two with equal room, the first"),
        pytest.param(
            [row("a", 10, x=1, y=1), row("b", -3, x=-1), row("c", -20, y=-1)],
            (0, 10),
            id="the one with the most room",
        ),
        pytest.param(
            [row("a", 10, x=1, y=1), row("b", -6, x=-1), row("c", -6, y=-1)],
            (6, 4),
            id="as far as its room, then the other",
        ),
        pytest.param(
            [row("a", 10, x=3, y=3), row("b", -20, y=-1)], (4, 0), id="rounded up to what is needed"
        ),
        pytest.param(
            [row("a", 10, x=1, y=1), row("b", 12, x=1, z=1)], (12, 0, 0), id="as far as the most"
        ),
        pytest.param(
            [row("a", 10, x=1, y=1), row("b", -1, z=1, x=-1), row("c", -50, y=-1)],
            (10, 0, 9),
            id="what a rise breaks is mended",
        ),
        pytest.param(
            [row("a", 10, x=1, y=1), row("b", 0, x=-1, z=2), row("c", 1, z=-1, w=1)],
            (6, 10, 0, 5),
            id="and what that breaks",
        ),
        pytest.param([row("a", 1, x=1, y=_ROOM)], (0, 0), id="weights too large"),
        pytest.param(
            [row("out", 99, x=1, y=1), row("a", 1, x=1, y=1)], (1, 0), id="a row left out"
        ),
    ],
)
def test_the_place_climbed_to_satisfies_the_rows_that_it_can(
    rows: list[Row], place: tuple[int, ...]
) -> None:
    """From where all are lowest, the variable with the most room is lifted as far as needed."""
    found = tightened(*rows, but="out")
    active = np.array([r.name != "out" for r in rows], dtype=np.bool_)

    assert found.climb(active) == Place(place)
