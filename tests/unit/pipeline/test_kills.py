"""A job may be killed at any moment: nothing is lost, and no file is half written."""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

KILLS = int(os.environ.get("KILLS", "3"))
"""How often; ``make check-kills`` asks for a hundred."""
FILES = 6
_RUN = "import sys; from claimrecon.cli import main; sys.exit(main())"


def _dossiers(folder: Path) -> list[str]:
    names = []
    for number in range(FILES):
        claims = [
            {
                "source": source,
                "measure": measure,
                "as_of": f"2031-03-{day:02}",
                "count": f"at least {number * 50 + day * 10}"
                if day % 2
                else str(90 * number + day),
                "place": "Ebersand",
            }
            for day in range(1, 4)
            for source, measure in (("Mayor", "killed"), ("Clinic", "casualties"))
        ]
        path = folder / f"day-{number}.json"
        path.write_text(json.dumps({"claims": claims}), encoding="utf-8")
        names.append(str(path))
    return names


def _start(names: list[str], out: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", _RUN, "reconcile", "--out", str(out), *names]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603 - our own program


def _results(out: Path) -> dict[str, object]:
    return {path.name: json.loads(path.read_text("utf-8")) for path in out.glob("*.json")}


@pytest.mark.outside
def test_a_killed_job_loses_nothing(tmp_path: Path) -> None:
    """After each kill every result is whole; the last run says what an undisturbed one does."""
    names = _dossiers(tmp_path)
    start = time.monotonic()
    assert _start(names, tmp_path / "calm").wait() == 0
    whole = time.monotonic() - start
    calm = _results(tmp_path / "calm")
    assert len(calm) == FILES

    out = tmp_path / "out"
    chance = random.Random(11)  # noqa: S311 - repeatable, not secret
    for _ in range(KILLS):
        process = _start(names, out)
        time.sleep(chance.uniform(0.3, 1.0) * whole)
        process.kill()
        process.wait()
        for name, result in _results(out).items():
            assert result == calm[name]
        if len(_results(out)) == FILES:
            for path in out.glob("*.json"):
                path.unlink()
    assert _start(names, out).wait() == 0

    assert _results(out) == calm
    assert {path.suffix for path in out.iterdir()} == {".json"}
