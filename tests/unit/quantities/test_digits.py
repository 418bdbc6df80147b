"""Numbers in digits: their marks, their last digit, their scripts, and where a text is cut."""

from fractions import Fraction

import pytest

from claimrecon.quantities import UnreadableCountError, find_counts, parse_count


@pytest.mark.parametrize(
    ("written", "value", "step"),
    [
        ("0", 0, "1"),
        ("7", 7, "1"),
        ("4500", 4_500, "1"),
        ("1,234,567", 1_234_567, "1"),
        ("1.234.567", 1_234_567, "1"),
        ("1'234'567", 1_234_567, "1"),
        ("1’234’567", 1_234_567, "1"),
        ("1 234 567", 1_234_567, "1"),
        ("1\u00a0234\u00a0567", 1_234_567, "1"),
        ("1\u2007234", 1_234, "1"),
        ("1\u2009234", 1_234, "1"),
        ("1\u202f234", 1_234, "1"),
        ("1,20,000", 120_000, "1"),
        ("12,34,567", 1_234_567, "1"),
        ("1,234.5", "1234.5", "0.1"),
        ("1,234,567.25", "1234567.25", "0.01"),
        ("12.5", "12.5", "0.1"),
        ("0.5", "0.5", "0.1"),
        ("0.500", "0.5", "0.001"),
        ("4.500", 4_500, "1"),
        ("1.25 million", 1_250_000, "10000"),
        ("1.250 million", 1_250_000, "1000"),
        ("1,5 million", 1_500_000, "100000"),
        ("12,50 million", 12_500_000, "10000"),
        ("0,5 million", 500_000, "100000"),
        ("00.5 million", 500_000, "100000"),
        ("12,345 thousand", 12_345_000, "1000"),
        ("1,000,000,000,000", 10**12, "1"),
        ("1000000000000", 10**12, "1"),
        ("٣٠٠", 300, "1"),
        ("٢,٣٠٠", 2_300, "1"),
        ("۲۳.۴", "23.4", "0.1"),
        ("\uff13\uff10\uff10", 300, "1"),
    ],
)  # fmt: skip
def test_a_number_in_digits(written: str, value: int | str, step: str) -> None:
    """Marks for thousands are of one kind; a point before three digits is one of them."""
    phrase = parse_count(written)

    assert phrase.low == phrase.high == phrase.best == Fraction(value)
    assert phrase.figures[0].step == Fraction(step)
    assert (phrase.start, phrase.end) == (0, len(written))


@pytest.mark.parametrize(
    ("written", "ambiguous"),
    [
        ("4.500", True),
        ("4.500 percent", True),
        ("4.500 times as many", True),
        ("a 4.500-strong unit", True),
        ("4.500 to 5.500", True),
        ("4.500.000", False),
        ("4,500", False),
        ("4.5", False),
        ("0.500", False),
        ("4.500 million", False),
        ("dozens", False),
    ],
)
def test_one_point_before_three_digits_may_be_a_decimal(written: str, ambiguous: bool) -> None:
    """For persons it marks thousands; a rate or a ratio is asked to say which."""
    assert parse_count(written).ambiguous is ambiguous


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "it is empty"),
        (" \t ", "it is empty"),
        ("007", "'007' starts with a zero, as no count does"),
        ("00", "'00' starts with a zero, as no count does"),
        ("0,500", "'0,500' starts with a zero, as no count does"),
        ("1,5", "the comma in '1,5' marks neither thousands nor, for sure, decimals"),
        ("about 123,45", "the comma in '123,45' marks neither thousands nor, for sure, decimals"),
        ("1,2345", "'1,2345' is not one number with marks for thousands"),
        ("1234,5 million", "'1234,5' is not one number with marks for thousands"),
        ("1,234.567.8", "'1,234.567.8' is not one number with marks for thousands"),
        ("1.234,5", "'1.234,5' is not one number with marks for thousands"),
        ("1,234 567", "'1,234 567' is not one number with marks for thousands"),
        ("123,45,678", "'123,45,678' is not one number with marks for thousands"),
        ("2022 300", "'2022 300' is not one number with marks for thousands"),
        ("1000000000001", "'1000000000001' is more than 10^12 persons"),
        ("1" * 24, f"'{'1' * 24}' is more than 10^12 persons"),
        ("1" * 25, "a run of digits is too long for a count of persons"),
        ("2 trillion", "it is more than 10^12 persons"),
        ("trillion trillion", "it is more than 10^12 persons"),
        ("1٣", "'1٣' mixes digits of different scripts"),
        ("1,٢٣٤", "'1,٢٣٤' mixes digits of different scripts"),
        ("3\u200b00", "it has the invisible character U+200B"),
        ("300\u202e", "it has the invisible character U+202E"),
        ("3\x0700", "it has the invisible character U+0007"),
        ("300\ue000", "it has the invisible character U+E000"),
        ("300\ud800", "it has the invisible character U+D800"),
        ("300 " + "x" * 397, "it has 401 characters, and a figure needs at most 400"),
    ],
)  # fmt: skip
def test_digits_that_are_no_number_are_refused(written: str, reason: str) -> None:
    """With what they were found to be."""
    with pytest.raises(UnreadableCountError) as error:
        parse_count(written)

    assert (error.value.text, error.value.reason) == (written, reason)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("300 " + "x" * 396, "x" * 396),
        ("300\tkilled", "killed"),
        ("300\nkilled", "killed"),
        ("300\r\nkilled", "killed"),
        ("300\u00a0killed", "killed"),
        ("300 KILLED in Žepa’s streets", "KILLED in Žepa’s streets"),
    ],
)
def test_the_rest_of_a_text_is_given_as_written(text: str, rest: str) -> None:
    """It has 400 characters at most, and blanks of any kind that a reader may see."""
    assert parse_count(text).rest == rest
    assert parse_count(text).best == 300


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (" 300 died", ["300"]),
        ("12 500 died", ["12 500"]),
        ("12\u202f500\u202f000 died", ["12\u202f500\u202f000"]),
        ("of 12 50 died", ["12", "50"]),
        ("1,200 died, 300’000 fled", ["1,200", "300’000"]),
        ("“At least 300” died", ["At least 300"]),
        ("AT LEAST 300 died", ["AT LEAST 300"]),
        ("300\u200b died, 20 fled", ["20"]),
    ],
)
def test_a_running_text_is_cut_at_its_spaces(text: str, found: list[str]) -> None:
    """Digits belong together across a space only where they can be thousands."""
    assert [text[phrase.start : phrase.end] for phrase in find_counts(text)] == found
