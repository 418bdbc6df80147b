"""Numbers of a file, confidences, and figures that are refused once they are read."""

from decimal import Decimal
from fractions import Fraction
from statistics import NormalDist

import pytest
from told import between

from claimrecon.quantities import (
    ImpossibleIntervalError,
    Kind,
    MisplacedCountError,
    UnreadableCountError,
    codebook_named,
    parse_count,
    read_numbers,
    read_phrase,
)
from claimrecon.quantities.reading.confidence import QUANTILES, widened

BOOK = codebook_named("claimrecon-1")
COUNT, RATE, RATIO = Kind.COUNT, Kind.RATE, Kind.RATIO


@pytest.mark.parametrize(
    ("numbers", "kind", "strict", "lenient", "rule"),
    [
        (("300", None, None), COUNT, "300..", "300..", "at-least"),
        (("300", None, "350"), COUNT, "300..", "300..", "at-least"),
        ((None, "300", None), COUNT, "0..300", "0..300", "at-most"),
        ((None, "300", "250"), COUNT, "0..300", "0..300", "at-most"),
        (("300", "400", None), COUNT, "300..400", "250..450", "range"),
        (("300", "400", "350"), COUNT, "300..400", "250..450", "range"),
        (("300", "300", "300"), COUNT, "300..300", "250..350", "bare-round"),
        ((None, None, "300"), COUNT, "300..300", "250..350", "bare-round"),
        (("0", "0", None), COUNT, "0..0", "0..0", "bare"),
        (("0", None, "0"), COUNT, "0..", "0..", "at-least"),
        ((None, None, "2.5"), RATE, "2.5..2.5", "2.45..2.55", "rate"),
        ((None, None, "0.25"), RATIO, "0.25..0.25", "0.245..0.255", "ratio-in-digits"),
        ((None, None, "0.123456789"), RATIO, "0.123456789..0.123456789",
         "0.1234567885..0.1234567895", "ratio-in-digits"),
        ((None, None, "0.0123456789"), RATIO, "0.0123456789..0.0123456789",
         "0.00987654312..0.01481481468", "ratio-in-words"),
        ((None, None, "1/3"), RATIO, "1/3..1/3", "4/15..0.4", "ratio-in-words"),
        ((None, None, "3"), RATIO, "3..3", "2.5..3.5", "ratio-in-digits"),
        (("2.5", "2.75", None), RATE, "2.5..2.75", "2.495..2.755", "range"),
    ],
)  # fmt: skip
def test_numbers_of_a_file_by_their_row(
    numbers: tuple[str | None, ...], kind: Kind, strict: str, lenient: str, rule: str
) -> None:
    """Read like the same numbers in words; the last decimal is the last digit."""
    low, high, best = (None if number is None else Fraction(number) for number in numbers)

    reading = read_numbers(low, high, best, BOOK, kind=kind)

    assert (reading.strict, reading.lenient) == (between(strict), between(lenient))
    assert reading.rule == rule
    assert reading.numbers == tuple(
        sorted({number for number in (low, high, best) if number is not None})
    )


@pytest.mark.parametrize(
    ("evidence", "strict", "lenient", "rule"),
    [
        ("", "300..300", "250..350", "bare-round"),
        ("documented", "300..300", "300..300", "documented"),
        ("statistical", "270..330", "240..360", "about"),
        ("exact", "300..300", "300..300", "bare-round"),
        ("exact statistical", "300..300", "300..300", "bare-round"),
    ],
)
def test_evidence_changes_a_number_of_a_file_as_it_does_words(
    evidence: str, strict: str, lenient: str, rule: str
) -> None:
    """§7."""
    reading = read_numbers(
        None,
        None,
        Fraction(300),
        BOOK,
        documented="documented" in evidence,
        statistical="statistical" in evidence,
        exact="exact" in evidence,
    )

    assert (reading.strict, reading.lenient) == (between(strict), between(lenient))
    assert reading.rule == rule


def test_quantiles_are_those_of_the_normal_distribution() -> None:
    """To six places."""
    normal = NormalDist()

    assert {
        confidence: f"{normal.inv_cdf((1 + float(confidence)) / 2):.6f}" for confidence in QUANTILES
    } == {confidence: str(quantile) for confidence, quantile in QUANTILES.items()}


