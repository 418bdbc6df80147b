"""What one more claim costs: added to a report, against a fresh run of the whole dossier.

    python benchmarks/growing.py [claims] [components]

The dossier is drawn: districts that share nothing, each with daily totals of the killed, floors,
the wounded and rounded casualties by four sources; a few rows are mistyped, so that there are
conflicts, slips and revisions. A fresh run starts from the mapping of the file format, as a program
that keeps no report would. The two results are compared to the last byte.
"""

import gc
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from statistics import median
from time import process_time
from typing import Any, TypeVar

import claimrecon as cr

_T = TypeVar("_T")
_CLAIMS, _COMPONENTS = 10_000, 50
_TIMES = 5
_FIRST = date(2031, 1, 1)


def written(claims: int, components: int, *, seed: int = 1) -> dict[str, Any]:
    """Return a dossier of that many claims in that many districts."""
    random = Random(seed)  # noqa: S311 - drawn, not secret
    names = [f"District {number}" for number in range(components)]
    rows = [claim for name in names for claim in _district(name, claims // components, random)]
    return {
        "claimrecon": 1,
        "since": _FIRST.isoformat(),
        "places": {"Country": {name: {} for name in names}},
        "claims": rows,
    }


def _district(name: str, count: int, random: Random) -> Iterator[dict[str, Any]]:
    killed = wounded = 0
    for number in range(count):
        day, which = divmod(number, 4)
        if not which:
            killed += random.randint(0, 9)
            wounded += random.randint(0, 20)
        told = killed * 10 if random.random() < 1 / 500 else killed
        source, measure, words = (
            ("Ministry", "killed", f"{told}"),
            ("Red Cross", "killed", f"at least {max(killed - 3, 0)}"),
            ("Hospital", "wounded", f"{wounded}"),
            ("Army", "casualties", f"about {killed + wounded}"),
        )[which]
        when = (_FIRST + timedelta(days=day)).isoformat()
        yield {
            "id": f"{name}, {number}",
            "source": f"{source} of {name}",
            "reported_on": when,
            "as_of": when,
            "measure": measure,
            "count": words,
            "place": name,
        }


def timed(work: Callable[[], _T]) -> tuple[float, _T]:
    """Return the processor time of *work* in seconds, and what it returned."""
    gc.collect()
    start = process_time()
    result = work()
    return process_time() - start, result


def main(claims: int, components: int) -> None:
    """Print the times and their ratio."""
    dossier = written(claims, components)
    first, report = timed(lambda: cr.reconcile(dossier))
    print(f"{claims:,} claims in {components} components: {report.verdict}, "
          f"{len(report.findings)} findings")  # fmt: skip
    print(f"  fresh run               {first:8.2f} s")
    added, withdrawn = [], []
    for number in range(_TIMES):
        name = f"District {number % components}"
        day = (_FIRST + timedelta(days=claims // components // 8)).isoformat()
        claim = {
            "id": f"new {number}", "source": "Visitor", "reported_on": day, "as_of": day,
            "measure": "killed", "count": "at least 1", "place": name,
        }  # fmt: skip
        seconds, grown = timed(lambda claim=claim: report.add([claim]))  # type: ignore[misc]
        added.append(seconds)
        seconds, shrunk = timed(lambda grown=grown, claim=claim: grown.withdraw(claim["id"]))  # type: ignore[misc]
        withdrawn.append(seconds)
    again, fresh = timed(lambda: cr.reconcile({**dossier, "claims": [*dossier["claims"], claim]}))
    same = grown.to_json() == fresh.to_json() and shrunk.to_json() == report.to_json()
    print(f"  fresh run with one more {again:8.2f} s")
    print(f"  one claim added         {median(added):8.2f} s   {again / median(added):6.1f} x")
    print(
        f"  one claim withdrawn     {median(withdrawn):8.2f} s   {first / median(withdrawn):6.1f} x"
    )
    print(f"  results {'equal' if same else 'DIFFER'}")


if __name__ == "__main__":
    given = [int(number) for number in sys.argv[1:3]]
    main(*given, *(_CLAIMS, _COMPONENTS)[len(given) :])
