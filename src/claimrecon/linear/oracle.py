"""Which sets of owners can hold together, remembering every answer.

Sets of owners are bit masks here: bit i is the i-th owner in sorted order. A point answers for
every set of owners whose rows it satisfies, a proof for every set that holds its owners.
"""

from collections.abc import Callable, Iterator
from random import Random
from typing import TypeAlias

from claimrecon.linear.decisions import Decider
from claimrecon.linear.engine import is_vast
from claimrecon.linear.proofs import Point
from claimrecon.linear.stacks import decide
from claimrecon.linear.status import Budget
from claimrecon.linear.system import LinearSystem

Alone: TypeAlias = Callable[[tuple[str, ...]], LinearSystem]
"""Returns a system of its own for some owners, with the same verdict as all rows have for them."""

_REMEMBERED = 500
"""To look through more points than this takes longer than to solve."""
_SHARE = 8
"""A few owners are one in so many."""


class Oracle:
    """Answers for sets of owners, from memory where a point or a proof at hand is enough.

    Parameters
    ----------
    system
        The rows; those of nobody always count.
    alone
        Where a few owners have a system of their own, which is smaller.
    budget
        Time for all answers together.
    """

    def __init__(
        self, system: LinearSystem, *, alone: Alone | None = None, budget: Budget | None = None
    ) -> None:
        self._budget = budget or Budget(None)
        self._decider = Decider(system, budget=self._budget)
        self._alone = alone if is_vast(len(system.rows)) else None
        self._bits = {owner: 1 << i for i, owner in enumerate(system.owners)}
        self._shuffler = Random(0)  # noqa: S311 - for variety, the same in every run
        self._together: list[int] = []
        self._clashing: list[int] = []
        self.everybody = (1 << len(system.owners)) - 1

    @property
    def has_alone(self) -> bool:
        """Whether a few owners are asked about on a system of their own."""
        return self._alone is not None

    def names(self, mask: int) -> tuple[str, ...]:
        """Return the owners of *mask*, sorted."""
        return self._decider.names(mask)

    def consistent(self, mask: int) -> bool:
        """Say whether the owners of *mask* can hold together."""
        return self._ask(mask)[0]

    def shrink(self, mask: int) -> int:
        """Return a minimal conflict among the owners of *mask*, who cannot hold together."""
        core = left = self._ask(mask)[1]
        while left:
            member = left & -left
            left ^= member
            possible, smaller = self._ask(core & ~member)
            if not possible:
                core = smaller
                left &= core
        return core

    def filtered(self, mask: int) -> int:
        """Return the minimal conflict of *mask* whose last members come first in sorted order.

        A deletion filter from the last owner to the first leaves it, with every solver the same.
        Unlike `shrink`, which is quicker, it hangs on nothing but what can hold and what cannot.
        """
        kept = left = mask
        core = self._ask(mask)[1]
        while left:
            member = 1 << left.bit_length() - 1
            left ^= member
            possible, smaller = (False, core) if not member & core else self._ask(kept & ~member)
            if not possible:
                kept &= ~member
                core = smaller
        return kept

    def grow(self, mask: int) -> int:
        """Return a maximal set that can hold together and has all owners of *mask*.

        From everybody, a member of each reason against it is left out until the rest can hold; then
        those left out are tried once more. So few are asked about where few have to go. Who goes
        first differs from call to call, so that many calls find sets of many kinds.
        """
        grown, dropped = self.everybody, []
        while not (found := self._ask(grown))[0]:
            reason = [*members_of(found[1] & ~mask)]
            dropped.append(self._shuffler.choice(reason))
            grown ^= dropped[-1]
        grown = found[1]  # whoever else holds at the point found can stay as well
        for member in dropped:
            if not grown & member and (found := self._ask(grown | member))[0]:
                grown = found[1]
        return grown

    def _ask(self, mask: int) -> tuple[bool, int]:
        """Return whether *mask* is possible, with a possible superset or an impossible subset."""
        self._budget.check()
        for core in self._clashing:
            if not core & ~mask:
                return False, core
        for kept in reversed(self._together[-_REMEMBERED:]):
            if not mask & ~kept:
                return True, kept
        if self._alone is not None and _SHARE * mask.bit_count() <= len(self._bits):
            answer = decide(self._alone(self.names(mask)), budget=self._budget)
            if isinstance(answer, Point):
                return True, mask  # says nothing of others, and is soon asked again
            possible, mask = False, sum(self._bits[owner] for owner in answer.owners)
        else:
            possible, mask = self._decider.ask(mask)
        (self._together if possible else self._clashing).append(mask)
        return possible, mask


def members_of(mask: int) -> Iterator[int]:
    """Yield the owners of *mask*, each as a mask, in sorted order."""
    while mask:
        member = mask & -mask
        mask ^= member
        yield member
