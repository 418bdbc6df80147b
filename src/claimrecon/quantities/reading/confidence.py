"""Statistical intervals with a stated confidence (§7): the interval at 0.999."""

from decimal import Decimal, localcontext
from fractions import Fraction
from types import MappingProxyType

# Two-sided normal quantiles z((1 + confidence) / 2) as fixed decimals, so that no result hangs on
# how a machine computes them.
QUANTILES = MappingProxyType(
    {
        Fraction(confidence): Decimal(quantile)
        for confidence, quantile in (
            ("0.5", "0.674490"),
            ("0.6", "0.841621"),
            ("0.67", "0.974114"),
            ("0.68", "0.994458"),
            ("0.7", "1.036433"),
            ("0.75", "1.150349"),
            ("0.8", "1.281552"),
            ("0.85", "1.439531"),
            ("0.89", "1.598193"),
            ("0.9", "1.644854"),
            ("0.94", "1.880794"),
            ("0.95", "1.959964"),
            ("0.98", "2.326348"),
            ("0.99", "2.575829"),
            ("0.995", "2.807034"),
            ("0.999", "3.290527"),
        )
    }
)
_LENIENT = Decimal("3.290527")
_DIGITS = 40
_PLACES = 12


def widened(
    low: Fraction, high: Fraction, best: Fraction | None, quantile: Decimal
) -> tuple[Fraction, Fraction]:
    """Return the interval at 0.999: log distances from the middle times a ratio of quantiles.

    The middle is ``best``, else the geometric mean. A low of 0 stays 0, and no end moves inwards.

    Examples
    --------
    >>> low, high = widened(
    ...     Fraction(281443), Fraction(337971), Fraction(306887), Decimal("1.959964")
    ... )
    >>> int(low) + 1, int(high)
    (265383, 360848)
    """
    if not high:
        return low, high
    scale = max(_LENIENT / quantile, Decimal(1))
    with localcontext() as context:
        context.prec = _DIGITS
        top = _decimal(high).ln()
        bottom = _decimal(low).ln() if low else None
        if best:
            middle = _decimal(best).ln()
        elif bottom is None:
            # From zero there is no geometric mean; the arithmetic one keeps the top finite.
            middle = _decimal(high / 2).ln()
        else:
            middle = (top + bottom) / 2
        upper = _fraction((middle + (top - middle) * scale).exp())
        lower = low if bottom is None else _fraction((middle - (middle - bottom) * scale).exp())
    return min(low, lower), max(high, upper)


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)


def _fraction(number: Decimal) -> Fraction:
    # Cut to a fixed number of places: rows of a system with denominators of forty digits are slow.
    return Fraction(round(Fraction(number) * 10**_PLACES), 10**_PLACES)
