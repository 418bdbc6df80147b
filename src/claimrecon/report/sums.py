"""Proofs as sums in plain words, and what the ends of a range hinge on.

A sum is shown only where the proof is one: it verifies, every figure in it is used exactly once,
and nothing but figures of claims and assumptions adds to it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, gcd, lcm

from claimrecon.constraints import number_words
from claimrecon.findings import End, PossibleRange
from claimrecon.linear import Proof, Row
from claimrecon.report.naming import Naming
from claimrecon.report.words import listed, several

_HINGES = " hinges on "
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a proof in persons: a row of which some multiple is added.

    Attributes
    ----------
    row
        As the proof has it.
    multiplier
        How often the row's statement is added, in persons.
    bound
        What the row sets against persons.
    """

    row: Row
    multiplier: Fraction
    bound: Fraction


def steps(proof: Proof) -> tuple[Step, ...]:
    """Return the lines of a proof in persons.

    Rows are whole numbers, so a figure of 1/3 person stands in them three times. Here it is one
    person again; a proof of impossibility, which may be scaled at will, is as small as it can be.
    """
    made = []
    for row, multiplier in proof.terms:
        size = gcd(*(weight for _, weight in row.coefficients)) or 1
        made.append(Step(row, multiplier * size, Fraction(row.bound, size)))
    if proof.claim or not made:
        return tuple(made)
    common = Fraction(
        gcd(*(step.multiplier.numerator for step in made)),
        lcm(*(step.multiplier.denominator for step in made)),
    )
    return tuple(Step(step.row, step.multiplier / common, step.bound) for step in made)


def total_of(proof_steps: Sequence[Step]) -> Fraction:
    """Return what the bounds add up to."""
    return sum((step.multiplier * step.bound for step in proof_steps), Fraction(0))


def _figures(proof: Proof, naming: Naming) -> tuple[Step, ...] | None:
    """Return the steps that carry a figure, or ``None`` where the proof is more than their sum."""
    every = steps(proof)
    plain = all(
        (step.multiplier == 1 and step.row.owner is not None)
        if step.bound
        else not _is_share(step.row, naming)
        for step in every
    )
    return tuple(step for step in every if step.bound) if plain and proof.verify() else None


def _is_share(row: Row, naming: Naming) -> bool:
    """Whether a row without a figure of its own still sets one number against another."""
    claim = None if row.owner is None else naming.claim(row.owner)
    return claim is not None and claim.ratio_of is not None


def shortfall_words(proof: Proof, naming: Naming) -> str | None:
    """Say an impossibility as a sum: at least so many, but at most so many.

    Returns ``None`` where the proof is more than a sum of figures.
    """
    figures = None if proof.claim else _figures(proof, naming)
    if figures is None:
        return None
    # Parts of a person are left out on the side where that claims less.
    lows = [(floor(step.bound), step.row.owner or "") for step in figures if step.bound > 0]
    highs = [(ceil(-step.bound), step.row.owner or "") for step in figures if step.bound < 0]
    short = sum(low for low, _ in lows) - sum(high for high, _ in highs)
    if not lows or short <= 0:
        return None
    there = f"at most {_added(highs, naming)}" if highs else "nobody at all"
    return f"at least {_added(lows, naming)}, but {there}: {short:,} too few"


def _added(figures: Sequence[tuple[int, str]], naming: Naming) -> str:
    names = [naming.owner(owner) for _, owner in figures]
    total = f" = {sum(amount for amount, _ in figures):,}" if len(figures) > 1 else ""
    if len(set(names)) == 1:
        return f"{' + '.join(f'{amount:,}' for amount, _ in figures)}{total} ({names[0]})"
    parts = [f"{amount:,} ({name})" for (amount, _), name in zip(figures, names, strict=True)]
    return " + ".join(parts) + total


def sum_words(end: End, naming: Naming) -> str | None:
    """Write an end as a sum: "1,300 = 4,000 (Zelenskyy) - 2,700 (NIS)".

    Returns ``None`` where the proof is no such sum.
    """
    if end.proof is None or end.value is None:
        return None
    figures = _figures(end.proof, naming)
    # One figure is no sum.
    if figures is None or len(figures) == 1:
        return None
    # The proof of a high end bounds the negated count.
    sign = next((s for s in (1, -1) if s * total_of(figures) == end.value), None)
    if sign is None:
        return None
    amounts = [(sign * step.bound, naming.owner(step.row.owner or "")) for step in figures]
    amounts.sort(key=lambda amount: amount[0] < 0)
    words = ""
    for amount, name in amounts:
        link = (" - " if amount < 0 else " + ") if words else ("-" if amount < 0 else "")
        words += f"{link}{number_words(abs(amount))} ({name})"
    return f"{number_words(end.value)} = {words}"


