"""The table door: what goes in, what comes out, who may stop it."""

import json
import logging
import pickle
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from pyarrow import feather
from pyarrow import parquet as pq

from claimrecon import reconcile
from claimrecon.dossier import examine
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


SAID = {7: "contradiction", 8: "compatible"}


def test_arrow_files_lines_of_json_and_lists_of_files_are_tables(tmp_path: Path) -> None:
    """One claim a row, whatever the ending of the file; several files are one table."""
    feather.write_feather(pa.Table.from_pylist(ROWS), tmp_path / "a.arrow")
    lines = "".join(json.dumps(row) + "\n" for row in ROWS)
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    for number, row in enumerate(ROWS):
        (tmp_path / f"{number}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")

    assert _verdicts(tmp_path / "a.arrow") == SAID
    assert _verdicts(str(tmp_path / "a.jsonl")) == SAID
    assert _verdicts([tmp_path / f"{number}.jsonl" for number in range(3)]) == SAID


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.xlsx", "x", r"'\.xlsx' are not read as tables .*\.parquet"),
        ("a.csv", "", "is empty. Its first row names the columns"),
        ("a.csv", "event,source\n7,Mayor,300\n", "has 3 cells, and the first row names 2"),
    ],
)
def test_a_file_that_is_no_table_says_why(name: str, text: str, words: str, tmp_path: Path) -> None:
    """And what to do instead."""
    (tmp_path / name).write_text(text, encoding="utf-8")

    with pytest.raises(TableError, match=words):
        reconcile_table(tmp_path / name, key="event")


def test_a_path_that_leads_nowhere_and_a_thing_that_is_no_table_are_refused(
    tmp_path: Path,
) -> None:
    """Nothing is taken for an empty table."""
    with pytest.raises(TableError, match="there is no file"):
        reconcile_table(tmp_path / "none-*.csv", key="event")
    with pytest.raises(TableError, match="a int is no table"):
        reconcile_table(7, key="event")


def test_cells_of_a_csv_file_may_be_missing_at_the_end_of_a_row(tmp_path: Path) -> None:
    """Spreadsheets leave them out; blank rows are none."""
    text = "event,source,measure,as_of,low,high\n7,Mayor,killed,2031-03-09,300\n,,\n"
    text += "7,Governor,killed,2031-03-12,,120\n"
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")

    assert _verdicts(tmp_path / "a.csv") == {"7": "contradiction"}


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda rows: iter(pa.Table.from_pylist(rows).to_batches()), id="batches"),
        pytest.param(pa.Table.from_pylist, id="a table"),
        pytest.param(lambda rows: pa.Table.from_pylist(rows).to_reader(), id="a reader"),
        pytest.param(lambda rows: rows, id="mappings"),
    ],
)
def test_a_stream_says_what_the_table_says(make: Any, tmp_path: Path) -> None:
    """Batches, readers and files, a piece at a time."""
    pq.write_table(pa.Table.from_pylist(ROWS), tmp_path / "a.parquet")
    (tmp_path / "b.jsonl").write_text(
        "".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8"
    )

    for source in (make(ROWS), tmp_path / "a.parquet", tmp_path / "b.jsonl"):
        parts = list(reconcile_batches(source, key="event", rows=1))
        found = pa.concat_tables([part.summary for part in parts]).to_pylist()
        assert {row["key"]: row["verdict"] for row in found} == SAID


ODD_CELLS: dict[str, Any] = {
    "a day as a date": {"as_of": date(2031, 3, 9)},
    "a day with a time": {"as_of": "2031-03-09T14:30"},
    "a month": {"as_of": "2031-03"},
    "no date": {"as_of": "soon"},
    "half a person": {"low": 0.5},
    "nothing": {"low": ""},
    "a number as text": {"low": " 300 "},
    "less than nobody": {"low": -1},
    "words": {"low": None, "count": "at least 300"},
    "words and numbers": {"count": "at least 300"},
    "words without a number": {"low": None, "count": "heavy losses"},
    "half a person in words": {"low": None, "count": "2.5"},
    "more than anybody counts": {"low": None, "count": "900 billion"},
    "a very long name": {"source": "M" * 5000},
    "a name that is a number": {"source": 5},
    "a moment": {"reported_on": "2031-03-10T12:00"},
    "no moment": {"reported_on": "then"},
}


@pytest.mark.parametrize("odd", ODD_CELLS.values(), ids=[*ODD_CELLS])
def test_an_odd_cell_is_read_like_the_same_cell_of_a_dossier(odd: dict[str, Any]) -> None:
    """Columns are looked at as a whole first; that must never change what a claim says."""
    rows = [ROWS[0] | odd, {name: ROWS[1].get(name) for name in ROWS[0]}]
    kept = ({k: v for k, v in row.items() if k != "event" and v not in {None, ""}} for row in rows)
    alone = examine({"claimrecon": 1, "claims": [*kept]})
    assert alone.dossier is not None

    out = reconcile_table(rows, key="event", detail="clashes")

    assert out.summary.column("verdict").to_pylist() == [reconcile(alone.dossier).verdict.value]
    assert sorted(out.errors.column("code").to_pylist()) == sorted(e.code for e in alone.errors)
