"""Worlds drawn at random: who moved where, when and why, and the true count of anything.

A world is simulated person by person, in blocks of persons who move together, through the closed
table of moves of §3. Nothing here uses the library's vectors or cuts.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from hypothesis import strategies as st

from claimrecon.scopes import Facet, NameTree, Node

FIRST: Final = date(2025, 1, 10)
"""Nobody is harmed before this day."""

Names = frozenset[str]

_WAYS: Final[Mapping[str, tuple[str, ...]]] = {
    "away": ("present",),
    "present": ("departed", "dead", "wounded", "missing", "captive", "dead otherwise"),
    "wounded": ("dead", "present", "missing", "captive"),
    "missing": ("dead", "present", "wounded", "captive"),
    "captive": ("dead", "present", "wounded", "missing"),
    "recovered": ("departed", "dead otherwise"),
}
"""The table of moves: where one can go from each state."""
HARMED: Final = ("wounded", "missing", "captive")
ABLE: Final = ("present", "recovered")


@dataclass(frozen=True)
class Step:
    """One move of a block: a change of state, or a walk between two places."""

    day: date
    before: str
    after: str
    here: Names
    there: Names
    cause: Names


@dataclass(frozen=True)
class Block:
    """Persons who move together."""

    size: int
    people: Names
    start_state: str
    start_place: Names
    steps: tuple[Step, ...]
    home: Names
    displaced: tuple[tuple[date, bool, Names], ...]
    """Days on which they were displaced (``True``) or went home, at their home, and why."""

    def at(self, day: date) -> tuple[str, Names]:
        """Return state and place at the end of *day*."""
        state, place = self.start_state, self.start_place
        for step in self.steps:
            if step.day <= day:
                state, place = step.after, step.there
        return state, place


@dataclass(frozen=True, repr=False)
class World:
    """What really happened, and what the analyst knows for sure about it."""

    populations: NameTree
    places: NameTree
    causes: NameTree
    people_cells: tuple[Names, ...]
    place_cells: tuple[Names, ...]
    cause_cells: tuple[Names, ...]
    last: date
    blocks: tuple[Block, ...]
    ended: date | None
    nobody_twice: bool
    none_before: bool
    quiet_borders: date | None
    """No arrivals at all after this day, and no departures."""

    def __repr__(self) -> str:
        """Tell the story of every block, one line a step."""
        lines = []
        for block in self.blocks:
            start = f"{block.start_state} in {sorted(block.start_place)}"
            lines.append(f"{block.size} {sorted(block.people)}: {start}, {block.displaced}")
            lines += [
                f"  {step.day}: {step.before} > {step.after} in {sorted(step.here)} > "
                f"{sorted(step.there)} by {sorted(step.cause)}"
                for step in block.steps
            ]
        return "\n".join(lines)

    @property
    def people_met(self) -> tuple[Names, ...]:
        """The kinds of people that there are."""
        return _each_once(block.people for block in self.blocks)

    @property
    def places_met(self) -> tuple[Names, ...]:
        """The places where anybody was."""
        stays = _each_once(
            place
            for block in self.blocks
            for step in block.steps
            for place in (step.here, step.there)
        )
        return _each_once((*stays, *(block.home for block in self.blocks)))

    @property
    def causes_met(self) -> tuple[Names, ...]:
        """The causes of anything."""
        return _each_once(
            (
                *(step.cause for block in self.blocks for step in block.steps),
                *(cause for block in self.blocks for _, _, cause in block.displaced),
            )
        )


def _each_once(cells: Iterable[Names]) -> tuple[Names, ...]:
    return tuple(sorted(set(cells), key=sorted))


def _node(name: str, *facets: Facet) -> Node:
    return Node(name, facets)


_POPULATIONS = (
    NameTree((_node("people", Facet((_node("women"), _node("men")), complete=True)),)),
    NameTree((_node("people", Facet((_node("women"),)), Facet((_node("medics"),))),)),
    NameTree((_node("women"), _node("medics"))),
)
_PLACES = (
    NameTree((_node("region", Facet((_node("north"), _node("south")))),)),
    NameTree((_node("region", Facet((_node("north"), _node("south")), complete=True)),)),
    NameTree((_node("region", Facet((_node("north"),))), _node("coast"))),
)
_CAUSES = (
    NameTree((_node("attack", Facet((_node("drone"),))),)),
    NameTree((_node("drone"), _node("quake"))),
)
_NAMED = (
    (True, False, False),
    (False, True, False),
    (False, True, False),
    (False, False, True),
    (True, True, False),
    (False, True, True),
)
"""Which dimensions have names: cells multiply, so that few worlds have two."""


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Draw a world of a few blocks over five to twelve days; every draw is a valid one."""
    named = draw(st.sampled_from(_NAMED))
    populations, places, causes = (
        draw(st.sampled_from(trees)) if is_named else NameTree()
        for trees, is_named in zip((_POPULATIONS, _PLACES, _CAUSES), named, strict=True)
    )
    last = FIRST + timedelta(days=draw(st.integers(4, 11)))
    days = st.dates(FIRST, last)
    rules = _Rules(
        draw(st.none() | days), draw(st.booleans()), draw(st.booleans()), draw(st.none() | days)
    )
    cells = _Cells(*(tree.cells(tree.names) for tree in (populations, places, causes)))
    blocks = tuple(_block(draw, cells, last, rules) for _ in range(draw(st.integers(1, 4))))
    return World(
        populations=populations,
        places=places,
        causes=causes,
        people_cells=cells.people,
        place_cells=cells.places,
        cause_cells=cells.causes,
        last=last,
        blocks=blocks,
        ended=rules.ended,
        nobody_twice=rules.nobody_twice,
        none_before=rules.none_before,
        quiet_borders=rules.quiet_borders,
    )


