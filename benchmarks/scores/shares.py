"""Shares of small samples: never without n and a Wilson interval."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

_Z = 1.959964
"""Two-sided, 95 %."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    hits: int
    total: int

    @classmethod
    def of(cls, outcomes: Iterable[bool]) -> "Share":
        """Count the outcomes that are true."""
        found = list(outcomes)
        return cls(sum(found), len(found))

    @property
    def wilson(self) -> tuple[float, float]:
        """The 95 % Wilson interval of the share."""
        if not self.total:
            return 0.0, 1.0
        share, square = self.hits / self.total, _Z * _Z
        middle = (share + square / (2 * self.total)) / (1 + square / self.total)
        spread = share * (1 - share) / self.total + square / (4 * self.total**2)
        half = _Z * sqrt(spread) / (1 + square / self.total)
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        """Print share, interval and n."""
        if not self.total:
            return "   –                     n=0"
        low, high = self.wilson
        share = self.hits / self.total
        return f"{share:6.1%}  [{low:6.1%}, {high:6.1%}]  n={self.total}"
