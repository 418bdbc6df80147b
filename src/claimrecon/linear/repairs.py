"""Smallest repairs: the fewest owners to set aside so that no conflict is left."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from claimrecon.linear.status import Budget


@dataclass(frozen=True, slots=True)
class Repairs:
    """All smallest repairs of a family of conflicts.

    Attributes
    ----------
    sets
        Sorted sets of one size, in sorted order. Empty where some conflict is empty: nobody's
        withdrawal repairs that. One empty set where there is no conflict.
    truncated
        Whether there are more than the limit.
    """

    sets: tuple[tuple[str, ...], ...]
    truncated: bool = False


def smallest_repairs(
    conflict_sets: Iterable[Collection[str]],
    *,
    limit: int = 1000,
    budget: Budget | None = None,
) -> Repairs:
    """Return every hitting set of the conflicts that has the fewest members.

    Parameters
    ----------
    conflict_sets
        Sets of owners; a repair takes at least one of each.
    limit
        How many repairs to list at most: the first in sorted order.
    budget
        Time that may be spent.

    Raises
    ------
    UndecidedError
        If the budget ends first.

    Notes
    -----
    Branch and bound in sorted order, deepened until a size is enough; conflicts that share no
    member bound the size from below.

    Examples
    --------
    >>> smallest_repairs([("a", "b"), ("b", "c")]).sets
    (('b',),)
    """
    clock = budget or Budget(None)
    members = sorted({member for conflict in conflict_sets for member in conflict})
    place = {member: 1 << i for i, member in enumerate(members)}
    conflicts = sorted({sum(place[m] for m in set(c)) for c in conflict_sets})
    if not conflicts:
        return Repairs(((),))
    if 0 in conflicts:
        return Repairs(())
    size = _packing(conflicts)
    found: list[int] = []
    while not found:
        _search(conflicts, 0, 0, size, found, limit + 1, clock)
        size += 1
    sets = sorted(tuple(m for m in members if place[m] & chosen) for chosen in found)
    return Repairs(tuple(sets[:limit]), truncated=len(sets) > limit)
