"""Runs of one task by one solver in a process of its own, and what came out."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

_WORK = Path(__file__).with_name("work.py")
_PATIENCE = 300
"""Seconds after which a solver is stopped."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one solver did.

    Attributes
    ----------
    seconds
        Of each repetition; none where it could not be measured.
    answer
        What the task returns.
    note
        Why it could not be measured.
    scale
        By what the time is multiplied, where only a sample was measured.
    """

    seconds: tuple[float, ...]
    answer: Mapping[str, Any]
    note: str = ""
    scale: float = 1.0

    @property
    def middle(self) -> float:
        """The median, in seconds."""
        return self.scale * median(self.seconds)

    def __str__(self) -> str:
        """Print the median in milliseconds, and how many runs there were if fewer than five."""
        if not self.seconds:
            return self.note
        few = f" ({len(self.seconds)} runs)" if len(self.seconds) < 5 else ""  # noqa: PLR2004
        about = "~" if self.scale != 1.0 else ""
        return f"{about}{1000 * self.middle:,.1f} ms{few}"


def run(solver: str, task: str, given: str, *, runs: int, seconds: float) -> Run:
    """Let *solver* do *task* on what is *given*, so many times or so many seconds."""
    try:
        done = subprocess.run(  # noqa: S603  (this very interpreter and our own file)
            [sys.executable, str(_WORK), solver, task, str(runs), str(seconds)],
            input=given,
            capture_output=True,
            encoding="utf-8",
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Run((), {}, f"stopped after {_PATIENCE} s")
    if done.returncode:
        return Run((), {}, "failed: " + (done.stderr.strip().splitlines() or ["?"])[-1])
    told = json.loads(done.stdout)
    if "missing" in told:
        return Run((), {}, f"not installed: {told['missing']}")
    return Run(tuple(told["seconds"]), told["answer"], scale=told["answer"].pop("scale", 1.0))
