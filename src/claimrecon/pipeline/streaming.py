"""Tables that do not fit into memory: piece by piece, each key whole.

What is held is one piece, the rows of the key that may go on in the next piece, and eight bytes
(in a set) for every key seen, by which a key that comes back is found out.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from claimrecon.dossier import Dossier
from claimrecon.pipeline.earlier import Earlier
from claimrecon.pipeline.extras import arrow
from claimrecon.pipeline.inputs import TableSource, batches_of
from claimrecon.pipeline.layout import layout_of
from claimrecon.pipeline.options import Options, checked_setting
from claimrecon.pipeline.refusals import ScatteredKeyError
from claimrecon.pipeline.results import Reconciled
from claimrecon.pipeline.running import Crew, Progress, Watch
from claimrecon.pipeline.tables import Run

if TYPE_CHECKING:
    import pyarrow as pa


def reconcile_batches(
    source: TableSource,
    *,
    key: str,
    columns: Mapping[str, str] | None = None,
    setting: Mapping[str, Any] | Dossier | None = None,
    known_by: str | None = None,
    codebook: str | None = None,
    budget: float | None = None,
    revisions: str = "inferred",
    limit: int = 1000,
    detail: str = "all",
    processes: int = 1,
    rows: int = 65_536,
    progress: Callable[[Progress], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Iterator[Reconciled]:
    """Yield the results of a table piece by piece; memory grows with the largest dossier.

    Parameters
    ----------
    source
        As for ``reconcile_table``, or an iterator of Arrow record batches. The rows of one key must
        follow one another; sort the input by key where they do not.
    rows
        About so many rows make a piece.

    The other arguments are those of ``reconcile_table``; ``progress`` counts within a piece.

    Yields
    ------
    Reconciled
        The keys of one piece; rows are counted through the whole input.

    Raises
    ------
    ScatteredKeyError
        If a key comes back after rows of other keys.
    TableError, DossierError, MissingExtraError, CancelledError, ValueError
        As ``reconcile_table``.

    Examples
    --------
    >>> claims = [{"event": n, "source": "Mayor", "says": "3 killed"} for n in (1, 2, 3)]
    >>> claims = [claim | {"as_of": "2025-01-09"} for claim in claims]
    >>> pieces = reconcile_batches(claims, key="event", rows=2)
    >>> [piece.summary.column("key").to_pylist() for piece in pieces]
    [[1], [2], [3]]
    """
    options = Options(
        setting=checked_setting(setting),
        known_by=known_by,
        codebook=codebook,
        budget=budget,
        revisions=revisions,
        limit=limit,
        detail=detail,
    )
    options.check()
    watch = Watch(progress, should_stop)
    with Crew(options, processes) as crew:
        first_row = 0
        for piece in whole_keys(batches_of(source, rows=rows), key, rows):
            layout = layout_of(piece.column_names, key, columns)
            run = Run(layout, options, crew, watch, Earlier(None))
            yield run.table(piece, first_row=first_row)
            first_row += piece.num_rows


def whole_keys(batches: Iterable["pa.RecordBatch"], key: str, rows: int) -> Iterator["pa.Table"]:
    """Yield tables of about *rows* rows in which no key is cut in two.

    Raises
    ------
    ScatteredKeyError
        If a key comes back after rows of other keys.
    """
    pa = arrow()
    seen: set[bytes] = set()
    held: list[Any] = []
    count = 0
    for batch in batches:
        held.append(batch)
        count += batch.num_rows
        if count < rows:
            continue
        table = pa.Table.from_batches(held)
        cut = _last_change(table.column(key))
        if cut:
            yield _checked(table.slice(0, cut), key, seen)
            table = table.slice(cut)
        held, count = table.to_batches(), table.num_rows
    if count:
        yield _checked(pa.Table.from_batches(held), key, seen)


def _last_change(column: "pa.ChunkedArray") -> int:
    """Return where the last key of *column* begins; 0 where there is one key only."""
    values = column.combine_chunks()
    last = values[-1]
    for place in range(len(values) - 1, -1, -1):
        if values[place] != last:
            return place + 1
    return 0


def _checked(table: "pa.Table", key: str, seen: set[bytes]) -> "pa.Table":
    """Refuse keys that were seen before, and remember these."""
    column = table.column(key)
    for name in column.unique().to_pylist():
        if name is None:
            continue
        mark = blake2b(repr(name).encode("utf-8", "surrogatepass"), digest_size=8).digest()
        if mark in seen:
            raise ScatteredKeyError(name)
        seen.add(mark)
    return table
