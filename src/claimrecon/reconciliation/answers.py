"""What one part of a record comes to: each answer is worked out when it is first asked for, once.

A part is equal to another that holds the same claims, read against the same time and names. So a
report can hand its parts on to the next one, which asks only those anew that changed.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from claimrecon.claims import Scope
from claimrecon.findings import (
    Clashes,
    Finding,
    FindingKind,
    PossibleRange,
    Record,
    Retraction,
    Speech,
    Verdict,
    clash_finding,
    clashes,
    dated_headlines,
    derived_findings,
    echo_findings,
    hinging_hedges,
    implausible_projections,
    last_words,
    nearest_pairs,
    possible_ranges,
    retracted,
    retraction_findings,
    superseded,
    verdict_of,
)
from claimrecon.findings.nearest import Nearest
from claimrecon.findings.standing import Day
from claimrecon.linear import Budget, UndecidedError, can_hold

_T = TypeVar("_T")
Members = tuple[str, ...]


class _Answers:
    """Answers that are kept; an answer that the budget cut short is not."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, object] = {}

    def kept(
        self, question: Hashable, answer: Callable[[], _T], *, final: Callable[[_T], bool] | None
    ) -> _T:
        if question in self._kept:
            return self._kept[question]  # type: ignore[return-value]
        given = answer()
        if final is None or final(given):
            self._kept[question] = given
        return given


@dataclass(frozen=True, eq=False)
class Part:
    """One independent part of a record, before anything of it is set aside.

    Attributes
    ----------
    record
        Its claims; see ``parts_of``.
    """

    record: Record
    _answers: _Answers = field(default_factory=_Answers, init=False, repr=False)

    @cached_property
    def _content(self) -> tuple[object, ...]:
        dossier, record = self.record.dossier, self.record
        trees = (dossier.populations.roots, dossier.places.roots, dossier.causes.roots)
        return (
            *(dossier.claims, dossier.assumptions, record.background, dossier.rules),
            *(record.spoken, dossier.since, dossier.ended, trees, dossier.codebook),
            *(tuple(dossier.sources.items()), record.without, record.set_aside),
        )

    def __eq__(self, other: object) -> bool:
        """Whether two parts hold the same, so that they come to the same."""
        return isinstance(other, Part) and self._content == other._content

    def __hash__(self) -> int:
        dossier = self.record.dossier
        return hash(tuple(c.id for c in (*dossier.claims, *dossier.assumptions)))

    @cached_property
    def replaced(self) -> tuple[Retraction, ...]:
        """What origins declare to have replaced."""
        return superseded(self.record)

    @cached_property
    def _left(self) -> Record:
        return self.record.with_set_aside(r.claim.id for r in self.replaced)

    @cached_property
    def last_words(self) -> Mapping[str, Day]:
        """The day of the last word of every origin in this part."""
        return last_words(self._left)

    def settled(
        self, *, infer: bool, later: Collection[str], limit: int, budget: Budget | None
    ) -> "Settled":
        """Return the part after each origin's last word is known.

        Parameters
        ----------
        infer
            Whether to set aside what an origin's own later figures replace.
        later
            Origins whose last word is in another part.
        limit
            How many minimal sets are sought.
        """
        spoke_later = frozenset(later).intersection(self.last_words) if infer else frozenset()

        def settle() -> Settled:
            if not infer:
                return Settled(self._left, self.replaced, limit)
            try:
                inferred = retracted(self._left, later=spoke_later, budget=budget)
            except UndecidedError:
                # Without knowing what stands there is no record to compare.
                return Settled(self._left, self.replaced, limit, decided=False)
            record = self._left.with_set_aside(r.claim.id for r in inferred)
            return Settled(record, (*self.replaced, *inferred), limit)

        return self._answers.kept((infer, spoke_later, limit), settle, final=lambda s: s.decided)


