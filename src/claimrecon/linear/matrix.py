"""The rows of a system as arrays of whole numbers, for quick exact checks."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from claimrecon.linear.system import Row

Integers: TypeAlias = npt.NDArray[np.int64]
Floats: TypeAlias = npt.NDArray[np.float64]
Flags: TypeAlias = npt.NDArray[np.bool_]

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
        self.index = {variable: i for i, variable in enumerate(variables)}
        self.entries = [[(self.index[v], w) for v, w in row.coefficients] for row in rows]
        self._reach = max((sum(abs(w) for _, w in e) for e in self.entries), default=0)
        self._top = max((abs(row.bound) for row in rows), default=0)

    @cached_property
    def columns(self) -> Integers:
        """The variable of each entry, row after row."""
        return np.array([j for entry in self.entries for j, _ in entry], dtype=np.int64)

    @cached_property
    def places(self) -> Integers:
        """The row of each entry."""
        lengths = [len(entry) for entry in self.entries]
        return np.repeat(np.arange(len(lengths), dtype=np.int64), lengths)

    @cached_property
    def weights(self) -> Integers:
        """The coefficient of each entry; only where all of them fit."""
        return np.array([w for entry in self.entries for _, w in entry], dtype=np.int64)

    @cached_property
    def bounds(self) -> Integers:
        """The bound of each row; only where all of them fit."""
        return np.array([row.bound for row in self.rows], dtype=np.int64)

    def holds(self, place: Place) -> Flags:
        """Say of each row whether it holds at *place*, exactly."""
        reach = max(map(abs, place.numerators), default=0) * self._reach
        if max(reach, self._reach, self._top * place.denominator) < _SAFE:
            numbers = np.array(place.numerators, dtype=np.int64)
            sums = np.zeros(len(self.rows), dtype=np.int64)
            np.add.at(sums, self.places, self.weights * numbers[self.columns])
            return sums >= self.bounds * place.denominator
        return np.array(
            [
                sum(w * place.numerators[j] for j, w in entry) >= row.bound * place.denominator
                for entry, row in zip(self.entries, self.rows, strict=True)
            ],
            dtype=np.bool_,
        )
