"""schema.org in JSON-LD: a ``Claim`` for each claim, about an ``Observation``.

The ``Claim`` says who said what and when, the ``Observation`` what was counted, of whom, where and
when, as far as schema.org has words for it. The whole claim, word for word, stands in ``encoding``,
so that nothing is lost on the way back.
"""

import json
from collections.abc import Mapping
from typing import Any

from claimrecon.dossier import Dossier, load
from claimrecon.exchange.plain import compact, plain_claims, plain_head, pretty, source_name
from claimrecon.exchange.refusals import ExchangeError

NAME = "jsonld"
_CONTEXT = "https://schema.org"
_FORMAT = "application/vnd.claimrecon+json"


def write_jsonld(dossier: Dossier) -> str:
    """Return *dossier* as JSON-LD.

    Examples
    --------
    >>> claim = {"source": "Mayor", "says": "at least 12 killed", "as_of": "2025-01-09"}
    >>> graph = json.loads(write_jsonld(Dossier(claims=[claim])))["hasPart"]
    >>> graph[0]["@type"], graph[0]["author"]["name"], graph[0]["text"]
    ('Claim', 'Mayor', 'at least 12 killed')
    """
    head = plain_head(dossier)
    whole = {
        "@context": _CONTEXT,
        "@type": "Dataset",
        "name": dossier.title,
        "hasPart": [_claim(claim) for claim in plain_claims(dossier)],
        "encoding": _encoded(head),
    }
    return pretty({name: value for name, value in whole.items() if value is not None})


def read_jsonld(text: str) -> Dossier:
    """Return the dossier that ``write_jsonld`` wrote.

    Raises
    ------
    ExchangeError
        If the document was not written by this library.
    DossierError
        If what it holds cannot be used.
    """
    try:
        held = json.loads(text)
        head = _decoded(held)
        claims = [_decoded(part) for part in held["hasPart"]]
    except (ValueError, KeyError, TypeError) as error:
        raise ExchangeError(
            "this JSON-LD does not hold whole claims. Only documents that this library wrote are "
            "read back; of others take the figures by hand."
        ) from error
    return load({**head, "claims": claims})


def _claim(claim: Mapping[str, Any]) -> dict[str, Any]:
    words = claim.get("says") or claim.get("count") or _bounds(claim)
    made = {
        "@type": "Claim",
        "@id": f"#{claim['id']}",
        "author": {"@type": "Organization", "name": source_name(claim)},
        "text": claim.get("quote") or words,
        "datePublished": claim.get("reported_on"),
        "url": claim.get("url"),
        "about": _observation(claim),
        "encoding": _encoded(claim),
    }
    return {name: value for name, value in made.items() if value is not None}


def _observation(claim: Mapping[str, Any]) -> dict[str, Any]:
    when = next((claim[key] for key in ("at", "as_of", "during") if key in claim), None)
    made = {
        "@type": "Observation",
        "measuredProperty": _text(claim.get("measure")),
        "observationAbout": _text(claim.get("population")),
        "location": _text(claim.get("place")),
        "observationDate": when if isinstance(when, str) else None,
        "observationPeriod": "/".join(when) if isinstance(when, list) else None,
        "minValue": claim.get("low"),
        "maxValue": claim.get("high"),
        "value": claim.get("best"),
    }
    return {name: value for name, value in made.items() if value is not None}


def _text(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else compact(value)


def _bounds(claim: Mapping[str, Any]) -> str:
    return " to ".join(str(claim[key]) for key in ("low", "high") if key in claim)


def _encoded(values: Mapping[str, Any]) -> dict[str, str]:
    return {"@type": "MediaObject", "encodingFormat": _FORMAT, "text": compact(values)}


def _decoded(part: Mapping[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = json.loads(part["encoding"]["text"])
    return values
