"""The exact simplex: slow, sure, and the same on every machine.

A *dictionary* writes some of the variables (the basic ones) in terms of the others, which sit at
zero. Here each line is kept in whole numbers,

    denominator x basic = constant + sum of coefficient x nonbasic,

over the variables of the rows and one surplus (left side minus bound) for each row. All of them
must not be negative. Bland's rule (the smallest index that will do) makes every run end, and makes
the result depend on nothing but the rows and their order.

References
----------
.. [1] V. Chvátal (1983), *Linear Programming*, W. H. Freeman, chapters 2 and 3.
.. [2] B. Dutertre and L. de Moura (2006), "A Fast Linear-Arithmetic Solver for DPLL(T)", CAV 2006:
   the pivots of `Dictionary.reach` are those of its procedure *check*, with one-sided bounds.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import gcd

from claimrecon.linear.proofs import Proof, nonnegativity, ordered_proof
from claimrecon.linear.status import Budget, FeasibleSystemError
from claimrecon.linear.system import Row

_CONSTANT = -1


class Dictionary:
    """The rows solved for some of their variables, in whole numbers.

    Parameters
    ----------
    rows
        In the order that Bland's rule is to use.
    variables
        Every variable that may occur, in that order as well.
    budget
        Checked at every pivot.
    """

    def __init__(
        self, rows: Sequence[Row], variables: Sequence[str], *, budget: Budget | None = None
    ) -> None:
        self._rows = rows
        self._variables = variables
        self._budget = budget or Budget(None)
        self._width = len(variables)
        self._index = {variable: i for i, variable in enumerate(variables)}
        self._scale = {self._width + i: 1 for i in range(len(rows))}
        self._lines = {self._width + i: self._line(row) for i, row in enumerate(rows)}

    def enter(self, columns: Iterable[int], tight: Iterable[int]) -> None:
        """Solve for the variables numbered *columns*, taking the rows *tight* as equalities.

        A start near the goal saves most of the pivots; any start is as correct as another. What
        does not fit together is left out.
        """
        wanted = set(columns)
        for leaving in (self._width + i for i in tight):
            entering = min((j for j in self._lines[leaving] if j in wanted), default=None)
            if entering is not None:
                wanted.discard(entering)
                self._pivot(leaving, entering)

    def reach(self) -> Proof | None:
        """Move to a point that satisfies all rows; where there is none, return the proof."""
        while True:
            leaving = min(
                (b for b, line in self._lines.items() if line.get(_CONSTANT, 0) < 0), default=None
            )
            if leaving is None:
                return None
            line = self._lines[leaving]
            entering = min((j for j, c in line.items() if c > 0), default=None)
            if entering is None:
                rest = {j: -c for j, c in line.items() if j != _CONSTANT}
                return self._proof({leaving: self._scale[leaving], **rest}, 1)
            self._pivot(leaving, entering)

    def minimise(self, objective: Mapping[str, int]) -> Proof | None:
        """Move from a satisfying point to one that makes *objective* least, and prove it.

        Returns ``None`` where the objective has no least value.
        """
        claim = tuple(sorted((v, w) for v, w in objective.items() if w))
        goal, scale = {self._index[v]: w for v, w in claim}, 1
        for basic in list(goal):
            if basic in self._lines:
                scale = _substitute(goal, scale, basic, self._lines[basic], self._scale[basic])
        while True:
            entering = min((j for j, c in goal.items() if c < 0 and j != _CONSTANT), default=None)
            if entering is None:
                return self._proof({j: c for j, c in goal.items() if j != _CONSTANT}, scale, claim)
            leaving = self._blocking(entering)
            if leaving is None:
                return None
            self._pivot(leaving, entering)
            scale = _substitute(goal, scale, entering, self._lines[entering], self._scale[entering])

    def values(self) -> dict[str, Fraction]:
        """Return the point where the dictionary stands."""
        return {
            variable: Fraction(self._lines[i].get(_CONSTANT, 0), self._scale[i])
            if i in self._lines
            else Fraction(0)
            for i, variable in enumerate(self._variables)
        }

    def _line(self, row: Row) -> dict[int, int]:
        line = {self._index[variable]: weight for variable, weight in row.coefficients}
        if row.bound:
            line[_CONSTANT] = -row.bound
        return line

    def _blocking(self, entering: int) -> int | None:
        """Return the basic variable that falls to zero first as *entering* grows."""
        best: tuple[Fraction, int] | None = None
        for basic, line in self._lines.items():
            if (weight := line.get(entering, 0)) < 0:
                step = (Fraction(line.get(_CONSTANT, 0), -weight), basic)
                best = step if best is None else min(best, step)
        return None if best is None else best[1]

    def _pivot(self, leaving: int, entering: int) -> None:
        self._budget.check()
        line, scale = self._lines.pop(leaving), self._scale.pop(leaving)
        weight = line.pop(entering)
        sign = -1 if weight > 0 else 1
        solved = {j: sign * c for j, c in line.items()}
        solved[leaving] = -sign * scale
        scale = _reduce(solved, abs(weight))
        for basic, other in self._lines.items():
            if entering in other:
                self._scale[basic] = _substitute(other, self._scale[basic], entering, solved, scale)
        self._lines[entering], self._scale[entering] = solved, scale

    def _proof(
        self, weights: Mapping[int, int], scale: int, claim: tuple[tuple[str, int], ...] = ()
    ) -> Proof:
        return ordered_proof(
            (
                (
                    nonnegativity(self._variables[j])
                    if j < self._width
                    else self._rows[j - self._width],
                    Fraction(weight, scale),
                )
                for j, weight in weights.items()
            ),
            claim,
        )


def _substitute(
    line: dict[int, int], scale: int, basic: int, solved: Mapping[int, int], divisor: int
) -> int:
    """Write ``solved / divisor`` for *basic* in *line*, in place; return the new scale."""
    weight = line.pop(basic)
    common = gcd(weight, divisor)
    weight, divisor = weight // common, divisor // common
    if divisor != 1:
        for j in line:
            line[j] *= divisor
    for j, c in solved.items():
        total = line.get(j, 0) + weight * c
        if total:
            line[j] = total
        else:
            del line[j]
    return _reduce(line, scale * divisor)


def _reduce(line: dict[int, int], scale: int) -> int:
    """Divide *line* in place and *scale* by their common factor; return the new scale."""
    if scale == 1:
        return 1
    common = gcd(scale, *line.values())
    if common != 1:
        for j in line:
            line[j] //= common
    return scale // common


def refute(rows: Sequence[Row], *, budget: Budget | None = None) -> Proof:
    """Return the proof that no point satisfies all *rows*.

    Raises
    ------
    FeasibleSystemError
        If a point does.

    Examples
    --------
    >>> refute([Row("less than nobody", (("x", -2),), 1)]).verify()
    True
    """
    dictionary = Dictionary(rows, _variables(rows), budget=budget)
    proof = dictionary.reach()
    if proof is None:
        raise FeasibleSystemError("the rows have a solution, so that nothing can refute them.")
    return proof


def minimise(
    rows: Sequence[Row], objective: Mapping[str, int], *, budget: Budget | None = None
) -> Proof | None:
    """Return the proof that *objective* is nowhere less than at its least value.

    ``None`` where it has no least value, or where no point satisfies the rows.

    Examples
    --------
    >>> minimise([Row("half", (("x", 2),), 1)], {"x": 1}).bound
    Fraction(1, 2)
    """
    dictionary = Dictionary(rows, sorted({*_variables(rows), *objective}), budget=budget)
    return None if dictionary.reach() else dictionary.minimise(objective)


def _variables(rows: Iterable[Row]) -> list[str]:
    return sorted({variable for row in rows for variable, _ in row.coefficients})
