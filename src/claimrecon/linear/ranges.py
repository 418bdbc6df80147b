"""How low and how high a sum of variables can be, exactly, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from claimrecon.linear import exact
from claimrecon.linear.decisions import Decider
from claimrecon.linear.proofs import Point, Proof
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
        That no solution goes beyond; ``None`` where there is no end. The proof of an upper end
        bounds the negated objective from below.
    owners
        Whom the end hinges on, sorted: with the rows of these owners (and of nobody) alone the end
        is the same, and it moves if any one of them is left out of these.
    point
        A solution of the whole system that attains the value. It is exact, but where several do,
        which one it is may depend on the solver.
    """

    value: Fraction | None
    proof: Proof | None
    owners: tuple[str, ...]
    point: Point | None


def lowest(
    system: LinearSystem, objective: Mapping[str, int], *, budget: Budget | None = None
) -> Bound:
    """Return the least value of *objective* over all solutions of *system*."""
    rows = sorted(system.rows, key=lambda row: row.name)
    answer = exact.minimise(rows, objective, budget=budget)
    if answer is None:
        raise InfeasibleSystemError("the system has no solution, so that nothing has a range.")
    values, proof = answer
    if proof is None:
        return Bound(None, None, (), None)
    kept = list(system.owners)
    used = set(proof.owners)
    value = proof.bound
    for owner in system.owners:
        rest = [o for o in kept if o != owner]
        if owner in used:
            again = exact.minimise(
                sorted(system.of(rest).rows, key=lambda row: row.name), objective, budget=budget
            )
            if again is None or again[1] is None or again[1].bound < value:
                continue
            proof = again[1]
            used = set(proof.owners)
        kept = rest
    return Bound(value, proof, proof.owners, Point(tuple(sorted(values.items()))))


def highest(
    system: LinearSystem, objective: Mapping[str, int], *, budget: Budget | None = None
) -> Bound:
    """Return the greatest value of *objective* over all solutions of *system*."""
    bound = lowest(system, {v: -w for v, w in objective.items()}, budget=budget)
    value = None if bound.value is None else -bound.value
    return Bound(value, bound.proof, bound.owners, bound.point)
