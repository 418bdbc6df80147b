"""What a scope holds, and which claims touch it: for whoever wonders why a range is as it is (§2).

A scope is cut into cells by every name that a claim beside it uses. Some cells it certainly holds
(inner), others it may hold (outer). A claim touches it where both may count some of the same moves
in one cell.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from claimrecon.claims import ReadClaim, Scope
from claimrecon.constraints import Trees, scope_words, when_words
from claimrecon.constraints.cells import Cell, Grid, Region, groups_of
from claimrecon.findings.echoes import scope_key
from claimrecon.findings.record import Record
from claimrecon.findings.sheet import Sheet
from claimrecon.vocabulary import Measure, Move


class Touch(StrEnum):
    """How the people of a claim lie to those of a scope."""

    SAME = "the same scope"
    """Measure, people, place, cause and time are the same."""
    EQUAL = "the same people"
    """The same cells; measure or time differ."""
    WITHIN = "within it"
    AROUND = "around it"
    ACROSS = "partly within it"


@dataclass(frozen=True, slots=True)
class CellWords:
    """One cell in words.

    Attributes
    ----------
    inside
        Names that it lies in, by dimension: population, place, cause. None where it lies in none
        of those spoken of.
    is_certain
        Whether the scope certainly holds it; else it only may.
    """

    inside: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    is_certain: bool

    def __str__(self) -> str:
        """Say the cell: "North Korean soldiers, Kursk Oblast & Russia"."""
        people, place, cause = (" & ".join(names) for names in self.inside)
        words = f"{people or 'other people'}, {place or 'elsewhere'}"
        return f"{words}, by {cause}" if cause else words


@dataclass(frozen=True, slots=True)
class Touching:
    """One claim that touches a scope.

    Attributes
    ----------
    claim
        Its id.
    how
        How its people lie to those of the scope.
    moves
        What both count, as the table of moves names it.
    title
        The scope of the claim in words.
    """

    claim: str
    how: Touch
    moves: tuple[str, ...]
    title: str


@dataclass(frozen=True, slots=True)
class ScopeExplanation:
    """What a scope holds, and what bears on it.

    Attributes
    ----------
    scope, title
        What is explained, and the same in words.
    time
        When it counts, in words.
    moves
        What it counts, as the table of moves names it: added first, then taken away (with a minus).
    cells
        The cells that it holds (inner) or may hold (outer), those held first.
    touching
        Standing claims and assumptions that touch it, sorted by id.
    bearing
        Everybody whose rows can bear on its range, through others too, sorted.
    """

    scope: Scope
    title: str
    time: str
    moves: tuple[str, ...]
    cells: tuple[CellWords, ...]
    touching: tuple[Touching, ...]
    bearing: tuple[str, ...]

    @property
    def inner(self) -> tuple[CellWords, ...]:
        """The cells that it certainly holds."""
        return tuple(cell for cell in self.cells if cell.is_certain)

    @property
    def outer(self) -> tuple[CellWords, ...]:
        """All cells that it may hold."""
        return self.cells

    @property
    def unused(self) -> bool:
        """Whether nothing bears on it: then nothing but zero bounds it (§16)."""
        return not self.bearing

    def __str__(self) -> str:
        """Print the explanation, a line for each cell and claim."""
        lines = [self.title, f"counts {', '.join(self.moves)}; {self.time}", "", "HOLDS"]
        lines += [f"  {cell}{'' if cell.is_certain else '   (perhaps)'}" for cell in self.cells]
        lines += ["", "TOUCHED BY" if self.touching else "TOUCHED BY no claim"]
        lines += [f"  {item.claim}: {item.how}; {item.title}" for item in self.touching]
        others = [name for name in self.bearing if name not in {t.claim for t in self.touching}]
        if others:
            lines += ["", "BEARING ON IT THROUGH OTHERS", f"  {', '.join(others)}"]
        return "\n".join(lines)


def explain_scope(record: Record, scope: Scope) -> ScopeExplanation:
    """Return which cells *scope* holds, which claims touch it, and which bear on it."""
    claims = [*(s.lead for s in record.standing), *record.dossier.assumptions]
    claims = sorted((claim for claim in claims if claim.reading is not None), key=lambda c: c.id)
    trees = record.context.trees
    near = _of_one_group(scope, claims, trees)
    scopes = [scope, *(claim.scope for claim in near)]
    grid = Grid([(s.population, s.place, s.cause) for s in scopes], trees, keep_places=False)
    own, *others = (grid.region(s.population, s.place, s.cause) for s in scopes)
    touching = []
    for claim, region in zip(near, others, strict=True):
        moves = _moves(scope) & _moves(claim.scope)
        if moves and not {*own.outer}.isdisjoint(region.outer):
            how = _how(scope, claim.scope, own, region)
            words = tuple(move.label for move in Move if move in moves)
            touching.append(Touching(claim.id, how, words, scope_words(claim.scope)))
    certain = {*own.inner}
    cells = (*own.inner, *(cell for cell in own.outer if cell not in certain))
    return ScopeExplanation(
        scope,
        scope_words(scope),
        when_words(scope),
        _counted(scope.measure),
        tuple(_words(cell, is_certain=cell in certain) for cell in cells),
        tuple(touching),
        Sheet(record, (scope,), None, lenient=True).bearing(0).owners,
    )


def _of_one_group(scope: Scope, claims: Iterable[ReadClaim], trees: Trees) -> tuple[ReadClaim, ...]:
    """Return the claims whose names can meet those of *scope*."""
    listed = tuple(claims)
    own, *numbers = groups_of([scope, *(claim.scope for claim in listed)], (), trees)
    return tuple(claim for claim, number in zip(listed, numbers, strict=True) if number == own)


def _how(scope: Scope, other: Scope, own: Region, region: Region) -> Touch:
    if scope_key(scope) == scope_key(other):
        return Touch.SAME
    mine, yours = {*own.outer}, {*region.outer}
    if mine == yours:
        return Touch.EQUAL
    if yours < mine:
        return Touch.WITHIN
    return Touch.AROUND if mine < yours else Touch.ACROSS


def _moves(scope: Scope) -> frozenset[Move]:
    """Return the moves that a scope counts, takes away, or may count."""
    measures = [scope.measure, *([scope.outer_measure] if scope.outer_measure else [])]
    if scope.unbounded_measure:
        return frozenset(Move)
    return frozenset(m for one in measures for m in (*one.coefficients, *(one.vague or ())))


def _counted(measure: Measure) -> tuple[str, ...]:
    added = [move.label for move in measure.moves_in]
    perhaps = [f"perhaps {move.label}" for move in dict.fromkeys(measure.vague or ())]
    return (*added, *perhaps, *(f"− {move.label}" for move in measure.moves_out))


def _words(cell: Cell, *, is_certain: bool) -> CellWords:
    return CellWords((cell.spot.population, cell.spot.place, cell.cause), is_certain)
