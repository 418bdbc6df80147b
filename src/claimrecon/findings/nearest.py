"""Which figures a reader would set side by side: nearest in time, and of these the widest (§9).

All pairs of a record are looked at, as arrays: every claim has a number for each thing that two
claims can share, and figures are compared by their place in sorted order, which is exact.
"""

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import Final, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

from claimrecon.claims import ReadClaim
from claimrecon.findings.record import Record
from claimrecon.linear import Budget
from claimrecon.quantities import Codebook, CountInterval, read_numbers
from claimrecon.scopes import Extent, NameTree
from claimrecon.vocabulary import Evidence, Measure

Pair: TypeAlias = tuple[ReadClaim, ReadClaim]
Nearest: TypeAlias = Mapping[tuple[object, ...], tuple[tuple[object, ...], Pair]]
"""For every pair of origins and of what they count, the pair of claims to show, with its rank."""
Numbers: TypeAlias = npt.NDArray[np.int64]
Flags: TypeAlias = npt.NDArray[np.bool_]

_T = TypeVar("_T", bound=Hashable)

Ends: TypeAlias = tuple[Fraction, Fraction]
_OPEN: Final[Ends] = (Fraction(0), Fraction(10**100))
_FAR: Final = 10**7
"""Days: the final toll is far from any day."""
_AT_ONCE: Final = 250_000
"""So many pairs are looked at together."""


def nearest_pairs(
    record: Record, clashing: Collection[frozenset[str]], *, budget: Budget | None = None
) -> Nearest:
    """Return which pair of claims speaks for each pair of origins and of what they count.

    Parameters
    ----------
    record
        The standing claims.
    clashing
        Sets that are real conflicts; a pair among them is not apparent.
    budget
        Checked throughout.

    Raises
    ------
    UndecidedError
        If the budget ends first.
    """
    budget = budget or Budget(None)
    figures = _Figures(record)
    for members in clashing:
        figures.part(members)
    best: dict[tuple[object, ...], tuple[tuple[object, ...], Pair]] = {}
    for mine, yours, apart in figures.nearest(budget):
        one, other = sorted((figures.claims[mine], figures.claims[yours]), key=lambda c: c.id)
        # Every pair has two figures with nothing in common.
        (_, low), (high, _) = sorted((figures.ends[mine], figures.ends[yours]))
        key = tuple(sorted((figures.sides[mine], figures.sides[yours])))
        rank = (apart, -(high + 1) / (low + 1), one.id, other.id)
        if key not in best or rank < best[key][0]:
            best[key] = (rank, (one, other))
    return best


