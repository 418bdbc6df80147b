"""What a report holds, apart from how it is shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Protocol

from claimrecon.claims import Scope
from claimrecon.dossier import Dossier, ReadDossier
from claimrecon.errors import Notice
from claimrecon.findings import (
    Finding,
    FindingKind,
    PossibleRange,
    Reasons,
    Record,
    Speech,
    Verdict,
)
from claimrecon.linear import Budget
from claimrecon.report.history import History


class Inquiry(Protocol):
    """What a report asks only when somebody wants to know: further scopes, and what if."""

    @property
    def record(self) -> Record:
        """What stands of the dossier, as it binds."""
        ...

    def near(self, scope: Scope) -> Record:
        """Return the part of the record that can bear on *scope*."""
        ...

    def range(self, scope: Scope, *, budget: Budget | None = None) -> PossibleRange:
        """Return what is stated and what is left possible about *scope*."""
        ...

    def again(self, dossier: ReadDossier, note: Mapping[str, str]) -> "Content":
        """Reconcile *dossier* instead, in the same way; *note* goes into the manifest."""
        ...

    def history(
        self, scope: Scope | None, days: Sequence[date] | None, budget: float | None
    ) -> History:
        """Return what was known by each of *days*; by each day of publication where left out."""
        ...

    def grown(self, change: Callable[[Dossier], Dossier]) -> "Content":
        """Reconcile the dossier as *change* makes it, in the same way."""
        ...

    def scope(
        self,
        measure: str,
        *,
        population: str | None = None,
        place: str | None = None,
        cause: str | None = None,
        at: object = None,
        as_of: object = None,
        during: object = None,
        since: object = None,
    ) -> Scope:
        """Return the scope that the words name, with the dossier's defaults for those left out."""
        ...


@dataclass(frozen=True)
class Content:
    """What a reconciliation came to.

    Attributes
    ----------
    dossier
        What was reconciled, as it was read.
    verdict
        The gravest of contradiction > undecided > tension > compatible.
    sentence
        The verdict in one sentence that says what it hangs on.
    inquiry
        Answers questions about further scopes.
    findings
        By kind, then factor, then ids of claims.
    ranges
        The headline ranges: what is left possible about the scopes that matter most.
    conditional
        Contradictions that would stand if a word had been dropped ("at least"); they do not count
        for the verdict, and their explanations say on what they depend.
    not_used
        What binds nothing, and why: words without a number, projections, figures set aside.
    warnings
        Defaults taken, relations assumed, and whatever else a reader should know.
    manifest
        What the result depends on: versions, codebook, options.
    truncated
        Whether the search for minimal sets stopped at its limit, so that there may be more.
    undecided
        Whether the budget ran out before all minimal sets were found.
    """

    dossier: ReadDossier
    verdict: Verdict
    sentence: str
    inquiry: Inquiry = field(repr=False, compare=False)
    findings: tuple[Finding, ...] = ()
    ranges: tuple[PossibleRange, ...] = ()
    conditional: tuple[Finding, ...] = ()
    not_used: tuple[Notice | str, ...] = ()
    warnings: tuple[Notice, ...] = ()
    manifest: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    truncated: bool = False
    undecided: bool = False

    @cached_property
    def reasons(self) -> Reasons:
        """Why figures clash; worked out for each finding when it is asked for (§13)."""
        record = self.inquiry.record
        return Reasons(
            record,
            tuple(
                tuple(sorted((*finding.claims, *finding.assumptions)))
                for finding in self.of_kind(FindingKind.CONTRADICTION)
            ),
            complete=not (self.truncated or self.undecided),
            speech=Speech(record.dossier, record.claims),
        )

    def of_kind(self, kind: FindingKind) -> tuple[Finding, ...]:
        """Return the findings of one kind, in their order."""
        return tuple(finding for finding in self.findings if finding.kind is kind)
