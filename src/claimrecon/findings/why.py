"""Why figures clash, for whoever asks: hypotheses, looseness, repairs (§13). Worked out lazily."""

from dataclasses import dataclass, field

from claimrecon.findings.looseness import Looseness, looseness
from claimrecon.findings.model import Finding, FindingKind
from claimrecon.findings.record import Record
from claimrecon.findings.repairs import RecordRepairs, record_repairs
from claimrecon.findings.rereadings import Rereader, Rereading
from claimrecon.findings.wording import Speech
from claimrecon.linear import Budget

EXPLAINED = (FindingKind.CONTRADICTION, FindingKind.IMPLAUSIBLE_PROJECTION)
"""Kinds of findings that have reasons."""


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
            If it is no conflict: nothing is to be explained then.
        UndecidedError
            If the budget ends first.
        """
        if not has_reasons(finding):
            raise ValueError(
                f"a finding of kind {finding.kind.value!r} is no conflict of claims as they were "
                "read. Ask why of a contradiction or an implausible projection."
            )
        if finding.id not in self._known:
            self._known[finding.id] = self._explain(finding, budget)
        return self._known[finding.id]

    def _explain(self, finding: Finding, budget: Budget | None) -> Why:
        members = tuple(sorted((*finding.claims, *finding.assumptions)))
        record = self.record
        if finding.kind is FindingKind.IMPLAUSIBLE_PROJECTION:
            record = record.admitting(finding.claims[0])
        rereader = Rereader(record, self.conflicts, self.speech, budget)
        return Why(rereader.rereadings(members), looseness(record, members, budget=budget))

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
