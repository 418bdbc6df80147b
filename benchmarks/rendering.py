"""How long a report of many claims takes to be shown, and how large it is.

The report is of an invented flood (``scripts/invented_flood.py``), reconciled once; that is not
measured here. Then each form is made, in processor time of this process, best of three::

    python benchmarks/rendering.py 1000

The last column compares with ``to_json``, the plainest form there is.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

from claimrecon import reconcile

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))

from invented_flood import flood

RUNS = 3
LIMIT_SECONDS = 1.0
LIMIT_BYTES = 2_000_000


def measured(make: Callable[[], str]) -> tuple[float, int]:
    """Return the best time in seconds, and the size in bytes."""
    times = []
    size = 0
    for _ in range(RUNS):
        start = process_time()
        size = len(make().encode())
        times.append(process_time() - start)
    return min(times), size


def main() -> int:
    """Measure, print, and fail where a page is too slow or too large."""
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    report = reconcile(flood(claims))
    print(f"{claims:,} claims, {len(report.findings):,} findings, {len(report.ranges):,} ranges")
    forms: dict[str, Callable[[], str]] = {
        "to_json": report.to_json,
        "to_text": report.to_text,
        "to_html": report.to_html,
        "to_markdown": report.to_markdown,
        "_repr_html_": report._repr_html_,
        "plot().svg": lambda: str(report.plot().svg),
    }
    base = 0.0
    failed = False
    print(f"{'':<12} {'seconds':>8} {'bytes':>10} {'times to_json':>14}")
    for name, make in forms.items():
        seconds, size = measured(make)
        base = base or seconds
        print(f"{name:<12} {seconds:>8.2f} {size:>10,} {seconds / base:>14.1f}")
        failed |= "html" in name and (seconds > LIMIT_SECONDS or size > LIMIT_BYTES)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
