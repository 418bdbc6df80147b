"""The true count of anything, from what happened to each block of persons in a world.

The table of measures here is one of its own, and counting is plain bookkeeping: an independent twin
of the library's moves, vectors, cuts and cells (§2, §3).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from claimrecon.testing.truths.worlds import ABLE, FIRST, HARMED, Block, Names, World

Part = Callable[[Names], bool]
"""Whether a cell lies within a set."""


@dataclass(frozen=True)
class Extents:
    """The true sets that a figure is about."""

    people: Part
    place: Part
    cause: Part


_KILLED = ("*>dead",)
_WOUNDED = ("*>wounded", "-wounded>dead")
_PARTS: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "killed": (_KILLED,),
    "killed_in_action": (("present>dead",),),
    "died_of_wounds": (("wounded>dead",),),
    "indirect_deaths": (("*>dead otherwise",),),
    "deaths": (_KILLED, ("*>dead otherwise",)),
    "wounded": (_WOUNDED,),
    "casualties": (("*>dead", *_WOUNDED),),
    "casualties_all": (("*>dead", *_WOUNDED), ("missing",), ("captive",)),
    "missing": (("missing",),),
    "held": (("captive",),),
    "captured": (("*>captive",),),
    "irrecoverable": (_KILLED, ("*>dead otherwise",), ("missing",), ("captive",)),
    "dead_or_missing": (_KILLED, ("missing",)),
    "displaced": (("displaced",),),
    "idps": (("idps",),),
    "arrived": (("arrived",),),
    "withdrawn": (("withdrawn",),),
    "strength": (("present",),),
}
"""What a measure counts: ``*`` is any state, a minus takes away, a bare state is a stock."""

STOCKS: Final = frozenset({"missing", "held", "strength", "idps"})
"""Counted at the end of a day."""
BORDERS: Final = frozenset({"arrived", "withdrawn", "strength"})
"""Whoever is there is there whatever the cause."""


def truth(
    world: World, measures: tuple[str, ...], extents: Extents, start: date, end: date
) -> tuple[int, int]:
    """Return the least and the most that *measures* can be said to count from *start* to *end*.

    The two are equal but for net and mixed measures that start after ``FIRST`` (§4): what came in
    less what went out, and all that came in. A stock is taken at the end of *end*.
    """
    low = high = 0
    for measure in measures:
        for part in _PARTS[measure]:
            least, most = _count(world, part, extents, start, end)
            low += least
            high += most if start > FIRST else least
    return low, high


def _count(
    world: World, part: tuple[str, ...], extents: Extents, start: date, end: date
) -> tuple[int, int]:
    what = part[0]
    if what == "present":
        there = sum(block.size for block in _those_in(world, extents, end, ABLE))
        return there, there
    if what in {"displaced", "idps"}:
        return _displaced(world, what, extents, start, end)
    if what in {"arrived", "withdrawn"}:
        crossed = _crossings(world, what, extents, start, end)
        return crossed, crossed
    if what in HARMED:
        into = _moves(world, f"*>{what}", extents, start, end)
        out = _moves(world, f"{what}>*", extents, start, end)
        return into - out, into
    into = sum(_moves(world, w, extents, start, end) for w in part if w[0] != "-")
    out = sum(_moves(world, w[1:], extents, start, end) for w in part if w[0] == "-")
    return into - out, into if part == _WOUNDED else into - out


def _those_in(
    world: World, extents: Extents, day: date, states: tuple[str, ...]
) -> Iterator[Block]:
    for block in world.blocks:
        state, place = block.at(day)
        if state in states and extents.people(block.people) and extents.place(place):
            yield block


def _moves(world: World, way: str, extents: Extents, start: date, end: date) -> int:
    before, after = way.split(">")
    return sum(
        block.size
        for block in world.blocks
        for step in block.steps
        if extents.people(block.people)
        and extents.place(step.here)
        and extents.cause(step.cause)
        and start <= step.day <= end
        and step.before != step.after
        and (before in {"*", step.before})
        and (after in {"*", step.after})
    )


def _crossings(world: World, what: str, extents: Extents, start: date, end: date) -> int:
    total = 0
    for block in world.blocks:
        for step in block.steps:
            if not (extents.people(block.people) and start <= step.day <= end):
                continue
            inside = step.before in ABLE and extents.place(step.here)
            comes = step.before in {"away", *ABLE} and step.after in ABLE
            goes = step.before in ABLE and step.after in {"departed", *ABLE}
            remains = step.after in ABLE and extents.place(step.there)
            if what == "arrived":
                total += block.size * (comes and remains and not inside)
            else:
                total += block.size * (goes and inside and not remains)
    return total


def _displaced(
    world: World, what: str, extents: Extents, start: date, end: date
) -> tuple[int, int]:
    newly = now = 0
    for block in world.blocks:
        if not (extents.people(block.people) and extents.place(block.home)):
            continue
        for day, fled, cause in block.displaced:
            if extents.cause(cause):
                newly += block.size * (fled and start <= day <= end)
                now += block.size * (1 if fled else -1) * (day <= end)
    return (newly, newly) if what == "displaced" else (now, now)
