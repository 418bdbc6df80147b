"""Compare verdicts, ranges and smallest repairs with those of an exact solver, on random systems.

    make exact                     1,000 systems and 100 dossiers
    make exact SYSTEMS=20000

The other solver is z3, which computes in fractions. Nothing may differ, every proof must add up,
and every point must satisfy its rows.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import z3

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from solvers.dossiers import dossier_of
from solvers.systems import system_of, tell

from claimrecon import load
from claimrecon.findings import Record
from claimrecon.linear import (
    LinearSystem,
    Point,
    Proof,
    Ranges,
    Row,
    decide,
    least_repair,
    minimal_conflicts,
    prove,
    smallest_repairs,
    spans,
)

_VARIABLES = tuple("uvwxyz")
_OWNERS = (None, "ann", "bob", "cyd", "dan", "eve", "fay", "gus")


class Z3:
    """The same rows in the hands of the other solver."""

    def __init__(self, system: LinearSystem) -> None:
        self.unknown: dict[str, Any] = {v: z3.Real(v) for v in system.variables}
        self.always: list[Any] = [value >= 0 for value in self.unknown.values()]
        self.said: dict[str, list[Any]] = {owner: [] for owner in system.owners}
        for row in system.rows:
            line = self.total(dict(row.coefficients)) >= row.bound
            (self.always if row.owner is None else self.said[row.owner]).append(line)

    def total(self, weights: Mapping[str, int]) -> Any:
        """Spell a sum."""
        return z3.Sum([z3.RealVal(0), *(w * self.unknown[v] for v, w in weights.items())])

    def possible(self) -> bool:
        """Say whether all rows can hold."""
        solver = z3.Solver()
        solver.add(self.always)
        for lines in self.said.values():
            solver.add(lines)
        verdict = solver.check()
        if verdict == z3.unknown:
            raise RuntimeError("the other solver gave no verdict.")
        return bool(verdict == z3.sat)

    def end(self, variable: str, *, top: bool) -> Fraction | None:
        """Return one end of the range of a variable; ``None`` where there is none."""
        solver = z3.Optimize()
        solver.add(self.always)
        for lines in self.said.values():
            solver.add(lines)
        ask, read = (solver.maximize, solver.upper) if top else (solver.minimize, solver.lower)
        goal = ask(self.unknown[variable])
        solver.check()
        value = read(goal)
        if str(value) in {"oo", "-1*oo"}:
            return None
        return Fraction(str(value))  # anything else that is no number raises

    def repair(self) -> int | None:
        """Return how many owners must go; ``None`` where that does not help."""
        solver = z3.Optimize()
        solver.add(self.always)
        for owner, lines in self.said.items():
            holds = z3.Bool(f"holds {owner}")
            solver.add([z3.Implies(holds, line) for line in lines])
            solver.add_soft(holds, 1)
        if solver.check() != z3.sat:
            return None
        model = solver.model()
        return sum(not z3.is_true(model[z3.Bool(f"holds {owner}")]) for owner in self.said)


def small(chance: Random) -> LinearSystem:
    """Draw a few rows with anything in them: sizes from 1 to 10^12, ratios, contradictions."""
    size = chance.choice([5, 100, 10**6, 10**12])
    truth = {v: chance.randint(0, size) for v in _VARIABLES}
    rows = []
    for i in range(chance.randint(2, 14)):
        names = chance.sample(_VARIABLES, chance.randint(1, 4))
        weights = {v: chance.choice([1, 1, -1, -1, 2, -3, 7, -100, 333_333_333]) for v in names}
        total = sum(w * truth[v] for v, w in weights.items())
        bound = total - chance.choice([0, 0, 1, size // 3])
        if chance.random() < 1 / 4:
            bound = chance.randint(-size, size)
        rows.append(Row(f"r{i:02}", tuple(sorted(weights.items())), bound, chance.choice(_OWNERS)))
    return LinearSystem(tuple(rows))


def worldly(chance: Random) -> LinearSystem:
    """Draw the rows of a dossier, straight from what is said or by way of the file format."""
    claims = chance.randint(5, 30)
    told = tell(claims, lies=chance.choice([0, 0, 1, 2]), seed=chance.randrange(10**9))
    if chance.random() < 1 / 2:
        return system_of(told)
    read = load(dossier_of(told)).read()
    record = Record(read, background=read.claims)
    return record.system(lenient=chance.random() < 1 / 2).system


def faults(system: LinearSystem, chance: Random) -> Iterator[str]:
    """Yield the name of everything that differs or does not check, and ``"..."`` for each check."""
    other = Z3(system)
    answer = decide(system)
    possible = isinstance(answer, Point)
    yield "verdict" if possible != other.possible() else "verdicts compared"
    if isinstance(answer, Proof):
        yield from _proved(answer, system)
        yield from _repaired(system, other)
        return
    yield "points checked" if answer.satisfies(system) else "point"
    found = {span.variable: span for span in spans(system)}
    ranges = Ranges(system)
    for variable in chance.sample(system.variables, min(3, len(system.variables))):
        low, high = ranges.lowest({variable: 1}), ranges.highest({variable: 1})
        for bound, span, top in (
            (low, found[variable].low, False),
            (high, found[variable].high, True),
        ):
            same = bound.value == span == other.end(variable, top=top)
            yield "range ends compared" if same else "range"
            if bound.proof is not None:
                yield "proofs checked" if bound.proof.verify(system) else "proof"


def _proved(answer: Proof, system: LinearSystem) -> Iterator[str]:
    for proof in (answer, prove(system)):
        yield "proofs checked" if proof.verify(system) else "proof"


def _repaired(system: LinearSystem, other: Z3) -> Iterator[str]:
    least = other.repair()
    conflicts = minimal_conflicts(system, limit=200)
    if least is None:
        yield "repairs compared" if conflicts.sets == ((),) else "repair"
        return
    yield "repairs compared" if len(least_repair(system)) == least else "repair"
    if not conflicts.truncated:
        listed = smallest_repairs(conflicts.sets).sets
        yield "repairs compared" if len(listed[0]) == least else "repair"


_GOOD = frozenset(
    {"verdicts compared", "points checked", "range ends compared", "proofs checked",
     "repairs compared"}
)  # fmt: skip


def main() -> int:
    """Compare, print the figures, and return 1 where anything differs."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--systems", type=int, default=1000, help="how many small systems")
    options.add_argument("--dossiers", type=int, default=100, help="how many dossiers")
    options.add_argument("--seed", type=int, default=0)
    chosen = options.parse_args()
    counted: Counter[str] = Counter()
    for draw, count in ((small, chosen.systems), (worldly, chosen.dossiers)):
        for number in range(count):
            chance = Random(f"{draw.__name__} {chosen.seed} {number}")  # noqa: S311
            system = draw(chance)
            for told in faults(system, chance):
                counted[told] += 1
                if told not in _GOOD:
                    print(f"{draw.__name__} {number}: {told} differs or does not check")
    for told in sorted(_GOOD):
        print(f"{told}: {counted[told]:,}")
    wrong = sum(count for told, count in counted.items() if told not in _GOOD)
    print(f"differences: {wrong}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
