"""What ``verify`` and ``satisfies`` refuse: each line of the check matters."""

from fractions import Fraction

import pytest

from claimrecon.linear import LinearSystem, Point, Proof, Row

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
