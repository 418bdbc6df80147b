"""Laws of reading counts."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimrecon.quantities import (
    CODEBOOK_NAMES,
    CountInterval,
    CountPhrase,
    Kind,
    Reading,
    UnreadableCountError,
    codebook_named,
    parse_count,
    read_numbers,
    read_phrase,
    words_of,
)
from claimrecon.quantities.parsing.glance import at_a_glance
from claimrecon.quantities.parsing.language import english
from claimrecon.quantities.parsing.parse import parsed

BOOK = codebook_named("claimrecon-1")
UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

counts = st.one_of(
    st.integers(0, 10**6),
    st.builds(lambda digit, zeros: digit * 10**zeros, st.integers(1, 99), st.integers(0, 7)),
)
positive = counts.filter(bool)
hedges = st.sampled_from(
    [
        "{}", "at least {}", "more than {}", "just over {}", "no more than {}", "fewer than {}",
        "up to {}", "about {}", "nearly {}", "{}+", "{} or so", "at least about {}",
        "up to about {}", "another {}", "only {}", "an estimated {}",
    ]
)  # fmt: skip
kinds = st.sampled_from(Kind)
words = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "at", "least", "about", "up", "to", "between", "and", "from", "or", "a", "half",
                "third", "million", "thousand", "hundred", "dozen", "dozens", "several", "few",
                "percent", "%", "-", ",", "(", ")", "95", "CI", "300", "1,200", "4.500", "0",
                "two", "twenty", "no", "not", "more", "than", "per", "day", "killed", "±", "+", "/",
                "times", "halved", "of", "the", "1٣", "½", "k", "in", "odd", "families",
            ]
        ),
        st.text(max_size=4),
    ),
    max_size=12,
)  # fmt: skip


def _read(text: str, kind: Kind = Kind.COUNT) -> Reading:
    reading = read_phrase(parse_count(text), BOOK, kind=kind)
    assert reading is not None
    return reading


def _width(interval: CountInterval) -> Fraction | None:
    return None if interval.high is None else interval.high - interval.low


def _in_words(number: int) -> str:
    if number < 20:
        return UNITS[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return TENS[tens - 2] + (f"-{UNITS[rest]}" if rest else "")
    for scale, name in ((10**6, "million"), (10**3, "thousand"), (100, "hundred")):
        if number >= scale:
            above, rest = divmod(number, scale)
            joint = " and " if 0 < rest < 100 else " "
            return f"{_in_words(above)} {name}" + (f"{joint}{_in_words(rest)}" if rest else "")
    raise AssertionError(number)


def _parsed(text: str) -> CountPhrase | None:
    try:
        return parse_count(text)
    except UnreadableCountError:
        return None


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing but ``UnreadableCountError`` ever comes out, and offsets cut the text."""
    phrase = _parsed(text)

    assert phrase is None or 0 <= phrase.start <= phrase.end <= len(text)


@given(words.flatmap(lambda parts: st.sampled_from([" ".join(parts), "".join(parts)])), kinds)
def test_any_words_are_read_or_refused(text: str, kind: Kind) -> None:
    """Also where the words are those of the grammar, and down to the intervals."""
    phrase = _parsed(text)
    if phrase is None:
        return
    cut = phrase.text[phrase.start : phrase.end]
    try:
        reading = read_phrase(phrase, BOOK, kind=kind)
    except UnreadableCountError:
        return

    assert reading is None or reading.lenient.contains(reading.strict)
    assert not phrase.figures or cut.strip() == cut != ""


@given(st.integers(0, 10**9 - 1))
def test_a_number_in_words_is_the_number_in_digits(number: int) -> None:
    """Cardinals in words, in digits and with marks are one."""
    texts = (_in_words(number), str(number), f"{number:,}", f"{number:,}".replace(",", "\u202f"))

    assert {parse_count(text).best for text in texts} == {Fraction(number)}


@given(hedges, positive, kinds, st.booleans(), st.booleans(), st.booleans())
def test_strict_lies_within_lenient(  # noqa: PLR0917
    hedge: str, number: int, kind: Kind, statistical: bool, documented: bool, exact: bool
) -> None:
    """For every hedge, kind and evidence; and whole persons stay whole."""
    phrase = _parsed(hedge.format(f"{number:,}"))
    if phrase is None:
        return  # "fewer than 0"
    reading = read_phrase(
        phrase, BOOK, kind=kind, statistical=statistical, documented=documented, exact=exact
    )

    assert reading is not None
    assert reading.lenient.contains(reading.strict)
    assert reading.numbers == (Fraction(number),)
    assert not exact or reading.lenient == reading.strict
    assert kind is not Kind.COUNT or reading.strict.low.denominator == 1


