"""Z3: exact, like this library; minimised cores, and weighted satisfiability for repairs."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from claimrecon.linear import LinearSystem


def _spell(system: LinearSystem) -> tuple[list[Any], dict[str, list[Any]]]:
    """Return what always holds, and the statements of each owner."""
    import z3  # noqa: PLC0415  (a peer, perhaps not installed)

    unknown = {v: z3.Real(v) for v in system.variables}
    always = [variable >= 0 for variable in unknown.values()]
    said: dict[str, list[Any]] = {owner: [] for owner in system.owners}
    for row in system.rows:
        line = z3.Sum([w * unknown[v] for v, w in row.coefficients]) >= row.bound
        (always if row.owner is None else said[row.owner]).append(line)
    return always, said


def _conflict(system: LinearSystem) -> Callable[[], object]:
    import z3  # noqa: PLC0415  (a peer, perhaps not installed)

    def run() -> object:
        always, said = _spell(system)
        solver = z3.Solver()
        solver.set("core.minimize", True)  # noqa: FBT003  (the interface is theirs)
        solver.add(always)
        for owner, lines in said.items():
            solver.assert_and_track(z3.And(lines), owner)
        if solver.check() != z3.unsat:
            return {"owners": []}
        return {"owners": [str(owner) for owner in solver.unsat_core()]}

    return run


def _repair(system: LinearSystem) -> Callable[[], object]:
    import z3  # noqa: PLC0415  (a peer, perhaps not installed)

    def run() -> object:
        always, said = _spell(system)
        solver = z3.Optimize()
        solver.add(always)
        for owner, lines in said.items():
            holds = z3.Bool(owner)
            solver.add(z3.Implies(holds, z3.And(lines)))
            solver.add_soft(holds, 1)
        solver.check()
        model = solver.model()
        return {"owners": [owner for owner in said if not z3.is_true(model[z3.Bool(owner)])]}

    return run


TASKS: Mapping[str, Callable[[LinearSystem], Callable[[], Any]]] = MappingProxyType(
    {"conflict": _conflict, "repair": _repair}
)
