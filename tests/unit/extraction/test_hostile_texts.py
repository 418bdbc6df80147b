"""Texts made to be costly or to mislead are read like others."""

import pytest

from claimrecon.extraction import read

HOSTILE = {
    "digits": "1234567890",
    "hyphens": "1-",
    "thin spaces": "1\u202f",
    "stops": "!?.",
    "hedges": "at least about ",
    "number words": "two hundred thousand ",
    "dates": "on 9 January 2022 to ",
    "brackets": "12 (",
    "prose": "At least 300 were killed. ",
    "ratios": "Their numbers halved. ",
    "retractions": "At least 300 were killed. The figure was later withdrawn. ",
    "quotes": '"300 killed" ',
    "clauses": "300 were killed, but ",
    "capitals": "Aa, 29, ",
    "letters": "a",
    "at signs": "a@a.",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_read_to_its_end(unit: str) -> None:
    """Every draft stands where it says; ``benchmarks/reading.py`` measures what it costs."""
    text = (unit * (4_000 // len(unit) + 1))[:4_000]

    drafts = read(text, published="2024-01-15", tier="all")

    figures = [draft.figure for draft in drafts]
    assert all(text[figure.start : figure.end] == figure.words for figure in figures)
