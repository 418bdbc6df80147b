"""The rows that hold whatever anybody says: counts never fall, occupancy is conserved (§2-§4)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, product
from typing import Final, assert_never

from claimrecon.claims import NamedAssumption, RuleKind, Scope
from claimrecon.constraints.cells import Cell, Region, Spot
from claimrecon.constraints.clock import clock_of
from claimrecon.constraints.expressions import Expressions, counted_cells
from claimrecon.constraints.frame import START, moment_name
from claimrecon.constraints.ledger import Expression, Ledger, add, part_weights, unknown_name
from claimrecon.constraints.reduction import FORBIDDEN_TWICE
from claimrecon.constraints.timeline import Timeline
from claimrecon.linear import Row
from claimrecon.scopes import Extent
from claimrecon.vocabulary import MEASURES, Measure, Move, State
from claimrecon.vocabulary.measures import occupancy

ENDED: Final = "ended"
"""Nobody new is harmed after the dossier's last day of harm (§3)."""
VAGUE_NEVER_FALLS: Final = "vague-never-falls"
"""The unknown part of a vague measure is the same each time for one origin (§4)."""
CONTESTABLE: Final = (ENDED, VAGUE_NEVER_FALLS)
"""Rules of ours that a contradiction can rest on; it says so first (§11)."""

NEVER_FALLS: Final = "never-falls"
OCCUPANCY: Final = "occupancy"
VAGUE_PART: Final = "vague-part"

Shared = Mapping[tuple[str, str], tuple[tuple[Scope, Region], ...]]
"""By origin and name of a vague measure, the scopes that it stands in, with their cells."""


