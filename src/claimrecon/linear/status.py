"""How a solve can end, how long it may take, and what is raised when it gives no answer."""

import enum
import time

from claimrecon.errors import ClaimReconError


class SolveStatus(enum.Enum):
    """What a floating-point solver says; only ever a suggestion, checked exactly afterwards."""

    OPTIMAL = "it found a point that it takes for the best"
    INFEASIBLE = "it found no point and believes that there is none"
    UNBOUNDED = "it believes that the objective has no end"
    NO_VERDICT = "it stopped without a verdict"

    def __bool__(self) -> bool:
        """Refuse: a status is not a truth value."""
        raise TypeError("a solve status is neither true nor false; compare it with a member.")


class UndecidedError(ClaimReconError):
    """The budget ran out before an exact answer was found. Never to be read as "consistent"."""

    code = "CR701"


class InfeasibleSystemError(ClaimReconError, ValueError):
    """A question that only a system with a solution can answer."""

    code = "CR702"


class FeasibleSystemError(ClaimReconError, ValueError):
    """A proof of infeasibility was asked of a system that has a solution."""

    code = "CR703"


class SolverMissingError(ClaimReconError, ImportError):
    """The package highspy cannot be loaded."""

    code = "CR704"


class Budget:
    """A stretch of time that a computation may take.

    Parameters
    ----------
    seconds
        From now; ``None`` means no limit.

    Examples
    --------
    >>> Budget(None).remaining is None
    True
    """

    __slots__ = ("_end", "seconds")

    def __init__(self, seconds: float | None) -> None:
        self.seconds = seconds
        self._end = None if seconds is None else time.monotonic() + seconds

    @property
    def remaining(self) -> float | None:
        """Seconds left, at least zero; ``None`` without a limit."""
        return None if self._end is None else max(0.0, self._end - time.monotonic())

    def check(self) -> None:
        """Raise if the time is over.

        Raises
        ------
        UndecidedError
            If no time is left.
        """
        if self._end is not None and time.monotonic() >= self._end:
            raise UndecidedError(
                f"no exact answer was found within {self.seconds} seconds; allow more time, "
                "or ask about fewer claims."
            )
