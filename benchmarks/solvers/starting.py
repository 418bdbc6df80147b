"""What it costs to start: the import alone, and what has to be loaded before a first answer."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

_NOTHING = "pass"
_FLOOR = "import numpy, numpy.typing; from pydantic import BaseModel, BeforeValidator, Field, Tag"
_IMPORT = "import claimrecon"
_USE = "import claimrecon; claimrecon.load, claimrecon.reconcile"
_RUNS = 9


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds of processor time, with compiled files.

    Attributes
    ----------
    imported
        What ``import claimrecon`` adds to a bare interpreter. It loads neither numpy nor pydantic,
        so that nothing is to be taken off for them.
    used
        What is loaded for ``load`` and ``reconcile``, beyond numpy and pydantic. The front door
        puts it off until they are asked for; it does not save it.
    """

    imported: float
    used: float


def start() -> Start:
    """Measure it, in turns, so that a busy moment of the machine falls on all of them."""
    codes = (_NOTHING, _FLOOR, _IMPORT, _USE)
    for code in codes:
        _seconds(code)  # leaves compiled files behind
    rounds = [[_seconds(code) for code in codes] for _ in range(_RUNS)]
    nothing, floor, imported, used = map(median, zip(*rounds, strict=True))
    return Start(imported - nothing, used - floor)


def report_start(measured: Start) -> Iterator[str]:
    """Yield a line for the bar, and one for what it puts off."""
    imported, used = 1000 * measured.imported, 1000 * measured.used
    met = "met" if imported <= 60 else "NOT MET"  # noqa: PLR2004
    yield f"  import beyond a bare interpreter: <= 60 ms: {imported:.1f}, {met}"
    yield f"  to load and to reconcile, beyond numpy and pydantic: {used:.0f} ms"


def _seconds(code: str) -> float:
    done = subprocess.run(  # noqa: S603  (this very interpreter, with fixed arguments)
        [sys.executable, "-c", f"{code}; import time; print(time.process_time())"],
        capture_output=True,
        text=True,
        check=True,
        # Where this is set, every start compiles everything again.
        env={name: held for name, held in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    )
    return float(done.stdout)


if __name__ == "__main__":
    for line in report_start(start()):
        print(line)
