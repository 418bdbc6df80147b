"""What words entail, and which words are refused."""

from fractions import Fraction

import pytest

from claimrecon.quantities import (
    Comparator,
    MisplacedCountError,
    Relation,
    UnreadableCountError,
    codebook_named,
    parse_count,
    read_phrase,
)

EQ, GE, GT, LE, LT = (
    Comparator.EQ,
    Comparator.GE,
    Comparator.GT,
    Comparator.LE,
    Comparator.LT,
)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("300", 300),
        ("12 500 soldiers", 12_500),
        ("12\u00a0500", 12_500),
        ("12\u202f500", 12_500),
        ("1'000", 1_000),
        ("1,20,000", 120_000),
        ("4.500 troops", 4_500),
        ("1.250 million", 1_250_000),
        ("1,5 million", 1_500_000),
        ("1.2m people", 1_200_000),
        ("15k wounded", 15_000),
        ("800k", 800_000),
        ("2 mln", 2_000_000),
        ("5 thousands", 5_000),
        ("٣٠٠", 300),
        ("fourteen", 14),
        ("twenty-seven fighters", 27),
        ("twenty seven", 27),
        ("one hundred and five", 105),
        ("two hundred and fifty thousand", 250_000),
        ("fifteen hundred men", 1_500),
        ("a hundred thousand", 100_000),
        ("four-thousand", 4_000),
        ("another four-thousand-100", 4_100),
        ("a total of 15-thousand", 15_000),
        ("two million three hundred thousand and five", 2_300_005),
        ("one and a half thousand troops", 1_500),
        ("3½ thousand", 3_500),
        ("a million and a half", 1_500_000),
        ("half a million", 500_000),
        ("half-million", 500_000),
        ("a quarter of a million", 250_000),
        ("three quarters of a million", 750_000),
        ("half a dozen", 6),
        ("two dozen sailors", 24),
        ("a pair of sentries", 2),
        ("a soldier", 1),
        ("only five", 5),
        ("no casualties", 0),
        ("not a single", 0),
        ("nobody", 0),
        ("1000000000000", 10**12),
        ("¾ million", 750_000),
        ("quarter of a million", 250_000),
        ("two thousand and a half", 2_500),
        ("a lone gunman", 1),
        ("a 300-strong unit", 300),
        ("both soldiers", 2),
        ("300*", 300),
        ("300[12]", 300),
        ("fifteen (15)", 15),
        ("183 (13 US + 170 Afghan)", 183),
        ("300 killed in the 3rd wave of January 2024", 300),
    ],
)
def test_a_bare_number_is_all_three(words: str, value: int) -> None:
    """Low, high and best of a bare number are that number."""
    phrase = parse_count(words)

    assert phrase.comparator is EQ
    assert phrase.low == phrase.high == phrase.best == value


