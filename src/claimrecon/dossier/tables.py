"""Tables in CSV: one claim a row, with the names of the file format as columns."""

import csv
import io

from claimrecon.dossier.problems import Path
from claimrecon.dossier.refusals import twice, unusable

_LIST_COLUMNS = frozenset({"via", "derived_from", "supersedes"})
_PAIR_COLUMNS = frozenset({"at", "as_of", "during", "since", "measure"})


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
    return {name: _cell(name, cell) for name, cell in cells.items()}


def _cell(name: str, cell: str) -> object:
    is_list = name in _LIST_COLUMNS or (name in _PAIR_COLUMNS and ";" in cell)
    return [part.strip() for part in cell.split(";") if part.strip()] if is_list else cell
