"""Numbers in digits and words: how they are put together, and what their last digit is worth."""

from fractions import Fraction

import pytest

from claimrecon.quantities import Comparator, CountPhrase, Relation, parse_count

SCALES = {
    "hundred": 100, "thousand": 1_000, "lakh": 100_000, "million": 1_000_000,
    "crore": 10_000_000, "billion": 1_000_000_000, "dozen": 12, "pair": 2, "score": 20,
    "hundreds": 100, "thousands": 1_000, "lakhs": 100_000, "millions": 1_000_000,
    "crores": 10_000_000, "billions": 1_000_000_000, "dozens": 12, "k": 1_000,
    "mln": 1_000_000, "mn": 1_000_000, "mio": 1_000_000, "bn": 1_000_000_000,
}  # fmt: skip
GLYPHS = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5",
    "⅗": "3/5", "⅘": "4/5", "⅙": "1/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
}  # fmt: skip


def _bare(words: str) -> CountPhrase:
    phrase = parse_count(words)
    assert phrase.comparator is Comparator.EQ
    assert phrase.low == phrase.high == phrase.best
    return phrase


@pytest.mark.parametrize(("word", "factor"), SCALES.items())
def test_a_scale_multiplies_digits_and_words(word: str, factor: int) -> None:
    """One in the last digit of the number is worth as much; a dozen is a dozen."""
    for words in (f"5 {word}", f"five {word}", f"five-{word}"):
        phrase = _bare(words)

        assert phrase.best == 5 * factor
        assert phrase.figures[0].step == factor
        assert phrase.figures[0].dozens is (factor == 12)


@pytest.mark.parametrize(
    ("glued", "factor"),
    [("k", 10**3), ("thousand", 10**3), ("m", 10**6), ("mn", 10**6), ("mln", 10**6),
     ("million", 10**6), ("M", 10**6), ("bn", 10**9)],
)  # fmt: skip
def test_a_scale_may_be_glued_to_digits(glued: str, factor: int) -> None:
    """Where a word of its own could be something else, too."""
    assert _bare(f"5{glued}").best == 5 * factor
    assert _bare(f"1.5{glued} men").best == 15 * factor // 10


@pytest.mark.parametrize(("glyph", "value"), GLYPHS.items())
def test_a_fraction_may_be_one_sign(glyph: str, value: str) -> None:
    """Alone it is a share, before a scale or behind digits a part of the number."""
    share = Fraction(value)
    alone = parse_count(f"{glyph} of the men")

    assert alone.best == share
    assert alone.relation is Relation.SHARE
    assert _bare(f"{glyph} million").best == share * 10**6
    assert _bare(f"3{glyph} million men").best == (3 + share) * 10**6


@pytest.mark.parametrize(
    ("words", "value", "step"),
    [
        ("twenty-one", 21, 1),
        ("twenty nine", 29, 1),
        ("twenty", 20, 1),
        ("hundred", 100, 100),
        ("thousand", 1_000, 1_000),
        ("an hundred", 100, 100),
        ("a dozen", 12, 12),
        ("twenty one hundred", 2_100, 100),
        ("ninety nine thousand", 99_000, 1_000),
        ("one hundred five", 105, 1),
        ("one hundred-and-five", 105, 1),
        ("one hundred and-five", 105, 1),
        ("one hundred and one", 101, 1),
        ("two hundred fifty thousand", 250_000, 1_000),
        ("two hundred and one thousand", 201_000, 1_000),
        ("two hundred and fifty-five thousand", 255_000, 1_000),
        ("five hundred thousand", 500_000, 100_000),
        ("two hundred million", 200_000_000, 100_000_000),
        ("three thousand one hundred", 3_100, 100),
        ("three thousand and one hundred", 3_100, 100),
        ("three thousand and one", 3_001, 1),
        ("three thousand 50", 3_050, 1),
        ("one million and two hundred thousand", 1_200_000, 100_000),
        ("a hundred and twenty thousand and five", 120_005, 1),
        ("a hundred 50", 150, 1),
        ("5 lakh 20 thousand", 520_000, 1_000),
        ("1,250 million", 1_250_000_000, 1_000_000),
        ("1.250 million", 1_250_000, 1_000),
        ("1.5k", 1_500, 100),
        ("1 trillion", 10**12, 10**12),
        ("ten\u2010million", 10_000_000, 1_000_000),
        ("ten\u2011million", 10_000_000, 1_000_000),
        # Parts.
        ("half million", 500_000, 1),
        ("half-a-million", 500_000, 1),
        ("half one million", 500_000, 1),
        ("half of a million", 500_000, 1),
        ("half of one million", 500_000, 1),
        ("half a hundred", 50, 1),
        ("a half million", 500_000, 1),
        ("a quarter-million", 250_000, 1),
        ("quarter of a million", 250_000, 1),
        ("three-quarter million", 750_000, 1),
        ("four fifths of a million", 800_000, 1),
        ("twenty and a half thousand", 20_500, 1_000),
        ("twenty-one and a half thousand", 21_500, 1_000),
        ("five and a quarter million", 5_250_000, 1_000_000),
        ("5 and three quarters million", 5_750_000, 1_000_000),
        ("a thousand and a half", 1_500, 1_000),
        ("a million and a quarter", 1_250_000, 1_000_000),
        ("two hundred and a half", 250, 100),
        ("two hundred and ninety-nine and a half thousand", 299_500, 1_000),
    ],
)
def test_the_parts_of_a_number_are_put_together(words: str, value: int, step: int) -> None:
    """All its words belong to it; the last says how finely it is counted."""
    phrase = _bare(f"{words} men")

    assert phrase.best == value
    assert phrase.figures[0].step == step
    assert (phrase.text[: phrase.end], phrase.rest) == (words, "men")


