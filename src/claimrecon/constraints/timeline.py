"""Which cuts each cell needs: those at which some claim looks at it.

Between two cuts at which nobody looks, nothing need happen, so cells have no other cuts. Cells that
a balance ties together share theirs: all of one kind of people where they can move between places,
all of one spot where only its own balances are kept.
"""

from collections.abc import Iterable, Sequence

from claimrecon.claims import Scope
from claimrecon.constraints.cells import Cell, Region, Spot
from claimrecon.constraints.clock import Clock, clock_of
from claimrecon.constraints.frame import START, Frame
from claimrecon.constraints.reduction import Reduction
from claimrecon.vocabulary import State


class Timeline:
    """The cuts of every cell of one group, in order, the opening first.

    Parameters
    ----------
    frame, reduction
        Time and moves of the group.
    looks
        Every scope of the group with its cells.
    afters
        Cuts that named assumptions speak of.
    """

    def __init__(
        self,
        frame: Frame,
        reduction: Reduction,
        looks: Iterable[tuple[Scope, Region]],
        afters: Sequence[int] = (),
    ) -> None:
        self._reduction = reduction
        found: dict[object, set[int]] = {}
        for scope, region in looks:
            clock = clock_of(scope, frame)
            # Who is present is counted whatever the cause.
            for block in {self._block(c) for c in _seen(scope, region)}:
                found.setdefault(block, {frame.opening}).update(_cuts(clock))
        self._cuts: dict[object, tuple[int, ...]] = {}
        self._floating: set[object] = set()
        for block, cuts in found.items():
            if START in cuts:
                self._floating.add(block)
            fixed = cuts - {START}
            last = max(fixed)
            between = (*afters, *(() if frame.ended is None else (frame.ended,)))
            fixed.update(cut for cut in between if frame.opening < cut < last)
            self._cuts[block] = tuple(sorted(fixed))

    def _block(self, cell: Cell) -> object:
        if self._reduction.has_present:
            return cell.spot.people
        return cell.spot if self._reduction.states else cell

    def cuts(self, cell: Cell) -> tuple[int, ...]:
        """Return the cuts of *cell*; none where nobody looks at it."""
        return self._cuts.get(self._block(cell), ())

    def spot_cuts(self, spot: Spot) -> tuple[int, ...]:
        """Return the cuts at which the balances of *spot* are kept."""
        return self.cuts(Cell(spot, ()))

    def floats(self, cell: Cell) -> bool:
        """Whether some claim counts *cell* from the unknown start."""
        return self._block(cell) in self._floating


def _seen(scope: Scope, region: Region) -> tuple[Cell, ...]:
    if scope.measure.opening is not State.PRESENT:
        return region.outer
    return tuple(Cell(spot, ()) for spot in region.outer_spots)


def _cuts(clock: Clock) -> tuple[int, int, int, int]:
    return clock.earliest_start, clock.latest_start, clock.earliest_end, clock.latest_end
