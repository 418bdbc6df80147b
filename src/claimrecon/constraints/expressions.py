"""A scope as linear expressions: what is certainly at most, and at least, its count (§3, §4, §5).

Every scope gives two expressions over cumulative move counts: ``upper`` is never below the true
count, so a stated low binds it; ``lower`` is never above it, so a stated high binds it. They are
one and the same where the scope is exactly known.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from claimrecon.claims import Scope, Timing
from claimrecon.constraints.cells import Cell, Grid, Region, Spot
from claimrecon.constraints.frame import FINAL, START, Frame, cut_name
from claimrecon.constraints.reduction import Reduction
from claimrecon.vocabulary import MEASURES, Measure, Move, State

Expression = dict[str, int]
"""Variable to integer weight; no constant."""


@dataclass(frozen=True, slots=True)
class ScopeTerms:
    """The two expressions of one scope.

    Attributes
    ----------
    upper
        Never below the true count; ``None`` where nothing bounds it from above.
    lower
        Never above the true count.
    """

    upper: Expression | None
    lower: Expression


def add(total: Expression, part: Mapping[str, int], factor: int = 1) -> None:
    """Add *factor* times *part* to *total* in place, leaving no zeros."""
    for variable, weight in part.items():
        new = total.get(variable, 0) + factor * weight
        if new:
            total[variable] = new
        else:
            total.pop(variable, None)


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
        self._spots = {s: labels.give((id(self), s), _spot_words(s)) for s in grid.spots}
        self._cells = {
            cell: labels.give((id(self), cell), _cell_words(cell, self._spots[cell.spot]))
            if cell.cause
            else self._spots[cell.spot]
            for cell in grid.cells
        }

    def counted(self, what: str, cell: Cell, cut: int) -> str | None:
        """Return the variable "so many *what* in *cell* up to *cut*"; ``None`` is zero."""
        if cut == self.frame.opening:
            return None
        return f"{what} | {self._cells[cell]} | to {cut_name(cut)}"

    def crossed(self, what: str, start: Spot, end: Spot, cut: int) -> str | None:
        """Return the variable "so many went from *start* to *end* up to *cut*"."""
        if cut == self.frame.opening:
            return None
        return f"{what} | {self._spots[start]} -> {self._spots[end]} | to {cut_name(cut)}"

    def at_opening(self, state: State, spot: Spot) -> str:
        """Return the variable "so many were *state* in *spot* when the balance opened"."""
        return f"{state} at the opening | {self._spots[spot]}"

    def moved(
        self, weights: Mapping[Move, int], cells: Iterable[Cell], start: int, end: int
    ) -> Expression:
        """Return the weighted sum of moves in *cells* after *start* up to *end*."""
        total: Expression = {}
        projected = self.reduction.project(weights)
        for cell in cells:
            for move, weight in projected.items():
                self._span(total, self.counted(move.label, cell, end), weight)
                self._span(total, self.counted(move.label, cell, start), -weight)
        return total

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


class Expressions:
    """Turns scopes into expressions over the variables of a ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._frame = ledger.frame
        self._roads = ledger.roads

    def of(self, scope: Scope, origin: str) -> ScopeTerms:
        """Return the expressions of *scope* as *origin* counts (its vague words are its own)."""
        region = self._ledger.grid.region(scope.population, scope.place, scope.cause)
        lower = self._lower(scope, scope.measure, region, origin)
        if scope.unbounded_measure:
            return ScopeTerms(None, lower)
        upper = self._upper(scope, scope.outer_measure or scope.measure, region, origin)
        return ScopeTerms(upper, lower)

    def _upper(
        self, scope: Scope, measure: Measure, region: Region, origin: str
    ) -> Expression | None:
        if measure.crosses_borders and not (measure.is_stock or region.place_is_exact):
            # People may go to and fro within the outer set, across a border that nobody knows.
            return None
        clock = clock_of(scope, self._frame)
        start, end = clock.earliest_start, clock.latest_end
        cells = counted_cells(measure, region.outer, region.outer_spots, self._ledger)
        if self._as_level(scope, measure, region):
            total = self._level(measure, cells, region.outer_spots, clock.earliest_end)
            add(total, self._ledger.moved(measure.moves_in, cells, clock.earliest_end, end))
            if measure.coefficients.get(Move.ARRIVE, 0) > 0:
                # Who moves about within the outer set does not make it fuller.
                add(total, self._entering(region.outer_spots, clock.earliest_end, end))
        else:
            total = self._possible_ins(measure, cells, region, start, end)
        if measure.vague is None:
            return total
        if (origin, measure.name) in self._ledger.shared:
            for cell in cells:
                add(total, self._unknown(measure, origin, cell, start, end))
            return total
        if not measure.vague:
            return None  # nothing bounds the unknown part
        add(total, self._ledger.moved(part_weights(measure), cells, start, end))
        return total

    def _lower(self, scope: Scope, measure: Measure, region: Region, origin: str) -> Expression:
        clock = clock_of(scope, self._frame)
        start, end = clock.latest_start, clock.earliest_end
        inner = counted_cells(measure, region.inner, region.inner_spots, self._ledger)
        outer = counted_cells(measure, region.outer, region.outer_spots, self._ledger)
        total: Expression = {}
        if _hides_its_cause(measure, region):
            return total  # what another cause did cannot be told apart: nothing is certain
        if self._as_level(scope, measure, region):
            total = self._level(measure, inner, region.inner_spots, end)
            if measure.opening is State.DISPLACED and not region.any_cause:
                # Those displaced at the opening may all be so by another cause.
                for spot in region.inner_spots:
                    add(total, {self._ledger.at_opening(measure.opening, spot): -1})
            add(total, self._outs(measure, inner, region.inner_spots, end, clock.latest_end), -1)
        else:
            if clock.certainly_spans:
                total = self.certain(measure, inner, region, start, end)
            if measure.can_fall:
                leaving = self._outs(
                    measure, outer, region.outer_spots, clock.earliest_start, clock.latest_end
                )
                add(total, leaving, -1)
        if measure.vague is not None and (origin, measure.name) in self._ledger.shared:
            for cell in inner:
                if clock.certainly_spans:
                    add(total, self._unknown(measure, origin, cell, start, end))
        return total

    def _as_level(self, scope: Scope, measure: Measure, region: Region) -> bool:
        """Whether the figure is a level that can be read at a cut since the balance opened (§4)."""
        if scope.when.timing is Timing.DURING or not (measure.can_fall or measure.is_stock):
            return False
        if not measure.is_stock and not self._frame.starts_at_opening(scope.when.since):
            return False
        return region.is_exact or region.any_cause or measure.opening is not None

    def _level(
        self, measure: Measure, cells: Iterable[Cell], spots: Iterable[Spot], cut: int
    ) -> Expression:
        opening = self._frame.opening
        total = self._ledger.moved(measure.coefficients, cells, opening, cut)
        if measure.opening is not None:
            spots = tuple(spots)
            for spot in spots:
                add(total, {self._ledger.at_opening(measure.opening, spot): 1})
            if measure.opening is State.PRESENT:
                add(total, self._entering(spots, opening, cut))
                add(total, self._leaving(spots, opening, cut), -1)
        return total

    def _possible_ins(
        self,
        measure: Measure,
        cells: Iterable[Cell],
        region: Region,
        start: int,
        end: int,
    ) -> Expression:
        """Return all that can have been counted after *start* up to *end*."""
        total = self._ledger.moved(measure.gross, cells, start, end)
        if (weight := measure.coefficients.get(Move.ARRIVE, 0)) > 0:
            add(total, self._entering(region.outer_spots, start, end), weight)
        if (weight := measure.coefficients.get(Move.WITHDRAW, 0)) > 0:
            add(total, self._leaving(region.outer_spots, start, end), weight)
        return total

    def present(self, spot: Spot, cut: int) -> Expression:
        """Return how many are present in *spot* at *cut*, whatever the cause."""
        cells = [Cell(spot, cause) for cause in self._ledger.grid.causes]
        return self._level(MEASURES["strength"], cells, [spot], cut)

    def certain(
        self, measure: Measure, cells: Iterable[Cell], region: Region, start: int, end: int
    ) -> Expression:
        """Return what certainly was counted after *start* up to *end*, whatever the place is."""
        total = self._ledger.moved(measure.moves_in, cells, start, end)
        inner, outer = {*region.inner_spots}, {*region.outer_spots}
        if (weight := measure.coefficients.get(Move.ARRIVE, 0)) > 0:
            roads = [(a, b) for a, b in self._roads if b in inner and a not in outer]
            add(total, self._walks(roads, start, end), weight)
        if (weight := measure.coefficients.get(Move.WITHDRAW, 0)) > 0:
            roads = [(a, b) for a, b in self._roads if a in inner and b not in outer]
            add(total, self._walks(roads, start, end), weight)
        return total

    def _outs(
        self, measure: Measure, cells: Iterable[Cell], spots: Iterable[Spot], start: int, end: int
    ) -> Expression:
        """Return all that can have been taken away after *start* up to *end*."""
        total = self._ledger.moved(measure.moves_out, cells, start, end)
        if measure.coefficients.get(Move.WITHDRAW, 0) < 0:
            add(total, self._leaving(tuple(spots), start, end))
        return total

    def _entering(self, spots: tuple[Spot, ...], start: int, end: int) -> Expression:
        inside = {*spots}
        roads = [(a, b) for a, b in self._roads if b in inside and a not in inside]
        return self._walks(roads, start, end)

    def _leaving(self, spots: tuple[Spot, ...], start: int, end: int) -> Expression:
        inside = {*spots}
        roads = [(a, b) for a, b in self._roads if a in inside and b not in inside]
        return self._walks(roads, start, end)

    def _walks(self, roads: list[tuple[Spot, Spot]], start: int, end: int) -> Expression:
        total: Expression = {}
        for who in self._ledger.walkers():
            add(total, self._ledger.crossings(who, roads, start, end))
        return total

    def _unknown(
        self, measure: Measure, origin: str, cell: Cell, start: int, end: int
    ) -> Expression:
        total: Expression = {}
        for cut, weight in ((end, 1), (start, -1)):
            variable = self._ledger.counted(unknown_name(measure.name, origin), cell, cut)
            if variable is not None:
                add(total, {variable: weight})
        return total


