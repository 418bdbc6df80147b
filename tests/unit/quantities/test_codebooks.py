"""The codebooks as data: complete, sourced, suggested."""

from fractions import Fraction
from pathlib import Path

import pytest

from claimrecon.quantities import (
    CODEBOOK_NAMES,
    Basis,
    Codebook,
    Form,
    Row,
    UnknownCodebookError,
    codebook_named,
    parse_count,
    read_phrase,
)

REFERENCE = Path(__file__).parents[3] / "docs" / "reference" / "codebooks.md"


@pytest.mark.parametrize("name", CODEBOOK_NAMES)
def test_every_codebook_reads_whatever_the_default_one_reads(name: str) -> None:
    """What a codebook lacks comes from its base, and the row says from where."""
    book = codebook_named(name)
    default = codebook_named("claimrecon-1")

    missing = {row.id for row in default.rows} - {row.id for row in book.rows}
    assert missing == set()
    assert {row.codebook for row in book.rows} <= {name, "claimrecon-1"}


@pytest.mark.parametrize("name", CODEBOOK_NAMES)
def test_a_sourced_row_names_its_source_and_only_that(name: str) -> None:
    """Whether a row is our own choice can be read off it."""
    rows = codebook_named(name).rows

    assert [row.id for row in rows if (row.basis is Basis.SOURCED) != bool(row.source)] == []


@pytest.mark.parametrize("name", CODEBOOK_NAMES)
def test_the_lenient_interval_of_a_row_holds_the_strict_one(name: str) -> None:
    """Strict lies within lenient, row by row."""
    narrower = [
        row.id
        for row in codebook_named(name).rows
        if row.form is not Form.MEAN
        and (
            row.lenient[0] > row.strict[0]
            or (
                row.lenient[1] is not None
                and (row.strict[1] is None or row.strict[1] > row.lenient[1])
            )
        )
    ]

    assert narrower == []


KNOWN = "Codebooks are: acled, claimrecon-1, emdat, plural-minimum."


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("aceld", f"there is no codebook 'aceld'. Did you mean 'acled'? {KNOWN}"),
        ("emdt", f"there is no codebook 'emdt'. Did you mean 'emdat'? {KNOWN}"),
        ("claim", f"there is no codebook 'claim'. Did you mean 'claimrecon-1'? {KNOWN}"),
        ("minimum", f"there is no codebook 'minimum'. Did you mean 'plural-minimum'? {KNOWN}"),
        ("gtd", f"there is no codebook 'gtd'. {KNOWN}"),
        ("", f"there is no codebook ''. {KNOWN}"),
    ],
)
def test_an_unknown_codebook_is_refused_with_the_nearest_name(name: str, message: str) -> None:
    """The message names what was found, the near name, and all there are."""
    with pytest.raises(UnknownCodebookError) as caught:
        codebook_named(name)

    assert str(caught.value) == message
    assert caught.value.name == name


EMDAT = "EM-DAT documentation, Centre for Research on the Epidemiology of Disasters (doc.emdat.be)"


@pytest.mark.parametrize(
    ("book", "row"),
    [
        (
            "emdat",
            Row(
                id="range",
                phrase="a range is entered as its mean; leniently as claimrecon-1",
                form=Form.MEAN,
                strict=(Fraction(1), Fraction(1)),
                lenient=(Fraction("0.8"), Fraction("1.2")),
                basis=Basis.SOURCED,
                codebook="emdat",
                source=EMDAT,
                example="200 to 300",
                note="Warning: a mean of a range is a convention of that database, "
                "and nobody's statement.",
            ),
        ),
        (
            "emdat",
            Row(
                id="scores",
                phrase="scores",
                form=Form.INTERVAL,
                strict=(Fraction(40), Fraction(199)),
                lenient=(Fraction(40), Fraction(199)),
                basis=Basis.OUR_CHOICE,
                codebook="claimrecon-1",
            ),
        ),
        (
            "plural-minimum",
            Row(
                id="scores",
                phrase="scores",
                form=Form.INTERVAL,
                strict=(Fraction(40), None),
                lenient=(Fraction(40), None),
                basis=Basis.OUR_CHOICE,
                codebook="plural-minimum",
            ),
        ),
        (
            "claimrecon-1",
            Row(
                id="just-over",
                phrase="just over N",
                form=Form.FACTORS,
                strict=(Fraction(1), Fraction("1.1")),
                lenient=(Fraction(1), Fraction("1.2")),
                basis=Basis.OUR_CHOICE,
                codebook="claimrecon-1",
                example="just over 500",
                note="Strictly one person more than N at least.",
            ),
        ),
        (
            "acled",
            Row(
                id="at-least",
                phrase="at least N, N+, N or more, no fewer than, a minimum of, a low of",
                form=Form.RULE,
                strict=(Fraction(0), None),
                lenient=(Fraction(0), None),
                basis=Basis.OUR_CHOICE,
                codebook="claimrecon-1",
                example="at least 300",
            ),
        ),
    ],
)
def test_a_row_is_what_its_file_says(book: str, row: Row) -> None:
    """Numbers are exact; what a row leaves out is empty, its lenient ends are its strict ones."""
    codebook_named.cache_clear()

    assert codebook_named(book).row(row.id) == row


def test_a_codebook_has_its_rows_in_the_order_of_its_base() -> None:
    """Its own last, and each id once."""
    codebook_named.cache_clear()
    default, book = codebook_named("claimrecon-1"), codebook_named("emdat")

    assert (default.base, book.base, book.version) == (None, "claimrecon-1", "1")
    assert book.title == "EM-DAT's conventions of data entry"
    assert [row.id for row in book.rows] == [*(row.id for row in default.rows), "households"]
    assert book.row("no such row") is None


@pytest.mark.parametrize("name", CODEBOOK_NAMES)
def test_examples_are_read_by_their_row(name: str) -> None:
    """A row's example is no decoration."""
    book = codebook_named(name)
    kept = {"documented", "rate", "ratio-in-words", "ratio-in-digits"}
    examples = [row for row in book.rows if row.example and row.id not in kept]

    read = {row.id: _rule(row.example, book) for row in examples}
    assert read == {row.id: row.id for row in examples}


def _rule(words: str, book: Codebook) -> str | None:
    reading = read_phrase(parse_count(words), book)
    return None if reading is None else reading.rule


@pytest.mark.parametrize("name", CODEBOOK_NAMES)
def test_the_reference_shows_every_row_of_every_codebook(name: str) -> None:
    """The page of codebooks lists what the files hold."""
    section = REFERENCE.read_text(encoding="utf-8").split(f"\n## `{name}`\n")[1].split("\n## ")[0]
    own = [row for row in codebook_named(name).rows if row.codebook == name]

    assert [row.id for row in own if f"| `{row.id}` | {row.phrase} |" not in section] == []
