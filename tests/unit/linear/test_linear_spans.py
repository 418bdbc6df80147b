"""All ranges at once, and one smallest repair, on cases that were worked out by hand."""

from fractions import Fraction

import numpy as np
import pytest

from claimrecon.linear import (
    Budget,
    InfeasibleSystemError,
    LinearSystem,
    Point,
    Proof,
    Row,
    UndecidedError,
    decide,
    decide_each,
    engine,
    least_repair,
    spans,
)


def row(name: str, bound: int, owner: str | None = None, **weights: int) -> Row:
    """Spell a row."""
    return Row(name, tuple(sorted(weights.items())), bound, owner)


def ends(*rows: Row) -> dict[str, tuple[object, object]]:
    """Return the ends of every variable."""
    return {span.variable: (span.low, span.high) for span in spans(LinearSystem(rows))}


WAYS = {"exactly": (12, 100), "through the solver": (0, 100), "by bounds first": (0, 0)}


@pytest.fixture(autouse=True, params=WAYS.values(), ids=[*WAYS])
def _every_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_SMALL", request.param[0])
    monkeypatch.setattr(engine, "_LARGE", request.param[1])


def test_ends_that_single_rows_do_not_show() -> None:
    """Two sums and a difference: no row alone bounds x or y from above."""
    found = ends(row("sum", -10, x=-1, y=-1), row("more", 4, x=1, y=-1))

    assert found == {"x": (4, 10), "y": (0, 3)}


def test_an_end_that_no_bound_in_whole_numbers_touches() -> None:
    """Half of seven is kept exactly, at both ends."""
    found = ends(row("low", 7, x=2), row("high", -9, x=-2))

    assert found == {"x": (Fraction(7, 2), Fraction(9, 2))}


def test_variables_that_can_grow_only_together() -> None:
    """No end for either; each needs the other to grow with it."""
    found = ends(row("a", -2, x=1, y=-1), row("b", -2, x=-1, y=1))

    assert found == {"x": (0, None), "y": (0, None)}


def test_growth_that_one_direction_does_not_show_is_found_by_the_next() -> None:
    """The first direction lifts y and z; x can grow as well, though it shares room with them."""
    found = ends(row("shared", 0, w=1, x=-1, y=-1, z=-1), row("top", -5, v=-1))

    assert found == dict.fromkeys("wxyz", (0, None)) | {"v": (0, 5)}


def test_a_contradictory_system_has_no_spans() -> None:
    """The error says what to call."""
    with pytest.raises(InfeasibleSystemError, match=r"call minimal_conflicts\(\)"):
        ends(row("low", 5, "a", x=1), row("high", -3, "b", x=-1))


def test_without_time_there_are_no_spans() -> None:
    """The budget reaches every solve."""
    with pytest.raises(UndecidedError):
        spans(LinearSystem((row("low", 5, x=1),)), budget=Budget(0))


def test_the_common_one_is_the_least_repair() -> None:
    """Two conflicts share b; another part needs one of its own."""
    rows = (
        row("a", 5, "a", x=1),
        row("b", -3, "b", x=-1),
        row("c", 6, "c", x=1),
        row("d", 9, "d", y=1),
        row("e", -1, "e", y=-1),
    )

    assert least_repair(LinearSystem(rows)) == ("b", "d")


def test_nothing_is_repaired_where_nothing_clashes() -> None:
    """The empty set is the smallest."""
    assert least_repair(LinearSystem((row("a", 5, "a", x=1),))) == ()


def test_of_several_least_repairs_the_first_is_told() -> None:
    """Three who disagree pairwise: any two must go, and the first two do."""
    rows = [
        row(f"{owner} {end}", sign * bound, owner, x=sign)
        for owner, bound in (("c", 1), ("a", 2), ("b", 3))
        for end, sign in (("low", 1), ("high", -1))
    ]

    assert least_repair(LinearSystem(tuple(rows))) == ("a", "b")


def test_two_rows_of_one_name_are_refused() -> None:
    """A proof could not tell them apart."""
    with pytest.raises(ValueError, match="two rows are named 'a'; give each row a name"):
        LinearSystem((row("b", 1, x=1), row("a", 1, x=1), row("a", 2, x=1)))


def test_a_corner_of_unruly_fractions_is_solved_exactly() -> None:
    """Thirteenths of elevenths of hundredths: rounding hits nothing, the tight rows do."""
    ratios = ((0, 1, 999_983, 1_000_003), (1, 2, 99_991, 100_003), (2, 3, 9_973, 10_007))
    rows = [row("start", 12_345, x0=1), row("end", -12_345, x0=-1)]
    for one, other, above, below in ratios:
        for sign in (1, -1):
            weights = {f"x{one}": sign * above, f"x{other}": -sign * below}
            rows.append(row(f"{one} to {other}, {sign}", 0, None, **weights))
    system = LinearSystem(tuple(rows))

    point = decide(system)

    assert isinstance(point, Point)
    assert dict(point.values)["x3"] == Fraction(
        12_345 * 999_983 * 99_991 * 9_973, 1_000_003 * 100_003 * 10_007
    )


def test_ends_that_hold_only_together_are_found() -> None:
    """With x <= y + 2 and y <= x/2 + 3: no row alone gives either a top, both have one."""
    found = ends(row("x", -2, x=-1, y=1), row("y", -6, x=1, y=-2))

    assert found == {"x": (0, 10), "y": (0, 8)}


def test_rows_without_a_solution_have_no_least_value() -> None:
    """Whoever minimises over rows that were not decided before is told so, and gets no number."""
    solver = engine.Engine([row("low", 5, "a", x=1), row("high", -3, "b", x=-1)], ["x"])

    with pytest.raises(InfeasibleSystemError, match=r"call minimal_conflicts\(\)"):
        solver.minimise(np.ones(2, dtype=np.bool_), {"x": 1})


def test_bounds_that_creep_are_left_to_the_solver() -> None:
    """In x > y > x each round adds one, and no bound is ever passed; yet it cannot hold."""
    creeping = LinearSystem((row("a", 1, x=1, y=-1), row("b", 1, x=-1, y=1)))

    assert isinstance(decide(creeping), Proof)


def test_a_part_that_bounds_settle_stands_beside_one_that_is_solved() -> None:
    """Half of seven between two who add up to it; the other part keeps its whole numbers."""
    system = LinearSystem(
        (
            row("alone", 3, z=1),
            row("sum", 7, x=1, y=1),
            row("no more", -7, x=-1, y=-1),
            row("even", 0, x=1, y=-1),
            row("even, too", 0, x=-1, y=1),
        )
    )

    (point,) = decide_each([system])

    assert isinstance(point, Point)
    assert dict(point.values) == {"x": Fraction(7, 2), "y": Fraction(7, 2), "z": 3}
