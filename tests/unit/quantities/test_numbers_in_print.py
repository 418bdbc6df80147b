"""How numbers are printed, and what is round: the ends of the rules."""

from fractions import Fraction

import pytest

from claimrecon.quantities import CountInterval, UnreadableCountError, parse_count, words_of
from claimrecon.quantities.interval import shown
from claimrecon.quantities.rounding import inwards, is_round, last_place


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("0", "0"),
        ("1234567", "1,234,567"),
        ("-1234", "-1,234"),
        ("1/2", "0.5"),
        ("1/100", "0.01"),
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


@pytest.mark.parametrize(
    ("low", "high", "words", "reason"),
    [
        ("1/2", None, "0.5 or more", "it is no whole number of persons"),
        ("0", "3/2", "0 to 1.5", "it is no whole number of persons"),
        ("1e13", None, "at least 10,000,000,000,000",
         "'10,000,000,000,000' is more than 10^12 persons"),
    ],
)  # fmt: skip
def test_an_interval_that_no_words_of_persons_say_is_refused(
    low: str, high: str | None, words: str, reason: str
) -> None:
    """Half persons, and more than anybody counts."""
    with pytest.raises(UnreadableCountError) as error:
        words_of(CountInterval(Fraction(low), None if high is None else Fraction(high)))

    assert str(error.value) == (
        f"'{words}' is not read as a count: {reason}. "
        "Write the figure as one count, or give low, high or best as numbers."
    )


@pytest.mark.parametrize(
    ("length", "shown"), [(80, "x" * 80), (81, "x" * 80 + "…"), (300, "x" * 80 + "…")]
)
def test_long_words_are_cut_in_a_refusal(length: int, shown: str) -> None:
    """A message shows 80 characters of a text at most; the error itself keeps all of it."""
    with pytest.raises(UnreadableCountError) as error:
        parse_count("x" * length)

    assert str(error.value).startswith(f"'{shown}' is not read as a count: ")
    assert error.value.text == "x" * length


@pytest.mark.parametrize(
    ("ends", "rounded"),
    [
        (("638.1", "779.9"), (639, 779)),
        (("638", "779.9"), (638, 779)),
        (("638.1", "779"), (639, 779)),
        (("638.1", None), (639, None)),
        (("638", None), (638, None)),
        (("5.5", "6.4"), (6, 6)),
        (("5.2", "5.8"), ("5.2", "5.8")),
    ],
)
def test_ends_are_rounded_inwards_to_whole_persons(
    ends: tuple[str, str | None], rounded: tuple[int | str, int | str | None]
) -> None:
    """§8; where no whole number lies between them, they stay as they are."""
    low, high = (None if end is None else Fraction(end) for end in ends)
    assert low is not None

    assert inwards(low, high) == tuple(None if end is None else Fraction(end) for end in rounded)
