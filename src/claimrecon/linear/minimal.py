"""The canonical proof: no owner and no row more than it needs, the same with every solver.

Solvers of different versions find different proofs. What they all agree on is whether something
still holds when an owner is left out. So a *deletion filter* decides, in sorted order, first about
the owners and then about the single rows; the exact simplex writes the proof on the rest.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from claimrecon.linear import exact
from claimrecon.linear.decisions import Decider
from claimrecon.linear.proofs import Proof, ordered_proof
from claimrecon.linear.status import Budget, FeasibleSystemError
from claimrecon.linear.system import LinearSystem


def prove(system: LinearSystem, *, budget: Budget | None = None) -> Proof:
    """Return the canonical proof that *system* has no solution.

    Its owners are a minimal conflict: leave any of them out and the rest can hold. The proof
    depends on the rows alone: not on their order, nor on the solver or its version.

    Raises
    ------
    FeasibleSystemError
        If the system has a solution.
    UndecidedError
        If the budget ends first.

    Examples
    --------
    >>> from claimrecon.linear import Row
    >>> low, high = Row("low", (("x", 1),), 5, "a"), Row("high", (("x", -1),), -3, "b")
    >>> prove(LinearSystem((low, high))).owners
    ('a', 'b')
    """
    owners = _needed(system, budget)
    rows = each_row_its_own(system.of(owners))
    needed = rows.of(_needed(rows, budget))
    answer = exact.solve(sorted(needed.rows, key=lambda row: row.name), budget=budget)
    if not isinstance(answer, Proof):
        raise FeasibleSystemError("the rows left by the filter have a solution; report this bug.")
    return restore(answer, system)


def deletion_filter(
    candidates: Sequence[str],
    used: Collection[str],
    without: Callable[[Collection[str]], Collection[str] | None],
) -> tuple[str, ...]:
    """Drop every candidate that is not needed, one after another.

    Parameters
    ----------
    candidates
        In the order in which they are tried.
    used
        Those that the reason at hand uses; the others are dropped without asking.
    without
        Given those that would be left, the ones that a reason among them uses; ``None`` where
        there is no reason left.
    """
    kept = dict.fromkeys(candidates)
    needed = set(used)
    for candidate in candidates:
        del kept[candidate]
        if candidate in needed:
            reason = without(kept)
            if reason is None:
                kept[candidate] = None
            else:
                needed = set(reason)
    return tuple(sorted(kept))


def each_row_its_own(system: LinearSystem) -> LinearSystem:
    """Let every row be owned by its own name, so that a filter can drop it."""
    return LinearSystem(tuple(replace(row, owner=row.name) for row in system.rows))


def restore(proof: Proof, system: LinearSystem) -> Proof:
    """Put the rows of *system* in place of those that own themselves."""
    rows = {row.name: row for row in system.rows}
    return ordered_proof(
        ((row if row.owner is None else rows[row.name], m) for row, m in proof.terms), proof.claim
    )


def _needed(system: LinearSystem, budget: Budget | None) -> tuple[str, ...]:
    """Return a minimal conflict: the one that a deletion filter in sorted order leaves."""
    decider = Decider(system, budget=budget)

    def reason(owners: Collection[str]) -> Collection[str] | None:
        answer = decider.decide(owners)
        return answer.owners if isinstance(answer, Proof) else None

    used = reason(system.owners)
    if used is None:
        raise FeasibleSystemError(
            "the system has a solution, so that nothing can prove the contrary; "
            "call decide() to get the solution."
        )
    return deletion_filter(system.owners, used, reason)
