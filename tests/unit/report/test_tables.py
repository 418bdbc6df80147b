import csv
import io
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from claimrecon.findings import Finding
from claimrecon.report import Report
from claimrecon.report.tables import TABLES

Make = Callable[..., Report]


@pytest.mark.parametrize("name", TABLES)
def test_a_frame_has_the_columns_of_its_table(report: Make, clash: Finding, name: str) -> None:
    """Every library gets the same columns, in the same order, with the same cells."""
    table = report(findings=(clash,)).table(name)

    frame = report(findings=(clash,)).to_frame(name, backend="polars")

    assert frame.columns == list(table.types)
    assert frame.to_dict(as_series=False) == table.to_dict()


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_table_keeps_its_types(report: Make, name: str) -> None:
    """Without a row a column is what it always is, not a column of nothing."""
    bare = report(ranges=(), conditional=())
    types = report(ranges=(), conditional=()).to_frame(name, backend="polars").schema

    assert dict(types) == dict(report().to_frame(name, backend="polars").schema)
    assert pl.Null not in types.values()
    assert len(bare.table("ranges").rows) == 0


def test_unknown_is_no_number(report: Make) -> None:
    """An end that nobody gave is missing, neither zero nor a big number."""
    ranges = report().table("ranges").to_dict()
    claims = report().table("claims").to_dict()

    assert (ranges["strict_low"], ranges["strict_high"]) == ([1300], [None])
    assert claims["strict_high"][claims["id"].index("dead")] is None


def test_a_table_is_an_arrow_stream(report: Make) -> None:
    """Whoever reads Arrow streams reads a table without a word of ours."""
    frame = pl.DataFrame(report().table("claims"))

    assert frame["id"].to_list()[:4] == ["hurt", "dead", "wounded", "soon"]


def test_no_cell_of_csv_is_a_formula(report: Make, clash: Finding) -> None:
    """Spreadsheets calculate cells that begin like a formula; ours never do."""
    from dataclasses import replace  # noqa: PLC0415

    hostile = replace(clash, explanation='=HYPERLINK("http://x.example")', rests_on=("@SUM(1)",))
    text = report(findings=(hostile,)).table("findings").to_csv()

    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert '\'=HYPERLINK("http://x.example")' in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_an_unknown_table_is_refused(report: Make) -> None:
    """The refusal names the tables there are."""
    with pytest.raises(ValueError, match="'findings', 'claims', 'ranges'"):
        report().table("echoes")


def test_the_reference_lists_the_columns_as_they_are(report: Make) -> None:
    """``docs/reference/tables.md`` has every table and column, in order, with its type."""
    page = Path(__file__).parents[3] / "docs" / "reference" / "tables.md"
    kinds = {"text": str, "integer": int, "number": float, "truth": bool}
    listed: dict[str, dict[str, type]] = {}
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            listed[line.strip("# `")] = {}
        elif line.startswith("| `"):
            name, kind, *_ = (cell.strip(" `") for cell in line.strip("|").split("|"))
            list(listed.values())[-1][name] = kinds[kind]

    assert listed == {name: dict(report().table(name).types) for name in TABLES}
    assert all(list(listed[n]) == list(report().table(n).types) for n in TABLES)
