"""Claims and dossiers as they are written: valid ones, true or not."""

from datetime import date
from typing import Any, Final

from hypothesis import strategies as st

from claimrecon.claims import RuleKind
from claimrecon.dossier import Assumption, Claim, Dossier, SourceEntry
from claimrecon.testing.dates import partial_dates, periods
from claimrecon.testing.names import (
    CAUSES,
    OUTLETS,
    PLACES,
    POPULATIONS,
    SPEAKERS,
    attributions,
    name_trees,
    sources,
)
from claimrecon.testing.phrases import counts, phrases
from claimrecon.testing.truths.writing import tree_written
from claimrecon.vocabulary import MEASURES, Credibility, Evidence

_PUBLIC: Final = (date(2025, 1, 1), date(2025, 12, 31))
_UNITS: Final = ("day", "week", "month", "year")
_SHARES: Final = ("half", "a third", "two-thirds", "10 percent")


@st.composite
def _figures(draw: st.DrawFn) -> dict[str, Any]:
    """Draw what claims and assumptions have in common: measure, time and number."""
    measure = draw(st.sampled_from(tuple(MEASURES.values())))
    written: dict[str, Any] = {"measure": measure.name}
    written |= draw(_times(is_stock=measure.is_stock))
    written |= draw(st.one_of(phrases().map(lambda phrase: {"count": phrase.text}), _numbers()))
    for key, names in (("population", POPULATIONS), ("place", PLACES), ("cause", CAUSES)):
        name = draw(st.none() | st.sampled_from(names))
        if name is not None:
            written[key] = name
    return written


@st.composite
def _times(draw: st.DrawFn, *, is_stock: bool) -> dict[str, Any]:
    if is_stock:
        return {"at": draw(partial_dates()).isoformat()}
    match draw(st.sampled_from(["as_of", "as_of", "final", "during", "rate"])):
        case "as_of":
            return {"as_of": draw(partial_dates()).isoformat()}
        case "final":
            return {"as_of": "final"}
        case "during":
            return {"during": draw(partial_dates()).isoformat()}
        case _:
            span = draw(periods())
            pair = [span.first.isoformat(), span.last.isoformat()]
            return {"during": pair, "per": draw(st.sampled_from(_UNITS))}


@st.composite
def _numbers(draw: st.DrawFn) -> dict[str, Any]:
    low, best, high = sorted(draw(st.tuples(counts(), counts(), counts())))
    written = {"low": low, "high": high, "best": best}
    for key in draw(st.sampled_from([(), ("high",), ("best",), ("best", "high"), ("low", "best")])):
        del written[key]
    return {**written, "exact": True} if draw(st.booleans()) else {**written}


@st.composite
def claims(draw: st.DrawFn, *, id: str | None = None) -> Claim:  # noqa: A002 - the file's key
    """Draw claims that a dossier accepts, of every measure, time and kind of number.

    They need not be true of anything, nor of each other. For claims that are, see ``cases`` and
    ``dossiers_from``.

    Parameters
    ----------
    id
        The id of every claim drawn; without it they have none.

    Examples
    --------
    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(claims())
    ... def test_claims_load(claim):
    ...     assert Dossier(claims=[claim]).read().claims[0].origin in SPEAKERS
    >>> test_claims_load()
    """
    written = draw(_figures()) | draw(attributions()).to_dict()
    written["reported_on"] = draw(st.dates(*_PUBLIC)).isoformat()
    if draw(st.booleans()):
        written["evidence"] = draw(st.sampled_from(tuple(Evidence)))
    if draw(st.booleans()):
        written["credibility"] = draw(st.sampled_from(tuple(Credibility)))
    if id is not None:
        written["id"] = id
    return Claim.model_validate(written)


@st.composite
def assumptions(draw: st.DrawFn, *, id: str | None = None) -> Assumption:  # noqa: A002
    """Draw assumptions of the analyst: figures, or named rules (§7).

    Examples
    --------
    >>> from hypothesis import find
    >>> Dossier(assumptions=[find(assumptions(), bool)]).read().claims
    ()
    """
    written: dict[str, Any]
    if draw(st.booleans()):
        rule = draw(st.sampled_from(RuleKind))
        written = {"assume": rule}
        if rule in {RuleKind.NO_ARRIVALS, RuleKind.NO_DEPARTURES}:
            written["after"] = draw(st.dates(*_PUBLIC)).isoformat()
    else:
        written = draw(_figures())
    if id is not None:
        written["id"] = id
    return Assumption.model_validate(written)


def source_entries() -> st.SearchStrategy[SourceEntry]:
    """Draw entries of ``sources``, as a dossier file has them.

    Examples
    --------
    >>> from hypothesis import find
    >>> find(source_entries(), bool).name in SPEAKERS
    True
    """
    return sources().map(
        lambda source: SourceEntry(
            name=source.name, role=source.role, side=source.side, reliability=source.reliability
        )
    )


@st.composite
def dossiers(draw: st.DrawFn, *, most: int = 5) -> Dossier:
    """Draw dossiers of up to *most* claims that load, with trees of names and sources.

    The claims need not be true together: mostly they are not.

    Parameters
    ----------
    most
        The highest number of claims.

    Examples
    --------
    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(dossiers(most=3))
    ... def test_dossiers_load(dossier):
    ...     assert len(dossier.read().claims) <= 3
    >>> test_dossiers_load()
    """
    number = draw(st.integers(0, most))
    made = [draw(claims(id=f"claim-{place}")) for place in range(1, number + 1)]
    has_share, has_echo = draw(st.booleans()), draw(st.booleans())
    if made and has_share:
        made.append(_share(draw, made[0]))
    if made and has_echo:
        made.append(_echo(draw, made[-1]))
    supposed = [draw(assumptions(id="assumed"))] if draw(st.booleans()) else []
    return Dossier.model_validate(
        {
            "populations": tree_written(draw(name_trees(names=POPULATIONS)).roots),
            "places": tree_written(draw(name_trees(names=PLACES)).roots),
            "causes": tree_written(draw(name_trees(names=CAUSES)).roots),
            "sources": {
                name: {"role": SPEAKERS[name]}
                for name in draw(st.permutations(tuple(SPEAKERS)))[: draw(st.integers(0, 3))]
            },
            "claims": made[:most],
            "assumptions": supposed,
        }
    )


def _share(draw: st.DrawFn, of: Claim) -> Claim:
    """Draw a claim of a part of what *of* counts."""
    measure = "killed" if of.measure != "killed" else "wounded"
    return Claim.model_validate(
        {
            "id": "share",
            "source": draw(st.sampled_from(tuple(SPEAKERS))),
            "measure": measure,
            "as_of": "final",
            "count": draw(st.sampled_from(_SHARES)),
            "ratio_of": of.id,
            "reported_on": _PUBLIC[1].isoformat(),
        }
    )


def _echo(draw: st.DrawFn, of: Claim) -> Claim:
    """Return the same claim as a medium passed it on."""
    via = (*of.via, draw(st.sampled_from(OUTLETS)))
    return of.model_copy(update={"id": "echo", "relays": of.id, "via": tuple(dict.fromkeys(via))})