class Balance:
    """The rule rows of one group.

    Parameters
    ----------
    ledger, expressions
        Variables and scopes of the group.
    timeline
        The cuts of every cell.
    without
        Rules of ours that are switched off.
    shared
        Vague words with a common unknown part.
    """

    def __init__(
        self,
        ledger: Ledger,
        expressions: Expressions,
        timeline: Timeline,
        *,
        without: frozenset[str],
        shared: Shared,
    ) -> None:
        self._ledger = ledger
        self._expressions = expressions
        self._timeline = timeline
        self._without = without
        self._shared = shared
        self._opening = ledger.frame.opening
        self._kept = {state: occupancy(state) for state in ledger.reduction.states}

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Yield every rule row with the rule it follows from."""
        for what, cell in self._flows():
            cuts = self._timeline.cuts(cell)
            for before, after in pairwise(cuts[1:]):
                yield NEVER_FALLS, self._rises(what, cell, before, after)
            if self._timeline.floats(cell) and len(cuts) > 1:
                yield NEVER_FALLS, self._rises(what, cell, START, cuts[-1])
        yield from self._crossings()
        for state in self._ledger.reduction.states:
            for spot in self._ledger.grid.spots:
                for cut in self._timeline.spot_cuts(spot):
                    yield from self._occupied(state, spot, cut)
        if ENDED not in self._without:
            yield from self._ended()
        for (origin, measure), looks in self._shared.items():
            yield from self._vague(origin, measure, looks)

    def _crossings(self) -> Iterator[tuple[str, Row]]:
        for who, (here, there) in product(self._ledger.walkers(), self._ledger.roads):
            for before, after in pairwise(self._timeline.spot_cuts(here)[1:]):
                terms = self._ledger.crossings(who, [(here, there)], before, after)
                late = self._ledger.crossed(who, here, there, after)
                yield (
                    NEVER_FALLS,
                    _row(f"{late}: no fewer than to {self._ledger.ends(before)}", terms),
                )

    def _flows(self, moves: Collection[Move] | None = None) -> Iterator[tuple[str, Cell]]:
        for move in self._ledger.reduction.moves:
            if moves is not None and move not in moves:
                continue
            for cell in self._ledger.grid.cells:
                yield move.label, cell

    def _rises(self, what: str, cell: Cell, before: int, after: int) -> Row:
        late = self._ledger.counted(what, cell, after)
        terms = self._difference(what, cell, before, after)
        return _row(f"{late}: no fewer than to {self._ledger.ends(before)}", terms)

    def _difference(self, what: str, cell: Cell, before: int, after: int) -> Expression:
        terms: Expression = {}
        for cut, weight in ((after, 1), (before, -1)):
            variable = self._ledger.counted(what, cell, cut)
            if variable is not None:
                add(terms, {variable: weight})
        return terms

    def _occupied(self, state: State, spot: Spot, cut: int) -> Iterator[tuple[str, Row]]:
        cells = [Cell(spot, cause) for cause in self._ledger.grid.causes]
        terms = self._ledger.moved(self._kept[state], cells, self._opening, cut)
        if state in {State.PRESENT, State.DISPLACED}:
            add(terms, {self._ledger.at_opening(state, spot): 1})
        for who in self._ledger.walkers():
            if state is _walking_state(who):
                arriving = [(a, b) for a, b in self._ledger.roads if b == spot]
                leaving = [(a, b) for a, b in self._ledger.roads if a == spot]
                add(terms, self._ledger.crossings(who, arriving, self._opening, cut))
                add(terms, self._ledger.crossings(who, leaving, self._opening, cut), -1)
        if any(weight < 0 for weight in terms.values()):
            label = self._ledger.spot_name(spot)
            name = f"{state} | {label} | {moment_name(cut)}: not below zero"
            yield OCCUPANCY, _row(name, terms)

    def _ended(self) -> Iterator[tuple[str, Row]]:
        if self._ledger.frame.ended is None:
            return
        ended = max(self._ledger.frame.ended, self._opening)
        for what, cell in self._flows(self._ledger.reduction.harm):
            cuts = self._timeline.cuts(cell)
            if cuts and ended < cuts[-1]:
                terms = self._difference(what, cell, cuts[-1], ended)
                late = self._ledger.counted(what, cell, cuts[-1])
                yield ENDED, _row(f"{late}: nobody new after {self._ledger.ends(ended)}", terms)

    def _vague(
        self, origin: str, measure: str, looks: Sequence[tuple[Scope, Region]]
    ) -> Iterator[tuple[str, Row]]:
        weights = part_weights(looks[0][0].measure)
        what = unknown_name(measure, origin)
        used: dict[Cell, set[int]] = {}
        for scope, region in looks:
            clock = clock_of(scope, self._ledger.frame)
            for cell in counted_cells(
                scope.measure, region.outer, region.outer_spots, self._ledger
            ):
                used.setdefault(cell, {self._opening}).update(
                    (clock.earliest_start, clock.latest_start, clock.earliest_end, clock.latest_end)
                )
        for cell, found in used.items():
            for before, after in pairwise(sorted(found - {START})):
                if before != self._opening and VAGUE_NEVER_FALLS not in self._without:
                    yield VAGUE_NEVER_FALLS, self._rises(what, cell, before, after)
                if weights:
                    yield VAGUE_PART, self._part(what, weights, cell, before, after)

    def _part(
        self, what: str, weights: Mapping[Move, int], cell: Cell, before: int, after: int
    ) -> Row:
        terms = self._ledger.moved(weights, [cell], before, after)
        add(terms, self._difference(what, cell, before, after), -1)
        late = self._ledger.counted(what, cell, after)
        return _row(f"{late}: since {self._ledger.ends(before)}, at most those newly harmed", terms)

    def started_before(self, scope: Scope, origin: str, owner: str) -> Iterator[Row]:
        """Yield that the unknown start lies before the end of a running total."""
        clock = clock_of(scope, self._ledger.frame)
        if clock.latest_start != START:
            return
        end = clock.latest_end
        region = self._ledger.grid.region(scope.population, scope.place, scope.cause)
        cells = frozenset(region.outer)
        made = [
            self._rises(what, cell, START, end) for what, cell in self._flows() if cell in cells
        ]
        if (origin, scope.measure.name) in self._shared:
            what = unknown_name(scope.measure.name, origin)
            weights = part_weights(scope.measure)
            made += [self._rises(what, cell, START, end) for cell in region.outer]
            if weights:
                made += [self._part(what, weights, cell, START, end) for cell in region.outer]
        for row in made:
            yield Row(f"{owner}: {row.name}", row.coefficients, 0, owner)

    def assumed(self, rule: NamedAssumption) -> Iterator[tuple[str, Row]]:
        """Yield the rows of a named assumption; they belong to it."""
        region = self._ledger.grid.region(rule.population, rule.place, Extent())
        match rule.kind:
            case RuleKind.NOBODY_TWICE:
                forbidden = [m for m in FORBIDDEN_TWICE if m in self._ledger.reduction.moves]
                for what, cell in self._flows(forbidden):
                    cuts = self._timeline.cuts(cell)
                    if cell in region.inner and len(cuts) > 1:
                        variable = self._ledger.counted(what, cell, cuts[-1])
                        yield from _none(rule, {str(variable): 1}, f"{variable}: none")
            case RuleKind.NONE_BEFORE:
                for spot in region.inner_spots:
                    yield from self._nobody_before(rule, spot)
            case RuleKind.NO_ARRIVALS:
                yield from self._no_moves(rule, MEASURES["arrived"], region)
            case RuleKind.NO_DEPARTURES:
                yield from self._no_moves(rule, MEASURES["withdrawn"], region)
            case _ as never:
                assert_never(never)

    def _nobody_before(self, rule: NamedAssumption, spot: Spot) -> Iterator[tuple[str, Row]]:
        """Yield that nobody was present at any cut before the start of counting."""
        since = self._ledger.frame.since
        for cut in self._timeline.spot_cuts(spot) if self._ledger.reduction.has_present else ():
            if cut == self._opening or (since is not None and cut <= since):
                terms = self._expressions.present(spot, cut)
                where = self._ledger.spot_name(spot)
                yield from _none(
                    rule, terms, f"nobody present | {where} | to {self._ledger.ends(cut)}"
                )

    def _no_moves(
        self, rule: NamedAssumption, measure: Measure, region: Region
    ) -> Iterator[tuple[str, Row]]:
        """Yield that nobody crosses into (out of) a region any more; people by people."""
        for people in dict.fromkeys(spot.people for spot in region.inner_spots):
            spots = tuple(spot for spot in region.inner_spots if spot.people == people)
            cells = tuple(cell for cell in region.inner if cell.spot.people == people)
            end = max(self._timeline.spot_cuts(spots[0]), default=self._opening)
            start = self._opening
            if rule.after is not None:
                start = max(min(rule.after.toordinal(), end), start)
            part = replace(region, inner=cells, inner_spots=spots)
            terms = self._expressions.certain(measure, cells, part, start, end)
            since = "" if rule.after is None else f" after {self._ledger.ends(start)}"
            where = ", ".join(self._ledger.spot_name(spot) for spot in spots)
            yield from _none(rule, terms, f"nobody {measure.title} in {where}{since}")


def _walking_state(who: str) -> State:
    return State.PRESENT if who == Ledger.ABLE else State.RECOVERED


def _none(rule: NamedAssumption, terms: Expression, words: str) -> Iterator[tuple[str, Row]]:
    if terms:
        negative = tuple((v, -weight) for v, weight in sorted(terms.items()))
        yield rule.kind.value, Row(f"{rule.id}: {words}", negative, 0, rule.id)


def _row(name: str, terms: Mapping[str, int]) -> Row:
    return Row(name, tuple(sorted(terms.items())), 0)
