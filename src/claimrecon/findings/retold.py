"""Findings about one origin's statements: echoes, revisions, slips, computed figures."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from claimrecon.claims import ReadClaim
from claimrecon.findings.echoes import changes
from claimrecon.findings.model import Finding, FindingKind
from claimrecon.findings.record import Record
from claimrecon.findings.standing import Retraction
from claimrecon.findings.wording import Speech
from claimrecon.linear import (
    Budget,
    Decider,
    LinearSystem,
    Point,
    independent_parts,
    minimal_conflicts,
)

MAX_SHOWN = 5
"""How many sets that a figure would contradict are named."""


def echo_findings(
    record: Record, speech: Speech, *, budget: Budget | None = None
) -> tuple[Finding, ...]:
    """Return one finding for every statement that is told more than once (§9)."""
    found = []
    for statement in record.statements:
        if not statement.echoes:
            continue
        lead = statement.lead
        changed = {e.id: ways for e in statement.echoes if (ways := changes(e, lead))}
        against = tuple(
            clash
            for echo in statement.echoes
            if echo.id in changed
            for clash in would_contradict(record, echo, without=[lead.id], budget=budget)
        )
        echoes = tuple(claim.id for claim in statement.echoes)
        found.append(
            Finding(
                kind=FindingKind.ECHO,
                claims=statement.ids,
                origins=(lead.origin,),
                binds="hull" if statement.is_hull else lead.id,
                changed=changed,
                would_contradict=against,
                explanation=speech.echo(lead.id, echoes, changed),
            )
        )
    return tuple(sorted(found, key=lambda finding: finding.claims))


def derived_findings(record: Record, speech: Speech) -> tuple[Finding, ...]:
    """Return one finding for every figure computed from others: it is no evidence of its own."""
    return tuple(
        Finding(
            kind=FindingKind.DERIVED,
            claims=(claim.id, *claim.derived_from),
            origins=(claim.origin,),
            explanation=speech.computed(claim.id, claim.derived_from),
        )
        for claim in sorted(record.dossier.claims, key=lambda c: c.id)
        if claim.derived_from
    )


def retraction_findings(
    record: Record,
    retractions: Sequence[Retraction],
    speech: Speech,
    *,
    budget: Budget | None = None,
) -> tuple[Finding, ...]:
    """Return one finding for every claim that its origin replaced or mistyped (§9).

    Parameters
    ----------
    record
        What stands after all of *retractions*.
    """
    found = []
    for retraction in retractions:
        claim = retraction.claim
        found.append(
            Finding(
                kind=FindingKind.SLIP if retraction.is_slip else FindingKind.REVISION,
                claims=(claim.id, *retraction.against),
                origins=(claim.origin,),
                would_contradict=would_contradict(
                    record, claim, without=_said_by(record, claim.origin), budget=budget
                ),
                explanation=speech.retraction(
                    claim.id,
                    retraction.against,
                    slip=retraction.is_slip,
                    declared=retraction.declared,
                ),
            )
        )
    return tuple(sorted(found, key=lambda finding: (finding.kind.value, finding.claims)))


def in_stories(found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield retractions of one kind that clash with the same figures as one story (§10)."""
    story_of: dict[tuple[object, ...], int] = {}
    for finding in found:
        if finding.kind not in {FindingKind.REVISION, FindingKind.SLIP}:
            yield finding
            continue
        figures = [(finding.kind, name) for name in finding.claims[1:]]
        known = [story_of[figure] for figure in figures if figure in story_of]
        story = min(known, default=len(set(story_of.values())) + 1)
        story_of.update(dict.fromkeys(figures, story))
        yield replace(finding, story=story) if figures else finding


def would_contradict(
    record: Record,
    claim: ReadClaim,
    *,
    without: Collection[str],
    budget: Budget | None = None,
) -> tuple[tuple[str, ...], ...]:
    """Return what *claim* would contradict if it stood and the claims *without* did not (§9).

    Each set names the claim first; they come in the order of §10, a few of them.
    """
    binding = record.binding_of(claim, lenient=True)
    if binding is None or not claim.evidence.binds:
        return ()
    others = [name for name in record.owners if name not in without]
    told = replace(binding, owner=claim.id)
    whole = record.system(lenient=True, extra=(told,), budget=budget).system
    parts = independent_parts(whole.of([*others, claim.id]))
    system = next((part for part in parts if claim.id in part.owners), None)
    if system is None:
        return ()
    given = LinearSystem(
        tuple(replace(row, owner=None) if row.owner == claim.id else row for row in system.rows)
    )
    alone = Decider(system, budget=budget)
    found = minimal_conflicts(given, limit=20, budget=budget, with_corrections=False)
    fresh = [members for members in found.sets if isinstance(alone.decide(members), Point)]
    return tuple((claim.id, *members) for members in fresh[:MAX_SHOWN])


def _said_by(record: Record, origin: str) -> tuple[str, ...]:
    """Return the standing claims of an origin: its own later word is no news against it."""
    return tuple(s.lead.id for s in record.standing if s.lead.origin == origin)
