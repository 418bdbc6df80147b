"""Both doors say the same: a table of many dossiers, and each dossier by itself."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from depth import examples
from hypothesis import given
from hypothesis import strategies as st
from tables import SETTING, claim_tables

from claimrecon.dossier import examine
from claimrecon.pipeline import Reconciled, reconcile_batches, reconcile_table
from claimrecon.reconciliation import reconcile

SOME = examples(25)
Rows = list[dict[str, Any]]


def _told(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: cell for name, cell in row.items() if name != "event" and cell is not None}


def _alone(rows: Sequence[Mapping[str, Any]], detail: str) -> dict[str, Any]:
    """Return what the object door says of the rows of one key."""
    examined = examine({**SETTING, "claims": [_told(row) for row in rows]})
    errors = sorted((problem.code, problem.message) for problem in examined.errors)
    if examined.dossier is None or not examined.dossier.claims:
        return {"verdict": "stopped", "errors": errors, "findings": [], "ranges": []}
    report = reconcile(examined.dossier, detail=detail)
    return {
        "verdict": report.verdict.value,
        "sentence": report.sentence,
        "claims": len(report.dossier.claims),
        "errors": errors,
        "findings": [
            (
                f.id,
                f.kind.value,
                list(f.claims),
                f.explanation,
                None if f.gap is None else str(f.gap),
            )
            for f in report.findings
        ],
        "ranges": [asked.title for asked in report.ranges],
    }


def _of_key(out: Reconciled, key: str) -> dict[str, Any]:
    """Return what the table door says of one key."""
    [summary] = [row for row in out.summary.to_pylist() if row["key"] == key]
    errors = [row for row in out.errors.to_pylist() if row["key"] == key]
    told = {
        "verdict": summary["verdict"],
        "errors": sorted((row["code"], row["reason"]) for row in errors),
        "findings": [
            (row["finding"], row["kind"], row["claims"], row["explanation"], row["gap"])
            for row in out.findings.to_pylist()
            if row["key"] == key
        ],
        "ranges": [row["title"] for row in out.ranges.to_pylist() if row["key"] == key],
    }
    if summary["verdict"] == "stopped":
        return told
    return {**told, "sentence": summary["sentence"], "claims": summary["claims"]}


def _keys(rows: Rows) -> list[str]:
    return list(dict.fromkeys(row["event"] for row in rows if row["event"] is not None))


@pytest.mark.parametrize("detail", ["all", "clashes"])
@SOME
@given(rows=st.one_of(claim_tables(), claim_tables(plain=True)))
def test_both_doors_say_the_same(detail: str, rows: Rows) -> None:
    """Verdicts, findings, ranges and errors of every key are those of its rows alone."""
    out = reconcile_table(rows, key="event", setting=SETTING, detail=detail)

    assert out.summary.column("key").to_pylist() == _keys(rows)
    for key in _keys(rows):
        assert _of_key(out, key) == _alone([r for r in rows if r["event"] == key], detail)


@SOME
@given(rows=claim_tables())
def test_no_row_vanishes(rows: Rows) -> None:
    """Every row is a claim that was used, or stands among the errors under its number."""
    out = reconcile_table(rows, key="event", setting=SETTING, detail="clashes")

    refused = {row["row"] for row in out.errors.to_pylist()}
    assert sum(out.summary.column("claims").to_pylist()) == len(rows) - len(refused)
    assert refused >= {number for number, row in enumerate(rows) if row["event"] is None}


@SOME
@given(before=claim_tables(), after=claim_tables())
def test_an_earlier_result_changes_nothing_but_the_work(before: Rows, after: Rows) -> None:
    """With ``previous`` the result is that of a run without; what changed is named."""
    arguments: dict[str, Any] = {"key": "event", "setting": SETTING, "detail": "clashes"}
    earlier = reconcile_table(before, **arguments)
    again = reconcile_table(before + after, previous=earlier, **arguments)
    fresh = reconcile_table(before + after, **arguments)

    for name in ("findings", "errors", "summary"):
        tables = [getattr(out, name).to_pylist() for out in (again, fresh)]
        for rows in tables:
            for row in rows:
                row.pop("change", row.pop("is_new", None))
        assert tables[0] == tables[1]
    changes = dict(
        zip(_keys(before + after), again.summary.column("change").to_pylist(), strict=True)
    )
    for key, change in changes.items():
        known, more = key in _keys(before), key in _keys(after)
        assert change == ("changed" if known and more else "same" if known else "new")
    assert again.gone == ()
    gone = reconcile_table(after, previous=earlier, **arguments).gone
    assert set(gone) == set(_keys(before)) - set(_keys(after))


@SOME
@given(rows=claim_tables(), size=st.integers(1, 5))
def test_pieces_are_the_whole(rows: Rows, size: int) -> None:
    """Read piece by piece, sorted by key, the tables are those of one run."""
    rows = sorted(rows, key=lambda row: str(row["event"]))
    arguments: dict[str, Any] = {"key": "event", "setting": SETTING, "detail": "clashes"}
    whole = reconcile_table(rows, **arguments)
    pieces = list(reconcile_batches(rows, rows=size, **arguments))

    for name in ("summary", "findings", "ranges", "errors"):
        parts = [row for piece in pieces for row in getattr(piece, name).to_pylist()]
        rest = getattr(whole, name).to_pylist()
        assert sorted(map(str, parts)) == sorted(map(str, rest))