@pytest.mark.parametrize(
    ("ends", "quantile", "wider"),
    [
        # Half of the quantile at 0.999: each distance from the middle is squared.
        ((100, 400, None), "1.6452635", (50, 800)),
        ((100, 400, 100), "1.6452635", (100, 1_600)),
        ((100, 400, 400), "1.6452635", (25, 400)),
        ((0, 100, None), "1.6452635", (0, 200)),
        ((0, 100, 25), "1.6452635", (0, 400)),
        ((0, 100, 0), "1.6452635", (0, 200)),
        ((0, 0, None), "1.6452635", (0, 0)),
        ((100, 400, None), "3.290527", (100, 400)),
        ((100, 400, None), "6.581054", (100, 400)),
        ((100, 400, 500), "1.6452635", (20, 400)),
        ((100, 400, 50), "1.6452635", (100, 3_200)),
    ],
)
def test_a_confidence_widens_the_log_distances_from_the_middle(
    ends: tuple[int, int, int | None], quantile: str, wider: tuple[int, int]
) -> None:
    """§7: a low of 0 stays 0, and no end moves inwards."""
    low, high, best = ends

    found = widened(
        Fraction(low), Fraction(high), None if best is None else Fraction(best), Decimal(quantile)
    )

    assert [round(float(end), 9) for end in found] == list(wider)
    assert all(10**12 % end.denominator == 0 for end in found)


def test_a_rate_with_decimals_has_a_confidence_too() -> None:
    """From a half to two, the middle is one."""
    found = widened(Fraction("0.5"), Fraction(2), None, Decimal("1.6452635"))

    assert [round(float(end), 9) for end in found] == [0.25, 4]


@pytest.mark.parametrize(
    ("words", "strict", "lenient", "rule"),
    [
        ("200 (99.9% CI 100 to 400)", "100..400", "100..400", "confidence"),
        ("200 (50% CI 100 to 400)", "100..400", "7..5883", "confidence"),
        ("200 (95% CI about 100 to 400)", "90..440", "80..480", "mixed-range"),
        ("200 (95% CI 100 to just over 400)", "100..440", "80..480", "mixed-range"),
        ("200 (CI 100 to 400)", "100..400", "80..450", "range"),
    ],
)
def test_an_interval_in_brackets_has_its_confidence(
    words: str, strict: str, lenient: str, rule: str
) -> None:
    """§7; ends that are hedged are read as what they say."""
    reading = read_phrase(parse_count(words), BOOK)

    assert reading is not None
    assert (reading.strict, reading.lenient) == (between(strict), between(lenient))
    assert reading.rule == rule


def test_a_confidence_that_is_given_goes_before_the_one_in_the_words() -> None:
    """It was given on purpose; "exact" keeps even that from widening."""
    phrase = parse_count("200 (95% CI 100 to 400)")
    confidence = Fraction("0.999")

    given = read_phrase(phrase, BOOK, confidence=confidence)
    exact = read_phrase(phrase, BOOK, exact=True)

    assert given is not None
    assert exact is not None
    assert given.lenient == exact.lenient == between("100..400")


LEVELS = (
    "0.5, 0.6, 0.67, 0.68, 0.7, 0.75, 0.8, 0.85, 0.89, 0.9, 0.94, 0.95, 0.98, 0.99, 0.995, 0.999"
)
HOUSEHOLDS = (
    "households are not persons, and this codebook does not say how many each has; where the "
    "measure itself counts households, leave the word out"
)
SWAP = "no count lies between them. Swap the two, or correct one."


