"""A bound in words, as it stands in a line of a proof."""

from fractions import Fraction

from claimrecon.claims import Scope, Timing


def scope_words(scope: Scope) -> str:
    """Say what a scope counts: "killed + wounded, North Korean soldiers, Russia, to 9 Jan 2025"."""
    limits = (scope.population, scope.place)
    parts = [_measure(scope), *(str(limit) for limit in limits if not limit.is_everything)]
    if not scope.cause.is_everything:
        parts.append(f"by {scope.cause}")
    parts.append(when_words(scope))
    return ", ".join(parts)


def when_words(scope: Scope) -> str:
    """Say the time of a scope: "to 9 Jan 2025", "on 30 Jan 2025", "in Nov 2024", "in all"."""
    when = scope.when
    if when.span is None:
        return "in all"
    if when.timing is Timing.DURING:
        return f"in {when.span}" if not when.span.is_day else f"on {when.span}"
    if when.timing is Timing.AT or scope.measure.is_stock:
        return f"on {when.span}" if when.span.is_day else f"on a day of {when.span}"
    return f"to {when.span}" if when.span.is_day else f"to a day of {when.span}"


def _measure(scope: Scope) -> str:
    if scope.unbounded_measure:
        return f"at least {scope.measure.title}"
    if scope.outer_measure is not None:
        return f"between {scope.measure.title} and {scope.outer_measure.title}"
    return scope.measure.title


def number_words(number: Fraction) -> str:
    """Write a number for people: 1,300; 92.5; 2/3 where no short decimal says it.

    Examples
    --------
    >>> number_words(Fraction(1300)), number_words(Fraction(1, 3)), number_words(Fraction(4, 5))
    ('1,300', '1/3', '0.8')
    """
    if number.denominator == 1:
        return f"{number.numerator:,}"
    for digits in range(1, 7):
        scaled = number * 10**digits
        if scaled.denominator == 1:
            whole, part = divmod(scaled.numerator, 10**digits)
            return f"{whole:,}.{part:0{digits}d}"
    return f"{number.numerator:,}/{number.denominator:,}"


def share_words(share: Fraction, base: str) -> str:
    """Say such a share of the base: "1/3 × (killed + wounded, to 9 Jan 2025)"."""
    return f"{number_words(share)} × ({base})"


def amount_words(number: Fraction, units: Fraction | None) -> str:
    """Say so many, with the rate it comes from: "1,400 (200 × 7)"."""
    if units is None or units == 1:
        return number_words(number)
    return f"{number_words(number * units)} ({number_words(number)} × {number_words(units)})"
