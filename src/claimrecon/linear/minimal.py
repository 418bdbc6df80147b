"""The canonical proof: no owner and no row more than it needs, the same with every solver.

Solvers of different versions find different proofs. What they all agree on is whether something
still holds when an owner is left out. So a *deletion filter* decides, in sorted order, first about
the owners and then about the single rows; the exact simplex writes the proof on the rest.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

import numpy as np

from claimrecon.linear import exact
from claimrecon.linear.components import components
from claimrecon.linear.decisions import Decider
from claimrecon.linear.engine import is_large
from claimrecon.linear.matrix import Flags, Matrix, Stack
from claimrecon.linear.proofs import Proof, ordered_proof
from claimrecon.linear.stacks import decide_each
from claimrecon.linear.status import Budget, FeasibleSystemError
from claimrecon.linear.system import LinearSystem
from claimrecon.linear.tightening import Tightening


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
    near = _near(system, budget)
    rows = each_row_its_own(near.of(_needed(near, budget)))
    needed = rows.of(_needed(rows, budget))
    proof = exact.refute(sorted(needed.rows, key=lambda row: row.name), budget=budget)
    return restore(proof, near)


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


def _near(system: LinearSystem, budget: Budget | None) -> LinearSystem:
    """Return a part of a large *system* that cannot hold: as small as is quickly found.

    With the rows of nobody that are connected to it, so that what is minimal there is minimal in
    the whole. Which part it is depends on the rows alone.
    """
    if not is_large(len(system.rows)):
        return system
    matrix = Stack([system])
    tightening = Tightening(matrix, np.ones(len(matrix.rows), dtype=np.bool_))
    if not tightening.violated:
        parts = sorted(components(system), key=lambda part: min(row.name for row in part.rows))
        answers = zip(parts, decide_each(parts, budget=budget), strict=True)
        return next((part for part, answer in answers if isinstance(answer, Proof)), system)
    used = sorted(tightening.refutation())
    owners = {None, *_needed(LinearSystem(tuple(matrix.rows[i] for i in used)), budget)}
    allowed = np.array([row.owner in owners for row in system.rows])
    kept = allowed & ~np.array([row.owner is None for row in system.rows])
    kept[used] = allowed[used]
    return LinearSystem(tuple(system.rows[i] for i in _connected(matrix, kept, allowed)))


def _connected(matrix: Matrix, kept: Flags, allowed: Flags) -> list[int]:
    """Return the numbers of all *allowed* rows that the rows *kept* are connected to."""
    chosen = allowed[matrix.places]
    places, columns = matrix.places[chosen], matrix.columns[chosen]
    seen = np.zeros(len(matrix.variables), dtype=np.bool_)
    kept, count = kept | (allowed & (matrix.lengths == 0)), -1
    while count != (count := int(kept.sum())):
        seen[columns[kept[places]]] = True
        kept[places[seen[columns]]] = True
    return np.flatnonzero(kept).tolist()


def _needed(system: LinearSystem, budget: Budget | None) -> tuple[str, ...]:
    """Return a minimal conflict: the one that a deletion filter in sorted order leaves."""
    decider = Decider(system, budget=budget)

    def reason(owners: Collection[str]) -> Collection[str] | None:
        proof = decider.refute(owners)
        return None if proof is None else proof.owners

    used = reason(system.owners)
    if used is None:
        raise FeasibleSystemError(
            "the system has a solution, so that nothing can prove the contrary; "
            "call decide() to get the solution."
        )
    return deletion_filter(system.owners, used, reason)
