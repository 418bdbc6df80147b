"""The exact simplex, verdicts for some owners, and many systems at once, worked out by hand."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

import pytest

from claimrecon.linear import (
    Decider,
    LinearSystem,
    Point,
    Proof,
    Ranges,
    Row,
    brute,
    decide_each,
    engine,
    exact,
    stacks,
)
from claimrecon.linear.exact import Dictionary


def row(name: str, bound: int, owner: str | None = None, **weights: int) -> Row:
    """Spell a row."""
    return Row(name, tuple(sorted(weights.items())), bound, owner)


def told(proof: Proof | None) -> object:
    """Return the multipliers of a proof that adds up, by name of row."""
    if proof is None:
        return None
    assert proof.verify()
    return {r.name: multiplier for r, multiplier in proof.terms}


@pytest.mark.parametrize(
    ("rows", "multipliers"),
    [
        pytest.param(
            [row("a", 5, x=1), row("b", -3, x=-1), row("c", 9, y=1), row("d", -1, y=-1)],
            {"a": 1, "b": 1},
            id="of two contradictions, that of the first rows",
        ),
        pytest.param(
            [row("c", 9, y=1), row("d", -1, y=-1), row("a", 5, x=1), row("b", -3, x=-1)],
            {"c": 1, "d": 1},
            id="in whichever order the rows are given",
        ),
        pytest.param(
            [row("a", 10, x=2, y=3), row("b", -1, x=-1), row("c", -5, y=-2)],
            {"a": 2, "b": 4, "c": 3},
            id="weights",
        ),
        pytest.param(
            [row("a", 1, x=6, y=-4), row("b", 1, x=-9, y=6)], {"a": 3, "b": 2}, id="no bound alone"
        ),
        pytest.param([row("a", 1, x=-2, y=-3)], {"a": 1, "x >= 0": 2, "y >= 0": 3}, id="signs"),
        pytest.param([row("a", 0), row("b", 1)], {"b": 1}, id="without variables"),
        pytest.param(
            [row("a", 7, x=1), row("b", 0, x=-1, y=1), row("c", 0, y=-1, z=1), row("d", -6, z=-1)],
            {"a": 1, "b": 1, "c": 1, "d": 1},
            id="a chain",
        ),
    ],
)
def test_a_contradiction_is_refuted(rows: list[Row], multipliers: dict[str, int]) -> None:
    """In whole multipliers without a common factor."""
    assert told(exact.refute(rows)) == multipliers


BOX = [row("a", 4, x=1, y=1), row("b", -3, x=-1), row("c", -5, y=-2), row("d", 0, x=2, y=-1)]


@pytest.mark.parametrize(
    ("objective", "multipliers", "values"),
    [
        ({"x": 1}, {"a": 1, "c": Fraction(1, 2)}, (Fraction(3, 2), Fraction(5, 2))),
        ({"y": 1}, {"a": 1, "b": 1}, (3, 1)),
        ({"x": -1}, {"b": 1}, None),
        ({"y": -1}, {"c": Fraction(1, 2)}, None),
        ({"x": 1, "y": 2}, {"a": 2, "b": 1}, (3, 1)),
        ({"x": 2, "y": 1}, {"a": 2, "c": Fraction(1, 2)}, (Fraction(3, 2), Fraction(5, 2))),
        ({"x": -1, "y": -1}, {"b": 1, "c": Fraction(1, 2)}, (3, Fraction(5, 2))),
        ({"x": 1, "y": -1}, {"a": 1, "c": 1}, (Fraction(3, 2), Fraction(5, 2))),
        ({"x": 0, "y": 1}, {"a": 1, "b": 1}, (3, 1)),
        ({"z": 3}, {"z >= 0": 3}, None),
        ({"z": 1, "y": 1}, {"a": 1, "b": 1, "z >= 0": 1}, (3, 1)),
        ({"z": -1}, None, None),
    ],
)
def test_a_sum_is_least_at_a_corner(
    objective: dict[str, int],
    multipliers: dict[str, Fraction] | None,
    values: tuple[Fraction, Fraction] | None,
) -> None:
    """The multipliers say why; the values are those of the corner where there is but one."""
    dictionary = Dictionary(BOX, ["x", "y", "z"])
    assert dictionary.reach() is None

    proof = dictionary.minimise(objective)

    assert told(proof) == multipliers
    assert told(exact.minimise(BOX, objective)) == multipliers
    found = dictionary.values()
    assert Point(tuple(found.items())).satisfies(LinearSystem(tuple(BOX)))
    if values is not None:
        assert (found["x"], found["y"]) == values
    if proof is not None and proof.claim:
        assert sum(w * found[v] for v, w in objective.items()) == proof.bound
        assert proof.claim == tuple(sorted((v, w) for v, w in objective.items() if w))


@pytest.mark.parametrize("columns", [(), (0,), (0, 1), (1, 2), (0, 1, 2)])
@pytest.mark.parametrize("tight", [(), (0, 1), (1, 2), (3, 2, 0), (0, 1, 2, 3)])
def test_from_any_start_the_same_end(columns: tuple[int, ...], tight: tuple[int, ...]) -> None:
    """A basis that fits stands where its rows are equalities."""
    dictionary = Dictionary(BOX, ["x", "y", "z"])

    dictionary.enter(columns, tight)
    if (columns, tight) == ((0, 1), (0, 1)):
        assert dictionary.values() == {"x": 3, "y": 1, "z": 0}
    if (columns, tight) == ((0, 1), (1, 2)):
        assert dictionary.values() == {"x": 3, "y": Fraction(5, 2), "z": 0}

    assert dictionary.reach() is None
    assert told(dictionary.minimise({"x": 1})) == {"a": 1, "c": Fraction(1, 2)}


def test_corners_that_coincide_do_not_run_in_circles() -> None:
    """Many rows through one corner: the smallest index that will do ends the run."""
    rows = [
        row("a", 0, w=-1, x=11, y=5, z=-18),
        row("b", 0, w=-1, x=3, y=1, z=-2),
        row("c", -1, w=-1),
    ]

    proof = exact.minimise(rows, {"w": -10, "x": 57, "y": 9, "z": 24})

    assert proof is not None
    assert proof.verify()
    assert proof.bound == -1


@pytest.mark.parametrize(
    ("rows", "objective", "low", "high"),
    [
        ([row("a", 10, x=1, y=2), row("b", -3, x=-1)], {"y": 1}, Fraction(7, 2), None),
        ([row("a", -10, x=-1, y=-2), row("b", 3, x=1)], {"y": 1}, 0, Fraction(7, 2)),
        (BOX, {"x": 1}, Fraction(3, 2), 3),
        (BOX, {"x": 1, "y": -1}, -1, 2),
        (BOX, {"x": -2, "z": 0}, -6, -3),
        (BOX, {"z": 1}, 0, None),
        (BOX, {"z": -1}, None, 0),
        (BOX, {"x": 1, "z": -1}, None, 3),
        ([], {"z": 2}, 0, None),
    ],
)
def test_the_slow_twin_finds_ends_by_elimination(
    rows: list[Row], objective: dict[str, int], low: Fraction | None, high: Fraction | None
) -> None:
    """By hand, since everything else is compared with it; and the quick way finds the same."""
    system = LinearSystem(tuple(rows))

    assert brute.lowest(system, objective) == Ranges(system).least(objective) == low
    assert brute.highest(system, objective) == Ranges(system).greatest(objective) == high


OWNED = LinearSystem(
    (
        row("c", -2, "c", x=-1),
        row("a", 5, "a", x=1),
        row("b", 3, "b", x=1),
        row("b too", 1, "b", y=1),
        row("rule", 0, None, x=1, y=1),
    )
)


@pytest.mark.parametrize(
    ("asked", "holds", "told_of"),
    [
        ("", True, "c"),
        ("a", True, "a"),
        ("b", True, "b"),
        ("c", True, "c"),
        ("ab", True, "ab"),
        ("ac", False, "ac"),
        ("bc", False, "bc"),
        ("abc", False, "ac"),
    ],
)
def test_a_decider_tells_who_holds_as_well_or_who_clashes(
    asked: str, holds: bool, told_of: str
) -> None:
    """All whose rows hold at the point found; those whose rows the proof uses."""
    decider = Decider(OWNED)
    mask, about = (sum(1 << "abc".index(owner) for owner in names) for names in (asked, told_of))

    assert decider.ask(mask) == (holds, about)
    assert decider.names(mask) == tuple(asked)
    assert (decider.refute([*asked]) is None) is holds
    assert isinstance(decider.decide([*asked, "a stranger"]), Point) is holds


MANY = [
    LinearSystem((row("a", 5, x=1), row("b", 0, x=-1, y=1))),
    LinearSystem((row("a", 5, x=1), row("b", -3, x=-1))),
    LinearSystem(()),
    LinearSystem(
        (
            row("s", 7, z=1, y=1),
            row("t", -7, z=-1, y=-1),
            row("u", 0, z=1, y=-1),
            row("v", 0, z=-1, y=1),
            row("w", 4, x=1),
        )
    ),
    LinearSystem((row("no", 1, x=1, y=-1), row("way", 1, x=-1, y=1), row("but", 3, z=1))),
    LinearSystem((row("a", 2, y=1), row("b", 3, x=2))),
]
HALF = Fraction(7, 2)
ANSWERS: list[object] = [
    Point((("x", Fraction(5)), ("y", Fraction(5)))),
    {"a": 1, "b": 1},
    Point(()),
    Point((("x", Fraction(4)), ("y", HALF), ("z", HALF))),
    {"no": 1, "way": 1},
    Point((("x", Fraction(2)), ("y", Fraction(2)))),
]


@pytest.mark.parametrize("height", [1, 4, 100])
def test_systems_are_answered_in_their_order_and_read_a_little_ahead(
    height: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bounds settle most; of the others only the parts that they leave open are solved."""
    monkeypatch.setattr(stacks, "_HEIGHT", height)
    read: list[int] = []

    def systems() -> Iterator[LinearSystem]:
        for i, system in enumerate(MANY):
            read.append(i)
            yield system

    answers = decide_each(systems())

    first = [told(a) if isinstance(a, Proof) else a for a in islice(answers, 1)]
    assert len(read) == {1: 1, 4: 2, 100: 6}[height]
    rest = [told(a) if isinstance(a, Proof) else a for a in answers]
    assert first + rest == ANSWERS


