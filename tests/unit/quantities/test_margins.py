"""Numbers beside the number: margins, "-odd", best estimates; and words that hold no number."""

from fractions import Fraction

import pytest

from claimrecon.quantities import Comparator, CountPhrase, UnreadableCountError, parse_count


def _cut(phrase: CountPhrase) -> tuple[str, str]:
    return phrase.text[phrase.start : phrase.end], phrase.rest


@pytest.mark.parametrize(
    ("words", "low", "high", "cut"),
    [
        ("twenty-odd", 20, 29, ("twenty-odd", "")),
        ("20-something soldiers", 20, 29, ("20-something", "soldiers")),
        ("300 odd men", 300, 399, ("300 odd", "men")),
        ("300-some men", 300, 399, ("300-some", "men")),
        ("2,430-odd", 2_430, 2_439, ("2,430-odd", "")),
        ("five-odd", 5, 5, ("five-odd", "")),
        ("about 20-odd", 20, 29, ("about 20-odd", "")),
        ("some 20-odd", 20, 29, ("some 20-odd", "")),
        ("20-odd people or so", 20, 29, ("20-odd", "people")),
    ],
)
def test_odd_reaches_to_the_next_round_number(
    words: str, low: int, high: int, cut: tuple[str, str]
) -> None:
    """In the last place that is written; "about" adds nothing to it."""
    phrase = parse_count(words)

    assert (phrase.comparator, phrase.best) == (Comparator.APPROX, None)
    assert (phrase.low, phrase.high) == (Fraction(low), Fraction(high))
    assert _cut(phrase) == cut


