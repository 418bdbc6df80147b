"""The way back: an interval of persons in words that parse to it again."""

from claimrecon.quantities.interval import CountInterval, shown
from claimrecon.quantities.parsing import parse_count
from claimrecon.quantities.refusals import UnreadableCountError


def words_of(interval: CountInterval) -> str:
    """Write an interval of persons in words whose strict reading it is.

    Raises
    ------
    UnreadableCountError
        If an end is no whole number, or too large for a count of persons.

    Examples
    --------
    >>> from fractions import Fraction
    >>> words_of(CountInterval(Fraction(300), None))
    'at least 300'
    >>> words_of(CountInterval(Fraction(7000), Fraction(14000)))
    '7,000 to 14,000'
    """
    low, high = interval.low, interval.high
    if any(end is not None and end.denominator != 1 for end in (low, high)):
        raise UnreadableCountError(str(interval), "it is no whole number of persons")
    if high is None:
        words = f"at least {shown(low)}"
    elif low == high:
        words = shown(low)
    elif not low:
        words = f"at most {shown(high)}"
    else:
        words = _range(shown(low), shown(high))
    parse_count(words)
    return words


def _range(low: str, high: str) -> str:
    """Join two ends; "5 to 6,000" could be short for thousands, and is said at length."""
    try:
        parse_count(words := f"{low} to {high}")
    except UnreadableCountError:
        return f"at least {low} and at most {high}"
    return words
