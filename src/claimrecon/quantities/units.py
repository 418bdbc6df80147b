"""Units at the edge: lengths of time in days, and quantities for those who want them.

Inside, counts are plain numbers, and lengths of time exact days. pint is imported for those who
want a quantity, with a registry of its own that knows nothing but the units below, and is never
given a text that somebody else wrote.
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Any

from claimrecon.quantities.refusals import UnknownUnitError

_LONGEST_NAME = 30
# A month and a year are the means of §5. Everything else follows from the day.
_MONTH = Fraction(487, 16)  # 30.4375
_YEAR = 12 * _MONTH  # 365.25
_DAYS: Mapping[str, Fraction] = MappingProxyType(
    {
        "day": Fraction(1),
        "hour": Fraction(1, 24),
        "minute": Fraction(1, 24 * 60),
        "second": Fraction(1, 24 * 60 * 60),
        "week": Fraction(7),
        "fortnight": Fraction(14),
        "month": _MONTH,
        "quarter": 3 * _MONTH,
        "year": _YEAR,
        "decade": 10 * _YEAR,
        "century": 100 * _YEAR,
        "millennium": 1000 * _YEAR,
    }
)
_COUNTS = ("person", "household")
_ALSO: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "year": ("annum",),
        "century": ("centuries",),
        "millennium": ("millennia",),
        "person": ("people",),
        "household": ("family", "families"),
    }
)
"""Other names, and plurals that do not end in s."""


def time_unit_days(name: str) -> Fraction:
    """Return how many days a unit of time has, exactly.

    A month has 30.4375 days and a year 365.25 (§5).

    Raises
    ------
    UnknownUnitError
        If the name is no unit of time; a near name is suggested.

    Examples
    --------
    >>> print(time_unit_days("week"), time_unit_days("month"), time_unit_days("hour"))
    7 487/16 1/24
    """
    return _DAYS[_unit(name, _DAYS)]


def to_quantity(number: Fraction | int, unit: str) -> Any:
    """Return a pint quantity of persons, households or a unit of time.

    It belongs to a registry of this library's own: other registries' quantities do not mix with it.

    Parameters
    ----------
    number
        How many.
    unit
        One name: "person", "household", "week".

    Raises
    ------
    UnknownUnitError
        If the name is no such unit; a near name is suggested.

    Examples
    --------
    >>> print(to_quantity(300, "person"))
    300 person
    """
    return _registry().Quantity(Fraction(number), _unit(unit, (*_DAYS, *_COUNTS)))


def _unit(name: str, units: Iterable[str]) -> str:
    """Return which of the units a name means."""
    known = {one: unit for unit in units for one in (unit, *_ALSO.get(unit, ()))}
    unit = known.get(name) or known.get(name.removesuffix("s"))
    if unit is None:
        raise UnknownUnitError(name, _advice(name, tuple(known)))
    return unit


@cache
def _registry() -> Any:
    from pint import UnitRegistry  # noqa: PLC0415  (half a second, and no figure needs it)

    registry: Any = UnitRegistry(None, non_int_type=Fraction)
    registry.define("day = [time]")
    for unit, days in _DAYS.items():
        if unit != "day":
            registry.define(f"{unit} = {days} * day")
    for unit in _COUNTS:
        registry.define(f"{unit} = [{unit}]")
    return registry


def _advice(name: str, known: tuple[str, ...]) -> str:
    shown = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
    near = get_close_matches(shown, known)
    hint = f"Did you mean {near[0]!r}? " if near else ""
    return f"{shown!r} is no unit known here. {hint}Units are: {', '.join(known)}."
