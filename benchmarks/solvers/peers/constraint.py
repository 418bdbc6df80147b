"""CPMpy: minimal unsatisfiable subsets over whole numbers, with its usual solver, OR-Tools."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from claimrecon.linear import LinearSystem


def _conflict(system: LinearSystem) -> Callable[[], object]:
    import cpmpy  # noqa: PLC0415  (a peer, perhaps not installed)
    from cpmpy.tools.explain import mus  # noqa: PLC0415  (likewise)

    top = 10 * max(abs(row.bound) for row in system.rows)
    unknown = {v: cpmpy.intvar(0, top, name=f"x{i}") for i, v in enumerate(system.variables)}
    always: list[Any] = []
    said: dict[str, list[Any]] = {owner: [] for owner in system.owners}
    for row in system.rows:
        line = cpmpy.sum([w * unknown[v] for v, w in row.coefficients]) >= row.bound
        (always if row.owner is None else said[row.owner]).append(line)
    groups = {owner: cpmpy.all(lines) for owner, lines in said.items() if lines}

    def run() -> object:
        core = {id(group) for group in mus([*groups.values()], hard=always)}
        return {"owners": [owner for owner, group in groups.items() if id(group) in core]}

    return run


TASKS: Mapping[str, Callable[[LinearSystem], Callable[[], Any]]] = MappingProxyType(
    {"conflict": _conflict}
)
