"""What stands before a number or in for one ("both", "nobody"), and what is unclear."""

import pytest

from claimrecon.quantities import (
    Comparator,
    CountPhrase,
    Relation,
    UnreadableCountError,
    find_counts,
    parse_count,
)
from claimrecon.quantities.parsing.glance import at_a_glance
from claimrecon.quantities.parsing.language import english
from claimrecon.quantities.parsing.language.lexicon import phrases
from claimrecon.quantities.parsing.parse import parsed
from claimrecon.quantities.parsing.tokens import tokens_of


def _cut(phrase: CountPhrase) -> tuple[str, str]:
    return phrase.text[phrase.start : phrase.end], phrase.rest


@pytest.mark.parametrize(
    ("words", "value", "cut"),
    [
        ("a soldier", 1, ("a", "soldier")),
        ("an officer died", 1, ("an", "officer died")),
        ("a single soldier", 1, ("a", "single soldier")),
        ("a lone gunman", 1, ("a", "lone gunman")),
        ("a sole survivor", 1, ("a", "sole survivor")),
        ("a solitary guard", 1, ("a", "solitary guard")),
        ("a 300-strong unit", 300, ("a 300-strong", "unit")),
        ("a 300 strong unit", 300, ("a 300 strong", "unit")),
        ("an 8-strong crew", 8, ("an 8-strong", "crew")),
        ("both soldiers", 2, ("both", "soldiers")),
        ("both men died", 2, ("both", "men died")),
        ("zero", 0, ("zero", "")),
        ("nil", 0, ("nil", "")),
        ("nobody", 0, ("nobody", "")),
        ("no one", 0, ("no one", "")),
        ("not a single soldier", 0, ("not a single", "soldier")),
        ("no soldier", 0, ("no", "soldier")),
        ("no soldiers", 0, ("no", "soldiers")),
        ("no Russian soldiers", 0, ("no", "Russian soldiers")),
        ("no big Russian soldiers", 0, ("no", "big Russian soldiers")),
        ("killed: 300", 300, ("300", "")),
        ("killed 300 men", 300, ("300", "men")),
        ("the toll reached 300", 300, ("the toll reached 300", "")),
        ("rose to 300", 300, ("rose to 300", "")),
    ],
)
def test_a_number_may_be_said_without_one(words: str, value: int, cut: tuple[str, str]) -> None:
    """One is "a" before a person, two are "both", and none is "no" before a person close by."""
    phrase = parse_count(words)

    assert phrase.comparator is Comparator.EQ
    assert phrase.low == phrase.high == phrase.best == value
    assert phrase.figures[0].step == 1
    assert _cut(phrase) == cut


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("wounded at least 300", ("at least 300", "")),
        ("at least killed 300", ("at least killed 300", "")),
        ("toll of at least 300 men", ("at least 300", "men")),
        ("at least 300 or more men", ("at least 300 or more", "men")),
        ("300 plus", ("300 plus", "")),
        ("about another 300, possibly more", ("about another 300, possibly more", "")),
        ("300 people at least", ("300", "people")),
        ("300 plus minus", ("300", "plus minus")),
        ("300, plus men", ("300", "plus men")),
    ],
)
def test_the_phrase_has_its_hedges(words: str, cut: tuple[str, str]) -> None:
    """What it counts may stand before it, and is no part of it unless it stands in between."""
    assert _cut(parse_count(words)) == cut


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("only 300 died", "300"),
        ("another 300 died", "300"),
        ("including 300 men", "300"),
        ("a total of 300 died", "300"),
        ("at least another 300 died", "at least another 300"),
        ("another at least 300 died", "at least 300"),
        ("killed 300 men", "300"),
        ("killing at least 300 men", "at least 300"),
        ("between 300 and 400 died", "between 300 and 400"),
        ("At least 300 died", "At least 300"),
    ],
)
def test_in_a_running_text_a_phrase_starts_where_something_is_said_of_the_number(
    text: str, found: str
) -> None:
    """What only introduces it says nothing of it: "another", "a total of"."""
    assert [text[phrase.start : phrase.end] for phrase in find_counts(text)] == [found]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("at least", "there is no number in it"),
        ("about another", "there is no number in it"),
        ("between from 5 and 7", "where its range starts is said twice"),
        ("from between 5 and 7", "where its range starts is said twice"),
        ("from 300", "there is no second end behind 'from'"),
        ("between 300", "what it lies between is not clear"),
        ("not 11,300", "'not' is not known in front of a number"),
        ("strange and odd 300", "'strange and odd' is not known in front of a number"),
        ("at least a strange 300", "'a strange' is not known in front of a number"),
        ("strange five", "'strange' is not known in front of a number"),
        ("strange 1,5", "'strange' is not known in front of a number"),
        ("$61 billion", "'$' is not known in front of a number"),
        ("no 5 soldiers", "'no' is not known in front of a number"),
        ("no Russian 5 soldiers", "'no Russian' is not known in front of a number"),
        ("a 300 unit", "'a' is not known in front of a number"),
        ("a 300 or more", "'a' is not known in front of a number"),
        ("a five-strong unit", "'a' is not known in front of a number"),
        ("a lone 5-strong unit", "'a lone' is not known in front of a number"),
        ("from strange", "there is no number in it that this library knows"),
        ("about strange", "there is no number in it that this library knows"),
        ("a lone unit", "there is no number in it that this library knows"),
        ("a lone", "there is no number in it that this library knows"),
        ("a soldierly", "there is no number in it that this library knows"),
        ("a", "there is no number in it that this library knows"),
        ("both", "there is no number in it that this library knows"),
        ("both killed", "there is no number in it that this library knows"),
        ("both units", "there is no number in it that this library knows"),
        ("no", "there is no number in it that this library knows"),
        ("no units", "there is no number in it that this library knows"),
        ("no more soldiers", "there is no number in it that this library knows"),
        ("no Russian, no soldiers", "there is no number in it that this library knows"),
        ("no big old Russian soldiers", "there is no number in it that this library knows"),
        ("some soldiers", "there is no number in it that this library knows"),
    ],
)
def test_what_is_no_figure_is_refused(words: str, reason: str) -> None:
    """The first words that are not understood are named."""
    with pytest.raises(UnreadableCountError) as error:
        parse_count(words)

    assert (error.value.text, error.value.reason) == (words, reason)


