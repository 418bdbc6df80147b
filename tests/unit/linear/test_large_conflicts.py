"""Conflicts of large systems: a few owners on their own, and what is told beyond the limits."""

from collections.abc import Collection

import pytest

from claimrecon.linear import LinearSystem, Point, Row, can_hold, decide, minimal_conflicts
from claimrecon.linear.decisions import Decider
from claimrecon.linear.oracle import Oracle


def short_sums(count: int, *, filler: int, bystanders: int = 0) -> LinearSystem:
    """Return sums that lack a third each, and a long rule that says nothing about them.

    Each sum clashes with the highs of its two parts, and with nothing else.
    """
    rows = [Row("total", tuple((f"x{i:02}", -1) for i in range(count)), -1000 * count)]
    for i in range(count):
        rows += [
            Row(f"sum {i:02}", ((f"x{i:02}", 1), (f"y{i:02}", 1)), 10, f"a{i:02}"),
            Row(f"x {i:02}", ((f"x{i:02}", -1),), -3, f"b{i:02}"),
            Row(f"y {i:02}", ((f"y{i:02}", -1),), -3, f"c{i:02}"),
        ]
    rows += [
        Row(f"grows {t:03}", ((f"z{t:03}", -1), (f"z{t + 1:03}", 1)), 0) for t in range(filler)
    ]
    rows.append(Row("tie", (("x00", -1), ("z000", 1)), 0))
    rows += [Row(f"bystander {t:02}", ((f"z{t:03}", 1),), 1, f"d{t:02}") for t in range(bystanders)]
    return LinearSystem(tuple(rows))


def triples(count: int) -> list[tuple[str, ...]]:
    """Return the conflicts of so many short sums."""
    return [(f"a{i:02}", f"b{i:02}", f"c{i:02}") for i in range(count)]


def test_a_few_owners_can_be_asked_about_on_a_system_of_their_own() -> None:
    """The same conflicts and corrections, and the smaller systems are those that were asked."""
    system = short_sums(3, filler=1000, bystanders=30)
    asked: list[Collection[str]] = []

    def alone(names: tuple[str, ...]) -> LinearSystem:
        asked.append(names)
        return LinearSystem(tuple(row for row in system.rows if row.owner in names))

    found = minimal_conflicts(system, alone=alone)

    assert found == minimal_conflicts(system)
    assert [*found.sets] == triples(3)
    assert len(found.corrections) == 3**3
    assert asked


def test_a_few_who_clash_alone_clash_whoever_joins_them() -> None:
    """What a proof on their own rows uses is remembered as a conflict of all."""
    system = short_sums(3, filler=1000, bystanders=30)
    asked: list[tuple[str, ...]] = []

    def alone(names: tuple[str, ...]) -> LinearSystem:
        asked.append(names)
        return LinearSystem(tuple(row for row in system.rows if row.owner in names))

    oracle = Oracle(system, alone=alone)
    clash = sum(1 << oracle.names(oracle.everybody).index(name) for name in triples(1)[0])

    assert not oracle.consistent(clash)
    assert not oracle.consistent(oracle.everybody)
    assert asked == triples(1)


def test_in_a_small_system_nobody_is_asked_about_alone() -> None:
    """To make another system would take longer than to look at this one."""

    def alone(names: tuple[str, ...]) -> LinearSystem:
        raise AssertionError(names)

    assert [*minimal_conflicts(short_sums(2, filler=0), alone=alone).sets] == triples(2)


def test_beyond_the_limits_of_a_large_system_conflicts_that_share_nobody_are_told() -> None:
    """Twelve sums have half a million corrections: ten are told, and that there may be more."""
    system = short_sums(12, filler=3300)

    found = minimal_conflicts(system, limit=1000)

    assert [*found.sets] == triples(10)
    assert found.truncated
    for members in found.sets:
        assert not isinstance(decide(system.of(members)), Point)
        assert all(
            isinstance(decide(system.of([m for m in members if m != left_out])), Point)
            for left_out in members
        )


def test_what_is_told_beyond_the_limits_is_the_same_with_every_solver(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A solver whose points satisfy nobody else and whose proofs use everybody changes nothing."""
    system = short_sums(11, filler=3300)
    told = minimal_conflicts(system).sets
    ask = Decider.ask

    def clumsy(decider: Decider, mask: int) -> tuple[bool, int]:
        return ask(decider, mask)[0], mask

    monkeypatch.setattr(Decider, "ask", clumsy)

    assert minimal_conflicts(system).sets == told


def test_a_conflict_filtered_has_the_first_owners_that_clash() -> None:
    """Of two reasons, the filter drops the last owner in sorted order: the earlier one is left."""
    rows = [
        Row("a", (("x", 1),), 5, "a"),
        Row("b", (("x", -1),), -3, "b"),
        Row("c", (("x", 1),), 9, "c"),
    ]
    oracle = Oracle(LinearSystem(tuple(rows)))

    assert oracle.names(oracle.filtered(oracle.everybody)) == ("a", "b")


def series(days: int, *, drop: int) -> LinearSystem:
    """Return two long series about one growing total; on the last day one is so much lower."""
    rows = [
        Row(f"grows {t:04}", ((f"x{t:04}", -1), (f"x{t + 1:04}", 1)), 0) for t in range(days - 1)
    ]
    for t in range(days):
        rows.append(Row(f"low {t:04}", ((f"x{t:04}", 1),), t, f"a{t:04}"))
        top = t if t < days - 1 else t - drop
        rows.append(Row(f"high {t:04}", ((f"x{t:04}", -1),), -top, f"b{t:04}"))
    return LinearSystem(tuple(rows))


@pytest.mark.parametrize(
    ("system", "holds"),
    [
        pytest.param(series(400, drop=0), True, id="a long series that holds"),
        pytest.param(series(400, drop=3), False, id="a long series that falls"),
        pytest.param(short_sums(0, filler=1200, bystanders=40), True, id="no series"),
        pytest.param(short_sums(2, filler=1200), False, id="sums in a large system"),
        pytest.param(short_sums(2, filler=0), False, id="sums in a small one"),
        pytest.param(
            LinearSystem((*series(400, drop=0).rows, Row("never", (("x0000", -1),), 1))),
            False,
            id="rules that cannot hold",
        ),
    ],
)
def test_whether_all_can_hold_is_said_alike_in_large_and_small(
    system: LinearSystem, holds: bool
) -> None:
    """However it is found out, it is what a decision says."""
    assert can_hold(system) is holds
    assert isinstance(decide(system), Point) is holds
