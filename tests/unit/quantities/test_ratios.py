"""Shares, multiples and changes, and what only looks like one."""

from fractions import Fraction

import pytest

from claimrecon.quantities import Comparator, Relation, UnreadableCountError, parse_count

SHARE, TIMES, CHANGE = Relation.SHARE, Relation.TIMES, Relation.CHANGE


@pytest.mark.parametrize(
    ("words", "factor", "relation", "rest"),
    [
        ("half", "1/2", SHARE, ""),
        ("half a", "1/2", SHARE, "a"),
        ("a half soldier", "1/2", SHARE, "soldier"),
        ("a third", "1/3", SHARE, ""),
        ("a third of them", "1/3", SHARE, "of them"),
        ("a third were killed", "1/3", SHARE, "were killed"),
        ("a third, they say", "1/3", SHARE, "they say"),
        ("two-thirds", "2/3", SHARE, ""),
        ("two-thirds body", "2/3", SHARE, "body"),
        ("half as many", "1/2", TIMES, "as many"),
        ("half as many as before", "1/2", TIMES, "as many as before"),
        ("two-thirds as many", "2/3", TIMES, "as many"),
        ("a third fewer", "2/3", CHANGE, ""),
        ("a third more", "4/3", CHANGE, ""),
        ("two-thirds less", "1/3", CHANGE, ""),
        ("every second man", "1/2", SHARE, "man"),
        ("every other man", "1/2", SHARE, "man"),
        ("every third", "1/3", SHARE, ""),
        ("every tenth", "1/10", SHARE, ""),
        ("two in three", "2/3", SHARE, ""),
        ("one in every five", "1/5", SHARE, ""),
        ("three out of 10 men", "3/10", SHARE, "men"),
        ("1 of every 5", "1/5", SHARE, ""),
        ("9 in 10", "9/10", SHARE, ""),
        ("1 in 20", "1/20", SHARE, ""),
        ("1 in 50", "1/50", SHARE, ""),
        ("1 in 100", "1/100", SHARE, ""),
        ("1 in 1,000", "1/1000", SHARE, ""),
        ("1 in 10,000", "1/10000", SHARE, ""),
        ("1 in 100,000", "1/100000", SHARE, ""),
        ("twice", "2", TIMES, ""),
        ("tripled in May", "3", TIMES, "in May"),
        ("threefold", "3", TIMES, ""),
        ("threefold more", "3", TIMES, "more"),
        ("threefold fewer", "1/3", TIMES, "fewer"),
        ("doubled less than a year later", "2", TIMES, "less than a year later"),
        ("tenfold drop", "1/10", TIMES, "drop"),
        ("a threefold increase", "3", TIMES, "increase"),
        ("a fourfold decrease", "1/4", TIMES, "decrease"),
        ("three times", "3", TIMES, ""),
        ("three times as many", "3", TIMES, "as many"),
        ("three times higher", "3", TIMES, "higher"),
        ("three times the number", "3", TIMES, "the number"),
        ("three times lower", "1/3", TIMES, "lower"),
        ("three fold", "3", TIMES, ""),
        ("four-fold decrease", "1/4", TIMES, "decrease"),
        ("a factor of three", "3", TIMES, ""),
        ("halved", "1/2", CHANGE, ""),
        ("halving it", "1/2", CHANGE, "it"),
        ("cut in half", "1/2", CHANGE, ""),
        ("down two in three", "1/3", CHANGE, ""),
        ("down by two-thirds", "1/3", CHANGE, ""),
    ],
)  # fmt: skip
def test_a_ratio_in_words(words: str, factor: str, relation: Relation, rest: str) -> None:
    """Its value is exact, and it has no last digit."""
    phrase = parse_count(words)

    assert (phrase.comparator, phrase.best, phrase.relation, phrase.rest) == (
        Comparator.EQ, Fraction(factor), relation, rest,
    )  # fmt: skip
    assert phrase.is_ratio
    assert phrase.figures[0].in_words
    assert phrase.figures[0].step == 1


