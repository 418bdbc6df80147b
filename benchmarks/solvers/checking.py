"""Whether the answers of different solvers agree, decided in exact arithmetic."""

from collections.abc import Collection, Mapping
from typing import Any

from claimrecon.linear import LinearSystem, Point, Proof, decide

_NEAR = 1e-6
"""Floating-point optima may differ by this share."""


def is_conflict(system: LinearSystem, answer: Mapping[str, Any]) -> bool:
    """Whether the rows or owners named cannot hold, by a proof that adds up."""
    if "rows" in answer:
        named = set(answer["rows"])
        part = LinearSystem(tuple(row for row in system.rows if row.name in named))
    else:
        part = system.of(answer["owners"])
    refutation = decide(part)
    return isinstance(refutation, Proof) and refutation.verify(part)


def is_repair(system: LinearSystem, owners: Collection[str]) -> bool:
    """Whether the others can hold together, by a point that satisfies every row."""
    rest = system.of([owner for owner in system.owners if owner not in set(owners)])
    point = decide(rest)
    return isinstance(point, Point) and point.satisfies(rest)


def same_ranges(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> bool:
    """Whether both give the same ends to every variable that both give ends to."""
    return bool(theirs) and all(
        _close(one, other)
        for variable, ends in theirs.items()
        for one, other in zip(ours[variable], ends, strict=True)
    )


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= _NEAR * max(1.0, abs(one))
