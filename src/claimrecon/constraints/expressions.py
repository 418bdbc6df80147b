"""A scope as linear expressions: what is certainly at most, and at least, its count (§3, §4, §5).

Every scope gives two expressions over cumulative move counts: ``upper`` is never below the true
count, so a stated low binds it; ``lower`` is never above it, so a stated high binds it. They are
one and the same where the scope is exactly known.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from claimrecon.claims import Scope, Timing
from claimrecon.constraints.cells import Cell, Region, Spot
from claimrecon.constraints.clock import clock_of
from claimrecon.constraints.ledger import Expression, Ledger, add, part_weights, unknown_name
from claimrecon.vocabulary import MEASURES, Measure, Move, State

_STOCKS: Mapping[State | None, Measure] = MappingProxyType(
    {State.PRESENT: MEASURES["strength"], State.DISPLACED: MEASURES["idps"]}
)
"""Those in a state of which some may be there when the balance opens."""


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
            return ScopeTerms(None if region.outer else {}, lower)
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
        if not cells:
            return {}  # nobody can be counted where nothing is
        if self._as_level(scope, measure, region):
            total = self._level(measure, cells, region.outer_spots, clock.earliest_end)
            add(total, self._ledger.moved(measure.moves_in, cells, clock.earliest_end, end))
            if measure.coefficients.get(Move.ARRIVE, 0) > 0:
                # Who moves about within the outer set does not make it fuller.
                add(total, self._entering(region.outer_spots, clock.earliest_end, end))
        else:
            total = self._possible_ins(measure, cells, region, start, end)
            add(total, self._there_already(measure, region, start))
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
        flows = not (measure.can_fall or measure.is_stock) and measure.gross == measure.moves_in
        if scope.when.timing is Timing.DURING or flows:
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

    def _there_already(self, measure: Measure, region: Region, start: int) -> Expression:
        """Return who was in a state at *start*: of a sum with a stock they are a part still."""
        stock = _STOCKS.get(measure.opening)
        if stock is None:
            return {}
        cells = counted_cells(stock, region.outer, region.outer_spots, self._ledger)
        return self._level(stock, cells, region.outer_spots, start)

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
