"""The time of one scope, as cuts between which it certainly or possibly lies (§4, §5)."""

from dataclasses import dataclass

from claimrecon.claims import Scope, Timing
from claimrecon.constraints.frame import FINAL, START, Frame


@dataclass(frozen=True, slots=True)
class Clock:
    """The cuts of one scope: where its time may start and end."""

    earliest_start: int
    latest_start: int
    earliest_end: int
    latest_end: int

    @property
    def certainly_spans(self) -> bool:
        """Whether some time certainly lies between start and end."""
        return START in {self.latest_start, self.earliest_end} or (
            self.latest_start <= self.earliest_end
        )


def clock_of(scope: Scope, frame: Frame) -> Clock:
    """Return the cuts of a scope. For a stock, the start is the opening."""
    span = scope.when.span
    first, last = (
        (FINAL, FINAL) if span is None else (span.first.toordinal(), span.last.toordinal())
    )
    if scope.when.timing is Timing.DURING:
        return Clock(first - 1, first - 1, last, last)
    if scope.measure.is_stock:
        return Clock(frame.opening, frame.opening, first, last)
    return Clock(*frame.start(scope.when.since), first, last)
