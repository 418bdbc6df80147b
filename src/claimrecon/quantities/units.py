"""Units at the edge: lengths of time in days, and quantities for those who want them."""

from fractions import Fraction
from typing import Any


def time_unit_days(name: str) -> Fraction:
    """Return how many days a unit of time has."""
    raise NotImplementedError


def to_quantity(number: Fraction | int, unit: str) -> Any:
    """Return a pint quantity of persons, households or a unit of time."""
    raise NotImplementedError
