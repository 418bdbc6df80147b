"""Times of day behind a date, on the clock of the place."""

import datetime as dt
import re
from typing import Final

from claimrecon.periods.refusals import ImpossibleDateError, OffsetTimeError

_DATE_AND_TIME: Final = re.compile(
    r"(?P<date>.+?)(?:T|,? (?:at )?)"
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.(?P<fraction>\d{1,6}))?)?"
    r"(?P<offset> ?(?:Z|UTC|GMT|[+-]\d\d(?::?\d\d)?))?",
    re.ASCII | re.IGNORECASE,
)
_DIGITS_OF_MICROSECONDS: Final = 6


def date_and_time(text: str) -> tuple[str, dt.time | None]:
    """Split a tidied text into the text of its date and its time, if it has one.

    Raises
    ------
    ImpossibleDateError
        If no day has such a time.
    OffsetTimeError
        If an offset from UTC follows.
    """
    found = _DATE_AND_TIME.fullmatch(text)
    if found is None:
        return text, None
    if found["offset"] is not None:
        raise OffsetTimeError(
            text,
            "it has an offset from UTC, and times are kept on the clock of the place",
            "Write the local date and time without the offset.",
        )
    fraction = (found["fraction"] or "").ljust(_DIGITS_OF_MICROSECONDS, "0")
    parts = (found["hour"], found["minute"], found["second"] or "0", fraction)
    hour, minute, second, microseconds = map(int, parts)
    try:
        return found["date"], dt.time(hour, minute, second, microseconds)
    except ValueError:
        raise ImpossibleDateError(
            text, "no day has such a time", "Write the time from 00:00 to 23:59."
        ) from None
