"""Units at the edge: lengths of time in days, and quantities for those who want them.

Inside, counts are plain numbers. pint is imported when first needed, with a registry of its own
that knows nothing but the units below, and is never given more than one plain name.
"""

import re
from difflib import get_close_matches
from fractions import Fraction
from functools import cache
from typing import Any

from claimrecon.quantities.refusals import UnknownUnitError

_LONGEST_NAME = 30
_NAME = re.compile(r"[a-z_]+")
# A month and a year are the means of §5. Everything else follows from the day.
_TIMES = (
    "day = [time]",
    "hour = 1 / 24 * day",
    "minute = 1 / 60 * hour",
    "second = 1 / 60 * minute",
    "week = 7 * day",
    "fortnight = 14 * day",
    "month = 30.4375 * day",
    "quarter = 3 * month",
    "year = 365.25 * day = _ = annum",
    "decade = 10 * year",
    "century = 100 * year = _ = centuries",
    "millennium = 1000 * year = _ = millennia",
)
_COUNTS = ("person = [person] = _ = people", "household = [household] = _ = family = families")


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
    return Fraction(_quantity(Fraction(1), name, _TIMES).to("day").magnitude)


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
    return _quantity(Fraction(number), unit, (*_TIMES, *_COUNTS))


def _quantity(number: Fraction, name: str, definitions: tuple[str, ...]) -> Any:
    known = _names(definitions)
    plain = name if name in known else name.removesuffix("s")
    # A name out of the table is the only text that pint ever reads.
    if _NAME.fullmatch(plain) is None or plain not in known:
        raise UnknownUnitError(name, _advice(name, known))
    return _registry().Quantity(number, plain)


def _names(definitions: tuple[str, ...]) -> tuple[str, ...]:
    words = (re.findall(r"[a-z]+", definition) for definition in definitions)
    return tuple(dict.fromkeys(found for line in words for found in line if found != "time"))


@cache
def _registry() -> Any:
    from pint import UnitRegistry  # noqa: PLC0415  (0.35 s, and most runs need no unit)

    registry: Any = UnitRegistry(None, non_int_type=Fraction)
    for definition in (*_TIMES, *_COUNTS):
        registry.define(definition)
    return registry


def _advice(name: str, known: tuple[str, ...]) -> str:
    shown = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
    near = get_close_matches(shown, known, n=1)
    hint = f"Did you mean {near[0]!r}? " if near else ""
    return f"{shown!r} is no unit known here. {hint}Units are: {', '.join(known)}."
