"""What the scenario dossiers come to, as digests: a finding that changes cannot do so unseen.

::

    python scripts/verdicts.py             record the digests; asks for a changelog entry
    python scripts/verdicts.py --whole     print the reports themselves, to compare byte for byte

After a release, digests are recorded only with a new entry under **Verdict** in the changelog.
"""

import argparse
import json
import re
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from claimrecon.reconciliation import reconcile
from claimrecon.report import Report

ROOT: Final = Path(__file__).parents[1]
STORIES: Final = ROOT / "tests" / "scenarios" / "stories"
RECORDED: Final = ROOT / "tests" / "scenarios" / "verdicts.json"
CHANGELOG: Final = ROOT / "CHANGELOG.md"
_DIGITS: Final = 16
_ENDS: Final = ("strict", "lenient")


def digest_of(report: Report) -> str:
    """Return a digest of what is found: verdict, findings with their sizes, ranges; no words."""
    told = report.to_dict()
    essence = {
        "verdict": told["verdict"],
        "findings": [_essence(finding) for finding in told["findings"]],
        "ranges": [
            [entry["scope"], {end: entry["possible"].get(end) for end in _ENDS}]
            for entry in told["ranges"]
        ],
    }
    return sha256(json.dumps(essence, sort_keys=True).encode()).hexdigest()[:_DIGITS]


def _essence(finding: Mapping[str, Any]) -> dict[str, Any]:
    keys = ("kind", "claims", "assumptions", "gap", "factor", "rests_on", "repairs", "differs")
    return {key: finding.get(key) for key in keys}


def verdict_entry(changelog: str) -> str | None:
    r"""Return the newest entry under **Verdict**; ``None`` while nothing has been released.

    Examples
    --------
    >>> verdict_entry("# Changelog\n\n## 0.1.0 – unreleased\n") is None
    True
    >>> verdict_entry("## 0.2.0 – unreleased\n### Verdict\n- b\n## 0.1.0 – 2026-01-01\n")
    '- b'
    """
    versions = re.findall(r"^## (.+)$", changelog, re.MULTILINE)
    if all("unreleased" in version for version in versions):
        return None
    entry = re.search(r"^### Verdict\n+(.*?)(?=^#|\Z)", changelog, re.MULTILINE | re.DOTALL)
    return entry[1].strip() if entry else ""


def recorded() -> dict[str, Any]:
    """Return the digests on record, with the changelog entry that explains them."""
    held: dict[str, Any] = json.loads(RECORDED.read_text("utf-8"))
    return held


def main() -> int:
    """Record or print."""
    parser = argparse.ArgumentParser(description="Record what the scenario dossiers come to.")
    parser.add_argument("--whole", action="store_true", help="print the reports, record nothing")
    parser.add_argument("names", nargs="*", help="stories; all of them if none is named")
    options = parser.parse_args()
    names = options.names or sorted(path.stem for path in STORIES.glob("*.yaml"))
    reports = {name: reconcile(STORIES / f"{name}.yaml") for name in names}
    if options.whole:
        for name, report in reports.items():
            print(name, json.dumps(report.to_dict(), ensure_ascii=False), report, sep="\n")
        return 0
    digests = {name: digest_of(report) for name, report in reports.items()}
    entry = verdict_entry(CHANGELOG.read_text("utf-8"))
    if RECORDED.exists():
        before = recorded()
        changed = sorted(name for name in digests if before["digests"].get(name) != digests[name])
        if changed and entry is not None and entry == before["entry"]:
            print(
                f"findings changed ({', '.join(changed)}), and the changelog does not say so. Add "
                "an entry under '### Verdict' of the version to come, and record again.",
                file=sys.stderr,
            )
            return 1
        digests = {**before["digests"], **digests}
    held = {"entry": entry, "digests": dict(sorted(digests.items()))}
    RECORDED.write_text(json.dumps(held, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