@pytest.mark.parametrize(
    ("words", "ends", "cut"),
    [
        ("100 ± 20", (80, 100, 120), ("100 ± 20", "")),
        ("100±20 men", (80, 100, 120), ("100±20", "men")),
        ("100 ± 100", (0, 100, 200), ("100 ± 100", "")),
        ("100 +/- 20", (80, 100, 120), ("100 +/- 20", "")),
        ("100 plus/minus 20", (80, 100, 120), ("100 plus/minus 20", "")),
        ("100 plus or minus 20 men", (80, 100, 120), ("100 plus or minus 20", "men")),
        ("0 ± 0", (0, 0, 0), ("0 ± 0", "")),
        ("9,000 to 13,000, with 11,000 most likely", (9_000, 11_000, 13_000),
         ("9,000 to 13,000, with 11,000 most likely", "")),
        ("9,000 to 13,000, 11,000 most likely killed", (9_000, 11_000, 13_000),
         ("9,000 to 13,000, 11,000 most likely", "killed")),
        ("9,000 to 13,000 (11,000 most likely) killed", (9_000, 11_000, 13_000),
         ("9,000 to 13,000 (11,000 most likely)", "killed")),
        ("9,000 to 13,000 (best estimate 11,000)", (9_000, 11_000, 13_000),
         ("9,000 to 13,000 (best estimate 11,000)", "")),
        ("9,000 to 13,000 [best guess: 11,000] killed", (9_000, 11_000, 13_000),
         ("9,000 to 13,000 [best guess: 11,000]", "killed")),
        ("9,000 to 13,000 (the best estimate is 11,000)", (9_000, 11_000, 13_000),
         ("9,000 to 13,000 (the best estimate is 11,000)", "")),
        ("9,000 to 13,000 (best estimate of: 11,000", (9_000, 11_000, 13_000),
         ("9,000 to 13,000 (best estimate of: 11,000", "")),
        ("9,000 to 13,000; median 11,000) killed", (9_000, 11_000, 13_000),
         ("9,000 to 13,000; median 11,000", "killed")),
        ("9,000 to 13,000 and most likely at 11,000", (9_000, 11_000, 13_000),
         ("9,000 to 13,000 and most likely at 11,000", "")),
        ("9,000 to 13,000 (mean 9,000)", (9_000, 9_000, 13_000),
         ("9,000 to 13,000 (mean 9,000)", "")),
        ("9,000 to 13,000 (mean about 13,000)", (9_000, 13_000, 13_000),
         ("9,000 to 13,000 (mean about 13,000)", "")),
        ("9,000 to 13,000 most likely", (9_000, None, 13_000), ("9,000 to 13,000", "most likely")),
        ("9,000 to 13,000 (", (9_000, None, 13_000), ("9,000 to 13,000", "")),
        ("9,000 to 13,000 (best estimate several)", (9_000, None, 13_000),
         ("9,000 to 13,000", "(best estimate several)")),
        ("9,000 to 13,000 (best estimate from 11,000)", (9_000, None, 13_000),
         ("9,000 to 13,000", "(best estimate from 11,000)")),
    ],
)  # fmt: skip
def test_a_margin_or_a_best_estimate_is_part_of_the_figure(
    words: str, ends: tuple[int, int | None, int], cut: tuple[str, str]
) -> None:
    """It is the middle of a range, with the words that name it."""
    phrase = parse_count(words)

    low, best, high = (None if end is None else Fraction(end) for end in ends)
    assert phrase.comparator is Comparator.RANGE
    assert (phrase.low, phrase.best, phrase.high) == (low, best, high)
    assert [figure.value for figure in phrase.figures] == [low, high]
    assert _cut(phrase) == cut


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("zero-odd", "'odd' is not clear here"),
        ("several-odd", "'odd' is not clear here"),
        ("at least 20-odd", "'odd' is not clear here"),
        ("300 odd or more", "'odd' is not clear here"),
        ("100 ± 101", "its margin is not clear"),
        ("about 100 ± 5", "its margin is not clear"),
        ("41 percent ± 3", "a margin of a ratio is not read"),
        ("100 ± a third", "a margin of a ratio is not read"),
        ("down 100 ± 5", "a margin of a ratio is not read"),
        ("100 ± several", "the sign '±' behind the number is not known"),
        ("several ± 5", "the sign '±' behind the number is not known"),
        ("100 ± about 5", "the sign '±' behind the number is not known"),
        ("100 ±", "the sign '±' behind the number is not known"),
        ("100 plus minus 20", "a second number, '20', follows the first"),
        ("9,000 to 13,000 (11,000)", "a second number, '11,000', follows the first"),
        ("9,000 to 13,000 (mean 8,999)", "its best estimate lies outside its range"),
        ("9,000 to 13,000 (mean 13,001)", "its best estimate lies outside its range"),
        ("several to 13,000 (mean 11,000)", "its best estimate lies outside its range"),
        ("9,000 to several hundred (mean 11,000)", "its best estimate lies outside its range"),
    ],
)
def test_a_margin_that_is_not_clear_is_refused(words: str, reason: str) -> None:
    """Nor is a number beside a range taken for its best estimate without being called so."""
    with pytest.raises(UnreadableCountError) as error:
        parse_count(words)

    assert error.value.reason == reason


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("none", ("none", "")),
        ("  none at all ", ("none", "at all")),
        ("not known in May", ("not known", "in May")),
        ("N/A", ("N/A", "")),
        ("n/a for May", ("n/a", "for May")),
        ("-", ("-", "")),
        ("unknown soldiers", ("unknown", "soldiers")),
        ("no deaths were reported", ("no deaths were reported", "deaths were reported")),
        ("nobody reported", ("nobody reported", "reported")),
        ("no one was confirmed dead", ("no one was confirmed dead", "was confirmed dead")),
        ("not one reported", ("not one reported", "reported")),
        ("zero casualties known", ("zero casualties known", "casualties known")),
    ],
)  # fmt: skip
def test_words_may_claim_no_number(words: str, cut: tuple[str, str]) -> None:
    """No report is no zero."""
    phrase = parse_count(words)

    assert phrase.comparator is Comparator.NONE
    assert (phrase.low, phrase.high, phrase.best, phrase.figures) == (None, None, None, ())
    assert _cut(phrase) == cut
    assert (phrase.soft, phrase.vague_word, phrase.is_ratio) == (False, None, False)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("0 reported", 0),
        ("nobody", 0),
        ("no casualties", 0),
        ("one reported", 1),
        ("no-one hurt", 0),
        ("twenty-one reported", 21),
    ],
)
def test_a_zero_may_be_claimed(words: str, value: int) -> None:
    """In digits, or where nothing is said of reports."""
    phrase = parse_count(words)

    assert phrase.comparator is Comparator.EQ
    assert phrase.best == value


@pytest.mark.parametrize("words", ["none of the 300", "none 300", "none, five", "unknown one"])
def test_no_number_and_a_number_exclude_each_other(words: str) -> None:
    """It is not sure which is meant."""
    with pytest.raises(UnreadableCountError) as error:
        parse_count(words)

    assert error.value.reason == "it says that there is no number, and has one"
    assert error.value.text == words


@pytest.mark.parametrize(
    ("words", "text"), [("casualties", "casualties"), (" Soldiers\n", "Soldiers")]
)
def test_a_bare_plural_is_a_vague_word(words: str, text: str) -> None:
    """How many it is only a codebook says."""
    phrase = parse_count(words)

    assert (phrase.comparator, phrase.vague_word) == (Comparator.VAGUE, "plural")
    assert [figure.comparator for figure in phrase.figures] == [Comparator.VAGUE]
    assert _cut(phrase) == (text, text)


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("dozens of people", "people"),
        ("several of them", "them"),
        ("dozens to 300 of people", "people"),
        ("5 of them", "of them"),
        ("half the tanks", "the tanks"),
        ("300 people at least", "people"),
    ],
)
def test_the_rest_is_what_is_counted(words: str, rest: str) -> None:
    """Without the "of" of a vague word, and without a hedge at the very end."""
    assert parse_count(words).rest == rest
