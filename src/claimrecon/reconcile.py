"""Reconcile a dossier: which claims cannot all be true, by how much, why, and what is left.

Origins first (§9): echoes are one statement, and what an origin replaced or mistyped is set aside
in a finding. Then the record of all that stands is compared. Nothing else decides anything.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from types import MappingProxyType
from typing import Any

from claimrecon.claims import ReadClaim, RuleKind, Scope
from claimrecon.constraints import CONTESTABLE
from claimrecon.dossier import Claim, Dossier, ReadDossier, load
from claimrecon.dossier.files import Source
from claimrecon.errors import DossierError
from claimrecon.findings import (
    Clashes,
    Finding,
    FindingKind,
    PossibleRange,
    Record,
    Retraction,
    Speech,
    Stances,
    Verdict,
    apparent,
    clashes,
    derived_findings,
    echo_findings,
    findings_of,
    headline_scopes,
    hinging_hedges,
    implausible_projections,
    possible_range,
    possible_ranges,
    retracted,
    retraction_findings,
    series_findings,
    superseded,
    unused,
    verdict_of,
    verdict_sentence,
)
from claimrecon.linear import Budget, UndecidedError
from claimrecon.periods import parse_partial_date
from claimrecon.report import Report


def reconcile(
    source: Source | Dossier,
    *,
    known_by: str | None = None,
    codebook: str | None = None,
    budget: float | None = None,
    revisions: str = "inferred",
    limit: int = 1000,
    without_rules: Collection[str] = (),
    detail: str = "all",
) -> Report:
    """Reconcile the claims of *source* and report what they come to.

    Parameters
    ----------
    source
        A dossier, a path to one, an open file, a mapping of the file format, or a list of claims.
    known_by
        Keep only what had been made public by the end of that day (§17).
    codebook
        Read words by this codebook instead of the dossier's own (§8).
    budget
        Seconds; what is not decided by then is reported as *undecided*, never as possible.
    revisions
        ``"inferred"`` sets aside what an origin's own later figures replace; ``"declared"`` only
        what a claim says it supersedes (§9).
    limit
        How many minimal sets are sought; beyond them the report says that it is truncated (§10).
    without_rules
        Rules of ours to switch off, as ``rests_on`` of a finding names them (§11): ``"ended"``,
        ``"vague-never-falls"``, or ``"nobody_twice"`` for a dossier that assumes it.
    detail
        ``"all"``, or ``"clashes"`` for the verdict with the findings it rests on alone:
        contradictions, tensions, revisions and slips, without ranges. For many dossiers at a time.

    Returns
    -------
    Report
        The verdict, the findings and the ranges, each with its proof.

    Raises
    ------
    DossierError
        If anything in the dossier cannot be used; all problems together.
    ValueError
        If ``revisions`` or ``detail`` is none of its two words, or ``without_rules`` names no rule.

    Examples
    --------
    >>> report = reconcile(
    ...     [
    ...         {"source": "Mayor", "says": "at least 300 killed", "as_of": "9 Jan 2025"},
    ...         {"source": "Governor", "says": "120 killed", "as_of": "12 Jan 2025"},
    ...     ]
    ... )
    >>> report.verdict.value, report.contradictions[0].gap
    ('contradiction', Fraction(175, 1))
    """
    if revisions not in {"inferred", "declared"}:
        raise ValueError(
            f"revisions={revisions!r} is not known. Write 'inferred' to let an origin's later "
            "figures replace its earlier ones, or 'declared' to keep to what claims say themselves."
        )
    if detail not in {"all", "clashes"}:
        raise ValueError(
            f"detail={detail!r} is not known. Write 'all', or 'clashes' for the verdict and the "
            "findings it rests on alone."
        )
    off = _rules_off(without_rules)
    dossier = source if isinstance(source, Dossier) else load(source)
    if codebook is not None:
        dossier = dossier.model_copy(update={"codebook": codebook})
    whole = dossier.read()
    read = whole if known_by is None else _known(whole, known_by)
    record = Record(
        _without(read, off), background=whole.claims, without=off & frozenset(CONTESTABLE)
    )
    clock = None if budget is None else Budget(budget)
    run = _Reconciliation(
        dossier,
        record,
        clock,
        infer=revisions == "inferred",
        limit=limit,
        in_full=detail == "all",
    )
    options = {"revisions": revisions, "limit": str(limit)}
    options |= {} if detail == "all" else {"detail": detail}
    options |= {} if known_by is None else {"known_by": known_by}
    options |= {"without_rules": ", ".join(sorted(off))} if off else {}
    return run.report(options)


def _rules_off(names: Collection[str]) -> frozenset[str]:
    known = (*CONTESTABLE, RuleKind.NOBODY_TWICE.value)
    if isinstance(names, str) or not {*names} <= {*known}:
        raise ValueError(
            f"without_rules={names!r} names what is no rule that can be switched off. Write a "
            f"tuple of {', '.join(map(repr, known))}."
        )
    return frozenset(names)


def _without(dossier: ReadDossier, off: frozenset[str]) -> ReadDossier:
    """Return the dossier without the named assumptions that are switched off."""
    return replace(dossier, rules=tuple(r for r in dossier.rules if r.kind.value not in off))


def _known(dossier: ReadDossier, day: str) -> ReadDossier:
    """Return the dossier with only what had been made public by the end of *day* (§17)."""
    last = parse_partial_date(day).last
    claims = tuple(c for c in dossier.claims if c.public_from is None or c.public_from <= last)
    return replace(dossier, claims=claims)


_ASKED = "the scope asked about"


@dataclass(frozen=True)
class _Inquiry:
    """Answers what a report asks only when somebody wants to know."""

    dossier: Dossier
    record: Record
    rerun: Callable[[ReadDossier, Mapping[str, str]], Report]

    def range(self, scope: Scope, *, budget: Budget | None = None) -> PossibleRange:
        return possible_range(self.record, scope, budget=budget)

    def again(self, dossier: ReadDossier, note: Mapping[str, str]) -> Report:
        return self.rerun(dossier, note)

    def scope(self, measure: str, **words: object) -> Scope:
        asked: dict[str, Any] = {
            "id": _ASKED,
            "source": _ASKED,
            "measure": measure,
            "count": "none",
        }
        asked |= {key: value for key, value in words.items() if value is not None}
        claims = (*self.dossier.claims, Claim.model_validate(asked))
        try:
            read = load(self.dossier.model_copy(update={"claims": claims})).read()
        except DossierError as error:
            problems = tuple(replace(problem, claim=None) for problem in error.errors)
            raise DossierError(problems, name=_ASKED) from None
        item = read.claim(_ASKED)
        if not isinstance(item, ReadClaim):
            raise TypeError("a question about a scope is read like a claim.")
        return item.scope


class _Reconciliation:
    """One run, from the claims as read to the report."""

    def __init__(
        self,
        dossier: Dossier,
        record: Record,
        budget: Budget | None,
        *,
        infer: bool,
        limit: int,
        in_full: bool,
    ) -> None:
        self._dossier = dossier
        self._start = record
        self._read = record.dossier
        self._budget = budget
        self._infer = infer
        self._limit = limit
        self._in_full = in_full
        self._speech = Speech(record.dossier, record.claims)

    def report(self, options: Mapping[str, str]) -> Report:
        """Reconcile and report; *options* go into the manifest."""
        retractions = superseded(self._start)
        inferred: tuple[Retraction, ...] | None = ()
        record = self._start.with_set_aside(r.claim.id for r in retractions)
        found: Clashes | None = None
        findings: list[Finding] = []
        if self._infer:
            try:
                inferred = retracted(record, budget=self._budget)
            except UndecidedError:
                inferred = None  # without knowing what stands there is no record to compare
            else:
                retractions = (*retractions, *inferred)
                record = record.with_set_aside(r.claim.id for r in inferred)
        if inferred is not None:
            found = clashes(record, limit=self._limit, budget=self._budget)
            findings += self._all(record, found, retractions)
        verdict = verdict_of(found)
        conditional: tuple[Finding, ...] = ()
        if self._in_full and verdict in {Verdict.COMPATIBLE, Verdict.TENSION}:
            conditional = self._conditional(record)
        ranges: tuple[PossibleRange, ...] = ()
        if self._in_full:
            scopes = headline_scopes(record)
            ranges = possible_ranges(record, scopes, budget=self._budget, accounts=0)
        return Report(
            dossier=self._read,
            verdict=verdict,
            sentence=verdict_sentence(verdict, findings, conditional, self._speech),
            inquiry=_Inquiry(self._dossier, record, partial(self._again, options)),
            findings=tuple(map(Stances(self._read).told, _ordered(findings))),
            ranges=ranges,
            conditional=conditional,
            not_used=tuple(unused(record)),
            warnings=self._read.notices,
            manifest=self._manifest(options),
            truncated=found is not None and found.truncated,
            undecided=found is None or found.undecided,
        )

    def _again(
        self, options: Mapping[str, str], dossier: ReadDossier, note: Mapping[str, str]
    ) -> Report:
        """Reconcile a changed dossier in the same way; *note* says in the manifest what changed."""
        record = replace(self._start, dossier=dossier)
        budget = None if self._budget is None else Budget(self._budget.seconds)
        run = _Reconciliation(
            self._dossier,
            record,
            budget,
            infer=self._infer,
            limit=self._limit,
            in_full=self._in_full,
        )
        told = {key: "; ".join(filter(None, (options.get(key), note[key]))) for key in note}
        return run.report({**options, **told})

    def _all(
        self, record: Record, found: Clashes, retractions: Sequence[Retraction]
    ) -> Iterator[Finding]:
        """Yield every finding that the budget allows; no verdict hangs on the later ones."""
        speech, budget = self._speech, self._budget
        yield from findings_of(record, found, speech)
        if self._in_full:
            real = frozenset(map(frozenset, (*found.contradictions, *found.tensions)))
            yield from apparent(record, real, speech)
            yield from derived_findings(record, speech)
            yield from series_findings(record, speech)
        try:
            yield from retraction_findings(record, retractions, speech, budget=budget)
            if not self._in_full:
                return
            yield from echo_findings(record, speech, budget=budget)
            yield from implausible_projections(record, speech, budget=budget)
        except UndecidedError:
            return

    def _conditional(self, record: Record) -> tuple[Finding, ...]:
        try:
            return hinging_hedges(record, self._speech, budget=self._budget)
        except UndecidedError:
            return ()

    def _manifest(self, options: Mapping[str, str]) -> Mapping[str, str]:
        made_with = {"claimrecon": version("claimrecon"), "codebook": self._read.codebook.version}
        return MappingProxyType({**made_with, **options})


_ORDER = {kind: number for number, kind in enumerate(FindingKind)}


def _ordered(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Put kinds in the order of a report; within a kind the order of each module stands."""
    return tuple(sorted(findings, key=lambda finding: _ORDER[finding.kind]))