@given(positive, kinds, st.sampled_from(["about {}", "an estimated {}", "at least {}", "{} or so"]))
def test_a_bare_number_is_never_vaguer_than_a_hedged_one(
    number: int, kind: Kind, hedge: str
) -> None:
    """Order is a law (§8)."""
    bare, hedged = _read(f"{number}", kind), _read(hedge.format(number), kind)

    for narrow, wide in ((bare.strict, hedged.strict), (bare.lenient, hedged.lenient)):
        least, most = _width(narrow), _width(wide)
        assert least is not None
        assert most is None or least <= most


@given(
    positive, positive, st.sampled_from(["{} to {}", "between {} and {}", "{:,}-{:,}", "{} or {}"])
)
def test_a_range_holds_its_ends(one: int, two: int, form: str) -> None:
    """Strictly the two ends, leniently at most a fifth beyond each."""
    low, high = sorted((one, two))
    assume(high < 100 * low)  # "5 to 6,000" may be short for thousands

    reading = _read(form.format(low, high))

    assert reading.strict == CountInterval(Fraction(low), Fraction(high))
    assert reading.lenient.contains(reading.strict)
    assert reading.lenient.low >= Fraction(4, 5) * low
    assert reading.lenient.high is not None
    assert reading.lenient.high <= Fraction(6, 5) * high


@given(positive, positive, positive, st.sampled_from(["0.5", "0.9", "0.95", "0.99", "0.999"]))
def test_a_confidence_never_narrows(one: int, two: int, three: int, confidence: str) -> None:
    """The interval at 0.999 holds the one that was stated."""
    low, best, high = map(Fraction, sorted((one, two, three)))

    reading = read_numbers(low, high, best, BOOK, confidence=Fraction(confidence))

    assert reading.lenient.contains(reading.strict)


@given(positive, st.none() | positive)
def test_words_of_an_interval_read_as_that_interval(low: int, width: int | None) -> None:
    """Interval to words and back, strictly."""
    interval = CountInterval(Fraction(low), None if width is None else Fraction(low + width - 1))

    assert _read(words_of(interval)).strict == interval


@pytest.mark.parametrize("name", CODEBOOK_NAMES)
def test_vague_words_are_ordered(name: str) -> None:
    """Lows rise along few, several, a dozen, dozens, scores, hundreds, thousands (§8)."""
    lows = [reading.strict.low for reading in _ladder(name)]

    assert lows == sorted(lows)


def test_vague_words_of_the_default_codebook_rise_at_both_ends() -> None:
    """Their highs rise too, strictly and leniently."""
    pick: list[Callable[[Reading], CountInterval]] = [lambda r: r.strict, lambda r: r.lenient]
    for chosen in pick:
        highs = [chosen(reading).high for reading in _ladder("claimrecon-1")]

        assert highs == sorted(high for high in highs if high is not None)


def _ladder(name: str) -> list[Reading]:
    rungs = (
        "a few", "several", "a dozen", "dozens", "scores", "hundreds", "thousands",
        "tens of thousands", "hundreds of thousands", "millions",
    )  # fmt: skip
    readings = [read_phrase(parse_count(rung), codebook_named(name)) for rung in rungs]
    return [reading for reading in readings if reading is not None]


_LEXICON = english()
_BEFORE = sorted(" ".join(words) for words in _LEXICON.before.table)
_OTHER = ("", "a few", "tens of", "up", "rose by", "twice", "another", "zero", "no", "At Least")
_DIGITS = st.tuples(
    st.integers(0, 2000) | st.integers(0, 10**13) | st.sampled_from([n * 100 for n in range(99)]),
    st.sampled_from(["", ","]),
).map(lambda drawn: f"{drawn[0]:{drawn[1]}}")
_FORMS = ("between {} and {}", "{}-{}", "{} to {}", "{} and {}", "from {} to {}", "{}  to {}")


@given(
    st.builds("{} {}".format, st.sampled_from((*_BEFORE, *_OTHER)), _DIGITS).map(str.strip)
    | st.builds(lambda form, *ends: form.format(*ends), st.sampled_from(_FORMS), _DIGITS, _DIGITS)
)
def test_what_is_read_at_a_glance_is_what_the_parser_reads(text: str) -> None:
    """The short way to the plainest figures, against the long way that reads them all."""
    glanced = at_a_glance(text, _LEXICON)

    assert glanced is None or glanced == parsed(text, _LEXICON)


@pytest.mark.parametrize(
    "text",
    [
        *("7", "1,200", "11000", "at least 300", "up to 1,500", "about 40", "just over 5"),
        *("10-15", "9 to 21", "between 46,000 and 85,000"),
    ],
)
def test_plain_figures_are_read_at_a_glance(text: str) -> None:
    """Without them the short way would agree with the long one and save nothing."""
    assert at_a_glance(text, _LEXICON) is not None


@pytest.mark.parametrize(
    "text",
    ["0", "5-6,000", "2-300", "20 to 10", "only 300", "a few 300", "300 killed", "3.5", "٣٠٠"],
)
def test_what_needs_a_second_look_is_left_to_the_parser(text: str) -> None:
    """Whatever may be abridged, inverted or more than a number is not read at a glance."""
    assert at_a_glance(text, _LEXICON) is None
