"""Systems in which every conflict is a single owner or a pair: found without solving anything.

Two long series of running totals clash in very many pairs, and in nothing else: a low of one day
above a high of a later day. Where that can be shown, all conflicts are read off at once.

What is shown: some variables are set to nought, so that every bound is on one variable and every
row of nobody says that one variable is no larger than another. That *restricted* system has all its
conflicts in pairs, for between the lows, carried upwards, and the highs nothing else is in the way
[1]_. Whatever holds in it holds in the whole system. So if each of its pairs clashes in the whole
system too, which is checked, these are all conflicts there are.

References
----------
.. [1] R. Shostak (1981), "Deciding linear inequalities by computing loop residues", Journal of the
   ACM 28: a system of x <= y and of bounds fails along one path from a low to a high.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, permutations
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from claimrecon.linear.reaching import Reach, TooManyError
from claimrecon.linear.shapes import Bound, Names, Shape, restrictions, shape_of
from claimrecon.linear.system import LinearSystem

_TRIES = 4
"""How many ways to set variables to nought are tried."""
_WIDE = 6
"""A sum of more variables is not compared term by term."""

Numbers: TypeAlias = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """All conflicts of a system, in the order of size and then of the owners; none of nobody.

    Attributes
    ----------
    sets
        Of one owner or two, each sorted.
    complete
        Whether these are all; else there are more than the limit, and these are the first.
    """

    sets: tuple[tuple[str, ...], ...]
    complete: bool


def pair_conflicts(system: LinearSystem, *, limit: int) -> Pairs | None:
    """Return the minimal conflicts of *system* if all of them are pairs or single owners.

    Parameters
    ----------
    system
        Its rows of nobody can hold.
    limit
        How many conflicts to list at most, one more to show that there are more.

    Returns
    -------
    Pairs | None
        ``None`` where it was not shown that there are no larger conflicts.

    Examples
    --------
    >>> from claimrecon.linear import Row
    >>> rows = [Row("later", (("x", -1), ("y", 1)), 0), Row("low", (("x", 1),), 5, "a")]
    >>> rows.append(Row("high", (("y", -1),), -3, "b"))
    >>> pair_conflicts(LinearSystem(tuple(rows)), limit=10)
    Pairs(sets=(('a', 'b'),), complete=True)
    """
    shape = shape_of(system)
    if shape is None:
        return None
    with suppress(TooManyError):
        for kept in islice(restrictions(shape), _TRIES):
            found = _Chains(shape, kept, system.owners).conflicts(limit)
            if found is not None:
                return found
    return None


class _Chains:
    """The restricted system: bounds on single variables, and which is no larger than which."""

    def __init__(self, shape: Shape, kept: Names, owners: Sequence[str]) -> None:
        everybody = (None, *owners)  # who asks for nobody is the first
        number = {owner: i for i, owner in enumerate(everybody)}
        bounds = (*shape.lows, *shape.highs)
        ranks = {value: i for i, value in enumerate(sorted({b.value for b in bounds}))}
        orders = ((below & kept, above & kept) for below, above in shape.orders)
        self._over = Reach(kept, ((min(b), min(a)) for b, a in orders if b))
        plain = ((min(b), min(a)) for b, a in shape.orders if len(b) == len(a) == 1)
        self._whole = Reach(shape.names, plain)
        self._owners = owners
        self._lows = _Side(shape.lows, kept, number, ranks, self._over)
        self._highs = _Side(shape.highs, kept, number, ranks, self._over)
        self._real: dict[tuple[Names, Names], bool] = {}

    def conflicts(self, limit: int) -> Pairs | None:
        """Return all conflicts in order; ``None`` where one does not clash in the whole system."""
        found: list[tuple[str, ...]] = []
        alone = set[int]()
        for i in range(len(self._owners) + 1):
            by_itself = self._partners(i, (0, i))
            if by_itself and not (i and self._are_real(i, by_itself)):
                return None
            if by_itself:
                alone.add(i)
                found.append((self._owners[i - 1],))
        for i, owner in enumerate(self._owners, 1):
            if i in alone or len(found) > limit:
                continue
            for j in self._partners(i, None):
                if j > i and j not in alone:
                    if not self._are_real(i, [j]):
                        return None
                    found.append((owner, self._owners[j - 1]))
        return Pairs(tuple(found[: limit + 1]), complete=len(found) <= limit)

    def _partners(self, owner: int, among: Collection[int] | None) -> list[int]:
        """Return who clashes with *owner* in the restricted system, in order."""
        others = set[int]()
        for low in self._lows.of(owner):
            others.update(self._highs.owners[self._above(low)].tolist())
        for high in self._highs.of(owner):
            others.update(self._lows.owners[self._below(high)].tolist())
        return sorted(others if among is None else others.intersection(among))

    def _above(self, low: int) -> Numbers:
        """Return the numbers of the highs that a low, carried up to them, is above."""
        part, place = self._lows.places[low]
        highs, places = self._highs.within(part)
        reached = self._over.reached[part][place, places]
        above: Numbers = highs[reached & (self._highs.ranks[highs] < self._lows.ranks[low])]
        return above

    def _below(self, high: int) -> Numbers:
        part, place = self._highs.places[high]
        lows, places = self._lows.within(part)
        reached = self._over.reached[part][places, place]
        below: Numbers = lows[reached & (self._lows.ranks[lows] > self._highs.ranks[high])]
        return below

    def _are_real(self, owner: int, others: Collection[int]) -> bool:
        """Whether *owner* clashes with each of *others* in the whole system."""
        return all(
            any(
                self._is_real(self._lows.bounds[low].names, self._highs.bounds[high].names)
                for one, two in ((owner, other), (other, owner))
                for low in self._lows.of(one)
                for high in self._above(low).tolist()
                if self._highs.owners[high] == two
            )
            for other in others
        )

    def _is_real(self, low: Names, high: Names) -> bool:
        """Whether the sum of *low* is no more than that of *high*, term by term."""
        key = (low, high)
        if key not in self._real:
            narrow = len(low) <= len(high) <= _WIDE
            self._real[key] = narrow and any(
                all(map(self._whole.is_over, sorted(low), chosen))
                for chosen in permutations(sorted(high), len(low))
            )
        return self._real[key]


class _Side:
    """The lows, or the highs, of the restricted system, as columns."""

    def __init__(
        self,
        bounds: Sequence[Bound],
        kept: Names,
        number: Mapping[str | None, int],
        ranks: Mapping[Fraction, int],
        over: "Reach",
    ) -> None:
        self.bounds = bounds
        self.owners = np.array([number[b.owner] for b in bounds], dtype=np.int64)
        self.ranks = np.array([ranks[b.value] for b in bounds], dtype=np.int64)
        self.places = [over.place(min(b.names & kept)) for b in bounds]
        self._of: dict[int, list[int]] = {}
        within: dict[int, list[int]] = {}
        for i, owner in enumerate(self.owners.tolist()):
            self._of.setdefault(owner, []).append(i)
            within.setdefault(self.places[i][0], []).append(i)
        self._within = {
            part: (_numbers(found), _numbers(self.places[i][1] for i in found))
            for part, found in within.items()
        }

    def of(self, owner: int) -> Sequence[int]:
        """Return the numbers of the bounds of an owner."""
        return self._of.get(owner, ())

    def within(self, part: int) -> tuple[Numbers, Numbers]:
        """Return the numbers of the bounds within a part of the variables, and their places."""
        return self._within.get(part, (_numbers(()), _numbers(())))


def _numbers(found: Iterable[int]) -> Numbers:
    return np.array([*found], dtype=np.int64)
