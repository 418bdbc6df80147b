"""Two numbers in one phrase: what joins them, what they share, and what brackets add."""

from fractions import Fraction

import pytest

from claimrecon.quantities import Comparator, CountPhrase, Relation, parse_count

EQ, GE, GT, LE, LT = (
    Comparator.EQ,
    Comparator.GE,
    Comparator.GT,
    Comparator.LE,
    Comparator.LT,
)
APPROX, NEARLY, JUST_OVER = Comparator.APPROX, Comparator.APPROX_BELOW, Comparator.JUST_OVER


def _ends(phrase: CountPhrase) -> tuple[object, ...]:
    return phrase.low, phrase.high, phrase.best


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("1.5 to 2 million", 1_500_000, 2_000_000),
        ("5 to six thousand", 5_000, 6_000),
        ("two to three pair", 4, 6),
        ("a dozen to two dozen", 12, 24),
        ("half a million to a million", 500_000, 1_000_000),
        # The first is not short for anything: it is as large as the second's digits, or has a
        # scale of its own.
        ("50 to two hundred", 50, 200),
        ("two to two hundred", 2, 200),
        ("500 to six thousand", 500, 6_000),
        ("a hundred to two thousand", 100, 2_000),
        ("one hundred to six million", 100, 6_000_000),
        # A hyphen and a comma: thousands are left out of the first.
        ("5–6,000", 5_000, 6_000),
        ("5-999,000", 5_000, 999_000),
        ("5-6,500", 5, 6_500),
        ("6-6,000", 6, 6_000),
        ("6-6000", 6, 6_000),
        ("7-6,000", 7, 6_000),
        ("5-1,000,000", 5, 1_000_000),
        ("0 to 6,000", 0, 6_000),
        ("0-600", 0, 600),
        ("nobody to 5", 0, 5),
        ("3-300", 3, 300),
        ("4-300", 4, 300),
        ("2-1000", 2, 1_000),
        ("2-350", 2, 350),
        ("2 to 300", 2, 300),
        ("a hundred-6,000", 100, 6_000),
        # Hyphens that stand for a scale left out.
        ("two- or three-hundred", 200, 300),
        ("two\u2010 to three hundred", 200, 300),
        ("two\u2011 to three hundred", 200, 300),
        # A second number with a bound of its own.
        ("300 but at most 400", 300, 400),
        ("300 and fewer than 400", 300, 400),
        ("over 300, under 400", 300, 400),
        ("between 300 and at most 400", 300, 400),
        ("300 to 300", 300, 300),
    ],
)
def test_a_range_runs_from_its_first_number_to_its_second(words: str, low: int, high: int) -> None:
    """With the scale that they share; the words before and after belong to the phrase."""
    phrase = parse_count(f"another {words} men")

    assert _ends(phrase) == (low, high, None)
    assert phrase.comparator is Comparator.RANGE
    assert (phrase.text[phrase.start : phrase.end], phrase.rest) == (f"another {words}", "men")
    assert phrase.increment


@pytest.mark.parametrize(
    ("words", "first", "second"),
    [
        ("about 300 to 400", APPROX, APPROX),
        ("about between 300 and 400", APPROX, APPROX),
        ("between about 300 and 400", APPROX, EQ),
        ("300 to 400 or so", APPROX, APPROX),
        ("300 to about 400", EQ, APPROX),
        ("some 300 to some 400", EQ, EQ),
        ("perhaps 300 to 400", EQ, EQ),
        ("at least 300 to 400", GE, GE),
        ("under 300 to 400", LT, LT),
        # A hedge before the first is its own where the second has one too.
        ("about 300 to at least 400", APPROX, GE),
        ("about 300 to more than 400", APPROX, GT),
        ("about 300 to at most 400", APPROX, LE),
        ("about 300 to as many as 400", APPROX, LE),
        ("about 300 to under 400", APPROX, LT),
        ("at least 300 to almost 400", GE, NEARLY),
        ("over 300 to nearly 400", GT, NEARLY),
        ("about 300 to just over 400", APPROX, JUST_OVER),
        ("almost 300 to about 400", NEARLY, APPROX),
        ("over 300 to under 400", GT, LT),
        ("at most 400 but at least 300", GE, LE),
        ("under 400 and over 300", GT, LT),
        ("as many as 400 and at least 300", GE, LE),
    ],
)
def test_each_end_of_a_range_has_its_hedge(
    words: str, first: Comparator, second: Comparator
) -> None:
    """One that stands before the whole range covers both ends."""
    phrase = parse_count(words)

    assert [figure.comparator for figure in phrase.figures] == [first, second]
    assert {figure.value for figure in phrase.figures} == {300, 400}


def test_a_range_with_its_upper_end_first_has_the_words_of_both() -> None:
    """What is said before the first of them counts for the range."""
    phrase = parse_count("at most another 400 and at least 300 men")

    assert phrase.increment
    assert phrase.text[phrase.start : phrase.end] == "at most another 400 and at least 300"
    assert phrase.rest == "men"


