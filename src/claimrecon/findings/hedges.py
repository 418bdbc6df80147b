"""What a verdict hangs on: words like "at least" that a relay may drop.

A claim with an open side is read once more as if its number stood bare. If the record can then no
longer hold, the verdict hangs on those words, and the finding says so.
"""

from dataclasses import replace

from claimrecon.findings.contradictions import clash_finding
from claimrecon.findings.echoes import Statement
from claimrecon.findings.model import Finding, FindingKind
from claimrecon.findings.record import Record
from claimrecon.findings.wording import Speech
from claimrecon.linear import Budget, Decider, LinearSystem, Point, minimal_conflicts
from claimrecon.quantities import Kind, Reading, read_numbers
from claimrecon.vocabulary import Evidence


def hinging_hedges(
    record: Record, speech: Speech, *, budget: Budget | None = None
) -> tuple[Finding, ...]:
    """Return, for a record that can hold, the conflicts that dropping one hedge would make.

    Raises
    ------
    UndecidedError
        If the budget runs out.
    """
    found = []
    for statement in record.standing:
        bare = _without_hedge(statement, record)
        if bare is None:
            continue
        claim = statement.lead
        told = record.reread({claim.id: (bare.strict, bare.lenient)})
        system = told.system(lenient=True).system
        if isinstance(Decider(system, budget=budget).decide(system.owners), Point):
            continue
        given = LinearSystem(
            tuple(replace(row, owner=None) if row.owner == claim.id else row for row in system.rows)
        )
        reason = minimal_conflicts(given, limit=1, budget=budget).sets[0]
        finding = clash_finding(told, (claim.id, *reason), FindingKind.CONTRADICTION, speech)
        others = tuple(name for name in finding.claims if name != claim.id)
        number = claim.reading.numbers[0] if claim.reading else bare.strict.low
        words = speech.retold(
            claim.id, number, others, finding.assumptions, gap=finding.gap, factor=finding.factor
        )
        found.append(
            replace(finding, claims=(claim.id, *others), explanation=words, what_if=claim.id)
        )
    return tuple(sorted(found, key=lambda finding: finding.claims))


def _without_hedge(statement: Statement, record: Record) -> Reading | None:
    """Return the reading of the bare number of a claim that leaves one side open."""
    claim = statement.lead
    if claim.reading is None or not _hedged(statement):
        return None
    kind = Kind.RATIO if claim.ratio_of else Kind.RATE if claim.units is not None else Kind.COUNT
    return read_numbers(
        None,
        None,
        claim.reading.numbers[0],
        record.dossier.codebook,
        kind=kind,
        statistical=claim.evidence.is_statistical,
        documented=False,
        exact=claim.exact,
    )


def _hedged(statement: Statement) -> bool:
    """Whether one number with an open side was said: a floor or a ceiling, no count of bodies."""
    claim, read = statement.lead, statement.interval(lenient=False)
    if claim.reading is None or read is None or claim.evidence is Evidence.DOCUMENTED:
        return False
    return len(claim.reading.numbers) == 1 and (read.high is None or read.low == 0 != read.high)
