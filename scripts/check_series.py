"""Read real series as dossiers and check what is known of them.

    uv run python scripts/check_series.py FOLDER [NAME ...]

The folder holds CSV files of one layout: date, source, measure, population, place, value, low,
high, cumulative, vintage, note. They are not part of this project; a series that is not there is
passed over. Each NAME is one of the checks below. Exit code 1 if one fails.
"""

import argparse
import csv
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from claimrecon.findings import Finding
from claimrecon.reconciliation import reconcile
from claimrecon.report import Report

Row = Mapping[str, str]
Told = Iterator[tuple[bool, str]]
"""Whether something known of a series is found, and what it is."""


@dataclass(frozen=True, slots=True)
class Check:
    """One file, what of it is read, and what must come out.

    Attributes
    ----------
    file
        Name of the CSV file.
    takes
        Whether a row is a claim of the dossier.
    head
        What the dossier says besides its claims.
    known
        Says of a report what is known of the series.
    rest
        Keys that a row's claim has besides.
    seconds
        Processor time that reconciling may take; ``None`` where nothing is promised.
    """

    file: str
    takes: Callable[[Row], bool]
    head: Mapping[str, Any]
    known: Callable[[Report], Told]
    rest: Callable[[Row], Mapping[str, Any]] = lambda _: MappingProxyType({})
    seconds: float | None = None


def dossier_of(check: Check, rows: list[Row]) -> dict[str, Any]:
    """Return the rows as a dossier; the figures of a source and day are one statement."""
    claims = [
        {**claim_of(number, row), **check.rest(row)}
        for number, row in enumerate(rows, 2)
        if check.takes(row)
    ]
    return {"claimrecon": 1, **check.head, "claims": claims}


def claim_of(number: int, row: Row) -> dict[str, Any]:
    """Return one row as a claim; it is named after its line of the file."""
    told = row["vintage"] or row["date"]
    claim: dict[str, Any] = {
        "id": f"{row['date']}-line-{number}",
        "source": row["source"],
        "statement": f"{row['source']}, {told}",
        "reported_on": told,
        "as_of": row["date"],
        "measure": row["measure"].partition(" (")[0],
        "population": row["population"],
        "place": row["place"],
        "note": row["note"] or None,
    }
    if row["value"]:
        return claim | {"low": int(row["value"]), "high": int(row["value"]), "exact": True}
    return claim | {key: int(row[key]) for key in ("low", "high") if row[key]}


def falls(rows: list[Row]) -> list[Row]:
    """Return rows of falls with, before each, the higher figure that its note tells of."""
    found: dict[tuple[str, str], Row] = {}
    for row in rows:
        told = re.fullmatch(r"fell from (\d+) on (\S+)", row["note"])
        if told is not None:
            before = {**row, "value": told[1], "date": told[2], "vintage": told[2]}
            found[row["place"], told[2]] = before
            found[row["place"], row["date"]] = {**row, "vintage": row["date"]}
    return list(found.values())


# --- what is known of them ------------------------------------------------------------------------


def _gaza_women(report: Report) -> Told:
    pairs = [(_value(report, f), _value(report, f, 1)) for f in report.revisions]
    yield pairs == [(1000, 967)], f"women killed: revised from 1,000 to 967, nothing else: {pairs}"
    yield report.verdict == "compatible", f"and no conflict: {report.verdict.value}"


def _covid(report: Report) -> Told:
    aside = {f.claims[0] for f in (*report.revisions, *report.slips)}
    by_place: dict[str, list[Any]] = {}
    for claim in report.dossier.claims:
        by_place.setdefault(str(claim.scope.place), []).append(claim)
    left = [
        (one.id, other.id)
        for claims in by_place.values()
        for one, other in _neighbours(claims)
        if _number(one) > _number(other) and not aside & {one.id, other.id}
    ]
    yield not left, f"of every fall one figure is set aside ({len(aside)} in all): {left[:3]}"
    yield report.verdict == "compatible", f"and no conflict: {report.verdict.value}"


def _lebanon_declared(report: Report) -> Told:
    yield report.verdict == "compatible", f"the restart declared, no conflict: {report.verdict}"
    aside = len(report.revisions) + len(report.slips)
    yield not aside, f"and nothing set aside: {aside}"


def _lebanon_undeclared(report: Report) -> Told:
    yield bool(report.revisions), f"undeclared, {len(report.revisions)} figures look revised"
    first = report.why(report.revisions[0]).would_agree_if[0]
    told = "began to count again" in first.explanation
    yield told, f"and the first reading offered is a new counter: {first.explanation}"