@dataclass(frozen=True)
class _Cells:
    people: tuple[Names, ...]
    places: tuple[Names, ...]
    causes: tuple[Names, ...]


@dataclass(frozen=True)
class _Rules:
    ended: date | None
    nobody_twice: bool
    none_before: bool
    quiet_borders: date | None

    def ways(self, state: str, day: date) -> Iterator[str]:
        """Yield the states that can follow *state* on *day*; "walk" is to another place."""
        quiet = self.quiet_borders is not None and day > self.quiet_borders
        over = self.ended is not None and day > self.ended
        for after in _WAYS.get(state, ()):
            if quiet and (state == "away" or after == "departed"):
                continue
            if over and state == "present" and after in {"dead", *HARMED}:
                continue
            if self.nobody_twice and state == "wounded" and after in {"missing", "captive"}:
                continue
            safe = self.nobody_twice and state == "wounded" and after == "present"
            yield "recovered" if safe else after
        if state in ABLE:
            yield from ("walk", "walk", "walk")


def _block(draw: st.DrawFn, cells: _Cells, last: date, rules: _Rules) -> Block:
    start = "away" if rules.none_before else draw(st.sampled_from(["away", "present", "present"]))
    home = draw(st.sampled_from(cells.places))
    state, place = start, draw(st.sampled_from(cells.places))
    steps: list[Step] = []
    why: Names = draw(st.sampled_from(cells.causes))
    for day in sorted(draw(st.lists(st.dates(FIRST, last), min_size=3, max_size=8))):
        ways = [*rules.ways(state, day)]
        if not ways:
            continue
        after, there = draw(st.sampled_from(ways)), place
        if state == "away":
            there = draw(st.sampled_from(cells.places))
        if after == "walk":
            after, there = state, draw(st.sampled_from(cells.places))
        # What becomes of those harmed is mostly, but not always, put down to what harmed them.
        if state not in HARMED or draw(st.integers(0, 3)) == 0:
            why = draw(st.sampled_from(cells.causes))
        steps.append(Step(day, state, after, place, there, why))
        state, place = after, there
    return Block(
        size=draw(st.integers(10, 60)),
        people=draw(st.sampled_from(cells.people)),
        start_state=start,
        start_place=steps[0].here if steps else place,
        steps=tuple(steps),
        home=home,
        displaced=_displacement(draw, cells.causes, last),
    )


def _displacement(
    draw: st.DrawFn, causes: tuple[Names, ...], last: date
) -> tuple[tuple[date, bool, Names], ...]:
    days = sorted(draw(st.lists(st.dates(FIRST, last), max_size=2)))
    why = draw(st.sampled_from(causes))
    return tuple((day, number % 2 == 0, why) for number, day in enumerate(days))