class _Figures:
    """The counts of a record as columns, those of one origin about one thing side by side."""

    def __init__(self, record: Record) -> None:
        self._record = record
        counts = (s.lead for s in record.standing if s.lead.ratio_of is None)
        told = [(_side(claim), claim) for claim in counts if claim.units is None]
        told.sort(key=lambda entry: (entry[0], entry[1].id))
        self.sides = [side for side, _ in told]
        self.claims = [claim for _, claim in told]
        codebook = record.dossier.codebook
        self.ends = [_ends(_bare(claim, codebook)) for claim in self.claims]
        self._apart_from: dict[int, list[int]] = {}

    def part(self, members: Collection[str]) -> None:
        """Leave a pair out."""
        if len(members) == 2 and all(name in self._place for name in members):  # noqa: PLR2004
            one, other = sorted(self._place[name] for name in members)
            self._apart_from.setdefault(one, []).append(other)

    def nearest(self, budget: Budget) -> Iterator[tuple[int, int, int]]:
        """Yield the pairs nearest in time for every two sides, with the days between them."""
        total = len(self.sides)
        starts = [i for i, side in enumerate(self.sides) if i == 0 or side != self.sides[i - 1]]
        for number, (first, end) in enumerate(pairwise([*starts, total])):
            columns = np.arange(first, total)
            own = np.array(starts[number:]) - first
            widths = np.diff([*own.tolist(), len(columns)])
            size = max(1, _AT_ONCE // len(columns))
            nearest = np.full(len(own), _FAR + 1)
            found: list[tuple[Numbers, Numbers, Numbers]] = []
            for start in range(first, end, size):
                budget.check()
                rows = np.arange(start, min(start + size, end))
                apart = np.where(self._shown(rows, columns), self._apart(rows, columns), _FAR + 1)
                least = np.minimum.reduceat(apart, own, axis=1)
                np.minimum(nearest, least.min(axis=0), out=nearest)
                at = np.nonzero((apart <= np.repeat(nearest, widths)) & (apart <= _FAR))
                found.append((rows[at[0]], columns[at[1]], apart[at]))
            for pairs in found:
                yield from zip(*(numbers.tolist() for numbers in pairs), strict=True)

    def _shown(self, rows: Numbers, columns: Numbers) -> Flags:
        """Say which pairs differ in what they are about, and in their figures, but overlap."""

        def differ(numbers: Numbers) -> Flags:
            return np.not_equal(numbers[rows][:, None], numbers[columns][None, :])

        def related(numbers: Numbers, table: Flags) -> Flags:
            return table[numbers[rows]][:, numbers[columns]]

        about, origins = self._numbers, differ(self._numbers["origin"])
        others = differ(about["measure"]) | differ(about["population"])
        found = others | differ(about["place"]) | differ(about["cause"]) | differ(about["when"])
        documented = about["documented"]
        evidence = differ(about["evidence"]) & (
            (documented[rows][:, None] | documented[columns][None, :]) > 0
        )
        vague = (about["vague"][rows][:, None] > 0) & origins
        of_one_table = ~origins & ~differ(about["statement"])
        shown = np.where(origins, found | evidence | vague, others | (evidence & ~found))
        shown &= ~of_one_table
        shown &= (self._highs[rows][:, None] < self._lows[columns][None, :]) | (
            self._highs[columns][None, :] < self._lows[rows][:, None]
        )
        shown &= columns[None, :] > rows[:, None]
        for numbers, table in self._tables:
            shown &= related(numbers, table)
        for i, row in enumerate(rows.tolist()):
            for other in self._apart_from.get(row, ()):
                shown[i, other - int(columns[0])] = False
        return shown

    def _apart(self, rows: Numbers, columns: Numbers) -> Numbers:
        """Return how many days lie between claims; the final toll is far from any day."""
        early, late = self._firsts, self._lasts
        days = np.maximum(
            np.maximum(
                early[rows][:, None] - late[columns][None, :],
                early[columns][None, :] - late[rows][:, None],
            ),
            0,
        )
        endless = early < 0
        one = endless[rows][:, None] != endless[columns][None, :]
        return np.where(one, _FAR, days)

    @cached_property
    def _place(self) -> Mapping[str, int]:
        return {claim.id: i for i, claim in enumerate(self.claims)}

    @cached_property
    def _numbers(self) -> Mapping[str, Numbers]:
        """A number for everything that two claims can have in common."""

        def numbered(of: Callable[[ReadClaim], Hashable]) -> Numbers:
            known: dict[Hashable, int] = {}
            return np.array([known.setdefault(of(c), len(known)) for c in self.claims])

        return {
            "measure": numbered(measures_of),
            "population": numbered(lambda c: c.scope.population),
            "place": numbered(lambda c: c.scope.place),
            "cause": numbered(lambda c: c.scope.cause),
            "when": numbered(lambda c: c.scope.when),
            "origin": numbered(lambda c: c.origin),
            "evidence": numbered(lambda c: c.evidence),
            "statement": numbered(lambda c: (c.statement, "" if c.statement else c.id)),
            "documented": np.array([c.evidence is Evidence.DOCUMENTED for c in self.claims]),
            "vague": np.array([c.scope.measure.vague is not None for c in self.claims]),
        }

    @cached_property
    def _tables(self) -> tuple[tuple[Numbers, Flags], ...]:
        """For measures, people and places: which of them overlap, or hold one another."""
        dossier = self._record.dossier
        scopes = [claim.scope for claim in self.claims]
        return (
            _related([s.measure for s in scopes], _overlap),
            _related(
                [s.population for s in scopes], lambda a, b: _nested(a, b, dossier.populations)
            ),
            _related([s.place for s in scopes], lambda a, b: _nested(a, b, dossier.places)),
        )

    @cached_property
    def _firsts(self) -> Numbers:
        return _days(self.claims, last=False)

    @cached_property
    def _lasts(self) -> Numbers:
        return _days(self.claims, last=True)

    @cached_property
    def _lows(self) -> Numbers:
        return self._ranked(0)

    @cached_property
    def _highs(self) -> Numbers:
        return self._ranked(1)

    def _ranked(self, side: int) -> Numbers:
        """Return the place of an end of each figure among the ends of all."""
        ranks = {end: i for i, end in enumerate(sorted({e for ends in self.ends for e in ends}))}
        return np.array([ranks[ends[side]] for ends in self.ends])


def measures_of(claim: ReadClaim) -> tuple[str, str | None]:
    """Return what is counted, and what it is at most."""
    outer = claim.scope.outer_measure
    return claim.scope.measure.name, None if outer is None else outer.name


def _side(claim: ReadClaim) -> tuple[str, str, str]:
    """At most one finding for each pair of origins and of what they count among whom."""
    return claim.origin, measures_of(claim)[0], str(claim.scope.population)


def _related(things: Sequence[_T], relation: Callable[[_T, _T], bool]) -> tuple[Numbers, Flags]:
    """Return a number for every thing, and for every two numbers whether they are related."""
    known: dict[_T, int] = {}
    numbers = np.array([known.setdefault(thing, len(known)) for thing in things])
    table = np.array([[relation(one, other) for other in known] for one in known], dtype=np.bool_)
    return numbers, table


def _overlap(one: Measure, other: Measure) -> bool:
    """Whether both count some of the same moves: killed and wounded are never set side by side."""
    return not {*one.moves_in}.isdisjoint(other.moves_in)


def _nested(one: Extent, other: Extent, tree: NameTree) -> bool:
    return _within(one, other, tree) or _within(other, one, tree)


def _within(small: Extent, large: Extent, tree: NameTree) -> bool:
    return all(any(tree.encloses(a, b) for b in small.outer) for a in large.outer)


def _days(claims: Sequence[ReadClaim], *, last: bool) -> Numbers:
    """Return the first or the last day of each claim, as a number; -1 for the final toll."""
    spans = [claim.scope.when.span for claim in claims]
    return np.array([-1 if s is None else (s.last if last else s.first).toordinal() for s in spans])


def _ends(figure: CountInterval | None) -> Ends:
    """Return the ends of a figure; what has none on one side is never far from another."""
    if figure is None or figure.high is None:
        return _OPEN
    return figure.low, figure.high


def _bare(claim: ReadClaim, codebook: Codebook) -> CountInterval | None:
    """Return the figure as it reads without its hedge, allowing for rounding."""
    if claim.reading is None or not claim.reading.numbers:
        return None if claim.reading is None else claim.reading.lenient
    low, high = min(claim.reading.numbers), max(claim.reading.numbers)
    reading = read_numbers(
        low if low != high else None,
        high if low != high else None,
        low if low == high else None,
        codebook,
        statistical=False,
        documented=claim.evidence is Evidence.DOCUMENTED,
        exact=claim.exact,
    )
    return reading.lenient
