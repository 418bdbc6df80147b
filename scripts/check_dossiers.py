"""Compare what the library says of a folder of dossiers with their answer sheets.

    uv run python scripts/check_dossiers.py FOLDER [NAME ...]

The folder holds ``NAME.yaml`` and ``NAME.expected.json``: the readings of every claim, and the
findings that follow. Entries marked ``sure`` must be found, and contradictions and tensions beyond
them are listed. Exit code 1 if anything differs.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from claimrecon.dossier import ReadDossier
from claimrecon.findings import Finding, FindingKind
from claimrecon.quantities import CountInterval
from claimrecon.reconciliation import reconcile
from claimrecon.report import Report

COMPLETE = (FindingKind.CONTRADICTION, FindingKind.TENSION)
FIRST_ONLY = (FindingKind.REVISION, FindingKind.SLIP)


def readings(dossier: ReadDossier, sheet: dict[str, Any]) -> Iterator[str]:
    """Yield every reading that differs from the sheet."""
    for claim in dossier.claims:
        want = sheet["reads"].get(claim.id)
        if want is None or claim.reading is None:
            if want is not None:
                yield f"{claim.id}: nothing read, expected {want}"
            continue
        for name, interval in (
            ("strict", claim.reading.strict),
            ("lenient", claim.reading.lenient),
        ):
            if not _same(interval, want[name]):
                yield f"{claim.id}: {name} {interval}, expected {want[name]}"


def _same(interval: CountInterval, want: list[float | None]) -> bool:
    return all(
        (mine is None) == (yours is None)
        and (mine is None or yours is None or abs(mine - Fraction(str(yours))) < Fraction(1, 10**5))
        for mine, yours in zip((interval.low, interval.high), want, strict=True)
    )


def differences(report: Report, sheet: dict[str, Any]) -> Iterator[str]:
    """Yield every finding that is missing, and every conflict that is unexpected."""
    for kind in FindingKind:
        mine = [f for f in report.findings if f.kind is kind]
        expected = [e for e in sheet["expected"] if e["kind"] == kind.value]
        yield from _missing(kind, mine, [e for e in expected if e["sure"]])
        if kind in COMPLETE:
            extra = {_members(f) for f in mine} - {_wanted(e) for e in expected}
            yield from (f"unexpected {kind.value}: {ids}" for ids in sorted(map(sorted, extra)))
    yield from _echoes(report, [e for e in sheet["expected"] if e["kind"] == "echo" and e["sure"]])
    yield from _false_alarms(report, sheet)
    for kind in FIRST_ONLY:
        aside = {f.claims[0] for f in report.findings if f.kind is kind}
        if aside != set(sheet["set_aside"][kind.value]):
            wanted = sheet["set_aside"][kind.value]
            yield f"set aside as {kind.value}: {sorted(aside)}, expected {wanted}"


def _members(finding: Finding) -> frozenset[str]:
    return frozenset((*finding.claims, *finding.assumptions))


def _wanted(entry: dict[str, Any]) -> frozenset[str]:
    return frozenset((*entry["claims"], *entry.get("assumptions", ())))


def _missing(kind: FindingKind, mine: list[Finding], sure: list[dict[str, Any]]) -> Iterator[str]:
    told = {_members(finding) for finding in mine}
    for entry in sure:
        if _wanted(entry) in told:
            continue
        same = [f.claims for f in mine if kind in FIRST_ONLY and f.claims[0] == entry["claims"][0]]
        word = "note" if same else "missing"
        yield f"{word} {kind.value}: {entry['claims']}" + (f" is told as {same}" if same else "")


def _false_alarms(report: Report, sheet: dict[str, Any]) -> Iterator[str]:
    clashes = [
        frozenset(f.claims) for f in report.findings if f.kind in COMPLETE and not f.assumptions
    ]
    for entry in sheet["expected"]:
        if entry["kind"] == "consistent":
            for clash in clashes:
                if clash <= frozenset(entry["claims"]):
                    yield f"false alarm: {sorted(clash)} within {entry['claims']}"


def _echoes(report: Report, sure: list[dict[str, Any]]) -> Iterator[str]:
    told = {frozenset(f.claims): f for f in report.findings if f.kind is FindingKind.ECHO}
    for entry in sure:
        finding = told.get(frozenset(entry["claims"]))
        if finding is None:
            continue
        changed = {name: sorted(ways) for name, ways in finding.changed.items()}
        want = {name: sorted(ways) for name, ways in entry.get("changed", {}).items()}
        if finding.binds != entry["binds"] or changed != want:
            yield f"echo {entry['claims']}: {finding.binds} binds, {changed}, expected {want}"


def ranges(report: Report, sheet: dict[str, Any]) -> Iterator[str]:
    """Yield every possible range that differs."""
    for entry in sheet["ranges"]:
        asked = {key: value for key, value in entry["scope"].items() if value is not None}
        got = report.range(asked.pop("measure"), **asked)
        for name, ends in (
            ("strict", (got.strict_low, got.strict_high)),
            ("lenient", (got.lenient_low, got.lenient_high)),
        ):
            values = [None if end is None or end.value is None else end.value for end in ends]
            if values != entry[name]:
                shown = [None if v is None else str(v) for v in values]
                yield f"range {entry['scope']} {name}: {shown}, expected {entry[name]}"


def main() -> int:
    """Check every dossier of the folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    bad = 0
    for path in sorted(options.folder.glob("*.yaml")):
        if options.names and path.stem not in options.names:
            continue
        sheet = json.loads(path.with_suffix("").with_suffix(".expected.json").read_text("utf-8"))
        start = time.perf_counter()
        report = reconcile(path)
        seconds = time.perf_counter() - start
        broken = [f.claims for f in report.findings if f.proof is not None and not f.proof.verify()]
        lines = [
            *readings(report.dossier, sheet),
            *differences(report, sheet),
            *ranges(report, sheet),
            *(f"proof does not check: {claims}" for claims in broken),
        ]
        wrong = [line for line in lines if not line.startswith("note ")]
        bad += bool(wrong)
        sys.stdout.write(f"{path.stem}: {'ok' if not wrong else 'DIFFERS'} ({seconds:.2f} s)\n")
        sys.stdout.writelines(f"  {line}\n" for line in lines)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
