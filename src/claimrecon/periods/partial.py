"""Dates as coarse as they were written: nothing fills in "the 1st" (§5)."""

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from claimrecon.periods.months import last_of_month
from claimrecon.periods.names import MONTHS
from claimrecon.periods.refusals import ImpossibleDateError
from claimrecon.periods.spans import DaySpan

_IN_EVERY_MONTH = range(1, 29)
"""Days of the month that every month has."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year of the Gregorian calendar.

    Not ordered: January 2025 is neither before nor after 9 January 2025. Compare ``first`` or
    ``last``.

    Attributes
    ----------
    year
        1 to 9999.
    month
        1 to 12, or ``None`` where only the year is known.
    day
        Day of the month from 1, or ``None`` where only the month is known.

    Raises
    ------
    ImpossibleDateError
        If the calendar has no such date, or a day stands without a month.

    Examples
    --------
    >>> january = PartialDate(2025, 1)
    >>> print(january, "is", january.span.days, "days")
    January 2025 is 31 days
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what the calendar does not have."""
        trouble = _trouble(self.year, self.month, self.day)
        if trouble is not None:
            raise ImpossibleDateError(_written(self.year, self.month, self.day), *trouble)

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """Return the full date of *day*."""
        return cls(day.year, day.month, day.day)

    @property
    def first(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it can mean."""
        if self.day is not None:
            return self.first
        return last_of_month(date(self.year, self.month or len(MONTHS), 1))

    @property
    def span(self) -> DaySpan:
        """All days it can mean."""
        return DaySpan(self.first, self.last)

    @property
    def is_day(self) -> bool:
        """Whether the day is known."""
        return self.day is not None

    def isoformat(self) -> str:
        """Return it as ISO 8601 writes it.

        Examples
        --------
        >>> PartialDate(2025, 1).isoformat()
        '2025-01'
        """
        return _written(self.year, self.month, self.day)

    def __str__(self) -> str:
        """Write it in words; years before 1000 keep four digits."""
        parts = [f"{self.year:04}"]
        if self.month is not None:
            parts.append(MONTHS[self.month - 1])
        if self.day is not None:
            parts.append(str(self.day))
        return " ".join(reversed(parts))


def _written(year: int, month: int | None, day: int | None) -> str:
    if month is None:
        return f"{year:04}" if day is None else f"{year:04}-??-{day:02}"
    return f"{year:04}-{month:02}" if day is None else f"{year:04}-{month:02}-{day:02}"


def _trouble(year: int, month: int | None, day: int | None) -> tuple[str, str] | None:
    """Return why the calendar has no such date and what to do, or ``None``."""
    if not MINYEAR <= year <= MAXYEAR:
        return f"years run from {MINYEAR} to {MAXYEAR}", "Correct the year."
    if month is not None and not 1 <= month <= len(MONTHS):
        return f"there is no month {month}", "Write year, month, day in this order: 2025-01-09."
    if day is None or (month is not None and day in _IN_EVERY_MONTH):
        return None
    if month is None:
        return "it has a day without a month", "Give the month, or leave the day out."
    return _trouble_with_day(year, month, day)


def _trouble_with_day(year: int, month: int, day: int) -> tuple[str, str] | None:
    days = last_of_month(date(year, month, 1)).day
    if len(_IN_EVERY_MONTH) < day <= days:
        return None
    return (
        f"{MONTHS[month - 1]} {year:04} has {days} days",
        f"Correct the day, or write {year:04}-{month:02} if only the month is known.",
    )
