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

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, islice, permutations
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from claimrecon.linear.matrix import Flags
from claimrecon.linear.system import LinearSystem, Row

_TRIES = 4
"""How many ways to set variables to nought are tried."""
_WIDE = 6
"""A sum of more variables is not compared term by term."""
_LARGE = 4_000
"""More connected variables than this are not compared each with each."""

Names = frozenset[str]
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
    >>> rows = [Row("later", (("x", -1), ("y", 1)), 0), Row("low", (("x", 1),), 5, "a")]
    >>> rows.append(Row("high", (("y", -1),), -3, "b"))
    >>> pair_conflicts(LinearSystem(tuple(rows)), limit=10)
    Pairs(sets=(('a', 'b'),), complete=True)
    """
    shape = _shape(system)
    if shape is None:
        return None
    with suppress(_TooManyError):
        for kept in islice(_restrictions(shape), _TRIES):
            found = _Chains(shape, kept, system.owners).conflicts(limit)
            if found is not None:
                return found
    return None


# --- the rows -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Bound:
    """A sum of some variables is no less, or no more, than a number."""

    names: Names
    value: Fraction
    owner: str | None


@dataclass(frozen=True, slots=True)
class _Shape:
    """The rows, each of one of three kinds.

    Attributes
    ----------
    lows, highs
        Bounds on sums.
    orders
        Pairs of sets of variables: the sum of the first is no more than that of the second.
    """

    lows: tuple[_Bound, ...]
    highs: tuple[_Bound, ...]
    orders: tuple[tuple[Names, Names], ...]

    @property
    def names(self) -> Names:
        """Every variable."""
        found = (b.names for b in (*self.lows, *self.highs))
        return frozenset().union(*found, *(below | above for below, above in self.orders))


def _shape(system: LinearSystem) -> _Shape | None:
    """Sort the rows by kind; ``None`` where one is of another kind."""
    lows, highs, orders = [], [], []
    for row in system.rows:
        sizes = {abs(weight) for _, weight in row.coefficients}
        if len(sizes) != 1:
            return None
        above = frozenset(v for v, weight in row.coefficients if weight > 0)
        below = frozenset(v for v, weight in row.coefficients if weight < 0)
        if above and below:
            if row.owner is not None or row.bound:
                return None
            orders.append((below, above))
        elif above:
            if row.bound > 0:
                lows.append(_bound(row, above, sizes.pop()))
        elif row.bound > 0:
            return None  # less than nobody: a conflict with what every variable is
        else:
            highs.append(_bound(row, below, -sizes.pop()))
    return _Shape(tuple(lows), tuple(highs), tuple(orders))


def _bound(row: Row, names: Names, weight: int) -> _Bound:
    return _Bound(names, Fraction(row.bound, weight), row.owner)


# --- which variables to set to nought -------------------------------------------------------------


def _restrictions(shape: _Shape) -> Iterator[Names]:
    """Yield sets of variables to keep, such that exactly one of every bounded sum is kept.

    Variables that stand in fewer kinds of sums are kept first: those of one measure alone.
    """
    sums = sorted({b.names for b in (*shape.lows, *shape.highs)}, key=sorted)
    beside: dict[str, set[str]] = {}
    for names in sums:
        for name in names:
            beside.setdefault(name, set()).update(names)
    widest = sorted(sums, key=lambda names: (-max(len(beside[n]) for n in names), sorted(names)))
    choice = _Choice(widest, shape.orders)
    stack = [choice.settled({}, [name for names in sums if len(names) == 1 for name in names])]
    while stack:
        known = stack.pop()
        if known is None:
            continue
        unsettled = choice.unsettled(known)
        if unsettled is None:
            yield frozenset(name for name, is_kept in known.items() if is_kept)
            continue
        options = sorted(unsettled - known.keys(), key=lambda n: (-len(beside.get(n, ())), n))
        # The last one pushed is tried first.
        stack += [choice.settled(known, [name]) for name in options]


class _Choice:
    """What keeping some variables means for the others."""

    def __init__(self, sums: Sequence[Names], orders: Sequence[tuple[Names, Names]]) -> None:
        self._each = (sums, orders)
        self._sums: dict[str, list[Names]] = {}
        self._orders: dict[str, list[tuple[Names, Names]]] = {}
        for names in sums:
            for name in names:
                self._sums.setdefault(name, []).append(names)
        for order in orders:
            for name in order[0] | order[1]:
                self._orders.setdefault(name, []).append(order)

    def unsettled(self, known: Mapping[str, bool]) -> Names | None:
        """Return variables of which one more must be kept; ``None`` where all is settled."""
        sums, orders = self._each
        one_of = (names for names in sums if not any(map(known.get, names)))
        over = (a for b, a in orders if any(map(known.get, b)) and not any(map(known.get, a)))
        return next(chain(one_of, over), None)

    def settled(self, known: dict[str, bool], keep: Iterable[str]) -> dict[str, bool] | None:
        """Return *known* with *keep* kept and all that follows; ``None`` if that cannot be."""
        found, queue = dict(known), [(name, True) for name in keep]
        while queue:
            name, is_kept = queue.pop()
            if found.setdefault(name, is_kept) is not is_kept:
                return None
            for names in self._sums.get(name, ()):
                follows = _one_of(names, found)
                if follows is None:
                    return None
                queue += follows
            for below, above in self._orders.get(name, ()):
                follows = _in_order(below, above, found)
                if follows is None:
                    return None
                queue += follows
        return found


def _one_of(names: Names, found: dict[str, bool]) -> list[tuple[str, bool]] | None:
    """Return what follows from keeping exactly one of *names*."""
    kept = [name for name in names if found.get(name)]
    unsettled = [name for name in names if name not in found]
    if len(kept) > 1 or not (kept or unsettled):
        return None
    if kept:
        return [(name, False) for name in unsettled]
    return [(name, True) for name in unsettled] if len(unsettled) == 1 else []


def _in_order(below: Names, above: Names, found: dict[str, bool]) -> list[tuple[str, bool]] | None:
    """Return what follows from keeping at most one of *below*, with one of *above* over it."""
    kept = [name for name in below if found.get(name)]
    if len(kept) > 1:
        return None
    over = [name for name in above if found.get(name, True)]
    if not over:
        return None if kept else [(name, False) for name in below if name not in found]
    follows = [(name, False) for name in below if kept and name not in found]
    if kept and len(over) == 1 and over[0] not in found:
        follows.append((over[0], True))
    return follows


# --- the pairs ------------------------------------------------------------------------------------


class _Chains:
    """The restricted system: bounds on single variables, and which is no larger than which."""

    def __init__(self, shape: _Shape, kept: Names, owners: Sequence[str]) -> None:
        everybody = (None, *owners)  # who asks for nobody is the first
        number = {owner: i for i, owner in enumerate(everybody)}
        bounds = (*shape.lows, *shape.highs)
        ranks = {value: i for i, value in enumerate(sorted({b.value for b in bounds}))}
        orders = ((below & kept, above & kept) for below, above in shape.orders)
        self._over = _Reach(kept, ((min(b), min(a)) for b, a in orders if b))
        plain = ((min(b), min(a)) for b, a in shape.orders if len(b) == len(a) == 1)
        self._whole = _Reach(shape.names, plain)
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
        bounds: Sequence[_Bound],
        kept: Names,
        number: Mapping[str | None, int],
        ranks: Mapping[Fraction, int],
        over: "_Reach",
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


class _Reach:
    """Which variable is no larger than which, through any number of others.

    Only those that orders connect are compared: each has a part and a place within it.
    """

    def __init__(self, names: Iterable[str], orders: Iterable[tuple[str, str]]) -> None:
        over: dict[str, list[str]] = {name: [] for name in sorted(names)}
        beside: dict[str, list[str]] = {name: [] for name in over}
        for below, above in orders:
            over[below].append(above)
            beside[below].append(above)
            beside[above].append(below)
        self._places: dict[str, tuple[int, int]] = {}
        self.reached: list[Flags] = []
        for name in over:
            if name not in self._places:
                members = [*_last_first(beside, [name])]
                part = len(self.reached)
                self._places |= {member: (part, i) for i, member in enumerate(members)}
                self.reached.append(self._closed(over, members))

    def _closed(self, over: Mapping[str, Sequence[str]], members: Sequence[str]) -> Flags:
        if len(members) > _LARGE:
            raise _TooManyError
        reached = np.eye(len(members), dtype=np.bool_)
        ordered = [*_last_first(over, members)]
        changed = True
        while changed:  # once, and once more for each circle of equals
            changed = False
            for name in ordered:
                place = self._places[name][1]
                for above in (self._places[other][1] for other in over[name]):
                    if not (reached[above] <= reached[place]).all():
                        reached[place] |= reached[above]
                        changed = True
        return reached

    def place(self, name: str) -> tuple[int, int]:
        """Return the part of a variable, and its row and column there."""
        return self._places[name]

    def is_over(self, below: str, above: str) -> bool:
        """Whether *below* is no larger than *above*."""
        (part, place), (other, higher) = self.place(below), self.place(above)
        return part == other and bool(self.reached[part][place, higher])


class _TooManyError(Exception):
    """More variables are connected than are compared each with each."""


def _last_first(over: Mapping[str, Sequence[str]], starts: Iterable[str]) -> Iterator[str]:
    """Yield every name reached after those over it, as far as there are no circles."""
    seen = set[str]()
    for start in starts:
        stack = [(start, iter(over[start]))] if start not in seen else []
        seen.add(start)
        while stack:
            name, rest = stack[-1]
            above = next((a for a in rest if a not in seen), None)
            if above is None:
                yield name
                stack.pop()
            else:
                seen.add(above)
                stack.append((above, iter(over[above])))
