"""Laws of `claimrecon.linear.chains`: conflicts that are pairs, against the slow twin."""

from hypothesis import given, settings
from hypothesis import strategies as st

from claimrecon.linear import LinearSystem, Row, brute, maximal_consistent, minimal_conflicts
from claimrecon.linear.chains import pair_conflicts

SUMS = (("k",), ("d",), ("n",), ("d", "k"), ("k", "n"), ("d", "n"))
OWNERS = ("ann", "bob", "cyd", "dan", "eve", "fay")
QUICK = settings(max_examples=80, deadline=None)


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