@pytest.mark.parametrize(
    ("words", "kind", "error", "reason"),
    [
        ("200 more than in May", COUNT, MisplacedCountError,
         "it gives a difference, and not how many there were"),
        ("200 more than in May", RATIO, MisplacedCountError,
         "it gives a difference, and not how many there were"),
        ("two-thirds", COUNT, MisplacedCountError,
         "it gives a ratio; say with ratio_of which claim it is a ratio of"),
        ("two-thirds", RATE, MisplacedCountError,
         "it gives a ratio; say with ratio_of which claim it is a ratio of"),
        ("1,200 a day", COUNT, MisplacedCountError,
         "it gives a rate; say per: day, and leave the unit out of the words"),
        ("1,200 a day", RATIO, MisplacedCountError,
         "it gives a rate; say per: day, and leave the unit out of the words"),
        ("0.6", COUNT, MisplacedCountError,
         "it is no whole number of persons; a ratio needs ratio_of, a rate needs per"),
        ("1 to 2.5", COUNT, MisplacedCountError,
         "it is no whole number of persons; a ratio needs ratio_of, a rate needs per"),
        ("4.500", RATIO, MisplacedCountError,
         "a point before three digits marks thousands for persons and decimals elsewhere"),
        ("4.500", RATE, MisplacedCountError,
         "a point before three digits marks thousands for persons and decimals elsewhere"),
        ("dozens", RATIO, MisplacedCountError, "a vague number of persons is no factor"),
        ("12,000 families", COUNT, MisplacedCountError,
         HOUSEHOLDS),
        ("more than 5 and fewer than 6", COUNT, UnreadableCountError,
         "no count meets both of its bounds"),
        ("200 (97% CI 100 to 400)", COUNT, UnreadableCountError,
         f"a confidence of 0.97 is not among those known ({LEVELS})"),
    ],
)  # fmt: skip
def test_a_figure_of_another_kind_is_refused_with_what_to_do(
    words: str, kind: Kind, error: type[UnreadableCountError], reason: str
) -> None:
    """A ratio, a rate, households and half persons are no count of persons."""
    with pytest.raises(error) as caught:
        read_phrase(parse_count(words), BOOK, kind=kind)

    assert type(caught.value) is error
    assert (caught.value.text, caught.value.reason) == (words, reason)


@pytest.mark.parametrize(
    ("words", "kind", "strict"),
    [
        ("1,200 a day", RATE, "1200..1200"),
        ("dozens", RATE, "20..99"),
        ("2.5 a day", RATE, "2.5..2.5"),
        ("4,500", RATIO, "4500..4500"),
        ("4.500", COUNT, "4500..4500"),
    ],
)
def test_a_figure_of_its_kind_is_read(words: str, kind: Kind, strict: str) -> None:
    """A rate has its unit in the words or beside them."""
    reading = read_phrase(parse_count(words), BOOK, kind=kind)

    assert reading is not None
    assert reading.strict == between(strict)


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        ((5, 3, None), f"low 5 is more than high 3: {SWAP}"),
        ((-1, None, None), "a count of -1 is less than zero. Write zero or more."),
        ((3, 5, 6), "best 6 lies outside 3 to 5. Correct one of them."),
        ((3, 5, 2), "best 2 lies outside 3 to 5. Correct one of them."),
        ((3, None, 2), "best 2 lies outside 3 or more. Correct one of them."),
        ((None, 5, 6), "best 6 lies outside 0 to 5. Correct one of them."),
        ((None, None, -1), "best -1 lies outside 0 or more. Correct one of them."),
    ],
)  # fmt: skip
def test_numbers_that_cannot_be_are_refused_with_both_of_them(
    numbers: tuple[int | None, int | None, int | None], message: str
) -> None:
    """§1: an inverted interval is an error, never an empty set."""
    low, high, best = (None if number is None else Fraction(number) for number in numbers)

    with pytest.raises(ImpossibleIntervalError) as error:
        read_numbers(low, high, best, BOOK)

    assert str(error.value) == message


def test_a_file_without_numbers_or_with_a_strange_confidence_is_refused() -> None:
    """Nothing given is not zero, and no quantile is made up."""
    with pytest.raises(UnreadableCountError) as nothing:
        read_numbers(None, None, None, BOOK)
    with pytest.raises(UnreadableCountError) as strange:
        read_numbers(Fraction(1), Fraction(50), None, BOOK, confidence=Fraction("0.123"))

    assert (nothing.value.text, nothing.value.reason) == (
        "",
        "neither low nor high nor best is given",
    )
    assert (strange.value.text, strange.value.reason) == (
        "confidence",
        f"a confidence of 0.123 is not among those known ({LEVELS})",
    )
