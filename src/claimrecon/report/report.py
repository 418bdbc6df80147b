"""The report as people and programs use it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from claimrecon.display import clean, json_text
from claimrecon.dossier import Claim, ReadDossier
from claimrecon.findings import Finding, FindingKind, PossibleRange
from claimrecon.report.content import Content
from claimrecon.report.history import Course
from claimrecon.report.naming import Naming
from claimrecon.report.questions import Questions
from claimrecon.report.tables import Table, table_of
from claimrecon.report.text import report_text
from claimrecon.report.things import Thing, things_to_know


@dataclass(frozen=True, repr=False)
class Report(Questions):
    """What a reconciliation came to, and every way to look at it.

    ``print(report)`` is one screen of text; a notebook shows the same as a card. What a report
    holds is described with ``Content``, what can be asked of it with ``Questions``.
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

    def without(self, name: str) -> "Report":
        """Return the report as if that claim or assumption had not been made.

        Parameters
        ----------
        name
            Its id. A ratio that refers to it keeps the scope that it lent.

        Raises
        ------
        ValueError
            If there is none.
        """
        from claimrecon.report.whatif import left_out

        return self._again(left_out(self.dossier, name), {"without": name})

    def with_reading(self, name: str, words: str) -> "Report":
        """Return the report as if that claim had given another figure of the same scope.

        Parameters
        ----------
        name
            Its id.
        words
            The other figure, as a claim writes it: "300", "at least 300"; a factor for a ratio.

        Raises
        ------
        ValueError
            If there is none, or the words cannot be read as its figure.
        """
        from claimrecon.report.whatif import worded_otherwise

        changed = worded_otherwise(self.dossier, name, words)
        return self._again(changed, {"with_reading": f"{name} = {words}"})

    def add(self, claims: Iterable[Claim | Mapping[str, object]]) -> "Report":
        """Return the report of the same dossier with more claims behind its own.

        Only the parts of the dossier that they bear on are solved again; the result is the same as
        of a fresh run.

        Parameters
        ----------
        claims
            Claims, or mappings of the file format.

        Raises
        ------
        DossierError
            If anything cannot be used; all problems together.
        ValueError
            If this report is a what-if.
        """
        added = tuple(claims)
        return _report(self.inquiry.grown(lambda dossier: dossier.add(added)))

    def withdraw(self, *ids: str) -> "Report":
        """Return the report of the same dossier without some claims or assumptions.

        Unlike ``without``, which asks what if nobody had said so and keeps the scope for ratios,
        this is the report of a dossier that does not hold them.

        Raises
        ------
        DossierError
            If something refers to what is withdrawn.
        ValueError
            If there is none of that id, or this report is a what-if.
        """
        return _report(self.inquiry.grown(lambda dossier: dossier.withdraw(*ids)))

    def _again(self, dossier: ReadDossier, note: Mapping[str, str]) -> "Report":
        return _report(self.inquiry.again(dossier, note))

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
        from claimrecon.report.proofs import thing_proofs

        things = self.things
        if not 1 <= number <= len(things):
            known = f"The numbers run from 1 to {len(things)}." if things else "There is none."
            raise IndexError(f"there is no thing number {number} to know. {known}")
        return clean(thing_proofs(things[number - 1], Naming(self.dossier), width=width))

    def to_text(self, *, width: int = 80, command: str | None = None) -> str:
        """Return the report as text, one screen for a short dossier.

        Parameters
        ----------
        width
            Columns, 24 at least; below 60 the lines of tables become paragraphs.
        command
            The command that made the report, for the line that says how to check a sum; ``""``
            names the option alone, ``None`` the method.
        """
        return clean(report_text(self, width=width, command=command))

    def to_dict(self, *, in_full: bool = False) -> dict[str, Any]:
        """Return plain values: text, whole numbers, lists and mappings, described by the schema.

        Parameters
        ----------
        in_full
            Whether to work out what would resolve each conflict (``would_agree_if``), and what
            each account leaves possible where claims clash; that can take minutes.
        """
        from claimrecon.report.plain import report_values

        return report_values(self, in_full=in_full)

    def to_json(self, *, indent: int | None = 2, in_full: bool = False) -> str:
        """Return ``to_dict`` as JSON.

        Parameters
        ----------
        indent
            Spaces of a level; ``None`` writes one line.
        in_full
            As for ``to_dict``.
        """
        values = self.to_dict(in_full=in_full)
        return json_text(json.dumps(values, ensure_ascii=False, indent=indent))

    def to_html(
        self, path: str | Path | None = None, *, in_full: bool = False, note: str = ""
    ) -> str:
        """Return the report as a page of its own, and save it if a path is given.

        The page is one file that loads nothing: it can be sent, printed, and read without scripts,
        on any screen. Findings and claims have anchors, ``#finding-…`` and ``#claim-…``.

        Parameters
        ----------
        path
            Where to save it, in UTF-8; what is there is replaced.
        in_full
            Whether to say for every contradiction which rereadings of one claim would resolve it,
            and what each account leaves possible; that is worked out now, and may take minutes.
        note
            A sentence of yours to put above the report.

        Examples
        --------
        >>> import claimrecon as cr
        >>> report = cr.reconcile([cr.claim("12 killed", by="Mayor", on="9 Jan 2025")])
        >>> report.to_html().startswith("<!doctype html>")
        True
        """
        from claimrecon.report.page import report_page

        return _saved(report_page(self, in_full=in_full, note=note), path)

    def to_markdown(
        self, path: str | Path | None = None, *, in_full: bool = False, note: str = ""
    ) -> str:
        """Return the report as Markdown, and save it if a path is given; see ``to_html``.

        Parameters
        ----------
        path
            Where to save it, in UTF-8; what is there is replaced.
        in_full, note
            As in ``to_html``.
        """
        from claimrecon.report.markdown import report_markdown

        return _saved(report_markdown(self, in_full=in_full, note=note), path)

    def plot(
        self,
        kind: str = "timeline",
        ax: Any = None,
        *,
        ranges: Sequence[PossibleRange] = (),
        history: Course | None = None,
    ) -> Any:
        """Return a picture: SVG that a notebook shows, or drawn on an axis of matplotlib.

        Parameters
        ----------
        kind
            ``"timeline"``: the figures on their days. ``"ranges"``: what is left possible.
            ``"conflicts"``: which claims clash with which. ``"history"``: how a range and the
            verdict moved as figures became public.
        ax
            An axis of matplotlib to draw on; it is returned, with what it shows in words as its
            ``claimrecon_alt``. ``None`` makes SVG, which needs no other package.
        ranges
            What to show as ``"ranges"``, answers of ``range``; the report's own if none is given.

        history
            For ``"history"``, the days to show.

        Raises
        ------
        ImportError
            If an axis is given and matplotlib is not installed.
        ValueError
            If there is no such picture, or this report has nothing to show in it.

        Examples
        --------
        >>> import claimrecon as cr
        >>> report = cr.reconcile([cr.claim("12 killed", by="Mayor", on="9 Jan 2025")])
        >>> print(report.plot())
        The claims: the figures on their days. 1. 12 killed: Mayor, 9 Jan 2025.
        """
        from claimrecon.report.plot import draw, picture_of

        shown = replace(self, ranges=tuple(ranges)) if ranges else self
        return picture_of(shown, kind, history) if ax is None else draw(shown, kind, ax, history)

    def table(self, name: str = "findings") -> Table:
        """Return the findings, claims or ranges as a table of plain columns.

        Parameters
        ----------
        name
            ``"findings"``, ``"claims"`` or ``"ranges"``.

        Raises
        ------
        ValueError
            If there is no such table.
        """
        return table_of(self, name)

    def to_frame(self, name: str = "findings", *, backend: str | None = None) -> Any:
        """Return a table as a data frame of the library that you use.

        Parameters
        ----------
        name
            As in ``table``; the columns are documented in the reference.
        backend
            ``"polars"``, ``"pandas"``, ``"pyarrow"`` or another eager library that narwhals knows;
            the first of these three that is installed where left out.

        Raises
        ------
        ImportError
            If narwhals (the extra ``frames``) or the library is not installed.
        ValueError
            If there is no such table.
        """
        return self.table(name).to_frame(backend)

    def card(self, what: str | Finding) -> str:
        """Return one claim, or one finding, as a card to share: SVG with its source line.

        Parameters
        ----------
        what
            The id of a claim, the id of a finding, or a finding.

        Raises
        ------
        ValueError
            If the report has no such claim and no such finding.
        """
        from claimrecon.report.cards import shared_card

        return shared_card(self, what)

    def _repr_html_(self) -> str:
        """Return what a notebook shows."""
        from claimrecon.report.html import report_html

        return report_html(self)

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        return f"<Report: {self.verdict.value}, {len(self.findings)} findings>"


def _report(content: Content) -> Report:
    if not isinstance(content, Report):
        raise TypeError("a dossier is reconciled to a report.")
    return content


def _saved(text: str, path: str | Path | None) -> str:
    if path is not None:
        Path(path).write_text(text, encoding="utf-8")
    return text
