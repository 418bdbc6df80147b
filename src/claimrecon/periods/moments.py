"""When something was said: a date of any coarseness, perhaps with a time of day (§9)."""

import datetime as dt
from dataclasses import dataclass

from claimrecon.periods.partial import PartialDate
from claimrecon.periods.refusals import OffsetTimeError, UnreadableDateError


@dataclass(frozen=True, slots=True)
class Moment:
    """A partial date and, for a full one, perhaps a time of day on the clock of the place.

    Not ordered, because a date does not say whether it is before or after a time of its day;
    ``sort_key`` orders as §9 asks.

    Attributes
    ----------
    date
        A day, a month or a year.
    time
        Without offset from UTC; ``None`` where it is not known.

    Raises
    ------
    UnreadableDateError
        If a time stands beside a month or a year.
    OffsetTimeError
        If the time has an offset from UTC.

    Examples
    --------
    >>> print(Moment(PartialDate(2025, 1, 9), dt.time(14, 30)))
    9 January 2025, 14:30
    """

    date: PartialDate
    time: dt.time | None = None

    def __post_init__(self) -> None:
        """Refuse a time of no certain day, and other clocks."""
        if self.time is None:
            return
        if not self.date.is_day:
            raise UnreadableDateError(
                f"{self.date.isoformat()} {self.time.isoformat()}",
                "it has a time of day but no day",
                "Give the day, or leave the time out.",
            )
        if self.time.tzinfo is not None:
            raise OffsetTimeError(
                f"{self.date.isoformat()} {self.time.isoformat()}",
                "it has an offset from UTC, and times are kept on the clock of the place",
                "Write the local date and time without the offset.",
            )

    @property
    def day(self) -> dt.date:
        """The last day it can mean."""
        return self.date.last

    @property
    def sort_key(self) -> tuple[dt.date, dt.time]:
        """The last day it can mean, then the time; a day without a time counts as its end."""
        return self.day, dt.time.max if self.time is None else self.time

    def isoformat(self) -> str:
        """Return it as ISO 8601 writes it.

        Examples
        --------
        >>> Moment(PartialDate(2025, 1, 9), dt.time(14, 30)).isoformat()
        '2025-01-09T14:30'
        """
        day = self.date.isoformat()
        return day if self.time is None else f"{day}T{_clock(self.time)}"

    def __str__(self) -> str:
        """Write it in words."""
        return str(self.date) if self.time is None else f"{self.date}, {_clock(self.time)}"


def _clock(time: dt.time) -> str:
    whole_minutes = not (time.second or time.microsecond)
    return time.isoformat("minutes" if whole_minutes else "auto")
