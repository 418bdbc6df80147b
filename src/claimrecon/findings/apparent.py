"""Figures that look like a conflict and are none, because they are about different things (§9)."""

from collections.abc import Iterable

from claimrecon.claims import ReadClaim, Timing
from claimrecon.constraints import number_words
from claimrecon.findings.model import Finding, FindingKind
from claimrecon.findings.nearest import Nearest, Pair, measures_of, nearest_pairs
from claimrecon.findings.record import Record
from claimrecon.findings.wording import Speech
from claimrecon.vocabulary import Evidence


def apparent(
    record: Record, clashing: frozenset[frozenset[str]], speech: Speech
) -> tuple[Finding, ...]:
    """Return the apparent conflicts of the record, sorted by claims.

    Parameters
    ----------
    record
        The standing claims.
    clashing
        Sets that are real conflicts; a pair in one of size two is not apparent.
    speech
        The words of the dossier.
    """
    return apparent_findings((nearest_pairs(record, clashing),), speech)


def apparent_findings(parts: Iterable[Nearest], speech: Speech) -> tuple[Finding, ...]:
    """Return the apparent conflicts of a record from the nearest pairs of its parts."""
    best: dict[tuple[object, ...], tuple[tuple[object, ...], Pair]] = {}
    for part in parts:
        for key, found in part.items():
            if key not in best or found[0] < best[key][0]:
                best[key] = found
    made = [_finding(pair, speech) for _, pair in best.values()]
    return tuple(sorted(made, key=lambda finding: finding.claims))


def differences(one: ReadClaim, other: ReadClaim) -> tuple[str, ...]:
    """Name the dimensions in which two claims differ; the evidence only where nothing else does."""
    mine, yours = one.scope, other.scope
    found = [
        name
        for name, differ in (
            ("measure", measures_of(one) != measures_of(other)),
            ("population", mine.population != yours.population),
            ("place", mine.place != yours.place),
            ("cause", mine.cause != yours.cause),
            ("time", mine.when != yours.when),
        )
        if differ
    ]
    vague = mine.measure.vague is not None
    documented = Evidence.DOCUMENTED in {one.evidence, other.evidence}
    if not found and documented and one.evidence is not other.evidence:
        found = ["evidence"]
    if not found and vague and one.origin != other.origin:
        found = ["measure"]
    return tuple(found)


def _finding(pair: Pair, speech: Speech) -> Finding:
    one, other = pair
    names = differences(one, other)
    return Finding(
        kind=FindingKind.APPARENT,
        claims=(one.id, other.id),
        origins=tuple(sorted({one.origin, other.origin})),
        differs=names,
        explanation=speech.apparent(one.id, other.id, names, _growth(one, other, names)),
    )


def _growth(one: ReadClaim, other: ReadClaim, names: tuple[str, ...]) -> str:
    """Say by how much two running totals of one thing must have grown in between."""
    if names != ("time",) or {one.scope.when.timing, other.scope.when.timing} != {Timing.AS_OF}:
        return ""
    spans = [one.scope.when.span, other.scope.when.span]
    if None in spans or one.scope.measure.can_fall:
        return ""
    ordered = sorted(
        (one, other), key=lambda c: c.scope.when.span.first if c.scope.when.span else 0
    )
    early, late = (c.interval(lenient=True) for c in ordered)
    if early is None or late is None or early.high is None or late.low <= early.high:
        return ""
    return (
        f" In between the total must have grown by at least {number_words(late.low - early.high)}."
    )
