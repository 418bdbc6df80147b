"""The bounds of all variables at once, in whole numbers that are rounded outward.

A row bounds each of its variables once the others are bounded: this is done for all rows together,
round by round. Every bound is an integer that certainly holds, though a fraction might be
tighter: numbers are floats that hold integers below 2**53, and what could grow larger is left open.
So the arithmetic is exact, and does not depend on the order of the rows.

A record is kept of which rows moved which bound in which round. Following it back from a row that
cannot hold gives the multipliers of a proof.
"""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from claimrecon.linear.matrix import Flags, Floats, Integers, Matrix, Place

_ROUNDS = 300
"""Bounds can creep: x > y > x comes one nearer in each round."""
_CLIMBS = 20
"""What has not come to rest after so many steps seldom does: a solver is quicker."""
_EXACT = 2**52
"""Sums of integers below this are exact in floating point."""


@dataclass(frozen=True, slots=True)
class _Moves:
    """Which bounds were moved in one round, by column, and all rows that say as much."""

    columns: Integers
    rows: Integers

    def rows_of(self, column: int) -> Integers:
        first, last = np.searchsorted(self.columns, (column, column + 1))
        return self.rows[first:last]


class Tightening:
    """The lower and upper bounds that follow, row by row, from the *active* rows.

    Parameters
    ----------
    matrix
        The rows.
    active
        Which of them count.
    blocks
        For each row the number of the problem it belongs to, where several that share no variable
        are looked at together. A problem that cannot hold is left alone from then on.

    Attributes
    ----------
    lows, highs
        Integers; no end is infinite. Meaningless for a block that is ``violated``.
    violated
        For each block that cannot hold, the round and the row that showed it.
    """

    def __init__(self, matrix: Matrix, active: Flags, *, blocks: Integers | None = None) -> None:
        width = len(matrix.variables)
        self.lows: Floats = np.zeros(width)
        self.highs: Floats = np.full(width, np.inf)
        self.violated: dict[int, tuple[int, int]] = {}
        self._limit = 0.0
        self._matrix = matrix
        self._log: list[tuple[_Moves, _Moves]] = []
        if max(matrix.reach, matrix.top) < _EXACT:
            self._limit = float(_EXACT // max(matrix.reach, 1))
            self._weights: Floats = matrix.weights.astype(np.float64)
            self._bounds: Floats = matrix.bounds.astype(np.float64)
            self._run(active, np.zeros(len(active), dtype=np.int64) if blocks is None else blocks)

    def climb(self, active: Flags) -> Place:
        """Return a place within the bounds that has a good chance to satisfy the *active* rows.

        From where all variables are lowest, each row that does not hold yet lifts the variable with
        the most room, as far as it needs and the bounds allow, until nothing moves.
        """
        matrix = self._matrix
        at = self.lows.astype(np.int64)
        if not self._limit:
            return Place(tuple(at.tolist()))  # there may be weights that no array holds
        places, columns, weights = matrix.places, matrix.columns, matrix.weights
        tops = np.where(self.highs < self._limit, self.highs, self._limit).astype(np.int64)
        missing = matrix.bounds.copy()
        np.subtract.at(missing, places, weights * at[columns])
        waiting: Integers = (active & (missing > 0)).nonzero()[0]
        for _ in range(_CLIMBS):
            # A row without room has none later either: what has risen never falls.
            entries = matrix.entries_of_rows(waiting)
            entries = entries[weights[entries] > 0]
            room = tops[columns[entries]] - at[columns[entries]]
            entries, room = entries[room > 0], room[room > 0]
            if not len(entries):
                break
            order = np.lexsort((-room, places[entries]))
            first = order[np.flatnonzero(np.diff(places[entries[order]], prepend=-1))]
            lifted, room = entries[first], room[first]
            need = np.minimum(-(-missing[places[lifted]] // weights[lifted]), room)
            risen, number = np.unique(columns[lifted], return_inverse=True)
            by = np.zeros(len(risen), dtype=np.int64)
            np.maximum.at(by, number, need)
            at[risen] += by
            entries = matrix.entries_of_columns(risen)
            lengths = matrix.lengths_of_columns(risen)
            np.subtract.at(missing, places[entries], weights[entries] * np.repeat(by, lengths))
            touched = np.zeros(len(missing), dtype=np.bool_)
            touched[places[entries]] = True
            touched[places[lifted]] = True
            waiting = (touched & active & (missing > 0)).nonzero()[0]
        return Place(tuple(at.tolist()))

    def refutation(self, block: int = 0) -> dict[int, Fraction]:
        """Return multipliers of rows that together cannot hold, by number of row."""
        moment, row = self.violated[block]
        return self._follow(moment, {row: Fraction(1)})

    def support(self, column: int, *, upper: bool = False) -> dict[int, Fraction]:
        """Return multipliers of the rows from which a bound of a variable follows.

        Empty where it is that the variable is not negative, or that nothing bounds it.
        """
        found = self._find(len(self._log), column, upper=upper)
        if found is None:
            return {}
        moment, row = found
        weight = next(w for j, w in self._matrix.entry(row) if j == column)
        return self._follow(moment, {row: Fraction(1, abs(weight))}, but=column)

    def _run(self, active: Flags, blocks: Integers) -> None:
        matrix = self._matrix
        alive = active.copy()
        waiting = self._telling(active)
        for moment in range(_ROUNDS):
            entries = matrix.entries_of_rows(waiting)
            row = np.repeat(np.arange(len(waiting)), matrix.lengths[waiting])
            column, weight = matrix.columns[entries], self._weights[entries]
            up = weight > 0
            reach = np.where(up, self.highs[column], self.lows[column])
            ends = reach <= self._limit
            part = np.where(ends, weight * np.where(ends, reach, 0.0), 0.0)
            missing = self._bounds[waiting] - np.bincount(row, part, minlength=len(waiting))
            endless = np.bincount(row, ~ends, minlength=len(waiting))
            short = waiting[(endless == 0) & (missing > 0)]
            if len(short):
                for number in sorted(short.tolist(), key=lambda i: matrix.rows[i].name):
                    self.violated.setdefault(int(blocks[number]), (moment, number))
                alive &= ~np.isin(blocks, [*self.violated])
                if not alive.any():
                    return
            value = (missing[row] + part) / weight
            known = endless[row] == ~ends
            lower = np.minimum(np.floor(value), self._limit)
            upper = np.ceil(value)
            raised = (known & up & (lower > self.lows[column])).nonzero()[0]
            lowered = (
                known & ~up & (upper < self.highs[column]) & (upper <= self._limit)
            ).nonzero()[0]
            if not (len(raised) or len(lowered)):
                return
            np.maximum.at(self.lows, column[raised], lower[raised])
            np.minimum.at(self.highs, column[lowered], upper[lowered])
            raised = raised[lower[raised] == self.lows[column[raised]]]
            lowered = lowered[upper[lowered] == self.highs[column[lowered]]]
            row = waiting[row]
            rises, falls = _moves(column, row, raised), _moves(column, row, lowered)
            self._log.append((rises, falls))
            waiting = self._touched(rises.columns, falls.columns, alive)

    def _telling(self, active: Flags) -> Integers:
        """Return the *active* rows that tell anything while nothing is known but signs.

        A row that only has to reach zero is silent as long as some variable can lift it.
        """
        matrix = self._matrix
        lifted = np.zeros(len(active), dtype=np.bool_)
        lifted[matrix.places[self._weights > 0]] = True
        found: Integers = (active & ((self._bounds > 0) | ~lifted)).nonzero()[0]
        return found

    def _touched(self, raised: Integers, lowered: Integers, alive: Flags) -> Integers:
        """Return the rows that are *alive* and can tell more now that some bounds moved."""
        matrix = self._matrix
        rows = np.zeros(len(alive), dtype=np.bool_)
        for columns, sign in ((raised, -1), (lowered, 1)):
            entries = matrix.entries_of_columns(columns)
            rows[matrix.places[entries[self._weights[entries] * sign > 0]]] = True
        found: Integers = (rows & alive).nonzero()[0]
        return found

    def _find(self, moment: int, column: int, *, upper: bool) -> tuple[int, int] | None:
        """Return when, before *moment*, a bound was last moved, and the first row to say so."""
        names = self._matrix.rows
        for earlier in range(moment - 1, -1, -1):
            rows = self._log[earlier][upper].rows_of(column)
            if len(rows):
                return earlier, min(rows.tolist(), key=lambda i: names[i].name)
        return None

    def _follow(
        self, moment: int, rows: dict[int, Fraction], *, but: int | None = None
    ) -> dict[int, Fraction]:
        """Add to *rows*, at work in round *moment*, those that their bounds rest on.

        The latest are followed first, so that each is followed once; *but* is the variable whose
        bound is the goal.
        """
        total: dict[int, Fraction] = {}
        pending: dict[tuple[int, int, bool], tuple[int, Fraction]] = {}

        def use(row: int, share: Fraction, moment: int, solved: int | None) -> None:
            total[row] = total.get(row, Fraction(0)) + share
            for column, weight in self._matrix.entry(row):
                if column == solved:
                    continue
                found = self._find(moment, column, upper=weight > 0)
                if found is not None:
                    key = (found[0], column, weight > 0)
                    before = pending.get(key, (0, Fraction(0)))[1]
                    pending[key] = (found[1], before + share * abs(weight))

        for row, share in rows.items():
            use(row, share, moment, but)
        while pending:
            key = max(pending)
            row, share = pending.pop(key)
            weight = next(w for j, w in self._matrix.entry(row) if j == key[1])
            use(row, share / abs(weight), key[0], key[1])
        return total


def _moves(columns: Integers, rows: Integers, chosen: npt.NDArray[np.intp]) -> _Moves:
    order = chosen[np.argsort(columns[chosen], kind="stable")]
    return _Moves(columns[order], rows[order])
