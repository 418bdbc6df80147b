"""Conflicts that are pairs: which rows are read so, which variables are kept, what is told."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimrecon.linear import LinearSystem, Row
from claimrecon.linear.chains import Pairs, pair_conflicts
from claimrecon.linear.reaching import Reach
from claimrecon.linear.shapes import Bound, Names, Shape, restrictions, shape_of


def row(name: str, bound: int, owner: str | None = None, **weights: int) -> Row:
    """Spell a row."""
    return Row(name, tuple(sorted(weights.items())), bound, owner)


def names(text: str) -> Names:
    """Spell a set of variables of one letter each."""
    return frozenset(text)


@pytest.mark.parametrize(
    ("read", "lows", "highs", "orders"),
    [
        (row("r", 5, "a", x=1), [("x", 5, "a")], [], []),
        (row("r", 7, None, x=2, y=2), [("xy", Fraction(7, 2), None)], [], []),
        (row("r", 0, "a", x=1), [], [], []),
        (row("r", -4, "a", x=1), [], [], []),
        (row("r", 1, "a", x=1), [("x", 1, "a")], [], []),
        (row("r", -9, "a", x=-3), [], [("x", 3, "a")], []),
        (row("r", -9, "a", x=-2, y=-2), [], [("xy", Fraction(9, 2), "a")], []),
        (row("r", 0, None, x=-1), [], [("x", 0, None)], []),
        (row("r", 0, None, x=-1, y=1), [], [], [("x", "y")]),
        (row("r", 0, None, x=3, y=-3, z=3), [], [], [("y", "xz")]),
    ],
)
def test_a_row_is_a_low_a_high_or_an_order(
    read: Row,
    lows: list[tuple[str, Fraction, str | None]],
    highs: list[tuple[str, Fraction, str | None]],
    orders: list[tuple[str, str]],
) -> None:
    """What only says that nobody is fewer than nobody is none of them."""
    shape = shape_of(LinearSystem((read,)))

    assert shape == Shape(
        tuple(Bound(names(n), Fraction(value), owner) for n, value, owner in lows),
        tuple(Bound(names(n), Fraction(value), owner) for n, value, owner in highs),
        tuple((names(below), names(above)) for below, above in orders),
    )
    assert shape.names == names(
        "".join(n for n, _, _ in lows + highs) + "".join(map("".join, orders))
    )


@pytest.mark.parametrize(
    "other",
    [
        row("r", 5, "a", x=1, y=2),
        row("r", 5, "a"),
        row("r", 0, None),
        row("r", 0, "a", x=-1, y=1),
        row("r", 1, None, x=-1, y=1),
        row("r", -1, None, x=-1, y=1),
        row("r", 1, None, x=-1),
    ],
)
def test_a_row_of_another_kind_is_not_read(other: Row) -> None:
    """Nor are all the others then."""
    system = LinearSystem((row("low", 5, "a", x=1), other, row("high", -3, "b", x=-1)))

    assert shape_of(system) is None
    assert pair_conflicts(system, limit=9) is None


@pytest.mark.parametrize(
    ("sums", "orders", "kept"),
    [
        pytest.param("", [], [""], id="nothing"),
        pytest.param("x y", [], ["xy"], id="single variables"),
        pytest.param("ab", [], ["a", "b"], id="either"),
        pytest.param("ab cd", [], ["ac", "ad", "bc", "bd"], id="either of each"),
        pytest.param("ab a", [], ["a"], id="the one that stands alone"),
        pytest.param("dk kn", [], ["dn", "k"], id="first those of one sum"),
        pytest.param("dk kn dn", [], [], id="three that cannot"),
        pytest.param("ab a b", [], [], id="two of one sum"),
        pytest.param("abc abd abe", [], ["cde", "a", "b"], id="first those of one of three"),
        pytest.param("x", [("x", "y")], ["xy"], id="one over it is kept"),
        pytest.param("y", [("x", "y")], ["y"], id="one below it is not"),
        pytest.param("x", [("x", "yz")], ["xy", "xz"], id="one of those over it"),
        pytest.param("x yz", [("x", "y")], ["xy"], id="so that the other is not"),
        pytest.param("x y", [("xy", "z")], [], id="two of a smaller sum"),
        pytest.param("ab", [("a", "y"), ("y", "z")], ["b", "ayz"], id="a chain over it"),
        pytest.param("x yz", [("x", "y"), ("x", "z")], [], id="both over it, and only one"),
        pytest.param("x", [("xw", "y"), ("w", "v")], ["xy"], id="the rest of a smaller sum is not"),
    ],
)
def test_which_variables_are_kept(
    sums: str, orders: list[tuple[str, str]], kept: list[str]
) -> None:
    """One of every bounded sum, with one over it in every order."""
    bounds = [Bound(names(text), Fraction(1), "a") for text in sums.split()]
    shape = Shape(
        tuple(bounds[::2]), tuple(bounds[1::2]), tuple((names(b), names(a)) for b, a in orders)
    )

    found = [*restrictions(shape)]

    assert {*found} == {*map(names, kept)}
    assert len(found) == len(kept)
    assert found[:1] == [*map(names, kept)][:1] or len({len(k) for k in kept}) == 1


_LETTERS = st.sampled_from("abcdefg")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(_LETTERS, _LETTERS), max_size=10))
def test_who_is_no_larger_is_so_through_any_number_of_others(
    orders: list[tuple[str, str]],
) -> None:
    """Circles of equals as well; nothing is said of those that no order ties."""
    over = {(name, name) for name in "abcdefg"} | {*orders}
    for _ in "abcdefg":
        over |= {(a, d) for a, b in over for c, d in over if b == c}

    reach = Reach("gfedcba", orders)

    assert {(a, b) for a in "abcdefg" for b in "abcdefg" if reach.is_over(a, b)} == over
    assert len({reach.place(name) for name in "abcdefg"}) == 7


LATER = row("later", 0, None, x=-1, y=1)


def low(owner: str, bound: int, *variables: str) -> Row:
    """Say that a sum is at least *bound*."""
    return row(f"low {owner} {variables} {bound}", bound, owner, **dict.fromkeys(variables, 1))


def high(owner: str, bound: int, *variables: str) -> Row:
    """Say that a sum is at most *bound*."""
    return row(f"high {owner} {variables} {bound}", -bound, owner, **dict.fromkeys(variables, -1))


SIX, SEVEN = tuple("abcdef"), tuple("abcdefg")


@pytest.mark.parametrize(
    ("rows", "sets"),
    [
        pytest.param([low("a", 5, "x"), high("b", 3, "y")], [], id="not tied"),
        pytest.param(
            [LATER, low("a", 5, "x"), high("b", 3, "y")], ["ab"], id="a low before a high"
        ),
        pytest.param([LATER, low("a", 5, "y"), high("b", 3, "x")], [], id="a high before a low"),
        pytest.param([LATER, low("a", 3, "x"), high("b", 3, "y")], [], id="as low as high"),
        pytest.param([LATER, low("b", 5, "x"), high("a", 3, "y")], ["ab"], id="in sorted order"),
        pytest.param([low("a", 5, "x"), high("a", 3, "x")], ["a"], id="with oneself"),
        pytest.param(
            [low("a", 5, "x"), high("a", 3, "x"), high("b", 4, "x"), low("c", 4, "x")],
            ["a"],
            id="who clashes alone clashes with nobody else",
        ),
        pytest.param(
            [low("b", 5, "x"), high("b", 3, "x"), low("a", 5, "y"), high("c", 3, "y"), LATER],
            ["b", "ac"],
            id="single owners first",
        ),
        pytest.param(
            [low("a", 5, "x"), high("a", 3, "x"), low("b", 5, "y"), high("c", 3, "y")],
            ["a", "bc"],
            id="pairs of others too",
        ),
        pytest.param(
            [low("c", 9, "x"), high("b", 3, "x"), high("a", 4, "x"), low("d", 4, "x")],
            ["ac", "bc", "bd"],
            id="all pairs in order",
        ),
        pytest.param(
            [row("nobody", -3, None, x=-1), low("a", 5, "x"), low("b", 2, "x")],
            ["a"],
            id="with a rule",
        ),
        pytest.param(
            [row("nobody", 5, None, x=1), high("a", 3, "x"), high("b", 7, "x")],
            ["a"],
            id="with another rule",
        ),
        pytest.param(
            [row("double", 10, "a", x=2), row("triple", -9, "b", x=-3)], ["ab"], id="with weights"
        ),
        pytest.param([low("a", 9, *SIX), high("b", 8, *SIX)], ["ab"], id="sums of six"),
        pytest.param([low("a", 9, *SEVEN), high("b", 8, *SEVEN)], None, id="sums of seven"),
        pytest.param(
            [low("a", 9, "k"), high("b", 8, "k", "w")], ["ab"], id="a part above the whole"
        ),
        pytest.param([low("a", 9, "k", "w"), high("b", 8, "k")], None, id="a whole above a part"),
        pytest.param(
            [row("nobody", 5, None, x=1), row("never", -3, None, x=-1), low("a", 1, "x")],
            None,
            id="rules that cannot hold",
        ),
    ],
)
def test_all_conflicts_are_read_off(rows: list[Row], sets: list[str] | None) -> None:
    """Single owners, then pairs; none where it is not shown that these are all."""
    found = pair_conflicts(LinearSystem(tuple(rows)), limit=9)

    assert found == (None if sets is None else Pairs(tuple(map(tuple, sets)), complete=True))


@pytest.mark.parametrize(
    ("limit", "told", "complete"),
    [(0, 1, False), (1, 2, False), (2, 3, False), (3, 4, False), (4, 4, True), (5, 4, True)],
)
def test_one_more_than_the_limit_shows_that_there_are_more(
    limit: int, told: int, complete: bool
) -> None:
    """The first ones in order; as many as the limit are all."""
    rows = [low("d", 9, "x"), low("c", 9, "x"), high("a", 3, "x"), high("b", 3, "x")]

    found = pair_conflicts(LinearSystem(tuple(rows)), limit=limit)

    assert found is not None
    assert found.sets[:told] == (("a", "c"), ("a", "d"), ("b", "c"), ("b", "d"))[:told]
    assert len(found.sets) == told
    assert found.complete is complete
