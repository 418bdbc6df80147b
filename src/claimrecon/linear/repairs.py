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
        How many repairs to list at most; beyond it, which ones are listed depends on the conflicts
        alone, but they need not be the first in sorted order.
    budget
        Time that may be spent.

    Raises
    ------
    UndecidedError
        If the budget ends first.

    Notes
    -----
    Branch and bound, deepened until a size is enough; conflicts that share no member bound the
    size from below.

    Examples
    --------
    >>> smallest_repairs([("a", "b"), ("b", "c")]).sets
    (('b',),)
    """
    families = [frozenset(conflict) for conflict in conflict_sets]
    members = sorted(frozenset().union(*families))
    place = {member: 1 << i for i, member in enumerate(members)}
    conflicts = sorted({sum(place[m] for m in family) for family in families})
    if not conflicts:
        return Repairs(((),))
    if 0 in conflicts:
        return Repairs(())
    search = _Search(limit=limit + 1, clock=budget or Budget(None))
    size = _packing(conflicts)
    while not search.found:
        search.extend(conflicts, 0, 0, more=size)
        size += 1
    sets = sorted(tuple(m for m in members if place[m] & chosen) for chosen in search.found)
    return Repairs(tuple(sets[:limit]), truncated=len(sets) > limit)


def can_be_met(conflicts: list[int], size: int, clock: Budget) -> bool:
    """Whether at most *size* bits meet all *conflicts*."""
    search = _Search(limit=1, clock=clock)
    search.extend(conflicts, 0, 0, more=size)
    return bool(search.found)


def _packing(conflicts: Iterable[int]) -> int:
    """Count conflicts that share no member: each needs a member of its own."""
    count = taken = 0
    for conflict in conflicts:
        if not conflict & taken:
            count += 1
            taken |= conflict
    return count


class _Search:
    """Collects the hitting sets of one size."""

    def __init__(self, *, limit: int, clock: Budget) -> None:
        self.found: list[int] = []
        self._limit = limit
        self._clock = clock

    def extend(self, conflicts: list[int], chosen: int, barred: int, *, more: int) -> None:
        """Meet *conflicts* by at most *more* further members, none of them *barred*."""
        self._clock.check()
        if not conflicts:
            self.found.append(chosen)
            return
        if len(self.found) >= self._limit or _packing(conflicts) > more:
            return
        choices = min((c & ~barred for c in conflicts), key=int.bit_count)
        while choices:
            member = choices & -choices
            choices ^= member
            left = [c for c in conflicts if not c & member]
            self.extend(left, chosen | member, barred, more=more - 1)
            barred |= member
