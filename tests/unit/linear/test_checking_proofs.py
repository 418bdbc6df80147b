"""What ``verify`` and ``satisfies`` refuse: each line of the check matters."""

from fractions import Fraction

import pytest

from claimrecon.linear import FeasibleSystemError, LinearSystem, Point, Proof, Row, exact
from claimrecon.linear.proofs import nonnegativity, ordered_proof

LOW = Row("at least 5", (("x", 1),), 5, "a")
HIGH = Row("at most 3", (("x", -1),), -3, "b")
BOTH = LinearSystem((LOW, HIGH))


def _proof(low: int, high: int, *claim: tuple[str, int]) -> Proof:
    return Proof(((LOW, Fraction(low)), (HIGH, Fraction(high))), claim)


def test_a_bound_is_proved_with_the_sign_of_its_objective() -> None:
    """Rows that add up to x are no proof about -x, nor about 2x."""
    least = Proof(((LOW, Fraction(1)),), (("x", 1),))

    assert least.verify(BOTH)
    assert not Proof(least.terms, (("x", -1),)).verify(BOTH)
    assert not Proof(least.terms, (("x", 2),)).verify(BOTH)
    assert Proof(((HIGH, Fraction(1)),), (("x", -1),)).verify(BOTH)


@pytest.mark.parametrize(("low", "high"), [(1, 2), (2, 1)])
def test_rows_that_do_not_cancel_prove_nothing(low: int, high: int) -> None:
    """What is left of a variable must be nothing."""
    assert not _proof(low, high).verify(BOTH)


def test_a_multiplier_is_more_than_nothing() -> None:
    """A row taken no times is no part of a proof; one taken less than no times is another row."""
    idle = Row("idle", (("y", 1),), 0, "c")

    assert _proof(1, 1).verify(BOTH)
    assert not Proof((*_proof(1, 1).terms, (idle, Fraction(0)))).verify()
    assert not _proof(-1, -1).verify(BOTH)


def test_a_row_of_another_system_proves_nothing() -> None:
    """Every row is one of the system, or says that a variable is not negative."""
    assert not _proof(1, 1).verify(LinearSystem((LOW,)))


def test_nought_is_not_more_than_nought() -> None:
    """A sum that comes to 0 >= 0 is no contradiction."""
    even = Row("at most 5", (("x", -1),), -5, "b")

    assert not Proof(((LOW, Fraction(1)), (even, Fraction(1)))).verify()


def test_a_point_is_held_to_every_row_and_to_nought() -> None:
    """Also to a row without variables."""
    nothing = Row("nothing", (), 0)
    never = Row("never", (), 1)
    point = Point((("x", Fraction(5)),))

    assert point.satisfies(LinearSystem((LOW, nothing)))
    assert not point.satisfies(LinearSystem((LOW, never)))
    assert not point.satisfies(BOTH)
    assert not Point((("x", Fraction(-1)),)).satisfies(LinearSystem((HIGH,)))


def test_a_notebook_shows_the_rows_the_sum_and_that_it_adds_up() -> None:
    """A contradiction ends in "cannot be", an end of a range does not."""
    clash = _proof(1, 1)._repr_html_()
    end = Proof(((LOW, Fraction(3, 2)),), (("x", 3),))._repr_html_()

    assert 'aria-label="A proof"' in clash
    assert '<th scope="col">times</th><th scope="col">row</th>' in clash
    assert '<th scope="row">1</th><td>at most 3</td>' in clash
    assert "<p>The sum of these reads 0 ≥ 2: cannot be.</p>" in clash
    assert "<p>Checked in exact fractions: it adds up.</p>" in clash
    assert ">3/2</th>" in end
    assert "The sum of these reads 3 × x ≥ 15/2." in end
    assert "it does NOT add up" in end
    two = Proof(((LOW, Fraction(1)),), (("x", 1), ("y", -2)))._repr_html_()
    assert "The sum of these reads 1 × x + -2 × y ≥ 5." in two


