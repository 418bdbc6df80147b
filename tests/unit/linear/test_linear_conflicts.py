"""Conflicts, corrections, accounts and repairs on cases that were worked out by hand."""

import pytest

from claimrecon.linear import (
    Budget,
    Conflicts,
    LinearSystem,
    Row,
    UndecidedError,
    enumeration,
    maximal_consistent,
    minimal_conflicts,
    smallest_repairs,
)


def between(owner: str, variable: str, low: int, high: int) -> list[Row]:
    """Spell an interval as two rows."""
    return [
        Row(f"{owner} low {variable}", ((variable, 1),), low, owner),
        Row(f"{owner} high {variable}", ((variable, -1),), -high, owner),
    ]


def staircase(days: int) -> LinearSystem:
    """Two series about one growing total: each low is above the highs of its day and later."""
    rows = [
        Row(f"grows {t:03}", ((f"x{t:03}", -1), (f"x{t + 1:03}", 1)), 0) for t in range(days - 1)
    ]
    for t in range(days):
        rows.append(Row(f"low {t:03}", ((f"x{t:03}", 1),), 1000 + t, f"a{t:03}"))
        rows.append(Row(f"high {t:03}", ((f"x{t:03}", -1),), -100 - t, f"b{t:03}"))
    return LinearSystem(tuple(rows))


def pairs(count: int) -> LinearSystem:
    """Pairs that each disagree about a number of their own, under one common total."""
    rows = [Row("total", tuple((f"x{i:02}", -1) for i in range(count)), -1000 * count)]
    for i in range(count):
        rows += between(f"a{i:02}", f"x{i:02}", 10, 20) + between(f"b{i:02}", f"x{i:02}", 30, 40)
    return LinearSystem(tuple(rows))


def test_three_who_disagree_pairwise_and_one_who_does_not() -> None:
    """Every pair is a conflict, every two must go, the bystander is in every account."""
    rows = [
        *between("a", "x", 1, 2),
        *between("b", "x", 3, 4),
        *between("c", "x", 5, 6),
        *between("d", "x", 0, 9),
    ]
    system = LinearSystem(tuple(rows))

    found = minimal_conflicts(system)

    assert found == Conflicts(
        (("a", "b"), ("a", "c"), ("b", "c")),
        truncated=False,
        corrections=(("a", "b"), ("a", "c"), ("b", "c")),
    )
    assert maximal_consistent(system).sets == (("a", "d"), ("b", "d"), ("c", "d"))


def test_rules_that_cannot_hold_are_the_one_empty_conflict() -> None:
    """Nobody's withdrawal repairs them."""
    system = LinearSystem((Row("never", (("x", -1),), 1), *between("a", "x", 1, 2)))

    found = minimal_conflicts(system)

    assert found.sets == ((),)
    assert found.corrections == ()
    assert maximal_consistent(system).sets == ()
    assert smallest_repairs(found.sets).sets == ()


def test_an_owner_can_contradict_itself() -> None:
    """A conflict of one member."""
    found = minimal_conflicts(LinearSystem(tuple(between("a", "x", 3, 2))))

    assert found.sets == (("a",),)


def test_conflicts_of_independent_parts_are_merged_in_order() -> None:
    """Sizes first, then names, whatever part they come from; corrections combine."""
    rows = [
        *between("z", "x", 3, 2),
        *between("m", "y", 1, 2),
        *between("b", "y", 3, 4),
        *between("a", "w", 1, 2),
        *between("n", "w", 3, 4),
    ]

    found = minimal_conflicts(LinearSystem(tuple(rows)))

    assert found.sets == (("z",), ("a", "n"), ("b", "m"))
    assert found.corrections == (("a", "b", "z"), ("a", "m", "z"), ("b", "n", "z"), ("m", "n", "z"))


def test_an_owner_with_rows_in_two_parts_joins_them() -> None:
    """Setting it aside settles both disagreements."""
    rows = [
        *between("both", "x", 1, 2),
        *between("both", "y", 1, 2),
        *between("left", "x", 3, 4),
        *between("right", "y", 3, 4),
    ]

    found = minimal_conflicts(LinearSystem(tuple(rows)))

    assert found.sets == (("both", "left"), ("both", "right"))
    assert found.corrections == (("both",), ("left", "right"))


def test_two_series_that_disagree_have_a_triangle_of_conflicts() -> None:
    """n(n+1)/2 pairs, n+1 corrections."""
    found = minimal_conflicts(staircase(12))

    assert len(found.sets) == 12 * 13 // 2
    assert len(found.corrections) == 13
    assert found.sets[:2] == (("a000", "b000"), ("a000", "b001"))


def test_a_limit_cuts_a_triangle_in_order() -> None:
    """More conflicts than the limit: the first in order, and a word that there are more."""
    everything = minimal_conflicts(staircase(12))

    found = minimal_conflicts(staircase(12), limit=30)

    assert found.sets == everything.sets[:30]
    assert found.truncated
    assert found.corrections_truncated


