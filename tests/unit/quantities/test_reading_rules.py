"""The rows of §8 one by one: what each makes of a number, and at which number it changes."""

from dataclasses import replace
from fractions import Fraction

import pytest
from told import between

from claimrecon.quantities import (
    Codebook,
    CountInterval,
    Kind,
    codebook_named,
    parse_count,
    read_phrase,
)

BOOK = codebook_named("claimrecon-1")
COUNT, RATE, RATIO = Kind.COUNT, Kind.RATE, Kind.RATIO


def _read(
    words: str, kind: Kind = COUNT, *, evidence: str = "", book: Codebook = BOOK
) -> tuple[CountInterval, CountInterval, str]:
    reading = read_phrase(
        parse_count(words),
        book,
        kind=kind,
        documented=evidence == "documented",
        statistical=evidence in {"statistical", "exact"},
        exact=evidence == "exact",
    )
    assert reading is not None
    return reading.strict, reading.lenient, reading.rule


@pytest.mark.parametrize(
    ("words", "strict", "lenient", "rule"),
    [
        # Bare numbers: round from 100 on, by their last place, never wider than "about".
        ("90", "90..90", "90..90", "bare"),
        ("2,437", "2437..2437", "2437..2437", "bare"),
        ("100", "100..100", "80..120", "bare-round"),
        ("110", "110..110", "105..115", "bare-round"),
        ("1,000", "1000..1000", "800..1200", "bare-round"),
        ("11,000", "11000..11000", "10500..11500", "bare-round"),
        ("a dozen", "12..12", "10..14", "dozen"),
        ("two dozen", "24..24", "20..28", "dozen"),
        ("ten dozen", "120..120", "100..140", "dozen"),
        # Open at the top.
        ("at least 300", "300..", "300..", "at-least"),
        ("at least about 300", "270..", "240..", "at-least"),
        ("at least a dozen", "12..", "12..", "at-least"),
        ("more than 300", "300..", "300..", "more-than"),
        ("more than 302", "303..", "302..", "more-than"),
        ("more than 50", "51..", "50..", "more-than"),
        ("more than about 305", "275..", "244..", "more-than"),
        ("more than a dozen", "13..", "12..", "more-than"),
        ("just over 500", "501..550", "500..600", "just-over"),
        ("just over 5", "6..6", "5..6", "just-over"),
        ("just over 1", "2..2", "1..2", "just-over"),
        ("just over about 500", "500..550", "500..600", "just-over"),
        # Open at the bottom.
        ("at most 300", "0..300", "0..300", "at-most"),
        ("at most about 300", "0..330", "0..360", "at-most"),
        ("up to 302", "0..302", "0..302", "up-to"),
        ("up to 2,000", "0..2000", "0..2400", "up-to"),
        ("up to 11,000", "0..11000", "0..11500", "up-to"),
        ("up to about 300", "0..330", "0..360", "up-to"),
        ("up to a dozen", "0..12", "0..14", "up-to"),
        ("fewer than 300", "0..300", "0..300", "less-than"),
        ("fewer than 302", "0..301", "0..302", "less-than"),
        ("fewer than 50", "0..49", "0..50", "less-than"),
        ("fewer than about 305", "0..335", "0..366", "less-than"),
        # Around.
        ("about 450", "405..495", "360..540", "about"),
        ("some 33", "30..36", "27..39", "about"),
        ("nearly 300", "270..300", "240..300", "nearly"),
        # Ranges: half the finer unit each way, a fifth of the end at most.
        ("0 to 400", "0..400", "0..400", "range"),
        ("5 to 7", "5..7", "5..7", "range"),
        ("100 to 200", "100..200", "80..240", "range"),
        ("300 to 400", "300..400", "250..450", "range"),
        ("300 to 450", "300..450", "295..455", "range"),
        ("1,100 to 1,234", "1100..1234", "1100..1234", "range"),
        ("11,000 to 12,300", "11000..12300", "10950..12350", "range"),
        ("two to three dozen", "24..36", "20..42", "range"),
        # From part to part.
        ("between about 300 and 400", "270..400", "240..450", "mixed-range"),
        ("at least 300 and at most 400", "300..400", "300..400", "mixed-range"),
        ("more than 302 and fewer than 350", "303..350", "302..350", "mixed-range"),
        ("300 to just over 400", "300..440", "250..480", "mixed-range"),
        ("300 to nearly 400", "300..400", "250..400", "mixed-range"),
        ("300 to several hundred", "300..999", "250..999", "mixed-range"),
        ("several to 300", "3..300", "3..350", "bare-round"),
        ("hundreds, possibly thousands", "200..9999", "200..9999", "thousands"),
        # Vague words.
        ("several", "3..12", "3..12", "several"),
        ("at least several", "3..", "3..", "several"),
        ("more than several", "3..", "3..", "several"),
        ("up to several", "0..12", "0..12", "several"),
        ("fewer than several", "0..12", "0..12", "several"),
    ],
)  # fmt: skip
def test_a_count_by_its_row(words: str, strict: str, lenient: str, rule: str) -> None:
    """Worked out from the table by hand, to the person."""
    assert _read(words) == (between(strict), between(lenient), rule)


