from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claimrecon.display import day_ticks, number_scale

counts = st.integers(0, 10**10)
days = st.dates(date(1800, 1, 1), date(2100, 1, 1))


@given(st.lists(counts, min_size=1, max_size=8))
def test_a_scale_holds_its_numbers_in_their_order(values: list[int]) -> None:
    """No figure falls off, and a larger one is never before a smaller one."""
    scale = number_scale(map(float, values))

    places = [scale.at(value) for value in sorted(values)]
    assert all(0 <= place <= 1 for place in places)
    assert all(one <= other for one, other in pairwise(places))
    assert all(
        one < other
        for (one, low), (other, high) in pairwise(zip(places, sorted(values), strict=True))
        if high > low * 1.01 and low >= scale.low
    )


@given(st.lists(counts, min_size=1, max_size=8))
def test_ticks_are_few_and_ascend(values: list[int]) -> None:
    """An axis has something written beside it, and never more than there is room for."""
    ticks = number_scale(map(float, values)).ticks()

    assert 1 <= len(ticks) <= 6
    assert all(0 <= tick.at <= 1 for tick in ticks)
    assert all(one.at < other.at for one, other in pairwise(ticks))


@given(days, st.integers(1, 80_000))
def test_days_are_few_and_ascend(first: date, length: int) -> None:
    """From a day to two centuries: a handful of days, all of them inside."""
    last = first + timedelta(days=length)
    ticks = day_ticks(first, last)

    assert len(ticks) <= 6
    assert all(first <= day <= last for day, _ in ticks)
    assert all(one[0] < other[0] for one, other in pairwise(ticks))
    assert len({label for _, label in ticks}) == len(ticks)
