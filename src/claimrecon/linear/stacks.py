"""Verdicts on whole systems, one or many at a time.

Most problems are decided by tightening the bounds of single variables, which costs little more for
five hundred problems in one large matrix than for one. What that leaves open is split into its
connected parts, and these are solved one by one.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from itertools import islice
from typing import Final

import numpy as np

from claimrecon.linear.components import components
from claimrecon.linear.decisions import Decider, to_point
from claimrecon.linear.engine import Engine, add_up, is_large
from claimrecon.linear.matrix import Place, Stack
from claimrecon.linear.proofs import Point, Proof
from claimrecon.linear.simplex import Limits
from claimrecon.linear.status import Budget
from claimrecon.linear.system import LinearSystem
from claimrecon.linear.tightening import Tightening

_HEIGHT: Final = 20_000
"""About so many rows are stacked; more no longer pays."""


def decide(system: LinearSystem, *, budget: Budget | None = None) -> Point | Proof:
    """Return a point that satisfies all rows of *system*, or a proof that there is none.

    Raises
    ------
    UndecidedError
        If the budget ends first.
    """
    if is_large(len(system.rows)):
        return next(decide_each([system], budget=budget))
    return Decider(system, budget=budget).decide(system.owners)


def decide_each(
    systems: Iterable[LinearSystem], *, budget: Budget | None = None
) -> Iterator[Point | Proof]:
    """Yield for each system a point that satisfies all of its rows, or a proof that there is none.

    Parameters
    ----------
    systems
        Independent of each other: names of rows and variables may occur in several. They are read
        a few thousand rows ahead.
    budget
        Time that all decisions together may take.

    Raises
    ------
    UndecidedError
        If the budget ends first.

    Examples
    --------
    >>> from claimrecon.linear import Row
    >>> low, high = Row("low", (("x", 1),), 5, "a"), Row("high", (("x", -1),), -3, "b")
    >>> one, both = LinearSystem((low,)), LinearSystem((low, high))
    >>> [type(answer).__name__ for answer in decide_each([one, both])]
    ['Point', 'Proof']
    """
    clock = budget or Budget(None)
    for stack in _stacks(iter(systems)):
        clock.check()
        yield from _decide(stack, clock)


def _stacks(systems: Iterator[LinearSystem]) -> Iterator[list[LinearSystem]]:
    while stack := [*islice(systems, 1)]:
        height = len(stack[0].rows)
        while height < _HEIGHT and (more := [*islice(systems, 1)]):
            stack += more
            height += len(more[0].rows)
        yield stack


def _decide(systems: Sequence[LinearSystem], budget: Budget) -> Iterator[Point | Proof]:
    matrix = Stack(systems)
    blocks = np.repeat(np.arange(len(systems)), [len(system.rows) for system in systems])
    active = np.ones(len(blocks), dtype=np.bool_)
    tightening = Tightening(matrix, active, blocks=blocks)
    if len(tightening.violated) < len(systems):
        place = tightening.climb(active)
        failing = (~matrix.holds(place)).nonzero()[0]
        left: dict[int, set[str]] = {}
        for block, row in zip(blocks[failing].tolist(), failing.tolist(), strict=True):
            left.setdefault(block, set()).add(matrix.rows[row].name)
    first = 0
    for number, system in enumerate(systems):
        last = first + len(system.variables)
        if number in tightening.violated:
            proof = add_up(matrix, tightening.refutation(number))
            yield proof or Decider(system, budget=budget).decide(system.owners)
        else:
            start = Place(place.numerators[first:last])
            box = tightening.lows[first:last], tightening.highs[first:last]
            yield _mend(system, start, left.get(number, set()), box, budget)
        first = last


def _mend(
    system: LinearSystem, place: Place, failing: AbstractSet[str], box: Limits, budget: Budget
) -> Point | Proof:
    """Keep *place* in those connected parts where no row is *failing*; solve the others."""
    if not failing:
        return to_point(place, system.variables)
    values = [Fraction(numerator) for numerator in place.numerators]
    index = dict(zip(system.variables, range(len(values)), strict=True))
    for part in components(system):
        if not failing.isdisjoint(row.name for row in part.rows):
            rows = sorted(part.rows, key=lambda row: row.name)
            engine = Engine(rows, sorted(part.variables), budget=budget)
            own = [*map(index.__getitem__, engine.matrix.variables)]
            near = box[0][own], box[1][own]
            answer = engine.solve(np.ones(len(rows), dtype=np.bool_), box=near)
            if isinstance(answer, Proof):
                return answer
            for number, numerator in zip(own, answer.numerators, strict=True):
                whole, rest = divmod(numerator, answer.denominator)
                values[number] = (
                    Fraction(numerator, answer.denominator) if rest else Fraction(whole)
                )
    return Point(tuple(sorted(zip(system.variables, values, strict=True))))
