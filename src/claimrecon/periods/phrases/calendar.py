"""Calendar arithmetic for phrases: units back from a day, weeks, seasons, parts of a year."""

from datetime import MINYEAR, date, timedelta
from types import MappingProxyType
from typing import Final

from claimrecon.periods.months import last_of_month
from claimrecon.periods.spans import DaySpan

MONTHS_IN: Final = MappingProxyType({"month": 1, "quarter": 3, "year": 12, "decade": 120})
DAYS_IN: Final = MappingProxyType({"day": 1, "night": 1, "week": 7, "fortnight": 14})
_MONTHS = 12
_DAYS_OF_WEEK = 7
_HOURS = 24
_SATURDAY = 5
SEASONS: Final = MappingProxyType({"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12})
PARTS_OF: Final = MappingProxyType(
    {
        "early": (0, 3), "mid": (1, 3), "late": (2, 3), "first half": (0, 2), "second half": (1, 2),
    }
)  # fmt: skip
_LONGEST_MONTH = 31


def back(day: date, count: int, unit: str) -> date:
    """Return the day *count* units before; a day that a month lacks becomes its last.

    Raises
    ------
    OverflowError
        If it lies before the year 1.

    Examples
    --------
    >>> back(date(2024, 3, 31), 1, "month"), back(date(2024, 1, 15), 36, "hour")
    (datetime.date(2024, 2, 29), datetime.date(2024, 1, 13))
    """
    if unit == "hour":
        return day - timedelta(days=-(-count // _HOURS))
    if unit in DAYS_IN:
        return day - timedelta(days=count * DAYS_IN[unit])
    year, month = divmod(day.year * _MONTHS + day.month - 1 - count * MONTHS_IN[unit], _MONTHS)
    if year < MINYEAR:
        raise OverflowError
    end = last_of_month(date(year, month + 1, 1))
    return end.replace(day=min(day.day, end.day))


def week_of(day: date) -> DaySpan:
    """Return the days from Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return DaySpan(monday, monday + timedelta(days=_DAYS_OF_WEEK - 1))


def weekday_before(day: date, weekday: int, *, strictly: bool = False) -> date:
    """Return the last such weekday; the day itself counts unless *strictly*."""
    days = (day.weekday() - weekday) % _DAYS_OF_WEEK
    return day - timedelta(days=_DAYS_OF_WEEK if strictly and not days else days)


def weekend_before(day: date) -> DaySpan:
    """Return the last Saturday and Sunday of which one at least has come."""
    saturday = weekday_before(day, _SATURDAY)
    return DaySpan(saturday, saturday + timedelta(days=1))


def one_day(day: date) -> DaySpan:
    """Return the days of a single day."""
    return DaySpan(day, day)


def unit_around(day: date, unit: str) -> DaySpan:
    """Return the calendar week, month, quarter, year or decade that holds a day."""
    match unit:
        case "week":
            return week_of(day)
        case "quarter":
            return months(day.year, (day.month - 1) // 3 * 3 + 1, 3)
        case "year":
            return months(day.year, 1, _MONTHS)
        case "decade":
            return months(day.year // 10 * 10, 1, 10 * _MONTHS)
        case _:
            return months(day.year, day.month, 1)


def months(year: int, month: int, count: int) -> DaySpan:
    """Return so many whole months from the first of one on."""
    years, rest = divmod(month - 1 + count - 1, _MONTHS)
    return DaySpan(date(year, month, 1), last_of_month(date(year + years, rest + 1, 1)))


def season(name: str, year: int) -> DaySpan:
    """Return three whole months; a winter ends in the year after the one it starts in."""
    return months(year, SEASONS[name], 3)


def part(span: DaySpan, word: str) -> DaySpan:
    """Return the early, mid or late third, or a half, of a month, a season or a year.

    Examples
    --------
    >>> print(part(DaySpan(date(2023, 1, 1), date(2023, 12, 31)), "early"))
    Jan - Apr 2023
    """
    number, count = PARTS_OF[word]
    if span.days > _LONGEST_MONTH:
        size = _month_count(span) // count
        years, month = divmod(span.first.month - 1 + number * size, _MONTHS)
        found = months(span.first.year + years, month + 1, size)
    else:
        size = span.days // count
        first = span.first + timedelta(days=number * size)
        found = DaySpan(first, first + timedelta(days=size - 1))
    return DaySpan(found.first, span.last) if number == count - 1 else found


def _month_count(span: DaySpan) -> int:
    years = span.last.year - span.first.year
    return years * _MONTHS + span.last.month - span.first.month + 1
