"""Tables in CSV as other projects publish them."""

import csv
import io
from collections.abc import Collection, Iterator
from pathlib import Path

from claimrecon.exchange.model import Taking
from claimrecon.exchange.refusals import ExchangeError

Text = str | Path
"""A path, or the text of a file."""


def text_of(source: Text) -> str:
    """Return the text of a file: of a path, or of what holds a line break.

    Raises
    ------
    ExchangeError
        If the file cannot be read as text in UTF-8.
    """
    if isinstance(source, str) and ("\n" in source or source.lstrip().startswith(("{", "["))):
        return source
    try:
        return Path(source).read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:  # not UTF-8, or a name that no file can have
        raise ExchangeError(
            f"the file {str(source)!r} cannot be read: {error}. Check its name, and save it with "
            "the encoding UTF-8."
        ) from error


def rows_of(
    text: str, needed: Collection[str], taking: Taking, *, what: str
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row with its number, from 1; rows of another length stand among the errors.

    Raises
    ------
    ExchangeError
        If a column is missing by which *what* is known.
    """
    reader = csv.reader(io.StringIO(text, newline=""))
    header = [name.strip() for name in next(reader, [])]
    missing = [name for name in needed if name not in header]
    if missing:
        raise ExchangeError(
            f"this is no {what}: it has no column {', '.join(map(repr, missing))}. It has "
            f"{', '.join(map(repr, header[:12])) or 'none'}."
        )
    number = 0
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        number += 1
        if len(cells) != len(header):
            taking.refuse(
                number,
                header[0],
                cells[0],
                f"The row has {len(cells)} cells, and the first row names {len(header)} columns. "
                "Put cells that hold commas in quotes.",
            )
            continue
        yield number, dict(zip(header, (cell.strip() for cell in cells), strict=True))