@pytest.mark.parametrize(
    ("words", "factor", "step", "relation", "rest"),
    [
        ("41 percent", "0.41", "0.01", SHARE, ""),
        ("41% of them", "0.41", "0.01", SHARE, "of them"),
        ("41-percent", "0.41", "0.01", SHARE, ""),
        ("41 pct.", "0.41", "0.01", SHARE, ""),
        ("0.5%", "0.005", "0.001", SHARE, ""),
        ("1.25 per cent killed", "0.0125", "0.0001", SHARE, "killed"),
        ("20% fewer", "0.8", "0.01", CHANGE, ""),
        ("20% more than last week", "1.2", "0.01", CHANGE, "than last week"),
        ("20 percent growth", "1.2", "0.01", CHANGE, ""),
        ("a 50 percent increase", "1.5", "0.01", CHANGE, ""),
        ("a 50-percent drop", "0.5", "0.01", CHANGE, ""),
        ("a 2.5 per cent drop in May", "0.975", "0.001", CHANGE, "in May"),
        ("3 times", "3", "1", TIMES, ""),
        ("3x", "3", "1", TIMES, ""),
        ("4x fewer", "1/4", "1", TIMES, "fewer"),
        ("3-fold", "3", "1", TIMES, ""),
        ("4-fold drop", "1/4", "1", TIMES, "drop"),
        ("3.5 times more", "3.5", "0.1", TIMES, "more"),
        ("a factor of 2.5", "2.5", "0.1", TIMES, ""),
        ("fell by a factor of 4", "1/4", "1", CHANGE, ""),
        ("3.5 times smaller", "2/7", "0.1", TIMES, "smaller"),
    ],
)
def test_a_ratio_in_digits(
    words: str, factor: str, step: str, relation: Relation, rest: str
) -> None:
    """It has a last digit; that of "41 percent" is worth 0.01."""
    phrase = parse_count(words)

    assert (phrase.best, phrase.relation, phrase.rest) == (Fraction(factor), relation, rest)
    assert (phrase.figures[0].in_words, phrase.figures[0].step) == (False, Fraction(step))


@pytest.mark.parametrize(
    ("words", "factor"), [("20% more or less", "0.2"), ("a third more or less", "1/3")]
)
def test_more_or_less_is_no_change(words: str, factor: str) -> None:
    """It says that the ratio is approximate."""
    phrase = parse_count(words)

    assert (phrase.comparator, phrase.best) == (Comparator.APPROX, Fraction(factor))
    assert phrase.relation is SHARE


@pytest.mark.parametrize(
    ("words", "low", "high", "relation"),
    [
        ("20 to 30 percent", "0.2", "0.3", SHARE),
        ("20% to 30%", "0.2", "0.3", SHARE),
        ("a third to a half", "1/3", "1/2", SHARE),
        ("two to three times as many", "2", "3", TIMES),
        ("2.5 to 3 times as many", "2.5", "3", TIMES),
    ],
)
def test_a_range_of_ratios(words: str, low: str, high: str, relation: Relation) -> None:
    """The first number has the unit of the second."""
    phrase = parse_count(words)

    assert (phrase.low, phrase.high) == (Fraction(low), Fraction(high))
    assert phrase.relation is relation


@pytest.mark.parametrize(
    ("words", "value", "rest"),
    [
        ("1 in 5 days", 1, "in 5 days"),
        ("9 in 11", 9, "in 11"),
        ("10 in 11", 10, "in 11"),
        ("1 in 30", 1, "in 30"),
        ("2 in 20", 2, "in 20"),
        ("2 in 1", 2, "in 1"),
        ("2 in 2", 2, "in 2"),
        ("one in half", 1, "in half"),
        ("one in a", 1, "in a"),
        ("one in", 1, "in"),
        ("three attackers", 3, "attackers"),
        ("12 in 24 hours", 12, "in 24 hours"),
    ],
)
def test_what_only_looks_like_a_ratio_is_a_count(words: str, value: int, rest: str) -> None:
    """Two in three is a ratio; nine of the year's eleven months are not."""
    phrase = parse_count(words)

    assert (phrase.relation, phrase.rest) == (None, rest)
    assert phrase.best == value


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("half again", "there is no number in it that this library knows"),
        ("half as many again", "there is no number in it that this library knows"),
        ("half as many wounded again", "there is no number in it that this library knows"),
        ("two-thirds again", "'two-thirds again' is not known in front of a number"),
        ("a third soldier", "there is no number in it that this library knows"),
        ("a doubling", "there is no number in it that this library knows"),
        ("a threefold unit", "there is no number in it that this library knows"),
        ("every", "there is no number in it that this library knows"),
        ("every sixth", "there is no number in it that this library knows"),
        ("second man", "there is no number in it that this library knows"),
        ("a 50 increase", "'a' is not known in front of a number"),
        ("a 50 percent share", "'a' is not known in front of a number"),
        ("a fifty percent increase", "'a' is not known in front of a number"),
        ("50 percentage points", "percentage points are no count and no ratio"),
        ("50 percent points", "percentage points are no count and no ratio"),
        ("one in a million", "a second number, 'million', follows the first"),
        ("41 percent ± 3", "a margin of a ratio is not read"),
    ],
)
def test_a_ratio_that_is_not_sure_is_refused(words: str, reason: str) -> None:
    """A half again may be a half or one and a half; a third soldier is one."""
    with pytest.raises(UnreadableCountError) as error:
        parse_count(words)

    assert error.value.reason == reason
