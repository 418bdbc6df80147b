"""Wikidata entities, in the JSON of ``Special:EntityData``.

==========  =========================  ============================================================
property    its description            read as
==========  =========================  ============================================================
P1120       number of deaths           ``killed``: who died "as a direct result" of the event
P1339       number of injured          ``wounded``
P1446       number of missing          ``missing``, a stock: on its day, else the day it was read
P1590       number of casualties       ``casualties``: for events where dead and injured are not
                                       told apart
==========  =========================  ============================================================

The qualifier P585 (point in time) makes a running total of its day, month or year; without it the
figure is the final toll. P1480 "circa" makes the figure "about". An upper and a lower bound that
differ from the amount are the bounds of the figure. "Unknown value" is a claim without a number;
"no value" says nothing and stands among the errors. Deprecated statements are kept as denials:
reported, binding nothing. Who says so is the reference: P248 (stated in), else the host of P854
(reference URL), else Wikidata. P813 is the day it was retrieved. Qualifiers that are not read here
are named in the note, because they may narrow what is counted.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from claimrecon.exchange.figures import statements_of, whole_number
from claimrecon.exchange.model import Imported, Taking
from claimrecon.exchange.refusals import ExchangeError
from claimrecon.exchange.sheets import Text, text_of

NAME = "wikidata"
_MEASURES: Mapping[str, str] = MappingProxyType(
    {"P1120": "killed", "P1339": "wounded", "P1446": "missing", "P1590": "casualties"}
)
_CIRCA = "Q5727902"
_READ = frozenset({"P585", "P1480"})
_DIGITS: Mapping[int, int] = MappingProxyType({9: 4, 10: 7, 11: 10})
"""Of a time's precision (year, month, day), how many characters of its ISO form are known."""

Values = Mapping[str, Any]


def read_wikidata(source: Text) -> Imported:
    """Read the numbers of people harmed of every entity in the file; the key is the entity.

    Raises
    ------
    ExchangeError
        If the file holds no entities.

    Examples
    --------
    >>> amount = {"amount": "+12", "unit": "1"}
    >>> snak = {"snaktype": "value", "datavalue": {"value": amount}}
    >>> entity = {"id": "Q1", "claims": {"P1120": [{"mainsnak": snak, "rank": "normal"}]}}
    >>> [item] = read_wikidata(json.dumps({"entities": {"Q1": entity}})).claims
    >>> item.claim["measure"], item.claim["count"], item.claim["as_of"]
    ('killed', '12', 'final')
    """
    try:
        held = json.loads(text_of(source), parse_float=str)
    except ValueError as error:
        raise ExchangeError(f"this is no JSON: {error}.") from error
    entities = held.get("entities") if isinstance(held, Mapping) else None
    if not isinstance(entities, Mapping):
        raise ExchangeError(
            "this is no file of Wikidata entities: it has no 'entities'. Take the JSON of "
            "Special:EntityData."
        )
    taking = Taking()
    number = 0
    for entity in entities.values():
        for measure, statement in _statements(entity):
            number += 1
            _take(entity, measure, statement, taking, number)
    return taking.done(NAME)


def _statements(entity: Values) -> Iterator[tuple[str, Values]]:
    for code in _MEASURES:
        for statement in entity.get("claims", {}).get(code, ()):
            yield code, statement


def _take(entity: Values, code: str, statement: Values, taking: Taking, number: int) -> None:
    figures = _figures(statement.get("mainsnak", {}), code, taking, number)
    if figures is None:
        return
    qualifiers = statement.get("qualifiers", {})
    reference = _reference(statement)
    measure = _MEASURES[code]
    modified = str(entity.get("modified", ""))[:10]
    common = {
        "source": _said_by(reference),
        "measure": measure,
        **_when(qualifiers, measure, modified),
        "reported_on": None,
        "retrieved_on": _time(reference.get("P813")) or modified or None,
        "url": _value(reference.get("P854")),
        "evidence": "denial" if statement.get("rank") == "deprecated" else None,
        "note": _note(statement, qualifiers),
    }
    name = str(entity.get("id"))
    label = entity.get("labels", {}).get("en", {}).get("value")
    stem = statement.get("id") or f"{name}-{number}"
    for suffix, figure in statements_of(figures) if figures else [("", {"count": "none"})]:
        said = dict(figure)
        if _CIRCA in _items(qualifiers.get("P1480")) and "count" in said and figures:
            said["count"] = f"about {said['count']}"
        original = {"entity": name, "label": label, "property": code, "statement": statement}
        taking.take(name, number, {"id": f"{stem}{suffix}", **common, **said}, original)


def _figures(snak: Values, code: str, taking: Taking, number: int) -> dict[str, int] | None:
    """Return the figure of a statement; empty where it is unknown, ``None`` where there is none."""
    if snak.get("snaktype") == "somevalue":
        return {}
    value = snak.get("datavalue", {}).get("value", {})
    if snak.get("snaktype") != "value":
        taking.refuse(number, code, None, "The statement says that there is no value.")
        return None
    if str(value.get("unit", "1")) != "1":
        reason = f"The figure is in the unit {value['unit']}, and only persons are counted here."
        taking.refuse(number, code, value.get("amount"), reason, "CR662")
        return None
    found: dict[str, int] = {}
    for end, part in (("low", "lowerBound"), ("best", "amount"), ("high", "upperBound")):
        if part not in value:
            continue
        whole = whole_number(str(value[part]).removeprefix("+"))
        if whole is None:
            reason = f"{value[part]!r} is no whole number of persons."
            taking.refuse(number, code, value[part], reason)
            return None
        found[end] = whole
    return {"best": found["best"]} if len(set(found.values())) == 1 else found


def _when(qualifiers: Values, measure: str, modified: str) -> dict[str, Any]:
    day = _time(qualifiers.get("P585"))
    if measure == "missing":
        return {"at": day or modified or None}
    return {"as_of": day or "final"}


def _time(snaks: Any) -> str | None:
    """Return the first time of *snaks* as a partial date, or ``None``."""
    for snak in snaks or ():
        value = snak.get("datavalue", {}).get("value", {})
        digits = _DIGITS.get(value.get("precision"))
        if digits is not None and str(value.get("time", "")).startswith("+"):
            return str(value["time"])[1 : 1 + digits]
    return None


def _items(snaks: Any) -> tuple[str, ...]:
    values = (snak.get("datavalue", {}).get("value", {}) for snak in snaks or ())
    return tuple(str(value.get("id", "")) for value in values)


def _value(snaks: Any) -> str | None:
    for snak in snaks or ():
        value = snak.get("datavalue", {}).get("value")
        if isinstance(value, str):
            return value
    return None


def _reference(statement: Values) -> Values:
    """Return the parts of the first reference."""
    references: Sequence[Values] = statement.get("references") or ({},)
    parts: Values = references[0].get("snaks", {})
    return parts


def _said_by(reference: Values) -> str:
    stated = [name for name in _items(reference.get("P248")) if name]
    if stated:
        return stated[0]
    host = urlsplit(_value(reference.get("P854")) or "").hostname
    return host.removeprefix("www.") if host else "Wikidata"


def _note(statement: Values, qualifiers: Values) -> str:
    unread = [name for name in qualifiers if name not in _READ]
    told = [f"rank {statement.get('rank', 'normal')}"]
    told += [f"qualified by {', '.join(unread)}"] if unread else []
    count = len(statement.get("references") or ())
    return "; ".join([*told, f"{count} references"])
