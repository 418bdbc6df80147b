"""What is said about a number, and which comparator comes of it."""

from fractions import Fraction

import pytest

from claimrecon.quantities import (
    CountPhrase,
    Figure,
    Relation,
    UnreadableCountError,
    find_counts,
    parse_count,
)
from claimrecon.quantities.parsing.language.lexicon import english


def _ends(phrase: CountPhrase) -> tuple[object, ...]:
    return phrase.comparator.value, phrase.low, phrase.high, phrase.best


def _said(figure: Figure) -> str:
    marks = [name for name in ("soft", "hedged", "in_words", "dozens") if getattr(figure, name)]
    return " ".join([figure.comparator.value, *marks])


@pytest.mark.parametrize(
    ("words", "ends", "said"),
    [
        ("300", ("eq", 300, 300, 300), "eq"),
        ("exactly 300", ("eq", 300, 300, 300), "eq"),
        ("some 300", ("approx", None, None, 300), "approx"),
        ("about 300", ("approx", None, None, 300), "approx"),
        ("about some 300", ("approx", None, None, 300), "approx"),
        ("at least 300", ("ge", 300, None, None), "ge"),
        ("at least 0", ("ge", 0, None, None), "ge"),
        ("more than 300", ("gt", 300, None, None), "gt"),
        ("just over 300", ("gt", 300, None, None), "just_over"),
        ("nearly 300", ("approx_below", None, 300, 300), "approx_below"),
        ("at most 300", ("le", None, 300, None), "le"),
        ("didn't exceed 300", ("le", None, 300, None), "le"),
        ("didn’t exceed 300", ("le", None, 300, None), "le"),
        ("up to 300", ("le", None, 300, None), "le soft"),
        ("fewer than 300", ("lt", None, 300, None), "lt"),
        # Of two bounds the looser holds.
        ("at least more than 300", ("ge", 300, None, None), "ge"),
        ("just over at least 300", ("ge", 300, None, None), "ge"),
        ("more than just over 300", ("ge", 300, None, None), "ge"),
        ("at most up to 300", ("le", None, 300, None), "le soft"),
        ("fewer than at most 300", ("le", None, 300, None), "le"),
        ("fewer than up to 300", ("le", None, 300, None), "le soft"),
        # A hint of more opens a bare number alone.
        ("300, possibly more", ("ge", 300, None, None), "ge"),
        ("some 300, possibly more", ("ge", 300, None, None), "ge"),
        ("about 300, possibly more", ("approx", None, None, 300), "approx"),
        ("nearly 300, possibly more", ("approx_below", None, 300, 300), "approx_below"),
        ("at least 300, possibly more", ("ge", 300, None, None), "ge"),
        # A bound may be approximate itself.
        ("at least about 300", ("ge", 300, None, None), "ge hedged"),
        ("more than about 300", ("gt", 300, None, None), "gt hedged"),
        ("just over about 300", ("gt", 300, None, None), "just_over hedged"),
        ("nearly about 300", ("approx_below", None, 300, 300), "approx_below hedged"),
        ("up to about 300", ("le", None, 300, None), "le soft hedged"),
        ("about two dozen", ("approx", None, None, 24), "approx dozens"),
        # Behind the number.
        ("300 or more", ("ge", 300, None, None), "ge"),
        ("300 or so", ("approx", None, None, 300), "approx"),
        ("300 or so or more", ("ge", 300, None, None), "ge hedged"),
        ("300 plus, possibly more", ("ge", 300, None, None), "ge"),
        ("300 or fewer", ("le", None, 300, None), "le"),
        ("300 people or so", ("approx", None, None, 300), "approx"),
        ("300 people, or more", ("ge", 300, None, None), "ge"),
        ("about 300 people at most", ("le", None, 300, None), "le hedged"),
        ("300 people at least, they say", ("eq", 300, 300, 300), "eq"),
        ("300 plus minus", ("eq", 300, 300, 300), "eq"),
    ],
)  # fmt: skip
def test_hedges_of_one_number(words: str, ends: tuple[object, ...], said: str) -> None:
    """What they bound, and what the codebook is told of it."""
    phrase = parse_count(words)

    assert _ends(phrase) == ends
    assert _said(phrase.figures[0]) == said
    assert len(phrase.figures) == 1


