"""Tables in CSV: one claim a row, with the names of the file format as columns."""

import csv
import io

from claimrecon.dossier.columns import cell_value
from claimrecon.dossier.problems import Path
from claimrecon.dossier.refusals import twice, unusable


def parse_csv(text: str) -> tuple[object, dict[Path, int]]:
    """Return the claims of a table, one a row, and the line of each.

    Blank cells are left out; lists stand in one cell with ``;`` between their parts.

    Raises
    ------
    DossierError
        If it is no table.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    claims: list[dict[str, object]] = []
    lines: dict[Path, int] = {}
    try:
        header = [name.strip() for name in next(reader, [])]
        _check_header(header)
        start = reader.line_num + 1
        for row in reader:
            if any(cell.strip() for cell in row):
                lines["claims", len(claims)] = start
                claims.append(_row(header, row, start))
            start = reader.line_num + 1
    except csv.Error as error:
        raise unusable(
            "CR103",
            f"this is no CSV table: {error}. Check the quotes.",
            line=reader.line_num,
        ) from error
    return {"claims": claims}, lines


def _check_header(header: list[str]) -> None:
    if not any(header):
        raise unusable(
            "CR108", "the table is empty. Its first row names the columns: id, source, ..."
        )
    double = next((name for place, name in enumerate(header) if name in header[:place]), None)
    if double is not None:
        raise twice(double, line=1)


def _row(header: list[str], row: list[str], line: int) -> dict[str, object]:
    if any(cell.strip() for cell in row[len(header) :]):
        raise unusable(
            "CR103",
            f"this row has {len(row)} cells, and the first row names {len(header)} columns. Put "
            "cells that hold commas in quotes.",
            line=line,
        )
    cells = {name: cell.strip() for name, cell in zip(header, row, strict=False) if cell.strip()}
    return {name: cell_value(name, cell) for name, cell in cells.items()}
