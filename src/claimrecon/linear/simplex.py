"""The door to HiGHS: the only module that loads highspy.

What comes through it are floating-point numbers. They *suggest*: nothing is believed before it was
checked in whole numbers.
"""

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from claimrecon.linear.matrix import Flags, Floats, Matrix
from claimrecon.linear.status import SolverMissingError, SolveStatus

Limits: TypeAlias = tuple[Floats, Floats]
"""A lower and an upper end for every variable."""
_HUGE = 10**300


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the solver found.

    Attributes
    ----------
    status
        How it ended.
    columns
        A value for each variable, where it is optimal.
    multipliers
        One for each row: the duals where it is optimal, a ray where it is infeasible and the solver
        has one; else empty.
    """

    status: SolveStatus
    columns: Floats
    multipliers: Floats


@dataclass(frozen=True, slots=True)
class Basis:
    """Numbers of the basic variables, and of the rows that the solver took as equalities."""

    columns: tuple[int, ...]
    tight: tuple[int, ...]


class Simplex:
    """One HiGHS object for one matrix; rows are switched on and off between solves."""

    def __init__(self, matrix: Matrix) -> None:
        self._highspy = _load()
        self._height = len(matrix.rows)
        self._width = len(matrix.variables)
        self._lows = _floats([row.bound for row in matrix.rows])
        self._active = np.ones(self._height, dtype=np.bool_)
        self._costs = np.zeros(self._width, dtype=np.float64)
        self._box: Limits | None = None
        self._solver = _silent(self._highspy)
        self._accepted = self._fill(matrix)

    def solve(
        self,
        active: Flags,
        *,
        costs: Floats | None = None,
        box: Limits | None = None,
        seconds: float | None = None,
    ) -> Suggestion:
        """Minimise *costs* (zero if not given) over the rows that are *active*.

        With a *box*, multipliers of the rows alone prove nothing: it has a part in them.
        """
        nothing = np.zeros(0)
        if not self._accepted:
            return Suggestion(SolveStatus.NO_VERDICT, nothing, nothing)
        self._switch(active)
        self._confine(box)
        self._price(np.zeros(self._width) if costs is None else costs)
        # The limit counts from the first run of the object, not from this one.
        limit = float("inf") if seconds is None else self._solver.getRunTime() + seconds
        self._solver.setOptionValue("time_limit", limit)
        self._solver.run()
        status = self._status()
        if status is SolveStatus.OPTIMAL:
            solution = self._solver.getSolution()
            return Suggestion(status, np.array(solution.col_value), np.array(solution.row_dual))
        if status is SolveStatus.INFEASIBLE:
            _, present, ray = self._solver.getDualRay()
            return Suggestion(status, nothing, np.array(ray) if present else nothing)
        return Suggestion(status, nothing, nothing)

    def basis(self) -> Basis:
        """Return the basis where the last solve stopped; empty where there is none."""
        if not self._accepted:
            return Basis((), ())
        basis = self._solver.getBasis()
        basic = self._highspy.HighsBasisStatus.kBasic
        return Basis(
            tuple(j for j, status in enumerate(basis.col_status) if status == basic),
            tuple(
                i
                for i, status in enumerate(basis.row_status)
                if status != basic and self._active[i]
            ),
        )

    def _fill(self, matrix: Matrix) -> bool:
        """Hand over the rows; say whether the solver accepts numbers of this size."""
        solver = self._solver
        for option, value in (
            ("output_flag", False),
            ("presolve", "off"),
            ("solver", "simplex"),
            ("threads", 1),
        ):
            solver.setOptionValue(option, value)
        nobody = np.zeros(0, dtype=np.int32)
        endless = np.full(self._width, np.inf)
        solver.addCols(
            self._width, self._costs, np.zeros(self._width), endless, 0, nobody, nobody, np.zeros(0)
        )
        weights = _floats(matrix.sizes)
        status = solver.addRows(
            self._height,
            self._lows,
            np.full(self._height, np.inf),
            len(weights),
            matrix.starts[:-1].astype(np.int32),
            matrix.columns.astype(np.int32),
            weights,
        )
        return bool(status != self._highspy.HighsStatus.kError)

    def _switch(self, active: Flags) -> None:
        changed = np.flatnonzero(active != self._active)
        if len(changed):
            lows = np.where(active[changed], self._lows[changed], -np.inf)
            highs = np.full(len(changed), np.inf)
            self._solver.changeRowsBounds(len(changed), changed.astype(np.int32), lows, highs)
            self._active = active.copy()

    def _confine(self, box: Limits | None) -> None:
        if box is not self._box:
            lows, highs = box or (np.zeros(self._width), np.full(self._width, np.inf))
            columns = np.arange(self._width, dtype=np.int32)
            self._solver.changeColsBounds(self._width, columns, lows, highs)
            self._box = box

    def _price(self, costs: Floats) -> None:
        changed = np.flatnonzero(costs != self._costs)
        if len(changed):
            self._solver.changeColsCost(len(changed), changed.astype(np.int32), costs[changed])
            self._costs = costs.copy()

    def _status(self) -> SolveStatus:
        """Translate the status of HiGHS; the only place that knows its names."""
        names = self._highspy.HighsModelStatus
        return {
            names.kOptimal: SolveStatus.OPTIMAL,
            names.kInfeasible: SolveStatus.INFEASIBLE,
            names.kUnbounded: SolveStatus.UNBOUNDED,
        }.get(self._solver.getModelStatus(), SolveStatus.NO_VERDICT)


def _floats(numbers: list[int]) -> Floats:
    """Return the nearest floats, or the largest that the solver could ever take."""
    try:
        return np.array(numbers, dtype=np.int64).astype(np.float64)
    except OverflowError:
        return np.array([float(max(-_HUGE, min(n, _HUGE))) for n in numbers])


def _silent(highspy: Any) -> Any:
    """Return a solver object that prints nothing, not even while it is made.

    From version 1.16 on, HiGHS prints its name when the callbacks are switched on, which its
    constructor does before anybody can ask for silence.
    """

    class Silent(highspy.Highs):  # type: ignore[misc] # loaded late
        def enableCallbacks(self) -> None:  # noqa: N802 - the name is the solver's
            self.setOptionValue("output_flag", False)  # noqa: FBT003 - likewise
            super().enableCallbacks()

    return Silent()


def _load() -> Any:
    """Load highspy when it is first needed: it is slow to load, and rejects some neighbours."""
    try:
        import highspy  # noqa: PLC0415 - see the docstring
    except ImportError as error:
        raise SolverMissingError(
            f"highspy cannot be loaded ({error}). Install it with: pip install highspy. It cannot "
            "share a process with OR-tools: if that is loaded, use a process of its own."
        ) from error
    return highspy
