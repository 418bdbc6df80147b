"""The rows of a system as arrays of whole numbers, for quick exact checks."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import chain
from math import lcm
from operator import attrgetter, itemgetter
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from claimrecon.linear.system import Row

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
        common = lcm(*(value.denominator for value in values))
        return cls(
            tuple(value.numerator * (common // value.denominator) for value in values), common
        )


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

    @cached_property
    def terms(self) -> list[tuple[str, int]]:
        """The variable and the coefficient of each entry, row after row."""
        return [*chain.from_iterable(map(_COEFFICIENTS, self.rows))]

    @cached_property
    def sizes(self) -> list[int]:
        """The coefficient of each entry, however large."""
        return [*map(_SECOND, self.terms)]

    @cached_property
    def lengths(self) -> Integers:
        """How many entries each row has."""
        return np.array([*map(len, map(_COEFFICIENTS, self.rows))], dtype=np.int64)

    @cached_property
    def starts(self) -> Integers:
        """The first entry of each row, and one number more."""
        return np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(self.lengths)))

    @cached_property
    def reach(self) -> int:
        """No sum of the sizes of the coefficients of one row is larger."""
        return max(map(abs, set(self.sizes)), default=0) * int(self.lengths.max(initial=0))

    @cached_property
    def top(self) -> int:
        """The size of the largest bound."""
        return max(map(abs, set(map(_BOUND, self.rows))), default=0)

    @cached_property
    def columns(self) -> Integers:
        """The variable of each entry, row after row."""
        return np.array(
            [*map(self.index.__getitem__, map(_FIRST, self.terms))], dtype=np.int64
        )

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
        return np.array([*map(_BOUND, self.rows)], dtype=np.int64)

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
        return order[_ranges(starts[columns], starts[columns + 1] - starts[columns])]

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


def _ranges(starts: Integers, lengths: Integers) -> Integers:
    """Return the numbers of each range, one after the other."""
    ends = np.cumsum(lengths)
    return np.repeat(starts - ends + lengths, lengths) + np.arange(ends[-1] if len(ends) else 0)
