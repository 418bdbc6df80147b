"""Why a phrase is refused, in full: the reason, and what to do."""

import pytest

from claimrecon.quantities import UnreadableCountError, parse_count


def _refusal(words: str) -> str:
    with pytest.raises(UnreadableCountError) as error:
        parse_count(words)
    return error.value.reason


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("between 300", "what it lies between is not clear"),
        ("from 300 and 400", "there is no second end behind 'from'"),
        ("fell from 500 to 341", "it gives two figures of different days, not a range"),
        ("rose 300 to 400", "it gives two figures of different days, not a range"),
        ("fell from 50 percent to 40", "it gives two figures of different days, not a range"),
        ("10 – million", "its second number is a word that multiplies, and no more"),
        ("ten- million", "its second number is a word that multiplies, and no more"),
        ("hundred to thousand", "its second number is a word that multiplies, and no more"),
        ("300 to a third", "only one of its two numbers is a ratio"),
        ("a third to 300", "only one of its two numbers is a ratio"),
        ("2 to 3 in five", "only one of its two numbers is a ratio"),
        ("10 to 20 percent fewer", "only one of its two numbers is a ratio"),
        ("5 to 6,000", "its first number may be short for thousands"),
        ("5-6000", "its first number may be short for thousands"),
        ("5—6,000", "its first number may be short for thousands"),
        ("almost dozens to 300", "'dozens' is too vague for such a hedge"),
        ("0 to fewer than 0", "no count is less than zero"),
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
        ("300 and over 200", "200"),
        ("at most 400 and 300", "300"),
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
    assert _refusal(words) == f"a second number, {second!r}, follows the first"


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
    assert _refusal(words) == reason


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        *((f"300 {word}", f"it is not clear what {word!r} multiplies the number by")
          for word in ("m", "b", "t", "mil", "mrd", "grand")),
        *((f"300 {word}", f"{word!r} looks like a misspelt word that multiplies")
          for word in ("milion", "hundrd", "thousnd", "crors", "persent", "percen")),
        *((f"300 {word}", f"{word!r} behind the number may deny it")
          for word in ("not", "never", "denied", "denies", "deny", "false", "untrue", "neither",
                       "nor")),
        ("300 of the 400 were not killed", "'not' behind the number may deny it"),
        ("two hundred dozen", "it is not clear what 'dozen' multiplies the number by"),
        ("two dozen hundred", "it is not clear what 'hundred' multiplies the number by"),
        ("a pair hundred", "it is not clear what 'hundred' multiplies the number by"),
        ("300th", "'th' is joined to the number"),
        ("300-400-500", "'-' is joined to the number"),
        ("ten-", "'-' is joined to the number"),
        ("ten -", "the sign '-' behind the number is not known"),
        ("300:45", "its digits are part of a date, a time or a number of another kind"),
        ("300;45", "its digits are part of a date, a time or a number of another kind"),
        ("300:007", "its digits are part of a date, a time or a number of another kind"),
        ("300[12", "its digits are part of a date, a time or a number of another kind"),
        ("300's men", 'the sign "\'" behind the number is not known'),
        ("300 ^ 2", "the sign '^' behind the number is not known"),
        ("300 * killed", "the sign '*' behind the number is not known"),
        ("9 May", "it is a date"),
        ("9 May, they say", "it is a date"),
        ("9 May 2024", "it is a date"),
        ("12 january", "it is a date"),
        ("5 percentage points", "percentage points are no count and no ratio"),
        ("5 pct points", "percentage points are no count and no ratio"),
        ("5 per cent points", "percentage points are no count and no ratio"),
        ("5% points", "percentage points are no count and no ratio"),
        ("four thirds of the men", "it is a fraction of more than the whole"),
        ("five halves", "it is a fraction of more than the whole"),
        ("300 tanks", "it counts 'tanks', and not persons"),
        ("300 tank rounds", "it counts 'tank', and not persons"),
        ("300 tanks a day", "it counts 'tanks', and not persons"),
        ("300 a day tanks", "it counts 'tanks', and not persons"),
        ("300 more tanks", "it counts 'tanks', and not persons"),
        ("300 Russian tanks", "it counts 'tanks', and not persons"),
        ("300 big tanks for crews", "it counts 'tanks', and not persons"),
    ],
)  # fmt: skip
def test_what_counts_no_persons_is_refused(words: str, reason: str) -> None:
    """Nor is what may be of another size, a date, or denied."""
    assert _refusal(words) == reason


@pytest.mark.parametrize(
    ("words", "second"),
    [
        ("300 of those 400", "400"),
        ("300 of 400 or 500", "500"),
        ("300 of the 400 or 500", "500"),
        ("300 of one or two", "two"),
        ("300 killed of 400", "400"),
        ("300 killed, 3 of whom", "3"),
        ("300 killed as 5", "5"),
        ("300 killed 2024", "2024"),
        ("300 killed in 5 to 6 days", "6"),
        ("300 killed in the 3 rd wave and 40", "40"),
        ("300 killed in May and 40", "40"),
        ("300 killed: 40", "40"),
        ("300 killed, at least 400 wounded", "400"),
        ("300 but at least 400", "400"),
        ("300 [12] killed", "12"),
        ("fifteen (16)", "16"),
        ("fifteen (15) and 16", "16"),
        ("fifteen 15)", "15"),
        ("183 (13 US + 171 Afghan)", "13"),
        ("183 (13 US + 170 Afghan) and 5", "5"),
        ("183 and 5 (13 US + 170 Afghan)", "5"),
        ("183 (13 US)", "13"),
        ("183 (100 US + 50 UK), 33 Afghan", "100"),
        ("several (13 US)", "13"),
        ("300 every 24 days", "24"),
        ("300 per 1,000 people, 40", "40"),
        ("five twelve", "twelve"),
        ("twenty ten", "ten"),
        ("twenty zero", "zero"),
        ("300 and twenty", "twenty"),
        ("300 and thousand", "thousand"),
        ("300 (½)", "½"),
        ("a thousand one thousand", "thousand"),
        ("two thousand three thousand", "three"),
        ("a thousand and 61", "61"),
        ("a thousand two and a half", "two"),
        ("a thousand two dozen", "two"),
        ("two dozen and five", "five"),
        ("two hundred twelve hundred", "twelve"),
        ("two hundred and twelve dozen", "twelve"),
        ("two hundred and 50 thousand", "50"),
        ("two hundred 50 thousand", "50"),
        ("two hundred and a thousand", "thousand"),
        ("two hundred and thousand", "thousand"),
        ("two hundred and hundred", "hundred"),
        ("two hundred zero", "zero"),
        ("two thousand and zero", "zero"),
    ],
)
def test_a_second_number_behind_is_refused(words: str, second: str) -> None:
    """But for a part, a whole, and what says when or where."""
    assert _refusal(words) == f"a second number, {second!r}, follows the first"
