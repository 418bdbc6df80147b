"""What if somebody had not said it, or had said something else: the dossier, changed in one place.

The answer is a whole new report. What is left out lends its scope to ratios that refer to it, as a
claim does that was not public yet (§17); nothing else of it stays.
"""

from dataclasses import replace

from claimrecon.claims import NamedAssumption, ReadClaim
from claimrecon.dossier import ReadDossier
from claimrecon.quantities import Kind, Reading, UnreadableCountError, parse_count, read_phrase
from claimrecon.vocabulary import Evidence

_MOST_NAMES = 12


def left_out(dossier: ReadDossier, name: str) -> ReadDossier:
    """Return the dossier without the claim or assumption of that id.

    Raises
    ------
    ValueError
        If there is none.
    """
    item = _item(dossier, name)
    if isinstance(item, NamedAssumption):
        return replace(dossier, rules=tuple(r for r in dossier.rules if r.id != name))
    if item.is_assumption:
        kept = tuple(a for a in dossier.assumptions if a.id != name)
        return replace(dossier, assumptions=kept)
    return replace(dossier, claims=tuple(c for c in dossier.claims if c.id != name))


def worded_otherwise(dossier: ReadDossier, name: str, words: str) -> ReadDossier:
    """Return the dossier in which a claim says *words* instead, of the same scope.

    Parameters
    ----------
    words
        A count as a claim writes it: "300", "at least 300"; a factor for a ratio.

    Raises
    ------
    ValueError
        If there is no such claim or assumption, or it holds no figure.
    UnreadableCountError, MisplacedCountError
        If the words cannot be read as its figure.
    """
    item = _item(dossier, name)
    if isinstance(item, NamedAssumption):
        raise ValueError(
            f"{name!r} is a named assumption ({item.kind}) and has no figure to be read otherwise. "
            f"Leave it out instead: report.without({name!r})."
        )
    changed = replace(item, words=words, reading=_reading(dossier, item, words))
    if item.is_assumption:
        assumptions = tuple(changed if a.id == name else a for a in dossier.assumptions)
        return replace(dossier, assumptions=assumptions)
    return replace(dossier, claims=tuple(changed if c.id == name else c for c in dossier.claims))


def _reading(dossier: ReadDossier, claim: ReadClaim, words: str) -> Reading:
    kind = Kind.RATIO if claim.ratio_of else Kind.RATE if claim.units is not None else Kind.COUNT
    reading = read_phrase(
        parse_count(words),
        dossier.codebook,
        kind=kind,
        statistical=claim.evidence.is_statistical,
        documented=claim.evidence is Evidence.DOCUMENTED,
        exact=claim.exact,
    )
    if reading is None:
        raise UnreadableCountError(words, "it holds no number; leave the claim out instead")
    return reading


def _item(dossier: ReadDossier, name: str) -> ReadClaim | NamedAssumption:
    try:
        return dossier.claim(name)
    except KeyError:
        figures = (*dossier.claims, *dossier.assumptions)
        known = [*(item.id for item in figures), *(rule.id for rule in dossier.rules)]
        more = ", ..." if len(known) > _MOST_NAMES else ""
        raise ValueError(
            f"there is no claim or assumption {name!r} in the dossier. Those there are: "
            f"{', '.join(known[:_MOST_NAMES])}{more}."
        ) from None
