"""The canonical proof: a minimal set of owners, then the exact simplex on their rows alone."""

from claimrecon.linear import exact
from claimrecon.linear.decisions import Decider
from claimrecon.linear.proofs import Proof
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

    Notes
    -----
    A deletion filter over the owners in sorted order: an owner without whom the rest still cannot
    hold is dropped (without a solve where the proof at hand does not use it). Then the exact
    simplex with Bland's rule on the rows that are left, in order of their names.

    Examples
    --------
    >>> from claimrecon.linear import Row
    >>> low, high = Row("low", (("x", 1),), 5, "a"), Row("high", (("x", -1),), -3, "b")
    >>> prove(LinearSystem((low, high))).owners
    ('a', 'b')
    """
    decider = Decider(system, budget=budget)
    kept = list(system.owners)
    proof = decider.decide(kept)
    if not isinstance(proof, Proof):
        raise FeasibleSystemError(
            "the system has a solution, so that nothing can prove the contrary; "
            "call decide() to get the solution."
        )
    used = set(proof.owners)
    for owner in system.owners:
        rest = [o for o in kept if o != owner]
        if owner in used:
            answer = decider.decide(rest)
            if not isinstance(answer, Proof):
                continue
            used = set(answer.owners)
        kept = rest
    return exact_proof(system.of(kept), budget=budget)


def exact_proof(system: LinearSystem, *, budget: Budget | None = None) -> Proof:
    """Return the proof that the exact simplex finds on an infeasible *system*."""
    rows = sorted(system.rows, key=lambda row: row.name)
    answer = exact.solve(rows, budget=budget)
    if not isinstance(answer, Proof):
        raise FeasibleSystemError("the rows kept have a solution after all; report this as a bug.")
    return answer
