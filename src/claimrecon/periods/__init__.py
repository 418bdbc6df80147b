"""Dates as they were written and the days they stand for (§4, §5).

::

    parsing   what somebody wrote        -> PartialDate, Moment, DaySpan
    partial   a day, a month or a year; nothing fills in "the 1st"
    moments   a partial date and perhaps a time of day
    spans     whole days, both ends included
    phrases   what running text or EDTF says -> When: days with offsets, and what is not sure
    lengths   how many months, years, ... a span has
    refusals  why something is no date

Layer 2: imports nothing of claimrecon but ``errors``. dateutil loads when it is first needed.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimrecon.periods.lengths import length_in
    from claimrecon.periods.moments import Moment
    from claimrecon.periods.parsing import parse_moment, parse_partial_date, parse_span
    from claimrecon.periods.partial import PartialDate
    from claimrecon.periods.phrases import When, WhenFlag, WhenKind, find_dates, parse_when
    from claimrecon.periods.refusals import (
        AmbiguousDateError,
        ImpossibleDateError,
        InvertedSpanError,
        OffsetTimeError,
        UnreadableDateError,
        UnwantedTimeError,
    )
    from claimrecon.periods.spans import DaySpan
else:
    from claimrecon import ondemand

    __getattr__, __dir__ = ondemand.on_demand(
        __name__,
        {
            "claimrecon.periods.lengths": ("length_in",),
            "claimrecon.periods.moments": ("Moment",),
            "claimrecon.periods.parsing": ("parse_moment", "parse_partial_date", "parse_span"),
            "claimrecon.periods.partial": ("PartialDate",),
            "claimrecon.periods.phrases": (
                "When",
                "WhenFlag",
                "WhenKind",
                "find_dates",
                "parse_when",
            ),
            "claimrecon.periods.refusals": (
                "AmbiguousDateError",
                "ImpossibleDateError",
                "InvertedSpanError",
                "OffsetTimeError",
                "UnreadableDateError",
                "UnwantedTimeError",
            ),
            "claimrecon.periods.spans": ("DaySpan",),
        },
    )

__all__ = [
    "AmbiguousDateError",
    "DaySpan",
    "ImpossibleDateError",
    "InvertedSpanError",
    "Moment",
    "OffsetTimeError",
    "PartialDate",
    "UnreadableDateError",
    "UnwantedTimeError",
    "When",
    "WhenFlag",
    "WhenKind",
    "find_dates",
    "length_in",
    "parse_moment",
    "parse_partial_date",
    "parse_span",
    "parse_when",
]
