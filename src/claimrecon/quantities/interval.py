"""Closed intervals of counts, exact, open at the top where nobody said."""

from dataclasses import dataclass
from fractions import Fraction

from claimrecon.quantities.refusals import ImpossibleIntervalError


@dataclass(frozen=True, slots=True)
class CountInterval:
    """All counts from ``low`` to ``high``, both inclusive.

    Attributes
    ----------
    low
        Persons, a factor, or persons per unit of time. Zero where nobody said: no count is less.
    high
        ``None`` where nobody said: not zero, and not a big number (§1).

    Raises
    ------
    ImpossibleIntervalError
        If ``low`` is negative or more than ``high``: an inverted interval is never an empty set.

    Examples
    --------
    >>> print(CountInterval(Fraction(300), None))
    300 or more
    >>> print(CountInterval(Fraction(990), Fraction(1210)))
    990 to 1,210
    """

    low: Fraction
    high: Fraction | None

    def __post_init__(self) -> None:
        if self.low.numerator < 0:
            message = f"a count of {shown(self.low)} is less than zero. Write zero or more."
            raise ImpossibleIntervalError(message)
        if self.high is not None and self.high < self.low:
            message = (
                f"low {shown(self.low)} is more than high {shown(self.high)}: no count lies "
                "between them. Swap the two, or correct one."
            )
            raise ImpossibleIntervalError(message)

    def hull(self, other: "CountInterval") -> "CountInterval":
        """Return the smallest interval that contains both."""
        if self.contains(other):
            return self
        low = min(self.low, other.low)
        if self.high is None or other.high is None:
            return CountInterval(low, None)
        return CountInterval(low, max(self.high, other.high))

    def contains(self, other: "CountInterval") -> bool:
        """Return whether every count of the other interval is one of this."""
        if self.low > other.low:
            return False
        return self.high is None or (other.high is not None and other.high <= self.high)

    def __str__(self) -> str:
        """Print the interval as a reader would say it."""
        if self.high is None:
            return f"{shown(self.low)} or more"
        if self.low == self.high:
            return shown(self.low)
        return f"{shown(self.low)} to {shown(self.high)}"


def shown(number: Fraction) -> str:
    """Write a number with thousands marks; what is no short decimal stays a fraction.

    Examples
    --------
    >>> shown(Fraction(11000)), shown(Fraction(3, 40)), shown(Fraction(2, 3))
    ('11,000', '0.075', '2/3')
    """
    whole, rest = divmod(number, 1)
    if not rest:
        return f"{whole:,}"
    for places in range(1, 7):
        scaled = number * 10**places
        if scaled.denominator == 1:
            sign, digits = ("-", -scaled.numerator) if scaled < 0 else ("", scaled.numerator)
            return f"{sign}{digits // 10**places:,}.{digits % 10**places:0{places}d}"
    return str(number)