@pytest.mark.parametrize(
    ("words", "said", "word"),
    [
        ("dozens", "vague", "dozens"),
        ("about dozens", "vague", "dozens"),
        ("at least several dozen", "ge", "dozens"),
        ("more than dozens", "gt", "dozens"),
        ("up to dozens", "le soft", "dozens"),
        ("fewer than dozens", "lt", "dozens"),
        ("hundreds or more", "ge", "hundreds"),
        ("hundreds, possibly more", "ge", "hundreds"),
        ("just a few", "vague", "few"),
        ("some dozens", "vague", "dozens"),
        ("well into the hundreds", "vague", "hundreds"),
        ("the low hundreds", "vague", "low-hundreds"),
        ("thousands", "vague", "thousands"),
        ("double digits", "vague", "two-figures"),
        ("a few hundred thousand", "vague", "hundreds-of-thousands"),
    ],
)
def test_a_bound_on_a_vague_word_is_kept(words: str, said: str, word: str) -> None:
    """The phrase is vague: its numbers are the codebook's."""
    phrase = parse_count(words)

    assert _ends(phrase) == ("vague", None, None, None)
    assert [_said(figure) for figure in phrase.figures] == [said]
    assert phrase.vague_word == phrase.figures[0].word == word
    assert phrase.soft is (said == "le soft")


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("300 to 400", ("range", 300, 400, None)),
        ("about 300 to about 400", ("range", 300, 400, None)),
        ("300 to nearly 400", ("range", 300, 400, None)),
        ("300 to just over 400", ("range", 300, None, None)),
        ("300 to more than 400", ("range", 300, None, None)),
        ("at least 300 to more than 400", ("range", 300, None, None)),
        ("at most 300 to fewer than 400", ("range", None, 400, None)),
        ("at most 300 to 400", ("le", None, 400, None)),
        ("at least 300 to at least 400", ("ge", 300, None, None)),
        ("more than 300 to more than 400", ("gt", 300, None, None)),
        ("just over 300 to just over 400", ("gt", 300, None, None)),
        ("fewer than 300 to fewer than 400", ("lt", None, 400, None)),
        ("300 to several hundred", ("vague", 300, None, None)),
        ("several to 300", ("vague", None, 300, None)),
    ],
)
def test_bounds_at_both_ends_of_a_range(words: str, ends: tuple[object, ...]) -> None:
    """Where both ends are open one way, so is the whole; else it is a range."""
    phrase = parse_count(words)

    assert _ends(phrase) == ends
    assert len(phrase.figures) == 2


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("halved", ("eq", "1/2", "1/2", "1/2")),
        ("about halved", ("approx", None, None, "1/2")),
        ("at least halved", ("le", None, "1/2", None)),
        ("more than halved", ("lt", None, "1/2", None)),
        ("at most halved", ("ge", "1/2", None, None)),
        ("less than halved", ("gt", "1/2", None, None)),
        ("nearly halved", ("gt", "1/2", None, None)),
        ("just over halved", ("approx_below", None, "1/2", "1/2")),
        ("down halved", ("eq", "1/2", "1/2", "1/2")),
        ("down twofold", ("eq", "1/2", "1/2", "1/2")),
        ("down by up to 75 percent", ("ge", "1/4", None, None)),
        ("down at least 75 percent", ("le", None, "1/4", None)),
        ("down a 75 percent decrease", ("eq", "1/4", "1/4", "1/4")),
        ("down 0 percent", ("eq", 1, 1, 1)),
        ("down 100 percent", ("eq", 0, 0, 0)),
        ("fell by a factor of 1", ("eq", 1, 1, 1)),
        ("up 0 percent", ("eq", 1, 1, 1)),
        ("up 75 percent", ("eq", "7/4", "7/4", "7/4")),
        ("up 150 percent", ("eq", "5/2", "5/2", "5/2")),
        ("up at least 75 percent", ("ge", "7/4", None, None)),
        ("up to 75 percent", ("le", None, "3/4", None)),
        ("a 75 percent increase or more", ("ge", "7/4", None, None)),
        ("up by a quarter", ("eq", "5/4", "5/4", "5/4")),
        ("up threefold", ("eq", 3, 3, 3)),
        ("rose by a factor of 0.5", ("eq", "1/2", "1/2", "1/2")),
    ],
)
def test_a_change_is_a_factor_on_the_old_count(words: str, ends: tuple[object, ...]) -> None:
    """What bounds a fall from below bounds what is left from above."""
    phrase = parse_count(words)

    said, *numbers = ends
    expected = [None if n is None else Fraction(str(n)) for n in numbers]
    assert _ends(phrase) == (said, *expected)
    assert not phrase.figures[0].soft or words == "up to 75 percent"


