"""Forecasts are tested against the record, each alone; they never constrain it (§7, §9)."""

from dataclasses import replace

from claimrecon.findings.contradictions import clash_finding
from claimrecon.findings.model import Finding, FindingKind
from claimrecon.findings.record import Record
from claimrecon.findings.wording import Speech
from claimrecon.linear import Budget, Decider, LinearSystem, Point, minimal_conflicts
from claimrecon.vocabulary import Evidence


def implausible_projections(
    record: Record, speech: Speech, *, limit: int = 200, budget: Budget | None = None
) -> tuple[Finding, ...]:
    """Return the projections that cannot hold together with the record.

    Raises
    ------
    UndecidedError
        If the budget runs out.
    """
    found = []
    for claim in record.dossier.claims:
        if claim.evidence is not Evidence.PROJECTION or claim.reading is None:
            continue
        if claim.id in record.set_aside or claim.relays is not None or claim.derived_from:
            continue
        tried = record.admitting(claim.id)
        reason = _smallest_reason(tried, claim.id, limit, budget)
        if reason is not None:
            found.append(_finding(tried, claim.id, reason, speech))
    return tuple(sorted(found, key=lambda finding: finding.claims))


def _smallest_reason(
    record: Record, projection: str, limit: int, budget: Budget | None
) -> tuple[str, ...] | None:
    system = record.system(lenient=True, budget=budget).system
    without = Decider(system, budget=budget)
    # With the projection's rows as given, a minimal conflict of the others is a reason against it,
    # unless the others already clash among themselves.
    given = LinearSystem(
        tuple(replace(row, owner=None) if row.owner == projection else row for row in system.rows)
    )
    for members in minimal_conflicts(
        given, limit=limit, budget=budget, with_corrections=False
    ).sets:
        if isinstance(without.decide(members), Point):
            return members
    return None


def _finding(record: Record, projection: str, reason: tuple[str, ...], speech: Speech) -> Finding:
    members = (projection, *reason)
    finding = clash_finding(record, members, FindingKind.IMPLAUSIBLE_PROJECTION, speech)
    against = tuple(name for name in finding.claims if name != projection)
    return replace(
        finding,
        claims=(projection, *against),
        explanation=speech.projection(projection, against, finding.assumptions),
    )
