"""PROV-JSON: who said what, passed on by whom, computed from what, replaced by what.

=========================  =================================================================
claim                      ``entity``, with its whole mapping under ``cr:claim``
source, relay              ``agent``
source, via                ``wasAttributedTo``
speaks_for                 ``actedOnBehalfOf``
relays                     ``wasDerivedFrom``, of type ``prov:Quotation``
derived_from               ``wasDerivedFrom``
supersedes                 ``wasDerivedFrom``, of type ``prov:Revision``
=========================  =================================================================
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from claimrecon.dossier import Dossier, load
from claimrecon.exchange.plain import compact, plain_claims, plain_head, pretty, source_name
from claimrecon.exchange.refusals import ExchangeError

NAME = "prov"
_HEAD = "cr:dossier"
_LINKS: tuple[tuple[str, str | None], ...] = (
    ("relays", "prov:Quotation"),
    ("derived_from", None),
    ("supersedes", "prov:Revision"),
)


def write_prov(dossier: Dossier) -> str:
    """Return *dossier* as PROV-JSON.

    Examples
    --------
    >>> claim = {"id": "a", "source": "Mayor", "says": "12 killed", "as_of": "2025-01-09"}
    >>> held = json.loads(write_prov(Dossier(claims=[claim])))
    >>> list(held["agent"]), held["wasAttributedTo"]["_:1"]["prov:entity"]
    (['source:Mayor'], 'claim:a')
    """
    claims, head = plain_claims(dossier), plain_head(dossier)
    entities: dict[str, Any] = {_HEAD: {"cr:head": compact(head)}}
    agents: dict[str, Any] = {}
    for key, entry in head.get("sources", {}).items():
        agents[_agent(key)] = {"prov:label": entry.get("name", key)}
    attributed: list[dict[str, str]] = []
    derived: list[dict[str, str]] = []
    delegated: list[dict[str, str]] = []
    for claim in claims:
        entities[_entity(claim["id"])] = {"cr:claim": compact(claim)}
        for name in (source_name(claim), *claim.get("via", ())):
            agents.setdefault(_agent(name), {"prov:label": name})
            attributed.append({"prov:entity": _entity(claim["id"]), "prov:agent": _agent(name)})
        derived += _links(claim)
    for key, entry in head.get("sources", {}).items():
        if (other := entry.get("speaks_for")) is not None:
            agents.setdefault(_agent(other), {"prov:label": other})
            delegated.append({"prov:delegate": _agent(key), "prov:responsible": _agent(other)})
    return pretty(
        {
            "prefix": {"claim": "urn:claim:", "source": "urn:source:", "cr": "urn:claimrecon:"},
            "entity": entities,
            "agent": agents,
            "wasAttributedTo": _numbered(attributed),
            "wasDerivedFrom": _numbered(derived),
            "actedOnBehalfOf": _numbered(delegated),
        }
    )


def read_prov(text: str) -> Dossier:
    """Return the dossier that ``write_prov`` wrote.

    Raises
    ------
    ExchangeError
        If the document was not written by this library.
    DossierError
        If what it holds cannot be used.
    """
    try:
        entities = json.loads(text)["entity"]
        head = json.loads(entities[_HEAD]["cr:head"])
        claims = [json.loads(part["cr:claim"]) for name, part in entities.items() if name != _HEAD]
    except (ValueError, KeyError, TypeError) as error:
        raise ExchangeError(
            "this PROV-JSON does not hold whole claims. Only documents that this library wrote are "
            "read back."
        ) from error
    return load({**head, "claims": claims})


def _links(claim: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    for key, kind in _LINKS:
        named = claim.get(key, ())
        for target in (named,) if isinstance(named, str) else named:
            link = {
                "prov:generatedEntity": _entity(claim["id"]),
                "prov:usedEntity": _entity(target),
            }
            yield link if kind is None else {**link, "prov:type": kind}


def _numbered(items: list[dict[str, str]]) -> dict[str, dict[str, str]]:
    return {f"_:{number}": item for number, item in enumerate(items, 1)}


def _entity(name: str) -> str:
    return f"claim:{quote(name, safe='')}"


def _agent(name: str) -> str:
    return f"source:{quote(name, safe='')}"
