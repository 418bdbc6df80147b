"""A proved end of a range as a sum in plain words, and what it hinges on.

A sum is shown only where the proof is one: it verifies, every figure in it is used exactly once,
and nothing but figures of claims and assumptions adds to it.
"""

from collections.abc import Mapping
from fractions import Fraction

from claimrecon.findings import End, PossibleRange
from claimrecon.linear import Proof, Row
from claimrecon.report.naming import Naming, listed, number_words, several


def sum_words(end: End, naming: Naming) -> str | None:
    """Write an end as a sum: "1,300 = 4,000 (Zelenskyy) - 2,700 (NIS)".

    Returns ``None`` where the proof is no such sum.
    """
    if end.proof is None or end.value is None or end.value != end.exact:
        return None
    if not is_plain_sum(end.proof) or not end.proof.verify():
        return None
    # The proof of a high end bounds the negated count.
    sign = 1 if end.proof.bound == end.value else -1
    if sign * end.proof.bound != end.value:
        return None
    figures = [(sign * row.bound, row.owner or "") for row, _ in end.proof.terms if row.bound]
    figures.sort(key=lambda figure: figure[0] < 0)
    if len(figures) < 2:  # noqa: PLR2004 - one figure is no sum
        return None
    owners = naming.owners(owner for _, owner in figures)
    words = ""
    for (amount, _), owner in zip(figures, owners, strict=True):
        link = (" - " if amount < 0 else " + ") if words else ("-" if amount < 0 else "")
        words += f"{link}{abs(amount):,} ({owner})"
    return f"{number_words(end.value)} = {words}"


def is_plain_sum(proof: Proof) -> bool:
    """Whether a reader can add the proof up from its figures alone."""
    return all(
        (multiplier == 1 and row.owner is not None) if row.bound else not _is_ratio(row)
        for row, multiplier in proof.terms
    )


def _is_ratio(row: Row) -> bool:
    """Whether a row without a figure of its own still sets one number against another."""
    return row.owner is not None and len({weight > 0 for _, weight in row.coefficients}) > 1


def shortfall_words(proof: Proof, naming: Naming) -> str | None:
    """Say an impossibility as a sum: so many are needed, and only so many can be there.

    Returns ``None`` where the proof is more than a sum of figures.
    """
    if proof.claim or not is_plain_sum(proof) or not proof.verify():
        return None
    lows = [row for row, _ in proof.terms if row.bound > 0]
    highs = [row for row, _ in proof.terms if row.bound < 0]
    if not lows:
        return None
    needed, there = _added(lows, naming), _added(highs, naming) if highs else "none"
    return f"At least {needed} are needed, at most {there} can be there: {number_words(proof.bound)} too few"


def _added(rows: list[Row], naming: Naming) -> str:
    names = naming.owners(row.owner or "" for row in rows)
    parts = [f"{abs(row.bound):,} ({name})" for row, name in zip(rows, names, strict=True)]
    total = f" = {abs(sum(row.bound for row in rows)):,}" if len(rows) > 1 else ""
    return " + ".join(parts) + total


def hinge_words(end: End, naming: Naming) -> str:
    """Say what an end hinges on, and what it becomes without each claim of it.

    Assumptions are counted, not listed: the last lines of a report say them all.
    """
    if end.value is None:
        return ""
    without = {name: _value(end.without.get(name, end.value)) for name in end.hinges}
    return _hinging(number_words(end.value), sum_words(end, naming), without, naming)


def range_words(asked: PossibleRange, naming: Naming) -> str:
    """Say what both ends of a range hinge on; to the letter, where it can hold so.

    An end that one claim states outright, and that nothing else moves, is left out: the table of
    claims says it.
    """
    low = asked.strict_low or asked.lenient_low
    high = asked.strict_high or asked.lenient_high
    if low is None or high is None:
        return ""
    if low.value is not None and low.value == high.value and low.hinges == high.hinges:
        if low.hinges == asked.stated.low_by == asked.stated.high_by:
            return ""
        without = {
            name: _both(low.without.get(name, low.value), high.without.get(name, high.value))
            for name in low.hinges
        }
        return _hinging(number_words(low.value), None, without, naming)
    said = [hinge_words(end, naming) for end in (low, high) if end.hinges]
    return " ".join(said)


def _hinging(value: str, said: str | None, without: Mapping[str, str], naming: Naming) -> str:
    claims = tuple(name for name in without if not naming.is_assumption(name))
    spoken = dict(zip(claims, naming.owners(claims), strict=True))
    assumed = len(without) - len(claims)
    if said is None:
        on = [*spoken.values(), *([several(assumed, "assumption")] if assumed else [])]
        said = f"{value} hinges on {listed(on)}"
    ways: dict[str, list[str]] = {}
    for name in claims:
        if without[name] != value:
            ways.setdefault(without[name], []).append(spoken[name])
    if list(map(len, ways.values())) == [1] and len(without) == 1:
        return f"{said} (without: {next(iter(ways))})."
    if not ways:
        return f"{said}."
    changes = [f"without {listed(names, last='or')} {other}" for other, names in ways.items()]
    return f"{said}; {', '.join(changes)}."


def _value(value: Fraction | None) -> str:
    return "open" if value is None else number_words(value)


def _both(low: Fraction | None, high: Fraction | None) -> str:
    if high is None:
        return "open" if not low else f"{number_words(low)} or more"
    return f"{number_words(low or Fraction(0))}-{number_words(high)}"
