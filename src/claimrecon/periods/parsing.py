"""From what somebody wrote to a date, a moment or a span; what is not certain is refused.

Everything that a file may hold can be given: text, numbers, and the dates that YAML and TOML read.
"""

import datetime as dt

from claimrecon.periods.clocks import date_and_time
from claimrecon.periods.forms import ADVICE, date_written, tidied
from claimrecon.periods.moments import Moment
from claimrecon.periods.partial import PartialDate
from claimrecon.periods.refusals import UnreadableDateError, UnwantedTimeError
from claimrecon.periods.spans import DaySpan

_FOUR_DIGIT_YEARS = range(1000, 10000)
_ENDS = 2


def parse_partial_date(value: object) -> PartialDate:
    """Read a day, a month or a year.

    Parameters
    ----------
    value
        Text such as "2025-01-09", "9 Jan 2025", "Jan 9, 2025", "January 2025" or "2025"; a date; a
        whole number of four digits, which is a year; or a partial date, which is returned.

    Raises
    ------
    UnreadableDateError
        If it is in no form that is read.
    ImpossibleDateError
        If the calendar has no such date.
    AmbiguousDateError
        If day and month could be exchanged.
    UnwantedTimeError
        If it has a time of day.

    Examples
    --------
    >>> parse_partial_date("January 2025")
    PartialDate(year=2025, month=1, day=None)
    >>> parse_partial_date("09/01/2025")
    Traceback (most recent call last):
    ...
    claimrecon.periods.refusals.AmbiguousDateError: '09/01/2025' cannot ...
    """
    match value:
        case PartialDate():
            return value
        case dt.datetime():
            raise _unwanted_time(value)
        case dt.date():
            return PartialDate.of(value)
        case str():
            return _date_in_text(value)
        case int() if not isinstance(value, bool):
            return _year(value)
        case _:
            kind = type(value).__name__
            raise UnreadableDateError(value, f"a value of the type {kind} is no date", ADVICE)


def parse_moment(value: object) -> Moment:
    """Read a date of any coarseness, and the time of day behind a full one.

    Parameters
    ----------
    value
        What ``parse_partial_date`` takes; text with a time, such as "2025-01-09 14:30",
        "2025-01-09T14:30" or "9 January 2025, 14:30"; a datetime; or a moment, which is returned.

    Raises
    ------
    UnreadableDateError
        If it is in no form that is read, or has a time but no day.
    ImpossibleDateError
        If the calendar has no such date, or a day no such time.
    AmbiguousDateError
        If day and month could be exchanged.
    OffsetTimeError
        If it has an offset from UTC.

    Examples
    --------
    >>> print(parse_moment("2025-01-09T14:30"))
    9 January 2025, 14:30
    """
    match value:
        case Moment():
            return value
        case dt.datetime():
            return Moment(PartialDate.of(value), value.timetz())
        case str():
            date, time = date_and_time(tidied(value))
            return Moment(date_written(date), time)
        case _:
            return Moment(parse_partial_date(value))


def parse_span(value: object) -> DaySpan:
    """Read the days that one date names, or those from the first of a pair to the last.

    Parameters
    ----------
    value
        What ``parse_partial_date`` takes, which stands for all days it can mean; a list or tuple of
        two of these, both ends inclusive; or a span, which is returned.

    Raises
    ------
    UnreadableDateError
        If a date is in no form that is read, or a list does not have two.
    ImpossibleDateError
        If the calendar has no such date.
    AmbiguousDateError
        If day and month could be exchanged.
    UnwantedTimeError
        If a date has a time of day.
    InvertedSpanError
        If it ends before it starts.

    Examples
    --------
    >>> print(parse_span(["2024-11-07", "January 2025"]))
    7 Nov 2024 - 31 Jan 2025
    """
    match value:
        case DaySpan():
            return value
        case [first, last]:
            return DaySpan(parse_partial_date(first).first, parse_partial_date(last).last)
        case list() | tuple():
            raise UnreadableDateError(
                value,
                f"a span has {_ENDS} dates, its first and its last, and this has {len(value)}",
                "Write it as [2025-01-24, 2025-02-23].",
            )
        case _:
            return parse_partial_date(value).span


def _date_in_text(text: str) -> PartialDate:
    tidy = tidied(text)
    date, time = date_and_time(tidy)
    if time is not None:
        raise _unwanted_time(tidy)
    return date_written(date)


def _unwanted_time(value: object) -> UnwantedTimeError:
    return UnwantedTimeError(
        value, "it has a time of day where only a date is meant", "Leave the time out."
    )


def _year(number: int) -> PartialDate:
    if number not in _FOUR_DIGIT_YEARS:
        raise UnreadableDateError(number, "a bare number is a year in four digits", ADVICE)
    return PartialDate(number)
