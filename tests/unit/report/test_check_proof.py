"""The stand-alone checker of proofs: short, on its own, and not to be fooled."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import check_proof
import pytest

import claimrecon as cr
from claimrecon.dossier import demo_path

SOURCE = Path(check_proof.__file__).read_text(encoding="utf-8")
Told = dict[str, Any]


@pytest.fixture(scope="module")
def told() -> Told:
    """Return a report with a conflict and with ranges, as plain values."""
    values: Told = json.loads(cr.reconcile(demo_path()).to_json())
    clash = cr.reconcile(
        [
            cr.claim("at least 300 killed", by="Mayor", on="9 Jan 2031"),
            cr.claim("120 killed", by="Governor", on="12 Jan 2031"),
        ]
    )
    values["findings"] += json.loads(clash.to_json())["findings"]
    return values


def test_the_checker_is_short_and_stands_alone() -> None:
    """Under a hundred lines, and nothing of the package: it can be read before it is run."""
    assert len(SOURCE.splitlines()) < 100
    imports = [line for line in SOURCE.splitlines() if line.startswith(("import ", "from "))]
    assert not [line for line in imports if "claimrecon" in line or "highspy" in line]


def test_every_proof_of_a_report_adds_up(told: Told) -> None:
    """Conflicts, conditional ones and both ends of ranges."""
    found = [*check_proof.checks(told)]

    assert any(about.startswith("contradiction") for about, _ in found)
    assert any("lenient low" in about for about, _ in found)
    assert all(good for _, good in found)


def _clash(told: Told) -> Told:
    found: Told = next(f for f in told["findings"] if f["kind"] == "contradiction")
    return found


def _more_of_a_row(told: Told) -> None:
    row = _clash(told)["proof"]["rows"][0]
    row["multiplier"] = "2"


def _a_smaller_conclusion(told: Told) -> None:
    _clash(told)["proof"]["conclusion"] = "0 ≥ 1"


def _a_row_dropped(told: Told) -> None:
    del _clash(told)["proof"]["rows"][0]


def _another_end(told: Told) -> None:
    possible = next(r["possible"] for r in told["ranges"] if r["possible"]["low_proof"])
    reading = next(iter(possible["low_proof"]))
    possible[reading][0] += 1


@pytest.mark.parametrize(
    "spoil", [_more_of_a_row, _a_smaller_conclusion, _a_row_dropped, _another_end]
)
def test_a_report_that_was_tampered_with_does_not_pass(
    told: Told, spoil: Callable[[Told], None]
) -> None:
    """Whatever was changed, some proof no longer says what it should."""
    changed = deepcopy(told)
    spoil(changed)

    assert not all(good for _, good in check_proof.checks(changed))


def test_the_exit_code_says_whether_all_adds_up(
    told: Told, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """0 if every proof does, 1 if one does not, 2 if there is none."""
    spoilt = deepcopy(told)
    _a_row_dropped(spoilt)
    nothing = told | {"findings": [], "conditional": [], "ranges": []}
    codes = []
    for values in (told, spoilt, nothing):
        path = tmp_path / "report.json"
        path.write_text(json.dumps(values), encoding="utf-8")
        codes.append(check_proof.main([str(path)]))

    assert codes == [0, 1, 2]
    assert "DOES NOT ADD UP" in capsys.readouterr().out
