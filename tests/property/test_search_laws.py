"""Laws of the searches for conflicts, on families of conflicts that are known from the start."""

from fractions import Fraction
from math import comb

import pytest
from depth import examples
from hypothesis import given
from hypothesis import strategies as st

from claimrecon.linear import Budget, LinearSystem, Row, enumeration
from claimrecon.linear.enumeration import (
    Family,
    Levels,
    enumerate_family,
    explore,
    minimal_hitting_sets,
    reasons,
)
from claimrecon.linear.least import first_cover
from claimrecon.linear.oracle import Oracle, members_of
from claimrecon.linear.repairs import can_be_met, smallest_repairs

COUNT = 5
QUICK = examples(30)
NOTHING = Family((), (), complete=False)


class Known(Oracle):
    """An oracle who knows all conflicts; its reasons and its points are as large as can be."""

    def __init__(self, conflicts: list[int]) -> None:
        rows = (Row(f"r{i}", (("x", 1),), 1, f"o{i}") for i in range(COUNT))
        super().__init__(LinearSystem(tuple(rows)))
        self._known = conflicts
        self.asked: list[int] = []

    def _ask(self, mask: int) -> tuple[bool, int]:
        self.asked.append(mask)
        return not any(not c & ~mask for c in self._known), mask


def _in_order(masks: list[int]) -> list[int]:
    """Sort by size, then by the members."""
    return sorted(
        masks, key=lambda mask: (mask.bit_count(), [*map(int.bit_length, members_of(mask))])
    )


def _minimal(masks: set[int]) -> list[int]:
    return _in_order([m for m in masks if not any(o != m and not o & ~m for o in masks)])


def _hitting(sets: list[int]) -> list[int]:
    """Return all minimal sets that meet all *sets*, by trying every set."""
    return _minimal({mask for mask in range(1 << COUNT) if all(mask & s for s in sets)})


_MASKS = st.integers(1, (1 << COUNT) - 1)
families = st.sets(_MASKS, max_size=7).map(_minimal)


@QUICK
@given(families)
def test_minimal_hitting_sets_come_once_each(sets: list[int]) -> None:
    """All of them, and nothing else."""
    found = [*minimal_hitting_sets(list(sets))]

    assert _in_order(found) == _hitting(sets)


@QUICK
@given(families, families)
def test_sets_that_are_added_meanwhile_are_met_too(first: list[int], later: list[int]) -> None:
    """From then on every set that comes meets all sets known by then."""
    sets = list(first)
    more = iter(later)

    for chosen in minimal_hitting_sets(sets):
        assert all(chosen & s for s in sets)
        sets.extend([mask for mask in [next(more, 0)] if mask])


@QUICK
@given(families)
def test_exploring_finds_all_conflicts_and_all_corrections(conflicts: list[int]) -> None:
    """Whatever is known before."""
    corrections = _hitting(conflicts)
    known = Family(tuple(conflicts[:2]) * 2, tuple(corrections[:2]), complete=False)

    for start in (NOTHING, known):
        found = explore(Known(conflicts), start, conflicts=100, corrections=100)

        assert found.complete
        assert _in_order([*found.conflicts]) == conflicts
        assert _in_order([*found.corrections]) == corrections


@QUICK
@given(families, st.integers(0, 5), st.integers(0, 5))
def test_exploring_stops_beyond_a_limit(conflicts: list[int], most: int, fixes: int) -> None:
    """One more than the limit shows that there are more; what was found is true."""
    corrections = _hitting(conflicts)

    found = explore(Known(conflicts), NOTHING, conflicts=most, corrections=fixes)

    assert {*found.conflicts} <= {*conflicts}
    assert {*found.corrections} <= {*corrections}
    assert found.complete == (len(conflicts) <= most and len(corrections) <= fixes)
    assert len(found.conflicts) <= most + 1
    assert len(found.corrections) <= fixes + 1


@QUICK
@given(families, st.integers(1, 8), st.integers(1, 20), st.integers(0, 1))
def test_sizes_are_searched_in_order_while_they_are_small(
    conflicts: list[int], limit: int, prefixes: int, shorter: int
) -> None:
    """Size after size, in order, until one has too many sets or the limit is reached."""
    sizes = range(1, COUNT + 2)
    large = [s for s in sizes if s > COUNT or comb(COUNT, s - shorter) > max(prefixes, COUNT)]
    within = [c for c in conflicts if c.bit_count() < min(large)]
    known = Family(tuple(conflicts[1::2]), tuple(_hitting(conflicts)[:1]), complete=False)

    for start in (NOTHING, known):
        levels = Levels(Known(conflicts), NOTHING, limit=limit, prefixes=prefixes, shorter=shorter)
        levels.learn(start)
        levels.search(sizes)

        assert levels.found == within[:limit]


@QUICK
@given(families, st.integers(0, (1 << COUNT) - 1))
def test_an_oracle_shrinks_filters_and_grows(conflicts: list[int], mask: int) -> None:
    """To a minimal conflict, to the one of the earliest members, and to all who can hold."""
    oracle = Known(conflicts)
    within = [c for c in conflicts if not c & ~mask]

    if within:
        assert oracle.shrink(mask) in within
        first = min(within, key=lambda c: [1 << i for i in reversed(range(COUNT)) if c >> i & 1])
        assert oracle.filtered(mask) == first
    else:
        grown = oracle.grow(mask)
        assert not mask & ~grown
        assert oracle.consistent(grown)
        assert not any(oracle.consistent(grown | m) for m in members_of(oracle.everybody & ~grown))