@pytest.mark.parametrize(
    ("words", "kind", "strict", "lenient", "rule"),
    [
        ("83", RATE, "83..83", "82.5..83.5", "rate"),
        ("90", RATE, "90..90", "89.5..90.5", "rate"),
        ("2", RATE, "2..2", "1.6..2.4", "rate"),
        ("2.5", RATE, "2.5..2.5", "2.45..2.55", "rate"),
        ("100", RATE, "100..100", "80..120", "bare-round"),
        ("105", RATE, "105..105", "105..105", "bare"),
        ("100.5", RATE, "100.5..100.5", "100.45..100.55", "rate"),
        ("two dozen", RATE, "24..24", "19.2..28.8", "rate"),
        ("more than 92", RATE, "92..", "92..", "more-than"),
        ("fewer than 92", RATE, "0..92", "0..92", "less-than"),
        ("up to 92", RATE, "0..92", "0..92.5", "up-to"),
        ("just over 2.5", RATE, "2.5..2.75", "2.5..3", "just-over"),
        ("about 2.5", RATE, "2.25..2.75", "2..3", "about"),
        ("5 to 7", RATE, "5..7", "4.5..7.5", "range"),
        ("90 to 110", RATE, "90..110", "89.5..110.5", "range"),
        ("100.5 to 200", RATE, "100.5..200", "100.45..200.05", "range"),
        ("100 to 120", RATE, "100..120", "95..125", "range"),
        ("101 to 120", RATE, "101..120", "100.5..120.5", "range"),
        ("12,000 families", RATE, "12000..12000", "11500..12500", "bare-round"),
        ("41 percent", RATIO, "0.41..0.41", "0.405..0.415", "ratio-in-digits"),
        ("300 percent", RATIO, "3..3", "2.995..3.005", "ratio-in-digits"),
        ("0.5%", RATIO, "0.005..0.005", "0.0045..0.0055", "ratio-in-digits"),
        ("2", RATIO, "2..2", "1.6..2.4", "ratio-in-digits"),
        ("a third", RATIO, "1/3..1/3", "4/15..0.4", "ratio-in-words"),
        ("doubled", RATIO, "2..2", "1.6..2.4", "ratio-in-words"),
        ("more than a third", RATIO, "1/3..", "1/3..", "more-than"),
        ("up to a third", RATIO, "0..1/3", "0..0.4", "up-to"),
        ("up to 41 percent", RATIO, "0..0.41", "0..0.415", "up-to"),
        ("less than half", RATIO, "0..0.5", "0..0.5", "less-than"),
        ("just over half", RATIO, "0.5..0.55", "0.5..0.6", "just-over"),
        ("20 to 30 percent", RATIO, "0.2..0.3", "0.195..0.305", "range"),
        ("a third to a half", RATIO, "1/3..1/2", "4/15..0.6", "range"),
        ("a third to 41 percent", RATIO, "1/3..0.41", "197/600..0.415", "range"),
    ],
)  # fmt: skip
def test_a_rate_or_a_ratio_by_its_row(
    words: str, kind: Kind, strict: str, lenient: str, rule: str
) -> None:
    """A last digit says how exact they are; a ratio in words is a fifth off at most."""
    assert _read(words, kind) == (between(strict), between(lenient), rule)


