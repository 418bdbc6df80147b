"""Real stories with answer sheets worked out by an exact solver over the full cell model."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from check_dossiers import differences, ranges, readings
from verdicts import CHANGELOG, digest_of, recorded, verdict_entry

from claimrecon.reconciliation import reconcile

STORIES = Path(__file__).parent / "stories"
NAMES = sorted(path.stem for path in STORIES.glob("*.yaml"))


def _sheet(name: str) -> dict[str, Any]:
    sheet: dict[str, Any] = json.loads((STORIES / f"{name}.expected.json").read_text("utf-8"))
    return sheet


def test_there_are_stories() -> None:
    """An empty folder would pass everything."""
    assert len(NAMES) == 25


@pytest.mark.parametrize("name", NAMES)
def test_a_story_reads_and_reconciles_as_its_answer_sheet_says(name: str) -> None:
    """Readings, conflicts, revisions, slips, echoes and ranges: none missing, none too many."""
    sheet = _sheet(name)

    report = reconcile(STORIES / f"{name}.yaml")

    told = [*readings(report.dossier, sheet), *differences(report, sheet), *ranges(report, sheet)]
    assert [line for line in told if not line.startswith("note ")] == []
    assert digest_of(report) == recorded()["digests"][name], (
        "findings or ranges of this story are not those on record. If that is meant, say so under "
        "'### Verdict' in CHANGELOG.md, and run: make verdicts"
    )
    proofs = [finding.proof for finding in report.findings if finding.proof is not None]
    assert all(proof.verify() for proof in proofs)


def test_the_changelog_explains_the_verdicts_on_record() -> None:
    """The entry with which the digests were recorded is still the newest one (compatibility)."""
    assert recorded()["entry"] == verdict_entry(CHANGELOG.read_text("utf-8"))


def test_a_changed_range_or_finding_changes_the_digest() -> None:
    """One person more in an end, or one finding less, is another digest."""
    report = reconcile(STORIES / "makiivka_2023.yaml")
    fewer = replace(report, findings=report.findings[:-1])
    other = replace(report, ranges=report.ranges[:-1])

    assert len({digest_of(report), digest_of(fewer), digest_of(other)}) == 3


def test_a_wrong_answer_sheet_is_noticed() -> None:
    """The comparison can fail: in a reading, in a conflict, in a range."""
    sheet = _sheet("makiivka_2023")
    report = reconcile(STORIES / "makiivka_2023.yaml")
    sheet["reads"]["ru_89"]["strict"] = [88, 89]
    sheet["expected"][0]["claims"] = ["ru_89", "girkin"]
    sheet["ranges"] = [{"scope": {"measure": "wounded", "as_of": "final"}, "strict": [1, 2]}]
    sheet["ranges"][0]["lenient"] = [1, 2]

    lines = [*readings(report.dossier, sheet), *differences(report, sheet), *ranges(report, sheet)]

    assert [line.split(":")[0] for line in lines] == [
        "ru_89",
        "missing contradiction",
        "unexpected contradiction",
        "range {'measure'",
        "range {'measure'",
    ]