@pytest.mark.parametrize(
    ("text", "ends", "said"),
    [
        ("up to 300 dead and 61 wounded", ("le", None, 61, None), "le soft"),
        ("at most 300 dead and 61 wounded", ("le", None, 61, None), "le"),
        ("fewer than 300 dead and 61 wounded", ("lt", None, 61, None), "lt"),
        ("more than 300 dead and 61 wounded", ("gt", 61, None, None), "gt"),
        ("at least about 300 dead and 61 wounded", ("ge", 61, None, None), "ge hedged"),
    ],
)
def test_a_bound_that_goes_on_is_the_same_bound(
    text: str, ends: tuple[object, ...], said: str
) -> None:
    """Soft if it was soft, approximate if it was approximate."""
    _, second = find_counts(text)

    assert _ends(second) == ends
    assert [_said(figure) for figure in second.figures] == [said]
    assert (text[second.start : second.end], second.rest) == ("61", "wounded")


@pytest.mark.parametrize(
    ("words", "increment", "subset", "relation"),
    [
        ("another 300 or more", True, False, None),
        ("300 more", True, False, None),
        ("including 300", False, True, None),
        ("down 300", False, False, Relation.DIFFERENCE),
        ("down to 300", False, False, None),
        ("fell 300", False, False, Relation.DIFFERENCE),
        ("fell to 300", False, False, None),
        ("rose by 300", False, False, Relation.DIFFERENCE),
        ("rose to 300", False, False, None),
        ("300 fewer than in May", False, False, Relation.DIFFERENCE),
    ],
)
def test_how_a_number_hangs_on_another_is_said_beside_it(
    words: str, increment: bool, subset: bool, relation: Relation | None
) -> None:
    """On top of it, part of it, or how far from it; "down to 300" is none of these."""
    phrase = parse_count(words)

    assert (phrase.increment, phrase.subset, phrase.relation) == (increment, subset, relation)
    assert (phrase.carried, phrase.households, phrase.ambiguous) == (False, False, False)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("nearly at least 300", "it bounds one number both from below and from above"),
        ("at most 300 people at least", "it bounds one number both from below and from above"),
        ("up to 300, possibly more", "it bounds one number both from below and from above"),
        ("nearly up to 300", "it bounds one number both from below and from above"),
        ("fewer than 0", "no count is less than zero"),
        ("almost dozens", "'dozens' is too vague for such a hedge"),
        ("just over several", "'several' is too vague for such a hedge"),
        ("up halved", "it says both that a count rose and that it fell"),
        ("up a 50 percent decrease", "it says both that a count rose and that it fell"),
        ("down a 50 percent increase", "it says both that a count rose and that it fell"),
        ("down 101 percent", "no count falls by more than all of it"),
        ("fell by a factor of 0.5", "no count falls by a factor below one"),
    ],
)
def test_hedges_that_exclude_each_other_are_refused(words: str, reason: str) -> None:
    """Nothing can meet them, or nobody knows what they say."""
    with pytest.raises(UnreadableCountError) as error:
        parse_count(words)

    assert (error.value.text, error.value.reason) == (words, reason)


def test_a_word_has_one_meaning_in_front_of_a_number() -> None:
    """Trends that begin with a hedge would be lost; a vague word that is a hedge too, unsure."""
    lexicon = english()
    hedges, trends = set(lexicon.before.table), set(lexicon.trend.table)

    assert not {t for t in trends for size in range(1, len(t)) if t[:size] in hedges} - hedges
    assert not set(lexicon.vague.table) & (hedges | trends)
