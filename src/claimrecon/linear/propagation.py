"""Bounds tightened row by row, each with the rows that moved it.

A row bounds each of its variables once the others are bounded. Following such steps to their
sources and adding up the rows they used gives an exact proof: of a bound, or, where a lower bound
passes an upper one, that the rows cannot all hold. Quick and readable, but incomplete: a system
that passes may still have no solution.
"""

from collections import deque
from dataclasses import dataclass
from fractions import Fraction

from claimrecon.linear.proofs import Proof, nonnegativity, ordered_proof
from claimrecon.linear.system import LinearSystem, Row

_ROUNDS = 20
"""Rows such as a = 0.5 b and b = 0.5 a + 1 approach their bound for ever: stop at some point."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One bound: what it says, the row that says it, and the earlier bounds it rests on.

    ``order`` counts the steps: a step rests on earlier ones only. ``weight`` is the coefficient of
    the variable in the row; positive for a lower bound.
    """

    order: int
    variable: str
    value: Fraction
    row: Row
    weight: int
    sources: "tuple[tuple[_Step, int], ...]" = ()


class Box:
    """The bounds that propagation found; each can be proved.

    Examples
    --------
    >>> rows = Row("total", (("men", 1), ("women", 1)), 9), Row("men", (("men", -1),), -4)
    >>> box = propagate(LinearSystem(rows))
    >>> box.low("women"), box.high("women"), box.prove_low("women").rules[0].name
    (Fraction(5, 1), None, 'men')
    """

    def __init__(self, lows: dict[str, _Step], highs: dict[str, _Step]) -> None:
        self._lows = lows
        self._highs = highs

    def low(self, variable: str) -> Fraction:
        """Return the lower bound, at least zero."""
        return self._lows[variable].value

    def high(self, variable: str) -> Fraction | None:
        """Return the upper bound; ``None`` where none was found."""
        step = self._highs.get(variable)
        return None if step is None else step.value

    def prove_low(self, variable: str) -> Proof:
        """Return the proof that *variable* is at least its lower bound."""
        return _proof([self._lows[variable]], ((variable, 1),))

    def prove_high(self, variable: str) -> Proof | None:
        """Return the proof that minus *variable* is at least minus its upper bound."""
        step = self._highs.get(variable)
        return None if step is None else _proof([step], ((variable, -1),))


def propagate(system: LinearSystem) -> Box | Proof:
    """Tighten the bounds of all variables, or prove that the rows cannot all hold.

    Returns
    -------
    Box or Proof
        A `Box` says nothing about whether there is a solution.

    Examples
    --------
    >>> rows = Row("low", (("x", 1),), 5, "a"), Row("high", (("x", -1),), -3, "b")
    >>> propagate(LinearSystem(rows)).owners
    ('a', 'b')
    """
    users: dict[str, list[Row]] = {variable: [] for variable in system.variables}
    for row in system.rows:
        if not row.coefficients and row.bound > 0:
            return ordered_proof([(row, Fraction(1))])
        for variable, _ in row.coefficients:
            users[variable].append(row)
    lows = {
        v: _Step(i, v, Fraction(0), nonnegativity(v), 1) for i, v in enumerate(system.variables)
    }
    highs: dict[str, _Step] = {}
    count = len(lows)
    waiting = deque(sorted(system.rows, key=lambda row: (len(row.coefficients), row.name)))
    queued = {row.name for row in waiting}
    for _ in range(_ROUNDS * len(system.rows)):
        if not waiting:
            break
        row = waiting.popleft()
        queued.discard(row.name)
        for step in _tightened(row, lows, highs, count):
            count += 1
            variable = step.variable
            (lows if step.weight > 0 else highs)[variable] = step
            if variable in highs and lows[variable].value > highs[variable].value:
                return _proof([lows[variable], highs[variable]], ())
            for user in users[variable]:
                if user.name not in queued:
                    queued.add(user.name)
                    waiting.append(user)
    return Box(lows, highs)


def _tightened(
    row: Row, lows: dict[str, _Step], highs: dict[str, _Step], order: int
) -> list[_Step]:
    """Return the bounds that *row* improves, given those of its other variables."""
    limits = {v: (highs.get(v) if w > 0 else lows[v]) for v, w in row.coefficients}
    endless = [v for v, step in limits.items() if step is None]
    if len(endless) > 1:
        return []
    most = sum((w * s.value for v, w in row.coefficients if (s := limits[v])), Fraction(0))
    steps: list[_Step] = []
    for variable, weight in row.coefficients:
        if endless and endless != [variable]:
            continue
        own = limits[variable]
        value = (row.bound - most) / weight + (0 if own is None else own.value)
        known = lows[variable] if weight > 0 else highs.get(variable)
        if known is None or (value - known.value) * weight > 0:
            sources = tuple(
                (step, abs(w))
                for v, w in row.coefficients
                if v != variable and (step := limits[v]) is not None
            )
            steps.append(_Step(order + len(steps), variable, value, row, weight, sources))
    return steps


def _proof(steps: list[_Step], claim: tuple[tuple[str, int], ...]) -> Proof:
    """Follow *steps* to their sources and add up the rows, the latest step first."""
    pending = {step.order: (step, Fraction(1)) for step in steps}
    total: dict[str, tuple[Row, Fraction]] = {}
    while pending:
        step, multiplier = pending.pop(max(pending))
        share = multiplier / abs(step.weight)
        total[step.row.name] = (
            step.row,
            share + total.get(step.row.name, (step.row, Fraction(0)))[1],
        )
        for source, weight in step.sources:
            before = pending.get(source.order, (source, Fraction(0)))[1]
            pending[source.order] = (source, before + share * weight)
    return ordered_proof(total.values(), claim)
