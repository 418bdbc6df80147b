"""A report, and what can be asked of it when somebody wants to know more."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from claimrecon.claims import ReadClaim, Scope
from claimrecon.constraints import CONTESTABLE
from claimrecon.dossier import Claim, Dossier, ReadDossier
from claimrecon.errors import DossierError
from claimrecon.findings import PossibleRange, Record, possible_range, unused, verdict_sentence
from claimrecon.linear import Budget
from claimrecon.periods import parse_partial_date
from claimrecon.reconciliation.answers import Part
from claimrecon.reconciliation.days import days_of, history_of
from claimrecon.reconciliation.options import Options
from claimrecon.reconciliation.run import Run, run_of
from claimrecon.report import Report
from claimrecon.report.history import History

_ASKED = "the scope asked about"
_NOTHING: Mapping[Part, Part] = MappingProxyType({})


def reported(dossier: Dossier, options: Options, known: Mapping[Part, Part] = _NOTHING) -> Report:
    """Reconcile a dossier that was checked already; what is *known* is not solved again."""
    whole = dossier.read()
    read = whole if options.known_by is None else _known(whole, options.known_by)
    rules = options.off & frozenset(CONTESTABLE)
    record = Record(_without(read, options.off), background=whole.claims, without=rules)
    return _report(dossier, run_of(record, options, known))


def _report(dossier: Dossier, run: Run) -> Report:
    from importlib.metadata import version  # noqa: PLC0415 - a slow import, for one word

    read, verdict = run.start.dossier, run.verdict
    made_with = {"claimrecon": version("claimrecon"), "codebook": read.codebook.version}
    return Report(
        dossier=read,
        verdict=verdict,
        sentence=verdict_sentence(verdict, run.findings, run.conditional, run.speech),
        inquiry=Inquiry(dossier, run),
        findings=run.findings,
        ranges=run.ranges,
        conditional=run.conditional,
        not_used=tuple(unused(run.start)),
        warnings=read.notices,
        manifest=MappingProxyType({**made_with, **run.options.manifest()}),
        truncated=run.clashes.truncated,
        undecided=run.clashes.undecided,
    )


def _without(dossier: ReadDossier, off: frozenset[str]) -> ReadDossier:
    """Return the dossier without the named assumptions that are switched off."""
    return replace(dossier, rules=tuple(r for r in dossier.rules if r.kind.value not in off))


def _known(dossier: ReadDossier, day: str) -> ReadDossier:
    """Return the dossier with only what had been made public by the end of *day* (§17)."""
    last = parse_partial_date(day).last
    claims = tuple(c for c in dossier.claims if c.public_from is None or c.public_from <= last)
    return replace(dossier, claims=claims)


@dataclass(frozen=True, eq=False)
class Inquiry:
    """Answers what a report asks only when somebody wants to know.

    Attributes
    ----------
    dossier
        What was written.
    run
        How it was reconciled, with the answers of its parts.
    """

    dossier: Dossier
    run: Run

    @property
    def record(self) -> Record:
        """What stands of the dossier, as it binds."""
        return self.run.record

    def near(self, scope: Scope) -> Record:
        """Return the part of the record that can bear on *scope*."""
        return self.run.joined(self.run.touched(scope))

    def range(self, scope: Scope, *, budget: Budget | None = None) -> PossibleRange:
        """Return what is stated and what is left possible about *scope*."""
        return possible_range(self.near(scope), scope, budget=budget)

    def again(self, dossier: ReadDossier, note: Mapping[str, str]) -> Report:
        """Reconcile a changed dossier in the same way; *note* says in the manifest what changed."""
        options = self.run.options
        told = {key: "; ".join(filter(None, (options.changed.get(key), note[key]))) for key in note}
        changed = replace(options, changed=MappingProxyType({**options.changed, **told}))
        record = replace(self.run.start, dossier=dossier)
        return _report(self.dossier, run_of(record, changed, self._solved))

    def grown(self, change: Callable[[Dossier], Dossier]) -> Report:
        """Reconcile the dossier with more claims, or fewer, in the same way."""
        if self.run.options.changed:
            changes = ", ".join(f"{k}: {v}" for k, v in self.run.options.changed.items())
            raise ValueError(
                f"this report asks what if ({changes}), and its dossier is no dossier that anybody "
                "wrote. Add to, or withdraw from, the report that it came from."
            )
        return reported(change(self.dossier), self.run.options, self._solved)

    def history(
        self, scope: Scope | None, days: Sequence[date] | None, budget: float | None
    ) -> History:
        """Return what was known by each of *days*; by each day of publication where left out."""
        start, options = self.run.start, replace(self.run.options, budget=budget)
        chosen = days_of(start) if days is None else sorted(set(days))
        found = history_of(start, options, self._solved, scope, chosen)
        return History(scope, tuple(found))

    @cached_property
    def _solved(self) -> Mapping[Part, Part]:
        return {part: part for part in self.run.parts}

    def scope(self, measure: str, **words: object) -> Scope:
        """Return the scope that the words name, with the dossier's defaults for those left out."""
        asked: dict[str, Any] = {
            "id": _ASKED,
            "source": _ASKED,
            "measure": measure,
            "count": "none",
        }
        asked |= {key: value for key, value in words.items() if value is not None}
        try:
            read = self.dossier.add([Claim.model_validate(asked)]).read()
        except DossierError as error:
            problems = tuple(replace(problem, claim=None) for problem in error.errors)
            raise DossierError(problems, name=_ASKED) from None
        item = read.claim(_ASKED)
        if not isinstance(item, ReadClaim):
            raise TypeError("a question about a scope is read like a claim.")
        return item.scope
