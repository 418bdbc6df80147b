"""One smallest repair of a system, without listing its conflicts first.

Conflicts are found only as they are needed: the smallest set that meets those found so far either
is a repair, and then no smaller one exists, or what it leaves holds new conflicts [1]_.

References
----------
.. [1] E. Moreno-Centeno and R. Karp (2013), "The implicit hitting set approach to solve
   combinatorial optimization problems", Operations Research 61.
"""

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_

from claimrecon.linear.components import independent_parts
from claimrecon.linear.oracle import Oracle
from claimrecon.linear.repairs import can_be_met
from claimrecon.linear.status import Budget, InfeasibleSystemError
from claimrecon.linear.system import LinearSystem


def least_repair(system: LinearSystem, *, budget: Budget | None = None) -> tuple[str, ...]:
    """Return the fewest owners without whom the rest can hold; of several sets, the first sorted.

    Parameters
    ----------
    system
        The rows; those of nobody are always there.
    budget
        Time that may be spent.

    Raises
    ------
    InfeasibleSystemError
        If the rows of nobody cannot hold by themselves: no withdrawal repairs that.
    UndecidedError
        If the budget ends first.

    See Also
    --------
    smallest_repairs : All smallest repairs, once all conflicts are known.

    Notes
    -----
    Every smallest repair meets the conflicts found, and the set returned is the first of all sets
    of its size that do. So it is the first of all smallest repairs, whatever the solver found.

    Examples
    --------
    >>> from claimrecon.linear import Row
    >>> low, high = Row("low", (("x", 1),), 5, "a"), Row("high", (("x", -1),), -3, "b")
    >>> least_repair(LinearSystem((low, high)))
    ('a',)
    """
    clock = budget or Budget(None)
    chosen: list[str] = []
    for part in independent_parts(system):
        oracle = Oracle(part, budget=clock)
        chosen += oracle.names(_repair(oracle, clock))
    return tuple(sorted(chosen))


def _repair(oracle: Oracle, clock: Budget) -> int:
    conflicts: list[int] = []
    cover = 0
    while fresh := [*_disjoint(oracle, oracle.everybody & ~cover)]:
        if 0 in fresh:
            raise InfeasibleSystemError(
                "the rows of nobody cannot hold by themselves, so that setting owners aside "
                "repairs nothing; call prove() to see which rows clash."
            )
        conflicts += fresh
        cover = first_cover(conflicts, clock)
    return cover


def _disjoint(oracle: Oracle, left: int) -> Iterator[int]:
    """Yield minimal conflicts among *left* that share nobody, until the rest can hold."""
    while not oracle.consistent(left):
        conflict = oracle.shrink(left)
        yield conflict
        if not conflict:
            return
        left &= ~conflict


def first_cover(conflicts: Sequence[int], clock: Budget) -> int:
    """Return the smallest set of bits that meets all *conflicts*; of several, the first sorted."""
    cover = 0
    for part in _parts(conflicts):
        size = 1
        while not can_be_met(part, size, clock):
            size += 1
        left = part
        while left:
            size -= 1
            candidates = reduce(or_, left)
            while True:
                member = candidates & -candidates
                candidates ^= member
                rest = [c for c in left if not c & member]
                if can_be_met(rest, size, clock):
                    break
            cover |= member
            left = rest
    return cover


def _parts(conflicts: Sequence[int]) -> list[list[int]]:
    """Split into families that share nobody."""
    parts: list[tuple[int, list[int]]] = []
    for conflict in conflicts:
        members, family = conflict, [conflict]
        apart = []
        for part in parts:
            if part[0] & members:
                members |= part[0]
                family = part[1] + family
            else:
                apart.append(part)
        parts = [*apart, (members, family)]
    return [family for _, family in parts]
