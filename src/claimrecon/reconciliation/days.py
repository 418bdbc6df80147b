"""What was knowable when: verdict and range, day after day of publication (§17).

Each day keeps what the day before had solved: only the parts that its news bear on are settled
again, and of these no more is asked than whether their claims can hold, and the range asked about.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from claimrecon.claims import Scope
from claimrecon.findings import Interval, Record, Verdict
from claimrecon.findings.sheet import Sheet
from claimrecon.linear import Budget, UndecidedError
from claimrecon.reconciliation.answers import Part, Settled
from claimrecon.reconciliation.options import Options
from claimrecon.reconciliation.run import Run, run_of
from claimrecon.report.history import HistoryDay

Reach = tuple[Interval | None, Interval | None]


def days_of(record: Record) -> tuple[date, ...]:
    """Return every day on which a claim of *record* became public, in order."""
    days = {claim.public_from for claim in record.dossier.claims}
    return tuple(sorted(day for day in days if day is not None))


def history_of(
    record: Record,
    options: Options,
    known: Mapping[Part, Part],
    scope: Scope | None,
    days: Sequence[date],
) -> Iterator[HistoryDay]:
    """Yield what was known by each of *days*, which ascend."""
    solved = dict(known)
    reaches: dict[tuple[Settled, ...], Reach] = {}
    before: set[str] = set()
    for day in days:
        public = tuple(
            claim
            for claim in record.dossier.claims
            if claim.public_from is None or claim.public_from <= day
        )
        told = replace(record.dossier, claims=public)
        run = run_of(replace(record, dossier=told), options, solved)
        solved.update((part, part) for part in run.parts)
        fresh = tuple(claim.id for claim in public if claim.id not in before)
        before.update(fresh)
        entry = HistoryDay(day, fresh, _verdict(run))
        if scope is not None:
            touched = run.touched(scope)
            try:
                if touched not in reaches:
                    reaches[touched] = _reach(run.joined(touched), scope, run.budget)
            except UndecidedError:
                entry = replace(entry, undecided=True)
            else:
                strict, lenient = reaches[touched]
                entry = replace(entry, strict=strict, lenient=lenient)
        yield entry


def _verdict(run: Run) -> Verdict:
    """Return the gravest verdict of all parts."""
    found = {part.verdict(run.budget) for part in run.settled}
    return next((verdict for verdict in Verdict if verdict in found), Verdict.COMPATIBLE)


def _reach(record: Record, scope: Scope, budget: Budget | None) -> Reach:
    lenient = Sheet(record, (scope,), budget, lenient=True).interval(0)
    if lenient is None:
        return None, None
    return Sheet(record, (scope,), budget, lenient=False).interval(0), lenient