def test_what_a_point_satisfies_is_not_refuted() -> None:
    """The exact simplex writes proofs alone; a system with a solution has none."""
    with pytest.raises(FeasibleSystemError, match="have a solution"):
        exact.refute([LOW])


def test_a_sum_without_a_least_value_or_without_a_point_has_no_proof() -> None:
    """An end that is not there is not proved."""
    assert exact.minimise([LOW], {"x": -1}) is None
    assert exact.minimise([LOW, HIGH], {"x": 1}) is None


@pytest.mark.parametrize(
    ("row", "known"),
    [
        (Row("x >= 0", (("x", 1),), 0), True),
        (Row("x >= 0", (("x", 1),), 0, "a"), False),
        (Row("x >= 0", (("x", 1),), -1), False),
        (Row("x >= 0", (("x", 1),), 1), False),
        (Row("x >= 0", (("x", 2),), 0), False),
        (Row("x >= 0", (("x", 1), ("y", 1)), 0), False),
        (Row("y >= 0", (("x", 1),), 0), False),
        (Row("x > 0", (("x", 1),), 0), False),
    ],
)
def test_only_that_a_variable_is_not_negative_goes_without_saying(row: Row, *, known: bool) -> None:
    """A row that the system does not hold has to say exactly this, and under this name."""
    proof = Proof(((row, Fraction(1)),), row.coefficients)

    assert proof.verify()
    assert proof.verify(BOTH) is known
    assert proof.verify(LinearSystem((row,)))


@pytest.mark.parametrize(
    ("multipliers", "claim", "expected"),
    [
        ((Fraction(1, 2), Fraction(3, 4)), (), (2, 3)),
        ((Fraction(4), Fraction(6)), (), (2, 3)),
        ((Fraction(4, 3), Fraction(2, 5)), (), (10, 3)),
        ((Fraction(4), Fraction(6)), (("x", -2),), (4, 6)),
        ((Fraction(0), Fraction(6)), (("x", -6),), (6,)),
        ((Fraction(0), Fraction(0)), (), ()),
    ],
)
def test_a_proof_of_impossibility_has_whole_multipliers_and_a_bound_keeps_its_own(
    multipliers: tuple[Fraction, ...],
    claim: tuple[tuple[str, int], ...],
    expected: tuple[int, ...],
) -> None:
    """Without a common factor; a row taken no times is left out."""
    proof = ordered_proof(zip((LOW, HIGH), multipliers, strict=True), claim)

    assert tuple(multiplier for _, multiplier in proof.terms) == expected
    assert proof.claim == claim


def test_terms_are_in_order_of_their_names_and_what_goes_without_saying_is_last() -> None:
    """Rules are the rows of nobody; owners are told once, sorted."""
    rule, again = Row("zz", (), 0), Row("b", (("y", 1),), 0, "a")
    rows = [nonnegativity("b"), nonnegativity("a"), rule, HIGH, again, LOW]

    proof = ordered_proof([(row, Fraction(1)) for row in rows], (("x", 1),))

    names = ["at least 5", "at most 3", "b", "zz", "a >= 0", "b >= 0"]
    assert [row.name for row, _ in proof.terms] == names
    assert [row.name for row in proof.rules] == ["zz", "a >= 0", "b >= 0"]
    assert proof.owners == ("a", "b")
    assert proof.bound == 2


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (Row("r", (), 0), "r: 0 >= 0"),
        (Row("r", (("a", 1),), -4), "r: a >= -4"),
        (Row("r", (("a", -1),), 4), "r: - a >= 4"),
        (Row("r", (("a", -2), ("b", 1)), 0), "r: - 2 a + b >= 0"),
        (Row("r", (("a", 1), ("b", 2), ("c", -3), ("d", -1)), 7), "r: a + 2 b - 3 c - d >= 7"),
    ],
)
def test_a_row_is_printed_as_algebra(row: Row, text: str) -> None:
    """No weight of one, no plus in front; a sum of nothing is nought."""
    assert str(row) == text