def test_too_many_corrections_leave_the_conflicts_in_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Ten pairs have 1,024 corrections: beyond the limit, the sizes searched are still complete."""
    monkeypatch.setattr(enumeration, "_PREFIXES", 500)

    found = minimal_conflicts(pairs(10), limit=20)

    assert found.sets == tuple((f"a{i:02}", f"b{i:02}") for i in range(10))
    assert found.truncated
    assert found.corrections_truncated
    assert maximal_consistent(pairs(10), limit=20).truncated


def test_a_conflict_too_large_to_be_sought_in_order_is_told_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Three sums that lack a third each: beyond the limit one is told, never none."""
    monkeypatch.setattr(enumeration, "_PREFIXES", 1)
    rows = [Row("total", tuple((f"x{i}", -1) for i in range(3)), -1000)]
    for i in range(3):
        rows += [
            Row(f"sum {i}", ((f"x{i}", 1), (f"y{i}", 1)), 10, f"a{i}"),
            Row(f"x {i}", ((f"x{i}", -1),), -3, f"b{i}"),
            Row(f"y {i}", ((f"y{i}", -1),), -3, f"c{i}"),
        ]

    found = minimal_conflicts(LinearSystem(tuple(rows)), limit=1)

    assert len(found.sets) == 1
    assert found.sets[0] in {(f"a{i}", f"b{i}", f"c{i}") for i in range(3)}
    assert found.truncated


def test_without_time_conflicts_are_undecided() -> None:
    """The budget reaches every search."""
    with pytest.raises(UndecidedError):
        minimal_conflicts(pairs(2), budget=Budget(0))
    with pytest.raises(UndecidedError):
        smallest_repairs([("a", "b")], budget=Budget(0))


@pytest.mark.parametrize(
    ("conflicts", "repairs"),
    [
        pytest.param([], ((),), id="nothing to repair"),
        pytest.param([("a", "b")], (("a",), ("b",)), id="either"),
        pytest.param([("a", "b"), ("b", "c"), ("c", "b")], (("b",),), id="the common one"),
        pytest.param(
            [("a", "b"), ("c", "d")],
            (("a", "c"), ("a", "d"), ("b", "c"), ("b", "d")),
            id="one of each",
        ),
    ],
)
def test_smallest_repairs_by_hand(
    conflicts: list[tuple[str, ...]], repairs: tuple[tuple[str, ...], ...]
) -> None:
    """All smallest sets, sorted."""
    assert smallest_repairs(conflicts).sets == repairs


def test_repairs_say_when_there_are_more() -> None:
    """Ten independent pairs have 1,024 smallest repairs."""
    found = smallest_repairs([(f"a{i}", f"b{i}") for i in range(10)], limit=100)

    assert len(found.sets) == 100
    assert found.truncated


def test_more_than_a_few_corrections_are_all_told() -> None:
    """Seven pairs have 128, far more than are looked for at first, and within the limit."""
    found = minimal_conflicts(pairs(7))

    assert found.sets == tuple((f"a{i:02}", f"b{i:02}") for i in range(7))
    assert len(found.corrections) == len(maximal_consistent(pairs(7)).sets) == 128
    assert not found.truncated


@pytest.mark.parametrize("limit", [1, 5])
def test_a_limit_tells_the_first_of_many_pairs(limit: int) -> None:
    """Whichever of the thirty are met with first: those told are the first in order."""
    found = minimal_conflicts(pairs(30), limit=limit)

    assert found.sets == tuple((f"a{i:02}", f"b{i:02}") for i in range(limit))
    assert found.truncated


def test_more_accounts_than_the_limit_are_not_told_in_part() -> None:
    """All of them or none: a few would look like all there are."""
    found = maximal_consistent(pairs(3), limit=7)

    assert (found.sets, found.truncated) == ((), True)
    assert len(maximal_consistent(pairs(3), limit=8).sets) == 8


def test_pairs_are_all_told_where_their_corrections_are_too_many() -> None:
    """Fourteen steps of one growing total, each with one pair: 16,384 ways to set seven aside."""
    rows = [Row(f"grows {t:02}", ((f"x{t:02}", -1), (f"x{t + 1:02}", 1)), 0) for t in range(13)]
    for t in range(14):
        rows.append(Row(f"low {t:02}", ((f"x{t:02}", 1),), 10 * t + 5, f"a{t:02}"))
        rows.append(Row(f"high {t:02}", ((f"x{t:02}", -1),), -10 * t - 3, f"b{t:02}"))

    found = minimal_conflicts(LinearSystem(tuple(rows)), limit=20)

    assert found.sets == tuple((f"a{t:02}", f"b{t:02}") for t in range(14))
    assert (found.truncated, found.corrections_truncated) == (False, True)


def test_corrections_of_several_parts_are_combined_in_the_order_of_size() -> None:
    """The smaller first, whatever the names."""
    rows = [Row("s", (("x", 1),), 5, "s"), Row("rule", (("x", -1), ("z", 1)), 0)]
    rows += [Row(owner, (("x", -1),), -3, owner) for owner in ("a", "b")]
    rows += [Row("p", (("y", 1),), 5, "p"), Row("q", (("y", -1),), -3, "q")]

    found = minimal_conflicts(LinearSystem(tuple(rows)))

    assert found == Conflicts(
        (("a", "s"), ("b", "s"), ("p", "q")),
        truncated=False,
        corrections=(("p", "s"), ("q", "s"), ("a", "b", "p"), ("a", "b", "q")),
    )
