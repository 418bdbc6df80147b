"""How long large parts take: long tables of real series, and drawn dossiers with many conflicts.

    python benchmarks/large.py FOLDER/gaza_daily.csv ...
    python benchmarks/large.py --drawn 1000 5 5

A long table is one dossier for each thing counted (`read_long`); a drawn dossier has so many claims
about so many worlds, so many of them lies. Seconds are of the processor, for the verdict with all
conflicts and their proofs (``detail="clashes"``).
"""

import argparse
import json
from collections.abc import Iterator
from time import process_time

from solvers.dossiers import dossier_json
from solvers.systems import tell

import claimrecon as cr
from claimrecon.exchange import read_long


def dossiers(tables: list[str], drawn: list[int] | None) -> Iterator[tuple[str, cr.Dossier]]:
    """Yield what is to be reconciled, with a name."""
    for path in tables:
        for key, dossier in read_long(path).dossiers():
            yield str(key), dossier
    if drawn:
        claims, worlds, lies = drawn
        told = tell(claims, worlds=worlds, lies=lies)
        yield f"{worlds} worlds, {lies} lies", cr.load(json.loads(dossier_json(told)))


def main() -> None:
    """Print one line for each dossier."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("tables", nargs="*")
    options.add_argument("--drawn", type=int, nargs=3, metavar=("CLAIMS", "WORLDS", "LIES"))
    options.add_argument("--budget", type=float, help="seconds for each dossier")
    chosen = options.parse_args()
    for name, dossier in dossiers(chosen.tables, chosen.drawn):
        size = len(dossier.read().claims)
        start = process_time()
        report = cr.reconcile(dossier, detail="clashes", budget=chosen.budget)
        taken = process_time() - start
        more = ", and there may be more" if report.truncated else ""
        print(
            f"{name}: {size:,} claims, {report.verdict}, "
            f"{len(report.findings):,} findings{more}, {taken:.1f} s",
            flush=True,
        )


if __name__ == "__main__":
    main()
