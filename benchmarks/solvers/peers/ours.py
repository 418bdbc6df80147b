"""The library itself: every answer is exact and proved."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from claimrecon.linear import (
    LinearSystem,
    Proof,
    decide,
    least_repair,
    prove,
    spans,
)


def _fresh(system: LinearSystem) -> LinearSystem:
    """Return an equal system that remembers nothing of earlier runs."""
    return LinearSystem(system.rows)


def _conflict(system: LinearSystem) -> Callable[[], object]:
    def run() -> object:
        proof = prove(_fresh(system))
        if not proof.verify():
            raise RuntimeError("the proof does not check.")
        return {"owners": proof.owners}

    return run


def _verdict(system: LinearSystem) -> Callable[[], object]:
    return lambda: {"possible": not isinstance(decide(_fresh(system)), Proof)}


def _ranges(system: LinearSystem) -> Callable[[], object]:
    def run() -> object:
        found = spans(_fresh(system))
        ends = {
            span.variable: (float(span.low), None if span.high is None else float(span.high))
            for span in found
        }
        return {"ends": ends}

    return run


def _repair(system: LinearSystem) -> Callable[[], object]:
    return lambda: {"owners": least_repair(_fresh(system))}


TASKS: Mapping[str, Callable[[LinearSystem], Callable[[], Any]]] = MappingProxyType(
    {"conflict": _conflict, "verdict": _verdict, "ranges": _ranges, "repair": _repair}
)
