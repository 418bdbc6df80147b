"""A dossier as a file would say it: in its words, or exactly as it is read leniently."""

from collections.abc import Sequence
from typing import Any

from claimrecon.claims import NamedAssumption, ReadClaim, Scope
from claimrecon.dossier import ReadDossier
from claimrecon.periods import DaySpan
from claimrecon.scopes import Extent, Node


def as_written(read: ReadDossier) -> dict[str, Any]:
    """Return the mapping of the file format that says the same: words, or what they read to."""
    head: dict[str, Any] = {
        "claimrecon": 1,
        "populations": tree_written(read.populations.roots),
        "places": tree_written(read.places.roots),
        "causes": tree_written(read.causes.roots),
        "measures": {
            "victims": {"inner": "killed", "outer": "casualties_all"},
            "treated": {"inner": "wounded", "outer": None},
        },
        "claims": [_written(claim) for claim in read.claims],
        "assumptions": [
            *(_written(claim) for claim in read.assumptions),
            *(_written_rule(rule) for rule in read.rules),
        ],
    }
    if read.since is not None:
        head["since"] = _pair(read.since)
    if read.ended is not None:
        head["ended"] = read.ended.isoformat()
    return head


def tree_written(nodes: Sequence[Node]) -> dict[str, object]:
    """Return the mapping of the file format for a tree with these roots."""
    return {
        node.name: {
            "facets": [
                {**tree_written(facet.children), **({"complete": True} if facet.complete else {})}
                for facet in node.facets
            ]
        }
        if node.facets
        else {}
        for node in nodes
    }


def _pair(span: DaySpan) -> list[str]:
    return [span.first.isoformat(), span.last.isoformat()]


def _written(claim: ReadClaim) -> dict[str, object]:
    scope, reading = claim.scope, claim.reading
    written: dict[str, object] = {"id": claim.id, "evidence": claim.evidence.value}
    if not claim.is_assumption:
        written["source"] = claim.origin
    if claim.said is not None and not claim.is_assumption:
        written["said_on"] = claim.said.date.isoformat()
    if claim.words:
        written["count"] = claim.words
    elif reading is not None:
        written["exact"] = True
        written["low"] = str(reading.lenient.low)
        if reading.lenient.high is not None:
            written["high"] = str(reading.lenient.high)
    if claim.units is not None:
        written["per"] = claim.rate_unit
    if claim.ratio_of is not None:
        written["ratio_of"] = claim.ratio_of
    written["measure"] = _measure(scope)
    time = "final" if scope.when.span is None else _pair(scope.when.span)
    written[scope.when.timing.value] = time
    if scope.when.since is not None:
        written["since"] = _pair(scope.when.since)
    return written | _places(scope.population, scope.place, scope.cause)


def _written_rule(rule: NamedAssumption) -> dict[str, object]:
    written: dict[str, object] = {"id": rule.id, "assume": rule.kind.value}
    if rule.after is not None:
        written["after"] = rule.after.isoformat()
    return written | _places(rule.population, rule.place, Extent())


def _measure(scope: Scope) -> object:
    names = scope.measure.name.split("+")
    inner: object = names if len(names) > 1 else names[0]
    if scope.outer_measure is None and not scope.unbounded_measure:
        return inner
    outer = None if scope.outer_measure is None else scope.outer_measure.name
    return {"inner": None if inner == "nothing certain" else inner, "outer": outer}


def _places(population: Extent, place: Extent, cause: Extent) -> dict[str, object]:
    extents = {"population": population, "place": place, "cause": cause}
    return {key: _extent(extent) for key, extent in extents.items() if not extent.is_everything}


def _extent(extent: Extent) -> object:
    def names(these: tuple[str, ...]) -> object:
        return these[0] if len(these) == 1 else {"all_of": list(these)}

    if extent.is_exact:
        return names(extent.outer)
    ends = {"inner": extent.inner, "outer": extent.outer}
    return {end: names(these) for end, these in ends.items() if these}
