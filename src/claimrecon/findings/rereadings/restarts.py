"""A counter that was started again: every later figure of an origin read from a later start (§13).

Its running total falls once, from one day to another, and only once. Read so that all of its totals
from the later day on are counted from a start between the two, its figures may all stand.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from claimrecon.claims import ReadClaim, Timing
from claimrecon.findings.echoes import Statement, scope_key
from claimrecon.findings.record import Record
from claimrecon.findings.rereadings.model import Rereading, What
from claimrecon.findings.wording import Speech
from claimrecon.linear import Budget, Point, decide
from claimrecon.periods import DaySpan

LEAST_FIGURES = 2
"""Fewer figures on either side are more easily mistakes than a new counter."""


@dataclass(frozen=True, slots=True)
class Restart:
    """A day on which an origin may have begun to count again.

    Attributes
    ----------
    before, after
        Ids of the figures of one series on either side of its only fall, by date.
    since
        From the day after the last figure before it to the day of the first after it.
    moved
        Ids of all running totals of the origin that would be counted from there.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    since: DaySpan
    moved: frozenset[str]


def restart_of(record: Record, claims: Sequence[str]) -> Restart | None:
    """Return where the series of the first of *claims* falls, if the others lie beyond it.

    ``None`` where it falls never or more than once, where it soon goes on as before, and where
    there are too few figures on one side.
    """
    series = running_totals(record, record.claims[claims[0]])
    falls = [i for i, (one, other) in enumerate(pairwise(series), 1) if _falls(one, other)]
    if len(falls) != 1:
        return None
    before, after = series[: falls[0]], series[falls[0] :]
    last, first = before[-1][0], after[0][0]
    sides = [{s.lead.id for _, s in side} for side in (before, after)]
    resumes = any(not _falls(before[-1], later) for later in after[:LEAST_FIGURES])
    straddles = all(not side.isdisjoint(claims) for side in sides)
    if resumes or not straddles or min(map(len, sides)) < LEAST_FIGURES or last.last >= first.first:
        return None
    return Restart(
        tuple(s.lead.id for _, s in before),
        tuple(s.lead.id for _, s in after),
        DaySpan(last.last + timedelta(days=1), first.first),
        frozenset(_totals_from(record, after[0][1].lead, first)),
    )


def running_totals(record: Record, claim: ReadClaim) -> list[tuple[DaySpan, Statement]]:
    """Return the running totals of one thing that one origin gave, by date."""
    if claim.scope.when.timing is not Timing.AS_OF or claim.scope.measure.is_stock:
        return []
    own = scope_key(claim.scope)[:-1]
    found = []
    for statement in record.standing:
        lead, when = statement.lead, statement.lead.scope.when
        alike = lead.origin == claim.origin and scope_key(lead.scope)[:-1] == own
        counts = lead.ratio_of is None and lead.units is None and when.timing is Timing.AS_OF
        if alike and counts and when.span is not None and when.since == claim.scope.when.since:
            found.append((when.span, statement))
    return sorted(found, key=lambda pair: (pair[0], pair[1].lead.id))


def _falls(one: tuple[DaySpan, Statement], other: tuple[DaySpan, Statement]) -> bool:
    before, after = one[1].interval(lenient=True), other[1].interval(lenient=True)
    if before is None or after is None or after.high is None:
        return False
    return after.high < before.low


def _totals_from(record: Record, claim: ReadClaim, first: DaySpan) -> list[str]:
    """Return every running total of the origin from that day on, whatever it counts."""
    return [
        other.id
        for other in record.dossier.claims
        if other.origin == claim.origin
        and other.scope.when.timing is Timing.AS_OF
        and other.scope.when.since == claim.scope.when.since
        and other.scope.when.span is not None
        and other.scope.when.span.first >= first.first
    ]


def restarted(record: Record, restart: Restart) -> Record:
    """Return the record in which the later figures are counted from the later start."""

    def told(claim: ReadClaim) -> ReadClaim:
        if claim.id not in restart.moved:
            return claim
        when = replace(claim.scope.when, since=restart.since)
        return replace(claim, scope=replace(claim.scope, when=when))

    claims = tuple(map(told, record.dossier.claims))
    return replace(record, dossier=replace(record.dossier, claims=claims), told=())


def restart_rereading(
    record: Record, claims: Sequence[str], speech: Speech, budget: Budget | None = None
) -> Rereading | None:
    """Return the hypothesis that an origin began to count again, if its figures could then stand.

    Parameters
    ----------
    record
        The standing claims, those of the origin that were set aside included.
    claims
        Figures that clash, of one series of one origin.

    Raises
    ------
    UndecidedError
        If the budget ends first.
    """
    restart = restart_of(record, claims)
    if restart is None:
        return None
    told = restarted(record, restart)
    own = [*restart.before, *restart.after]
    if not isinstance(decide(told.system(lenient=True, only=own).system, budget=budget), Point):
        return None
    everything = told.system(lenient=True).system
    whole = isinstance(decide(everything, budget=budget), Point)
    first = record.claims[restart.after[0]]
    since = first.scope.when.since
    before = "an unknown start" if since is None else str(since)
    name = speech.name(first.origin)
    return Rereading(
        first.id,
        What.SINCE,
        before,
        f"a later start, in {restart.since}",
        whole,
        f"They would agree if {name} began to count again after "
        f"{record.claims[restart.before[-1]].scope.when.span}: if all of its totals from "
        f"{first.scope.when.span} on counted from a later start, and not from {before}.",
    )
