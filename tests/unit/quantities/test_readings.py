"""From phrases and numbers to intervals, beyond the gold table."""

from fractions import Fraction

import pytest

from claimrecon.quantities import (
    Basis,
    Codebook,
    CountInterval,
    ImpossibleIntervalError,
    Kind,
    MisplacedCountError,
    Reading,
    UnreadableCountError,
    codebook_named,
    parse_count,
    read_numbers,
    read_phrase,
)

BOOK = codebook_named("claimrecon-1")


def _between(low: str, high: str | None) -> CountInterval:
    return CountInterval(Fraction(low), None if high is None else Fraction(high))


def _read(words: str, book: str = "claimrecon-1", kind: Kind = Kind.COUNT) -> Reading:
    reading = read_phrase(parse_count(words), codebook_named(book), kind=kind)
    assert reading is not None
    return reading


@pytest.mark.parametrize(
    ("words", "strict", "lenient", "rule"),
    [
        ("just over 500", ("501", "550"), ("500", "600"), "just-over"),
        ("just over 5", ("6", "6"), ("5", "6"), "just-over"),
        ("fewer than 50", ("0", "49"), ("0", "50"), "less-than"),
        ("at least about 300", ("270", None), ("240", None), "at-least"),
        ("up to about 300", ("0", "330"), ("0", "360"), "up-to"),
        ("between about 300 and 400", ("270", "400"), ("240", "450"), "mixed-range"),
        ("300 to 400 or so", ("270", "440"), ("240", "480"), "mixed-range"),
        ("a dozen", ("12", "12"), ("10", "14"), "dozen"),
        ("ten to twenty dozen", ("120", "240"), ("114", "246"), "range"),
        ("more than a dozen", ("13", None), ("12", None), "more-than"),
        ("a couple", ("2", "3"), ("2", "3"), "couple"),
        ("at least several dozen", ("20", None), ("20", None), "dozens"),
        ("up to several hundred", ("0", "999"), ("0", "999"), "hundreds"),
        ("hundreds, possibly thousands", ("200", "9999"), ("200", "9999"), "thousands"),
        ("zero", ("0", "0"), ("0", "0"), "bare"),
    ],
)
def test_a_row_gives_its_interval(
    words: str, strict: tuple[str, str], lenient: tuple[str, str], rule: str
) -> None:
    """Rows of §8 that no dossier happens to use."""
    reading = _read(words)

    assert (reading.strict, reading.lenient) == (_between(*strict), _between(*lenient))
    assert reading.rule == rule


@pytest.mark.parametrize(
    ("words", "kind", "strict", "lenient"),
    [
        ("83", Kind.RATE, ("83", "83"), ("82.5", "83.5")),
        ("2.5", Kind.RATE, ("2.5", "2.5"), ("2.45", "2.55")),
        ("more than 92", Kind.RATE, ("92", None), ("92", None)),
        ("30,000 to 45,000", Kind.RATE, ("30000", "45000"), ("29500", "45500")),
        ("41 percent", Kind.RATIO, ("0.41", "0.41"), ("0.405", "0.415")),
        ("0.6", Kind.RATIO, ("0.6", "0.6"), ("0.55", "0.65")),
        ("20 to 30 percent", Kind.RATIO, ("0.2", "0.3"), ("0.195", "0.305")),
        ("a third to a half", Kind.RATIO, ("1/3", "1/2"), ("4/15", "0.6")),
        ("2", Kind.RATIO, ("2", "2"), ("1.6", "2.4")),
        ("0.500", Kind.RATIO, ("0.5", "0.5"), ("0.4995", "0.5005")),
        ("a threefold decrease", Kind.RATIO, ("1/3", "1/3"), ("4/15", "0.4")),
        ("just over 2.5", Kind.RATE, ("2.5", "2.75"), ("2.5", "3")),
        ("5 to 7", Kind.RATE, ("5", "7"), ("4.5", "7.5")),
    ],
)
def test_rates_and_ratios_keep_their_fractions(
    words: str, kind: Kind, strict: tuple[str, str], lenient: tuple[str, str]
) -> None:
    """Persons alone are whole; a last digit never says less than "about"."""
    reading = _read(words, kind=kind)

    assert (reading.strict, reading.lenient) == (_between(*strict), _between(*lenient))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("two-thirds", Kind.COUNT),
        ("two-thirds", Kind.RATE),
        ("1,200 a day", Kind.COUNT),
        ("0.6", Kind.COUNT),
        ("4.500", Kind.RATIO),
        ("dozens", Kind.RATIO),
        ("12,000 families", Kind.COUNT),
    ],
)
def test_a_figure_of_another_kind_is_refused(words: str, kind: Kind) -> None:
    """A ratio, a rate, households and half persons are no count of persons."""
    with pytest.raises(MisplacedCountError, match="is not read as a count"):
        read_phrase(parse_count(words), BOOK, kind=kind)


def test_bounds_that_leave_no_count_are_refused() -> None:
    """More than 5 and fewer than 6 is nobody's number."""
    with pytest.raises(UnreadableCountError, match="no count meets both"):
        _read("more than 5 and fewer than 6")


@pytest.mark.parametrize("words", ["none", "many", "heavy losses", "casualties", "300 to many"])
def test_words_without_a_number_bind_nothing(words: str) -> None:
    """They are kept as text (§8)."""
    assert read_phrase(parse_count(words), BOOK) is None


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((1000, None, None), "at least 1,000"),
        ((None, 1000, None), "at most 1,000"),
        ((300, 400, None), "300 to 400"),
        ((400, 400, None), "400"),
        ((None, None, 400), "400"),
    ],
)
def test_numbers_read_like_the_same_numbers_in_words(
    numbers: tuple[int | None, int | None, int | None], words: str
) -> None:
    """§8: ``low``, ``high`` and ``best`` are words too."""
    low, high, best = (None if number is None else Fraction(number) for number in numbers)

    assert read_numbers(low, high, best, BOOK) == _read(words)


