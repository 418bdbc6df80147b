"""Claims that are true of a world, of every kind that a dossier can hold (§3-§8).

Each claim is drawn from what it is really about (true days, true places) and only then blurred: the
claim's dates, sets and interval always hold the truth.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final

from hypothesis import strategies as st

from claimrecon.claims import NamedAssumption, ReadClaim, RuleKind, Scope, Timing, When
from claimrecon.dossier import ReadDossier
from claimrecon.periods import DaySpan, Moment, PartialDate
from claimrecon.quantities import Basis, CountInterval, Reading, codebook_named
from claimrecon.scopes import Extent
from claimrecon.sources import Source
from claimrecon.testing.phrases import phrases
from claimrecon.testing.truths.counting import truth
from claimrecon.testing.truths.teller import ANYTHING, THEMES, Asked, Teller
from claimrecon.testing.truths.worlds import FIRST, World
from claimrecon.vocabulary import MEASURES, Evidence

ORIGINS: Final = ("army", "clinic", "ministry")
BOOK: Final = codebook_named("claimrecon-1")


@dataclass(frozen=True, repr=False)
class Telling:
    """A world, a dossier about it, and something to ask."""

    world: World
    read: ReadDossier
    question: Asked
    is_strictly_true: bool
    """Whether every claim holds as read strictly; else some hold only leniently."""

    def _repr_pretty_(self, printer: Any, _cycle: object) -> None:
        printer.text(repr(self))

    def __repr__(self) -> str:
        """Say what happened, what is said of it and what is asked, one line each."""
        read = self.read
        lines = [repr(self.world), f"since {read.since}, ended {read.ended}"]
        lines += [
            f"{rule.id}: {rule.population}, {rule.place}, {rule.after}" for rule in read.rules
        ]
        lines += [_told(claim) for claim in (*read.claims, *read.assumptions)]
        asked = self.question
        return "\n".join([*lines, f"{_about(asked.scope)}? Truly {asked.low} to {asked.high}"])


def _told(claim: ReadClaim) -> str:
    reading = claim.reading
    words = "" if reading is None else f"{claim.words} {reading.strict} ({reading.lenient})"
    kind = f"{claim.evidence}, per {claim.units}, of {claim.ratio_of}"
    return f"{claim.id}, {claim.origin}: {_about(claim.scope)} = {words}; {kind}"


def _about(scope: Scope) -> str:
    measure = scope.measure.name
    if scope.outer_measure is not None or scope.unbounded_measure:
        measure += f" to {scope.outer_measure.name if scope.outer_measure else 'anything'}"
    when = scope.when
    time = f"{when.timing} {when.span or 'final'} since {when.since}"
    return f"{measure}, {scope.population}, {scope.place}, by {scope.cause}, {time}"


def _reading(strict: CountInterval, lenient: CountInterval) -> Reading:
    numbers = {strict.low, *(() if strict.high is None else (strict.high,))}
    return Reading(strict, lenient, "drawn", Basis.OUR_CHOICE, tuple(sorted(numbers)))


def _span_of(day: date) -> DaySpan:
    return DaySpan(day, day)


def _claim(teller: Teller, number: int, told: list[tuple[ReadClaim, int]]) -> ReadClaim:
    draw = teller.draw
    origin = draw(st.sampled_from(ORIGINS))
    is_assumption = number > 0 and draw(st.integers(0, 7)) == 0
    asked = teller.asked("" if is_assumption else origin)
    value = draw(st.integers(asked.low, asked.high))
    units: Fraction | None = None
    base: str | None = None
    exact = Fraction(value)
    evidence = Evidence.ASSERTION
    kind = draw(
        st.sampled_from(["count"] * 6 + ["words"] * 2 + ["rate", "ratio", "floor", "projection"])
    )
    if kind == "rate" and asked.scope.when.timing is Timing.DURING:
        units = draw(
            st.sampled_from([Fraction(1), Fraction(7, 30), Fraction(31), Fraction(12, 487)])
        )
        exact = value / units
    interval = teller.interval(exact, whole=units is None)
    if kind == "ratio" and told:
        of, whole = draw(st.sampled_from(told))
        base = of.id
        if whole:
            interval = teller.interval(Fraction(value, whole), whole=False)
        else:
            interval = CountInterval(Fraction(0), None if value else Fraction(1, 3))
    if kind == "floor":
        evidence = Evidence.DOCUMENTED
        floor = Fraction(draw(st.integers(0, value)))
        interval = CountInterval(floor, floor)
    if kind == "projection" and not is_assumption:
        evidence = Evidence.PROJECTION
    reading, words = _reading(interval, interval), ""
    if kind == "words":
        phrase = draw(phrases(true_of=value))
        reading, words = _reading(phrase.strict, phrase.lenient), phrase.text
    said = Moment(PartialDate.of(draw(st.dates(FIRST, teller.world.last))))
    claim = ReadClaim(
        id=f"claim-{number}",
        speaker="" if is_assumption else origin,
        origin="" if is_assumption else origin,
        via=(),
        said=None if draw(st.integers(0, 9)) == 0 else said,
        public_from=None,
        scope=asked.scope,
        reading=reading,
        words=words,
        evidence=evidence,
        ratio_of=base,
        units=units,
        rate_unit="month" if units else None,
        is_assumption=is_assumption,
    )
    told.append((claim, value))
    return claim


def _anchor(draw: st.DrawFn, common: date, since: DaySpan | None) -> ReadClaim:
    """Return a claim that says nothing, but opens the balance before the first harm (§3)."""
    when = When(Timing.DURING, _span_of(FIRST))
    if common == FIRST and draw(st.booleans()):
        when = When(Timing.AS_OF, None, since)
    nothing = CountInterval(Fraction(0), None)
    return ReadClaim(
        id="anchor",
        speaker="clinic",
        origin="clinic",
        via=(),
        said=None,
        public_from=None,
        scope=Scope(MEASURES["killed"], Extent(), Extent(), Extent(), when),
        reading=_reading(nothing, nothing),
        words="",
    )


def _rules(teller: Teller) -> tuple[NamedAssumption, ...]:
    draw, world = teller.draw, teller.world
    rules = []
    if world.nobody_twice and draw(st.booleans()):
        rules.append(NamedAssumption("once", RuleKind.NOBODY_TWICE))
    starts_empty = world.none_before and (teller.since is None or teller.common == FIRST)
    if starts_empty and draw(st.booleans()):
        rules.append(NamedAssumption("before", RuleKind.NONE_BEFORE))
    for name, measure, kind in (
        ("come", "arrived", RuleKind.NO_ARRIVALS),
        ("go", "withdrawn", RuleKind.NO_DEPARTURES),
    ):
        if not draw(st.booleans()):
            continue
        people = place = Extent()
        if names := world.populations.names:
            people = draw(st.sampled_from([Extent(), *map(Extent.exactly, names)]))
        if names := world.places.names:
            place = draw(st.sampled_from([Extent(), *map(Extent.exactly, names)]))
        after = draw(st.sampled_from([None, world.quiet_borders]))
        meant = replace(
            ANYTHING,
            people=frozenset(people.outer).issubset,
            place=frozenset(place.outer).issubset,
        )
        start = FIRST if after is None else after + timedelta(days=1)
        if truth(world, (measure,), meant, start, world.last) == (0, 0):
            rules.append(NamedAssumption(name, kind, after, people, place))
    return tuple(rules)


@st.composite
def true_dossiers(draw: st.DrawFn, worlds: st.SearchStrategy[World], *, most: int = 6) -> Telling:
    """Draw a dossier of up to *most* claims that are all true of a world."""
    world = draw(worlds)
    common = draw(st.sampled_from([FIRST, FIRST, FIRST + timedelta(days=3)]))
    since = draw(st.sampled_from([None, _span_of(common)]))
    teller = Teller(draw, world, common, since, draw(st.sampled_from(THEMES)))
    told: list[tuple[ReadClaim, int]] = []
    claims = [_claim(teller, number, told) for number in range(draw(st.integers(2, most)))]
    is_strict = draw(st.integers(0, 3)) > 0
    if not is_strict:
        claims = [_narrowed(draw, claim) for claim in claims]
    claims.append(_anchor(draw, common, since))
    # A dossier that counts from a day after the last harm is refused.
    opens_late = since is not None and world.ended is not None and world.ended < common
    read = ReadDossier(
        title=None,
        since=since,
        ended=None if opens_late or draw(st.booleans()) else world.ended,
        codebook=BOOK,
        populations=world.populations,
        places=world.places,
        causes=world.causes,
        sources=MappingProxyType({key: Source(key, key) for key in ORIGINS}),
        claims=tuple(claim for claim in claims if not claim.is_assumption),
        assumptions=tuple(claim for claim in claims if claim.is_assumption),
        rules=_rules(teller),
    )
    return Telling(world, read, teller.asked(""), is_strict)


def _narrowed(draw: st.DrawFn, claim: ReadClaim) -> ReadClaim:
    """Return the claim with a strict reading that need not hold the truth."""
    if claim.reading is None or claim.words or draw(st.booleans()):
        return claim
    lenient = claim.reading.lenient
    top = lenient.low if lenient.high is None else lenient.high
    at = lenient.low + (top - lenient.low) * draw(st.integers(0, 2)) / 2
    strict = CountInterval(at, None if lenient.high is None else at)
    return replace(claim, reading=_reading(strict, lenient))


def lying(read: ReadDossier, numbers: Sequence[int]) -> ReadDossier:
    """Return the dossier with other numbers in its claims: they need not be true of anything."""
    return replace(
        read,
        claims=tuple(
            claim if claim.id == "anchor" else _lie(claim, number)
            for claim, number in zip(read.claims, numbers, strict=False)
        ),
    )


def _lie(claim: ReadClaim, number: int) -> ReadClaim:
    at = Fraction(number) if claim.ratio_of is None else Fraction(number, 20)
    strict = (CountInterval(at, at), CountInterval(at, None), CountInterval(Fraction(0), at))
    lenient = (CountInterval(at / 2, 2 * at), strict[1], CountInterval(Fraction(0), at + 1))
    return replace(claim, reading=_reading(strict[number % 3], lenient[number % 3]), words="")
