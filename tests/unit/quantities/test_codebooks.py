"""The codebooks as data: complete, sourced, suggested."""

from pathlib import Path

import pytest

from claimrecon.quantities import (
    CODEBOOK_NAMES,
    Basis,
    Codebook,
    Form,
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


def test_an_unknown_codebook_is_refused_with_the_nearest_name() -> None:
    """The message names what was found, the near name, and all there are."""
    with pytest.raises(UnknownCodebookError) as caught:
        codebook_named("aceld")

    assert str(caught.value) == (
        "there is no codebook 'aceld'. Did you mean 'acled'? "
        "Codebooks are: acled, claimrecon-1, emdat, plural-minimum."
    )


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
