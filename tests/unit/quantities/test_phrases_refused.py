"""Why a phrase is refused, in full: the reason, and what to do."""

import pytest

from claimrecon.quantities import UnreadableCountError, parse_count


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("between 300", "what it lies between is not clear"),
        ("from 300 and 400", "there is no second end behind 'from'"),
        ("fell from 500 to 341", "it gives two figures of different days, not a range"),
        ("rose 300 to 400", "it gives two figures of different days, not a range"),
        ("fell from 50 percent to 40", "it gives two figures of different days, not a range"),
        ("300 to a third", "only one of its two numbers is a ratio"),
        ("a third to 300", "only one of its two numbers is a ratio"),
        ("2 to 3 in five", "only one of its two numbers is a ratio"),
        ("10 to 20 percent fewer", "only one of its two numbers is a ratio"),
        ("5 to 6,000", "its first number may be short for thousands"),
        ("5-6000", "its first number may be short for thousands"),
        ("5—6,000", "its first number may be short for thousands"),
        ("2-300", "its first number may be short for hundreds"),
        ("2–900", "its first number may be short for hundreds"),
        ("300 to 200", "its first number is larger than its second"),
        (
            "between at least 300 and 400",
            "it is not clear whether its second number is an upper end",
        ),
        (
            "over 300 to about 400",
            "it is not clear whether its second number is an upper end",
        ),
        ("at most 300 to at least 500", "its bounds leave out what lies between them"),
        ("under 300 to over 500", "its bounds leave out what lies between them"),
        ("1,200 (900 to 1,100)", "the interval in brackets does not hold the number"),
        ("1,200 (1,300 to 1,600)", "the interval in brackets does not hold the number"),
        ("1,200 (several to 1,600)", "the interval in brackets does not hold the number"),
        ("1,200 (900 to many)", "the interval in brackets does not hold the number"),
    ],
)
def test_two_numbers_that_make_no_range_are_refused(words: str, reason: str) -> None:
    """With what is wrong with them, and what to do."""
    with pytest.raises(UnreadableCountError) as error:
        parse_count(words)

    assert str(error.value) == (
        f"{words!r} is not read as a count: {reason}. "
        "Write the figure as one count, or give low, high or best as numbers."
    )


@pytest.mark.parametrize(
    ("words", "second"),
    [
        ("300 and 400", "400"),
        ("300, 400", "400"),
        ("at least 300, 400", "400"),
        ("300, at most 400", "400"),
        ("300 to between 400 and 500", "400"),
        ("20-odd to 30", "30"),
        ("20 to 30-odd", "30"),
        ("two – to three hundred", "three"),
        ("1,200, 95% CI 900 to 1,600", "95"),
        ("1,200 (95 CI 900 to 1,600)", "95"),
        ("1,200 (900 to 1,600", "900"),
        ("1,200 (900 to 1,600 killed)", "900"),
        ("1,200 (about 900)", "900"),
        ("several (900 to 1,600)", "900"),
        ("1,200 (high 1,600, low 900)", "1,600"),
        ("1,200 (low 900, high about 1,600)", "900"),
        ("1,200 (low 900, 1,600)", "900"),
    ],
)
def test_a_second_number_that_is_not_joined_is_refused(words: str, second: str) -> None:
    """It is unsure which of the two is meant."""
    with pytest.raises(UnreadableCountError) as error:
        parse_count(words)

    assert error.value.reason == f"a second number, {second!r}, follows the first"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("99/100", "its digits are part of a date, a time or a number of another kind"),
        ("100/99", "its digits are part of a date, a time or a number of another kind"),
        ("about 300/400", "its digits are part of a date, a time or a number of another kind"),
        ("300/400/500", "its digits are part of a date, a time or a number of another kind"),
        ("two - to three hundred", "the sign '-' behind the number is not known"),
        ("two- and three hundred", "'-' is joined to the number"),
    ],
)
def test_a_sign_that_joins_no_range_is_refused(words: str, reason: str) -> None:
    """A slash between small or hedged numbers, a hyphen that stands alone."""
    with pytest.raises(UnreadableCountError) as error:
        parse_count(words)

    assert error.value.reason == reason
