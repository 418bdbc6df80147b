"""What is said about worlds as a dossier file: words, dates and names instead of rows."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from solvers.systems import Told
from solvers.worlds import Said

_OPENING = date(2022, 1, 1)
_HUNDRED = 100


def dossier_of(told: Told) -> dict[str, Any]:
    """Return the dossier as a mapping of the file format, one population a world.

    Every source says one thing only of one day: who corrects himself is another matter.
    """
    claims = [
        claim
        for order, (owner, (number, said)) in enumerate(told.said.items())
        for claim in _claims(owner, order, number, said)
    ]
    return {
        "claimrecon": 1,
        "title": f"{len(told.said)} claims about {len(told.worlds)} worlds",
        "since": _day(1),
        "populations": {_group(number): {} for number in range(len(told.worlds))},
        "places": {
            _group(number, "land"): {
                _group(number, f"place {place}"): {} for place in range(world.places)
            }
            for number, world in enumerate(told.worlds)
        },
        "claims": claims,
        "assumptions": [
            {
                "id": f"start {number} {place}",
                "measure": "strength",
                "population": _group(number),
                "place": _group(number, f"place {place}"),
                "at": _day(0),
                "count": str(start),
            }
            for number, world in enumerate(told.worlds)
            for place, start in enumerate(world.start)
        ],
    }


def dossier_json(told: Told) -> str:
    """Return the dossier as JSON."""
    return json.dumps(dossier_of(told))


def _claims(owner: str, order: int, number: int, said: Said) -> Iterator[dict[str, Any]]:
    claim: dict[str, Any] = {
        "id": owner,
        "source": f"source {order}",
        "reported_on": _day(said.last),
        "population": _group(number),
        "place": _group(number, "land" if said.place is None else f"place {said.place}"),
        "measure": said.measure,
    }
    if said.kind == "ratio":
        whole = {**claim, "id": f"{owner}, of", "source": f"source {order}"}
        whole |= {"place": _group(number, "land"), "as_of": _day(said.last), "count": "none"}
        claim |= {"as_of": _day(said.last), "ratio_of": whole["id"]}
        claim |= _numbers(said.low / _HUNDRED, None if said.high is None else said.high / _HUNDRED)
        yield from (whole, claim)
        return
    if said.kind == "stock":
        claim["at"] = _day(said.last)
    elif said.kind in {"period", "rate"}:
        claim["during"] = [_day(said.first + 1), _day(said.last)]
    else:
        unsure = said.kind == "unsure"
        claim["as_of"] = [_day(said.first), _day(said.last)] if unsure else _day(said.last)
    if said.kind == "rate":
        claim["per"] = "week"
    yield claim | _words(said)


def _words(said: Said) -> dict[str, Any]:
    """Say the numbers in words where words for them are usual."""
    if said.high is None:
        return {"count": f"at least {said.low:,}"}
    if said.low == said.high:
        return {"count": f"{said.low:,}"}
    if not said.low:
        return {"count": f"at most {said.high:,}"}
    return {"count": f"between {said.low:,} and {said.high:,}"}


def _numbers(low: float, high: float | None) -> dict[str, Any]:
    return {"low": low, "exact": True} | ({} if high is None else {"high": high})


def _group(number: int, part: str = "people") -> str:
    return f"{part} of group {number:02}"


def _day(number: int) -> str:
    return (_OPENING + timedelta(days=number)).isoformat()
