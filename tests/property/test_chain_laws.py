"""Laws of `claimrecon.linear.chains`: conflicts that are pairs, against the slow twin."""

from fractions import Fraction
from itertools import combinations

import pytest
from depth import examples
from hypothesis import example, given
from hypothesis import strategies as st

from claimrecon.linear import (
    LinearSystem,
    Row,
    brute,
    maximal_consistent,
    minimal_conflicts,
    reaching,
)
from claimrecon.linear.chains import pair_conflicts
from claimrecon.linear.shapes import Bound, Shape, restrictions

SUMS = (("k",), ("d",), ("n",), ("d", "k"), ("k", "n"), ("d", "n"))
OWNERS = ("ann", "bob", "cyd", "dan", "eve", "fay")
QUICK = examples(80)


@st.composite
def running_totals(draw: st.DrawFn, *, sums: tuple[tuple[str, ...], ...] = SUMS) -> LinearSystem:
    """Draw bounds on sums of totals that never fall, of which d is never more than n."""
    days = draw(st.integers(1, 4))
    kinds = draw(st.lists(st.sampled_from(sums), min_size=1, max_size=3))
    rows = []
    for move in "kdn":
        for day in range(1, days):
            terms = ((f"{move}{day - 1}", -1), (f"{move}{day}", 1))
            rows.append(Row(f"{move}{day} never falls", terms, 0))
    rows += [Row(f"d{day} of n", ((f"d{day}", -1), (f"n{day}", 1)), 0) for day in range(days)]
    if draw(st.integers(0, 3)) == 0:
        rows.append(Row("ended", ((f"k{days - 1}", -1), ("k0", 1)), 0))
    for i in range(draw(st.integers(2, 8))):
        owner = draw(st.sampled_from((*OWNERS, *OWNERS, None)))
        names = draw(st.sampled_from(kinds))
        day, weight = draw(st.integers(0, days - 1)), draw(st.sampled_from([1, 1, 2]))
        low, high = sorted(draw(st.lists(st.integers(0, 12), min_size=2, max_size=2)))
        added = tuple((f"{name}{day}", weight) for name in names)
        if draw(st.booleans()):
            rows.append(Row(f"low {i}", added, low, owner))
        if draw(st.booleans()) and owner is not None:
            rows.append(Row(f"high {i}", tuple((v, -w) for v, w in added), -high, owner))
    return LinearSystem(tuple(draw(st.permutations(rows))))


@QUICK
@given(running_totals())
def test_conflicts_of_running_totals_are_those_of_trying_all_subsets(system: LinearSystem) -> None:
    """Whether they are read off as pairs or searched for, they are the same, in the same order."""
    expected = brute.minimal_conflicts(system)

    assert minimal_conflicts(system).sets == expected
    assert minimal_conflicts(system, with_corrections=False).sets == expected
    read_off = pair_conflicts(system, limit=100)
    if read_off is not None and expected != ((),):
        assert read_off.sets == expected
        assert read_off.complete


@QUICK
@given(running_totals(), st.integers(1, 4))
def test_beyond_the_limit_the_first_pairs_are_told(system: LinearSystem, limit: int) -> None:
    """A limit cuts the list; it does not choose."""
    expected = brute.minimal_conflicts(system)

    found = minimal_conflicts(system, limit=limit)

    assert found.sets == expected[:limit]
    assert found.truncated or len(expected) <= limit


@QUICK
@given(running_totals())
def test_accounts_are_what_corrections_leave(system: LinearSystem) -> None:
    """The corrections read off the pairs are those of trying all subsets."""
    corrections = brute.corrections(system)

    assert minimal_conflicts(system).corrections == corrections
    assert len(maximal_consistent(system).sets) == len(corrections)


@QUICK
@given(running_totals(sums=(("d", "k"), ("k", "n"))))
def test_killed_and_casualties_are_always_read_off(system: LinearSystem) -> None:
    """Two measures that share a move need no search: the shared one is set to nought."""
    if brute.minimal_conflicts(system) != ((),):
        assert pair_conflicts(system, limit=100) is not None


def _row(name: str, bound: int, owner: str | None = None, **weights: int) -> Row:
    return Row(name, tuple(sorted(weights.items())), bound, owner)


def test_what_clashes_only_where_something_is_set_to_nought_is_no_conflict() -> None:
    """5 killed or wounded and 3 killed or missing fit, though 5 killed and 3 killed do not."""
    system = LinearSystem(
        (
            _row("killed or wounded", 5, "ann", killed=1, wounded=1),
            _row("killed or missing", -3, "ann", killed=-1, missing=-1),
            _row("killed", -9, "bob", killed=-1),
        )
    )

    assert pair_conflicts(system, limit=10) is None
    assert minimal_conflicts(system).sets == brute.minimal_conflicts(system) == ()


@QUICK
@given(running_totals())
def test_variables_too_many_to_compare_are_searched_instead(system: LinearSystem) -> None:
    """Nothing is read off then, and the conflicts are the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reaching, "_LARGE", 1)

        assert minimal_conflicts(system).sets == brute.minimal_conflicts(system)


def _keepable(shape: Shape) -> set[frozenset[str]]:
    """Return every set of variables that may be kept, by trying all."""
    sums = [bound.names for bound in (*shape.lows, *shape.highs)]
    every = (
        frozenset(kept)
        for size in range(len(shape.names) + 1)
        for kept in combinations(sorted(shape.names), size)
    )
    return {
        kept
        for kept in every
        if all(len(names & kept) == 1 for names in sums)
        and all(len(b & kept) <= 1 and (not b & kept or a & kept) for b, a in shape.orders)
    }


_NAMES = st.frozensets(st.sampled_from("abcdef"), min_size=1, max_size=3)
_ORDERS = st.lists(st.tuples(_NAMES, _NAMES).filter(lambda order: not order[0] & order[1]))


@examples(300)
@given(st.lists(_NAMES, max_size=5), _ORDERS)
@example([frozenset("a"), frozenset("b"), frozenset("ab")], [])
def test_of_every_bounded_sum_exactly_one_variable_is_kept(
    sums: list[frozenset[str]], orders: list[tuple[frozenset[str], frozenset[str]]]
) -> None:
    """And at most one of each smaller sum, with one over it; found wherever there is such a set."""
    shape = Shape(tuple(Bound(names, Fraction(1), "ann") for names in sums), (), tuple(orders))
    possible = _keepable(shape)

    found = [*restrictions(shape)]

    assert {*found} <= possible
    assert bool(found) == bool(possible)


def test_the_search_for_variables_to_keep_gives_up() -> None:
    """Thirty sums of two have a billion ways; a few hundred of them are looked at."""
    sums = [frozenset({f"a{i}", f"b{i}"}) for i in range(30)]
    shape = Shape(tuple(Bound(names, Fraction(1), "ann") for names in sums), (), ())

    found = [*restrictions(shape)]

    assert 0 < len(found) == len({*found}) < 200
    assert all(len(kept) == 30 for kept in found)
