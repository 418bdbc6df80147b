"""Laws of `claimrecon.linear`, each against the slow twin or against the definition."""

import random
from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest
from depth import examples
from hypothesis import example, given
from hypothesis import strategies as st

from claimrecon.linear import (
    InfeasibleSystemError,
    LinearSystem,
    Point,
    Proof,
    Row,
    brute,
    components,
    decide,
    decide_each,
    engine,
    highest,
    least_repair,
    lowest,
    maximal_consistent,
    minimal_conflicts,
    prove,
    smallest_repairs,
    spans,
)
from claimrecon.linear.enumeration import reasons
from claimrecon.linear.exact import Dictionary
from claimrecon.linear.matrix import Matrix
from claimrecon.linear.oracle import Oracle
from claimrecon.linear.tightening import Tightening

VARIABLES = ("u", "v", "w", "x")
OWNERS = (None, "ann", "bob", "cyd", "dan", "eve")
QUICK = examples(40)


WAYS = {
    "small systems exactly": (12, 100),
    "all systems through the solver": (0, 100),
    "all systems by their bounds first": (0, 0),
}


@pytest.fixture(params=WAYS.values(), ids=[*WAYS])
def _every_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a law with the short cuts for small and for large systems, and without."""
    monkeypatch.setattr(engine, "_SMALL", request.param[0])
    monkeypatch.setattr(engine, "_LARGE", request.param[1])


every_way = pytest.mark.usefixtures("_every_way")


@st.composite
def rows_over_a_truth(draw: st.DrawFn, *, lies: bool = True) -> tuple[LinearSystem, dict[str, int]]:
    """Draw a truth, rows that it satisfies and, if *lies*, some rows that it may not."""
    size = draw(st.sampled_from([5, 100, 10**6, 10**12]))
    truth = {v: draw(st.integers(0, size)) for v in VARIABLES}
    rows = []
    for i in range(draw(st.integers(1, 8))):
        weights = draw(
            st.dictionaries(
                st.sampled_from(VARIABLES),
                st.sampled_from([1, -1, 2, -2, 3, -7, 10, 1000]),
                max_size=3,
            )
        )
        total = sum(w * truth[v] for v, w in weights.items())
        bound = total - draw(st.sampled_from([0, 0, 1, 17, size]))
        if lies and draw(st.booleans()):
            bound = draw(st.integers(-size, size))
        owner = draw(st.sampled_from(OWNERS))
        rows.append(Row(f"r{i}", tuple(sorted(weights.items())), bound, owner))
    return LinearSystem(tuple(rows)), truth


systems = rows_over_a_truth().map(lambda drawn: drawn[0])
objectives = st.dictionaries(
    st.sampled_from((*VARIABLES, "nowhere")), st.sampled_from([1, -1, 2]), min_size=1, max_size=2
)


@every_way
@QUICK
@given(systems)
def test_a_verdict_is_that_of_elimination_and_checks(system: LinearSystem) -> None:
    """Points satisfy, proofs verify, and which of them comes is what the slow twin says."""
    answer = decide(system)

    assert isinstance(answer, Point) == brute.is_feasible(system)
    assert answer.satisfies(system) if isinstance(answer, Point) else answer.verify(system)


@QUICK
@given(st.lists(systems, max_size=6))
def test_many_systems_at_once_are_decided_like_each_alone(drawn: list[LinearSystem]) -> None:
    """Names may be the same in all of them; none tells anything about another."""
    answers = [*decide_each(drawn)]

    assert [isinstance(answer, Point) for answer in answers] == [*map(brute.is_feasible, drawn)]
    for answer, system in zip(answers, drawn, strict=True):
        assert answer.satisfies(system) if isinstance(answer, Point) else answer.verify(system)


@QUICK
@given(rows_over_a_truth(lies=False))
def test_bounds_in_whole_numbers_never_lose_the_truth_and_are_proved(
    planted: tuple[LinearSystem, dict[str, int]],
) -> None:
    """Rounded outward: the truth stays inside, and fractions prove at least as much."""
    system, truth = planted
    matrix = Matrix(system.rows, system.variables)

    tightening = Tightening(matrix, np.ones(len(system.rows), dtype=np.bool_))

    assert not tightening.violated
    for column, variable in enumerate(system.variables):
        low, high = tightening.lows[column], tightening.highs[column]
        assert low <= truth[variable] <= high
        for end, upper in ((low, False), (-high, True)):
            support = tightening.support(column, upper=upper)
            proof = engine.add_up(matrix, support, {variable: -1 if upper else 1})
            if proof is not None:
                assert proof.verify(system)
                assert proof.bound >= end
            else:
                assert end in {0, -np.inf}


@QUICK
@given(rows_over_a_truth(lies=False))
def test_a_truth_is_never_called_impossible(planted: tuple[LinearSystem, dict[str, int]]) -> None:
    """Rows that a truth satisfies have no conflicts, and one account: everybody."""
    system, _ = planted

    assert minimal_conflicts(system).sets == ()
    assert maximal_consistent(system).sets == (system.owners,)


@every_way
@QUICK
@given(systems)
def test_conflicts_and_corrections_are_all_there_in_order(system: LinearSystem) -> None:
    """The same sets in the same order as trying every set of owners."""
    found = minimal_conflicts(system)

    assert found.sets == brute.minimal_conflicts(system)
    assert found.corrections == brute.corrections(system)
    assert maximal_consistent(system).sets == brute.maximal_consistent(system)
    assert not found.truncated


@QUICK
@given(systems, st.integers(1, 4))
def test_a_limit_keeps_the_first_conflicts(system: LinearSystem, limit: int) -> None:
    """What a limit leaves is the beginning of the whole list."""
    everything = brute.minimal_conflicts(system)

    found = minimal_conflicts(system, limit=limit)

    assert found.sets == everything[:limit]
    assert found.truncated == (len(everything) > limit)


DISAGREEING = LinearSystem(
    tuple(
        Row(f"{owner} {sign}", (("x", sign),), sign * count, owner)
        for owner, count in (("ann", 1), ("bob", 2), ("cyd", 3), ("dan", 4))
        for sign in (1, -1)
    )
)
"""Four numbers for one count: any two of them clash."""


@QUICK
@given(systems, st.integers(1, 4))
@example(DISAGREEING, 4)
def test_reasons_without_an_order_are_conflicts_and_in_the_end_all(
    system: LinearSystem, most: int
) -> None:
    """Leaving out one member of each conflict that is known leads to every other."""
    conflicts = brute.minimal_conflicts(system)
    if conflicts == ((),):
        return
    oracle = Oracle(system)

    every = {oracle.names(found) for found in reasons(oracle, most=100)}
    some = {oracle.names(found) for found in reasons(Oracle(system), most=most)}

    assert every == set(conflicts)
    assert some <= every
    assert len(some) == min(most, len(every))


@QUICK
@given(systems)
def test_leaving_any_one_out_makes_the_rest_possible(system: LinearSystem) -> None:
    """Minimal means minimal, and a conflict is one."""
    for conflict in minimal_conflicts(system).sets:
        assert isinstance(decide(system.of(conflict)), Proof)
        for owner in conflict:
            rest = [other for other in conflict if other != owner]
            assert isinstance(decide(system.of(rest)), Point)


@every_way
@QUICK
@given(systems, st.randoms(use_true_random=False))
def test_the_canonical_proof_does_not_depend_on_the_order(
    system: LinearSystem, shuffler: random.Random
) -> None:
    """Shuffled rows give the same proof, whose owners are a minimal conflict."""
    conflicts = minimal_conflicts(system).sets
    if not conflicts:
        return
    rows = list(system.rows)
    shuffler.shuffle(rows)

    proof = prove(system)

    assert proof == prove(LinearSystem(tuple(rows)))
    assert proof.verify(system)
    assert proof.owners in conflicts


@QUICK
@given(systems)
def test_smallest_repairs_are_the_smallest_corrections(system: LinearSystem) -> None:
    """The fewest owners that meet all conflicts are the corrections of least size."""
    found = minimal_conflicts(system)
    least = min(map(len, found.corrections), default=0)

    repairs = smallest_repairs(found.sets)

    assert repairs.sets == tuple(c for c in found.corrections if len(c) == least)


@QUICK
@given(st.lists(st.sets(st.sampled_from("abcdef"), min_size=1, max_size=3), max_size=6))
def test_smallest_repairs_are_those_of_trying_all_sets(conflicts: list[set[str]]) -> None:
    """Of any conflicts, whether or not rows could have them."""
    families = [tuple(sorted(conflict)) for conflict in conflicts]

    assert smallest_repairs(families).sets == brute.smallest_repairs(families)


@QUICK
@given(systems, st.data())
def test_wherever_the_exact_simplex_starts_it_ends_with_the_same_verdict(
    system: LinearSystem, data: st.DataObject
) -> None:
    """A basis only saves pivots; what does not fit together in it is left out."""
    dictionary = Dictionary(system.rows, system.variables)
    columns = data.draw(st.sets(st.sampled_from(range(len(VARIABLES)))))
    tight = data.draw(st.lists(st.sampled_from(range(len(system.rows))), unique=True))

    dictionary.enter(columns, tight)
    proof = dictionary.reach()

    assert (proof is None) == brute.is_feasible(system)
    if proof is None:
        assert Point(tuple(dictionary.values().items())).satisfies(system)
    else:
        assert proof.verify(system)


@every_way
@pytest.mark.parametrize(("twin", "sign"), [(brute.lowest, 1), (brute.highest, -1)])
@QUICK
@given(planted=rows_over_a_truth(lies=False), objective=objectives)
def test_an_end_is_exact_proved_attained_and_hinges_on_its_owners(
    twin: Callable[..., Fraction | None],
    sign: int,
    planted: tuple[LinearSystem, dict[str, int]],
    objective: dict[str, int],
) -> None:
    """Everything that `Bound` promises, against the slow twin."""
    system, _ = planted

    bound = (lowest if sign == 1 else highest)(system, objective)

    assert bound.value == twin(system, objective)
    if bound.value is None:
        assert bound.proof is None
        return
    assert bound.proof is not None
    assert bound.point is not None
    assert bound.proof.verify(system)
    assert bound.proof.bound == sign * bound.value
    assert dict(bound.proof.claim) == {v: sign * w for v, w in objective.items()}
    assert bound.proof.owners == bound.owners
    assert bound.point.satisfies(system)
    assert sum(w * dict(bound.point.values)[v] for v, w in objective.items()) == bound.value
    for owner in bound.owners:
        rest = system.of(set(bound.owners) - {owner})
        assert twin(rest, objective) != bound.value


@every_way
@QUICK
@given(systems)
def test_the_least_repair_is_the_first_of_the_smallest(system: LinearSystem) -> None:
    """Found without listing conflicts, and equal to what trying every set of owners gives."""
    corrections = brute.corrections(system)
    if not corrections:
        with pytest.raises(InfeasibleSystemError, match="the rows of nobody"):
            least_repair(system)
        return

    assert least_repair(system) == min(corrections, key=lambda owners: (len(owners), owners))


@every_way
@QUICK
@given(rows_over_a_truth(lies=False))
def test_all_ranges_at_once_are_those_of_elimination(
    planted: tuple[LinearSystem, dict[str, int]],
) -> None:
    """Every end of every variable, exactly."""
    system, _ = planted

    found = spans(system)

    assert tuple(span.variable for span in found) == system.variables
    for span in found:
        assert span.low == brute.lowest(system, {span.variable: 1})
        assert span.high == brute.highest(system, {span.variable: 1})


@QUICK
@given(rows_over_a_truth(lies=False), objectives)
def test_a_row_more_never_widens_a_range(
    planted: tuple[LinearSystem, dict[str, int]], objective: dict[str, int]
) -> None:
    """Monotone: what fewer rows exclude, more rows exclude."""
    system, _ = planted
    fewer = LinearSystem(system.rows[:-1])

    wide, narrow = lowest(fewer, objective).value, lowest(system, objective).value

    assert wide is None or (narrow is not None and narrow >= wide)


@QUICK
@given(systems)
def test_components_share_no_variable_and_keep_every_row(system: LinearSystem) -> None:
    """A partition of the rows whose parts can be decided one by one."""
    parts = components(system)

    rows = [row for part in parts for row in part.rows]
    variables = [v for part in parts for v in part.variables]
    assert sorted(rows, key=str) == sorted(system.rows, key=str)
    assert sorted(variables) == sorted(system.variables)
    assert all(map(brute.is_feasible, parts)) == brute.is_feasible(system)
