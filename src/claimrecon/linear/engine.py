"""Exact answers at the speed of floating point: HiGHS suggests, whole numbers decide.

Each suggestion is tried in the order of what it costs: round it and check; solve its few important
rows exactly; start the exact simplex where the solver stopped. The last always answers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType

import numpy as np

from claimrecon.linear.exact import Dictionary
from claimrecon.linear.matrix import Flags, Floats, Matrix, Place
from claimrecon.linear.proofs import Proof, nonnegativity, ordered_proof
from claimrecon.linear.simplex import Limits, Simplex, Suggestion
from claimrecon.linear.status import Budget, InfeasibleSystemError, SolveStatus
from claimrecon.linear.system import Row
from claimrecon.linear.tightening import Tightening

_SMALL = 12
"""Up to so many rows the exact simplex is as quick as a call of the solver."""
_LARGE = 100
"""From so many rows on, tightening the bounds is quicker than a first call of the solver."""
_VAST = 1_000
"""So many rows take the solver longer than a second look at what they are."""
_DENOMINATOR = 10**6
"""Fractions tried for a float have denominators up to this."""
_NOTHING: Mapping[str, int] = MappingProxyType({})
_NEAR = 1e-9
"""A float so near to a whole number is taken for it."""
_COUNTED = 2.0**53
"""Floats count in steps of one up to here."""
_NOISE = 1e-9
"""Multipliers below this share of the largest are taken for zero."""


@dataclass(frozen=True, slots=True)
class Optimum:
    """A place where an objective is least, and the proof; no proof where it has no least value."""

    place: Place
    proof: Proof | None


class Engine:
    """Solves again and again over subsets of the same rows.

    Parameters
    ----------
    rows
        In canonical order.
    variables
        Every variable that may occur, in canonical order.
    budget
        Checked throughout.
    """

    def __init__(
        self, rows: Sequence[Row], variables: Sequence[str], *, budget: Budget | None = None
    ) -> None:
        self.matrix = Matrix(rows, variables)
        self._budget = budget or Budget(None)
        self._started = False

    def decide(self, active: Flags) -> Place | Proof:
        """Return a place that satisfies the *active* rows, or the proof that there is none."""
        if not (active & self._demanding).any():
            return Place((0,) * len(self.matrix.variables))
        if not self._started and is_large(int(active.sum())):
            self._budget.check()
            self._started = True
            answer = self._tighten(active)
            if answer is not None:
                return answer
        return self.solve(active)

    def solve(self, active: Flags, *, box: Limits | None = None) -> Place | Proof:
        """Decide like `decide`, but ask the solver at once.

        A *box* that follows from the active rows brings the solver nearer to its goal.
        """
        self._budget.check()
        if int(active.sum()) <= _SMALL:
            return self._decide_from_basis(active)
        if box is not None:
            suggestion = self._simplex.solve(active, box=box, seconds=self._budget.remaining)
            if suggestion.status is SolveStatus.OPTIMAL:
                place = self._place(suggestion.columns, active)
                if place is not None:
                    return place
        suggestion = self._simplex.solve(active, seconds=self._budget.remaining)
        answer: Place | Proof | None = None
        if suggestion.status is SolveStatus.OPTIMAL:
            answer = self._place(suggestion.columns, active)
        elif suggestion.status is SolveStatus.INFEASIBLE:
            answer = self._refutation(suggestion.multipliers, active)
        return answer or self._decide_from_basis(active)

    def minimise(self, active: Flags, objective: Mapping[str, int]) -> Optimum:
        """Return where *objective* is least over the *active* rows, which have a solution.

        Raises
        ------
        InfeasibleSystemError
            If they have none.
        """
        self._budget.check()
        if int(active.sum()) > _SMALL:
            costs = np.zeros(len(self.matrix.variables))
            for variable, weight in objective.items():
                costs[self.matrix.index[variable]] = weight
            suggestion = self._simplex.solve(active, costs=costs, seconds=self._budget.remaining)
            optimum = self._optimum(suggestion, active, objective)
            if optimum is None and suggestion.status is not SolveStatus.OPTIMAL:
                optimum = self._endless(active, objective)
            if optimum is not None:
                return optimum
            self._simplex.solve(active, costs=costs, seconds=self._budget.remaining)
        dictionary = self._dictionary(active)
        if dictionary.reach() is not None:
            raise InfeasibleSystemError(
                "the system has no solution, so that nothing has a range; "
                "call minimal_conflicts() to see which owners cannot hold together."
            )
        proof = dictionary.minimise(objective)
        return Optimum(self._standing(dictionary), proof)

    def _tighten(self, active: Flags) -> Place | Proof | None:
        """Decide by the bounds of single variables, where these are enough."""
        tightening = Tightening(self.matrix, active)
        if tightening.violated:
            return add_up(self.matrix, tightening.refutation())
        place = tightening.climb(active)
        return place if self.matrix.holds(place)[active].all() else None

    @cached_property
    def _demanding(self) -> Flags:
        """Say of each row whether it does not hold where there is nobody at all."""
        return np.array([row.bound > 0 for row in self.matrix.rows], dtype=np.bool_)

    @cached_property
    def _simplex(self) -> Simplex:
        return Simplex(self.matrix)

    def _dictionary(self, active: Flags) -> Dictionary:
        """Write the active rows as a dictionary, at the basis where the solver stopped."""
        numbers = np.flatnonzero(active).tolist()
        dictionary = Dictionary(
            [self.matrix.rows[i] for i in numbers], self.matrix.variables, budget=self._budget
        )
        if len(numbers) > _SMALL:
            basis = self._simplex.basis()
            place = {row: i for i, row in enumerate(numbers)}
            dictionary.enter(basis.columns, [place[i] for i in basis.tight])
        return dictionary

    def _decide_from_basis(self, active: Flags) -> Place | Proof:
        dictionary = self._dictionary(active)
        return dictionary.reach() or self._standing(dictionary)

    def _standing(self, dictionary: Dictionary) -> Place:
        values = dictionary.values()
        return Place.from_fractions([values[v] for v in self.matrix.variables])

    def _place(self, columns: Floats, active: Flags) -> Place | None:
        """Round *columns* to a place where the active rows hold exactly, if that is easy."""
        if not np.isfinite(columns).all():
            return None
        values = np.maximum(columns, 0.0)
        whole = np.rint(values)
        if whole.max(initial=0.0) >= _COUNTED:
            return None
        numbers = whole.astype(np.int64).tolist()
        place = Place(tuple(numbers))
        if self.matrix.holds(place)[active].all():
            return place
        broken = np.flatnonzero(np.abs(values - whole) >= _NEAR).tolist()
        ratios = [(number, 1) for number in numbers]
        for j in broken:
            ratios[j] = _simple(float(values[j]))
        place = Place.from_ratios(ratios)
        if self.matrix.holds(place)[active].all():
            return place
        place = self._corner(numbers, broken)
        return place if self.matrix.holds(place)[active].all() else None

    def _corner(self, numbers: Sequence[int], broken: Sequence[int]) -> Place:
        """Solve the rows that the solver took as equalities for the values that are not whole."""
        names = {j: self.matrix.variables[j] for j in broken}
        rows = []
        for i in self._simplex.basis().tight:
            entry = self.matrix.entry(i)
            known = sum(w * numbers[j] for j, w in entry if j not in names)
            terms = tuple((names[j], w) for j, w in entry if j in names)
            if terms:
                rows.append(Row(str(i), terms, self.matrix.rows[i].bound - known))
        dictionary = Dictionary(rows, [*names.values()], budget=self._budget)
        dictionary.enter(range(len(names)), range(len(rows)))
        ratios = [(number, 1) for number in numbers]
        for j, value in zip(broken, dictionary.values().values(), strict=True):
            ratios[j] = value.as_integer_ratio()
        return Place.from_ratios(ratios)

    def _refutation(self, ray: Floats, active: Flags) -> Proof | None:
        """Make a proof out of a *ray*, by rounding or on its rows alone."""
        weights = _weights(ray, active)
        if not weights:
            return None
        least = min(weights.values())
        proof = add_up(self.matrix, {i: Fraction(round(w / least)) for i, w in weights.items()})
        return proof or self._alone(weights).reach()

    def _optimum(
        self, suggestion: Suggestion, active: Flags, objective: Mapping[str, int]
    ) -> Optimum | None:
        """Make an optimum out of a *suggestion*: a place and a proof that meet."""
        if suggestion.status is not SolveStatus.OPTIMAL:
            return None
        place = self._place(suggestion.columns, active)
        if place is None:
            return None
        total = sum(w * place.numerators[self.matrix.index[v]] for v, w in objective.items())
        value = Fraction(total, place.denominator)
        weights = _weights(suggestion.multipliers, active)
        proof = add_up(
            self.matrix, {i: Fraction(*_simple(w)) for i, w in weights.items()}, objective
        )
        if proof is None or proof.bound != value:
            dictionary = self._alone(weights)
            proof = None if dictionary.reach() else dictionary.minimise(objective)
        return Optimum(place, proof) if proof is not None and proof.bound == value else None

    def _endless(self, active: Flags, objective: Mapping[str, int]) -> Optimum | None:
        """Show that *objective* has no least value: a place, and a way down without an end."""
        place = self.decide(active)
        if isinstance(place, Proof):
            return None
        kept = [row for row, wanted in zip(self.matrix.rows, active, strict=True) if wanted]
        level = [Row(row.name, row.coefficients, 0) for row in kept]
        downhill = Row("", tuple((v, -w) for v, w in objective.items() if w), 1)
        way = Engine([downhill, *level], self.matrix.variables, budget=self._budget)
        answer = way.decide(np.ones(len(level) + 1, dtype=np.bool_))
        return None if isinstance(answer, Proof) else Optimum(place, None)

    def _alone(self, weights: Mapping[int, float]) -> Dictionary:
        return Dictionary(
            [self.matrix.rows[i] for i in sorted(weights)],
            self.matrix.variables,
            budget=self._budget,
        )


def is_vast(count: int) -> bool:
    """Whether to solve so many rows takes longer than to look at them in other ways first."""
    return count >= _VAST


def is_large(count: int) -> bool:
    """Whether so many rows are worth tightening before a solver is asked."""
    return count >= _LARGE


def add_up(
    matrix: Matrix, multipliers: Mapping[int, Fraction], objective: Mapping[str, int] = _NOTHING
) -> Proof | None:
    """Add up rows, each multiplied by its number, and see whether it is a proof.

    What is missing to *objective* must be made up by non-negativity; nothing may be too much.
    """
    shares = Place.from_fractions([*multipliers.values()])
    scale = shares.denominator
    # Without an objective no name is looked up: a stack may hold one name twice.
    missing = {matrix.index[v]: scale * w for v, w in objective.items()}
    bound = 0
    for i, multiplier in zip(multipliers, shares.numerators, strict=True):
        bound += multiplier * matrix.rows[i].bound
        for j, weight in matrix.entry(i):
            missing[j] = missing.get(j, 0) - multiplier * weight
    if any(rest < 0 for rest in missing.values()) or (not objective and bound <= 0):
        return None
    terms = [(matrix.rows[i], m) for i, m in multipliers.items()]
    terms += [
        (nonnegativity(matrix.variables[j]), Fraction(rest, scale))
        for j, rest in missing.items()
        if rest
    ]
    return ordered_proof(terms, tuple(sorted((v, w) for v, w in objective.items() if w)))


def _simple(value: float) -> tuple[int, int]:
    """Return numerator and denominator of the nearest fraction with a small denominator."""
    whole = round(value)
    if abs(value - whole) < _NEAR:  # what follows says the same, in five times the time
        return whole, 1
    # Fraction.limit_denominator in plain integers, which is ten times as fast.
    above, below = value.as_integer_ratio()
    divisor = below
    last, next_ = (0, 1), (1, 0)
    while (digit := above // below) * next_[1] + last[1] <= _DENOMINATOR:
        last, next_ = next_, (digit * next_[0] + last[0], digit * next_[1] + last[1])
        above, below = below, above - digit * below
        if not below:
            return next_
    times = (_DENOMINATOR - last[1]) // next_[1]
    between = (last[0] + times * next_[0], last[1] + times * next_[1])
    return next_ if 2 * below * between[1] <= divisor else between


def _weights(multipliers: Floats, active: Flags) -> dict[int, float]:
    """Return the multipliers of active rows that are not noise, by number of row."""
    if not len(multipliers) or not np.isfinite(multipliers).all():
        return {}
    floor = max(float(multipliers.max()), 0.0) * _NOISE
    kept = np.flatnonzero((multipliers > floor) & active)
    return {i: float(multipliers[i]) for i in kept.tolist()}