@pytest.mark.parametrize(
    ("words", "dozens"),
    [("half a dozen", True), ("two dozen", True), ("half a hundred", False), ("a score", False)],
)
def test_what_is_counted_by_the_dozen_is_marked(words: str, dozens: bool) -> None:
    """A dozen may be ten or fourteen."""
    assert parse_count(words).figures[0].dozens is dozens


@pytest.mark.parametrize(
    ("words", "high"),
    [("2 to two hundred and ten", 210), ("1 to one thousand and fifty", 1_050)],
)
def test_a_number_with_a_remainder_lends_no_scale(words: str, high: int) -> None:
    """The first number of a range is short for nothing there."""
    phrase = parse_count(words)

    assert phrase.low == int(words[0])
    assert phrase.high == high


def test_half_a_dozen_is_short_for_nothing() -> None:
    """It has a scale of its own."""
    phrase = parse_count("half a dozen to eight thousand")

    assert phrase.low == 6
    assert phrase.high == 8_000


@pytest.mark.parametrize(
    ("words", "number", "rest"),
    [
        ("five and a half of them", "five", "and a half of them"),
        ("five and a half the men", "five", "and a half the men"),
        ("five and half a day", "five", "and half a day"),
        ("a million and a half of them", "a million", "and a half of them"),
        ("a million and half the men", "a million", "and half the men"),
        ("a thousand and others", "a thousand", "and others"),
        ("a thousand an hour", "a thousand an hour", ""),
        ("twenty-eight", "twenty-eight", ""),
    ],
)
def test_what_follows_and_may_be_no_part_of_the_number(words: str, number: str, rest: str) -> None:
    """Half of something else is not added."""
    phrase = _bare(words)

    assert (phrase.text[: phrase.end], phrase.rest) == (number, rest)


@pytest.mark.parametrize(
    ("words", "share", "rest"),
    [
        ("half", "1/2", ""),
        ("one-half", "1/2", ""),
        ("half of million", "1/2", "of million"),
        ("two thirds of the million", "2/3", "of the million"),
        ("three thirds of the men", "1", "of the men"),
        ("two halves of it", "1", "of it"),
        ("an eighth of them", "1/8", "of them"),
        ("quarter of the brigade", "1/4", "of the brigade"),
        ("nine tenths", "9/10", ""),
    ],
)
def test_a_fraction_without_a_scale_is_a_share(words: str, share: str, rest: str) -> None:
    """Up to the whole; its step is one."""
    phrase = parse_count(words)

    assert phrase.best == Fraction(share)
    assert phrase.relation is Relation.SHARE
    assert phrase.rest == rest
    assert phrase.figures[0].step == 1


@pytest.mark.parametrize(
    ("words", "ambiguous"),
    [("4.500 men", True), ("4,500 men", False), ("1.250 million", False), ("4.5 million", False)],
)
def test_points_that_group_digits_are_marked(words: str, ambiguous: bool) -> None:
    """They may be decimal where the number counts no persons."""
    assert parse_count(words).ambiguous is ambiguous
