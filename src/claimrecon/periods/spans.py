"""Whole days in a row: what a date of any coarseness stands for (§5)."""

from dataclasses import dataclass
from datetime import date, datetime

from claimrecon.periods.months import last_of_month
from claimrecon.periods.names import short_month
from claimrecon.periods.refusals import InvertedSpanError, UnwantedTimeError


@dataclass(frozen=True, slots=True, order=True)
class DaySpan:
    """Days from ``first`` to ``last``, both inclusive; ordered by first, then by last day.

    Raises
    ------
    InvertedSpanError
        If the last day is before the first.
    UnwantedTimeError
        If an end carries a time of day.

    Examples
    --------
    >>> from datetime import date
    >>> span = DaySpan(date(2025, 1, 24), date(2025, 2, 23))
    >>> print(span, "has", span.days, "days")
    24 Jan - 23 Feb 2025 has 31 days
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse times of day and an end before the start."""
        for end in (self.first, self.last):
            if isinstance(end, datetime):
                raise UnwantedTimeError(
                    end,
                    "it has a time of day, and spans are made of whole days",
                    f"Use {end.date().isoformat()}.",
                )
        if self.last < self.first:
            raise InvertedSpanError(
                f"{self.first.isoformat()} to {self.last.isoformat()}",
                "it ends before it starts",
                "A span runs from its first day to its last: exchange the two, or correct one.",
            )

    @property
    def days(self) -> int:
        """How many days; at least 1."""
        return (self.last - self.first).days + 1

    @property
    def is_day(self) -> bool:
        """Whether it is one single day."""
        return self.first == self.last

    def contains(self, day: date) -> bool:
        """Whether *day* is one of the days; both ends are."""
        return self.first <= day <= self.last

    def clipped(self, from_day: date) -> "DaySpan":
        """Return the days from *from_day* on (§4: a partial date that contains the start).

        Parameters
        ----------
        from_day
            First day that may be kept; a day before the span changes nothing.

        Raises
        ------
        InvertedSpanError
            If no day is left: the whole span is before *from_day*.

        Examples
        --------
        >>> from datetime import date
        >>> november = DaySpan(date(2024, 11, 1), date(2024, 11, 30))
        >>> print(november.clipped(date(2024, 11, 7)))
        7 - 30 Nov 2024
        """
        if self.last < from_day:
            raise InvertedSpanError(
                str(self),
                f"it ends before {from_day.isoformat()}, the day from which it should count",
                "Correct one of the two, or give this figure an earlier start of its own.",
            )
        return self if from_day <= self.first else DaySpan(from_day, self.last)

    @property
    def is_whole_months(self) -> bool:
        """Whether it is made of whole calendar months."""
        return self.first.day == 1 and self.last == last_of_month(self.last)

    @property
    def is_whole_years(self) -> bool:
        """Whether it is made of whole calendar years."""
        return self.is_whole_months and (self.first.month, self.last.month) == (1, 12)

    def __str__(self) -> str:
        """Name the days as briefly as a person would.

        Examples
        --------
        >>> from datetime import date
        >>> print(DaySpan(date(2024, 11, 1), date(2024, 11, 30)))
        Nov 2024
        """
        first, last = self._parts(self.first), self._parts(self.last)
        if first == last:
            return " ".join(last)
        while first[-1] == last[len(first) - 1]:
            first = first[:-1]
        return f"{' '.join(first)} - {' '.join(last)}"

    def _parts(self, day: date) -> tuple[str, ...]:
        """Return the words for one end, the finest first, as coarse as the span allows."""
        parts = (str(day.day), short_month(day.month), f"{day.year:04}")
        return parts[2 if self.is_whole_years else 1 if self.is_whole_months else 0 :]
