"""Intervals of persons in words, and how they lie to each other."""

from collections.abc import Iterable
from fractions import Fraction

from claimrecon.constraints import number_words

Interval = tuple[Fraction | None, Fraction | None]
"""Low and high, in persons; ``None`` where nothing bounds that side."""


def interval_words(interval: Interval | None) -> str:
    """Say an interval in the width of a column.

    Examples
    --------
    >>> interval_words((Fraction(1300), Fraction(5500))), interval_words((Fraction(300), None))
    ('1,300-5,500', '300 or more')
    >>> interval_words((Fraction(5500), Fraction(5500))), interval_words(None)
    ('5,500', 'cannot be')
    """
    if interval is None:
        return "cannot be"
    low, high = interval
    if high is None:
        return "any number" if not low else f"{number_words(low)} or more"
    if low == high:
        return number_words(high)
    return f"{number_words(low or Fraction(0))}-{number_words(high)}"


def share_nothing(one: Interval, other: Interval) -> bool:
    """Whether no number lies in both.

    Examples
    --------
    >>> share_nothing((Fraction(1), Fraction(5)), (Fraction(6), None))
    True
    """
    return any(
        above is not None and below is not None and above < below
        for above, below in ((one[1], other[0]), (other[1], one[0]))
    )


def united(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """Return the union of *intervals*, as intervals with gaps between them, in ascending order.

    Examples
    --------
    >>> ends = ((750, None), (250, 350), (300, 400))
    >>> united((Fraction(a), b and Fraction(b)) for a, b in ends)
    ((Fraction(250, 1), Fraction(400, 1)), (Fraction(750, 1), None))
    """
    found: list[Interval] = []
    for interval in sorted(intervals, key=lambda ends: ends[0] or Fraction(0)):
        if found and not share_nothing(found[-1], interval):
            (low, high), top = found[-1], interval[1]
            found[-1] = (low, None if high is None or top is None else max(high, top))
        else:
            found.append(interval)
    return tuple(found)
