"""What solving costs beside other solvers, on the same systems, in one run.

    uv run --group benchmark-solving python benchmarks/solving.py
    ... --claims 10 100 --results solving.json --plot docs/explanation

Every solver works in a process of its own, and every answer is checked: a conflict by a proof that
adds up, a repair by its size and by a point that satisfies the rest, a range against ours. Times
are medians of at least five runs, or of those that fit into the time a solver is given. Only
ratios within one run say anything; the last part sets them against the bars.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from solvers.bars import report_bars
from solvers.checking import is_conflict, is_repair, same_ranges
from solvers.dossiers import dossier_json
from solvers.forms import to_json
from solvers.keeping import keep
from solvers.measuring import Run, run
from solvers.plots import plot
from solvers.starting import report_start, start
from solvers.systems import system_of, tell

SIZES = ((10, 1), (100, 1), (1_000, 5), (10_000, 50), (1_001, 1))
"""Claims, and worlds that share nothing; the last is one giant component."""
_LIES = 200
"""One claim in so many is a lie; at least one."""
_READ, _RANGED = 1_000, 1_000
"""From JSON, and for all ranges, larger dossiers take longer than somebody waits."""
_WHERE = {
    ("highs", "conflict"): 10_000,
    ("highs", "conflict by parts"): 10_000,
    ("smt", "conflict"): 10_000,
    ("constraint", "conflict"): 1_000,
    ("scip", "conflict"): 1_000,
    ("highs", "ranges warm"): 1_000,
    ("highs", "ranges cold"): 1_000,
    ("smt", "repair"): 1_000,
    ("highs", "repair"): 1_000,
}
"""The peers of each task, and the largest size at which they are waited for."""


@dataclass
class Measured:
    """Every run, by task, solver and size."""

    runs: int
    seconds: float
    wrong: int = 0
    found: dict[tuple[str, str, tuple[int, int]], Run] = field(default_factory=dict)

    def measure(self, task: str, solver: str, size: tuple[int, int], given: str) -> Run:
        """Measure one solver and keep it."""
        done = run(solver, task, given, runs=self.runs, seconds=self.seconds)
        self.found[task, solver, size] = done
        return done

    def line(self, done: Run, ours: Run, name: str, *, right: bool) -> str:
        """Return a line of the table, and count answers that are wrong."""
        if not done.seconds:
            return f"    {name:28} {done.note}"
        self.wrong += not right
        ratio = f"{done.middle / ours.middle:8.1f} x" if done is not ours else " " * 10
        return f"    {name:28} {done!s:>22} {ratio}{'' if right else '  WRONG ANSWER'}"


def main() -> int:
    """Measure, print, and return 1 where an answer was wrong."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--claims", type=int, nargs="+", help="only these sizes")
    options.add_argument("--seconds", type=float, default=20, help="for the runs of one solver")
    options.add_argument("--grow", type=int, help="so many claims, and then one more")
    options.add_argument("--results", type=Path, help="keep what was measured in this file")
    options.add_argument("--plot", type=Path, help="draw all that was kept into this folder")
    chosen = options.parse_args()
    measured = Measured(runs=5, seconds=chosen.seconds)
    for size in SIZES:
        if chosen.claims and size[0] not in chosen.claims:
            continue
        for lines in (_conflicting(measured, size), _clean(measured, size)):
            for line in lines:
                print(line, flush=True)
    if chosen.grow:
        for line in _growing(measured, (chosen.grow, 50)):
            print(line, flush=True)
    found = measured.found
    for line in (*report_bars(found), *report_start(start())):
        print(line)
    if chosen.results:
        found = keep(chosen.results, measured.found)
    if chosen.plot:
        plot(found, chosen.plot)
    print(f"wrong answers: {measured.wrong}")
    return 1 if measured.wrong else 0