def _bulletin(report: Report) -> Told:
    days = {claim.scope.when.span for claim in report.dossier.claims}
    echoed = len(report.echoes)
    yield echoed >= len(days) - 1, f"{echoed} of {len(days)} bulletins are told more than once"
    aside = {_value(report, finding): finding for finding in (*report.slips, *report.revisions)}
    yield set(aside) == {111760, _SWAPPED}, f"typing errors set aside: {sorted(aside)}"
    if _SWAPPED in aside:
        first = report.why(aside[_SWAPPED]).would_agree_if[0]
        yield first.after == "520,850", f"one of them: {first.explanation}"
    pairs = {(_value(report, f), _value(report, f, 1)): f for f in report.contradictions}
    copied = pairs.pop(_COPIED, None)
    yield copied is not None, "one bulletin was copied as two figures"
    if copied is not None:
        first = report.why(copied).would_agree_if[0]
        yield first.what.value == "digit", f"why: {first.explanation}"
    told = [_number(claim) for claim in report.dossier.claims]
    shifted = all(any(told.count(number) > 1 for number in pair) for pair in pairs)
    yield shifted, f"the other {len(pairs)} pairs hold a figure of another day: dated a day off"


def _estimates(report: Report) -> Told:
    sets, stories = report.contradictions, {f.story for f in report.contradictions}
    yield bool(sets), f"{len(sets)} minimal conflicts in {len(stories)} stories"
    proofs = [f.proof for f in sets if f.proof is not None]
    yield len(proofs) == len(sets) and all(p.verify() for p in proofs), "each with a proof"
    yield not report.truncated, "and none left out"


def _value(report: Report, finding: Finding, place: int = 0) -> int:
    return _number(report.dossier.claim(finding.claims[place]))


def _number(claim: Any) -> int:
    return int(claim.reading.numbers[0])


def _neighbours(claims: list[Any]) -> Iterator[tuple[Any, Any]]:
    ordered = sorted(claims, key=lambda claim: claim.scope.when.span)
    yield from pairwise(ordered)


_SWAPPED: Final = 528050
_COPIED: Final = (113990, 113390)
_LEBANON: Final = "lebanon_daily.csv"


def _speaks_for(*sources: str) -> dict[str, Any]:
    told = {source: {"name": source, "speaks_for": "bulletin"} for source in sources}
    return {**told, "bulletin": {"name": "General Staff of Ukraine"}}


def _restarted(row: Row) -> Mapping[str, Any]:
    return {"since": "2026-03-02"} if "phase 2" in row["note"] else {}


CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "gaza-women": Check(
            "gaza_daily.csv",
            lambda row: (
                row["source"] == "Gaza Ministry of Health"
                and (row["population"], row["cumulative"]) == ("women", "1")
            ),
            {"since": "2023-10-07"},
            _gaza_women,
        ),
        "covid": Check(
            "covid_deaths_jhu_decreases.csv", lambda _: True, {"since": "2020-01-22"}, _covid
        ),
        "lebanon-declared": Check(
            _LEBANON,
            lambda row: not row["source"].startswith("Tech"),
            {"since": "2023-10-08"},
            _lebanon_declared,
            _restarted,
        ),
        "lebanon-undeclared": Check(
            _LEBANON,
            lambda row: not row["source"].startswith("Tech") and row["measure"] == "killed",
            {"since": "2023-10-08"},
            _lebanon_undeclared,
        ),
        "bulletin": Check(
            "ukraine_general_staff_personnel.csv",
            # Before 2023 one of the transcriptions is dated a day off.
            lambda row: row["date"][:7] in {"2023-01", "2023-05", "2024-06"},
            {
                "since": "2022-02-24",
                "sources": _speaks_for(
                    "General Staff of Ukraine (via PetroIvaniuk)",
                    "General Staff of Ukraine (via andriilive)",
                    "Ministry of Defence of Ukraine (via lod-db)",
                ),
            },
            _bulletin,
        ),
        "estimates": Check(
            "ukraine_war_estimates_multisource.csv",
            lambda _: True,
            {"since": "2022-02-24"},
            _estimates,
        ),
        "estimates-of-two-years": Check(
            "ukraine_war_estimates_multisource.csv",
            lambda row: row["date"] < "2024-02-24",
            {"since": "2022-02-24"},
            _estimates,
            seconds=1.0,
        ),
    }
)


def main() -> int:
    """Check every series that is there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", help=", ".join(CHECKS))
    options = parser.parse_args()
    reconcile(
        [{"source": "Mayor", "says": "1 killed", "as_of": "2025-01-09"}]
    )  # what loads with the first dossier
    failed = 0
    for name, check in CHECKS.items():
        path = options.folder / check.file
        if (options.names and name not in options.names) or not path.exists():
            continue
        with path.open(encoding="utf-8", newline="") as file:
            rows: list[Row] = list(csv.DictReader(file))
        dossier = dossier_of(check, falls(rows) if name == "covid" else rows)
        start = time.process_time()
        report = reconcile(dossier)
        seconds = time.process_time() - start
        told = [*check.known(report)]
        if check.seconds is not None:
            told.append((seconds < check.seconds, f"in less than {check.seconds:g} s"))
        failed += not all(found for found, _ in told)
        count = len(dossier["claims"])
        sys.stdout.write(f"{name}: {count:,} claims, {seconds:.2f} s of processor time\n")
        sys.stdout.writelines(f"  {'ok  ' if found else 'FAIL'} {what}\n" for found, what in told)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
