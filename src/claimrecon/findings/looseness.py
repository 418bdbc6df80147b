"""How loose words would have to be for a conflict to vanish (§8, §13): exact shares of a number.

"About 450" reads as 450 ± 10 % strictly and ± 20 % leniently, by a rule that somebody chose. Who
doubts the rule asks how much it would have to be.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from types import MappingProxyType

from claimrecon.constraints import Binding, build
from claimrecon.findings.echoes import Statement
from claimrecon.findings.leeway import leeway
from claimrecon.findings.record import Record
from claimrecon.linear import Budget, InfeasibleSystemError, LinearSystem, Ranges, Row
from claimrecon.quantities import CountInterval


@dataclass(frozen=True, slots=True)
class Looseness:
    """By what share of the numbers as written a set of claims would have to be loosened.

    Attributes
    ----------
    together
        The least share with which the set holds if every number N of persons in it reads as
        N ± share, on the sides on which it binds; ratios stay as they read leniently. ``None``
        where no share would do.
    alone
        The same for each claim by itself, ratios too, while the others stay as they read leniently;
        without those that no share would help.
    """

    together: Fraction | None
    alone: Mapping[str, Fraction] = field(default_factory=lambda: MappingProxyType({}))


def looseness(record: Record, members: Sequence[str], *, budget: Budget | None = None) -> Looseness:
    """Return how loose the words of *members*, which cannot all hold leniently, would have to be.

    Raises
    ------
    UndecidedError
        If the budget ends first.
    """
    names = sorted(members)
    bindings = record.bindings(lenient=True, only=names)
    rules = tuple(rule for rule in record.context.rules if rule.id in names)
    context = replace(record.context, rules=rules)
    numbers = {
        statement.lead.id: _numbers(statement, binding)
        for statement in record.standing
        for binding in bindings
        if binding.owner == statement.lead.id
    }
    alone = {}
    for name, number in numbers.items():
        left = leeway(context, bindings, name, budget=budget)
        share = None if left is None else _share(number, left.low, left.high)
        if share is not None:
            alone[name] = share
    written = [_written(binding, numbers.get(binding.owner)) for binding in bindings]
    system = build(context, written, budget=budget).system
    together = _together(system, {n for n in numbers if _is_count(bindings, n)}, budget)
    return Looseness(together, MappingProxyType(dict(sorted(alone.items()))))


def _numbers(statement: Statement, binding: Binding) -> CountInterval:
    """Return the numbers as written on the sides that bind, hedges aside.

    Where these are not persons (households), or no numbers at all (dozens), the strict reading is
    what is loosened.
    """
    strict = statement.interval(lenient=False) or binding.interval
    low, high = strict.low, strict.high
    reading = statement.lead.reading
    if reading is not None and reading.numbers:
        first, last = reading.numbers[0], reading.numbers[-1]
        if strict.contains(CountInterval(first, last)):
            low, high = first, last
    bound_above = binding.interval.high is not None
    return CountInterval(
        low if binding.interval.low else Fraction(0), high if bound_above else None
    )


def _share(numbers: CountInterval, low: Fraction | None, high: Fraction | None) -> Fraction | None:
    """Return the least share by which *numbers* must be loosened to reach [low, high]."""
    shares = [Fraction(0)]
    if high is not None and numbers.low > high:
        shares.append(1 - high / numbers.low)
    if low is not None and numbers.high is not None and numbers.high < low:
        if not numbers.high:
            return None  # a share of nobody is nobody
        shares.append(low / numbers.high - 1)
    return max(shares)


def _written(binding: Binding, numbers: CountInterval | None) -> Binding:
    if numbers is None or binding.base is not None:
        return binding
    return replace(binding, interval=numbers)


def _is_count(bindings: Sequence[Binding], name: str) -> bool:
    return any(b.owner == name and b.base is None for b in bindings)


def _together(system: LinearSystem, loose: set[str], budget: Budget | None) -> Fraction | None:
    share = "share of every number"
    rows = tuple(
        Row(r.name, (*r.coefficients, (share, abs(r.bound))), r.bound)
        if r.owner in loose and r.bound
        else Row(r.name, r.coefficients, r.bound)
        for r in system.rows
    )
    try:
        return Ranges(
            LinearSystem(
                tuple(replace(r, coefficients=tuple(sorted(r.coefficients))) for r in rows)
            ),
            budget=budget,
        ).least({share: 1})
    except InfeasibleSystemError:
        return None