@pytest.mark.parametrize(
    ("words", "comparator", "low", "high", "best"),
    [
        ("at least 300", GE, 300, None, None),
        ("no fewer than 45 miners", GE, 45, None, None),
        ("1,000+", GE, 1_000, None, None),
        ("300 people at least", GE, 300, None, None),
        ("about another 10,000 plus", GE, 10_000, None, None),
        ("more than 4,000", GT, 4_000, None, None),
        ("well over a hundred", GT, 100, None, None),
        ("exceeded 1,000", GT, 1_000, None, None),
        ("could top 20,000", GT, 20_000, None, None),
        (">1,700", GT, 1_700, None, None),
        ("≥ 40", GE, 40, None, None),
        ("no more than 30", LE, None, 30, None),
        ("up to 225", LE, None, 225, None),
        ("could well be as high as 7,826", LE, None, 7_826, None),
        ("fewer than 50", LT, None, 50, None),
        ("<1,600", LT, None, 1_600, None),
        ("just over 500", GT, 500, None, None),
        ("almost six hundred", Comparator.APPROX_BELOW, None, 600, 600),
        ("estimated eleven-thousand", Comparator.APPROX, None, None, 11_000),
        ("c. 2,400 casualties", Comparator.APPROX, None, None, 2_400),
        ("50 or so, perhaps more", Comparator.APPROX, None, None, 50),
        ("twenty-odd", Comparator.APPROX, 20, 29, None),
        ("two to three hundred", Comparator.RANGE, 200, 300, None),
        ("7-8k", Comparator.RANGE, 7_000, 8_000, None),
        ("10-12 thousand", Comparator.RANGE, 10_000, 12_000, None),
        ("500 to 1 thousand", Comparator.RANGE, 500, 1_000, None),
        ("between one hundred and two hundred", Comparator.RANGE, 100, 200, None),
        ("at least 40 and as many as 65", Comparator.RANGE, 40, 65, None),
        ("379 to 1,500 or more", Comparator.RANGE, 379, None, None),
        ("100 ± 20", Comparator.RANGE, 80, 120, 100),
        ("1,200 (95% CI 900 to 1,600)", Comparator.RANGE, 900, 1_600, 1_200),
        ("9,000 to 13,000, with 11,000 most likely", Comparator.RANGE, 9_000, 13_000, 11_000),
        ("300, possibly more", GE, 300, None, None),
        ("300-odd", Comparator.APPROX, 300, 399, None),
        ("50 +/- 10", Comparator.RANGE, 40, 60, 50),
        ("300 plus or minus 20", Comparator.RANGE, 280, 320, 300),
        ("300 plus/minus 20", Comparator.RANGE, 280, 320, 300),
        ("at least 300, at most 400", Comparator.RANGE, 300, 400, None),
        ("no more than 400 and at least 300", Comparator.RANGE, 300, 400, None),
        ("at least 5 and at most 6,000", Comparator.RANGE, 5, 6_000, None),
        ("at least 300 to 400", GE, 300, None, None),
        ("at least 300, they say", GE, 300, None, None),
        ("1,500/1,600", Comparator.RANGE, 1_500, 1_600, None),
        ("two- to three-hundred", Comparator.RANGE, 200, 300, None),
        ("two to three dozen", Comparator.RANGE, 24, 36, None),
        ("5-6,000", Comparator.RANGE, 5_000, 6_000, None),
        ("1,200, range 900 to 1,600", Comparator.RANGE, 900, 1_600, 1_200),
        ("1,200 (95% from 900 to 1,600)", Comparator.RANGE, 900, 1_600, 1_200),
        ("1,200 (low 900, high 1,600)", Comparator.RANGE, 900, 1_600, 1_200),
        ("1,200 (low estimate: 900; upper bound = 1,600)", Comparator.RANGE, 900, 1_600, 1_200),
        ("9,000 to 13,000 (best estimate of 11,000)", Comparator.RANGE, 9_000, 13_000, 11_000),
        ("several to 300", Comparator.VAGUE, None, 300, None),
        ("several hundred", Comparator.VAGUE, None, None, None),
        ("casualties", Comparator.VAGUE, None, None, None),
        ("none", Comparator.NONE, None, None, None),
        ("not seen", Comparator.NONE, None, None, None),
        ("no casualties were reported", Comparator.NONE, None, None, None),
    ],
)
def test_a_hedge_bounds_what_its_words_say(
    words: str,
    comparator: Comparator,
    low: int | None,
    high: int | None,
    best: int | None,
) -> None:
    """Nothing is widened, and an end nobody gave stays open."""
    phrase = parse_count(words)

    assert (phrase.comparator, phrase.low, phrase.high, phrase.best) == (
        comparator,
        low,
        high,
        best,
    )


@pytest.mark.parametrize(
    ("words", "factor", "relation"),
    [
        ("half", Fraction(1, 2), Relation.SHARE),
        ("half the brigade", Fraction(1, 2), Relation.SHARE),
        ("two-thirds", Fraction(2, 3), Relation.SHARE),
        ("one in every five", Fraction(1, 5), Relation.SHARE),
        ("every second man", Fraction(1, 2), Relation.SHARE),
        ("41 percent", Fraction(41, 100), Relation.SHARE),
        ("forty per cent", Fraction(2, 5), Relation.SHARE),
        ("doubled", Fraction(2), Relation.TIMES),
        ("three times as many wounded as killed", Fraction(3), Relation.TIMES),
        ("halved in just three months", Fraction(1, 2), Relation.CHANGE),
        ("down by a quarter", Fraction(3, 4), Relation.CHANGE),
        ("a 50 per cent increase", Fraction(3, 2), Relation.CHANGE),
        ("20% fewer", Fraction(4, 5), Relation.CHANGE),
        ("up a third", Fraction(4, 3), Relation.CHANGE),
        ("up three-fold", Fraction(3), Relation.CHANGE),
        ("by a factor of three", Fraction(3), Relation.TIMES),
        ("fell by a factor of three", Fraction(1, 3), Relation.CHANGE),
        ("a threefold decrease", Fraction(1, 3), Relation.TIMES),
        ("half as many", Fraction(1, 2), Relation.TIMES),
        ("a threefold increase", Fraction(3), Relation.TIMES),
        ("three times fewer", Fraction(1, 3), Relation.TIMES),
        ("doubled less than a year later", Fraction(2), Relation.TIMES),
        ("½ of the brigade", Fraction(1, 2), Relation.SHARE),
        ("a quarter of the brigade", Fraction(1, 4), Relation.SHARE),
    ],
)
def test_a_ratio_is_a_factor(words: str, factor: Fraction, relation: Relation) -> None:
    """A change is given as the factor on the old count."""
    phrase = parse_count(words)

    assert (phrase.best, phrase.relation) == (factor, relation)


