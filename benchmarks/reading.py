"""Measure how well words are read: phrases, dates, sentences, and what it costs.

::

    python benchmarks/reading.py                  the labelled files of the tests
    python benchmarks/reading.py FILE.jsonl ...   other files of the same layouts
    python benchmarks/reading.py --megabytes 5    and how long hostile texts of 5 MB take

The layout of a file is known by the keys of its lines: ``quantities`` (number phrases), ``labels``
(numbers alone), ``claims`` (sentences), ``start`` and ``end`` (dates).
"""

import argparse
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from scores.costs import report_costs, report_long
from scores.dates import report_dates
from scores.phrases import report_numbers, report_phrases
from scores.sentences import report_sentences

DEFAULT = Path(__file__).parents[1] / "tests" / "data" / "reading"
Rows = Sequence[Mapping[str, Any]]
LAYOUTS: Mapping[str, tuple[str, Callable[[Rows], Iterator[str]]]] = {
    "quantities": ("number phrases", report_phrases),
    "labels": ("numbers of phrases", report_numbers),
    "claims": ("sentences", report_sentences),
    "start": ("dates", report_dates),
}


def main() -> None:
    """Print the scores of each file, then the costs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--no-costs", action="store_true", help="leave the timings out")
    parser.add_argument(
        "--megabytes", type=int, metavar="N", help="also time hostile texts of so many megabytes"
    )
    options = parser.parse_args()
    texts: dict[str, list[str]] = {key: [] for key in LAYOUTS}
    for path in options.files or sorted(DEFAULT.glob("*.jsonl")):
        lines = path.read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines if line.strip()]
        key = next((key for key in LAYOUTS if rows and key in rows[0]), None)
        if key is None:
            parser.error(f"{path} is in none of the layouts {', '.join(LAYOUTS)}")
        title, report = LAYOUTS[key]
        print(f"\n{path.name}: {title}, share [95 % Wilson interval] n")
        for line in report(rows):
            print(line)
        texts[key] += [row["text"] for row in rows]
    if not options.no_costs:
        print("\ncosts, in processor time")
        for line in report_costs(texts["quantities"], texts["claims"]):
            print(line)
    if options.megabytes:
        for line in report_long(options.megabytes):
            print(line)


if __name__ == "__main__":
    main()
