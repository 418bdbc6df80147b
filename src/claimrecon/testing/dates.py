"""Dates as coarse as they are written, and spans of days."""

from datetime import date
from typing import Final

from hypothesis import strategies as st

from claimrecon.periods import DaySpan, PartialDate

_FROM: Final = date(2020, 1, 1)
_TO: Final = date(2026, 12, 31)
_COARSENESS: Final = ("day", "day", "month", "year")


def partial_dates(
    *, first: date = _FROM, last: date = _TO, true_of: date | None = None
) -> st.SearchStrategy[PartialDate]:
    """Draw dates: days, months and years.

    Parameters
    ----------
    first, last
        The days drawn from, both inclusive.
    true_of
        A day; every date drawn then holds it.

    Examples
    --------
    >>> from hypothesis import find
    >>> day = date(2025, 1, 9)
    >>> find(partial_dates(true_of=day), bool).span.contains(day)
    True
    """
    days = st.dates(first, last) if true_of is None else st.just(true_of)
    return st.builds(_coarsened, days, st.sampled_from(_COARSENESS))


def _coarsened(day: date, coarseness: str) -> PartialDate:
    match coarseness:
        case "day":
            return PartialDate.of(day)
        case "month":
            return PartialDate(day.year, day.month)
        case _:
            return PartialDate(day.year)


@st.composite
def periods(draw: st.DrawFn, *, first: date = _FROM, last: date = _TO) -> DaySpan:
    """Draw spans of whole days from *first* to *last*, all inclusive: often one day.

    Examples
    --------
    >>> from hypothesis import find
    >>> span = find(periods(), bool)
    >>> span.first <= span.last
    True
    """
    start = draw(st.dates(first, last))
    end = start if draw(st.booleans()) else draw(st.dates(start, last))
    return DaySpan(start, end)
