"""The rows that hold whatever anybody says: counts never fall, occupancy is conserved (§2-§4)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from claimrecon.claims import NamedAssumption, RuleKind, Scope
from claimrecon.constraints.cells import Cell, Spot
from claimrecon.constraints.expressions import (
    Expression,
    Expressions,
    Ledger,
    add,
    clock_of,
    part_weights,
    unknown_name,
)
from claimrecon.constraints.frame import FINAL, START, cut_name
from claimrecon.constraints.reduction import FORBIDDEN_TWICE
from claimrecon.linear import Row
from claimrecon.scopes import Extent
from claimrecon.vocabulary import MEASURES, Move, State
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

Shared = Mapping[tuple[str, str], tuple[Scope, ...]]


class Balance:
    """The rule rows of one group.

    Parameters
    ----------
    ledger, expressions
        Variables and scopes of the group.
    cuts
        Every cut but the unknown start, in order; the first is the opening.
    without
        Rules of ours that are switched off.
    shared
        Vague words with a common unknown part.
    """

    def __init__(
        self,
        ledger: Ledger,
        expressions: Expressions,
        cuts: Sequence[int],
        without: frozenset[str],
        shared: Shared,
    ) -> None:
        self._ledger = ledger
        self._expressions = expressions
        self._cuts = tuple(cuts)
        self._without = without
        self._shared = shared
        self._opening = ledger.frame.opening

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Yield every rule row with the rule it follows from."""
        for what, cell in self._flows():
            for before, after in pairwise(self._cuts[1:]):
                yield NEVER_FALLS, self._rises(what, cell, before, after)
            if self._ledger.frame.floating_start and len(self._cuts) > 1:
                yield NEVER_FALLS, self._rises(what, cell, START, self._cuts[-1])
        for who in self._ledger.walkers():
            for here, there in self._ledger.roads:
                for before, after in pairwise(self._cuts[1:]):
                    terms = self._ledger.crossings(who, [(here, there)], before, after)
                    name = f"{next(iter(terms))}: no fewer than to {cut_name(before)}"
                    yield NEVER_FALLS, _row(name, terms)
        for state in self._ledger.reduction.states:
            for spot in self._ledger.grid.spots:
                for cut in self._cuts:
                    yield from self._occupied(state, spot, cut)
        if ENDED not in self._without:
            yield from self._ended()
        for (origin, measure), scopes in self._shared.items():
            yield from self._vague(origin, measure, scopes)

    def _flows(self) -> Iterator[tuple[str, Cell]]:
        for move in self._ledger.reduction.moves:
            for cell in self._ledger.grid.cells:
                yield move.label, cell

    def _rises(self, what: str, cell: Cell, before: int, after: int) -> Row:
        late = self._ledger.counted(what, cell, after)
        terms = self._difference(what, cell, before, after)
        return _row(f"{late}: no fewer than to {cut_name(before)}", terms)

    def _difference(self, what: str, cell: Cell, before: int, after: int) -> Expression:
        terms: Expression = {}
        for cut, weight in ((after, 1), (before, -1)):
            variable = self._ledger.counted(what, cell, cut)
            if variable is not None:
                add(terms, {variable: weight})
        return terms

    def _occupied(self, state: State, spot: Spot, cut: int) -> Iterator[tuple[str, Row]]:
        cells = [Cell(spot, cause) for cause in self._ledger.grid.causes]
        terms = self._ledger.moved(occupancy(state), cells, self._opening, cut)
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
            name = f"{state} | {label} | at the end of {cut_name(cut)}: not below zero"
            yield OCCUPANCY, _row(name, terms)

    def _ended(self) -> Iterator[tuple[str, Row]]:
        ended, last = self._ledger.frame.ended, self._cuts[-1]
        if ended is None or ended >= last:
            return
        ended = max(ended, self._opening)
        for move in self._ledger.reduction.moves:
            if move not in self._ledger.reduction.harm:
                continue
            for cell in self._ledger.grid.cells:
                terms = self._difference(move.label, cell, last, ended)
                late = self._ledger.counted(move.label, cell, last)
                yield ENDED, _row(f"{late}: nobody new after {cut_name(ended)}", terms)

    def _vague(
        self, origin: str, measure: str, scopes: Sequence[Scope]
    ) -> Iterator[tuple[str, Row]]:
        weights = part_weights(scopes[0].measure)
        what = unknown_name(measure, origin)
        used = {self._opening}
        for scope in scopes:
            clock = clock_of(scope, self._ledger.frame)
            used |= {clock.earliest_start, clock.latest_start, clock.earliest_end, clock.latest_end}
        cuts = sorted(used - {START})
        for cell in self._ledger.grid.cells:
            for before, after in pairwise(cuts):
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
        return _row(f"{late}: since {cut_name(before)}, at most those newly harmed", terms)

    def started_before(self, cut: int, owner: str, vague: tuple[str, str]) -> Iterator[Row]:
        """Yield that the unknown start lies before *cut*, as far as this group can feel it."""
        for what, cell in self._flows():
            row = self._rises(what, cell, START, cut)
            yield Row(f"{owner}: {row.name}", row.coefficients, 0, owner)
        if vague not in self._shared:
            return
        what = unknown_name(vague[1], vague[0])
        weights = part_weights(self._shared[vague][0].measure)
        for cell in self._ledger.grid.cells:
            made = [self._rises(what, cell, START, cut)]
            if weights:
                made.append(self._part(what, weights, cell, START, cut))
            for row in made:
                yield Row(f"{owner}: {row.name}", row.coefficients, 0, owner)

    def assumed(self, rule: NamedAssumption) -> Iterator[tuple[str, Row]]:
        """Yield the rows of a named assumption; they belong to it."""
        region = self._ledger.grid.region(rule.population, rule.place, Extent())
        match rule.kind:
            case RuleKind.NOBODY_TWICE:
                for move in FORBIDDEN_TWICE:
                    if move not in self._ledger.reduction.moves:
                        continue
                    for cell in region.inner:
                        variable = self._ledger.counted(move.label, cell, self._cuts[-1])
                        if variable is not None:
                            yield from _none(rule, {variable: 1}, f"{variable}: none")
            case RuleKind.NONE_BEFORE:
                for spot in region.inner_spots:
                    variable = self._ledger.at_opening(State.PRESENT, spot)
                    if self._ledger.reduction.has_present:
                        yield from _none(rule, {variable: 1}, f"{variable}: none")
            case RuleKind.NO_ARRIVALS | RuleKind.NO_DEPARTURES:
                arrived = rule.kind is RuleKind.NO_ARRIVALS
                measure = MEASURES["arrived" if arrived else "withdrawn"]
                start = self._opening
                if rule.after is not None:
                    start = min(max(rule.after.toordinal(), start), self._cuts[-1])
                terms = self._expressions.certain(
                    measure, region.inner, region, start, self._cuts[-1]
                )
                since = "" if rule.after is None else f" after {cut_name(start)}"
                yield from _none(rule, terms, f"nobody {measure.title}{since}")


def _walking_state(who: str) -> State:
    return State.PRESENT if who == Ledger.ABLE else State.RECOVERED


def _none(rule: NamedAssumption, terms: Expression, words: str) -> Iterator[tuple[str, Row]]:
    if terms:
        negative = tuple((v, -weight) for v, weight in sorted(terms.items()))
        yield rule.kind.value, Row(f"{rule.id}: {words}", negative, 0, rule.id)


def _row(name: str, terms: Mapping[str, int]) -> Row:
    return Row(name, tuple(sorted(terms.items())), 0)


__all__ = [
    "CONTESTABLE",
    "ENDED",
    "FINAL",
    "NEVER_FALLS",
    "OCCUPANCY",
    "VAGUE_NEVER_FALLS",
    "VAGUE_PART",
    "Balance",
]
