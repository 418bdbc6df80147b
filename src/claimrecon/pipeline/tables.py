"""The table door: many dossiers in one table, the verdicts of ``reconcile`` for each of them."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from claimrecon.dossier import Dossier
from claimrecon.dossier.names import near_pairs
from claimrecon.pipeline.digests import digests_of, input_digest
from claimrecon.pipeline.earlier import Earlier
from claimrecon.pipeline.grouping import Groups, groups_of
from claimrecon.pipeline.inputs import TableSource, table_of
from claimrecon.pipeline.layout import Layout, claims_of, layout_of
from claimrecon.pipeline.options import Options, checked_setting
from claimrecon.pipeline.results import SAME, CancelledError, Gathering, Reconciled
from claimrecon.pipeline.running import Clock, Crew, Progress, Rows, Watch
from claimrecon.pipeline.screening import Screen, possible_result

if TYPE_CHECKING:
    import pyarrow as pa

_NAMED = ("source", "population", "place", "cause")
_KEYS_AT_ONCE = 500
"""So many keys are taken out of the table together."""


def reconcile_table(
    table: TableSource,
    *,
    key: str,
    columns: Mapping[str, str] | None = None,
    setting: Mapping[str, Any] | Dossier | None = None,
    previous: Reconciled | None = None,
    known_by: str | None = None,
    codebook: str | None = None,
    budget: float | None = None,
    revisions: str = "inferred",
    limit: int = 1000,
    detail: str = "all",
    processes: int = 1,
    progress: Callable[[Progress], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Reconciled:
    """Reconcile every dossier of a table: one row a claim, one key a dossier.

    A row that cannot be used never stops the others and never vanishes: it comes back among the
    errors, with its number and the reason. Every key has exactly one row in the summary.

    Parameters
    ----------
    table
        A frame (pandas, polars, DuckDB, pyarrow, whatever narwhals knows), anything with
        ``__arrow_c_stream__``, a path or a glob (Parquet, Arrow, CSV, JSON lines), a list of
        mappings.
    key
        The column that says which dossier a row belongs to: text, whole numbers or dates.
    columns
        For columns with names of their own, the key of a claim that each holds.
    setting
        What a dossier has beside its claims (trees of names, sources, measures, defaults, ``since``
        and ``ended``, assumptions): the same for every key.
    previous
        An earlier result: keys whose rows are the same are not reconciled again.
    budget
        Seconds for each key; what is not decided by then is *undecided*.
    processes
        More than one starts processes that import the calling script, which then needs the usual
        ``if __name__ == "__main__":``.
    progress
        Called after each key.
    should_stop
        Asked after each key.

    The other arguments are those of ``reconcile``, for every key.

    Returns
    -------
    Reconciled
        Arrow tables: ``summary``, ``findings``, ``ranges``, ``errors``, ``notices``.

    Raises
    ------
    TableError
        If a column is missing, two hold the same, or the table cannot be read as one.
    DossierError
        If the setting cannot be used.
    MissingExtraError
        If a package for this kind of table is not installed.
    CancelledError
        If ``should_stop`` said so.
    ValueError
        If ``revisions`` or ``detail`` is none of its two words.

    Examples
    --------
    >>> rows = [
    ...     {"event": 7, "source": "Mayor", "count": "at least 300", "as_of": "2025-01-09"},
    ...     {"event": 7, "source": "Governor", "count": "120", "as_of": "2025-01-12"},
    ...     {"event": 8, "source": "Mayor", "count": "12", "as_of": "2025-02-01"},
    ... ]
    >>> rows = [row | {"measure": "killed"} for row in rows]
    >>> out = reconcile_table(rows, key="event")
    >>> out.summary.select(["key", "verdict", "worst_gap"]).to_pylist()[0]
    {'key': 7, 'verdict': 'contradiction', 'worst_gap': '175'}
    """
    data = table_of(table)
    layout = layout_of(data.column_names, key, columns)
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
    with Crew(options, processes) as crew:
        run = Run(layout, options, crew, Watch(progress, should_stop), Earlier(previous))
        return run.table(data)


class Run:
    """One run: how rows are read, how they are reconciled, and what was known before."""

    def __init__(
        self, layout: Layout, options: Options, crew: Crew, watch: Watch, earlier: Earlier
    ) -> None:
        self._layout = layout
        self._options = options
        self._crew = crew
        self._watch = watch
        self._earlier = earlier
        self._screen = Screen(options)

    def table(self, data: "pa.Table", *, first_row: int = 0) -> Reconciled:
        """Reconcile all keys of *data*; its rows are counted from *first_row*.

        Raises
        ------
        CancelledError
            If the run is to end before that.
        """
        groups = groups_of(data, self._layout.key)
        digests = digests_of(data, self._layout, groups.places, self._options.digest)
        gathering = Gathering(groups.type)
        for row in groups.lost:
            reason = f"The row has no {self._layout.key}, so it belongs to no dossier."
            gathering.lose(first_row + row, "CR652", reason)
        gathering.notices += _near_names(data, self._layout)
        changes = [
            self._earlier.change(key, digest)
            for key, digest in zip(groups.keys, digests, strict=True)
        ]
        proved = self._screen.proved(data, self._layout, groups)
        fresh = [n for n, change in enumerate(changes) if change != SAME and not proved[n]]
        results = self._crew.results(_rows_of(data, self._layout, groups, fresh))
        clock = Clock(self._watch, len(groups.keys))
        stopped = False
        for number, (name, places) in enumerate(zip(groups.keys, groups.places, strict=True)):
            change, digest = changes[number], digests[number]
            if change == SAME:
                result = self._earlier.result(name)
            else:
                result = possible_result(len(places)) if proved[number] else next(results)
            gathering.add(
                name,
                result,
                (places + first_row).tolist(),
                change=change,
                digest=digest,
                known=self._earlier.findings_of(name),
            )
            if clock.tick(len(places)):
                stopped = True
                break
        clock.log("reconciled")
        seen = frozenset(groups.keys)
        gone = tuple(name for name in self._earlier.keys if name not in seen)
        done = gathering.done(gone, self._manifest(data, groups, digests))
        if stopped:
            raise CancelledError(done)
        return done

    def _manifest(self, data: "pa.Table", groups: Groups, digests: list[str]) -> dict[str, str]:
        return {
            **self._options.manifest(),
            "input": input_digest(dict(zip(groups.keys, digests, strict=True))),
            "rows": str(data.num_rows),
            "keys": str(len(groups.keys)),
            "ignored_columns": ", ".join(self._layout.ignored),
        }


def _rows_of(data: "pa.Table", layout: Layout, groups: Groups, chosen: list[int]) -> Iterator[Rows]:
    """Yield the claims of the *chosen* keys, a few thousand rows at a time."""
    for first in range(0, len(chosen), _KEYS_AT_ONCE):
        numbers = chosen[first : first + _KEYS_AT_ONCE]
        places = [groups.places[number] for number in numbers]
        claims = claims_of(data.take([row for some in places for row in some.tolist()]), layout)
        start = 0
        for some in places:
            yield claims[start : start + len(some)]
            start += len(some)


def _near_names(data: "pa.Table", layout: Layout) -> Iterator[dict[str, str]]:
    """Yield a notice for every two names of the table that look like one, written in two ways."""
    for field in _NAMED:
        if field not in layout.fields:
            continue
        values = data.column(layout.fields[field]).unique().to_pylist()
        names = [value.strip() for value in values if isinstance(value, str) and value.strip()]
        for one, other in near_pairs(dict.fromkeys(names)):
            message = f"{one!r} and {other!r}: one {field} or two?"
            yield {"code": "CR516", "column": field, "message": message}
