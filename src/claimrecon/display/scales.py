"""Numbers and days on a line: where a value is, and which ticks to write beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, log10

_SPAN_FOR_LOG = 30
_MOST_TICKS = 5
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS_OF_A_YEAR = 12
_DAYS_OF_A_MONTH = 31
_DAYS_OF_A_YEAR = 366


@dataclass(frozen=True, slots=True)
class Tick:
    """One mark of an axis.

    Attributes
    ----------
    at
        From 0 (start) to 1 (end).
    label
        In words.
    """

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A line of numbers from 0 to 1; what lies beyond an end is drawn at the end.

    Attributes
    ----------
    low, high
        The numbers at the ends; above zero where the scale is logarithmic.
    is_log
        Whether equal steps multiply.
    """

    low: float
    high: float
    is_log: bool

    def at(self, value: float) -> float:
        """Return where a number lies, from 0 to 1."""
        if self.is_log:
            value, low, high = log10(max(value, self.low)), log10(self.low), log10(self.high)
        else:
            low, high = self.low, self.high
        return min(max((value - low) / (high - low), 0.0), 1.0)

    def ticks(self, most: int = _MOST_TICKS) -> tuple[Tick, ...]:
        """Return at most *most* round numbers, ascending."""
        values = (
            _powers(self.low, self.high, most) if self.is_log else _steps(self.low, self.high, most)
        )
        return tuple(Tick(self.at(value), f"{value:,.10g}") for value in values)


def number_scale(values: Iterable[float], *, may_be_log: bool = True) -> Scale:
    """Return a scale that holds all *values*, logarithmic where they span thirty times or more.

    Examples
    --------
    >>> scale = number_scale([300, 11_000])
    >>> scale.is_log, [tick.label for tick in scale.ticks()]
    (True, ['500', '1,000', '2,000', '5,000', '10,000'])
    >>> [tick.label for tick in number_scale([0, 410]).ticks()]
    ['0', '100', '200', '300', '400']
    """
    known = [float(value) for value in values]
    positive = [value for value in known if value > 0]
    if not positive:
        return Scale(0.0, 10.0, is_log=False)
    low, high = min(positive), max(positive)
    if may_be_log and high / low >= _SPAN_FOR_LOG:
        return Scale(low / 1.2 if min(known) > 0 else low / 2, high * 1.2, is_log=True)
    return Scale(0.0, high * 1.08, is_log=False)


def _powers(low: float, high: float, most: int) -> list[float]:
    first, last = floor(log10(low)), ceil(log10(high))
    for factors in ((1, 2, 5), (1, 3), (1,)):
        values = [f * 10.0**power for power in range(first, last + 1) for f in factors]
        kept = [value for value in values if low <= value <= high]
        if len(kept) <= most:
            return kept
    return kept[:: ceil(len(kept) / most)]


def _steps(low: float, high: float, most: int) -> list[float]:
    rough = (high - low) / most
    power = 10.0 ** floor(log10(rough))
    step = next(f * power for f in (1, 2, 2.5, 5, 10) if f * power >= rough)
    step = max(step, 1.0)
    first = ceil(low / step)
    return [step * number for number in range(first, floor(high / step) + 1)]


def day_ticks(first: date, last: date, most: int = _MOST_TICKS) -> tuple[tuple[date, str], ...]:
    """Return at most *most* days between two, both inclusive, with what to write beside them.

    Examples
    --------
    >>> for day, label in day_ticks(date(2024, 11, 1), date(2025, 2, 28)):
    ...     print(day, label)
    2024-11-01 Nov 2024
    2024-12-01 Dec 2024
    2025-01-01 Jan 2025
    2025-02-01 Feb 2025
    """
    days = (last - first).days
    if days <= _DAYS_OF_A_MONTH * 2:
        step = next(s for s in (1, 2, 5, 7, 10, 14, 20) if days // s < most)
        found = [first + timedelta(days=n) for n in range(0, days + 1, step)]
        return tuple((day, f"{day.day} {_MONTHS[day.month - 1]}") for day in found)
    months = (last.year - first.year) * _MONTHS_OF_A_YEAR + last.month - first.month
    if days <= _DAYS_OF_A_YEAR * 3:
        step = next(s for s in (1, 2, 3, 6, 12) if months // s < most)
        starts = [_first_of_month(first, n) for n in range(months + 1)]
        kept = [d for d in starts if first <= d <= last and (d.month - 1) % step == 0]
        return tuple((day, f"{_MONTHS[day.month - 1]} {day.year}") for day in kept)
    years = last.year - first.year
    step = next(s for n in range(5) for s in (10**n, 2 * 10**n, 5 * 10**n) if years // s < most)
    found = [date(y, 1, 1) for y in range(first.year, last.year + 1) if y % step == 0]
    return tuple((day, str(day.year)) for day in found if first <= day <= last)


def _first_of_month(start: date, months: int) -> date:
    year, month = divmod(start.year * _MONTHS_OF_A_YEAR + start.month - 1 + months, 12)
    return date(year, month + 1, 1)
