"""What a table can come as: frames, Arrow data, files, globs, lists of mappings.

Everything becomes an Arrow table. The rows keep their order; files of a glob follow one another in
the order of their names.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from glob import glob, has_magic
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimrecon.pipeline.extras import arrow, needed
from claimrecon.pipeline.refusals import TableError

if TYPE_CHECKING:
    import pyarrow as pa

TableSource = Any
"""Anything with ``__arrow_c_stream__`` or known to narwhals, a path or glob (Parquet, Arrow IPC,
CSV, JSON lines) or a list of them, or a list of mappings."""

_BATCH_ROWS = 65_536


def table_of(source: TableSource) -> "pa.Table":
    """Return *source* as an Arrow table.

    Raises
    ------
    TableError
        If it is nothing that can be read as a table.
    MissingExtraError
        If a package for it is not installed.
    """
    return _known_types(_table(source))


def _table(source: TableSource) -> "pa.Table":  # noqa: PLR0911 - one way in for each kind
    pa = arrow()
    if isinstance(source, pa.Table):
        return source
    if isinstance(source, pa.RecordBatch):
        return pa.Table.from_batches([source])
    if hasattr(source, "__arrow_c_stream__"):
        return pa.table(source)
    if isinstance(source, str | Path):
        return _joined([_file(path) for path in paths_of(source)])
    if isinstance(source, Sequence) and source and all(isinstance(p, str | Path) for p in source):
        return _joined([_file(path) for part in source for path in paths_of(part)])
    if isinstance(source, Sequence) and all(isinstance(row, Mapping) for row in source):
        return _from_rows(source)
    return _through_narwhals(source)


def _known_types(table: "pa.Table") -> "pa.Table":
    """Return *table* with text in a form that all of Arrow's functions take."""
    pa = arrow()
    for number, column in enumerate(table.schema):
        if pa.types.is_string_view(column.type):
            text = table.column(number).cast(pa.large_string())
            table = table.set_column(number, column.name, text)
    return table


def batches_of(source: TableSource, *, rows: int = _BATCH_ROWS) -> Iterator["pa.RecordBatch"]:
    """Yield *source* piece by piece; only a piece at a time is held for Parquet and Arrow files.

    Parameters
    ----------
    source
        As for ``table_of``, or an iterable of record batches.
    rows
        About so many rows at a time.
    """
    pa = arrow()
    if isinstance(source, str | Path):
        for path in paths_of(source):
            yield from _batches_of_file(path, rows)
    elif isinstance(source, pa.RecordBatchReader | Iterator):
        for batch in source:
            yield from table_of(batch).to_batches()
    elif hasattr(source, "__arrow_c_stream__"):
        yield from batches_of(iter(pa.RecordBatchReader.from_stream(source)))
    else:
        yield from table_of(source).to_batches(max_chunksize=rows)


def paths_of(source: str | Path) -> tuple[Path, ...]:
    """Return the files that a path or a glob names, sorted.

    Raises
    ------
    TableError
        If there is none.
    """
    text = str(source)
    names = glob(text, recursive=True) if has_magic(text) else [text]  # noqa: PTH207 - from any root
    found = sorted(map(Path, names))
    if not found or not all(path.is_file() for path in found):
        raise TableError(
            f"there is no file {text!r}. Check its name and place; the pattern ** reaches into "
            "folders."
        )
    return tuple(found)


def _batches_of_file(path: Path, rows: int) -> Iterator["pa.RecordBatch"]:
    if path.suffix.lower() == ".parquet":
        with arrow("parquet").ParquetFile(path) as file:
            yield from file.iter_batches(batch_size=rows)
    else:
        yield from _file(path).to_batches(max_chunksize=rows)


def _file(path: Path) -> "pa.Table":
    match path.suffix.lower():
        case ".parquet":
            return arrow("parquet").read_table(path)
        case ".arrow" | ".feather" | ".ipc":
            return arrow("feather").read_table(path)
        case ".csv":
            return _csv(path)
        case ".jsonl" | ".ndjson":
            return arrow("json").read_json(path)
        case other:
            raise TableError(
                f"files that end in {other!r} are not read as tables ({path.name}). Save it as "
                ".parquet, .arrow, .feather, .csv or .jsonl."
            )


def _csv(path: Path) -> "pa.Table":
    """Read a CSV file as text, so that no figure and no date is guessed at."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    if not rows:
        raise TableError(f"{path.name} is empty. Its first row names the columns.")
    header = [name.strip() for name in rows[0]]
    kept = [row for row in rows[1:] if any(cell.strip() for cell in row)]
    long = next((row for row in kept if any(c.strip() for c in row[len(header) :])), None)
    if long is not None:
        raise TableError(
            f"a row of {path.name} has {len(long)} cells, and the first row names {len(header)} "
            f"columns: {', '.join(long[:3])}, ... Put cells that hold commas in quotes."
        )
    columns = {
        name: [row[place] if place < len(row) else None for row in kept]
        for place, name in enumerate(header)
    }
    pa = arrow()
    return pa.table({name: pa.array(cells, pa.string()) for name, cells in columns.items()})


def _joined(tables: Sequence["pa.Table"]) -> "pa.Table":
    return (
        tables[0]
        if len(tables) == 1
        else arrow().concat_tables(tables, promote_options="permissive")
    )


def _from_rows(rows: Sequence[Mapping[str, Any]]) -> "pa.Table":
    """Make a table of mappings; a column whose values are of several kinds is kept as text."""
    pa = arrow()
    names = dict.fromkeys(name for row in rows for name in row)
    columns = {}
    for name in names:
        values = [row.get(name) for row in rows]
        try:
            columns[name] = pa.array(values)
        except (pa.ArrowInvalid, pa.ArrowTypeError):
            columns[name] = pa.array([None if v is None else str(v) for v in values], pa.string())
    return pa.table(columns)


def _through_narwhals(source: Any) -> "pa.Table":
    frames = needed("narwhals.stable.v2", "frames")
    try:
        frame = frames.from_native(source)
    except TypeError as error:
        raise TableError(
            f"a {type(source).__name__} is no table. Give a frame, Arrow data, a path, a glob, or "
            "a list of mappings."
        ) from error
    eager = frame.collect() if isinstance(frame, frames.LazyFrame) else frame
    return eager.to_arrow()
