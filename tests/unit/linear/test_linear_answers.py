"""Verdicts and proofs on cases that were worked out by hand, and on traps for floating point."""

from fractions import Fraction
from itertools import pairwise

import pytest

from claimrecon.linear import (
    Budget,
    Decider,
    FeasibleSystemError,
    LinearSystem,
    Point,
    Proof,
    Row,
    UndecidedError,
    components,
    decide,
    engine,
    prove,
)


def system(*rows: Row) -> LinearSystem:
    """Spell a system."""
    return LinearSystem(rows)


def at_least(name: str, bound: int, owner: str | None = None, **weights: int) -> Row:
    """Spell a row."""
    return Row(name, tuple(sorted(weights.items())), bound, owner)


KURSK = system(
    at_least("casualties", 3500, "zelenskyy", killed=1, wounded=1),
    at_least("killed", -300, "relay", killed=-1),
    at_least("wounded low", 2650, "nis", wounded=1),
    at_least("wounded high", -2750, "nis", wounded=-1),
)
"""3,500 casualties at least, 300 killed at most, 2,650 to 2,750 wounded: 450 are missing."""


WAYS = {"exactly": (12, 100), "through the solver": (0, 100), "by bounds first": (0, 0)}


@pytest.fixture(autouse=True, params=WAYS.values(), ids=[*WAYS])
def _every_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_SMALL", request.param[0])
    monkeypatch.setattr(engine, "_LARGE", request.param[1])


def test_a_proof_adds_up_to_what_is_missing() -> None:
    """The proof of the Kursk figures is the sum that a person would write."""
    proof = prove(KURSK)

    assert [(row.name, int(m)) for row, m in proof.terms] == [
        ("casualties", 1),
        ("killed", 1),
        ("wounded high", 1),
    ]
    assert proof.bound == 450
    assert proof.owners == ("nis", "relay", "zelenskyy")
    assert proof.rules == ()
    assert proof.verify(KURSK)


def test_a_proof_becomes_plain_values() -> None:
    """Fractions are text, rows are spelled out."""
    proof = prove(system(at_least("low", 5, "a", x=2), at_least("high", -2, None, x=-1)))

    assert proof.to_dict() == {
        "terms": [
            {
                "row": "high",
                "owner": None,
                "coefficients": {"x": -1},
                "bound": -2,
                "multiplier": "2",
            },
            {"row": "low", "owner": "a", "coefficients": {"x": 2}, "bound": 5, "multiplier": "1"},
        ],
        "claim": {},
        "bound": "1",
    }


@pytest.mark.parametrize(
    "terms",
    [
        pytest.param([], id="nothing"),
        pytest.param([("casualties", 1), ("killed", 1)], id="a variable is left"),
        pytest.param([("wounded low", 1), ("wounded high", 1)], id="adds up to less than zero"),
        pytest.param(
            [("casualties", -1), ("killed", -1), ("wounded high", -1)], id="negative multipliers"
        ),
    ],
)
def test_a_sum_that_shows_nothing_does_not_verify(terms: list[tuple[str, int]]) -> None:
    """`verify` believes no one."""
    rows = {row.name: row for row in KURSK.rows}
    proof = Proof(tuple((rows[name], Fraction(m)) for name, m in terms))

    assert not proof.verify()


def test_a_proof_from_other_rows_does_not_verify_for_a_system() -> None:
    """The arithmetic is right, but nobody said so."""
    proof = prove(KURSK)

    assert proof.verify()
    assert not proof.verify(system(*KURSK.rows[:2]))


def test_a_system_with_a_solution_has_no_proof() -> None:
    """Asking for one is an error that says what to call instead."""
    with pytest.raises(FeasibleSystemError, match=r"has a solution.*call decide\(\)"):
        prove(system(at_least("some", 1, x=1)))


@pytest.mark.parametrize(
    ("values", "fits"),
    [({"x": 1, "y": 1}, True), ({"x": 0, "y": 1}, False), ({"x": 2, "y": -1}, False), ({}, False)],
)
def test_a_point_is_checked_row_by_row(values: dict[str, int], *, fits: bool) -> None:
    """Also that it has all variables and none is negative."""
    point = Point(tuple((v, Fraction(n)) for v, n in values.items()))

    assert point.satisfies(system(at_least("x", 1, x=1), at_least("sum", 1, x=1, y=1))) == fits


