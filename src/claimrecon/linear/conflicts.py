"""All minimal conflicts and all minimal corrections between the owners of a system.

A *conflict* is a minimal set of owners that cannot hold together (with the rows of nobody). A
*correction* is a minimal set of owners without which the rest can hold. Each conflict meets each
correction, and either family is exactly the minimal sets that meet every member of the other [1]_.

The search uses this: a minimal set that meets all conflicts found so far either is a correction, or
what it leaves holds a new conflict. Where there are too many of either, only the first conflicts in
the order of size and then of sorted names are found: `claimrecon.linear.enumeration`.

References
----------
.. [1] R. Reiter (1987), "A Theory of Diagnosis from First Principles", Artificial Intelligence 32.
.. [2] M. Liffiton, A. Previti, A. Malik and J. Marques-Silva (2016), "Fast, flexible MUS
   enumeration", Constraints 21.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain, islice, product
from math import prod

from claimrecon.linear.chains import pair_conflicts
from claimrecon.linear.components import independent_parts
from claimrecon.linear.decisions import Decider
from claimrecon.linear.engine import is_vast
from claimrecon.linear.enumeration import enumerate_family, minimal_hitting_sets
from claimrecon.linear.oracle import Alone, Oracle
from claimrecon.linear.proofs import Point
from claimrecon.linear.stacks import decide
from claimrecon.linear.status import Budget
from claimrecon.linear.system import LinearSystem

_CORRECTIONS = 2
"""How many corrections may be listed for each conflict of the limit."""


@dataclass(frozen=True, slots=True)
class Conflicts:
    """The minimal conflicts of a system and its minimal corrections.

    Attributes
    ----------
    sets
        Minimal conflicts, each sorted, in the order of size and then of the owners. Never empty
        where there is a conflict.
    truncated
        Whether there may be more: conflicts beyond the limit, or, in a part of the system with too
        many corrections, conflicts of more owners than could be searched.
    corrections
        All minimal corrections, in the same order; empty where ``corrections_truncated``.
    corrections_truncated
        Whether there are too many corrections to list.
    """

    sets: tuple[tuple[str, ...], ...]
    truncated: bool
    corrections: tuple[tuple[str, ...], ...]
    corrections_truncated: bool = False


@dataclass(frozen=True, slots=True)
class Accounts:
    """The maximal sets of owners that can hold together.

    Attributes
    ----------
    sets
        Each sorted, in sorted order. Empty where the rows of nobody cannot hold by themselves.
    truncated
        Whether there are too many; none is listed then.
    """

    sets: tuple[tuple[str, ...], ...]
    truncated: bool = False


def minimal_conflicts(
    system: LinearSystem,
    *,
    limit: int = 1000,
    budget: Budget | None = None,
    with_corrections: bool = True,
    alone: Alone | None = None,
) -> Conflicts:
    """Return all minimal conflicts of *system*, and all minimal corrections.

    Parameters
    ----------
    system
        The rows; those of nobody are always there.
    limit
        How many conflicts to list at most; twice as many corrections.
    budget
        Time that may be spent.
    with_corrections
        Whether corrections are wanted; else they are left out where they are work of their own.
    alone
        Returns for some owners a smaller system that has the same verdict as *system* has for them.

    Raises
    ------
    UndecidedError
        If the budget ends first.

    Examples
    --------
    >>> from claimrecon.linear import Row
    >>> rows = [Row("low", (("x", 1),), 5, "a"), Row("high", (("x", -1),), -3, "b")]
    >>> minimal_conflicts(LinearSystem(tuple(rows)))
    Conflicts(sets=(('a', 'b'),), truncated=False, corrections=(('a',), ('b',)), \
corrections_truncated=False)
    """
    conflicts: list[tuple[str, ...]] = []
    corrections: list[list[tuple[str, ...]] | None] = []
    truncated = False
    for part in independent_parts(system):
        oracle = Oracle(part, alone=alone, budget=budget)
        # What holds in a long series is seen sooner where all conflicts are pairs.
        if not is_vast(len(part.rows)) and oracle.consistent(oracle.everybody):
            corrections.append([()])
            continue
        if not oracle.consistent(0):
            return Conflicts(((),), truncated=False, corrections=())
        pairs = pair_conflicts(part, limit=limit)
        if pairs is not None:
            truncated |= not pairs.complete
            conflicts += pairs.sets
            wanted = with_corrections and pairs.complete
            corrections.append(_covers(pairs.sets, _CORRECTIONS * limit) if wanted else None)
            continue
        family = enumerate_family(
            oracle, conflicts=limit, corrections=_CORRECTIONS * limit, rows=len(part.rows)
        )
        truncated |= not family.complete
        conflicts += map(oracle.names, family.conflicts)
        corrections.append([*map(oracle.names, family.corrections)] if family.complete else None)
    conflicts.sort(key=_order)
    together = _join(corrections, limit=_CORRECTIONS * limit)
    return Conflicts(
        tuple(conflicts[:limit]),
        truncated=truncated or len(conflicts) > limit,
        corrections=together or (),
        corrections_truncated=together is None,
    )


def can_hold(system: LinearSystem, *, budget: Budget | None = None) -> bool:
    """Say whether all rows of *system* can hold together, and no more than that.

    Raises
    ------
    UndecidedError
        If the budget ends first.

    Examples
    --------
    >>> from claimrecon.linear import Row
    >>> can_hold(LinearSystem((Row("low", (("x", 1),), 5, "a"), Row("high", (("x", -1),), -3))))
    False
    """
    for part in independent_parts(system):
        if is_vast(len(part.rows)):
            decider = Decider(part, budget=budget)
            pairs = None if decider.refute(()) else pair_conflicts(part, limit=1)
            holds = not pairs.sets if pairs else decider.refute(part.owners) is None
        else:
            holds = isinstance(decide(part, budget=budget), Point)
        if not holds:
            return False
    return True


def maximal_consistent(
    system: LinearSystem, *, limit: int = 1000, budget: Budget | None = None
) -> Accounts:
    """Return every maximal set of owners that can hold together.

    Parameters
    ----------
    system
        The rows; those of nobody are always there.
    limit
        How many sets to list at most.
    budget
        Time that may be spent.

    Raises
    ------
    UndecidedError
        If the budget ends first.

    Examples
    --------
    >>> from claimrecon.linear import Row
    >>> rows = [Row("low", (("x", 1),), 5, "a"), Row("high", (("x", -1),), -3, "b")]
    >>> maximal_consistent(LinearSystem(tuple(rows))).sets
    (('a',), ('b',))
    """
    found = minimal_conflicts(system, limit=limit, budget=budget)
    if found.corrections_truncated or len(found.corrections) > limit:
        return Accounts((), truncated=True)
    sets = (tuple(o for o in system.owners if o not in set(c)) for c in found.corrections)
    return Accounts(tuple(sorted(sets)))


def _covers(conflicts: Sequence[tuple[str, ...]], limit: int) -> list[tuple[str, ...]] | None:
    """Return all minimal sets that meet every conflict; ``None`` where they are too many."""
    names = sorted({name for conflict in conflicts for name in conflict})
    bits = {name: 1 << i for i, name in enumerate(names)}
    masks = [sum(bits[name] for name in conflict) for conflict in conflicts]
    found = [*islice(minimal_hitting_sets(masks), limit + 1)]
    if len(found) > limit:
        return None
    return [tuple(name for name in names if bits[name] & mask) for mask in found]


def _join(
    parts: Collection[list[tuple[str, ...]] | None], *, limit: int
) -> tuple[tuple[str, ...], ...] | None:
    """Combine the corrections of independent parts; ``None`` where they are too many."""
    known = [part for part in parts if part is not None]
    if len(known) < len(parts) or prod(map(len, known)) > limit:
        return None
    sets = (tuple(sorted(chain.from_iterable(choice))) for choice in product(*known))
    return tuple(sorted(sets, key=_order))


def _order(names: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return len(names), names
