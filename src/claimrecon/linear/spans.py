"""How low and how high every variable can be: all ranges of a system at once.

Most ends need no optimisation of their own: a bound that follows from the rows one by one, and a
point that touches it, are enough; and one direction in which the solutions have no end shows it for
many variables. What is left is optimised, one variable after another, and every optimum touches
more ends.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from claimrecon.linear.components import components
from claimrecon.linear.engine import Engine
from claimrecon.linear.matrix import Flags, Place
from claimrecon.linear.proofs import Proof
from claimrecon.linear.status import Budget, InfeasibleSystemError
from claimrecon.linear.system import LinearSystem, Row
from claimrecon.linear.tightening import Tightening

_Ends: TypeAlias = dict[int, Fraction | None]


@dataclass(frozen=True, slots=True)
class Span:
    """The least and the greatest value of one variable.

    Attributes
    ----------
    variable
        Its name.
    low, high
        Exact and both attained; ``high`` is ``None`` where there is no end.
    """

    variable: str
    low: Fraction
    high: Fraction | None


def spans(system: LinearSystem, *, budget: Budget | None = None) -> tuple[Span, ...]:
    """Return the range of every variable of *system*, in the order of the variables.

    Parameters
    ----------
    system
        Rows that have a solution.
    budget
        Time that may be spent.

    Raises
    ------
    InfeasibleSystemError
        If the system has no solution.
    UndecidedError
        If the budget ends first.

    See Also
    --------
    Ranges : Single ranges, with their proofs and with those on whom they hinge.

    Notes
    -----
    Every end is exact. It is either a bound in whole numbers that `Tightening` derived and a
    solution that attains it, or an optimum whose proof was added up in fractions.

    Examples
    --------
    >>> total = Row("total", (("men", 1), ("women", 1)), 100, "mayor")
    >>> women = Row("women", (("women", -1),), -40, "doctor")
    >>> for span in spans(LinearSystem((total, women))):
    ...     print(span.variable, span.low, span.high)
    men 60 None
    women 0 40
    """
    found: dict[str, Span] = {}
    for part in components(system):
        search = _Spans(part, budget)
        found |= {span.variable: span for span in search.run()}
    return tuple(found[variable] for variable in system.variables)


class _Spans:
    """The ranges of one connected part."""

    def __init__(self, system: LinearSystem, budget: Budget | None) -> None:
        rows = sorted(system.rows, key=lambda row: row.name)
        self._budget = budget
        self._variables = sorted(system.variables)
        self._engine = Engine(rows, self._variables, budget=budget)
        self._all: Flags = np.ones(len(rows), dtype=np.bool_)
        self._lows: _Ends = {}
        self._highs: _Ends = {}

    def run(self) -> list[Span]:
        solution = self._engine.decide(self._all)
        if isinstance(solution, Proof):
            raise InfeasibleSystemError(
                "the system has no solution, so that nothing has a range; "
                "call minimal_conflicts() to see which owners cannot hold together."
            )
        tightening = Tightening(self._engine.matrix, self._all)
        self._bottoms = tightening.lows
        self._tops = tightening.highs
        self._touch(solution)
        self._touch(tightening.climb(self._all))
        self._open_ends()
        for ends, sign in ((self._lows, 1), (self._highs, -1)):
            self._together(ends, sign)
            self._one_by_one(ends, sign)
        return [
            Span(variable, self._lows[j] or Fraction(0), self._highs[j])
            for j, variable in enumerate(self._variables)
        ]

    def _touch(self, place: Place) -> None:
        """Take note of the bounds that are attained at *place*, if the rows hold there."""
        if not self._engine.matrix.holds(place).all():
            return
        for ends, bounds in ((self._lows, self._bottoms), (self._highs, self._tops)):
            for j, (numerator, bound) in enumerate(
                zip(place.numerators, bounds.tolist(), strict=True)
            ):
                if j not in ends and numerator == bound * place.denominator:
                    ends[j] = Fraction(int(bound))

    def _open_ends(self) -> None:
        """Find the variables that can grow for ever: by directions in which no row is lost.

        A direction is a solution of the same rows with all bounds zero, and the sum of two is one.
        """
        left = [j for j, top in enumerate(self._tops.tolist()) if top == np.inf]
        level = [Row(row.name, row.coefficients, 0) for row in self._engine.matrix.rows]
        while left:
            caps = [Row(f"{j}", ((self._variables[j], -1),), -1) for j in left]
            cone = Engine([*level, *caps], self._variables, budget=self._budget)
            everything: Flags = np.ones(len(level) + len(caps), dtype=np.bool_)
            most = cone.minimise(everything, {self._variables[j]: -1 for j in left})
            grown = {j for j in left if most.place.numerators[j] > 0}
            if not grown:
                return
            self._highs |= dict.fromkeys(grown)
            left = [j for j in left if j not in grown]

    def _together(self, ends: _Ends, sign: int) -> None:
        """Bring all open questions as near to their bounds as they come together."""
        left = [j for j in range(len(self._variables)) if j not in ends]
        if len(left) > 1:
            self._optimise({self._variables[j]: sign for j in left})

    def _one_by_one(self, ends: _Ends, sign: int) -> None:
        for j, variable in enumerate(self._variables):
            if j not in ends:
                bound = self._optimise({variable: sign})
                ends[j] = None if bound is None else sign * bound

    def _optimise(self, objective: dict[str, int]) -> Fraction | None:
        optimum = self._engine.minimise(self._all, objective)
        self._touch(optimum.place)
        return None if optimum.proof is None else optimum.proof.bound