def _conflicting(measured: Measured, size: tuple[int, int]) -> Iterator[str]:
    claims, worlds = size
    told = tell(claims, worlds=worlds, lies=max(1, claims // _LIES))
    system = system_of(told)
    given = to_json(system)
    yield (
        f"{claims:,} claims about {worlds} worlds, {len(told.lies)} of them lies: "
        f"{len(system.rows):,} rows, {len(system.variables):,} variables"
    )
    yield "  first proven minimal conflict"
    ours = measured.measure("conflict", "ours", size, given)
    yield measured.line(ours, ours, "claimrecon", right=is_conflict(system, ours.answer))
    for solver, task in _peers("conflict", claims):
        done = measured.measure(task, solver, size, given)
        right = bool(done.answer) and is_conflict(system, done.answer)
        yield measured.line(done, ours, f"{solver}: {task}", right=right)
    yield "  smallest repair"
    ours = measured.measure("repair", "ours", size, given)
    yield measured.line(ours, ours, "claimrecon", right=is_repair(system, ours.answer["owners"]))
    for solver, task in _peers("repair", claims):
        done = measured.measure(task, solver, size, given)
        owners = done.answer.get("owners", ())
        right = len(owners) == len(ours.answer["owners"]) and is_repair(system, owners)
        yield measured.line(done, ours, f"{solver}: {task}", right=right)
    yield "  verdict, of a conflicting dossier"
    yield from _verdict(measured, size, given, dossier_json(told), possible=False)


def _clean(measured: Measured, size: tuple[int, int]) -> Iterator[str]:
    claims, worlds = size
    told = tell(claims, worlds=worlds)
    system = system_of(told)
    given = to_json(system)
    yield "  verdict, where all claims are true"
    yield from _verdict(measured, size, given, dossier_json(told), possible=True)
    if claims > _RANGED:
        return
    yield "  all ranges, where all claims are true"
    ours = measured.measure("ranges", "ours", size, given)
    yield measured.line(ours, ours, "claimrecon", right=True)
    for solver, task in _peers("ranges", claims):
        done = measured.measure(task, solver, size, given)
        right = bool(done.answer) and same_ranges(ours.answer["ends"], done.answer["ends"])
        yield measured.line(done, ours, f"{solver}: {task}", right=right)


def _growing(measured: Measured, size: tuple[int, int]) -> Iterator[str]:
    """Measure whole reports, of all claims and after one more; the verdicts must be equal."""
    claims, worlds = size
    given = dossier_json(tell(claims, worlds=worlds, lies=claims // _LIES))
    yield f"one more claim, after {claims:,} about {worlds} worlds"
    ours = measured.measure("one more", "checked", size, given)
    yield measured.line(ours, ours, "claimrecon: one more", right=True)
    fresh = measured.measure("fresh", "checked", size, given)
    right = fresh.answer == ours.answer
    yield measured.line(fresh, ours, "claimrecon: a fresh run", right=right)


def _verdict(
    measured: Measured, size: tuple[int, int], given: str, dossier: str, *, possible: bool
) -> Iterator[str]:
    task = "verdict" if possible else "verdict of a conflict"
    floor = measured.measure("validate", "checked", size, dossier)
    yield measured.line(floor, floor, "pydantic: validate_json", right=True)
    ways = [("claimrecon, from rows", "ours", given)]
    if size[0] <= _READ:
        ways.append(("claimrecon, from JSON", "checked", dossier))
    for name, solver, what in ways:
        done = run(solver, "verdict", what, runs=measured.runs, seconds=measured.seconds)
        measured.found[task, solver, size] = done
        measured.found[f"{task}, floor", solver, size] = floor
        right = done.answer.get("possible") == possible
        yield measured.line(done, floor, name, right=right)


def _peers(task: str, claims: int) -> list[tuple[str, str]]:
    return [
        (solver, other)
        for (solver, other), most in _WHERE.items()
        if other.startswith(task) and claims <= most
    ]


if __name__ == "__main__":
    sys.exit(main())
