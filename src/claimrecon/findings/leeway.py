"""What some claims leave for the count that another one is about: an exact interval.

Between its ends everything is possible, for solutions can be mixed. So a figure fits the others
exactly where its interval meets this one; nothing has to be solved again for another figure.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from claimrecon.constraints import Binding, Context, ScopeTerms, build
from claimrecon.linear import Budget, InfeasibleSystemError, LinearSystem, Ranges, Row
from claimrecon.quantities import CountInterval


@dataclass(frozen=True, slots=True)
class Leeway:
    """The figures of one claim that others allow.

    Attributes
    ----------
    low, high
        Both inclusive, in the unit of the claim: persons, persons per time unit, or a factor;
        ``None`` where nothing bounds that side.
    """

    low: Fraction | None
    high: Fraction | None

    def meets(self, interval: CountInterval) -> bool:
        """Whether a figure of *interval* is allowed."""
        reached = not interval.low or self.high is None or self.high >= interval.low
        return reached and (interval.high is None or self.low is None or self.low <= interval.high)


def leeway(
    context: Context, bindings: Sequence[Binding], owner: str, *, budget: Budget | None = None
) -> Leeway | None:
    """Return what the other *bindings* leave for that of *owner*; ``None`` where they clash.

    Raises
    ------
    UndecidedError
        If the budget ends first.
    """
    own = next(binding for binding in bindings if binding.owner == owner)
    silent = replace(own, interval=CountInterval(Fraction(0), None))
    questions = [(own.scope, own.origin)]
    if own.base is not None:
        questions.append((own.base, own.base_origin))
    made = build(context, [silent if b is own else b for b in bindings], questions, budget=budget)
    try:
        if own.base is not None:
            return _of_ratio(made.system, made.answers[0], made.answers[1], budget)
        return _of_count(made.system, made.answers[0], own.units or Fraction(1), budget)
    except InfeasibleSystemError:
        return None


def _of_count(
    system: LinearSystem, terms: ScopeTerms, units: Fraction, budget: Budget | None
) -> Leeway:
    ranges = Ranges(system, budget=budget)
    low = ranges.least(terms.lower)
    high = None if terms.upper is None else ranges.greatest(terms.upper)
    return Leeway(None if low is None else low / units, None if high is None else high / units)


_SCALE = "the scale of all numbers"


def _of_ratio(
    system: LinearSystem, part: ScopeTerms, whole: ScopeTerms, budget: Budget | None
) -> Leeway | None:
    """Return the factors between *part* and *whole*: a linear-fractional program, made linear.

    All numbers are scaled so that the whole is 1; an end that is only approached counts as one.

    References
    ----------
    .. [1] A. Charnes and W. W. Cooper (1962), "Programming with linear fractional functionals",
       Naval Research Logistics Quarterly 9.
    """
    Ranges(system, budget=budget)  # refuses what the others cannot hold in
    scaled = [
        Row(r.name, tuple(sorted((*r.coefficients, *_scale(r.bound)))), 0) for r in system.rows
    ]
    high = low = None
    if part.upper is not None and (unit := _unit(whole.lower)) is not None:
        high = _end(scaled, unit, {v: -w for v, w in part.upper.items()}, budget)
    if whole.upper is not None and (unit := _unit(whole.upper)) is not None:
        low = _end(scaled, unit, part.lower, budget)
    return Leeway(low, None if high is None else -high)


def _scale(bound: int) -> tuple[tuple[str, int], ...]:
    return ((_SCALE, -bound),) if bound else ()


def _unit(terms: dict[str, int]) -> tuple[Row, Row] | None:
    """Return the rows that say that *terms* are 1; ``None`` where there are none."""
    if not terms:
        return None
    above = tuple(sorted(terms.items()))
    below = tuple((variable, -weight) for variable, weight in above)
    return Row("the whole is no less than 1", above, 1), Row("nor more", below, -1)


def _end(
    rows: list[Row], unit: tuple[Row, Row], objective: dict[str, int], budget: Budget | None
) -> Fraction | None:
    try:
        return Ranges(LinearSystem((*rows, *unit)), budget=budget).least(objective)
    except InfeasibleSystemError:
        return None
