"""How long a span is in the time unit of a rate (§5)."""

from fractions import Fraction

from claimrecon.periods.spans import DaySpan

_MONTHS_IN_YEAR = 12
_CALENDAR_UNITS = {"month": 1, "months": 1, "year": _MONTHS_IN_YEAR, "years": _MONTHS_IN_YEAR}
"""Units whose length the calendar gives, in months."""


def length_in(span: DaySpan, unit: str, *, unit_days: Fraction) -> Fraction:
    """Return how many of *unit* the span has, exactly.

    Whole calendar months count as months, and as twelfths of a year; of everything else the days
    are counted.

    Parameters
    ----------
    span
        Days, both ends inclusive.
    unit
        Name of the unit; "month" and "year" follow the calendar where the span does.
    unit_days
        Days in one unit where the calendar does not help: 30.4375 for a month, 365.25 for a year.

    Raises
    ------
    ValueError
        If *unit_days* is not positive.

    Examples
    --------
    >>> from datetime import date
    >>> month = Fraction("30.4375")
    >>> winter = DaySpan(date(2025, 1, 1), date(2025, 3, 31))
    >>> length_in(winter, "month", unit_days=month)
    Fraction(3, 1)
    >>> length_in(DaySpan(date(2025, 1, 24), date(2025, 2, 23)), "month", unit_days=month)
    Fraction(496, 487)
    """
    if unit_days <= 0:
        raise ValueError(
            f"a {unit} of {unit_days} days cannot measure a span. Give the days of one unit, more "
            "than 0."
        )
    months = _CALENDAR_UNITS.get(unit)
    if months is not None and span.is_whole_months:
        return Fraction(_whole_months(span), months)
    return Fraction(span.days) / unit_days


def _whole_months(span: DaySpan) -> int:
    years = span.last.year - span.first.year
    return years * _MONTHS_IN_YEAR + span.last.month - span.first.month + 1
