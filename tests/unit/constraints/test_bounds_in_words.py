"""Numbers, shares and rates as they stand in a row."""

from fractions import Fraction

import pytest

from claimrecon.constraints.wording import amount_words, number_words, share_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (Fraction(0), "0"),
        (Fraction(1300), "1,300"),
        (Fraction(1, 2), "0.5"),
        (Fraction(185, 2), "92.5"),
        (Fraction(2469, 2), "1,234.5"),
        (Fraction(1, 20), "0.05"),
        (Fraction(12_000_001, 1_000_000), "12.000001"),
        (Fraction(1, 10**7), "1/10,000,000"),
        (Fraction(4000, 3), "4,000/3"),
    ],
)
def test_a_number_is_whole_or_a_short_decimal_or_a_fraction(number: Fraction, words: str) -> None:
    """As many places as it needs, six at most; never rounded."""
    assert number_words(number) == words


def test_an_amount_shows_the_rate_it_comes_from() -> None:
    """Once is not said; nor is a count that comes from none."""
    assert amount_words(Fraction(200), Fraction(7)) == "1,400 (200 × 7)"
    assert amount_words(Fraction(1, 3), Fraction(9, 2)) == "1.5 (1/3 × 4.5)"
    assert amount_words(Fraction(200), Fraction(1)) == "200"
    assert amount_words(Fraction(200), None) == "200"


def test_a_share_names_its_whole() -> None:
    """In brackets, since it may hold commas."""
    assert share_words(Fraction(2, 3), "killed, in all") == "2/3 × (killed, in all)"
