"""What a system says a number phrase means, in one form for all systems and for the labels."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from claimrecon.quantities import (
    Comparator,
    CountPhrase,
    Relation,
    UnreadableCountError,
    find_counts,
    parse_count,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """One quantity: comparator and numbers; ``factor`` for a ratio, a change or a difference."""

    comparator: str
    low: float | None
    high: float | None
    best: float | None
    factor: float | None = None

    @property
    def numbers(self) -> tuple[float | None, ...]:
        """The numbers alone."""
        return self.low, self.high, self.best, self.factor


Reader = Callable[[str], tuple[Answer, ...]]
"""Reads one phrase; nothing for a refusal."""


def ours(text: str) -> tuple[Answer, ...]:
    """Read a phrase with claimrecon: as one figure, else as the figures of a running text."""
    try:
        found: Sequence[CountPhrase] = (parse_count(text),)
    except UnreadableCountError:
        found = find_counts(text)
    else:
        if " of the " in text or " of its " in text:
            found = max(found, find_counts(text), key=len)
    return tuple(answer_of(phrase) for phrase in found if phrase.comparator is not Comparator.NONE)


def answer_of(phrase: CountPhrase) -> Answer:
    """Put a parsed phrase in the common form."""
    low, high, best = map(_float, (phrase.low, phrase.high, phrase.best))
    if phrase.relation is None:
        return Answer(phrase.comparator.value, low, high, best)
    values = [figure.value for figure in phrase.figures if figure.value is not None]
    factor = float(phrase.best if phrase.best is not None else values[0])
    if phrase.relation is Relation.CHANGE:
        factor -= 1
    return Answer(phrase.comparator.value, None, None, None, factor)


def labelled(quantity: Mapping[str, Any]) -> Answer:
    """Return a label of the layout of ``phrases.jsonl``."""
    relative = quantity.get("relative") or {}
    factor = relative.get("value")
    low, high, best = quantity["low"], quantity["high"], quantity["best"]
    return Answer(quantity["comparator"], low, high, best, factor)


def same(label: Answer, answer: Answer) -> bool:
    """Whether an answer is exact; a vague word is judged by its comparator alone."""
    if label.comparator != answer.comparator:
        return False
    if label.comparator == "vague":
        return True
    return all(map(_close, label.numbers, answer.numbers))


def factor_off(label: Answer, answer: Answer) -> float:
    """Return by what factor the worst number is off; 1 for none, infinity from or to zero."""
    if "vague" in {label.comparator, answer.comparator}:
        return 1.0
    mine = [number for number in answer.numbers if number is not None]
    true = [number for number in label.numbers if number is not None]
    if not mine or not true:
        return 1.0
    pairs = [
        (one, other)
        for one, other in zip(label.numbers, answer.numbers, strict=True)
        if one is not None and other is not None
    ] or [(max(true), max(mine))]
    return max(_ratio(one, other) for one, other in pairs)


def _ratio(one: float, other: float) -> float:
    if _close(one, other):
        return 1.0
    if not one or not other or (one < 0) != (other < 0):
        return float("inf")
    return max(one / other, other / one)


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 1e-3 * max(1.0, abs(one)) if abs(one) < 1 else one == other


def _float(number: Fraction | None) -> float | None:
    return None if number is None else float(number)
