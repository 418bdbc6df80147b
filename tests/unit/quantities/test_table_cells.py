"""What the cells of real tables hold."""

import pytest

from claimrecon.quantities import Comparator, parse_count

EQ, GE, RANGE = Comparator.EQ, Comparator.GE, Comparator.RANGE


@pytest.mark.parametrize(
    ("cell", "comparator", "low", "high"),
    [
        ("~100,000+", GE, 100_000, None),
        ("30–45 million", RANGE, 30_000_000, 45_000_000),
        ("500,000–2 million", RANGE, 500_000, 2_000_000),
        ("183 (13 US + 170 Afghan)", EQ, 183, 183),
        ("1,000–20,000 (est.)", RANGE, 1_000, 20_000),
        ("796+", GE, 796, None),
        ("0", EQ, 0, 0),
        ("5 to 7 thousand", RANGE, 5_000, 7_000),
        ("940 000", EQ, 940_000, 940_000),
        ("3½ thousand", EQ, 3_500, 3_500),
        ("5-6,000", RANGE, 5_000, 6_000),
        ("0-400", RANGE, 0, 400),
        ("killed: 300", EQ, 300, 300),
        ("1,200 (low 900, high 1,600)", RANGE, 900, 1_600),
        *((str(toll), EQ, toll, toll) for toll in (1000, 1915, 1999, 2014, 2022, 2100)),
    ],
)
def test_a_cell_is_read(cell: str, comparator: Comparator, low: int, high: int | None) -> None:
    """Signs, brackets and tolls that look like years."""
    phrase = parse_count(cell)

    assert phrase.comparator is comparator
    assert phrase.low == low
    assert phrase.high == high


@pytest.mark.parametrize("cell", ["Unknown", "N/A", "n/a", "not known", "not reported"])
def test_a_cell_may_say_that_there_is_no_number(cell: str) -> None:
    """That is no zero."""
    phrase = parse_count(cell)

    assert phrase.comparator is Comparator.NONE
    assert phrase.best is None


def test_a_cell_may_hold_a_rate() -> None:
    """The unit is taken out of the number."""
    phrase = parse_count("~1,700–2,000 per year")

    assert phrase.per == "year"
    assert phrase.low == 1_700
    assert phrase.high == 2_000
