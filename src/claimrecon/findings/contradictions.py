"""Minimal sets of claims that cannot all hold: contradictions and tensions (§9, §10)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from claimrecon.findings.covers import least_cover
from claimrecon.findings.model import Finding, FindingKind
from claimrecon.findings.record import Record
from claimrecon.findings.repairs import by_reliability
from claimrecon.findings.sizes import factor, gap, rests_on
from claimrecon.findings.wording import Speech
from claimrecon.linear import (
    Budget,
    Decider,
    LinearSystem,
    Point,
    UndecidedError,
    can_hold,
    components,
    minimal_conflicts,
    prove,
)


@dataclass(frozen=True, slots=True)
class Clashes:
    """Every minimal set of a record, in the order of §10.

    Attributes
    ----------
    contradictions
        Sets that cannot all hold even read leniently.
    tensions
        Sets of more than one origin that cannot hold strictly, but can leniently.
    truncated
        Whether there are more than the limit.
    undecided
        Whether the budget ran out on some part of the record; the sets found still stand.
    """

    contradictions: tuple[tuple[str, ...], ...]
    tensions: tuple[tuple[str, ...], ...]
    truncated: bool
    undecided: bool = False


def clashes(record: Record, *, limit: int = 1000, budget: Budget | None = None) -> Clashes:
    """Find all contradictions and tensions of the record, part by independent part."""
    try:
        if can_hold(record.system(lenient=False, budget=budget).system, budget=budget):
            return Clashes((), (), truncated=False)  # what holds strictly holds leniently
    except UndecidedError:
        return Clashes((), (), truncated=False, undecided=True)
    hard = _search(record, limit, budget, lenient=True)
    soft = _search(record, limit, budget, lenient=False)
    judge = Decider(record.system(lenient=True).system)
    tensions = tuple(
        members
        for members in soft.sets
        if _several_origins(record, members) and isinstance(judge.decide(members), Point)
    )
    return Clashes(
        hard.sets, tensions, hard.truncated or soft.truncated, hard.undecided or soft.undecided
    )


@dataclass(frozen=True, slots=True)
class _Search:
    """The minimal sets of one reading."""

    sets: tuple[tuple[str, ...], ...]
    truncated: bool
    undecided: bool


def _search(record: Record, limit: int, budget: Budget | None, *, lenient: bool) -> _Search:
    def alone(names: Collection[str]) -> LinearSystem:
        return record.system(lenient=lenient, only=names, budget=budget).system

    sets: set[tuple[str, ...]] = set()
    truncated = undecided = False
    try:
        whole = record.system(lenient=lenient, budget=budget).system
    except UndecidedError:
        return _Search((), truncated=False, undecided=True)
    for part in components(whole):
        try:
            found = minimal_conflicts(
                part, limit=limit, budget=budget, with_corrections=False, alone=alone
            )
        except UndecidedError:
            undecided = True
            continue
        sets.update(found.sets)
        truncated |= found.truncated
    ordered = sorted(sets, key=lambda members: (len(members), members))
    return _Search(tuple(ordered[:limit]), truncated or len(ordered) > limit, undecided)


def origins_of(record: Record, members: Collection[str]) -> tuple[str, ...]:
    """Return the origins of the claims among *members*, sorted."""
    found = {c.origin for i in members if (c := record.claims.get(i)) and not c.is_assumption}
    return tuple(sorted(found))


def _several_origins(record: Record, members: Collection[str]) -> bool:
    """Whether more than one origin speaks; what the analyst assumes is the analyst's word (§7)."""
    analyst = not record.assumption_ids.isdisjoint(members)
    return len(origins_of(record, members)) + analyst > 1


def findings_of(record: Record, found: Clashes, speech: Speech) -> tuple[Finding, ...]:
    """Return a finding for every set, ordered by factor, gap and ids."""
    made = []
    for kind, sets in (
        (FindingKind.CONTRADICTION, found.contradictions),
        (FindingKind.TENSION, found.tensions),
    ):
        stories = stories_of(sets)
        findings = [
            clash_finding(record, members, kind, speech, story=stories[members]) for members in sets
        ]
        made.extend(sorted(findings, key=weightiest_first))
    return tuple(made)


def weightiest_first(finding: Finding) -> tuple[object, ...]:
    """Return the key that ranks findings of one kind: by factor, then gap, then claim ids (§12).

    A set that no factor could mend is the gravest of all.
    """
    factor_rank = (0, 0) if finding.factor is None else (1, -finding.factor)
    return (*factor_rank, -(finding.gap or 0), finding.claims, finding.assumptions)


def clash_finding(
    record: Record,
    members: Sequence[str],
    kind: FindingKind,
    speech: Speech,
    *,
    story: int | None = None,
) -> Finding:
    """Return one minimal set as a finding, proved on the rows of its members alone."""
    lenient = kind is not FindingKind.TENSION
    constraints = record.system(lenient=lenient, only=members)
    proof = prove(constraints.system)
    assumptions = tuple(sorted(i for i in members if i in record.assumption_ids))
    claims = tuple(sorted(i for i in members if i not in record.assumption_ids))
    rules = rests_on(record, members, constraints, lenient=lenient)
    echoes = {s.lead.id: s.ids[1:] for s in record.standing if s.lead.id in members and s.echoes}
    size, ratio = gap(constraints), factor(constraints)
    return Finding(
        kind=kind,
        claims=claims,
        assumptions=assumptions,
        origins=origins_of(record, members),
        gap=size,
        factor=ratio,
        rests_on=(*rules, *assumptions),
        echoes=echoes,
        proof=proof,
        rules={
            row.name: constraints.rules[row.name]
            for row, _ in proof.terms
            if row.name in constraints.rules
        },
        repairs=by_reliability(record, [(name,) for name in members])[0],
        story=story,
        explanation=speech.clash(claims, assumptions, rules, kind, gap=size, factor=ratio),
    )


def stories_of(sets: Sequence[tuple[str, ...]]) -> Mapping[tuple[str, ...], int]:
    """Group sets that share a member of their smallest repair: one bad row is one story (§10)."""
    names = sorted({name for members in sets for name in members})
    conflicts = [frozenset(members) for members in sets if members]
    repair = least_cover(conflicts, dict.fromkeys(names, 1))
    often = sorted(repair, key=lambda name: (-sum(name in c for c in conflicts), name))
    numbers: dict[str | None, int] = {}
    stories = {}
    for members in sets:
        shared = next((name for name in often if name in members), None)
        stories[members] = numbers.setdefault(shared, len(numbers) + 1)
    return stories
