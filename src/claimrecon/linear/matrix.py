"""The rows of a system as arrays of whole numbers, for quick exact checks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import accumulate, chain
from math import lcm
from operator import attrgetter, itemgetter
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from claimrecon.linear.system import LinearSystem, Row

Integers: TypeAlias = npt.NDArray[np.int64]
Floats: TypeAlias = npt.NDArray[np.float64]
Flags: TypeAlias = npt.NDArray[np.bool_]

_COEFFICIENTS, _BOUND = attrgetter("coefficients"), attrgetter("bound")
_FIRST, _SECOND = itemgetter(0), itemgetter(1)
_SAFE = 2**62
"""Sums of products below this cannot overflow 64 bits."""


@dataclass(frozen=True, slots=True)
class Place:
    """A point over one common denominator, one numerator for each variable."""

    numerators: tuple[int, ...]
    denominator: int = 1

    @classmethod
    def from_fractions(cls, values: Sequence[Fraction]) -> "Place":
        """Bring *values* to a common denominator."""
        return cls.from_ratios([value.as_integer_ratio() for value in values])

    @classmethod
    def from_ratios(cls, values: Sequence[tuple[int, int]]) -> "Place":
        """Bring pairs of numerator and denominator to a common denominator."""
        common = lcm(*{denominator for _, denominator in values})
        return cls(tuple(n * (common // d) for n, d in values), common)


class Matrix:
    """Rows over an ordered list of variables.

    Parameters
    ----------
    rows
        In the order in which they are numbered.
    variables
        Every variable of the rows, and perhaps more, in the order in which they are numbered.
    """

    def __init__(self, rows: Sequence[Row], variables: Sequence[str]) -> None:
        self.rows = rows
        self.variables = variables

    @cached_property
    def index(self) -> dict[str, int]:
        """The number of each variable."""
        return dict(zip(self.variables, range(len(self.variables)), strict=True))

    def entry(self, row: int) -> list[tuple[int, int]]:
        """Return the pairs of number of variable and weight of one row."""
        first, last = self.starts[row : row + 2].tolist()
        return [*zip(self.columns[first:last].tolist(), self.sizes[first:last], strict=True)]

    def _terms(self) -> Iterator[tuple[str, int]]:
        """Go through the variable and the coefficient of each entry, row after row."""
        return chain.from_iterable(map(_COEFFICIENTS, self.rows))

    @cached_property
    def sizes(self) -> list[int]:
        """The coefficient of each entry, however large."""
        return [*map(_SECOND, self._terms())]

    @cached_property
    def lengths(self) -> Integers:
        """How many entries each row has."""
        return np.fromiter(map(len, map(_COEFFICIENTS, self.rows)), np.int64, len(self.rows))

    @cached_property
    def starts(self) -> Integers:
        """The first entry of each row, and one number more."""
        return np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(self.lengths)))

    @cached_property
    def reach(self) -> int:
        """No sum of the sizes of the coefficients of one row is larger."""
        try:
            widest = max(-int(self.weights.min(initial=0)), int(self.weights.max(initial=0)))
        except OverflowError:
            widest = max(map(abs, self.sizes))
        return widest * int(self.lengths.max(initial=0))

    @cached_property
    def top(self) -> int:
        """The size of the largest bound."""
        try:
            bounds = self.bounds
        except OverflowError:
            return max(abs(row.bound) for row in self.rows)
        return max(-int(bounds.min(initial=0)), int(bounds.max(initial=0)))

    @cached_property
    def columns(self) -> Integers:
        """The variable of each entry, row after row."""
        return np.fromiter(map(self.index.__getitem__, map(_FIRST, self._terms())), np.int64)

    @cached_property
    def places(self) -> Integers:
        """The row of each entry."""
        return np.repeat(np.arange(len(self.rows), dtype=np.int64), self.lengths)

    @cached_property
    def weights(self) -> Integers:
        """The coefficient of each entry; only where all of them fit."""
        return np.array(self.sizes, dtype=np.int64)

    @cached_property
    def bounds(self) -> Integers:
        """The bound of each row; only where all of them fit."""
        return np.fromiter(map(_BOUND, self.rows), np.int64, len(self.rows))

    @cached_property
    def _by_column(self) -> tuple[Integers, Integers]:
        """All entries, column after column, and where each column begins."""
        counts = np.bincount(self.columns, minlength=len(self.variables))
        return (
            np.argsort(self.columns, kind="stable"),
            np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(counts))),
        )

    def entries_of_rows(self, rows: Integers) -> Integers:
        """Return the numbers of the entries of *rows*, row after row."""
        return _ranges(self.starts[rows], self.lengths[rows])

    def entries_of_columns(self, columns: Integers) -> Integers:
        """Return the numbers of the entries of *columns*."""
        order, starts = self._by_column
        return order[_ranges(starts[columns], self.lengths_of_columns(columns))]

    def lengths_of_columns(self, columns: Integers) -> Integers:
        """Return how many entries each of *columns* has."""
        starts = self._by_column[1]
        lengths: Integers = starts[columns + 1] - starts[columns]
        return lengths

    def holds(self, place: Place) -> Flags:
        """Say of each row whether it holds at *place*, exactly."""
        reach = max(map(abs, place.numerators), default=0) * self.reach
        if max(reach, self.reach, self.top * place.denominator) < _SAFE:
            numbers = np.array(place.numerators, dtype=np.int64)
            sums = np.zeros(len(self.rows), dtype=np.int64)
            np.add.at(sums, self.places, self.weights * numbers[self.columns])
            return sums >= self.bounds * place.denominator
        return np.array(
            [
                sum(w * place.numerators[j] for j, w in self.entry(i))
                >= row.bound * place.denominator
                for i, row in enumerate(self.rows)
            ],
            dtype=np.bool_,
        )


class Stack(Matrix):
    """The rows of several systems, one below the other, and their variables side by side.

    One name may stand for several variables, so that nothing can be looked up by name.
    """

    def __init__(self, systems: Sequence[LinearSystem]) -> None:
        super().__init__(
            [*chain.from_iterable(system.rows for system in systems)],
            [*chain.from_iterable(system.variables for system in systems)],
        )
        self._systems = systems

    @cached_property
    def columns(self) -> Integers:
        """The variable of each entry, row after row."""
        firsts = accumulate((len(system.variables) for system in self._systems), initial=0)
        parts = [
            np.frombuffer(system.numbering[1], dtype=np.int64) + first
            for system, first in zip(self._systems, firsts, strict=False)
        ]
        return np.concatenate(parts)


def _ranges(starts: Integers, lengths: Integers) -> Integers:
    """Return the numbers of each range, one after the other."""
    ends = np.cumsum(lengths)
    return np.repeat(starts - ends + lengths, lengths) + np.arange(ends[-1] if len(ends) else 0)
