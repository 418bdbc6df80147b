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
from claimrecon.findings import FindingKind
from claimrecon.quantities import CountInterval
from claimrecon.reconcile import reconcile
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
    """Yield every finding that is missing, and every contradiction or tension that is unexpected."""
    for kind in FindingKind:
        mine = [f for f in report.findings if f.kind is kind]
        sure = [e for e in sheet["expected"] if e["kind"] == kind.value and e["sure"]]
        members = {frozenset((*f.claims, *f.assumptions)) for f in mine}
        firsts = {f.claims[0] for f in mine}
        for entry in sure:
            want = frozenset((*entry["claims"], *entry.get("assumptions", ())))
            if kind in FIRST_ONLY:
                if entry["claims"][0] not in firsts:
                    yield f"missing {kind.value}: {entry['claims']}"
                elif want not in members:
                    got = [f.claims for f in mine if f.claims[0] == entry["claims"][0]]
                    yield f"note {kind.value}: {entry['claims']} is told as {got}"
            elif want not in members:
                yield f"missing {kind.value}: {sorted(want)}"
        if kind is FindingKind.ECHO:
            yield from _echoes(report, sure)
        if kind in COMPLETE:
            expected = {
                frozenset((*e["claims"], *e.get("assumptions", ())))
                for e in sheet["expected"]
                if e["kind"] == kind.value
            }
            for extra in sorted(map(sorted, members - expected)):
                yield f"unexpected {kind.value}: {extra}"
    clashing = [
        frozenset(f.claims) for f in report.findings if f.kind in COMPLETE and not f.assumptions
    ]
    for entry in sheet["expected"]:
        if entry["kind"] == "consistent":
            for clash in clashing:
                if clash <= frozenset(entry["claims"]):
                    yield f"false alarm: {sorted(clash)} within {entry['claims']}"
    for kind, key in ((FindingKind.REVISION, "revision"), (FindingKind.SLIP, "slip")):
        mine_aside = {f.claims[0] for f in report.findings if f.kind is kind}
        if mine_aside != set(sheet["set_aside"][key]):
            yield f"set aside as {key}: {sorted(mine_aside)}, expected {sheet['set_aside'][key]}"


def _echoes(report: Report, sure: list[dict[str, Any]]) -> Iterator[str]:
    told = {frozenset(f.claims): f for f in report.findings if f.kind is FindingKind.ECHO}
    for entry in sure:
        finding = told.get(frozenset(entry["claims"]))
        if finding is None:
            continue
        changed = {name: sorted(ways) for name, ways in finding.changed.items()}
        want = {name: sorted(ways) for name, ways in entry.get("changed", {}).items()}
        if finding.binds != entry["binds"] or changed != want:
            yield f"echo {entry['claims']}: binds {finding.binds}, changed {changed}, expected {want}"


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
