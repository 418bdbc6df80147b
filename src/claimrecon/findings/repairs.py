"""Repairs of the whole record: the fewest figures to set aside so that the rest can be true (§13).

Nobody is blamed by it. Several smallest repairs are usual, and figures that clash with exactly the
same others cannot be told apart at all: that is said plainly.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, product
from math import prod

from claimrecon.findings.record import Record
from claimrecon.findings.wording import Speech, listed
from claimrecon.linear import (
    Budget,
    Decider,
    Point,
    minimal_conflicts,
    smallest_repairs,
)
from claimrecon.vocabulary import Credibility, Reliability

LIMIT = 1000
"""How many smallest repairs of one part are listed."""

_GRADES = tuple(grade for grade in Reliability if grade is not Reliability.F)
_PIECES = tuple(grade for grade in Credibility if grade is not Credibility.CANNOT_BE_JUDGED)

Grade = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PartRepairs:
    """The smallest repairs of one part of the record: conflicts that share claims with each other.

    Attributes
    ----------
    sets
        All smallest sets of claims and assumptions to set aside, each sorted: by reliability where
        ``is_graded``, else by ids. Each is enough for this part.
    in_every, in_some, in_none
        Claims and assumptions of the conflicts, sorted: those of every smallest repair, of some but
        not all, of none.
    alike
        Groups of two and more that stand in exactly the same conflicts, sorted: the figures cannot
        tell which of them is wrong.
    is_graded
        Whether all sources concerned have a reliability that can be compared (A to E), so that the
        repair that gives up the least reliable figures stands first.
    truncated
        Whether there are more smallest repairs than were listed.
    """

    sets: tuple[tuple[str, ...], ...]
    in_every: tuple[str, ...]
    in_some: tuple[str, ...]
    in_none: tuple[str, ...]
    alike: tuple[tuple[str, ...], ...]
    is_graded: bool
    truncated: bool = False

    @property
    def size(self) -> int:
        """How many claims each of them sets aside."""
        return len(self.sets[0]) if self.sets else 0


@dataclass(frozen=True, slots=True)
class RecordRepairs:
    """All smallest repairs of a record: one of each part, in any combination.

    Attributes
    ----------
    parts
        Parts without a common claim, in the order of their first claims. None where the record can
        hold as it is.
    """

    parts: tuple[PartRepairs, ...]

    @property
    def size(self) -> int:
        """How many claims a smallest repair of everything sets aside."""
        return sum(part.size for part in self.parts)

    @property
    def count(self) -> int:
        """How many smallest repairs there are (of those listed)."""
        return prod(len(part.sets) for part in self.parts)

    def role(self, claim: str) -> str | None:
        """Say whether *claim* is in "every", "some" or "no" smallest repair.

        ``None`` where it stands in no conflict.
        """
        for part in self.parts:
            if claim in part.in_every:
                return "every"
            if claim in part.in_some:
                return "some"
            if claim in part.in_none:
                return "no"
        return None


def record_repairs(
    record: Record,
    conflicts: Iterable[Sequence[str]],
    *,
    complete: bool = False,
    limit: int = LIMIT,
    budget: Budget | None = None,
) -> RecordRepairs:
    """Return all smallest sets of claims without which the whole record can hold leniently.

    Parameters
    ----------
    record
        The standing claims.
    conflicts
        Minimal sets that are known.
    complete
        Whether these are all there are; else those that matter are found.
    limit
        How many smallest repairs of each part to list.
    budget
        Time that may be spent.

    Raises
    ------
    UndecidedError
        If the budget ends first.

    Notes
    -----
    Implicit hitting sets: smallest sets that meet all conflicts known so far are tried on the
    record, and whatever conflict they miss is added, until all of them are enough.
    """
    known = {frozenset(conflict) for conflict in conflicts}
    trial = None if complete else _Trial(record, limit, budget)
    while True:
        parts = [
            (part, smallest_repairs(part, limit=limit, budget=budget)) for part in _parts(known)
        ]
        missed = None if trial is None else trial.missed([found.sets for _, found in parts])
        if missed is None:
            break
        known.add(missed)
    return RecordRepairs(
        tuple(
            _part_repairs(record, part, found.sets, truncated=found.truncated)
            for part, found in parts
        )
    )


class _Trial:
    """Tries repairs on the record, for conflicts that they miss."""

    def __init__(self, record: Record, limit: int, budget: Budget | None) -> None:
        self._system = record.system(lenient=True, budget=budget).system
        self._decider = Decider(self._system, budget=budget)
        self._limit = limit
        self._budget = budget

    def missed(self, parts: Sequence[Sequence[tuple[str, ...]]]) -> frozenset[str] | None:
        """Return a conflict that some combination of the parts' repairs leaves, if there is one."""
        for repair in islice(product(*parts), self._limit):
            aside = {*chain.from_iterable(repair)}
            kept = [name for name in self._system.owners if name not in aside]
            if not isinstance(self._decider.decide(kept), Point):
                rest = self._system.of(kept)
                return frozenset(
                    minimal_conflicts(
                        rest, limit=1, budget=self._budget, with_corrections=False
                    ).sets[0]
                )
        return None


