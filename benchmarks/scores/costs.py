"""What reading costs: a phrase, a sentence, the import, and how it grows with a hostile text."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from time import process_time

from claimrecon.periods import find_dates
from claimrecon.quantities import find_counts
from scores.answers import ours

_HOSTILE = {
    "digits": "1234567890", "hyphens": "1-", "mixed": "12-34,5 at least ", "thin": "1\u202f",
    "hedges": "at least about ", "words": "two hundred thousand ", "joined": "300 and ",
    "brackets": "12 (", "dates": "on 9 January 2022 to ", "prose": "At least 300 were killed. ",
}  # fmt: skip
_SIZES = (20_000, 40_000, 80_000)
_IMPORT = """
import time, claimrecon
start = time.process_time()
import claimrecon.extraction
print(1000 * (time.process_time() - start))
"""


def report_costs(phrases: Sequence[str], sentences: Sequence[str]) -> Iterator[str]:
    """Measure processor time; walls of a busy machine say little."""
    yield f"  phrase             {_each(ours, phrases):.3f} ms"
    yield f"  sentence, numbers  {_each(find_counts, sentences):.3f} ms"
    yield f"  sentence, dates    {_each(_dates, sentences):.3f} ms"
    done = subprocess.run(  # noqa: S603  (this very interpreter, with fixed arguments)
        [sys.executable, "-c", _IMPORT], capture_output=True, text=True, check=True
    )
    yield f"  import of the reader beyond the package  {float(done.stdout):.0f} ms"
    yield f"  microseconds a character of hostile text, at {_SIZES} characters:"
    for name, unit in _HOSTILE.items():
        costs = [_per_character(unit, size) for size in _SIZES]
        yield f"    {name:9}" + "".join(f"{cost:9.2f}" for cost in costs)


def _each(work: object, texts: Sequence[str]) -> float:
    if not texts or not callable(work):
        return 0.0
    work(texts[0])
    start = process_time()
    for text in texts:
        work(text)
    return 1000 * (process_time() - start) / len(texts)


def _dates(text: str) -> object:
    return find_dates(text, date(2024, 1, 15))


def _per_character(unit: str, size: int) -> float:
    text = (unit * (size // len(unit) + 1))[:size]
    start = process_time()
    find_counts(text)
    _dates(text)
    return 1e6 * (process_time() - start) / size