def test_a_confidence_widens_by_the_ratio_of_quantiles() -> None:
    """§7: strictly as it stands, leniently at 0.999 around the best estimate."""
    low, high, best = Fraction(281_443), Fraction(337_971), Fraction(306_887)

    reading = read_numbers(low, high, best, BOOK, statistical=True, confidence=Fraction("0.95"))

    assert reading.strict == _between("281443", "337971")
    assert reading.lenient == _between("265383", "360848")
    assert reading.numbers == (low, best, high)


def test_a_confidence_in_words_reads_like_one_in_numbers() -> None:
    """A "95% CI" in brackets is a confidence of 0.95."""
    reading = _read("306,887 (95% CI: 281,443 to 337,971)")

    assert (reading.lenient, reading.rule) == (_between("265383", "360848"), "confidence")


def test_a_low_of_zero_stays_zero_at_any_confidence() -> None:
    """There is no log distance from zero."""
    reading = read_numbers(Fraction(0), Fraction(50), None, BOOK, confidence=Fraction("0.95"))

    assert reading.lenient.low == 0


def test_without_a_best_estimate_the_middle_is_the_geometric_mean() -> None:
    """From 100 to 400 it is 200; both ends move as far, as factors go."""
    reading = read_numbers(Fraction(100), Fraction(400), None, BOOK, confidence=Fraction("0.95"))

    # 200 / 2^(3.290527 / 1.959964) = 62.46…, 200 × 2^(3.290527 / 1.959964) = 640.39…
    assert reading.lenient == _between("63", "640")


def test_an_interval_of_nobody_stays_one_at_any_confidence() -> None:
    """There is no logarithm of zero either way."""
    assert _read("0 (95% CI 0 to 0)").lenient == _between("0", "0")


def test_a_third_in_a_file_reads_like_one_in_words() -> None:
    """No decimal writes it, so that it has no last digit."""
    third = Fraction(1, 3)

    assert read_numbers(third, third, None, BOOK, kind=Kind.RATIO) == _read(
        "a third", kind=Kind.RATIO
    )


def test_a_codebook_without_a_row_says_which_is_missing() -> None:
    """A table of one's own must have what every reading falls back on."""
    bare = Codebook("mine", "1", "Mine", None, ())

    with pytest.raises(KeyError, match="codebook 'mine' has no row 'bare'"):
        read_phrase(parse_count("5"), bare)


def test_an_unknown_confidence_is_refused() -> None:
    """Quantiles are fixed decimals; one that is not in the table is not made up."""
    with pytest.raises(UnreadableCountError, match="not among those known"):
        read_numbers(Fraction(1), Fraction(50), None, BOOK, confidence=Fraction("0.123"))


@pytest.mark.parametrize(
    "numbers", [(5, 3, None), (-1, None, None), (3, 5, 6), (3, 5, 2), (None, None, -1)]
)
def test_impossible_numbers_are_refused(
    numbers: tuple[int | None, int | None, int | None],
) -> None:
    """§1: an inverted interval is an error, never an empty set."""
    low, high, best = (None if number is None else Fraction(number) for number in numbers)

    with pytest.raises(ImpossibleIntervalError):
        read_numbers(low, high, best, BOOK)


def test_no_numbers_at_all_are_refused() -> None:
    """Nothing given is not zero."""
    with pytest.raises(UnreadableCountError, match="neither low nor high nor best"):
        read_numbers(None, None, None, BOOK)


def test_exact_switches_the_widening_off() -> None:
    """Even an estimate then binds as it stands."""
    reading = read_phrase(parse_count("4,000"), BOOK, statistical=True, exact=True)

    assert reading is not None
    assert reading.strict == reading.lenient == _between("4000", "4000")


def test_numbers_leave_hedges_aside() -> None:
    """An echo is known by its number, whatever hedge was lost on the way (§9)."""
    hedged, bare = _read("at least about 300"), _read("300")

    assert hedged.numbers == bare.numbers == (Fraction(300),)


@pytest.mark.parametrize(
    ("book", "words", "strict", "lenient", "basis"),
    [
        ("acled", "several", ("3", None), ("3", None), Basis.SOURCED),
        ("acled", "many", ("3", None), ("3", None), Basis.SOURCED),
        ("acled", "fatalities", ("3", None), ("3", None), Basis.SOURCED),
        ("acled", "dozens", ("12", None), ("12", None), Basis.SOURCED),
        ("acled", "hundreds", ("100", None), ("100", None), Basis.SOURCED),
        ("acled", "scores", ("40", "199"), ("40", "199"), Basis.OUR_CHOICE),
        ("emdat", "hundreds", ("200", "200"), ("200", "999"), Basis.SOURCED),
        ("emdat", "200 to 300", ("250", "250"), ("160", "350"), Basis.SOURCED),
        ("emdat", "1,000 families", ("3000", "5000"), ("2400", "6000"), Basis.SOURCED),
        ("plural-minimum", "dozens", ("24", None), ("24", None), Basis.OUR_CHOICE),
        ("plural-minimum", "thousands", ("2000", None), ("2000", None), Basis.OUR_CHOICE),
    ],
)
def test_other_codebooks_read_by_their_own_rows(
    book: str, words: str, strict: tuple[str, str], lenient: tuple[str, str], basis: Basis
) -> None:
    """What they lack is read by the default codebook, and says so by its basis."""
    reading = _read(words, book)

    assert (reading.strict, reading.lenient) == (_between(*strict), _between(*lenient))
    assert reading.basis is basis
