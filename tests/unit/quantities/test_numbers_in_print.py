"""How numbers are printed, and what is round: the ends of the rules."""

from fractions import Fraction

import pytest

from claimrecon.quantities import CountInterval, UnreadableCountError, words_of
from claimrecon.quantities.interval import shown
from claimrecon.quantities.rounding import is_round, last_place


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("0", "0"),
        ("1234567", "1,234,567"),
        ("-1234", "-1,234"),
        ("1/2", "0.5"),
        ("-1/2", "-0.5"),
        ("1/8", "0.125"),
        ("1/20", "0.05"),
        ("12345/10", "1,234.5"),
        ("-123456/100", "-1,234.56"),
        ("1000001/1000000", "1.000001"),
        ("1/10000000", "1/10000000"),
        ("2/3", "2/3"),
    ],
)
def test_a_number_is_a_short_decimal_or_a_fraction(number: str, text: str) -> None:
    """Up to six places with their zeros, thousands marks before them, the sign in front."""
    assert shown(Fraction(number)) == text


@pytest.mark.parametrize(
    ("number", "is_one", "place"),
    [
        (0, False, 1),
        (10, False, 10),
        (90, False, 10),
        (100, True, 100),
        (105, False, 1),
        (110, True, 10),
        (11_000, True, 1_000),
        (10**12, True, 10**12),
        (10**12 + 10, True, 10),
    ],
)
def test_round_numbers_begin_at_100(number: int, is_one: bool, place: int) -> None:
    """A multiple of ten that is 100 or more (§8); the last place is that of the last digit."""
    assert is_round(Fraction(number)) is is_one
    assert last_place(Fraction(number)) == place


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0, 40, "at most 40"),
        (0, 0, "0"),
        (300, 400, "300 to 400"),
        (5, 6_000, "at least 5 and at most 6,000"),
    ],
)
def test_an_interval_in_words_reads_as_itself(low: int, high: int, words: str) -> None:
    """Where "5 to 6,000" could be five thousand, it is said at length."""
    assert words_of(CountInterval(Fraction(low), Fraction(high))) == words


@pytest.mark.parametrize("low", [Fraction(1, 2), Fraction(10**13)])
def test_an_interval_that_no_words_of_persons_say_is_refused(low: Fraction) -> None:
    """Half persons, and more than anybody counts."""
    with pytest.raises(UnreadableCountError):
        words_of(CountInterval(low, None))
