"""Every wording of the hand-made dossiers, with the reading that was worked out for it."""

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from claimrecon.quantities import CountInterval, Kind, codebook_named, parse_count, read_phrase

TABLE = Path(__file__).with_name("gold_readings.csv")
BOOK = codebook_named("claimrecon-1")

with TABLE.open(encoding="utf-8", newline="") as _file:
    ROWS = list(csv.DictReader(_file))


def _interval(low: str, high: str) -> CountInterval:
    return CountInterval(Fraction(low), Fraction(high) if high else None)


@pytest.mark.parametrize(
    "row", ROWS, ids=lambda row: f"{row['words']} {row['kind']} {row['evidence']}"
)
def test_a_wording_reads_to_the_interval_worked_out_for_it(row: dict[str, str]) -> None:
    """§8: strict and lenient, to the person."""
    reading = read_phrase(
        parse_count(row["words"]),
        BOOK,
        kind=Kind(row["kind"]),
        statistical="statistical" in row["evidence"],
        documented="documented" in row["evidence"],
        exact="exact" in row["evidence"],
    )

    assert reading is not None
    assert reading.strict == _interval(row["strict_low"], row["strict_high"])
    assert reading.lenient == _interval(row["lenient_low"], row["lenient_high"])
