"""What was measured, kept in a file, so that several runs make one drawing."""

import json
from collections.abc import Mapping
from pathlib import Path

from solvers.measuring import Run

Found = dict[tuple[str, str, tuple[int, int]], Run]


def keep(path: Path, found: Mapping[tuple[str, str, tuple[int, int]], Run]) -> Found:
    """Add *found* to what the file holds, without the answers, and return all of it."""
    whole: Found = {}
    if path.exists():
        for task, solver, claims, worlds, seconds, scale in json.loads(path.read_text("utf-8")):
            whole[task, solver, (claims, worlds)] = Run(tuple(seconds), {}, scale=scale)
    whole.update(found)
    rows = [
        [task, solver, *size, run.seconds, run.scale] for (task, solver, size), run in whole.items()
    ]
    path.write_text(json.dumps(rows), "utf-8")
    return whole