@QUICK
@given(families, st.integers(1, 6))
def test_reasons_are_told_up_to_a_number(conflicts: list[int], most: int) -> None:
    """First those that share nobody; in the end all, each once."""
    found = reasons(Known(conflicts), most=most)

    assert len({*found}) == len(found) == min(most, len(conflicts))
    assert {*found} <= {*conflicts}
    taken = 0
    for conflict in found:
        if conflict & taken:
            break
        taken |= conflict
    else:
        return
    assert len(found) == most or all(c & taken for c in conflicts)


@examples(60)
@given(
    families,
    st.integers(1, 8),
    st.integers(1, 8),
    st.sampled_from([1, 100, 200, 1000]),
    st.sampled_from([(50, 20_000, 10), (1, 20_000, 1), (0, 9, 0), (0, 15, 2), (0, 90, 0)]),
)
def test_beyond_the_limits_the_first_conflicts_are_told(
    conflicts: list[int], most: int, fixes: int, rows: int, numbers: tuple[int, int, int]
) -> None:
    """All, where both families are within the limits; else the small ones in order, and a few."""
    few, prefixes, least = numbers
    effort = Fraction(100, max(rows, 100))
    lengths = [
        size
        for size in range(1, COUNT + 1)
        if comb(COUNT, size - (rows < 1000)) <= max(int(effort * prefixes), COUNT)
    ]
    within = [c for c in conflicts if {*range(1, c.bit_count() + 1)} <= {*lengths}]
    corrections = _hitting(conflicts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(enumeration, "_FEW", few)
        patch.setattr(enumeration, "_PREFIXES", prefixes)
        patch.setattr(enumeration, "_LEAST", least)

        found = enumerate_family(Known(conflicts), conflicts=most, corrections=fixes, rows=rows)

    if found.complete:
        assert _in_order([*found.conflicts]) == conflicts
        assert _in_order([*found.corrections]) == corrections
        return
    assert max(len(conflicts) / most, len(corrections) / fixes) > effort
    assert found.corrections == ()
    assert {*found.conflicts} <= {*conflicts}
    assert len({*found.conflicts}) == len(found.conflicts)
    assert [*found.conflicts[: len(within)]] == within[: most + 1]
    told = min(len(conflicts), max(least, int(effort * few)))
    assert len(found.conflicts) >= min(most, told)


@pytest.mark.parametrize(
    ("rows", "prefixes", "sizes"),
    [
        (1, 10, (2, 3)),
        (100, 10, (2, 3)),
        (100, 9, (2,)),
        (200, 10, (2,)),
        (200, 20, (2, 3)),
        (999, 99, (2,)),
        (1000, 99, ()),
        (1000, 100, (2, 3)),
    ],
)
def test_twice_the_rows_half_of_the_sets_are_looked_at(
    rows: int, prefixes: int, sizes: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Triples begin with one of ten pairs; in a vast system the ten pairs themselves count."""
    monkeypatch.setattr(enumeration, "_FEW", 0)
    monkeypatch.setattr(enumeration, "_PREFIXES", prefixes)
    monkeypatch.setattr(enumeration, "_LEAST", 0)
    conflicts = [0b00011, 0b00101, 0b11100]

    found = enumerate_family(Known(conflicts), conflicts=9, corrections=0, rows=rows)

    assert [*found.conflicts] == [c for c in conflicts if c.bit_count() in sizes]


@pytest.mark.parametrize(("rows", "told"), [(100, 4), (200, 2), (400, 2), (800, 2)])
def test_twice_the_rows_half_of_the_conflicts_are_told_besides(
    rows: int, told: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no size is searched: but never fewer than so many."""
    monkeypatch.setattr(enumeration, "_FEW", 4)
    monkeypatch.setattr(enumeration, "_PREFIXES", 0)
    monkeypatch.setattr(enumeration, "_LEAST", 2)
    conflicts = [0b00111, 0b01011, 0b10011, 0b01101, 0b10101, 0b11001]

    found = enumerate_family(Known(conflicts), conflicts=9, corrections=0, rows=rows)

    assert len(found.conflicts) == told
    assert {*found.conflicts} <= {*conflicts}


@QUICK
@given(families)
def test_the_first_smallest_cover_is_the_first_repair(conflicts: list[int]) -> None:
    """And no smaller set meets all conflicts."""
    clock = Budget(None)
    covers = _hitting(conflicts)

    cover = first_cover(conflicts, clock)

    assert cover == covers[0]
    size = cover.bit_count()
    assert can_be_met(conflicts, size, clock)
    assert can_be_met(conflicts, size + 1, clock)
    assert not size or not can_be_met(conflicts, size - 1, clock)


@QUICK
@given(families, st.integers(1, 4))
def test_repairs_are_cut_at_a_limit(conflicts: list[int], limit: int) -> None:
    """And only then is it said that there are more."""
    covers = _hitting(conflicts)
    least = [c for c in covers if c.bit_count() == covers[0].bit_count()]

    found = smallest_repairs([tuple(map(str, members_of(c))) for c in conflicts], limit=limit)

    every = {tuple(sorted(map(str, members_of(c)))) for c in least}
    assert {*found.sets} <= every
    assert [*found.sets] == sorted(found.sets)
    assert len(found.sets) == min(limit, len(least))
    assert found.truncated == (len(least) > limit)
