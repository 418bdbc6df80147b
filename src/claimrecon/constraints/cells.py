"""Who is counted where: groups of claims that can bear on each other, and their cells (§2).

The product of all trees would explode. Claims whose scopes can be kept apart (disjoint names, or
names of different roots, whose overlap is free) form separate *groups*; within a group, cells are
the ways to lie in some of the scopes and out of the others.

A *spot* is a cell of population x place, where occupancy is kept; a cell is a spot and a cause.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from claimrecon.claims import Scope
from claimrecon.errors import ClaimReconError
from claimrecon.linear import Budget
from claimrecon.scopes import Extent, NameTree

MAX_CELLS = 20_000
"""More cells than this in one group are refused rather than waited for."""


class TooManyCellsError(ClaimReconError, ValueError):
    """So many names overlap freely that their cells cannot be told apart in reasonable time."""

    code = "CR601"


@dataclass(frozen=True, slots=True)
class Trees:
    """The three dimensions of names."""

    populations: NameTree
    places: NameTree
    causes: NameTree


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A cell of population x place.

    Attributes
    ----------
    people
        Number of the cell of the population tree: only people of one cell can move between places.
    population, place
        The names it lies in, sorted; the first cell of several with the same part in every scope.
    """

    people: int
    population: tuple[str, ...]
    place: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A spot and a cause: what moves are counted by."""

    spot: Spot
    cause: tuple[str, ...]


def linked(one: Scope, other: Scope, trees: Trees) -> bool:
    """Whether the two scopes can bear on each other.

    They cannot where some dimension keeps them apart: names that certainly share nobody, or names
    of different roots. Different roots may overlap, but need not, and no set of one root covers
    another: so claims about them can be satisfied one by one.
    """
    return all(
        _touch(mine.outer, yours.outer, tree)
        for mine, yours, tree in (
            (one.population, other.population, trees.populations),
            (one.place, other.place, trees.places),
            (one.cause, other.cause, trees.causes),
        )
    )


def _touch(mine: tuple[str, ...], yours: tuple[str, ...], tree: NameTree) -> bool:
    if not mine or not yours:
        return True
    if any(tree.disjoint(a, b) for a in mine for b in yours):
        return False
    return any(tree.related(a, b) for a in mine for b in yours)


def groups_of(
    scopes: Sequence[Scope],
    ties: Sequence[tuple[int, int]],
    trees: Trees,
    *,
    budget: Budget | None = None,
) -> list[int]:
    """Return for every scope the number of its group; *ties* join scopes that share a row.

    Scopes with equal extents are compared once, so that a long series costs no more than one claim.
    """
    budget = budget or Budget(None)
    leader = list(range(len(scopes)))

    def find(index: int) -> int:
        while leader[index] != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    kinds: dict[tuple[Extent, Extent, Extent], int] = {}
    for index, scope in enumerate(scopes):
        kind = (scope.population, scope.place, scope.cause)
        leader[find(index)] = find(kinds.setdefault(kind, index))
    firsts = list(kinds.values())
    for position, one in enumerate(firsts):
        budget.check()
        for other in firsts[:position]:
            if find(one) != find(other) and linked(scopes[one], scopes[other], trees):
                leader[find(one)] = find(other)
    for one, other in ties:
        leader[find(one)] = find(other)
    numbers: dict[int, int] = {}
    return [numbers.setdefault(find(index), len(numbers)) for index in range(len(scopes))]


@dataclass(frozen=True, slots=True)
class Region:
    """The cells of a scope: those it holds for sure and those it may hold.

    Attributes
    ----------
    inner, outer
        Cells, inner ones among the outer ones.
    inner_spots, outer_spots
        The spots of these, whatever the cause.
    place_is_exact, any_cause, is_exact
        Whether the place is known exactly; whether no cause limits the scope; whether inner and
        outer cells are the same.
    """

    inner: tuple[Cell, ...]
    outer: tuple[Cell, ...]
    inner_spots: tuple[Spot, ...]
    outer_spots: tuple[Spot, ...]
    place_is_exact: bool
    any_cause: bool
    is_exact: bool


class Grid:
    """The cells of one group.

    Parameters
    ----------
    extents
        (population, place, cause) of every scope and rule that must be told apart.
    trees
        What is known of the names.
    hints
        (population, place) of rules: they tell cells apart, but ask for none of their own.
    keep_places
        Whether moves between places matter: then places of different people are kept apart.
    merged
        ``False`` keeps every cell of every tree apart: the slow obvious twin.
    budget
        Checked throughout.
    """

    def __init__(
        self,
        extents: Sequence[tuple[Extent, Extent, Extent]],
        trees: Trees,
        *,
        hints: Sequence[tuple[Extent, Extent]] = (),
        keep_places: bool,
        merged: bool = True,
        budget: Budget | None = None,
    ) -> None:
        budget = budget or Budget(None)
        scopes = tuple(dict.fromkeys((people, place) for people, place, _ in extents))
        kinds = tuple(dict.fromkeys((*scopes, *hints)))
        people = _cells(trees.populations, [population for population, _ in kinds])
        places = _cells(trees.places, [place for _, place in kinds])
        causes = _cells(trees.causes, [cause for _, _, cause in extents])
        _refuse_too_many(len(people) * len(places) * len(causes))
        self.causes = tuple(tuple(sorted(cause)) for cause in causes)
        spots: dict[tuple[object, ...], Spot] = {}
        for number, population in enumerate(people):
            budget.check()
            for place in places:
                signature = tuple(_holds(k[0], population, k[1], place) for k in kinds)
                if not any(outer for _, outer in signature[: len(scopes)]):
                    continue  # in no scope: as good as away
                key: tuple[object, ...] = (number if keep_places else -1, *signature)
                if not merged:
                    key = (number, place)
                spots.setdefault(key, Spot(number, tuple(sorted(population)), tuple(sorted(place))))
        self.spots = tuple(spots.values())
        self.cells = tuple(Cell(spot, cause) for spot in self.spots for cause in self.causes)

    def region(self, population: Extent, place: Extent, cause: Extent) -> Region:
        """Return the cells between the inner and the outer set of a scope."""
        inner_spots = tuple(s for s in self.spots if _spot_in(s, population.inner, place.inner))
        outer_spots = tuple(s for s in self.spots if _spot_in(s, population.outer, place.outer))
        inner_causes = [
            c for c in self.causes if cause.inner is not None and set(cause.inner) <= {*c}
        ]
        outer_causes = [c for c in self.causes if set(cause.outer) <= {*c}]
        inner = tuple(Cell(s, c) for s in inner_spots for c in inner_causes)
        outer = tuple(Cell(s, c) for s in outer_spots for c in outer_causes)
        return Region(
            inner,
            outer,
            inner_spots,
            outer_spots,
            place.is_exact,
            cause.is_everything,
            inner == outer,
        )


def _cells(tree: NameTree, extents: Sequence[Extent]) -> tuple[frozenset[str], ...]:
    names = tuple(dict.fromkeys(name for extent in extents for name in extent.names))
    _refuse_too_many(tree.count_cells(names))
    return tree.cells(names)


def _refuse_too_many(count: int) -> None:
    if count > MAX_CELLS:
        raise TooManyCellsError(
            f"{count:,} cells of people, places and causes would have to be told apart, more than "
            f"{MAX_CELLS:,}. Give names that share nobody one parent, so that they stand as "
            "siblings, or split the dossier."
        )


def _holds(
    population: Extent, people: frozenset[str], place: Extent, where: frozenset[str]
) -> tuple[bool, bool]:
    inner = population.inner is not None and place.inner is not None
    return (
        inner and people.issuperset(population.inner or ()) and where.issuperset(place.inner or ()),
        people.issuperset(population.outer) and where.issuperset(place.outer),
    )


def _spot_in(spot: Spot, names: tuple[str, ...] | None, places: tuple[str, ...] | None) -> bool:
    if names is None or places is None:
        return False
    return {*spot.population}.issuperset(names) and {*spot.place}.issuperset(places)
