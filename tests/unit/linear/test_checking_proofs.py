"""What ``verify`` and ``satisfies`` refuse: each line of the check matters."""

from fractions import Fraction

import pytest

from claimrecon.linear import FeasibleSystemError, LinearSystem, Point, Proof, Row, exact

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

    assert "<td>at most 3</td>" in clash
    assert "The sum of these reads 0 ≥ 2: cannot be." in clash
    assert "it adds up" in clash
    assert ">3/2</th>" in end
    assert "The sum of these reads 3 × x ≥ 15/2." in end
    assert "it does NOT add up" in end


def test_what_a_point_satisfies_is_not_refuted() -> None:
    """The exact simplex writes proofs alone; a system with a solution has none."""
    with pytest.raises(FeasibleSystemError, match="have a solution"):
        exact.refute([LOW])


def test_a_sum_without_a_least_value_or_without_a_point_has_no_proof() -> None:
    """An end that is not there is not proved."""
    assert exact.minimise([LOW], {"x": -1}) is None
    assert exact.minimise([LOW, HIGH], {"x": 1}) is None
