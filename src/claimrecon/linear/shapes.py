"""Rows of three kinds: lows and highs of sums, and sums that are no more than others.

And the ways to set variables to nought so that one variable of every bounded sum is left.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain

from claimrecon.linear.system import LinearSystem, Row

Names = frozenset[str]
_STEPS = 100
"""How many choices are looked at besides one for each variable."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A sum of some variables is no less, or no more, than a number."""

    names: Names
    value: Fraction
    owner: str | None


@dataclass(frozen=True, slots=True)
class Shape:
    """The rows, each of one of three kinds.

    Attributes
    ----------
    lows, highs
        Bounds on sums.
    orders
        Pairs of sets of variables: the sum of the first is no more than that of the second.
    """

    lows: tuple[Bound, ...]
    highs: tuple[Bound, ...]
    orders: tuple[tuple[Names, Names], ...]

    @property
    def names(self) -> Names:
        """Every variable."""
        found = (b.names for b in (*self.lows, *self.highs))
        return frozenset().union(*found, *(below | above for below, above in self.orders))


def shape_of(system: LinearSystem) -> Shape | None:
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
    return Shape(tuple(lows), tuple(highs), tuple(orders))


def _bound(row: Row, names: Names, weight: int) -> Bound:
    return Bound(names, Fraction(row.bound, weight), row.owner)


# --- which variables to set to nought -------------------------------------------------------------


def restrictions(shape: Shape) -> Iterator[Names]:
    """Yield sets of variables to keep, such that exactly one of every bounded sum is kept.

    Variables that stand in fewer kinds of sums are kept first: those of one measure alone. The
    search gives up after a number of steps that depends on the shape alone: there can be
    exponentially many ways that lead nowhere.
    """
    sums = sorted({b.names for b in (*shape.lows, *shape.highs)}, key=sorted)
    beside: dict[str, set[str]] = {}
    for names in sums:
        for name in names:
            beside.setdefault(name, set()).update(names)
    widest = sorted(sums, key=lambda names: (-max(len(beside[n]) for n in names), sorted(names)))
    choice = _Choice(widest, shape.orders)
    stack = [choice.settled({}, [name for names in sums if len(names) == 1 for name in names])]
    for _ in range(_STEPS + len(shape.names)):
        if not stack:
            return
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
            # What contradicts this is found out below, in the sum or the order that it comes from.
            found[name] = is_kept
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
