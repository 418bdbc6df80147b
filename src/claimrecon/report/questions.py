"""What can be asked of a report beyond its findings; answers are worked out when asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypedDict, Unpack

from claimrecon.claims import Scope
from claimrecon.findings import (
    MAX_ACCOUNTS,
    Brief,
    Dispute,
    Finding,
    Influences,
    PolicyFigure,
    PossibleRange,
    Quantity,
    RecordRepairs,
    ScopeExplanation,
    Why,
    brief,
    disputes,
    explain_scope,
    influences,
    policy_figure,
    quantities,
)
from claimrecon.linear import Budget
from claimrecon.periods import parse_partial_date
from claimrecon.report.content import Content
from claimrecon.report.history import History
from claimrecon.report.inspection import SystemView, system_view


class ScopeWords(TypedDict, total=False):
    """Whom, where, by what and when: the keys of a claim, the dossier's defaults where left out."""

    population: str | None
    place: str | None
    cause: str | None
    at: object
    as_of: object
    during: object
    since: object


@dataclass(frozen=True, repr=False)
class Questions(Content):
    """The questions that a report answers.

    A scope is asked about by its measure and by the keys of a claim: ``population``, ``place``,
    ``cause``, one of ``at``, ``as_of`` and ``during``, and ``since``. A ``budget`` is in seconds;
    what is not decided by then is *undecided* in the answer.
    """

    def range(
        self, measure: str, *, budget: float | None = None, **scope: Unpack[ScopeWords]
    ) -> PossibleRange:
        """Return what is stated and what is left possible about one scope.

        Parameters
        ----------
        measure
            A measure of the convention or of the dossier, such as ``"killed"``.
        budget
            Seconds.
        population, place, cause
            Names; the dossier's defaults where left out.
        at, as_of, during
            One of them: a stock of a day, a running total up to a day, or what happened from a
            first to a last day, both inclusive. Forms as in the file format.
        since
            First day of counting of a running total; the dossier's where left out.
        """
        return self.inquiry.range(self._scope(measure, scope), budget=_clock(budget))

    def influence(
        self, measure: str, *, budget: float | None = None, **scope: Unpack[ScopeWords]
    ) -> Influences:
        """Return what each claim does to a range: what it is without it, and reworded."""
        asked = self._scope(measure, scope)
        return influences(self.inquiry.near(asked), asked, budget=_clock(budget))

    def quantity(
        self, measure: str, *, budget: float | None = None, **scope: Unpack[ScopeWords]
    ) -> Quantity:
        """Return whether a scope is observed, redundant, deducible or unobservable."""
        asked = self._scope(measure, scope)
        return quantities(self.inquiry.near(asked), (asked,), budget=_clock(budget))[0]

    def quantities(self, *, budget: float | None = None) -> tuple[Quantity, ...]:
        """Return the class of everything that is claimed, and of what shares a move with it."""
        return quantities(self.inquiry.record, budget=_clock(budget))

    def disputes(
        self, *, limit: int = MAX_ACCOUNTS, budget: float | None = None
    ) -> tuple[Dispute, ...]:
        """Return the parts that cannot all be true, and which missing figure would decide each.

        Parameters
        ----------
        limit
            Where a part has more accounts than this, none of them is listed.
        budget
            Seconds.
        """
        return disputes(self.inquiry.record, limit=limit, budget=_clock(budget))

    def why(self, finding: Finding, *, budget: float | None = None) -> Why:
        """Return why the claims of a conflict clash: rereadings that would help, and looseness.

        Of a revision or a slip: what the figure set aside would have to mean to stand.

        Raises
        ------
        ValueError
            If *finding* is no contradiction, implausible projection, revision or slip.
        UndecidedError
            If the budget, in seconds, ends first.
        """
        return self.reasons.why(finding, budget=_clock(budget))

    def repairs(self, *, budget: float | None = None) -> RecordRepairs:
        """Return all smallest sets of claims without which the whole record can be true.

        Raises
        ------
        UndecidedError
            If the budget, in seconds, ends first.
        """
        return self.reasons.repairs(budget=_clock(budget))

    def explain_scope(self, measure: str, **scope: Unpack[ScopeWords]) -> ScopeExplanation:
        """Return which cells a scope holds, and which claims touch it."""
        return explain_scope(self.inquiry.record, self._scope(measure, scope))

    def brief(
        self, measure: str, *, budget: float | None = None, **scope: Unpack[ScopeWords]
    ) -> Brief:
        """Return what an editor may print: safe, if all current figures are true, or not at all."""
        asked = self._scope(measure, scope)
        return brief(self.inquiry.near(asked), asked, budget=_clock(budget))

    def policy(
        self,
        name: str,
        measure: str,
        *,
        order: Sequence[str] = (),
        **scope: Unpack[ScopeWords],
    ) -> PolicyFigure:
        """Return what a house rule makes of the figures about a scope; no finding is hidden.

        Parameters
        ----------
        name
            ``"envelope"``, ``"lowest"``, ``"median"``, ``"pending"``; or ``"priority"``, with an
            *order*.
        order
            Keys of sources, the most trusted first.

        Raises
        ------
        ValueError
            If there is no such rule, or the order is missing or not wanted.
        """
        record, asked = self.inquiry.record, self._scope(measure, scope)
        return policy_figure(record, asked, name, findings=self.findings, order=order)

    def history(
        self,
        measure: str | None = None,
        *,
        days: Iterable[str] | None = None,
        budget: float | None = None,
        **scope: Unpack[ScopeWords],
    ) -> History:
        """Return how the verdict, and the range of one scope, moved as figures became public.

        Each day is what ``reconcile(known_by=...)`` comes to on it, at a fraction of its cost: what
        a day did not change is not solved again.

        Parameters
        ----------
        measure
            What to ask the range of; left out, the history is of the verdict alone.
        days
            Days or partial dates, which count from their last day; every day on which a claim of
            the dossier became public where left out.
        budget
            Seconds for each day.

        Raises
        ------
        ValueError
            If a scope is given without a measure.
        """
        if measure is None and scope:
            raise ValueError(
                f"the scope {dict(scope)!r} came without a measure. Say what is to be counted: "
                'report.history("killed", ...).'
            )
        asked = None if measure is None else self._scope(measure, scope)
        chosen = None if days is None else [parse_partial_date(day).last for day in days]
        return self.inquiry.history(asked, chosen, budget)

    @property
    def system(self) -> SystemView:
        """The rows that were solved: in words, as algebra, as LP and as SMT-LIB."""
        return system_view(self.inquiry.record)

    def _scope(self, measure: str, scope: ScopeWords) -> Scope:
        return self.inquiry.scope(measure, **scope)


def _clock(seconds: float | None) -> Budget | None:
    return None if seconds is None else Budget(seconds)
