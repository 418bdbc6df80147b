"""The report as people and programs use it."""

import json
from dataclasses import dataclass
from typing import Any

from claimrecon.findings import Finding, FindingKind, PossibleRange
from claimrecon.report.content import Content
from claimrecon.report.html import report_html
from claimrecon.report.naming import Naming
from claimrecon.report.plain import report_values
from claimrecon.report.proofs import thing_proofs
from claimrecon.report.text import report_text
from claimrecon.report.things import Thing, things_to_know


@dataclass(frozen=True, repr=False)
class Report(Content):
    """What a reconciliation came to, and every way to look at it.

    ``print(report)`` is one screen of text; a notebook shows the same as a card. What a report
    holds is described with ``Content``.
    """

    @property
    def contradictions(self) -> tuple[Finding, ...]:
        """Minimal sets that cannot all be true, even allowing for rounding."""
        return self.of_kind(FindingKind.CONTRADICTION)

    @property
    def tensions(self) -> tuple[Finding, ...]:
        """Minimal sets of several origins that fit only with rounding."""
        return self.of_kind(FindingKind.TENSION)

    @property
    def apparent(self) -> tuple[Finding, ...]:
        """What looks like a conflict and is not."""
        return self.of_kind(FindingKind.APPARENT)

    @property
    def projections(self) -> tuple[Finding, ...]:
        """Projections that cannot hold together with the record."""
        return self.of_kind(FindingKind.IMPLAUSIBLE_PROJECTION)

    @property
    def revisions(self) -> tuple[Finding, ...]:
        """Figures that their own origin replaced later."""
        return self.of_kind(FindingKind.REVISION)

    @property
    def slips(self) -> tuple[Finding, ...]:
        """Figures that their own origin's figures before and after speak against."""
        return self.of_kind(FindingKind.SLIP)

    @property
    def echoes(self) -> tuple[Finding, ...]:
        """Statements told more than once, which count once."""
        return self.of_kind(FindingKind.ECHO)

    @property
    def things(self) -> tuple[Thing, ...]:
        """Everything to know, numbered as in the text; one story is one entry."""
        return things_to_know(self)

    def range(
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
    ) -> PossibleRange:
        """Return what is stated and what is left possible about one scope.

        Parameters
        ----------
        measure
            A measure of the convention or of the dossier, such as ``"killed"``.
        population, place, cause
            Names; the dossier's defaults where left out.
        at, as_of, during
            One of them: a stock of a day, a running total up to a day, or what happened from a
            first to a last day, both inclusive. Forms as in the file format.
        since
            First day of counting of a running total; the dossier's where left out.
        """
        scope = self.inquiry.scope(
            measure,
            population=population,
            place=place,
            cause=cause,
            at=at,
            as_of=as_of,
            during=during,
            since=since,
        )
        return self.inquiry.range(scope)

    def proof_text(self, number: int, *, width: int = 80) -> str:
        """Return the sums behind the thing to know of that number, line by line.

        Parameters
        ----------
        number
            As in the text, from 1.
        width
            Columns.

        Raises
        ------
        IndexError
            If there is no such thing.
        """
        things = self.things
        if not 1 <= number <= len(things):
            known = f"The numbers run from 1 to {len(things)}." if things else "There is none."
            raise IndexError(f"there is no thing number {number} to know. {known}")
        return thing_proofs(things[number - 1], Naming(self.dossier), width=width)

    def to_text(self, *, width: int = 80, command: str | None = None) -> str:
        """Return the report as text, one screen for a short dossier.

        Parameters
        ----------
        width
            Columns; 60 at least.
        command
            The command that made the report, for the line that says how to check a sum; ``""``
            names the option alone, ``None`` the method.
        """
        return report_text(self, width=width, command=command)

    def to_dict(self) -> dict[str, Any]:
        """Return plain values: text, whole numbers, lists and mappings, described by the schema."""
        return report_values(self)

    def to_json(self, *, indent: int | None = 2) -> str:
        """Return ``to_dict`` as JSON.

        Parameters
        ----------
        indent
            Spaces of a level; ``None`` writes one line.
        """
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def _repr_html_(self) -> str:
        """Return what a notebook shows."""
        return report_html(self)

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        return f"<Report: {self.verdict.value}, {len(self.findings)} findings>"
