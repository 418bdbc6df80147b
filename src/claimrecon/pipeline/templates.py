"""Systems of one shape: the same rows for thousands of dossiers, which differ in their bounds.

The rows come from ``constraints.build``, as for a single dossier: one running total for each
measure and day of the shape. What dossiers say of a total are its bounds; a total that nobody
speaks of has none. A dossier is *proved possible* by a point of whole numbers at which every row
holds; nothing else is ever concluded here.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from typing import Final

import numpy as np

from claimrecon.claims import Scope, Timing, When
from claimrecon.constraints import Binding, Context, Trees, build, frame_of
from claimrecon.periods import DaySpan
from claimrecon.pipeline.coding import FLOWS, OPEN, Flags, Integers
from claimrecon.quantities import CountInterval
from claimrecon.scopes import EVERYTHING, NameTree
from claimrecon.vocabulary import MEASURES

_FIRST_DAY: Final = date(2000, 1, 1)
_SWEEPS: Final = 12
"""So often all rows are gone through; what is not proved by then is solved by itself."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What dossiers have in common.

    Attributes
    ----------
    measures
        Places in ``FLOWS``, ascending.
    days
        How many days their totals run to.
    has_since
        Whether the start of counting is known.
    """

    measures: tuple[int, ...]
    days: int
    has_since: bool


class Template:
    """The rows of one shape; total *m* x days + *d* is measure *m* up to day *d*."""

    def __init__(self, shape: Shape) -> None:
        since = DaySpan(_FIRST_DAY, _FIRST_DAY) if shape.has_since else None
        scopes = [
            Scope(
                MEASURES[FLOWS[measure]],
                EVERYTHING,
                EVERYTHING,
                EVERYTHING,
                When(Timing.AS_OF, DaySpan(day, day), since),
            )
            for measure in shape.measures
            for day in (_FIRST_DAY + timedelta(days=number) for number in range(shape.days))
        ]
        bindings = [
            Binding(str(number), "", scope, CountInterval(Fraction(1), Fraction(1)))
            for number, scope in enumerate(scopes)
        ]
        frame = frame_of(scopes, None, since)
        trees = Trees(NameTree(), NameTree(), NameTree())
        made = build(Context(frame, trees), bindings)
        column = {variable: number for number, variable in enumerate(made.system.variables)}
        self._rows = made.system.rows
        self._entries = [
            [(column[variable], weight) for variable, weight in row.coefficients]
            for row in self._rows
        ]
        self._width = len(column)
        self._total = len(scopes)

    def prove(self, lows: Integers, highs: Integers) -> Flags:
        """Say which dossiers are proved possible.

        Parameters
        ----------
        lows, highs
            For each dossier (row) the bounds of each total (column), in persons; 0 and ``OPEN``
            where nobody said.
        """
        bounds = self._bounds(lows, highs)
        floor, tops = self._box(bounds)
        proved = np.zeros(len(lows), dtype=np.bool_)
        left = np.arange(len(lows))
        for order in self._orders:
            point = self._climb(bounds[:, left], floor[:, left], tops[:, left], order)
            holds = self._holds(bounds[:, left], point)
            proved[left[holds]] = True
            left = left[~holds]
        return proved

    @cached_property
    def _orders(self) -> tuple[list[list[tuple[int, int]]], ...]:
        """What each row may lift, by preference: first what other rows resent least, or most."""
        resent = np.zeros(self._width)
        for entries in self._entries:
            for variable, weight in entries:
                resent[variable] += weight < 0
        least = [
            sorted(((v, w) for v, w in entries if w > 0), key=lambda entry: float(resent[entry[0]]))
            for entries in self._entries
        ]
        return least, [entries[::-1] for entries in least]

    def _holds(self, bounds: Integers, point: Integers) -> Flags:
        """Say for which dossiers every row holds at their point: exactly, in whole numbers."""
        holds = np.ones(point.shape[1], dtype=np.bool_)
        for entries, bound in zip(self._entries, bounds, strict=True):
            holds &= _sum(entries, point) >= bound
        return holds

    def _bounds(self, lows: Integers, highs: Integers) -> Integers:
        """Return for each row (row) its bound in each dossier (column)."""
        bounds = np.empty((len(self._rows), len(lows)), dtype=np.int64)
        for number, row in enumerate(self._rows):
            if row.owner is None:
                bounds[number] = row.bound
            else:
                total = int(row.owner)
                bounds[number] = lows[:, total] if row.bound > 0 else -highs[:, total]
        return bounds

    def _box(self, bounds: Integers) -> tuple[Integers, Integers]:
        """Return lower and upper bounds of the variables that follow from single rows."""
        floor = np.zeros((self._width, bounds.shape[1]), dtype=np.int64)
        tops = np.full_like(floor, OPEN)
        for _ in range(_SWEEPS):
            before = (floor.copy(), tops.copy())
            for entries, bound in zip(self._entries, bounds, strict=True):
                spare = -bound
                for variable, weight in entries:
                    spare = spare + weight * (tops if weight > 0 else floor)[variable]
                for variable, weight in entries:
                    # The others at their best leave this variable so far from its best end.
                    if weight > 0:
                        least = tops[variable] - spare // weight
                        np.maximum(floor[variable], least, out=floor[variable])
                    else:
                        most = np.clip(floor[variable] + spare // -weight, 0, OPEN)
                        np.minimum(tops[variable], most, out=tops[variable])
            if np.array_equal(before[0], floor) and np.array_equal(before[1], tops):
                break
        return floor, tops

    def _climb(
        self,
        bounds: Integers,
        floor: Integers,
        tops: Integers,
        order: list[list[tuple[int, int]]],
    ) -> Integers:
        """Return a point for each dossier: from the floor, each row that fails lifts a variable."""
        point = floor.copy()
        for _ in range(_SWEEPS):
            moved = False
            for entries, bound, liftable in zip(self._entries, bounds, order, strict=True):
                missing = bound - _sum(entries, point)
                if not (missing > 0).any():
                    continue
                for variable, weight in liftable:
                    room = np.maximum(tops[variable] - point[variable], 0)
                    lift = np.clip(-(-missing // weight), 0, room)
                    moved |= bool(lift.any())
                    point[variable] += lift
                    missing = missing - weight * lift
            if not moved:
                break
        return point


def _sum(entries: list[tuple[int, int]], at: Integers) -> Integers:
    total = np.zeros(at.shape[1], dtype=np.int64)
    for variable, weight in entries:
        total += weight * at[variable]
    return total
