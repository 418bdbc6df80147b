"""Calendar arithmetic: the one door to dateutil, which loads when it is first needed."""

from datetime import date


def last_of_month(day: date) -> date:
    """Return the last day of the month of *day*.

    Examples
    --------
    >>> last_of_month(date(2024, 2, 3))
    datetime.date(2024, 2, 29)
    """
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415

    return day + relativedelta(day=31)
