"""Series that repeat each other: one is a fixed multiple of another, day after day (§9).

Wounded that are three times the killed on every date were not counted: they were computed. Such a
series is no evidence of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from claimrecon.claims import ReadClaim, Timing
from claimrecon.findings.model import Finding, FindingKind
from claimrecon.findings.record import Record
from claimrecon.findings.wording import Speech
from claimrecon.periods import DaySpan

LEAST_DATES = 3
"""Fewer figures in proportion are easily a chance."""

_ROUNDED = 100
"""A multiple may have been rounded to whole persons where all its figures are at least this."""


_SIMPLE = 100
"""Nobody multiplies by more than two decimals; finer multiples fit any figures by chance."""


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one origin about one thing, by date.

    Attributes
    ----------
    key
        Sorts series and tells them apart.
    scope
        What is counted of whom, where and how: everything but the dates and the origin.
    claims
        By date, each a bare number; the dates ascend.
    """

    key: tuple[str, ...]
    scope: tuple[object, ...]
    claims: Mapping[DaySpan, ReadClaim]

    def number(self, span: DaySpan) -> Fraction:
        """Return the figure of a date, hedges aside."""
        reading = self.claims[span].reading
        return Fraction(0) if reading is None else reading.numbers[0]


def series_findings(record: Record, speech: Speech) -> tuple[Finding, ...]:
    """Return one finding for every series that is a fixed multiple of a smaller or equal one.

    Of several series in proportion the one with the smallest figures is the base of all others.
    """
    found: dict[tuple[str, ...], Finding] = {}
    for base, other, dates, multiple in sorted(_proportional(record), key=_order):
        if other.key in found or base.key in found:
            continue
        claims = (*_ids(other, dates), *_ids(base, dates))
        said = (other.claims[dates[0]], base.claims[dates[0]])
        found[other.key] = Finding(
            kind=FindingKind.DERIVED,
            claims=claims,
            origins=tuple(sorted({claim.origin for claim in said})),
            multiple=multiple,
            explanation=speech.multiple(said[0].id, said[1].id, multiple, len(dates)),
        )
    return tuple(sorted(found.values(), key=lambda finding: finding.claims))


Pair = tuple[Series, Series, tuple[DaySpan, ...], Fraction]


def _order(pair: Pair) -> tuple[object, ...]:
    base, other, dates, _ = pair
    return (base.number(dates[0]), base.key, other.key)


def _ids(series: Series, dates: Sequence[DaySpan]) -> tuple[str, ...]:
    return tuple(series.claims[span].id for span in dates)


def _proportional(record: Record) -> Iterator[Pair]:
    every = [series for series in series_of(record) if len(series.claims) >= LEAST_DATES]
    sketches = {series.key: _sketch(series) for series in every}
    for one, other in combinations(every, 2):
        if not _may_be_multiple(sketches[one.key], sketches[other.key]):
            continue
        dates = tuple(span for span in one.claims if span in other.claims)
        if len(dates) < LEAST_DATES:
            continue
        small, large = sorted((one, other), key=lambda s: (s.number(dates[0]), s.key))
        multiple = multiple_of(
            [small.number(span) for span in dates], [large.number(span) for span in dates]
        )
        # Equal figures of different things are a chance, or say nothing; of one thing, a copy.
        if multiple is not None and (multiple != 1 or one.scope == other.scope):
            yield small, large, dates, multiple


_Sketch = Mapping[int, int] | None
"""The figures of a series by date, as plain integers; ``None`` where one is not whole."""


def _sketch(series: Series) -> _Sketch:
    numbers = {span: series.number(span) for span in series.claims}
    if any(number.denominator > 1 for number in numbers.values()):
        return None
    return {
        span.first.toordinal() * _LATEST + span.last.toordinal(): number.numerator
        for span, number in numbers.items()
    }


_LATEST = 10**7
"""More than any day's ordinal."""


def _may_be_multiple(one: _Sketch, other: _Sketch) -> bool:
    """Whether there are dates enough, and every figure is about in proportion to the first.

    Where all figures are within half a person of a multiple, the cross products of two of them
    differ by half the sum of the two that they are multiples of, at most.
    """
    if one is None or other is None:
        return True
    shared, first = 0, (0, 0)
    for day, mine in one.items():
        yours = other.get(day)
        if yours is None:
            continue
        if not shared:
            first = mine, yours
        elif 2 * abs(first[0] * yours - mine * first[1]) > max(first[0] + mine, first[1] + yours):
            return False  # as most do, after a few dates
        shared += 1
    return shared >= LEAST_DATES


def multiple_of(base: Sequence[Fraction], other: Sequence[Fraction]) -> Fraction | None:
    """Return the one number that takes every figure of *base* to that of *other*, if there is one.

    The figures of *other* may be rounded to whole persons where they are large and the multiple is
    one of two decimals or fewer. ``None`` also where fewer than three different figures would show
    it.

    Examples
    --------
    >>> print(
    ...     multiple_of([Fraction(n) for n in (10, 20, 40)], [Fraction(n) for n in (30, 60, 120)])
    ... )
    3
    >>> multiple_of([Fraction(n) for n in (10, 20, 40)], [Fraction(n) for n in (30, 61, 120)])
    """
    if len(set(base)) < LEAST_DATES or min(base) <= 0:
        return None
    ratios = {b / a for a, b in zip(base, other, strict=True)}
    if len(ratios) == 1:
        return ratios.pop()
    if min(*base, *other) < _ROUNDED:
        return None
    half = Fraction(1, 2)
    low = max((b - half) / a for a, b in zip(base, other, strict=True))
    high = min((b + half) / a for a, b in zip(base, other, strict=True))
    if low > high:
        return None
    found = simplest_between(low, high)
    return found if found.denominator <= _SIMPLE else None


def simplest_between(low: Fraction, high: Fraction) -> Fraction:
    """Return the fraction of least denominator from *low* to *high*, both positive and inclusive.

    Examples
    --------
    >>> print(simplest_between(Fraction(299, 100), Fraction(301, 100)))
    3
    >>> print(simplest_between(Fraction(24, 10), Fraction(26, 10)))
    5/2
    """
    whole = -(-low.numerator // low.denominator)
    if whole <= high:
        return Fraction(whole)
    below = whole - 1
    return below + 1 / simplest_between(1 / (high - below), 1 / (low - below))


def series_of(record: Record) -> tuple[Series, ...]:
    """Return the series of all origins: running totals and stocks of one thing, by date."""
    found: dict[tuple[str, tuple[object, ...]], dict[DaySpan, ReadClaim]] = {}
    for statement in record.statements:
        claim, span = statement.lead, statement.lead.scope.when.span
        if claim.is_assumption or not claim.binds or claim.ratio_of or claim.units is not None:
            continue
        if span is None or claim.reading is None or len(claim.reading.numbers) != 1:
            continue
        found.setdefault((claim.origin, _scope(claim)), {}).setdefault(span, claim)
    made = [
        Series(
            (origin, *map(str, scope)),
            scope,
            {span: claims[span] for span in sorted(claims)},
        )
        for (origin, scope), claims in found.items()
    ]
    return tuple(sorted(made, key=lambda series: series.key))


def _scope(claim: ReadClaim) -> tuple[object, ...]:
    scope = claim.scope
    outer = None if scope.outer_measure is None else scope.outer_measure.name
    since = scope.when.since if scope.when.timing is Timing.AS_OF else None
    return (
        scope.measure.name,
        outer,
        scope.population,
        scope.place,
        scope.cause,
        scope.when.timing,
        since,
    )