@dataclass(frozen=True, eq=False)
class Settled:
    """One independent part of the record of what stands, and what it comes to.

    Attributes
    ----------
    record
        What stands.
    retractions
        What does not, and why.
    limit
        How many minimal sets are sought.
    decided
        Whether it is known what stands.
    """

    record: Record
    retractions: tuple[Retraction, ...]
    limit: int
    decided: bool = True
    _answers: _Answers = field(default_factory=_Answers, init=False, repr=False)

    @cached_property
    def _speech(self) -> Speech:
        return Speech(self.record.dossier, self.record.claims)

    @cached_property
    def kinds(self) -> tuple[Scope, ...]:
        """Scopes of which one stands for all of the same people, place and cause."""
        record = self.record
        claims = (*record.dossier.claims, *record.dossier.assumptions)
        bases = (record.claims[c.ratio_of] for c in claims if c.ratio_of is not None)
        scopes = [claim.scope for claim in (*claims, *bases)]
        return tuple({(s.population, s.place, s.cause): s for s in scopes}.values())

    def clashes(self, budget: Budget | None) -> Clashes:
        """Return every minimal set of the part."""
        if not self.decided:
            return Clashes((), (), truncated=False, undecided=True)
        return self._answers.kept(
            "clashes",
            lambda: clashes(self.record, limit=self.limit, budget=budget),
            final=lambda found: not found.undecided,
        )

    def verdict(self, budget: Budget | None) -> Verdict:
        """Return what the part comes to; minimal sets are sought only where that hangs on them."""
        try:
            return self._answers.kept(
                "verdict", lambda: self._verdict(budget), final=lambda v: v != Verdict.UNDECIDED
            )
        except UndecidedError:
            return Verdict.UNDECIDED

    def _verdict(self, budget: Budget | None) -> Verdict:
        if not self.decided:
            return Verdict.UNDECIDED
        if can_hold(self.record.system(lenient=False, budget=budget).system, budget=budget):
            return Verdict.COMPATIBLE
        if not can_hold(self.record.system(lenient=True, budget=budget).system, budget=budget):
            return Verdict.CONTRADICTION
        return verdict_of(self.clashes(budget))

    def finding(self, members: Members, kind: FindingKind) -> Finding:
        """Return one minimal set as a finding, outside of any story."""
        return self._answers.kept(
            (kind, members),
            lambda: clash_finding(self.record, members, kind, self._speech),
            final=None,
        )

    def nearest(self, real: Iterable[Members], budget: Budget | None) -> Nearest:
        """Return the pairs that look like conflicts; those among *real* are."""
        clashing = frozenset(map(frozenset, real))
        try:
            return self._answers.kept(
                ("nearest", clashing),
                lambda: nearest_pairs(self.record, clashing, budget=budget),
                final=None,
            )
        except UndecidedError:
            return MappingProxyType({})

    def told(self, budget: Budget | None, *, in_full: bool = True) -> tuple[Finding, ...]:
        """Return what else is found, as far as the budget goes.

        Parameters
        ----------
        in_full
            Whether to go beyond what was set aside.
        """
        if not self.decided:
            return ()
        return tuple(finding for made in self._told(budget, in_full=in_full) for finding in made)

    def _told(self, budget: Budget | None, *, in_full: bool) -> Iterator[tuple[Finding, ...]]:
        record, speech = self.record, self._speech
        questions: dict[str, Callable[[], tuple[Finding, ...]]] = {
            "derived": lambda: derived_findings(record, speech),
            "retractions": lambda: retraction_findings(
                record, self.retractions, speech, budget=budget
            ),
            "echoes": lambda: echo_findings(record, speech, budget=budget),
            "projections": lambda: implausible_projections(record, speech, budget=budget),
        }
        for name, answer in questions.items():
            if not (in_full or name == "retractions"):
                continue
            try:
                yield self._answers.kept(name, answer, final=None)
            except UndecidedError:
                return

    def conditional(self, budget: Budget | None) -> tuple[Finding, ...]:
        """Return what would clash if a hedge were dropped; the part itself must be possible."""
        try:
            return self._answers.kept(
                "conditional",
                lambda: hinging_hedges(self.record, self._speech, budget=budget),
                final=None,
            )
        except UndecidedError:
            return ()

    @cached_property
    def headlines(self) -> tuple[tuple[tuple[object, ...], Scope], ...]:
        """The scopes worth showing, each with the age of the first claim about its people."""
        return dated_headlines(self.record)

    def ranges(self, budget: Budget | None) -> tuple[PossibleRange, ...]:
        """Return the ranges of the headlines."""
        scopes = tuple(scope for _, scope in self.headlines)
        return self._answers.kept(
            "ranges",
            lambda: possible_ranges(self.record, scopes, budget=budget, accounts=0),
            final=lambda found: not any(asked.undecided for asked in found),
        )