def test_a_row_without_variables_can_be_false() -> None:
    """0 >= 1 is a proof by itself; 0 >= 0 says nothing."""
    assert isinstance(decide(system(Row("no", (), 1))), Proof)
    assert decide(system(Row("yes", (), 0))) == Point(())
    assert decide(system()) == Point(())


def test_a_decider_takes_owners_in_and_out() -> None:
    """Each answer is for the owners asked, whatever was asked before."""
    decider = Decider(KURSK)

    verdicts = [
        isinstance(decider.decide(owners), Point)
        for owners in (["nis", "relay", "zelenskyy"], ["nis", "relay"], ["relay", "zelenskyy"], [])
    ]
    again = decider.decide(["nis", "relay", "zelenskyy"])

    assert verdicts == [False, True, True, True]
    assert isinstance(again, Proof)


def test_without_time_there_is_no_verdict() -> None:
    """A budget that is over raises; it is never taken for "possible"."""
    with pytest.raises(UndecidedError, match="within 0 seconds; allow more time"):
        decide(KURSK, budget=Budget(0))


@pytest.mark.parametrize("scale", [1, 10**6, 10**12, 10**18, 10**30])
def test_a_difference_of_one_counts_at_every_size(scale: int) -> None:
    """One person too many is a contradiction, also beside a million millions."""
    fits = system(at_least("low", scale, x=1), at_least("high", -scale, x=-1))
    clash = system(at_least("low", scale + 1, x=1), at_least("high", -scale, x=-1))

    assert decide(fits) == Point((("x", Fraction(scale)),))
    assert prove(clash).bound == 1


@pytest.mark.parametrize("scale", [10**18, 10**30])
def test_weights_of_any_size_are_exact(scale: int) -> None:
    """A coefficient that no machine number holds is one all the same."""
    fits = system(at_least("low", scale, x=scale), at_least("high", -scale, x=-scale))
    clash = system(at_least("low", scale + 1, x=scale), at_least("high", -scale, x=-scale))

    assert decide(fits) == Point((("x", Fraction(1)),))
    assert prove(clash).verify(clash)


def test_a_third_is_not_a_decimal() -> None:
    """X <= 0.333333333 Y, Y <= 3, X >= 1 has no solution, though floats call it optimal."""
    almost = system(
        at_least("share", 0, x=-1_000_000_000, y=333_333_333),
        at_least("top", -3, y=-1),
        at_least("bottom", 1, x=1),
    )
    exactly = system(
        at_least("share", 0, x=-3, y=1), at_least("top", -3, y=-1), at_least("bottom", 1, x=1)
    )

    assert prove(almost).bound == 1
    assert decide(exactly) == Point((("x", Fraction(1)), ("y", Fraction(3))))


def test_all_sizes_live_in_one_system() -> None:
    """A chain of ratios from 1 to 1,000,000,000,000 is decided to the person."""
    names = [f"x{i:02}" for i in range(5)]
    chain = [Row(f"{low} to {high}", ((low, -1000), (high, 1)), 0) for low, high in pairwise(names)]
    chain.append(at_least("start", 1, x00=1))
    fits = system(*chain, at_least("top", -(10**12), x04=-1))
    clash = system(*chain, at_least("top", -(10**12) + 1, x04=-1))

    point = decide(fits)

    assert isinstance(point, Point)
    assert dict(point.values)["x04"] == 10**12
    assert prove(clash).verify(clash)


def test_parts_come_in_the_order_of_their_first_rows() -> None:
    """Rows without variables are a part of their own."""
    rows = [
        at_least("b", 1, y=1),
        at_least("a", 1, x=1),
        Row("nothing", (), 0),
        at_least("c", 1, y=1, z=1),
    ]

    parts = components(system(*rows))

    assert [[row.name for row in part.rows] for part in parts] == [["b", "c"], ["a"], ["nothing"]]
