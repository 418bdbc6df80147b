"""Scopes drawn first as they truly are and then blurred, and intervals that hold a true count.

The claim's dates, sets and interval always hold the truth (§3-§8).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from hypothesis import strategies as st

from claimrecon.claims import Scope, Timing, When
from claimrecon.periods import DaySpan, PartialDate
from claimrecon.quantities import CountInterval
from claimrecon.scopes import Extent, NameTree
from claimrecon.testing.truths.counting import BORDERS, STOCKS, Extents, truth
from claimrecon.testing.truths.worlds import FIRST, Names, World
from claimrecon.vocabulary import MEASURES, Measure
from claimrecon.vocabulary.measures import between, sum_of

ANYTHING: Final = Extents(lambda _: True, lambda _: True, lambda _: True)

_SUMS: Final = (
    ("killed", "wounded"),
    ("killed", "missing"),
    ("wounded", "missing", "held"),
    ("killed", "strength"),
    ("casualties", "idps"),
    ("indirect_deaths", "withdrawn"),
)
_BOUNDS: Final = (
    ("killed", "casualties"),
    ("wounded", "casualties_all"),
    ("missing", "dead_or_missing"),
    ("killed", None),
    (None, "wounded"),
)
_OWN: Final = {
    "victims": between("victims", MEASURES["killed"], MEASURES["casualties_all"]),
    "treated": between("treated", MEASURES["wounded"], None),
}
_VAGUE: Final = ("casualties_unspecified", "deaths_unspecified", *_OWN)
_PLAIN: Final = tuple(name for name, measure in MEASURES.items() if measure.vague is None)
THEMES: Final = (
    _PLAIN,
    ("killed", "killed_in_action", "died_of_wounds", "wounded", "casualties", "missing"),
    ("missing", "held", "captured", "killed", "dead_or_missing", "casualties_all"),
    ("arrived", "withdrawn", "strength"),
    ("arrived", "strength", "deaths", "killed+strength"),
    ("displaced", "idps"),
    ("killed", "casualties", *_VAGUE),
)
"""What the claims of one dossier are about: figures that bear on each other."""


@dataclass(frozen=True)
class Asked:
    """A scope with the least and the most that it can truly be said to count."""

    scope: Scope
    low: int
    high: int


@dataclass
class Teller:
    """What one dossier has fixed before its claims are drawn."""

    draw: st.DrawFn
    world: World
    common: date
    """The true common start of counting."""
    since: DaySpan | None
    """What the dossier says of it."""
    theme: tuple[str, ...]
    parts: dict[tuple[str, str], dict[tuple[int, int], int]] = field(default_factory=dict)
    extras: dict[str, list[tuple[date, int, Names, Names, Names]]] = field(default_factory=dict)

    def days_around(self, day: date) -> DaySpan:
        """Draw a span that holds *day*: often the day itself, at times its whole month."""
        match self.draw(st.sampled_from(["day"] * 5 + ["pair", "month"])):
            case "day":
                return DaySpan(day, day)
            case "month":
                return PartialDate(day.year, day.month).span
        before, after = self.draw(st.integers(0, 4)), self.draw(st.integers(0, 4))
        return DaySpan(day - timedelta(days=before), day + timedelta(days=after))

    def day(self, first: date) -> date:
        """Draw a day from *first* to a little after the last day: often one where much is over."""
        last = max(first, self.world.last)
        if self.draw(st.booleans()):
            return last
        return self.draw(st.dates(first, last + timedelta(days=2)))

    def first_day(self) -> date:
        """Draw the first day of a period or count: often before anything happened."""
        if self.draw(st.booleans()):
            return FIRST
        return self.draw(st.dates(FIRST - timedelta(days=2), self.world.last))

    def extent(
        self, tree: NameTree, cells: Sequence[Names]
    ) -> tuple[Extent, Callable[[Names], bool]]:
        """Draw an extent, and the true set of *cells* that it blurs."""
        used = sorted({name for cell in cells for name in cell})
        names = st.sampled_from(used)
        kind = self.draw(
            st.sampled_from(["all", "all", "name", "name", "name", "both", "somewhere", "between"])
        )
        if kind == "all" or not used:
            return Extent(), lambda _: True
        one = self.draw(names)
        if kind in {"name", "both"}:
            meant = {one} if kind == "name" else {one, self.draw(names)}
            return Extent.exactly(*sorted(meant)), lambda cell: cell >= meant
        inner = None if kind == "somewhere" else (one,)
        around = [(above,) for above in tree.line(one)] if inner else [(n,) for n in tree.names]
        outer = self.draw(st.sampled_from([*around, ()] if inner else around))
        true_set = {
            cell
            for cell in cells
            if cell.issuperset(outer)
            and ((inner is not None and cell.issuperset(inner)) or self.draw(st.booleans()))
        }
        return Extent(inner, outer), lambda cell: cell in true_set

    def extents(self, *, any_cause: bool) -> tuple[tuple[Extent, Extent, Extent], Extents]:
        """Draw people, place and cause."""
        world = self.world
        people, is_people = self.extent(world.populations, world.people_met)
        place, is_place = self.extent(world.places, world.places_met)
        cause, is_cause = Extent(), ANYTHING.cause
        if not any_cause:
            cause, is_cause = self.extent(world.causes, world.causes_met)
        return (people, place, cause), Extents(is_people, is_place, is_cause)

    def when(self, *, stock: bool, timings: Sequence[Timing]) -> tuple[When, date, date]:
        """Draw a time: how it is told, and the true first and last day counted."""
        if stock:
            end = self.day(FIRST - timedelta(days=1))
            return When(Timing.AT, self.days_around(end)), FIRST, end
        if self.draw(st.sampled_from(timings)) is Timing.DURING:
            start = self.first_day()
            end = self.day(start)
            return When(Timing.DURING, DaySpan(start, end)), start, end
        told, start = self.since, self.common
        if self.draw(st.integers(0, 3)) == 0:
            start = self.first_day()
            told = self.days_around(start)
        if self.draw(st.integers(0, 5)) == 0:
            end = self.world.last + timedelta(days=10)
            return When(Timing.AS_OF, None, told), start, max(start, end)
        end = self.day(start)
        return When(Timing.AS_OF, self.days_around(end), told), start, end

    def asked(
        self, origin: str, timings: Sequence[Timing] = (Timing.AS_OF, Timing.DURING)
    ) -> Asked:
        """Draw a scope as *origin* means it, and count it."""
        name = self.draw(st.sampled_from(self.theme))
        kind = self.draw(st.sampled_from(["plain"] * 6 + ["sum", "bounds"]))
        if name in _VAGUE:
            return self._vaguely(name, origin or "analyst", timings)
        if kind == "bounds":
            return self._between(*self.draw(st.sampled_from(_BOUNDS)), timings)
        names = tuple(name.split("+"))
        if kind == "sum":
            names = self.draw(st.sampled_from(_SUMS))
        parts = tuple(MEASURES[part] for part in names)
        return self._plainly(
            names, parts[0] if len(parts) == 1 else sum_of("+".join(names), parts), timings
        )

    def _plainly(
        self, names: tuple[str, ...], measure: Measure, timings: Sequence[Timing]
    ) -> Asked:
        if {*names} & STOCKS and not measure.is_stock:
            timings = (Timing.AS_OF,)
        when, start, end = self.when(stock=measure.is_stock, timings=timings)
        extent, meant = self.extents(any_cause=bool({*names} & BORDERS))
        low, high = truth(self.world, names, meant, start, end)
        if high < 0:  # put down to other causes than the harm: no count of persons
            extent, meant = (*extent[:2], Extent()), replace(meant, cause=ANYTHING.cause)
            low, high = truth(self.world, names, meant, start, end)
        return Asked(Scope(measure, *extent, when), max(low, 0), high)

    def _between(self, inner: str | None, outer: str | None, timings: Sequence[Timing]) -> Asked:
        least = MEASURES[inner] if inner else sum_of("nothing certain", ())
        stock = inner in STOCKS
        when, start, end = self.when(stock=stock, timings=(Timing.AS_OF,) if stock else timings)
        extent, meant = self.extents(any_cause=outer is not None or stock)
        low = truth(self.world, (inner,), meant, start, end)[0] if inner else 0
        high = truth(self.world, (outer,), meant, start, end)[1] if outer else low + 1000
        if high < low:  # over a period, the dead can be more than the new casualties
            outer, high = None, low
        scope = Scope(
            least, *extent, when,
            outer_measure=MEASURES[outer] if outer else None, unbounded_measure=outer is None,
        )  # fmt: skip
        return Asked(scope, max(low, 0), max(high, 0))

    def _vaguely(self, name: str, origin: str, timings: Sequence[Timing]) -> Asked:
        measure = _OWN.get(name) or MEASURES[name]
        when, start, end = self.when(stock=False, timings=timings)
        extent, meant = self.extents(any_cause=name == "treated")
        inner = "wounded" if name == "treated" else "killed"
        low, high = truth(self.world, (inner,), meant, start, end)
        more = self._part(name, origin, meant, start, end)
        return Asked(Scope(measure, *extent, when), max(low + more, 0), high + more)

    def _part(self, name: str, origin: str, meant: Extents, start: date, end: date) -> int:
        """Count the unknown part as *origin* counts it: the same persons each time."""
        if name == "treated":
            if origin not in self.extras:
                self.extras[origin] = [
                    (
                        self.day(FIRST),
                        self.draw(st.integers(0, 50)),
                        self.draw(st.sampled_from(self.world.people_cells)),
                        self.draw(st.sampled_from(self.world.place_cells)),
                        self.draw(st.sampled_from(self.world.cause_cells)),
                    )
                    for _ in range(2)
                ]
            return sum(
                size
                for day, size, people, place, cause in self.extras[origin]
                if start <= day <= end
                and meant.people(people)
                and meant.place(place)
                and meant.cause(cause)
            )
        into = (
            {"dead otherwise"}
            if name == "deaths_unspecified"
            else {"wounded", "missing", "captive"}
        )
        chosen = self.parts.setdefault((origin, name), {})
        total = 0
        for i, block in enumerate(self.world.blocks):
            for j, step in enumerate(block.steps):
                if step.after not in into or step.before == step.after:
                    continue
                if (i, j) not in chosen:
                    chosen[i, j] = self.draw(st.integers(0, block.size))
                if start <= step.day <= end and meant.people(block.people):
                    total += chosen[i, j] * (meant.place(step.here) and meant.cause(step.cause))
        return total

    def interval(self, value: Fraction, *, whole: bool) -> CountInterval:
        """Draw an interval that holds *value*."""
        room = st.sampled_from([0, 0, 0, 1, 7, 40])
        low: Fraction = value
        high: Fraction | None = value
        match self.draw(st.sampled_from(["point"] * 6 + ["low", "high", "range"])):
            case "low":
                low, high = max(value - self.draw(room), Fraction(0)), None
            case "high":
                low, high = Fraction(0), value + self.draw(room)
            case "range":
                low = max(value - self.draw(room), Fraction(0))
                high = value + self.draw(room)
        if not whole:
            return CountInterval(low, high)
        return CountInterval(
            Fraction(low.__ceil__()), None if high is None else Fraction(high.__floor__())
        )