@pytest.mark.parametrize(
    ("words", "step", "dozens"),
    [
        ("1.5 to 2 million", 100_000, False),
        ("two to three hundred", 100, False),
        ("two to three dozen", 12, True),
        ("24 to 36", 1, False),
        ("10 to 20 percent", Fraction(1, 100), False),
        ("two to three times", 1, False),
    ],
)
def test_the_first_number_of_a_range_is_counted_like_the_second(
    words: str, step: Fraction, dozens: bool
) -> None:
    """One in its last digit is worth as much, and dozens are dozens."""
    first = parse_count(words).figures[0]

    assert (first.step, first.dozens) == (step, dozens)


@pytest.mark.parametrize(
    ("words", "low", "high", "relation"),
    [
        ("10 to 20 percent", Fraction(1, 10), Fraction(1, 5), Relation.SHARE),
        ("0 to 5 percent", 0, Fraction(1, 20), Relation.SHARE),
        ("5% to 10%", Fraction(1, 20), Fraction(1, 10), Relation.SHARE),
        ("two to three times as many", 2, 3, Relation.TIMES),
        ("half to two thirds", Fraction(1, 2), Fraction(2, 3), Relation.SHARE),
        ("up 50% to 60%", Fraction(3, 2), Fraction(8, 5), Relation.CHANGE),
    ],
)
def test_a_range_of_ratios_shares_what_the_second_is_said_in(
    words: str, low: Fraction, high: Fraction, relation: Relation
) -> None:
    """Percent, or times."""
    phrase = parse_count(words)

    assert _ends(phrase) == (low, high, None)
    assert phrase.relation is relation


@pytest.mark.parametrize(
    ("words", "low"), [("200 to several", 200), ("200 or many", 200), ("several to many", None)]
)
def test_a_range_with_a_vague_end_is_vague(words: str, low: int | None) -> None:
    """Its number, where it has one, bounds it."""
    phrase = parse_count(words)

    assert phrase.comparator is Comparator.VAGUE
    assert _ends(phrase) == (low, None, None)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [("about twenty-odd", 20, 29), ("some 300-odd", 300, 399), ("twenty-some", 20, 29)],
)
def test_odd_is_a_range_of_its_own(words: str, low: int, high: int) -> None:
    """To the next number of its kind; a hedge in front adds nothing."""
    phrase = parse_count(f"{words} men")

    assert phrase.comparator is APPROX
    assert _ends(phrase) == (low, high, None)
    assert (phrase.text[: phrase.end], phrase.rest) == (words, "men")


@pytest.mark.parametrize(
    ("words", "rest"),
    [("300 people at least", "people"), ("300 or so people at most", "people")],
)
def test_a_hedge_behind_the_noun_is_not_in_the_rest(words: str, rest: str) -> None:
    """It belongs to the number."""
    assert parse_count(words).rest == rest


@pytest.mark.parametrize(
    ("brackets", "confidence"),
    [
        ("(900 to 1,600)", None),
        ("[900 to 1,600]", None),
        ("(900-1,600)", None),
        ("(95% CI 900 to 1,600)", 95),
        ("(95 % CI: 900 to 1,600)", 95),
        ("(90 percent CI 900 to 1,600)", 90),
        ("(99 per cent confidence interval 900–1,600)", 99),
        ("(95% uncertainty interval = 900 to 1,600)", 95),
        ("(UI 95%, 900 to 1,600)", 95),
        ("(80% CrI: 900 to 1,600)", 80),
        ("(with a 95% credible interval from 900 to 1,600)", 95),
        ("(with a range of 900 to 1,600)", None),
        ("(range of between 900 and 1,600)", None),
        (", range 900 to 1,600", None),
        (", with a range of 900 to 1,600", None),
        ("(low 900, high 1,600)", None),
        ("(low estimate 900; high estimate 1,600)", None),
        ("(lower bound of 900, upper bound of 1,600)", None),
        ("(lowest: 900 / highest: 1,600)", None),
        ("(low = 900 high = 1,600)", None),
    ],
)
def test_an_interval_in_brackets_goes_with_its_number(
    brackets: str, confidence: int | None
) -> None:
    """The number is the best of the two; the confidence, where it is said, is a share."""
    phrase = parse_count(f"another 1,200 {brackets} killed")

    assert _ends(phrase) == (900, 1_600, 1_200)
    assert phrase.confidence == (None if confidence is None else Fraction(confidence, 100))
    assert phrase.text[phrase.start : phrase.end] == f"another 1,200 {brackets}"
    assert (phrase.rest, phrase.increment) == ("killed", True)


@pytest.mark.parametrize("best", [900, 1_600])
def test_a_number_may_be_an_end_of_its_interval(best: int) -> None:
    """The ends belong to it; the number itself may be hedged."""
    assert _ends(parse_count(f"about {best} (900 to 1,600)")) == (900, 1_600, best)


@pytest.mark.parametrize("words", ["1,500/1,600", "100/200", "300 / 400"])
def test_a_slash_joins_plain_numbers_of_three_digits(words: str) -> None:
    """From 100 on."""
    phrase = parse_count(f"{words} men")

    assert phrase.comparator is Comparator.RANGE
    assert (phrase.text[: phrase.end], phrase.rest) == (words, "men")


@pytest.mark.parametrize("words", ["(low", "(with a range of", "(", ", range"])
def test_a_text_may_end_before_its_interval(words: str) -> None:
    """Then it has none."""
    phrase = parse_count(f"1,200 {words}")

    assert _ends(phrase) == (1_200, 1_200, 1_200)
    assert phrase.confidence is None
