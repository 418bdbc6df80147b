"""How low and how high a sum of variables can be, exactly, and on whom that hinges."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from claimrecon.linear import exact
from claimrecon.linear.components import components
from claimrecon.linear.decisions import to_point
from claimrecon.linear.engine import Engine, Optimum
from claimrecon.linear.minimal import deletion_filter, each_row_its_own, restore
from claimrecon.linear.proofs import Point, Proof
from claimrecon.linear.stacks import decide
from claimrecon.linear.status import Budget, InfeasibleSystemError
from claimrecon.linear.system import LinearSystem


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of a range.

    Attributes
    ----------
    value
        Exact; ``None`` where there is no end.
    proof
        That no solution goes beyond; ``None`` where there is no end, and for a sum without terms,
        which is zero whatever anybody says. The proof of an upper end
        bounds the negated objective from below. It depends on the rows alone, not on the solver.
    owners
        On whom the end hinges, sorted: with the rows of these owners (and of nobody) alone the end
        is the same, and it moves if any one of them is left out of these.
    point
        A solution that attains the value. It is exact, but where several do, which one it is may
        depend on the solver.
    """

    value: Fraction | None
    proof: Proof | None
    owners: tuple[str, ...]
    point: Point | None


def lowest(
    system: LinearSystem, objective: Mapping[str, int], *, budget: Budget | None = None
) -> Bound:
    """Return the least value of *objective* over all solutions of *system*.

    Parameters
    ----------
    system
        Rows that have a solution.
    objective
        Integer weights of variables; a variable that no row mentions is at least zero.
    budget
        Time that may be spent.

    Raises
    ------
    InfeasibleSystemError
        If the system has no solution.
    UndecidedError
        If the budget ends first.

    See Also
    --------
    Ranges : Many ranges of one system.

    Examples
    --------
    >>> from claimrecon.linear import Row
    >>> total = Row("total", (("men", 1), ("women", 1)), 100, "mayor")
    >>> women = Row("women", (("women", -1),), -40, "doctor")
    >>> bound = lowest(LinearSystem((total, women)), {"men": 1})
    >>> bound.value, bound.owners
    (Fraction(60, 1), ('doctor', 'mayor'))
    """
    return Ranges(system, budget=budget).lowest(objective)


def highest(
    system: LinearSystem, objective: Mapping[str, int], *, budget: Budget | None = None
) -> Bound:
    """Return the greatest value of *objective* over all solutions of *system*.

    Parameters, errors and examples are those of `lowest`.
    """
    return Ranges(system, budget=budget).highest(objective)


class Ranges:
    """Ranges over one system that has a solution; only connected rows are looked at.

    Raises
    ------
    InfeasibleSystemError
        If the system has no solution.
    UndecidedError
        If the budget ends first.
    """

    def __init__(self, system: LinearSystem, *, budget: Budget | None = None) -> None:
        self._budget = budget
        solution = decide(system, budget=budget)
        if isinstance(solution, Proof):
            raise InfeasibleSystemError(
                "the system has no solution, so that nothing has a range; "
                "call minimal_conflicts() to see which owners cannot hold together."
            )
        self._solution = dict(solution.values)
        self._parts = components(system)
        self._part = {v: i for i, part in enumerate(self._parts) for v in part.variables}
        self._searches: dict[tuple[tuple[int, ...], tuple[str, ...]], _Search] = {}

    def lowest(self, objective: Mapping[str, int]) -> Bound:
        """Return the least value of *objective*."""
        wanted = {variable: weight for variable, weight in sorted(objective.items()) if weight}
        if not wanted:
            return Bound(Fraction(0), None, (), Point(tuple(sorted(self._solution.items()))))
        bound = self._search(wanted).lowest(wanted)
        if bound.point is None:
            return bound
        values = {**self._solution, **dict(bound.point.values)}
        return Bound(bound.value, bound.proof, bound.owners, Point(tuple(sorted(values.items()))))

    def highest(self, objective: Mapping[str, int]) -> Bound:
        """Return the greatest value of *objective*."""
        bound = self.lowest({variable: -weight for variable, weight in objective.items()})
        value = None if bound.value is None else -bound.value
        return Bound(value, bound.proof, bound.owners, bound.point)

    def least(
        self, objective: Mapping[str, int], *, without: Collection[str] = ()
    ) -> Fraction | None:
        """Return the least value alone, as if the owners *without* had said nothing."""
        wanted = {variable: weight for variable, weight in sorted(objective.items()) if weight}
        return self._search(wanted).least(wanted, without)

    def greatest(
        self, objective: Mapping[str, int], *, without: Collection[str] = ()
    ) -> Fraction | None:
        """Return the greatest value alone, as if the owners *without* had said nothing."""
        low = self.least({v: -weight for v, weight in objective.items()}, without=without)
        return None if low is None else -low

    def _search(self, wanted: Mapping[str, int]) -> "_Search":
        touched = tuple(sorted({self._part[v] for v in wanted if v in self._part}))
        unknown = tuple(v for v in wanted if v not in self._part)
        if (touched, unknown) not in self._searches:
            rows = tuple(row for i in touched for row in self._parts[i].rows)
            self._searches[touched, unknown] = _Search(LinearSystem(rows), unknown, self._budget)
        return self._searches[touched, unknown]


class _Search:
    """Minimises over the rows of some owners of one system."""

    def __init__(
        self, system: LinearSystem, unknown: tuple[str, ...], budget: Budget | None
    ) -> None:
        self.system = system
        self._budget = budget
        self._rows = sorted(system.rows, key=lambda row: row.name)
        self._variables = sorted({*system.variables, *unknown})
        self._engine = Engine(self._rows, self._variables, budget=budget)

    def lowest(self, objective: Mapping[str, int]) -> Bound:
        optimum = self._optimum(self.system.owners, objective)
        if optimum.proof is None:
            return Bound(None, None, (), None)
        value = optimum.proof.bound
        owners = self._needed(objective, optimum.proof)
        rows = each_row_its_own(self.system.of(owners))
        search = _Search(rows, tuple(objective), self._budget)
        again = search._optimum(rows.owners, objective)
        needed = rows.of(search._needed(objective, again.proof)) if again.proof else rows
        canonical = exact.minimise(
            sorted(needed.rows, key=lambda row: row.name), objective, budget=self._budget
        )
        proof = restore(canonical, self.system) if canonical else optimum.proof
        return Bound(value, proof, owners, to_point(optimum.place, self._variables))

    def least(self, objective: Mapping[str, int], without: Collection[str]) -> Fraction | None:
        owners = [name for name in self.system.owners if name not in without]
        proof = self._optimum(owners, objective).proof
        return None if proof is None else proof.bound

    def _needed(self, objective: Mapping[str, int], proof: Proof) -> tuple[str, ...]:
        """Return whom a deletion filter in sorted order leaves without moving the end."""

        def reason(owners: Collection[str]) -> Collection[str] | None:
            again = self._optimum(owners, objective).proof
            return again.owners if again is not None and again.bound == proof.bound else None

        return deletion_filter(self.system.owners, proof.owners, reason)

    def _optimum(self, owners: Collection[str], objective: Mapping[str, int]) -> Optimum:
        kept = {None, *owners}
        active = np.array([row.owner in kept for row in self._rows], dtype=np.bool_)
        return self._engine.minimise(active, objective)
