"""Verdicts: which owners can hold together, each answer exact."""

from collections.abc import Collection
from fractions import Fraction

from claimrecon.linear import exact
from claimrecon.linear.proofs import Point, Proof
from claimrecon.linear.status import Budget
from claimrecon.linear.system import LinearSystem


class Decider:
    """Decides again and again which owners of one system can hold together."""

    def __init__(self, system: LinearSystem, *, budget: Budget | None = None) -> None:
        self.system = system
        self._budget = budget or Budget(None)

    def decide(self, owners: Collection[str]) -> Point | Proof:
        """Return an exact point for the rows of *owners* and of nobody, or an exact proof."""
        kept = set(owners)
        rows = [r for r in self.system.rows if r.owner is None or r.owner in kept]
        rows.sort(key=lambda row: row.name)
        answer = exact.solve(rows, budget=self._budget)
        if isinstance(answer, Proof):
            return answer
        return Point(
            tuple((v, answer.get(v, Fraction(0))) for v in sorted(self.system.variables))
        )

    def satisfied(self, point: Point) -> frozenset[str]:
        """Return the owners all of whose rows hold at *point*."""
        values = dict(point.values)
        broken = {
            row.owner
            for row in self.system.rows
            if sum((w * values[v] for v, w in row.coefficients), Fraction(0)) < row.bound
        }
        return frozenset(set(self.system.owners) - broken)


def decide(system: LinearSystem, *, budget: Budget | None = None) -> Point | Proof:
    """Return a point that satisfies all rows of *system*, or a proof that there is none."""
    return Decider(system, budget=budget).decide(system.owners)
