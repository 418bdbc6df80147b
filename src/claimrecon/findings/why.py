"""Why figures clash, for whoever asks: hypotheses, looseness, repairs (§13). Worked out lazily."""

from dataclasses import dataclass, field

from claimrecon.findings.looseness import Looseness, looseness
from claimrecon.findings.model import Finding, FindingKind
from claimrecon.findings.record import Record
from claimrecon.findings.repairs import RecordRepairs, record_repairs
from claimrecon.findings.rereadings import (
    Rereader,
    Rereading,
    restart_rereading,
    running_totals,
)
from claimrecon.findings.wording import Speech
from claimrecon.linear import Budget

RETRACTED = (FindingKind.REVISION, FindingKind.SLIP)

EXPLAINED = (FindingKind.CONTRADICTION, FindingKind.IMPLAUSIBLE_PROJECTION, *RETRACTED)
"""Kinds of findings that have reasons."""

_BESIDE = 10
"""So many figures of its series before and after it must agree with a figure read otherwise."""


@dataclass(frozen=True, slots=True)
class Why:
    """Why a set of claims clashes; nothing of it is more than a hypothesis.

    Attributes
    ----------
    would_agree_if
        All single rereadings of one claim that would make the set possible, likeliest first.
    looseness
        How loose the words would have to be.
    """

    would_agree_if: tuple[Rereading, ...]
    looseness: Looseness


@dataclass(frozen=True)
class Reasons:
    """Explains the conflicts of one record, each when it is first asked for.

    Attributes
    ----------
    record
        The standing claims.
    conflicts
        The minimal sets of the record that cannot hold leniently.
    complete
        Whether these are all there are.
    speech
        The words of the dossier.
    """

    record: Record
    conflicts: tuple[tuple[str, ...], ...]
    complete: bool
    speech: Speech
    _known: dict[str, Why] = field(default_factory=dict, init=False, repr=False, compare=False)

    def why(self, finding: Finding, *, budget: Budget | None = None) -> Why:
        """Return why the claims of *finding* clash.

        Raises
        ------
        ValueError
            If it is no conflict, not even one of an origin with itself: nothing is to be explained.
        UndecidedError
            If the budget ends first.
        """
        if not has_reasons(finding):
            raise ValueError(
                f"a finding of kind {finding.kind.value!r} is no conflict of claims as they were "
                "read. Ask why of a contradiction, an implausible projection, a revision or a slip."
            )
        if finding.id not in self._known:
            self._known[finding.id] = self._explain(finding, budget)
        return self._known[finding.id]

    def _explain(self, finding: Finding, budget: Budget | None) -> Why:
        members = tuple(sorted((*finding.claims, *finding.assumptions)))
        record = self.record
        if finding.kind is FindingKind.IMPLAUSIBLE_PROJECTION:
            record = record.admitting(finding.claims[0])
        elif finding.kind in RETRACTED:
            return self._explain_retraction(finding, budget)
        rereader = Rereader(record, self.conflicts, self.speech, budget)
        return Why(
            (*self._restarts(finding, budget), *rereader.rereadings(members)),
            looseness(record, members, budget=budget),
        )

    def _explain_retraction(self, finding: Finding, budget: Budget | None) -> Why:
        """Say what the figure set aside would have to mean to stand with its origin's others."""
        figure, *against = finding.claims
        record = self.record.standing_again([figure])
        rereader = Rereader(record, self.conflicts, self.speech, budget)
        series = [s.lead.id for _, s in running_totals(record, record.claims[figure])]
        place = series.index(figure) if figure in series else 0
        beside = series[max(place - _BESIDE, 0) : place + _BESIDE + 1]
        members = sorted({*finding.claims, *beside})
        return Why(
            (
                *self._restarts(finding, budget),
                *rereader.rereadings(members, of=(figure,)),
            ),
            looseness(record, (figure, *against), budget=budget) if against else Looseness(None),
        )

    def _restarts(self, finding: Finding, budget: Budget | None) -> tuple[Rereading, ...]:
        """Return that one origin began to count again, where that would explain it all."""
        if len(finding.origins) != 1 or finding.assumptions:
            return ()
        claims = self.record.dossier.claims
        replaced = {old for claim in claims for old in claim.supersedes}
        own = [c.id for c in claims if c.origin == finding.origins[0] and c.id not in replaced]
        told = restart_rereading(
            self.record.standing_again(own), finding.claims, self.speech, budget
        )
        return () if told is None else (told,)

    def repairs(self, *, budget: Budget | None = None) -> RecordRepairs:
        """Return all smallest sets of claims without which the whole record can hold.

        Raises
        ------
        UndecidedError
            If the budget ends first.
        """
        return record_repairs(self.record, self.conflicts, complete=self.complete, budget=budget)


def has_reasons(finding: Finding) -> bool:
    """Whether a finding is a conflict that rereadings could mend."""
    return finding.kind in EXPLAINED and finding.what_if is None
