"""Slow, obvious twins of the public functions, for tests and for small cases.

Nothing here uses a simplex: rows are decided by eliminating one variable after another
(Fourier and Motzkin), sets of owners by trying all of them. A dozen rows are already many.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import combinations
from math import gcd

from claimrecon.linear.system import LinearSystem

_Line = tuple[tuple[tuple[str, int], ...], int]


def is_feasible(system: LinearSystem) -> bool:
    """Say whether some point satisfies all rows.

    Examples
    --------
    >>> from claimrecon.linear import Row
    >>> is_feasible(LinearSystem((Row("impossible", (("x", -1),), 1),)))
    False
    """
    lines = _lines(system, system.variables)
    for variable in system.variables:
        lines = _eliminate(lines, variable)
    return all(bound <= 0 for _, bound in lines)


def lowest(system: LinearSystem, objective: Mapping[str, int]) -> Fraction | None:
    """Return the least value of *objective* over a feasible system, or ``None``."""
    least = _ends(system, objective)[0]
    return max(least, default=None)


def highest(system: LinearSystem, objective: Mapping[str, int]) -> Fraction | None:
    """Return the greatest value of *objective* over a feasible system, or ``None``."""
    greatest = _ends(system, objective)[1]
    return min(greatest, default=None)


def minimal_conflicts(system: LinearSystem) -> tuple[tuple[str, ...], ...]:
    """Return every minimal set of owners who cannot hold together, in order of size."""
    return _minimal(subset for subset in _subsets(system.owners) if not _holds(system, subset))


def corrections(system: LinearSystem) -> tuple[tuple[str, ...], ...]:
    """Return every minimal set of owners without whom the rest can hold, in order of size."""
    return _minimal(
        subset
        for subset in _subsets(system.owners)
        if _holds(system, set(system.owners) - set(subset))
    )


def maximal_consistent(system: LinearSystem) -> tuple[tuple[str, ...], ...]:
    """Return every maximal set of owners who can hold together, sorted."""
    possible = [set(subset) for subset in _subsets(system.owners) if _holds(system, subset)]
    return tuple(sorted(tuple(sorted(s)) for s in possible if not any(s < t for t in possible)))


def smallest_repairs(
    conflict_sets: Collection[Collection[str]],
) -> tuple[tuple[str, ...], ...]:
    """Return every set of fewest owners that takes one of each conflict, sorted."""
    members = sorted({member for conflict in conflict_sets for member in conflict})
    repairs = [s for s in _subsets(members) if all(set(s) & set(c) for c in conflict_sets)]
    return tuple(s for s in repairs if len(s) == len(repairs[0]))


def _holds(system: LinearSystem, owners: Collection[str]) -> bool:
    return is_feasible(system.of(owners))


def _subsets(members: Collection[str]) -> Iterator[tuple[str, ...]]:
    for size in range(len(members) + 1):
        yield from combinations(sorted(members), size)


def _minimal(sets: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Keep the sets that hold no earlier one; they come in the order of size."""
    kept: list[tuple[str, ...]] = []
    for candidate in sets:
        if not any(set(smaller) <= set(candidate) for smaller in kept):
            kept.append(candidate)
    return tuple(kept)


def _ends(
    system: LinearSystem, objective: Mapping[str, int]
) -> tuple[list[Fraction], list[Fraction]]:
    """Eliminate all but the objective; return what bounds it from below and from above."""
    goal = ""  # A name for the objective that is no name of a variable.
    variables = sorted({*system.variables, *objective})
    lines = _lines(system, variables)
    for sign in (1, -1):
        line = {goal: sign, **{v: -sign * w for v, w in objective.items() if w}}
        lines.add((tuple(sorted(line.items())), 0))
    for variable in variables:
        lines = _eliminate(lines, variable)
    ends = [(Fraction(bound, line[0][1]), line[0][1]) for line, bound in lines if line]
    return [e for e, weight in ends if weight > 0], [e for e, weight in ends if weight < 0]


def _lines(system: LinearSystem, variables: Collection[str]) -> set[_Line]:
    lines: set[_Line] = {(tuple(sorted(r.coefficients)), r.bound) for r in system.rows}
    return lines | {(((variable, 1),), 0) for variable in variables}


def _eliminate(lines: Collection[_Line], variable: str) -> set[_Line]:
    """Project *variable* away: add every line that bounds it below to every one above."""
    kept: set[_Line] = set()
    above: list[tuple[dict[str, int], int, int]] = []
    below: list[tuple[dict[str, int], int, int]] = []
    for line, bound in lines:
        weights = dict(line)
        weight = weights.pop(variable, 0)
        if not weight:
            kept.add((line, bound))
        else:
            (below if weight > 0 else above).append((weights, bound, abs(weight)))
    for low, low_bound, low_weight in below:
        for high, high_bound, high_weight in above:
            total = {
                v: high_weight * low.get(v, 0) + low_weight * high.get(v, 0) for v in low | high
            }
            bound = high_weight * low_bound + low_weight * high_bound
            kept.add(_tidy({v: w for v, w in total.items() if w}, bound))
    return kept


def _tidy(weights: Mapping[str, int], bound: int) -> _Line:
    common = gcd(bound, *weights.values()) or 1
    return tuple(sorted((v, w // common) for v, w in weights.items())), bound // common
