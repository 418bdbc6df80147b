"""The table door: what goes in, what comes out, who may stop it."""

import logging
import pickle
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from claimrecon.errors import DossierError
from claimrecon.pipeline import (
    CancelledError,
    Progress,
    ScatteredKeyError,
    TableError,
    reconcile_batches,
    reconcile_table,
)

ROWS: list[dict[str, Any]] = [
    {"event": 7, "source": "Mayor", "low": 300, "as_of": "2031-03-09", "measure": "killed"},
    {"event": 7, "source": "Governor", "low": None, "as_of": "2031-03-12", "measure": "killed"},
    {"event": 8, "source": "Mayor", "low": 12, "as_of": "2031-02-01", "measure": "killed"},
]
ROWS = [row | {"high": 120 if row["source"] == "Governor" else None} for row in ROWS]


def _verdicts(source: Any, **arguments: Any) -> dict[Any, str]:
    out = reconcile_table(source, key="event", detail="clashes", **arguments)
    return dict(
        zip(*(out.summary.column(name).to_pylist() for name in ("key", "verdict")), strict=True)
    )


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda rows: rows, id="mappings"),
        pytest.param(pa.Table.from_pylist, id="pyarrow"),
        pytest.param(pd.DataFrame, id="pandas"),
        pytest.param(pl.DataFrame, id="polars"),
        pytest.param(lambda rows: pl.DataFrame(rows).lazy(), id="lazy polars"),
        pytest.param(lambda rows: pa.Table.from_pylist(rows).to_batches()[0], id="record batch"),
    ],
)
def test_every_kind_of_table_says_the_same(make: Any) -> None:
    """Frames, Arrow and mappings; whole numbers that a frame keeps as floats are whole."""
    assert _verdicts(make(ROWS)) == {7: "contradiction", 8: "compatible"}


def test_files_are_tables(tmp_path: Path) -> None:
    """Parquet, CSV and globs; a CSV file is text throughout."""
    pq.write_table(pa.Table.from_pylist(ROWS), tmp_path / "a.parquet")
    pd.DataFrame(ROWS).astype("string").to_csv(tmp_path / "a.csv", index=False)
    for number, row in enumerate(ROWS):
        pq.write_table(pa.Table.from_pylist([row]), tmp_path / f"part-{number}.parquet")

    said = {7: "contradiction", 8: "compatible"}
    assert _verdicts(tmp_path / "a.parquet") == said
    assert _verdicts(str(tmp_path / "part-*.parquet")) == said
    assert _verdicts(tmp_path / "a.csv") == {str(key): verdict for key, verdict in said.items()}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"key": "id"}, "no column 'id'"),
        ({"key": "event", "columns": {"low": "lowest"}}, "no such key"),
        ({"key": "event", "columns": {"low": "count", "high": "count"}}, "both 'low' and 'high'"),
        ({"key": "event", "columns": {"source": "note"}}, "who made the claims"),
    ],
)
def test_columns_that_cannot_be_meant_stop_the_run(arguments: dict[str, Any], words: str) -> None:
    """Nothing is done before the columns are clear."""
    with pytest.raises(TableError, match=words):
        reconcile_table(ROWS, **arguments)


def test_a_slip_in_a_column_is_not_left_unread() -> None:
    """``as_off`` is nearly ``as_of``: the run stops and says so; other columns are listed."""
    rows = [{"as_off" if name == "as_of" else name: cell for name, cell in ROWS[0].items()}]

    with pytest.raises(TableError, match="'as_off' nearly equals 'as_of'"):
        reconcile_table(rows, key="event")
    extra = [row | {"colour": "red"} for row in ROWS]
    assert reconcile_table(extra, key="event").manifest["ignored_columns"] == "colour"


def test_a_setting_that_cannot_be_used_stops_the_run() -> None:
    """What is wrong for every key is said once, before anything is done."""
    with pytest.raises(DossierError, match="codebook"):
        reconcile_table(ROWS, key="event", setting={"codebook": "nobody-s"})


def test_aliases_are_applied_and_near_names_only_reported() -> None:
    """An alias is its source; what nearly equals a name is noted and stays apart."""
    setting = {"sources": {"mayor": {"name": "The Mayor", "aliases": ["City Hall"]}}}
    rows = [
        row | {"source": source}
        for row, source in zip(ROWS, ("City Hall", "Relief League", "Relif League"), strict=True)
    ]
    out = reconcile_table(rows, key="event", setting=setting, detail="clashes")

    assert out.findings.column("origins").to_pylist() == [["Relief League", "mayor"]]
    assert out.notices.column("message").to_pylist() == [
        "'Relief League' and 'Relif League': one source or two?"
    ]


def test_two_processes_say_what_one_says() -> None:
    """Results come in the order of the keys, wherever they were made."""
    rows = [row | {"event": number} for number in range(30) for row in ROWS[:2]]
    one = reconcile_table(rows, key="event", detail="clashes")
    two = reconcile_table(rows, key="event", detail="clashes", processes=2)

    for name, table in one.tables.items():
        assert two.tables[name].equals(table)


def test_a_run_can_be_watched_stopped_and_taken_up_again() -> None:
    """What was finished is kept in the error, and need not be done again."""
    seen: list[Progress] = []
    with pytest.raises(CancelledError) as stopped:
        reconcile_table(ROWS, key="event", progress=seen.append, should_stop=lambda: bool(seen))

    assert [(progress.done, progress.total, progress.rows) for progress in seen] == [(1, 2, 2)]
    done = stopped.value.done
    assert done.summary.column("key").to_pylist() == [7]
    again = reconcile_table(ROWS, key="event", previous=done)
    assert again.summary.column("change").to_pylist() == ["same", "new"]


def test_a_key_that_comes_back_is_refused_in_a_stream() -> None:
    """A stream never makes two halves of a dossier."""
    with pytest.raises(ScatteredKeyError, match="7"):
        list(reconcile_batches([*ROWS, ROWS[0]], key="event", rows=1))


def test_a_poisoned_key_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the library is an error of its key, with a summary like every other."""

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("no idea")

    monkeypatch.setattr("claimrecon.pipeline.verdicts.reconcile", broken)
    out = reconcile_table(ROWS, key="event")

    assert out.summary.column("verdict").to_pylist() == ["stopped", "stopped"]
    assert set(out.errors.column("code").to_pylist()) == {"CR653"}


def test_results_pickle_and_log(caplog: pytest.LogCaptureFixture) -> None:
    """A result survives a pickle; counts and timings are in the log."""
    with caplog.at_level(logging.INFO, logger="claimrecon.pipeline"):
        out = reconcile_table(ROWS, key="event", detail="clashes")

    again = pickle.loads(pickle.dumps(out))  # noqa: S301 - made on the line itself
    assert again.summary.equals(out.summary)
    assert again.manifest == out.manifest
    assert "2 keys, 3 rows" in caplog.text


def test_a_table_without_rows_has_all_columns() -> None:
    """Schemas hang on nothing but the key."""
    empty = pa.Table.from_pylist(ROWS).slice(0, 0)
    out = reconcile_table(empty, key="event", detail="clashes")
    full = reconcile_table(ROWS, key="event", detail="clashes")

    for name, table in out.tables.items():
        assert table.num_rows == 0
        assert table.schema.equals(full.tables[name].schema)
