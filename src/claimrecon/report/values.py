"""Numbers, intervals and scopes as plain values."""

from fractions import Fraction
from typing import Any

from claimrecon.claims import Scope, Timing
from claimrecon.findings import Interval
from claimrecon.periods import DaySpan
from claimrecon.scopes import Extent


def scope_values(scope: Scope) -> dict[str, Any]:
    """Return a scope with the keys of a claim."""
    measure: object = scope.measure.name
    if scope.unbounded_measure:
        measure = {"inner": scope.measure.name, "outer": None}
    elif scope.outer_measure is not None:
        measure = {"inner": scope.measure.name, "outer": scope.outer_measure.name}
    values = {
        "measure": measure,
        "population": _extent_values(scope.population),
        "place": _extent_values(scope.place),
        "cause": _extent_values(scope.cause),
        str(scope.when.timing): "final" if scope.when.span is None else _days(scope.when.span),
    }
    if scope.when.timing is Timing.AS_OF and scope.when.since is not None:
        values["since"] = _days(scope.when.since)
    return values


def number(value: Fraction) -> int | str:
    """Return a whole number as such and any other as a fraction's text.

    Examples
    --------
    >>> number(Fraction(400)), number(Fraction(7, 2))
    (400, '7/2')
    """
    return int(value) if value.denominator == 1 else str(value)


def maybe(value: Fraction | None) -> int | str | None:
    """Return a number as a plain value; ``None`` where nobody said, or nothing bounds."""
    return None if value is None else number(value)


def interval_values(interval: Interval | None) -> list[int | str | None] | None:
    """Return both ends; ``None`` where nothing is possible."""
    return None if interval is None else [maybe(end) for end in interval]


def _extent_values(extent: Extent) -> object:
    if extent.is_exact:
        return _names(extent.outer)
    outer = _names(extent.outer)
    return (
        {"outer": outer}
        if extent.inner is None
        else {"inner": _names(extent.inner), "outer": outer}
    )


def _names(names: tuple[str, ...]) -> object:
    if not names:
        return None
    return names[0] if len(names) == 1 else {"all_of": list(names)}


def _days(span: DaySpan) -> object:
    if span.is_day:
        return span.first.isoformat()
    return [span.first.isoformat(), span.last.isoformat()]
