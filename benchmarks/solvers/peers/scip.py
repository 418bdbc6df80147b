"""SCIP: irreducible infeasible subsystems."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from claimrecon.linear import LinearSystem


def _conflict(system: LinearSystem) -> Callable[[], object]:
    import pyscipopt  # noqa: PLC0415  (a peer, perhaps not installed)

    def run() -> object:
        model = pyscipopt.Model()
        model.hideOutput()
        unknown = {v: model.addVar(v, lb=0) for v in system.variables}
        for row in system.rows:
            terms = pyscipopt.quicksum(w * unknown[v] for v, w in row.coefficients)
            model.addCons(terms >= row.bound, name=row.name)
        found = model.generateIIS().getSubscip()
        return {"rows": [row.name for row in found.getConss()]}

    return run


TASKS: Mapping[str, Callable[[LinearSystem], Callable[[], Any]]] = MappingProxyType(
    {"conflict": _conflict}
)