def range_words(asked: PossibleRange, naming: Naming) -> str:
    """Say what both ends of a range hinge on; to the letter, where it can hold so.

    Assumptions are counted, not listed: the last lines of a report say them all. A number that one
    claim states, and that hinges on nothing else, is left out: the table of claims says it.
    """
    low = asked.strict_low or asked.lenient_low
    high = asked.strict_high or asked.lenient_high
    if low is None or high is None:
        return ""
    stated = asked.stated
    telling = [
        end
        for end, value, by in (
            (low, stated.low, stated.low_by),
            (high, stated.high, stated.high_by),
        )
        if not _is_stated(end, value, by)
    ]
    if len(telling) == _PAIR and low.value == high.value and low.hinges == high.hinges:
        without = {
            name: _both(low.without.get(name, low.value), high.without.get(name, high.value))
            for name in low.hinges
        }
        return _sentences([_hinging(_value(low.value), None, without, naming)])
    words = [_end_words(end, naming) for end in telling if end.hinges]
    return _sentences(word for word in words if word)


def says_more(asked: PossibleRange) -> bool:
    """Whether a range tells more than the one claim that states it."""
    stated = asked.stated
    return asked.undecided or any(
        end is None or not _is_stated(end, value, by)
        for end, value, by in (
            (asked.strict_low, stated.low, stated.low_by),
            (asked.strict_high, stated.high, stated.high_by),
        )
    )


def _is_stated(end: End, value: Fraction | None, by: tuple[str, ...]) -> bool:
    """Whether an end is just what the claims it hinges on state, or as open as they leave it."""
    return end.value == value and end.hinges == by


def _end_words(end: End, naming: Naming) -> str:
    if end.value is None:
        return ""
    without = {name: _value(end.without.get(name, end.value)) for name in end.hinges}
    return _hinging(number_words(end.value), sum_words(end, naming), without, naming)


def _hinging(value: str, said: str | None, without: Mapping[str, str], naming: Naming) -> str:
    claims = tuple(name for name in without if not naming.is_assumption(name))
    spoken = dict(zip(claims, naming.owners(claims), strict=True))
    ways: dict[str, list[str]] = {}
    for name in claims:
        ways.setdefault(without[name], []).append(spoken[name])
    assumed = len(without) - len(claims)
    if said is not None:
        ways.pop(value, None)
        alike = next(iter(ways.values()), [])
        if len(alike) == len(claims) > 1 and not assumed:
            which = "either" if len(claims) == _PAIR else "any of them"
            return f"{said}; without {which}: {next(iter(ways))}"
        changes = [f"without {listed(names, last='or')}: {other}" for other, names in ways.items()]
        if assumed:
            changes.append(f"it rests on {several(assumed, 'assumption')}")
        return "; ".join([said, *changes])
    parts: list[str] = []
    for other, names in ways.items():
        # The word is said once; the numbers in the brackets that follow mean the same.
        which = "" if any("without" in part for part in parts) else "without"
        parts.append(_without(names, other, value, which))
    if assumed:
        parts.append(several(assumed, "assumption"))
    return f"{value}{_HINGES}{', '.join(parts)}" if parts else ""


def _sentences(words: Iterable[str]) -> str:
    """Join what the two ends hinge on; the verb is said once."""
    text = ". ".join(words)
    first, verb, rest = text.partition(_HINGES)
    return f"{first}{verb}{rest.replace(_HINGES, ' on ')}." if text else ""


def _without(names: Sequence[str], other: str, value: str, which: str) -> str:
    if other == value:
        return listed(names)
    one = {1: "", _PAIR: "either"}.get(len(names), "any")
    mark = " ".join(word for word in (which, one) if word)
    return f"{listed(names)} ({f'{mark}: ' if mark else ''}{other})"


def _value(value: Fraction | None) -> str:
    return "open" if value is None else number_words(value)


def _both(low: Fraction | None, high: Fraction | None) -> str:
    if high is None:
        return "open" if not low else f"{number_words(low)} or more"
    return f"{number_words(low or Fraction(0))}-{number_words(high)}"