@pytest.mark.parametrize(
    ("words", "comparator"),
    [
        ("more than halved", LT),
        ("nearly halved", GT),
        ("over half", GT),
        ("fell more than threefold", LT),
        ("nearly a threefold drop", GT),
        ("rose more than threefold", GT),
    ],
)
def test_more_of_a_fall_is_less_of_a_rest(words: str, comparator: Comparator) -> None:
    """A bound on a fall is the opposite bound on what is left."""
    phrase = parse_count(words)

    assert phrase.comparator is comparator


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("", "empty"),
        ("not 11,300", "in front of a number"),
        ("by no means an exaggerated 1,000", "in front of a number"),
        ("fell from 500 to 341", "different days"),
        ("2-300", "short for hundreds"),
        ("5 to 6,000", "short for thousands"),
        ("five and six", "a second number"),
        ("300 (200 killed)", "a second number"),
        ("a third body", "no number"),
        ("300 killed and another 2,700 wounded", "a second number"),
        ("12,000 families or roughly 60,000 people", "a second number"),
        ("300 were not killed", "may deny"),
        ("as many as 300 or more", "both from below and from above"),
        ("between 300", "between is not clear"),
        ("300 to 200", "larger than its second"),
        ("fewer than 0", "less than zero"),
        ("the 810th brigade", "joined to the number"),
        ("155mm shells", "joined to the number"),
        ("12-year-old", "joined to the number"),
        ("2024-01-09", "joined to the number"),
        ("14:30", "part of a date, a time"),
        ("9 January", "a date"),
        ("$61 billion in aid", "in front of a number"),
        ("300 dollars", "not persons"),
        ("300 Russian tanks", "not persons"),
        ("5 percentage points", "percentage points"),
        ("the third body", "no number"),
        ("15 thousnd", "misspelt"),
        ("2 m people", "not clear what 'm'"),
        ("1,5", "comma"),
        ("1,2345", "marks for thousands"),
        ("2022 300", "marks for thousands"),
        ("007", "starts with a zero"),
        ("99999999999999", "10^12"),
        ("2 trillion", "10^12"),
        ("1٣", "different scripts"),
        ("3\u200b00", "invisible character U+200B"),
        ("300\u202e", "invisible character U+202E"),
        ("300 " + "x" * 400, "characters"),
        ("one two three", "a second number"),
        ("half as many again", "no number"),
        ("down 150 percent", "more than all of it"),
        ("fell by a factor of zero", "a factor below one"),
        ("up halved", "rose and that it fell"),
        ("zero-odd", "'odd' is not clear"),
        ("at least 20-odd", "'odd' is not clear"),
        ("300 ± 400", "its margin is not clear"),
        ("about 300 ± 40", "its margin is not clear"),
        ("41 percent ± 3", "a margin of a ratio"),
        ("300 ± 3 percent", "a margin of a ratio"),
        ("300 ± about 5", "the sign '±'"),
        ("300 ±", "the sign '±'"),
        ("300 ^", "the sign '^'"),
        ("almost dozens", "too vague"),
        ("just over several", "too vague"),
        ("none of the 300", "has one"),
        ("300 to a third", "only one of its two numbers is a ratio"),
        ("at most 300 to at least 500", "leave out what lies between"),
        ("between at least 300 and 400", "is an upper end"),
        ("from 300", "no second end behind 'from'"),
        ("from from 5 to 6", "said twice"),
        ("at least", "there is no number in it"),
        ("1,200 (900 to 1,100)", "does not hold the number"),
        ("1,200 (900 to 1,600", "a second number"),
        ("1,200, 900 to 1,600", "a second number"),
        ("1,200 (low 900, 1,600)", "a second number"),
        ("1,200 (low about 900, high 1,600)", "a second number"),
        ("1,200 (low 900", "a second number"),
        ("1,200 (95", "a second number"),
        ("at least 1,200 (900 to 1,600)", "a second number"),
        ("9,000 to 13,000 (best estimate: 15,000)", "outside its range"),
        ("9,000 to 13,000, 11,000", "a second number"),
        ("1,500/99", "part of a date, a time"),
        ("50 plus 40", "a second number"),
        ("a thousand and 61", "a second number"),
        ("a thousand two dozen", "a second number"),
        ("two thousand 1.5", "a second number"),
        ("183 (13 US)", "a second number"),
        ("a strange 300", "in front of a number"),
        ("a 300 unit", "in front of a number"),
        ("a 50 per cent share", "in front of a number"),
        ("a threefold unit", "no number"),
        ("both killed and wounded", "no number"),
        ("no idea of it", "no number"),
        ("no further casualties", "no number"),
        ("no 5 soldiers", "in front of a number"),
        ("every brigade", "no number"),
        ("300[1234]", "part of a date, a time"),
    ],
)
def test_what_is_not_sure_is_refused(words: str, reason: str) -> None:
    """A wrong number is worse than none; the refusal says what is unclear."""
    with pytest.raises(UnreadableCountError, match="is not read as a count") as caught:
        parse_count(words)

    assert reason in caught.value.reason
    assert caught.value.text == words


