"""What is said about worlds as rows: the systems that the benchmarks solve."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from claimrecon.linear import LinearSystem, Row
from solvers.worlds import FLOWS, MOVES, STOCKS, Said, World

Weights = dict[str, int]
_WEEK = 7
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Told:
    """Who said what about which world; ``lies`` are owners who spoke without regard to it."""

    worlds: tuple[World, ...]
    said: Mapping[str, tuple[int, Said]]
    lies: tuple[str, ...]


def tell(claims: int, *, worlds: int = 1, lies: int = 0, seed: int = 0) -> Told:
    """Draw so many claims about so many worlds, so many of them lies.

    With any lie there is a conflict: the first comes with two truths that it contradicts.
    """
    chance = Random(f"{claims} {worlds} {lies} {seed}")  # noqa: S311  (to be the same every time)
    places = tuple(World(claims // worlds, chance) for _ in range(worlds))
    false: list[tuple[int, Said]] = []
    true: list[tuple[int, Said]] = []
    if lies:
        number = chance.randrange(worlds)
        *truths, lie = places[number].missing_sum()
        false.append((number, lie))
        true += [(number, said) for said in truths]
    false += [(i % worlds, places[i % worlds].lie()) for i in range(1, lies)]
    true += [
        (i % worlds, places[i % worlds].say()) for i in range(max(0, claims - lies - len(true)))
    ]
    order = [*false, *true]
    chance.shuffle(order)
    said = {f"claim {i:05}": spoken for i, spoken in enumerate(order)}
    return Told(
        places,
        said,
        tuple(owner for owner, spoken in said.items() if any(spoken is f for f in false)),
    )


def system_of(told: Told) -> LinearSystem:
    """Return the rows: those of the claims, then what every world obeys."""
    rows: list[Row] = []
    for owner, (number, said) in told.said.items():
        rows += _claimed(owner, _Book(number, told.worlds[number]), said)
    for number, world in enumerate(told.worlds):
        rows += _Book(number, world).rules()
    return LinearSystem(tuple(rows))


def truth_of(told: Told) -> Mapping[str, int]:
    """Return the true value of every variable."""
    values: dict[str, int] = {}
    for number, world in enumerate(told.worlds):
        book = _Book(number, world)
        for place in range(world.places):
            values[book.start(place)] = world.start[place]
            for move in MOVES:
                for day in range(1, world.days + 1):
                    values[book.name(move, place, day)] = world.totals[move, place][day]
    return values


class _Book:
    """The variables of one world."""

    def __init__(self, number: int, world: World) -> None:
        self._number = number
        self._world = world

    def name(self, move: str, place: int, day: int) -> str:
        return f"{move} | group {self._number:02}, place {place} | to day {day:04}"

    def start(self, place: int) -> str:
        return f"present | group {self._number:02}, place {place}"

    def count(self, measure: str, place: int | None, day: int) -> Weights:
        """Return a running total or a stock at the end of a day as a sum of variables."""
        places = range(self._world.places) if place is None else (place,)
        weights = FLOWS.get(measure) or STOCKS[measure]
        terms = {self.name(m, p, day): w for m, w in weights.items() for p in places}
        if measure == "strength":
            terms |= {self.start(p): 1 for p in places}
        return terms

    def rules(self) -> Iterator[Row]:
        """Yield what holds of every world: totals grow, nobody is counted who is not there."""
        for place in range(self._world.places):
            for day in range(1, self._world.days + 1):
                for move in MOVES if day > 1 else ():
                    later = {self.name(move, place, day): 1}
                    yield _row(None, _less(later, {self.name(move, place, day - 1): 1}), 0)
                for measure in STOCKS:
                    yield _row(None, self.count(measure, place, day), 0)


def _claimed(owner: str, book: _Book, said: Said) -> Iterator[Row]:
    now = book.count(said.measure, said.place, said.last)
    before = book.count(said.measure, said.place, said.first)
    upper, lower, scale = now, now, 1
    if said.kind in {"period", "rate"}:
        factor = _WEEK if said.kind == "rate" else 1
        scale = said.last - said.first if said.kind == "rate" else 1
        upper = lower = {v: factor * w for v, w in _less(now, before).items()}
    if said.kind == "unsure":
        lower = before
    if said.kind == "ratio":
        whole = book.count(said.measure, None, said.last)
        if said.low:
            yield _row(owner, _less(_times(now, _HUNDRED), _times(whole, said.low)), 0, "low")
        if said.high is not None:
            yield _row(owner, _less(_times(whole, said.high), _times(now, _HUNDRED)), 0, "high")
        return
    if said.low > 0:
        yield _row(owner, upper, said.low * scale, "low")
    if said.high is not None:
        yield _row(owner, _times(lower, -1), -said.high * scale, "high")


def _row(owner: str | None, weights: Weights, bound: int, end: str = "") -> Row:
    terms = tuple(sorted((v, w) for v, w in weights.items() if w))
    name = f"{owner}: {end}" if owner else "rule: " + " ".join(f"{w:+} {v}" for v, w in terms)
    return Row(name, terms, bound, owner)


def _times(weights: Weights, factor: int) -> Weights:
    return {v: factor * w for v, w in weights.items()}


def _less(one: Weights, other: Weights) -> Weights:
    return {v: one.get(v, 0) - other.get(v, 0) for v in {**one, **other}}