@pytest.mark.parametrize(
    ("words", "kind", "evidence", "read"),
    [
        ("300", COUNT, "documented", ("300..300", "300..300", "documented")),
        ("a dozen", COUNT, "documented", ("12..12", "12..12", "documented")),
        ("about 300", COUNT, "documented", ("270..330", "240..360", "about")),
        ("up to 300", COUNT, "documented", ("0..300", "0..350", "up-to")),
        ("300 to nearly 400", COUNT, "documented", ("300..400", "250..400", "mixed-range")),
        ("300", RATE, "documented", ("300..300", "250..350", "bare-round")),
        ("300", COUNT, "statistical", ("270..330", "240..360", "about")),
        ("a dozen", COUNT, "statistical", ("11..13", "10..14", "about")),
        ("83", RATE, "statistical", ("74.7..91.3", "66.4..99.6", "about")),
        ("41 percent", RATIO, "statistical", ("0.369..0.451", "0.328..0.492", "about")),
        ("at least 300", COUNT, "statistical", ("300..", "300..", "at-least")),
        ("up to 300", COUNT, "statistical", ("0..300", "0..350", "up-to")),
        ("300 to nearly 400", COUNT, "statistical", ("300..400", "250..400", "mixed-range")),
        ("300", COUNT, "exact", ("300..300", "300..300", "bare-round")),
        ("about 300", COUNT, "exact", ("270..330", "270..330", "about")),
        ("300 to 400", COUNT, "exact", ("300..400", "300..400", "range")),
    ],
)  # fmt: skip
def test_what_kind_of_knowledge_it_is_changes_a_bare_number(
    words: str, kind: Kind, evidence: str, read: tuple[str, str, str]
) -> None:
    """§7: documented ones are not widened, estimates are "about", exact ones stay as they are."""
    assert _read(words, kind, evidence=evidence) == (between(read[0]), between(read[1]), read[2])


@pytest.mark.parametrize(
    ("book", "words", "read", "numbers"),
    [
        ("acled", "several", ("3..", "3..", "several"), [3]),
        ("acled", "up to several", ("0..", "0..", "several"), [0]),
        ("emdat", "hundreds", ("200..200", "200..999", "hundreds"), [200]),
        ("emdat", "200 to 300", ("250..250", "160..350", "range"), [200, 300]),
        ("emdat", "1,000 families", ("3000..5000", "2400..6000", "households"), [1000]),
        ("emdat", "at least 1,000 families", ("3000..", "3000..", "households"), [1000]),
        ("emdat", "up to 1,000 families", ("0..5000", "0..6000", "households"), [1000]),
        ("claimrecon-1", "several", ("3..12", "3..12", "several"), [3, 12]),
        ("claimrecon-1", "300 to 300", ("300..300", "250..350", "range"), [300]),
        ("claimrecon-1", "several to 300", ("3..300", "3..350", "bare-round"), [300]),
        ("claimrecon-1", "9,000 to 13,000 (mean 11,000)", ("9000..13000", "8500..13500", "range"),
         [9000, 11_000, 13_000]),
        ("claimrecon-1", "9,000 to 13,000 (mean 9,000)", ("9000..13000", "8500..13500", "range"),
         [9000, 13_000]),
    ],
)  # fmt: skip
def test_the_numbers_as_written_are_kept(
    book: str, words: str, read: tuple[str, str, str], numbers: list[int]
) -> None:
    """Each once and ascending; those of the row for a vague word alone."""
    reading = read_phrase(parse_count(words), codebook_named(book))

    assert reading is not None
    assert (reading.strict, reading.lenient) == (between(read[0]), between(read[1]))
    assert (reading.rule, [int(number) for number in reading.numbers]) == (read[2], numbers)


def test_a_codebook_may_leave_the_top_of_a_row_open() -> None:
    """Then nothing is widened there, and no top is made up."""
    changed = {"about": ("0.5", None), "range": ("0.5", None), "dozen": ("0.5", None)}
    rows = tuple(
        replace(row, strict=(Fraction(1), None), lenient=(Fraction(ends[0]), None))
        if (ends := changed.get(row.id))
        else row
        for row in BOOK.rows
    )
    book = Codebook("mine", "1", "Mine", None, rows)

    assert _read("100", book=book) == (between("100..100"), between("50..150"), "bare-round")
    assert _read("about 100", book=book) == (between("100.."), between("50.."), "about")
    assert _read("a dozen", book=book) == (between("12.."), between("6.."), "dozen")
    assert _read("300 to 400", book=book)[:2] == (between("300..400"), between("250..400"))


def test_a_row_of_households_may_have_no_top() -> None:
    """A family then has two persons, or any number more."""
    row = replace(BOOK.rows[0], id="households", strict=(Fraction(2), None))
    book = Codebook("mine", "1", "Mine", None, (*BOOK.rows, replace(row, lenient=row.strict)))

    assert _read("1,000 families", book=book) == (
        between("2000.."),
        between("1600.."),
        "households",
    )
