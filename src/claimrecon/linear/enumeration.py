"""The two searches behind `minimal_conflicts`, on bit masks of owners."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import comb
from operator import and_, or_

from claimrecon.linear.engine import is_vast
from claimrecon.linear.oracle import Oracle, members_of

_PAIR = 2
_FEW = 50
"""So many conflicts and corrections are no reason to search otherwise."""
_PREFIXES = 20_000
"""A size is searched where there are at most so many sets of one owner less; in a vast system, at
most so many of that size."""
_ROWS = 100
"""All of these numbers are for systems of up to so many rows; twice the rows, half of them."""
_NODES = 1_000
"""So many choices of whom to leave out are followed where conflicts are told without an order."""
_LEAST = 10
"""So many conflicts are sought however large a system is."""


@dataclass(frozen=True, slots=True)
class Family:
    """Conflicts and corrections found; ``complete`` where these are all there are."""

    conflicts: tuple[int, ...]
    corrections: tuple[int, ...]
    complete: bool


_NOTHING = Family((), (), complete=False)


def enumerate_family(oracle: Oracle, *, conflicts: int, corrections: int, rows: int) -> Family:
    """Find all conflicts and corrections; beyond the limits, the first conflicts in order.

    Where there are very many conflicts, most are pairs: then single owners and pairs are searched
    one by one, which finds them in order, and is all that is needed beyond the limit. Where too few
    are found so, some others are told besides, so that no two lies hide each other.

    Parameters
    ----------
    oracle
        Answers for sets of owners.
    conflicts, corrections
        How many are listed at most.
    rows
        The size of the system. The more rows, the longer an answer takes: in a large system so much
        less is sought. What is found hangs on these numbers, never on the time it took.
    """
    effort = Fraction(_ROWS, max(rows, _ROWS))
    most = max(_FEW, int(effort * conflicts)), max(_FEW, int(effort * corrections))
    few = max(_LEAST, int(effort * _FEW))
    family = explore(
        oracle, _NOTHING, conflicts=min(conflicts, few), corrections=min(corrections, few)
    )
    if family.complete:
        return family
    levels = Levels(
        oracle,
        family,
        limit=conflicts + 1,
        prefixes=int(effort * _PREFIXES),
        shorter=0 if is_vast(rows) else 1,
    )
    levels.search(range(1, _PAIR + 1))
    if len(levels.found) <= conflicts:
        family = explore(
            oracle,
            Family((*levels.found, *family.conflicts), family.corrections, complete=False),
            conflicts=min(conflicts, most[0]),
            corrections=min(corrections, most[1]),
        )
        if family.complete:
            return family
        levels.learn(family)
        levels.search(range(_PAIR + 1, oracle.everybody.bit_count() + 1))
    found = dict.fromkeys(levels.found)
    if len(found) < conflicts:
        found.update(dict.fromkeys(reasons(oracle, most=few)))
    return Family(tuple(found), (), complete=False)


def reasons(oracle: Oracle, *, most: int) -> tuple[int, ...]:
    """Return up to so many conflicts, of early owners rather than late ones.

    First those that share no owner, then others, which come up where a member of one that is known
    is left out. They are the same with every solver.

    References
    ----------
    .. [1] R. Reiter (1987), "A Theory of Diagnosis from First Principles", Artificial Intelligence
       32: the tree of hitting sets, breadth first.
    """
    found: dict[int, None] = {}
    left = oracle.everybody
    while len(found) < most and not oracle.consistent(left):
        found[oracle.filtered(left)] = None
        left &= ~next(reversed(found))
    queue, seen = deque([oracle.everybody]), set[int]()
    while queue and len(found) < most and len(seen) < _NODES:
        left = queue.popleft()
        if left in seen:
            continue
        seen.add(left)
        reason = next((conflict for conflict in found if not conflict & ~left), None)
        if reason is None and not oracle.consistent(left):
            reason = oracle.filtered(left)
            found[reason] = None
        if reason is not None:
            queue += (left & ~member for member in members_of(reason))
    return tuple(found)


def explore(oracle: Oracle, known: Family, *, conflicts: int, corrections: int) -> Family:
    """Find all conflicts and corrections, in any order, unless there are more than the limits."""
    clashes = list(dict.fromkeys(known.conflicts))
    fixes = dict.fromkeys(known.corrections)
    complete = False
    while not complete:
        complete = True
        for chosen in minimal_hitting_sets(clashes):
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


class Levels:
    """Depth-first search for the conflicts of one size after another, each in sorted order.

    A set without a known conflict that meets every known correction is a conflict, or else it
    grows to a set whose complement is a new correction. A size is searched where there are at most
    so many *prefixes*: sets that are *shorter* by so many owners.
    """

    def __init__(
        self, oracle: Oracle, known: Family, *, limit: int, prefixes: int, shorter: int
    ) -> None:
        self.found: list[int] = []
        self._oracle = oracle
        self._limit = limit
        self._prefixes, self._shorter = prefixes, shorter
        self._clashes = dict.fromkeys(known.conflicts)
        self._fixes = [*known.corrections]

    def learn(self, family: Family) -> None:
        """Take note of conflicts and corrections found elsewhere."""
        self._clashes.update(dict.fromkeys(family.conflicts))
        self._fixes += family.corrections

    def search(self, sizes: Iterable[int]) -> None:
        """Find the conflicts of each size, as long as the sizes are small enough to search."""
        count = self._oracle.everybody.bit_count()
        for size in sizes:
            prefixes = comb(count, size - self._shorter)
            if prefixes > max(self._prefixes, count) or size > count:
                return
            self._extend(0, self._oracle.everybody, size)

    def _extend(self, prefix: int, later: int, more: int) -> None:
        """Extend *prefix* by *more* owners out of *later* in every way that may clash."""
        if not more:
            self._leaf(prefix)
            return
        while later and len(self.found) < self._limit:
            unmet = [fix & later for fix in self._fixes if not fix & prefix]
            if not all(unmet):
                return
            if more == 1:
                later = reduce(and_, unmet, later)
            member = later & -later
            later ^= member
            if member and (more == 1 or not self._clashing(prefix | member)):
                self._extend(prefix | member, later, more - 1)

    def _leaf(self, chosen: int) -> None:
        if chosen in self._clashes:
            self.found.append(chosen)
        elif self._clashing(chosen):
            return
        elif self._oracle.consistent(chosen):
            if not self._oracle.has_alone:  # else it is quicker to ask about the next few
                self._fixes.append(self._oracle.everybody & ~self._oracle.grow(chosen))
        else:
            self._clashes[chosen] = None
            self.found.append(chosen)

    def _clashing(self, chosen: int) -> bool:
        return any(not clash & ~chosen for clash in self._clashes)


def minimal_hitting_sets(sets: list[int]) -> Iterator[int]:
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
