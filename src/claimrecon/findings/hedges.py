"""What a verdict hangs on: words like "at least" that a relay may drop.

A claim with an open side is read once more as if its number stood bare. If the record can then no
longer hold, the verdict hangs on those words, and the finding says so.
"""

from collections.abc import Iterator, Mapping
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
    bare = {s.lead.id: r for s in record.standing if (r := _without_hedge(s, record)) is not None}
    found = []
    for name, reason in _clashing(record, bare, budget):
        claim, reading = record.claims[name], bare[name]
        told = record.reread({claim.id: (reading.strict, reading.lenient)})
        finding = clash_finding(told, (claim.id, *reason), FindingKind.CONTRADICTION, speech)
        others = tuple(name for name in finding.claims if name != claim.id)
        number = claim.reading.numbers[0] if claim.reading else reading.strict.low
        words = speech.retold(
            claim.id, number, others, finding.assumptions, gap=finding.gap, factor=finding.factor
        )
        found.append(
            replace(finding, claims=(claim.id, *others), explanation=words, what_if=claim.id)
        )
    return tuple(sorted(found, key=lambda finding: finding.claims))


def _clashing(
    record: Record, bare: Mapping[str, Reading], budget: Budget | None
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the claims whose bare number cannot hold with the others, each with the reason.

    The rows are made once, of every claim in both wordings; all but one of each are left out again.
    """
    twins = {name: f"{name} = bare" for name in bare}
    bindings = []
    for name, reading in bare.items():
        told = record.binding_of(replace(record.claims[name], reading=reading), lenient=True)
        if told is not None:
            bindings.append(replace(told, owner=twins[name]))
    system = record.system(lenient=True, extra=tuple(bindings), budget=budget).system
    decider = Decider(system, budget=budget)
    hedged = [owner for owner in system.owners if owner not in {*twins.values()}]
    for name, twin in twins.items():
        others = [owner for owner in hedged if owner != name]
        if isinstance(decider.decide([*others, twin]), Point):
            continue
        rows = system.of([*others, twin]).rows
        given = LinearSystem(
            tuple(replace(row, owner=None) if row.owner == twin else row for row in rows)
        )
        yield name, minimal_conflicts(given, limit=1, budget=budget).sets[0]


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
