"""Figures that look like a conflict and are none, because they are about different things (§9)."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import combinations

from claimrecon.claims import ReadClaim, Timing
from claimrecon.constraints import number_words
from claimrecon.findings.echoes import Statement
from claimrecon.findings.model import Finding, FindingKind
from claimrecon.findings.record import Record
from claimrecon.findings.wording import Speech
from claimrecon.quantities import Codebook, CountInterval, read_numbers
from claimrecon.scopes import Extent, NameTree
from claimrecon.vocabulary import Evidence

Pair = tuple[ReadClaim, ReadClaim]


Nearest = Mapping[tuple[object, ...], tuple[tuple[object, ...], Pair]]
"""For every pair of origins and of what they count, the pair of claims to show, with its rank."""


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


def nearest_pairs(record: Record, clashing: frozenset[frozenset[str]]) -> Nearest:
    """Return which pair of claims speaks for each pair of origins and of what they count."""
    best: dict[tuple[object, ...], tuple[tuple[object, ...], Pair]] = {}
    codebook = record.dossier.codebook
    bare = {s.lead.id: _bare(s.lead, codebook) for s in record.standing if _is_count(s)}
    for one, other in _comparable(record):
        # Figures nearest in time are those a reader sets side by side; of these, the widest.
        key, apart = _pair_key(one, other), _days_apart(one, other)
        if key in best and best[key][0] < (apart,):
            continue
        if frozenset({one.id, other.id}) in clashing:
            continue
        width = _width(bare[one.id], bare[other.id])
        if width is None:
            continue
        rank = (apart, -width, one.id, other.id)
        if key not in best or rank < best[key][0]:
            best[key] = (rank, (one, other))
    return best


def apparent_findings(parts: Iterable[Nearest], speech: Speech) -> tuple[Finding, ...]:
    """Return the apparent conflicts of a record from the nearest pairs of its parts."""
    best: dict[tuple[object, ...], tuple[tuple[object, ...], Pair]] = {}
    for part in parts:
        for key, found in part.items():
            if key not in best or found[0] < best[key][0]:
                best[key] = found
    made = [_finding(pair, speech) for _, pair in best.values()]
    return tuple(sorted(made, key=lambda finding: finding.claims))


def _comparable(record: Record) -> Iterator[Pair]:
    claims = sorted((s.lead for s in record.standing if _is_count(s)), key=lambda c: c.id)
    for one, other in combinations(claims, 2):
        differing = differences(one, other)
        same_origin = one.origin == other.origin
        if same_origin and not {"measure", "population", "evidence"} & {*differing}:
            continue
        if same_origin and one.statement is not None and one.statement == other.statement:
            continue  # rows of one table: nobody sets them against each other
        if not differing or not _overlap(one, other):
            continue
        if _nested(one.scope.population, other.scope.population, record.dossier.populations) and (
            _nested(one.scope.place, other.scope.place, record.dossier.places)
        ):
            yield one, other


def _is_count(statement: Statement) -> bool:
    claim = statement.lead
    return claim.ratio_of is None and claim.units is None


def differences(one: ReadClaim, other: ReadClaim) -> tuple[str, ...]:
    """Name the dimensions in which two claims differ; the evidence only where nothing else does."""
    mine, yours = one.scope, other.scope
    found = [
        name
        for name, differ in (
            ("measure", _measures(one) != _measures(other)),
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


def _measures(claim: ReadClaim) -> tuple[str, str | None]:
    outer = claim.scope.outer_measure
    return claim.scope.measure.name, None if outer is None else outer.name


def _overlap(one: ReadClaim, other: ReadClaim) -> bool:
    """Whether both count some of the same moves: killed and wounded are never set side by side."""
    return not {*one.scope.measure.moves_in}.isdisjoint(other.scope.measure.moves_in)


def _nested(one: Extent, other: Extent, tree: NameTree) -> bool:
    return _within(one, other, tree) or _within(other, one, tree)


def _within(small: Extent, large: Extent, tree: NameTree) -> bool:
    return all(any(tree.encloses(a, b) for b in small.outer) for a in large.outer)


def _width(mine: CountInterval | None, yours: CountInterval | None) -> Fraction | None:
    """Return how many times two figures differ, or ``None`` where rounding explains it."""
    if mine is None or yours is None or mine.high is None or yours.high is None:
        return None
    low, high = sorted((mine, yours), key=lambda interval: interval.low)
    if low.high is None or low.high >= high.low:
        return None
    return (high.low + 1) / (low.high + 1)


def _bare(claim: ReadClaim, codebook: Codebook) -> CountInterval | None:
    """Return the figure as it reads without its hedge, allowing for rounding."""
    if claim.reading is None or not claim.reading.numbers:
        return None if claim.reading is None else claim.reading.lenient
    low, high = min(claim.reading.numbers), max(claim.reading.numbers)
    reading = read_numbers(
        low if low != high else None,
        high if low != high else None,
        low if low == high else None,
        codebook,
        statistical=False,
        documented=claim.evidence is Evidence.DOCUMENTED,
        exact=claim.exact,
    )
    return reading.lenient


def _days_apart(one: ReadClaim, other: ReadClaim) -> int:
    """Return how many days lie between two claims; the final toll is far from any day."""
    mine, yours = one.scope.when.span, other.scope.when.span
    if mine is None or yours is None:
        return 0 if mine is yours else _FAR
    return max((mine.first - yours.last).days, (yours.first - mine.last).days, 0)


_FAR = 10**7


def _pair_key(one: ReadClaim, other: ReadClaim) -> tuple[object, ...]:
    """At most one finding for each pair of origins and of what they count among whom."""
    sides = [(c.origin, _measures(c)[0], str(c.scope.population)) for c in (one, other)]
    return tuple(sorted(sides))


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
