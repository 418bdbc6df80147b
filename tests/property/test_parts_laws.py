"""Laws of the parts of a system: what is tied together stays together, and nothing else does."""

from collections.abc import Callable

import pytest
from depth import examples
from hypothesis import given
from hypothesis import strategies as st

from claimrecon.linear import LinearSystem, Row, components, independent_parts

QUICK = examples(30)
_TERMS = st.lists(st.sampled_from("abcdefghij"), unique=True, max_size=3)
_OWNERS = st.sampled_from([None, None, "ann", "bob", "cyd"])


def _system(drawn: list[tuple[list[str], str | None]]) -> LinearSystem:
    return LinearSystem(
        tuple(
            Row(f"r{(7 * i) % 97:02}", tuple((v, 1) for v in terms), 1, owner)
            for i, (terms, owner) in enumerate(drawn)
        )
    )


def _tied(rows: list[Row], *, by_owner: bool) -> list[list[Row]]:
    """Join rows, two groups at a time, until no two groups share anything."""
    groups = [[row] for row in rows]

    def shared(group: list[Row]) -> set[str]:
        ties = {f"variable {v}" for row in group for v, _ in row.coefficients}
        ties |= {f"owner {row.owner}" for row in group if by_owner and row.owner is not None}
        return ties | {"no variable" for row in group if not by_owner and not row.coefficients}

    pairs = [(0, 0)]
    while pairs:
        pairs = [
            (i, j)
            for i in range(len(groups))
            for j in range(i + 1, len(groups))
            if shared(groups[i]) & shared(groups[j])
        ]
        for i, j in pairs[:1]:
            groups[i] += groups.pop(j)
    return [[row for row in rows if row in group] for group in groups]


@QUICK
@given(st.lists(st.tuples(_TERMS, _OWNERS), min_size=1, max_size=12))
def test_components_are_what_shared_variables_tie(
    drawn: list[tuple[list[str], str | None]],
) -> None:
    """The parts in the order of their first rows; all rows without variables in one of them."""
    system = _system(drawn)

    parts = [[*part.rows] for part in components(system)]

    assert parts == sorted(_tied([*system.rows], by_owner=False), key=lambda g: drawn_at(system, g))


@QUICK
@given(st.lists(st.tuples(_TERMS, _OWNERS), min_size=1, max_size=12))
def test_independent_parts_are_what_variables_and_owners_tie(
    drawn: list[tuple[list[str], str | None]],
) -> None:
    """In the order of the first name of each; a row of nobody without variables is alone."""
    system = _system(drawn)

    parts = [[*part.rows] for part in independent_parts(system)]

    tied = _tied([*system.rows], by_owner=True)
    assert parts == sorted(tied, key=lambda group: min(row.name for row in group))


def drawn_at(system: LinearSystem, group: list[Row]) -> int:
    """Return where a group begins."""
    return system.rows.index(group[0])


def test_an_owner_ties_parts_that_owners_tied_before() -> None:
    """Ann and Bob speak of two things each, and of one together; Cyd of something else."""
    drawn: list[tuple[list[str], str | None]] = [
        *[(["a"], "ann"), (["b"], "ann"), (["c"], "bob"), (["d"], "bob"), (["e"], "cyd")],
        *[(["c", "b"], None), (["f"], "dan"), ([], "dan"), ([], "cyd"), ([], None), ([], "ann")],
    ]

    parts = [{row.owner for row in part.rows} for part in independent_parts(_system(drawn))]

    assert parts == [{"ann", "bob", None}, {"cyd"}, {"dan"}, {None}]


@pytest.mark.parametrize("split", [components, independent_parts])
def test_what_is_one_part_is_the_system_itself(
    split: Callable[[LinearSystem], tuple[LinearSystem, ...]],
) -> None:
    """Nothing is copied, so that what was worked out about the system is kept."""
    system = _system([(["a", "b"], "ann"), (["b"], None)])

    (part,) = split(system)

    assert part is system
