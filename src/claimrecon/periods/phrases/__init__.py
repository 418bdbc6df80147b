"""Dates as running text says them, with respect to the day of publication."""

from claimrecon.periods.phrases.finding import find_dates, parse_when
from claimrecon.periods.phrases.when import When, WhenFlag, WhenKind

__all__ = ["When", "WhenFlag", "WhenKind", "find_dates", "parse_when"]
