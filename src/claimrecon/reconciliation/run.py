"""One run: the parts of a record, each settled and compared, and what they come to together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from claimrecon.claims import ReadClaim, Scope
from claimrecon.constraints.cells import linked
from claimrecon.findings import (
    Clashes,
    Finding,
    FindingKind,
    PossibleRange,
    Record,
    Speech,
    Stances,
    Verdict,
    apparent_findings,
    in_stories,
    series_findings,
    stories_of,
    verdict_of,
    weightiest_first,
)
from claimrecon.findings.echoes import age_key
from claimrecon.findings.standing import Day
from claimrecon.linear import Budget
from claimrecon.reconciliation.answers import Members, Part, Settled
from claimrecon.reconciliation.options import Options
from claimrecon.reconciliation.parts import joined, parts_of

_CLASHES = (FindingKind.CONTRADICTION, FindingKind.TENSION)


@dataclass(frozen=True, eq=False)
class Run:
    """One record, settled part by part, and what the parts come to together.

    Attributes
    ----------
    start
        The record before anything is set aside.
    options
        How it is reconciled.
    budget
        The time for all of it.
    parts
        The parts of the record; those that were solved before are not solved again.
    settled
        The same after each origin's last word is known.
    """

    start: Record
    options: Options
    budget: Budget | None
    parts: tuple[Part, ...]
    settled: tuple[Settled, ...]

    @cached_property
    def record(self) -> Record:
        """The whole record of what stands."""
        aside = [r.claim.id for part in self.settled for r in part.retractions]
        told = (s for part in self.settled for s in part.record.statements)
        by_age = tuple(sorted(told, key=lambda statement: age_key(statement.lead)))
        return replace(self.start, told=by_age).with_set_aside(aside)

    def touched(self, scope: Scope) -> tuple[Settled, ...]:
        """Return the parts that can bear on *scope*."""
        trees = self.start.trees
        return tuple(
            part for part in self.settled if any(linked(scope, kind, trees) for kind in part.kinds)
        )

    def joined(self, parts: Sequence[Settled]) -> Record:
        """Return some of the parts as one record of what stands."""
        if len(parts) == 1:
            return parts[0].record
        return joined(self.record, [part.record for part in parts])

    @cached_property
    def speech(self) -> Speech:
        """The words of the dossier."""
        return Speech(self.start.dossier, self.start.claims)

    @cached_property
    def clashes(self) -> Clashes:
        """Every minimal set of the record, in the order of §10."""
        found = [part.clashes(self.budget) for part in self.settled]
        limit = self.options.limit
        hard = sorted((s for f in found for s in f.contradictions), key=_by_size)
        soft = sorted((s for f in found for s in f.tensions), key=_by_size)
        return Clashes(
            tuple(hard[:limit]),
            tuple(soft[:limit]),
            truncated=any(f.truncated for f in found) or max(len(hard), len(soft)) > limit,
            undecided=any(f.undecided for f in found),
        )

    @cached_property
    def verdict(self) -> Verdict:
        """What all of it comes to."""
        return verdict_of(self.clashes)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding that the budget allows, in the order of a report."""
        found = [*self._conflicts()]
        for part in self.settled:
            found += part.told(self.budget, in_full=self.options.in_full)
        found += self._further() if self.options.in_full else ()
        stances = Stances(self.start.dossier)
        return tuple(in_stories(sorted(map(stances.told, found), key=_in_report)))

    def _further(self) -> tuple[Finding, ...]:
        """Return what parts tell together, and no verdict hangs on."""
        nearest = [
            part.nearest(_real(part, self.budget), self.budget)
            for part in self.settled
            if part.decided
        ]
        found = apparent_findings(nearest, self.speech)
        if all(part.decided for part in self.settled):
            found = (*found, *series_findings(self.record, self.speech))
        return tuple(found)

    def _conflicts(self) -> Iterator[Finding]:
        at = {c.id: p for p in self.settled for c in _told_in(p.record)}
        for kind, sets in zip(
            _CLASHES, (self.clashes.contradictions, self.clashes.tensions), strict=True
        ):
            stories = stories_of(sets)
            for members in sets:
                part = next((at[name] for name in members if name in at), None)
                if part is None:  # named assumptions alone clash in every part
                    part = self.settled[0]
                yield replace(part.finding(members, kind), story=stories[members])

    @cached_property
    def conditional(self) -> tuple[Finding, ...]:
        """What would clash if a hedge were dropped, where nothing clashes as it is."""
        possible = self.verdict in {Verdict.COMPATIBLE, Verdict.TENSION}
        if not (possible and self.options.in_full):
            return ()
        found = [f for part in self.settled for f in part.conditional(self.budget)]
        return tuple(sorted(found, key=lambda finding: finding.claims))

    @cached_property
    def ranges(self) -> tuple[PossibleRange, ...]:
        """The headline ranges, in the order in which their people were first spoken of."""
        if not self.options.in_full:
            return ()
        found = [
            (age, asked)
            for part in self.settled
            for (age, _), asked in zip(part.headlines, part.ranges(self.budget), strict=True)
        ]
        return tuple(asked for _, asked in sorted(found, key=lambda entry: entry[0]))


def run_of(start: Record, options: Options, known: Mapping[Part, Part]) -> Run:
    """Return the run of *start*; a part that equals one of those *known* is not solved again."""
    budget = options.clock()
    parts = tuple(known.get(part, part) for part in map(Part, parts_of(start)))
    last: dict[str, Day] = {}
    for part in parts:
        for origin, day in part.last_words.items():
            last[origin] = max(last.get(origin, day), day)
    settled = tuple(
        part.settled(
            infer=options.infer,
            later=[origin for origin, day in part.last_words.items() if day < last[origin]],
            limit=options.limit,
            budget=budget,
        )
        for part in parts
    )
    return Run(start, options, budget, parts, settled)


def _told_in(record: Record) -> tuple[ReadClaim, ...]:
    return (*record.dossier.claims, *record.dossier.assumptions)


def _real(part: Settled, budget: Budget | None) -> tuple[Members, ...]:
    found = part.clashes(budget)
    return (*found.contradictions, *found.tensions)


def _by_size(members: Members) -> tuple[object, ...]:
    return len(members), members


_ORDER: Mapping[FindingKind, int] = MappingProxyType(
    {kind: number for number, kind in enumerate(FindingKind)}
)


def _in_report(finding: Finding) -> tuple[object, ...]:
    """Order findings by kind; conflicts then by weight, others by whether a series, and claims."""
    weight = weightiest_first(finding) if finding.kind in _CLASHES else ()
    return _ORDER[finding.kind], weight, finding.multiple is not None, finding.claims
