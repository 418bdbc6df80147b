"""What reading costs: a phrase, a sentence, the import, and how it grows with a hostile text."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from time import process_time

from claimrecon.extraction import read
from claimrecon.periods import find_dates
from claimrecon.quantities import find_counts
from scores.answers import ours

_HOSTILE = {
    "digits": "1234567890", "hyphens": "1-", "mixed": "12-34,5 at least ", "thin": "1\u202f",
    "hedges": "at least about ", "words": "two hundred thousand ", "joined": "300 and ",
    "brackets": "12 (", "dates": "on 9 January 2022 to ", "prose": "At least 300 were killed. ",
}  # fmt: skip
_SIZES = (10_000, 20_000, 40_000)
_IMPORT = """
import sys, time, claimrecon
for name in [name for name in sys.modules if name.startswith("claimrecon.extraction")]:
    del sys.modules[name]
start = time.process_time()
import claimrecon.extraction, claimrecon.extraction.rules.reading
print(1000 * (time.process_time() - start))
"""
_FIRST = """
import time, claimrecon
start = time.process_time()
claimrecon.read("At least 300 soldiers were killed on 9 January.", published="2024-01-15")
print(1000 * (time.process_time() - start))
"""


def report_costs(phrases: Sequence[str], sentences: Sequence[str]) -> Iterator[str]:
    """Measure processor time; walls of a busy machine say little."""
    yield f"  phrase             {_each(ours, phrases):.3f} ms"
    yield f"  sentence, numbers  {_each(find_counts, sentences):.3f} ms"
    yield f"  sentence, dates    {_each(_dates, sentences):.3f} ms"
    yield f"  sentence, drafts   {_each(_drafts, sentences):.3f} ms"
    yield f"  import of all modules of the reader           {_imported():.0f} ms"
    yield f"  first text: rules and words load with it      {_first():.0f} ms"
    yield f"  microseconds a character of hostile text, at {_SIZES} characters:"
    for name, unit in _HOSTILE.items():
        costs = [_per_character(unit, size) for size in _SIZES]
        yield f"    {name:9}" + "".join(f"{cost:9.2f}" for cost in costs)


def report_long(megabytes: int) -> Iterator[str]:
    """Read runs of digits and of hyphens of so many megabytes."""
    size = megabytes * 1_000_000
    for name in ("digits", "hyphens"):
        seconds = _per_character(_HOSTILE[name], size) * size / 1e6
        yield f"  {megabytes} MB of {name}: {seconds:.0f} s"


def _imported() -> float:
    return float(_run("-c", _IMPORT).stdout)


def _first() -> float:
    return float(_run("-c", _FIRST).stdout)


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  (this very interpreter, with fixed arguments)
        [sys.executable, *arguments], capture_output=True, text=True, check=True
    )


def _each(work: object, texts: Sequence[str]) -> float:
    if not texts or not callable(work):
        return 0.0
    work(texts[0])
    start = process_time()
    for text in texts:
        work(text)
    return 1000 * (process_time() - start) / len(texts)


def _drafts(text: str) -> object:
    return read(text, published="2024-01-15", tier="all")


def _dates(text: str) -> object:
    return find_dates(text, date(2024, 1, 15))


def _per_character(unit: str, size: int) -> float:
    text = (unit * (size // len(unit) + 1))[:size]
    start = process_time()
    _drafts(text)
    return 1e6 * (process_time() - start) / size
