"""HiGHS by itself: irreducible subsystems, ranges by two solves a variable, big-M repairs."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np

from claimrecon.linear import LinearSystem, components

_STRATEGY = 6
"""From the infeasible program, made irreducible."""
_WARM, _COLD = 250, 20
"""So many ranges are measured with one model, and with a new model for each end."""


class _Numbers:
    """The rows as the arrays that the solver takes."""

    def __init__(self, system: LinearSystem) -> None:
        index = {v: i for i, v in enumerate(system.variables)}
        self.names = [row.name for row in system.rows]
        self.variables = system.variables
        self.owners = [row.owner for row in system.rows]
        self.lows = np.array([row.bound for row in system.rows], dtype=np.float64)
        lengths = [len(row.coefficients) for row in system.rows]
        self.starts = np.concatenate(([0], np.cumsum(lengths)[:-1])).astype(np.int32)
        entries = [(index[v], w) for row in system.rows for v, w in row.coefficients]
        self.columns = np.array([j for j, _ in entries], dtype=np.int32)
        self.weights = np.array([w for _, w in entries], dtype=np.float64)


def _model(rows: _Numbers, *, presolve: bool = False) -> Any:
    import highspy  # noqa: PLC0415  (a peer, perhaps not installed)

    make: Any = highspy.Highs  # without types of its own
    solver = make()
    solver.setOptionValue("output_flag", False)  # noqa: FBT003  (the interface is theirs)
    solver.setOptionValue("presolve", "on" if presolve else "off")
    solver.setOptionValue("threads", 1)
    width, height = len(rows.variables), len(rows.names)
    nothing = np.zeros(0, dtype=np.int32)
    ends = np.full(width, np.inf)
    solver.addCols(width, np.zeros(width), np.zeros(width), ends, 0, nothing, nothing, np.zeros(0))
    highs = np.full(height, np.inf)
    solver.addRows(
        height, rows.lows, highs, len(rows.weights), rows.starts, rows.columns, rows.weights
    )
    return solver


def _irreducible(rows: _Numbers) -> list[str]:
    solver = _model(rows)
    solver.setOptionValue("iis_strategy", _STRATEGY)
    _, found = solver.getIis()
    return [rows.names[i] for i in found.row_index_]


def _conflict(system: LinearSystem) -> Callable[[], object]:
    rows = _Numbers(system)
    return lambda: {"rows": _irreducible(rows)}


def _conflict_by_parts(system: LinearSystem) -> Callable[[], object]:
    parts = [_Numbers(part) for part in components(system)]

    def run() -> object:
        return {"rows": next(filter(None, map(_irreducible, parts)), [])}

    return run


def _verdict(system: LinearSystem) -> Callable[[], object]:
    rows = _Numbers(system)

    def run() -> object:
        solver = _model(rows, presolve=True)
        solver.run()
        return {"possible": solver.getModelStatus().name == "kOptimal"}

    return run


def _end(solver: Any, column: int, cost: float) -> float | None:
    solver.changeColCost(column, cost)
    solver.run()
    end = solver.getInfo().objective_function_value * cost
    return end if solver.getModelStatus().name == "kOptimal" else None


def _warm(system: LinearSystem) -> Callable[[], object]:
    """Measure a sample of a large model, evenly spread; the others would take as long again."""
    return _ends(system, sample=_WARM, again=False)


def _cold(system: LinearSystem) -> Callable[[], object]:
    """Measure a smaller sample: a new model for each end would take hours."""
    return _ends(system, sample=_COLD, again=True)


def _ends(system: LinearSystem, *, sample: int, again: bool) -> Callable[[], object]:
    rows = _Numbers(system)
    chosen = range(0, len(rows.variables), max(1, len(rows.variables) // sample))

    def run() -> object:
        solver = _model(rows)
        found: dict[str, object] = {}
        for column in chosen:
            ends = []
            for cost in (1.0, -1.0):
                solver = _model(rows) if again else solver
                ends.append(_end(solver, column, cost))
            solver.changeColCost(column, 0.0)
            found[rows.variables[column]] = ends
        return {"ends": found, "scale": len(rows.variables) / len(chosen)}

    return run


def _repair(system: LinearSystem) -> Callable[[], object]:
    """Let every owner be bought off at the price of one, by a number that is hoped to be big."""
    import highspy  # noqa: PLC0415  (a peer, perhaps not installed)

    rows = _Numbers(system)
    big = 10.0 * float(np.abs(rows.lows).max())

    def run() -> object:
        solver = _model(rows, presolve=True)
        width = len(rows.variables)
        for number, owner in enumerate(system.owners, width):
            mine = [i for i, other in enumerate(rows.owners) if other == owner]
            column = np.array(mine, dtype=np.int32)
            solver.addCol(1.0, 0.0, 1.0, len(mine), column, np.full(len(mine), big))
            solver.changeColIntegrality(number, highspy.HighsVarType.kInteger)
        solver.setOptionValue("mip_rel_gap", 0.0)
        solver.run()
        values = solver.getSolution().col_value[width:]
        chosen = zip(system.owners, values, strict=True)
        return {"owners": [owner for owner, value in chosen if value > 1 / 2]}

    return run


TASKS: Mapping[str, Callable[[LinearSystem], Callable[[], Any]]] = MappingProxyType(
    {
        "conflict": _conflict,
        "conflict by parts": _conflict_by_parts,
        "verdict": _verdict,
        "ranges warm": _warm,
        "ranges cold": _cold,
        "repair": _repair,
    }
)