def test_the_words_after_the_number_are_kept_for_the_measure() -> None:
    """``rest`` starts behind the number phrase and leaves the rate out."""
    phrases = [
        parse_count(words)
        for words in (
            "at least 300 killed",
            "35,000 losses monthly",
            "1,200 a day",
            "tens of thousands of people",
            "12 killed in two attacks on 9 January",
        )
    ]

    assert [(phrase.rest, phrase.per) for phrase in phrases] == [
        ("killed", None),
        ("losses", "month"),
        ("", "day"),
        ("people", None),
        ("killed in two attacks on 9 January", None),
    ]


@pytest.mark.parametrize(
    ("words", "rest", "per"),
    [
        ("300 per 24 hours", "", "day"),
        ("300 per 1,000 people", "", "1,000 people"),
        ("300 per square kilometre, they say", "they say", "square kilometre"),
        ("300 once a week", "once a week", None),
        ("300 a week earlier", "a week earlier", None),
        ("300 killed as of 5 January", "killed as of 5 January", None),
        ("12 in 24 hours", "in 24 hours", None),
        ("3 in 5 days", "in 5 days", None),
    ],
)
def test_a_rate_is_told_from_a_time(words: str, rest: str, per: str | None) -> None:
    """What a number is per is no part of its words; when it was so is."""
    phrase = parse_count(words)

    assert (phrase.rest, phrase.per, phrase.relation) == (rest, per, None)


def test_offsets_cut_the_phrase_with_its_hedges() -> None:
    """``text[start:end]`` is the number phrase."""
    phrase = parse_count("  at least 300 killed")

    assert phrase.text[phrase.start : phrase.end] == "at least 300"


def test_an_increment_is_marked() -> None:
    """Another 2,700 come on top of what was said before."""
    assert parse_count("another 2,700").increment
    assert parse_count("300 more wounded").increment
    assert not parse_count("2,700").increment


def test_a_part_is_marked() -> None:
    """A part is never added to its whole."""
    assert parse_count("including 3 children").subset
    assert not parse_count("3 children").subset


@pytest.mark.parametrize(
    ("words", "people"),
    [("200 more than last week", 200), ("300 fewer than in May", 300), ("rose by 1,200", 1_200)],
)
def test_a_difference_is_no_count(words: str, people: int) -> None:
    """It has neither low nor high nor best, and cannot be read as a count."""
    phrase = parse_count(words)

    assert phrase.relation is Relation.DIFFERENCE
    assert (phrase.low, phrase.high, phrase.best) == (None, None, None)
    assert phrase.figures[0].value == people
    with pytest.raises(MisplacedCountError, match="a difference"):
        read_phrase(phrase, codebook_named("claimrecon-1"))


def test_an_upper_end_may_be_soft() -> None:
    """As many as N is softer than at most N."""
    assert parse_count("as many as 80 recruits").soft
    assert not parse_count("at most 80").soft
