"""Round numbers, their last place, and rounding inwards to whole persons (§8)."""

from fractions import Fraction
from math import ceil, floor

_LEAST_ROUND = 100


def is_round(number: Fraction) -> bool:
    """Return whether a number is a multiple of 10 that is 100 or more.

    Examples
    --------
    >>> is_round(Fraction(350)), is_round(Fraction(50)), is_round(Fraction(2437))
    (True, False, False)
    """
    whole = number.numerator
    return number.denominator == 1 and whole >= _LEAST_ROUND and whole % 10 == 0


def last_place(number: Fraction) -> Fraction:
    """Return what one in the last significant place of a whole number is worth.

    Examples
    --------
    >>> print(last_place(Fraction(10100)), last_place(Fraction(2437)))
    100 1
    """
    unit, rest = 1, number.numerator
    while rest and rest % 10 == 0:
        unit, rest = unit * 10, rest // 10
    return Fraction(unit)


def inwards(low: Fraction, high: Fraction | None) -> tuple[Fraction, Fraction | None]:
    """Round two ends inwards to whole persons; keep them where they would cross.

    Examples
    --------
    >>> tuple(map(int, inwards(Fraction("638.1"), Fraction("779.9"))))
    (639, 779)
    """
    if low.denominator == 1 and (high is None or high.denominator == 1):
        return low, high
    least, most = Fraction(ceil(low)), None if high is None else Fraction(floor(high))
    return (low, high) if most is not None and least > most else (least, most)
