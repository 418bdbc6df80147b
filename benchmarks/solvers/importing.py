"""What it costs to import the library, beyond what numpy and pydantic cost anyway."""

import subprocess
import sys
from statistics import median

_FLOOR = "import numpy, numpy.typing; from pydantic import BaseModel, BeforeValidator, Field, Tag"
_RUNS = 9


def import_seconds() -> float:
    """Return the seconds of processor time that ``import claimrecon`` adds, with compiled files."""
    whole = median(_seconds("import claimrecon") for _ in range(_RUNS))
    return whole - median(_seconds(_FLOOR) for _ in range(_RUNS))


def _seconds(code: str) -> float:
    done = subprocess.run(  # noqa: S603  (this very interpreter, with fixed arguments)
        [sys.executable, "-c", f"{code}; import time; print(time.process_time())"],
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)
