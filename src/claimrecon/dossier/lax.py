"""The lax door for people: a claim from words, a dossier from a list of claims."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from claimrecon.dossier.loading import load
from claimrecon.dossier.model import Dossier
from claimrecon.dossier.parts import Claim
from claimrecon.dossier.problems import Problems
from claimrecon.dossier.reading import Standing, read_document
from claimrecon.dossier.shape import figure_of
from claimrecon.errors import DossierError
from claimrecon.vocabulary import Credibility, Evidence

Names = str | Sequence[str]
When = str | int | date | Sequence[str | int | date]
Where = str | Mapping[str, Any]

_SETTLED_LATER = frozenset({"CR201", "CR220"})
"""Refusals that hang on the rest of the dossier: its own measures, its other claims."""


def claim(
    text: str | None = None,
    *,
    by: str | Mapping[str, Any],
    via: Names = (),
    on: When | None = None,
    said: When | None = None,
    as_of: When | None = None,
    at: When | None = None,
    during: When | None = None,
    since: When | None = None,
    measure: str | Sequence[str] | Mapping[str, Any] | None = None,
    population: Where | None = None,
    place: Where | None = None,
    cause: Where | None = None,
    low: int | str | Fraction | None = None,
    high: int | str | Fraction | None = None,
    best: int | str | Fraction | None = None,
    exact: bool = False,
    per: str | None = None,
    ratio_of: str | None = None,
    evidence: str | Evidence | None = None,
    confidence: float | str | Fraction | None = None,
    credibility: int | str | Credibility | None = None,
    id: str | None = None,  # noqa: A002 - the key of the file format
    statement: str | None = None,
    relays: str | None = None,
    supersedes: Names = (),
    derived_from: Names = (),
    url: str | None = None,
    quote: str | None = None,
    note: str | None = None,
) -> Claim:
    """Make a claim from words.

    Parameters
    ----------
    text
        The figure in words. With *measure*, the count alone ("at least 300"); without, the count
        and what it counts ("at least 300 killed").
    by
        Who said it: a name, or a key of the dossier's sources.
    via
        Who passed it on, from the origin outwards.
    on
        The day it was published: 13 Jan 2025, 2025-01-13, January 2025.
    said
        The day it was said, where that is another one.
    as_of, at, during
        The time it is about, at most one: a running total up to a day (or "final"), a number of
        persons on a day, a period. Without any, the day of publication is taken.
    low, high, best
        Numbers of persons, inclusive, instead of *text*.

    The other arguments are the keys of the file format.

    Raises
    ------
    DossierError
        If the claim cannot be used as it stands.

    Examples
    --------
    >>> said = claim("at least 300 killed", by="South Korea NIS", via="Yonhap", on="13 Jan 2025")
    >>> said.says, said.source, said.via
    ('at least 300 killed', 'South Korea NIS', ('Yonhap',))
    """
    given = {
        "id": id,
        "source": by,
        "via": via or None,
        "said_on": said,
        "reported_on": on,
        "says": text if measure is None else None,
        "count": None if measure is None else text,
        "measure": measure,
        "population": population,
        "place": place,
        "cause": cause,
        "as_of": as_of,
        "at": at,
        "during": during,
        "since": since,
        "low": low,
        "high": high,
        "best": best,
        "exact": exact or None,
        "per": per,
        "ratio_of": ratio_of,
        "evidence": evidence,
        "confidence": confidence,
        "credibility": credibility,
        "statement": statement,
        "relays": relays,
        "supersedes": supersedes or None,
        "derived_from": derived_from or None,
        "url": url,
        "quote": quote,
        "note": note,
    }
    return _checked({key: value for key, value in given.items() if value is not None})


def _checked(written: Mapping[str, object]) -> Claim:
    problems = Problems()
    made = figure_of(written, "claims", 0, problems)
    if isinstance(made, Claim):
        alone = made.model_copy(update={"ratio_of": None}) if made.ratio_of == made.id else made
        read_document(Dossier(claims=(alone,)), Standing(), problems)
        problems.drop(lambda _, code: code in _SETTLED_LATER)
        if not problems.found:
            return made
    raise DossierError(problems.ordered(("claims",)), name="claim", total=1)


def dossier_of(
    claims: Iterable[Claim | Mapping[str, Any]],
    *,
    title: str | None = None,
    since: When | None = None,
    ended: str | date | None = None,
    population: Where | None = None,
    place: Where | None = None,
    codebook: str | None = None,
    assumptions: Iterable[Mapping[str, Any]] = (),
) -> Dossier:
    """Put claims together to a dossier, and check all of it.

    Trees of names, own measures and sources with roles are written in a file or a mapping, which
    ``load`` takes.

    Raises
    ------
    DossierError
        If anything cannot be used; all problems together.

    Examples
    --------
    >>> dossier = dossier_of([claim("300 killed", by="Mayor", on="9 Jan 2025")], since="2025-01-01")
    >>> dossier.read().claims[0].id
    'mayor-killed'
    """
    head = {
        "title": title,
        "since": since,
        "ended": ended,
        "population": population,
        "place": place,
        "codebook": codebook,
    }
    written = {key: value for key, value in head.items() if value is not None}
    return load({**written, "claims": list(claims), "assumptions": list(assumptions)})
