"""Pydantic by itself: the floor for anything that begins with claims in JSON."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ConfigDict, TypeAdapter

from claimrecon import Dossier, load, reconcile
from claimrecon.findings import Record
from claimrecon.linear import Proof, decide

Day = date


class Plain(BaseModel):
    """A claim with the keys that the benchmark writes, and no rules of its own."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    id: str
    source: str
    reported_on: Day
    population: str
    place: str
    measure: str
    as_of: Day | tuple[Day, Day] | None = None
    at: Day | None = None
    during: tuple[Day, Day] | None = None
    per: str | None = None
    count: str | None = None
    low: float | None = None
    high: float | None = None
    exact: bool = False
    ratio_of: str | None = None


def _validate(dossier: str) -> Callable[[], object]:
    claims = json.dumps(json.loads(dossier)["claims"])
    adapter = TypeAdapter(tuple[Plain, ...])
    return lambda: {"claims": len(adapter.validate_json(claims))}


def _verdict(dossier: str) -> Callable[[], object]:
    """From JSON to rows to the verdict that all claims together get, read leniently."""

    def run() -> object:
        loaded: Dossier = load(json.loads(dossier))
        read = loaded.read()
        system = Record(read, background=read.claims).system(lenient=True).system
        return {"possible": not isinstance(decide(system), Proof)}

    return run


def _fresh(dossier: str) -> Callable[[], object]:
    loaded = load(json.loads(dossier))
    return lambda: {"verdict": reconcile(loaded).verdict}


def _one_more(dossier: str) -> Callable[[], object]:
    """Reconcile all claims but the last beforehand; measure what the last one takes."""
    whole = json.loads(dossier)
    last = whole["claims"].pop()
    report = reconcile(load(whole))
    return lambda: {"verdict": report.add([last]).verdict}


TASKS: Mapping[str, Callable[[str], Callable[[], Any]]] = MappingProxyType(
    {"validate": _validate, "verdict": _verdict, "fresh": _fresh, "one more": _one_more}
)