def _parts(conflicts: Iterable[frozenset[str]]) -> list[list[frozenset[str]]]:
    """Group conflicts that share claims, directly or through others."""
    parts: list[tuple[frozenset[str], list[frozenset[str]]]] = []
    for conflict in sorted(conflicts, key=lambda c: (len(c), sorted(c))):
        touching = [part for part in parts if not part[0].isdisjoint(conflict)]
        names = conflict.union(*(part[0] for part in touching))
        held = [c for part in touching for c in part[1]]
        parts = [part for part in parts if part not in touching]
        parts.append((names, [*held, conflict]))
    return [held for names, held in sorted(parts, key=lambda part: sorted(part[0]))]


def _part_repairs(
    record: Record,
    conflicts: Sequence[frozenset[str]],
    sets: Sequence[tuple[str, ...]],
    *,
    truncated: bool,
) -> PartRepairs:
    names = sorted(frozenset().union(*conflicts))
    every = frozenset(names).intersection(*sets)
    some = frozenset(name for repair in sets for name in repair) - every
    places: dict[tuple[int, ...], list[str]] = {}
    for name in names:
        where = tuple(i for i, conflict in enumerate(conflicts) if name in conflict)
        places.setdefault(where, []).append(name)
    ordered, is_graded = by_reliability(record, sets)
    return PartRepairs(
        ordered,
        tuple(sorted(every)),
        tuple(sorted(some)),
        tuple(name for name in names if name not in every | some),
        tuple(sorted(tuple(group) for group in places.values() if len(group) > 1)),
        is_graded,
        truncated,
    )


# --- grades --------------------------------------------------------------------------------------


def by_reliability(
    record: Record, sets: Iterable[tuple[str, ...]]
) -> tuple[tuple[tuple[str, ...], ...], bool]:
    """Order repairs so that the least reliable figures go first, where all can be compared.

    Returns
    -------
    tuple
        The repairs, and whether all grades were known. If any is not (F, 6 or none), they stand in
        the order of their ids: nobody is preferred by accident (§15).

    Notes
    -----
    Compared is first the most reliable figure that a repair gives up, then the next. A figure is as
    reliable as its origin (A to E); among equals, as credible as the piece, where all pieces say.
    """
    found = sorted(sets)
    grades = {name: grade_of(record, name) for repair in found for name in repair}
    known = {name: grade for name, grade in grades.items() if grade is not None}
    if len(known) < len(grades):
        return tuple(found), False
    judged = all(piece is not None for _, piece in known.values())

    def worth(repair: tuple[str, ...]) -> tuple[Grade, ...]:
        grades = (known[name] for name in repair)
        return tuple((-g, -p if judged and p else 0) for g, p in sorted(grades, key=_best_first))

    return tuple(sorted(found, key=lambda repair: (worth(repair), repair))), True


def _best_first(grade: tuple[int, int | None]) -> Grade:
    return grade[0], grade[1] or 0


def grade_of(record: Record, name: str) -> tuple[int, int | None] | None:
    """Return how reliable a claim is, 0 best; ``None`` where that cannot be judged (§15)."""
    claim = record.claims.get(name)
    if claim is None or claim.is_assumption or claim.credibility is Credibility.CANNOT_BE_JUDGED:
        return None
    source = record.dossier.sources.get(claim.origin)
    if source is None or source.reliability not in _GRADES:
        return None
    piece = None if claim.credibility is None else _PIECES.index(claim.credibility)
    return _GRADES.index(source.reliability), piece


# --- in words ------------------------------------------------------------------------------------


def blame(part: PartRepairs, speech: Speech) -> str:
    """Say in words what a part's smallest repairs come to, and what they cannot tell."""
    if not part.sets:
        return "Setting figures aside does not help: rules and assumptions clash by themselves."
    said: Mapping[str, str] = {name: speech.blamed(name) for repair in part.sets for name in repair}
    words = [listed([said[name] for name in repair]) for repair in part.sets]
    if len(words) == 1:
        return f"The fewest figures to set aside: {words[0]}."
    if part.size == 1:
        return f"Either {' or '.join(words)}: these figures cannot tell which."
    lines = [f"The fewest figures to set aside are {part.size}, in {len(words)} ways"]
    if part.in_every:
        lines.append(f"every way sets aside {listed([said[name] for name in part.in_every])}")
    lines += [
        f"either {' or '.join(said[name] for name in group)}, these figures cannot tell which"
        for group in part.alike
        if all(name in said for name in group)
    ]
    return f"{'; '.join(lines)}."
