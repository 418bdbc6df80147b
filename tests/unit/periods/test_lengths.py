"""How long a span is in the unit of a rate (§5)."""

from datetime import date
from fractions import Fraction

import pytest

from claimrecon.periods import length_in, parse_span

DAYS = {
    "day": Fraction(1),
    "week": Fraction(7),
    "month": Fraction("30.4375"),
    "months": Fraction("30.4375"),
    "year": Fraction("365.25"),
    "hour": Fraction(1, 24),
}


@pytest.mark.parametrize(
    ("span", "unit", "length"),
    [
        (["2025-01-01", "2025-03-31"], "month", Fraction(3)),
        ("2025-02", "month", Fraction(1)),
        ("2025-02", "months", Fraction(1)),
        (["2024-12-01", "2025-01-31"], "month", Fraction(2)),
        ("2024", "month", Fraction(12)),
        ("2024", "year", Fraction(1)),
        ([2023, 2024], "year", Fraction(2)),
        (["2023-07", "2024-06"], "year", Fraction(1)),
        (["2025-01", "2025-03"], "year", Fraction(1, 4)),
        (["2025-01-24", "2025-02-23"], "month", Fraction(31) / Fraction("30.4375")),
        (["2025-01-01", "2025-01-30"], "month", Fraction(30) / Fraction("30.4375")),
        (["2025-01-02", "2025-01-31"], "month", Fraction(30) / Fraction("30.4375")),
        (["2024-01-02", "2025-01-01"], "year", Fraction(366) / Fraction("365.25")),
        ("2025-01-09", "day", Fraction(1)),
        ("2025-01", "day", Fraction(31)),
        ("2025-01", "week", Fraction(31, 7)),
        ("2025-01-09", "hour", Fraction(24)),
    ],
)
def test_whole_calendar_months_count_as_months_and_else_the_days_count(
    span: object, unit: str, length: Fraction
) -> None:
    """Three months are three months, however many days they have."""
    assert length_in(parse_span(span), unit, unit_days=DAYS[unit]) == length


def test_all_years_of_the_calendar_have_a_length() -> None:
    """Nothing overflows at the ends of time."""
    ever = parse_span([date.min, date.max])

    assert length_in(ever, "year", unit_days=DAYS["year"]) == 9999


def test_a_unit_without_length_is_refused() -> None:
    """The message names the unit and what is wrong with it."""
    with pytest.raises(ValueError, match=r"^a shift of 0 days cannot measure a span\. Give"):
        length_in(parse_span("2025"), "shift", unit_days=Fraction(0))
