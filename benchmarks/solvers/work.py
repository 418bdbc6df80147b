"""One solver, one task, in a process of its own: a system or a dossier in, times and an answer out.

A time is the smaller of two: that of the processor, all threads together, and that of the clock on
the wall. On a busy machine the clock says more about its other users; with several threads the
processor counts what is done at once.
"""

import importlib
import json
import os
import sys
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from solvers.forms import from_json


def main(solver: str, task: str, runs: str, seconds: str) -> None:
    """Run the task so many times, or fewer once so many seconds are spent."""
    # A solver may print what it likes, in any language: the answer has the true output for itself.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    text = sys.stdin.read()
    given: Any = text if text.startswith("{") else from_json(text)
    try:
        run = importlib.import_module(f"solvers.peers.{solver}").TASKS[task](given)
    except ImportError as error:
        json.dump({"missing": str(error)}, answers)
        return
    times: list[float] = []
    answer: Any = None
    while len(times) < int(runs) and (not times or sum(times) < float(seconds)):
        start, clock = process_time(), perf_counter()
        answer = run()
        times.append(min(process_time() - start, perf_counter() - clock))
    json.dump({"seconds": times, "answer": answer}, answers)


if __name__ == "__main__":
    main(*sys.argv[1:])
