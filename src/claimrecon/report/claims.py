"""Who said what, in the order of the days it is about."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from claimrecon.claims import ReadClaim
from claimrecon.report.content import Content
from claimrecon.report.naming import Naming
from claimrecon.vocabulary import Evidence


@dataclass(frozen=True, slots=True)
class Telling:
    """One line of the table of claims."""

    claim: str
    who: str
    when: str
    what: str


def tellings(content: Content, *, most: int | None = None) -> tuple[Telling, ...]:
    """Return a line for every claim, by day.

    Parameters
    ----------
    most
        How many to keep; those that the gravest findings speak of stay first.
    """
    naming = Naming(content.dossier)
    ranks = _ranks(content)
    kept = sorted(content.dossier.claims, key=lambda c: (ranks.get(c.id, len(ranks)), c.id))[:most]
    return tuple(
        Telling(claim.id, naming.who(claim), _when(claim, naming), naming.what(claim))
        for claim in sorted(kept, key=_day)
    )


def _when(claim: ReadClaim, naming: Naming) -> str:
    if claim.evidence is Evidence.PROJECTION:
        return "forecast"
    return naming.days(claim.scope.when.span)


def _ranks(content: Content) -> Mapping[str, int]:
    named = [name for f in (*content.findings, *content.conditional) for name in f.claims]
    return {name: rank for rank, name in enumerate(dict.fromkeys(named))}


def _day(claim: ReadClaim) -> tuple[bool, date, date, str]:
    span = claim.scope.when.span
    last, first = (date.max, date.max) if span is None else (span.last, span.first)
    return claim.evidence is Evidence.PROJECTION, last, first, claim.id
