"""Small worlds, drawn first, and what is said about them: truly, or by liars.

A *world* is one group of people at a few places, followed over some days: who arrived, was killed,
wounded, lost and found. What is said about it has every feature that a claim can have: sums over
measures and places, running totals, stocks, periods, rates, ratios and uncertain days.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

MOVES = ("killed", "wounded", "lost", "found", "arrived")
FLOWS = {
    "killed": {"killed": 1},
    "wounded": {"wounded": 1},
    "casualties": {"killed": 1, "wounded": 1},
    "arrived": {"arrived": 1},
}
STOCKS = {
    "missing": {"lost": 1, "found": -1},
    "strength": {"arrived": 1, "killed": -1, "wounded": -1, "lost": -1, "found": 1},
}
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said about a world.

    Attributes
    ----------
    kind
        ``"total"``, ``"stock"``, ``"period"``, ``"rate"`` (a week), ``"ratio"`` (of a place to the
        whole, as a running total) or ``"unsure"`` (a running total of some day of two).
    measure
        A key of `FLOWS` or `STOCKS`.
    place
        Which place, or ``None`` for all of them.
    first, last
        Days; the first is used by periods, rates and unsure days.
    low, high
        What is said; ``None`` where no top is. In a hundredth for a ratio.
    """

    kind: str
    measure: str
    place: int | None
    first: int
    last: int
    low: int
    high: int | None


class World:
    """What happened to one group of people.

    Parameters
    ----------
    claims
        About so many things will be said; a larger world has more places and days.
    chance
        Draws everything.
    """

    def __init__(self, claims: int, chance: Random) -> None:
        self.places = 1 + min(4, claims // 25)
        self.days = max(3, 2 * claims // (5 * self.places))
        self._chance = chance
        self.start = [chance.randint(10_000, 50_000) for _ in range(self.places)]
        most = max(2, min(self.start) // (4 * self.days))
        self.totals: dict[tuple[str, int], list[int]] = {}
        for place in range(self.places):
            run = {move: [0] for move in MOVES}
            for _ in range(self.days):
                for move in MOVES:
                    new = chance.randint(0, most)
                    if move == "found":
                        new = min(new, run["lost"][-1] - run["found"][-1])
                    run[move].append(run[move][-1] + new)
            self.totals |= {(move, place): totals for move, totals in run.items()}

    def counted(self, measure: str, place: int | None, day: int) -> int:
        """Return the true running total or stock at the end of *day*."""
        places = range(self.places) if place is None else (place,)
        total = sum(self.start[p] for p in places) if measure == "strength" else 0
        weights = FLOWS.get(measure) or STOCKS[measure]
        return total + sum(
            weight * self.totals[move, p][day] for move, weight in weights.items() for p in places
        )

    def say(self) -> Said:
        """Draw one true thing to say."""
        chance = self._chance
        kind = chance.choices(
            ("total", "stock", "period", "rate", "ratio", "unsure"), (45, 15, 12, 8, 8, 12)
        )[0]
        measure = chance.choice([*(STOCKS if kind == "stock" else FLOWS)])
        place = None if chance.random() < 1 / 3 else chance.randrange(self.places)
        if kind == "ratio":  # of the whole, so of a part
            place = chance.randrange(self.places)
        first, last = sorted(chance.sample(range(1, self.days + 1), 2))
        said = Said(kind, measure, place, first, last, 0, None)
        return self._hedged(said, *self._truth(said))

    def _truth(self, said: Said) -> tuple[int, int]:
        """Return the least and the greatest number that would be true."""
        now = self.counted(said.measure, said.place, said.last)
        before = self.counted(said.measure, said.place, said.first)
        if said.kind == "period":
            return now - before, now - before
        if said.kind == "rate":
            days = said.last - said.first
            return _WEEK * (now - before) // days, -(-_WEEK * (now - before) // days)
        if said.kind == "ratio":
            whole = max(1, self.counted(said.measure, None, said.last))
            return 100 * now // whole, -(-100 * now // whole)
        return (before if said.kind == "unsure" else now), now

    def _hedged(self, said: Said, least: int, most: int) -> Said:
        chance = self._chance
        tenth = most // 10
        low, high = chance.choices(
            [
                (least, most),
                (least - chance.randint(0, least // 4), None),
                (max(0, least - tenth), most + tenth),
                (least - chance.randint(0, least // 5), most + chance.randint(0, most // 5)),
                (0, most + chance.randint(0, most // 4)),
            ],
            (30, 25, 25, 15, 5),
        )[0]
        if said.kind == "ratio":  # a part is at most the whole
            high = None if high is None else min(high, 100)
        return replace(said, low=low, high=high)

    def lie(self) -> Said:
        """Draw a thing to say, and say it wrongly: a digit too many or too few, or made up."""
        said = self.say()
        while said.kind == "ratio":
            said = self.say()
        top = said.low if said.high is None else said.high
        low, high = self._chance.choice(
            [(10 * top + 3, None), (0, said.low // 10), (top + top // 3 + 7, top + top // 2 + 9)]
        )
        return replace(said, low=low, high=high)

    def missing_sum(self) -> Iterator[Said]:
        """Yield two truths and, as the third, a later total that is less than their sum."""
        total = 0
        place = self._chance.randrange(self.places)
        for measure in ("killed", "wounded"):
            said = Said("total", measure, place, 1, self.days - 1, 0, None)
            low, high = self._truth(said)
            total += low
            yield replace(said, low=low, high=high)
        yield Said("total", "casualties", None, 1, self.days, 0, 4 * total // 5 - 1)
