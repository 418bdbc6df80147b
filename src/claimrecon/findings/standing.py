"""An origin's last word: what it has superseded, revised or mistyped is set aside first (§9).

For each origin, the minimal conflicts among its own claims that span more than one day and more
than one statement; a smallest set of statements, none of the latest day, that meets all of them is
set aside. Among equally small ones the one whose days, latest first, are earliest; if several
remain, all their members.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from claimrecon.claims import ReadClaim
from claimrecon.constraints import build
from claimrecon.findings.covers import least_cover
from claimrecon.findings.echoes import Statement, day_key, scope_key
from claimrecon.findings.record import Record
from claimrecon.linear import (
    Budget,
    Decider,
    LinearSystem,
    independent_parts,
    is_vast,
    minimal_conflicts,
)

Day = tuple[bool, object, object]

_FEW = 256
"""So many conflicts of one part are looked at first."""

_LONG = 100
"""Where an origin said more, the clashes of a series with itself are reason enough."""


@dataclass(frozen=True, slots=True)
class Retraction:
    """One claim of an origin that does not stand, and why.

    Attributes
    ----------
    claim
        The claim set aside; it leads its statement.
    against
        Claims of the same origin that it cannot stand with, sorted by day: the standing ones, or
        others where no conflict is with standing claims alone.
    is_slip
        Whether the origin's own figures before and after agree against it; else it was revised.
    declared
        Whether the origin's later claim says that it replaces this one.
    """

    claim: ReadClaim
    against: tuple[str, ...]
    is_slip: bool
    declared: bool


def superseded(record: Record) -> tuple[Retraction, ...]:
    """Return what is declared to be replaced, with the claims that replace it."""
    replaced: dict[str, list[str]] = {}
    lead_of = {i: s.lead.id for s in record.statements for i in s.ids}
    for claim in record.dossier.claims:
        for old in claim.supersedes:
            if old in lead_of:
                replaced.setdefault(lead_of[old], []).append(claim.id)
    leads = {s.lead.id: s.lead for s in record.statements}
    return tuple(
        Retraction(leads[old], tuple(sorted(new)), is_slip=False, declared=True)
        for old, new in sorted(replaced.items())
    )


def retracted(
    record: Record, *, later: Collection[str] = (), budget: Budget | None = None
) -> tuple[Retraction, ...]:
    """Return what each origin has revised or mistyped, inferred from its own claims.

    Parameters
    ----------
    later
        Where this is a part of a larger record, the origins whose last word is in another part:
        here none of their claims is the latest.

    Raises
    ------
    UndecidedError
        If the budget runs out.
    """
    origins: dict[str, list[Statement]] = {}
    for statement in record.standing:
        origins.setdefault(statement.lead.origin, []).append(statement)
    several = {origin: own for origin, own in sorted(origins.items()) if len(own) > 1}
    found: list[Retraction] = []
    for origin in _at_odds_with_themselves(record, several, budget):
        history = _History(record, several[origin], budget, last=origin not in later)
        found.extend(_of_origin(history))
    return tuple(sorted(found, key=lambda r: r.claim.id))


def _at_odds_with_themselves(
    record: Record, several: Mapping[str, list[Statement]], budget: Budget | None
) -> Iterator[str]:
    """Yield the origins whose own claims may clash; all of them where that takes long to say."""
    if not several:
        return
    system = record.system(lenient=True, budget=budget).system
    if is_vast(len(system.rows)):
        yield from several
        return
    judge = Decider(system, budget=budget)
    if judge.refute(judge.owners) is not None:
        for origin, own in several.items():
            if judge.refute([s.lead.id for s in own]) is not None:
                yield origin


def last_words(record: Record) -> Mapping[str, Day]:
    """Return the day of the last word of every origin."""
    days: dict[str, Day] = {}
    for statement in record.standing:
        origin, day = statement.lead.origin, _last_said(statement)
        days[origin] = max(days.get(origin, day), day)
    return days


def _of_origin(history: "_History") -> Iterator[Retraction]:
    aside = history.set_aside()
    standing = [i for i in history.claims if history.names[i] not in aside]
    for name in sorted(aside):
        members = [i for i in history.claims if history.names[i] == name]
        clashes = history.conflicts_of([*standing, *members], members)
        others = {i for clash in clashes for i in clash if i not in members}
        later = all(
            _is_later(history.days[i], max(history.days[m] for m in members)) for i in others
        )
        for member in members:
            mine = {i for clash in clashes if member in clash for i in clash} - {*members}
            against = mine or history.nearest_clash(member)
            yield Retraction(
                history.leads[member],
                tuple(sorted(against, key=lambda i: (history.days[i], i))),
                is_slip=not later,
                declared=False,
            )


class _History:
    """The claims of one origin, their days and their conflicts."""

    def __init__(
        self, record: Record, own: list[Statement], budget: Budget | None, *, last: bool
    ) -> None:
        self.leads = {s.lead.id: s.lead for s in own}
        self.claims = tuple(sorted(self.leads))
        self.days = {s.lead.id: _last_said(s) for s in own}
        self.names = {s.lead.id: _name(s) for s in own}
        self._latest = max(self.days.values()) if last else None
        self._budget = budget
        bindings = [record.binding(s, lenient=True) for s in own]
        context = record.context
        made = build(
            type(context)(context.frame, context.trees, (), context.without),
            sorted((b for b in bindings if b is not None), key=lambda b: b.owner),
            budget=budget,
        )
        series: dict[tuple[object, ...], list[str]] = {}
        for claim in self.claims:
            series.setdefault(scope_key(self.leads[claim].scope)[:-1], []).append(claim)
        self._parts = tuple(
            (part, tuple(c for c in series.values() if not {*part.owners}.isdisjoint(c)))
            for part in independent_parts(made.system)
        )

    def set_aside(self) -> frozenset[str]:
        """Return the names of the statements that do not stand."""
        known: list[frozenset[str]] = []
        while True:
            cover = least_cover(known, self._weight())
            fresh = self._conflicts_without(cover)
            if not fresh:
                return self._with_equals(known, cover)
            known.extend(fresh)

    def _with_equals(self, known: list[frozenset[str]], cover: frozenset[str]) -> frozenset[str]:
        """Add the members of all other covers that are exactly as good."""
        weight = self._weight()
        best = sum(weight[name] for name in cover)
        members = set(cover)
        for name in sorted({n for conflict in known for n in conflict} - cover):
            if name not in weight or weight[name] not in {weight[n] for n in cover}:
                continue
            while True:
                rest = [c for c in known if name not in c]
                other = least_cover(rest, {n: w for n, w in weight.items() if n != name}) | {name}
                if sum(weight[n] for n in other) > best:
                    break
                fresh = self._conflicts_without(other)
                if not fresh:
                    members |= other
                    break
                known.extend(fresh)
        return frozenset(members)

    def _weight(self) -> dict[str, int]:
        """Return weights whose sums order covers by size, then by their days, latest first."""
        days = sorted({day for day in self.days.values() if day != self._latest})
        base = len(self.claims) + 1
        newest: dict[str, Day] = {}
        for claim in self.claims:
            name = self.names[claim]
            newest[name] = max(newest.get(name, self.days[claim]), self.days[claim])
        heavy = base ** (len(days) + 1)
        return {
            name: heavy + base ** days.index(day)
            for name, day in newest.items()
            if day != self._latest
        }

    def _conflicts_without(self, cover: Collection[str]) -> list[frozenset[str]]:
        kept = [i for i in self.claims if self.names[i] not in cover]
        movable = self._weight()
        for first in (True, False):
            conflicts = self.conflicts_of(kept, kept, first=first)
            met = (
                frozenset(self.names[i] for i in c if self.names[i] in movable) for c in conflicts
            )
            # A conflict within the last word is no revision: it stays, as a contradiction.
            if found := [names for names in met if names]:
                return found
        return []

    def conflicts_of(
        self, among: Iterable[str], touching: Collection[str], *, first: bool = False
    ) -> list[tuple[str, ...]]:
        """Return conflicts among some claims that span days and statements and touch others.

        All of them, unless there are very many: then at least one, if there is any. In a long
        history, or where the *first* will do, those of a series with itself are looked for before
        others: they are found at once.
        """
        hasty = first or len(self.claims) > _LONG
        kept, found = {*among}, list[tuple[str, ...]]()
        for part, series in self._parts:
            owners = kept.intersection(part.owners)
            if owners.isdisjoint(touching):
                continue
            own = list[tuple[str, ...]]()
            for claims in series if hasty else ():
                alike = owners.intersection(claims)
                if len(alike) > 1 and not alike.isdisjoint(touching):
                    own += self._conflicts_within(part.of(alike), touching)
            found += own or self._conflicts_within(part.of(owners), touching)
        return sorted(found, key=lambda conflict: (len(conflict), conflict))

    def _conflicts_within(
        self, system: LinearSystem, touching: Collection[str]
    ) -> list[tuple[str, ...]]:
        limit = _FEW
        while True:
            found = minimal_conflicts(
                system, limit=limit, budget=self._budget, with_corrections=False
            )
            fit = [c for c in found.sets if self._spans(c) and not {*touching}.isdisjoint(c)]
            if fit or not found.truncated:
                return fit
            limit *= 4

    def nearest_clash(self, claim: str) -> set[str]:
        """Return a smallest set of the origin's other claims that *claim* cannot stand with.

        None in a long history: there it falls with its statement.
        """
        if len(self.claims) > _LONG:
            return set()
        clashes = self.conflicts_of(self.claims, [claim])
        rest = [c for c in clashes if claim in c]
        return {i for i in rest[0] if i != claim} if rest else set()

    def _spans(self, conflict: tuple[str, ...]) -> bool:
        days = [self.days[i] for i in conflict]
        moved = any(_is_later(one, other) for one in days for other in days)
        return moved and len({self.names[i] for i in conflict}) > 1


def _name(statement: Statement) -> str:
    return statement.lead.statement or statement.lead.id


def _last_said(statement: Statement) -> Day:
    return max(day_key(claim) for claim in statement.wordings)


def _is_later(one: Day, other: Day) -> bool:
    """Whether *one* is a later day, or a later time of one day where both times are known."""
    return one > other
