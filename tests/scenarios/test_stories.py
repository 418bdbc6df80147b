"""Real stories with answer sheets worked out by an exact solver over the full cell model."""

import json
from pathlib import Path
from typing import Any

import pytest
from check_dossiers import differences, ranges, readings

from claimrecon.reconcile import reconcile

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
    proofs = [finding.proof for finding in report.findings if finding.proof is not None]
    assert all(proof.verify() for proof in proofs)


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
