"""How large a conflict is: the gap in persons and the factor (§12), as exact linear programs."""

from collections.abc import Collection
from fractions import Fraction

from claimrecon.constraints import CONTESTABLE, Constraints
from claimrecon.findings.record import Record
from claimrecon.linear import (
    InfeasibleSystemError,
    LinearSystem,
    Point,
    Ranges,
    Row,
    decide,
)


def gap(constraints: Constraints) -> Fraction | None:
    """Return the least total of persons by which bounds must move for the system to hold.

    Every bound of a claim may move; rules and named assumptions may not. ``None`` where moving
    bounds does not help.
    """
    rows, objective = [], {}
    for row in constraints.system.rows:
        scale = constraints.scales.get(row.name)
        if scale is None:
            rows.append(row)
            continue
        slack = f"persons by which {row.name} must move"
        objective[slack] = 1
        coefficients = tuple(sorted((*row.coefficients, (slack, scale))))
        rows.append(Row(row.name, coefficients, row.bound))
    try:
        return Ranges(LinearSystem(tuple(_hard(rows)))).least(objective)
    except InfeasibleSystemError:
        return None


def factor(constraints: Constraints) -> Fraction | None:
    """Return 1/λ for the largest λ with which every low of persons may be multiplied.

    Lows of ratios stay as they are: multiplying them too would not be linear. ``None`` where no λ
    helps.
    """
    share = "share of every low"
    rows = []
    for row in constraints.system.rows:
        if row.name in constraints.scales and row.bound > 0:
            coefficients = tuple(sorted((*row.coefficients, (share, -row.bound))))
            rows.append(Row(row.name, coefficients, 0))
        else:
            rows.append(row)
    rows.append(Row("at most all of it", ((share, -1),), -1))
    try:
        best = Ranges(LinearSystem(tuple(_hard(rows)))).greatest({share: 1})
    except InfeasibleSystemError:
        return None
    return None if not best else 1 / best


def _hard(rows: Collection[Row]) -> list[Row]:
    return [Row(row.name, row.coefficients, row.bound) for row in rows]


def rests_on(
    record: Record, members: Collection[str], constraints: Constraints, *, lenient: bool
) -> tuple[str, ...]:
    """Return the rules of ours without which *members* could all hold (§11).

    Parameters
    ----------
    constraints
        The rows of *members* alone: a rule that made none of them is not tried.
    """
    made = {*constraints.rules.values()}
    found = []
    for rule in CONTESTABLE:
        if rule not in made:
            continue
        relaxed = record.ignoring(rule)
        if isinstance(decide(relaxed.system(lenient=lenient, only=members).system), Point):
            found.append(rule)
    return tuple(found)