def unknown_name(measure: str, origin: str) -> str:
    """Return what the unknown part of a vague measure is called, one for each origin."""
    return f"further {measure} as {origin or 'the analyst'} counts".replace("|", "¦")


def part_weights(measure: Measure) -> dict[Move, int]:
    """Return the gross moves from which the unknown part of a vague measure may come."""
    vague = measure.vague or ()
    return {move: vague.count(move) for move in dict.fromkeys(vague)}


def _hides_its_cause(measure: Measure, region: Region) -> bool:
    """Whether a cause limits a sum in which the present are counted, whatever the cause."""
    mixed = measure.opening is State.PRESENT and not measure.is_stock
    return mixed and not region.any_cause


def counted_cells(
    measure: Measure, cells: tuple[Cell, ...], spots: tuple[Spot, ...], ledger: Ledger
) -> tuple[Cell, ...]:
    """Return the cells of a scope; who is present is present whatever the cause (§3)."""
    if measure.opening is not State.PRESENT:
        return cells
    return tuple(Cell(spot, cause) for spot in spots for cause in ledger.grid.causes)


def _spot_words(spot: Spot) -> str:
    people = " & ".join(spot.population) or "others"
    place = " & ".join(spot.place) or "elsewhere"
    return f"{people}, {place}"


def _cell_words(cell: Cell, spot: str) -> str:
    return f"{spot}, by {' & '.join(cell.cause)}"