@pytest.mark.parametrize("small", [0, 12])
def test_a_range_over_several_parts_is_that_of_their_sum(
    small: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its owners are those of each end; its point is one of the whole system."""
    monkeypatch.setattr(engine, "_SMALL", small)
    rows = (
        row("a", 5, "a", x=1),
        row("b", -9, "b", x=-1),
        row("c", 2, "c", y=1),
        row("d", 1, "d", x=1),
        row("e", 8, None, v=1, w=1),
        row("f", -6, "f", w=-1),
    )
    system = LinearSystem(rows)
    ranges = Ranges(system)

    low, high = ranges.lowest({"y": 2, "x": 1, "v": 1}), ranges.highest({"x": 2, "w": 1})
    lowest, greatest = ranges.lowest({"x": 1, "y": -1}), ranges.highest({"y": 1})

    assert low.value == 11
    assert low.owners == ("a", "c", "f")
    assert high.value == 24
    assert high.owners == ("b", "f")
    assert told(low.proof) == {"a": 1, "c": 2, "e": 1, "f": 1}
    assert told(high.proof) == {"b": 2, "f": 1}
    assert low.point is not None
    assert low.point.satisfies(system)
    assert [v for v, _ in low.point.values] == ["v", "w", "x", "y"]
    for open_end in (lowest, greatest):
        assert (open_end.value, open_end.owners, open_end.point) == (None, (), None)
    assert ranges.least({"x": 1, "y": 0}, without=("a",)) == 1
    assert ranges.greatest({"x": 1, "w": 1}) == 15
    assert ranges.greatest({"x": 1, "w": 1}, without=["b"]) is None
