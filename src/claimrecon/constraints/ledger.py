"""The variables of one group: how many made which move, in which cell, up to which cut.

They are cumulative since the balance opened, so that a running total is one variable and a period
the difference of two; at the opening itself all are zero and have no variable.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from claimrecon.constraints.cells import Cell, Grid, Spot
from claimrecon.constraints.frame import Frame, cut_name
from claimrecon.constraints.reduction import Reduction
from claimrecon.vocabulary import Measure, Move, State

Expression = dict[str, int]
"""Variable to integer weight; no constant."""


def add(total: Expression, part: Mapping[str, int], factor: int = 1) -> None:
    """Add *factor* times *part* to *total* in place, leaving no zeros."""
    for variable, weight in part.items():
        new = total.get(variable, 0) + factor * weight
        if new:
            total[variable] = new
        else:
            total.pop(variable, None)


class Labels:
    """Names of cells, written for people and never the same for two cells."""

    def __init__(self) -> None:
        self._taken: dict[str, object] = {}

    def give(self, thing: object, words: str) -> str:
        """Return *words*, or with a number behind them if another thing is called so."""
        plain = words.replace("|", "¦")
        label, number = plain, 2
        while self._taken.setdefault(label, thing) != thing:
            label, number = f"{plain} ({number})", number + 1
        return label


class Ledger:
    """The variables of one group: cumulative counts of moves, at cuts, by cell.

    Parameters
    ----------
    grid, reduction, frame
        Cells, moves and time of the group.
    shared
        Names of vague measures by origin whose unknown part is shared by several claims.
    labels
        Gives names to cells; common to all groups, so that no variable belongs to two.
    """

    ABLE: Final = "went"
    RECOVERED: Final = "went after recovering"

    def __init__(
        self,
        grid: Grid,
        reduction: Reduction,
        frame: Frame,
        *,
        shared: frozenset[tuple[str, str]],
        labels: Labels,
    ) -> None:
        self.grid = grid
        self.reduction = reduction
        self.frame = frame
        self.shared = shared
        self._ends: dict[int, str] = {}
        self._spots = {s: labels.give((id(self), s), _spot_words(s)) for s in grid.spots}
        self._cells = {
            cell: labels.give((id(self), cell), _cell_words(cell, self._spots[cell.spot]))
            if cell.cause
            else self._spots[cell.spot]
            for cell in grid.cells
        }

    def ends(self, cut: int) -> str:
        """Return the words for *cut*, made once."""
        if cut not in self._ends:
            self._ends[cut] = cut_name(cut)
        return self._ends[cut]

    def counted(self, what: str, cell: Cell, cut: int) -> str | None:
        """Return the variable "so many *what* in *cell* up to *cut*"; ``None`` is zero."""
        if cut == self.frame.opening:
            return None
        return f"{what} | {self._cells[cell]} | to {self.ends(cut)}"

    def crossed(self, what: str, start: Spot, end: Spot, cut: int) -> str | None:
        """Return the variable "so many went from *start* to *end* up to *cut*"."""
        if cut == self.frame.opening:
            return None
        return f"{what} | {self._spots[start]} -> {self._spots[end]} | to {self.ends(cut)}"

    def at_opening(self, state: State, spot: Spot) -> str:
        """Return the variable "so many were *state* in *spot* when the balance opened"."""
        return f"{state} at the opening | {self._spots[spot]}"

    def moved(
        self, weights: Mapping[Move, int], cells: Iterable[Cell], start: int, end: int
    ) -> Expression:
        """Return the weighted sum of moves in *cells* after *start* up to *end*."""
        if start == end:
            return {}
        projected = [(move.label, w) for move, w in self.reduction.project(weights).items()]
        ends = ((end, 1), (start, -1))
        cuts = [(self.ends(cut), sign) for cut, sign in ends if cut != self.frame.opening]
        # Every cell, move and cut has a variable of its own: this is where rows take their time.
        return {
            f"{what} | {place} | to {words}": sign * weight
            for place in map(self._cells.__getitem__, cells)
            for what, weight in projected
            for words, sign in cuts
        }

    @staticmethod
    def _span(total: Expression, variable: str | None, weight: int) -> None:
        if variable is not None:
            add(total, {variable: weight})

    def crossings(
        self,
        what: str,
        pairs: Iterable[tuple[Spot, Spot]],
        start: int,
        end: int,
    ) -> Expression:
        """Return how many crossed from the first to the second spot of each pair."""
        total: Expression = {}
        for here, there in pairs:
            self._span(total, self.crossed(what, here, there, end), 1)
            self._span(total, self.crossed(what, here, there, start), -1)
        return total

    def spot_name(self, spot: Spot) -> str:
        """Say who is meant, and where."""
        return self._spots[spot]

    @cached_property
    def roads(self) -> tuple[tuple[Spot, Spot], ...]:
        """Return the ordered pairs of spots between which the same people can move."""
        if not self.reduction.has_present:
            return ()
        spots = self.grid.spots
        return tuple((a, b) for a in spots for b in spots if a != b and a.people == b.people)

    def walkers(self) -> tuple[str, ...]:
        """Return the kinds of persons that cross borders."""
        if State.RECOVERED in self.reduction.states:
            return self.ABLE, self.RECOVERED
        return (self.ABLE,)


def unknown_name(measure: str, origin: str) -> str:
    """Return what the unknown part of a vague measure is called, one for each origin."""
    return f"further {measure} as {origin or 'the analyst'} counts".replace("|", "¦")


def part_weights(measure: Measure) -> dict[Move, int]:
    """Return the gross moves from which the unknown part of a vague measure may come."""
    vague = measure.vague or ()
    return {move: vague.count(move) for move in dict.fromkeys(vague)}


def _spot_words(spot: Spot) -> str:
    people = " & ".join(spot.population) or "others"
    place = " & ".join(spot.place) or "elsewhere"
    return f"{people}, {place}"


def _cell_words(cell: Cell, spot: str) -> str:
    return f"{spot}, by {' & '.join(cell.cause)}"
