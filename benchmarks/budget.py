"""Seconds until a large component is given up, with a budget of one second: honest, not yet exact.

::

    python benchmarks/budget.py 3000
"""

import sys
import time
from datetime import date, timedelta

import claimrecon as cr

_FIRST = date(2020, 1, 1)
_MEASURES = ("killed", "wounded", "casualties")


def dossier(number: int) -> cr.Dossier:
    """Return *number* claims of 50 sources that all bear on each other."""
    days = [(_FIRST + timedelta(days=day)).isoformat() for day in range(2000)]
    claims = [
        {
            "id": f"claim-{place}",
            "source": f"source {place % 50}",
            "measure": _MEASURES[place % 3],
            "as_of": days[place % 2000],
            "low": place % 1000,
            "high": place % 1000 + 500,
            "reported_on": days[place % 2000],
        }
        for place in range(number)
    ]
    return cr.load({"since": "2019-12-31", "claims": claims})


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    loaded = dossier(size)
    loaded.read()
    start = time.perf_counter()
    verdict = cr.reconcile(loaded, budget=1).verdict
    print(f"{size:,} claims: {verdict} after {time.perf_counter() - start:.1f} s")