def test_a_factor_is_a_ratio_and_not_a_count() -> None:
    """A vague factor stays a vague word, a share keeps its unit."""
    assert parse_count("a factor of 3").relation is Relation.TIMES
    assert parse_count("by a factor of at least three").relation is Relation.TIMES
    assert parse_count("a factor of dozens").vague_word == "dozens"


@pytest.mark.parametrize(
    ("words", "comparator", "low", "high", "best"),
    [
        ("7", "eq", 7, 7, 7),
        ("1,200", "eq", 1_200, 1_200, 1_200),
        ("123456789012", "eq", 123_456_789_012, 123_456_789_012, 123_456_789_012),
        ("at least 300", "ge", 300, None, None),
        ("more than 300", "gt", 300, None, None),
        ("just over 300", "gt", 300, None, None),
        ("at most 300", "le", None, 300, None),
        ("up to 1,300", "le", None, 1_300, None),
        ("fewer than 300", "lt", None, 300, None),
        ("about 300", "approx", None, None, 300),
        ("some 300", "approx", None, None, 300),
        ("nearly 300", "approx_below", None, 300, 300),
        ("300-400", "range", 300, 400, None),
        ("1 to 100", "range", 1, 100, None),
        ("300 to 300", "range", 300, 300, None),
        ("between 1,300 and 1,400", "range", 1_300, 1_400, None),
    ],
)
def test_plain_figures_are_read_at_a_glance(
    words: str, comparator: str, low: int | None, high: int | None, best: int | None
) -> None:
    """And as the parser reads them."""
    phrase = at_a_glance(words, english())

    assert phrase is not None
    assert (phrase.comparator, phrase.low, phrase.high, phrase.best) == (
        comparator, low, high, best,
    )  # fmt: skip
    assert phrase == parsed(words, english())


@pytest.mark.parametrize(
    "words",
    ["0", "300 men", "At least 300", "another 300", "only 300", "strange 300", "300 - 400",
     "1 to 101", "400 to 300", "between 300 to 400", "1234567890123", "from 3 to 4", "٣٠٠", ""],
)  # fmt: skip
def test_anything_else_is_left_to_the_parser(words: str) -> None:
    """Such as the first number of a range that may be short for hundreds."""
    assert at_a_glance(words, english()) is None


@pytest.mark.parametrize(
    ("text", "at", "found"),
    [
        ("at least 5", 0, ("ge", 2)),
        ("at the least 5", 0, ("ge", 3)),
        ("at 5", 0, ("place", 1)),
        ("at the 5", 0, ("place", 1)),
        ("5 at least", 1, ("ge", 3)),
        ("at least", 2, None),
        ("least", 0, None),
        ("the - two 5", 0, ("hyphen", 3)),
    ],
)
def test_of_two_phrases_the_longer_is_matched(
    text: str, at: int, found: tuple[str, int] | None
) -> None:
    """With the index of the token behind it."""
    table = phrases(
        [("at", "place"), ("at least", "ge"), ("at the least", "ge"), ("the-two", "hyphen")]
    )

    assert table.match(tokens_of(text), at) == found
