"""The two searches behind `minimal_conflicts`, on bit masks of owners."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from math import comb
from operator import or_

from claimrecon.linear.oracle import Oracle

_PREFIXES = 200_000
"""`ordered` looks at one size more where there are at most so many sets of one owner less."""


@dataclass(frozen=True, slots=True)
class Family:
    """Conflicts and corrections found; ``complete`` where these are all there are."""

    conflicts: tuple[int, ...]
    corrections: tuple[int, ...]
    complete: bool


def explore(oracle: Oracle, *, conflicts: int, corrections: int) -> Family:
    """Find all conflicts and corrections, in any order, unless there are more than the limits."""
    clashes: list[int] = []
    fixes: dict[int, None] = {}
    complete = False
    while not complete:
        complete = True
        walk = _minimal_hitting_sets(clashes)
        for chosen in walk:
            if chosen in fixes:
                continue
            if oracle.consistent(oracle.everybody & ~chosen):
                fixes[chosen] = None
            else:
                clashes.append(oracle.shrink(oracle.everybody & ~chosen))
                complete = False
            if len(clashes) > conflicts or len(fixes) > corrections:
                return Family(tuple(clashes), tuple(fixes), complete=False)
    return Family(tuple(clashes), tuple(fixes), complete=True)


def ordered(oracle: Oracle, known: Family, *, limit: int) -> Family:
    """Find the first conflicts in the order of size and then of their members."""
    search = _Levels(oracle, known, limit)
    size = 1
    count = oracle.everybody.bit_count()
    while size <= count and len(search.found) < limit and comb(count, size - 1) <= _PREFIXES:
        search.level(0, 0, size)
        size += 1
    return Family(tuple(search.found), (), complete=False)


class _Levels:
    """Depth-first search for the conflicts of one size after another, each in sorted order."""

    def __init__(self, oracle: Oracle, known: Family, limit: int) -> None:
        self.found: list[int] = []
        self._oracle = oracle
        self._limit = limit
        self._clashes = list(known.conflicts)
        self._known_fixes = list(known.corrections)
        self._fixes: list[int] = []

    def level(self, prefix: int, start: int, more: int) -> None:
        """Extend *prefix* by *more* owners, none before *start*, in every way that may clash."""
        if not more:
            self._leaf(prefix)
            return
        for position in range(start, self._oracle.everybody.bit_length()):
            later = -1 << position
            unmet = [fix & later for fix in self._fixes if not fix & prefix]
            if not all(unmet) or len(self.found) >= self._limit:
                return
            member = 1 << position
            if more == 1 and not all(fix & member for fix in unmet):
                continue
            longer = prefix | member
            if more > 1 and any(not clash & ~longer for clash in self._clashes):
                continue
            self.level(longer, position + 1, more - 1)

    def _leaf(self, chosen: int) -> None:
        if chosen in self._clashes:
            self.found.append(chosen)
        elif any(not clash & ~chosen for clash in self._clashes):
            return
        elif self._oracle.consistent(chosen):
            self._fixes.append(self._oracle.everybody & ~self._oracle.grow(chosen))
        else:
            self._clashes.append(chosen)
            self.found.append(chosen)


def _minimal_hitting_sets(sets: list[int]) -> Iterator[int]:
    """Yield minimal sets that meet all *sets*, which may grow while this runs.

    A set that misses a new one of *sets* is extended at once. Some minimal hitting sets of the
    grown family may be left out: run again until nothing was added.

    References
    ----------
    .. [1] K. Murakami and T. Uno (2014), "Efficient algorithms for dualizing large-scale
       hypergraphs", Discrete Applied Mathematics 170: the algorithm MMCS.
    """
    # Chosen so far; who may still be chosen; sets not met, sets met once, how many sets were seen.
    stack = [(0, -1, list[int](), list[int](), 0)]
    while stack:
        chosen, allowed, unmet, once, seen = stack.pop()
        unmet += (s for s in sets[seen:] if not s & chosen)
        once += (s for s in sets[seen:] if (s & chosen).bit_count() == 1)
        seen = len(sets)
        if not unmet:
            yield chosen
            if len(sets) > seen:
                stack.append((chosen, allowed, unmet, once, seen))
            continue
        branch = min((s & allowed for s in unmet), key=int.bit_count)
        allowed &= ~branch
        children = []
        while branch:
            member = branch & -branch
            branch ^= member
            grown = chosen | member
            met_once = [s for s in once if not s & member] + [s for s in unmet if s & member]
            if reduce(or_, met_once) & grown == grown:
                left = [s for s in unmet if not s & member]
                children.append((grown, allowed, left, met_once, seen))
                allowed |= member
        stack += reversed(children)
