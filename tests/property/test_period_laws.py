"""Laws of dates and spans."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrecon.periods import (
    AmbiguousDateError,
    DaySpan,
    Moment,
    PartialDate,
    UnreadableDateError,
    length_in,
    parse_moment,
    parse_partial_date,
    parse_span,
)

full_dates = st.dates().map(PartialDate.of)
partial_dates = st.one_of(
    full_dates,
    full_dates.map(lambda full: PartialDate(full.year, full.month)),
    full_dates.map(lambda full: PartialDate(full.year)),
)
moments = st.one_of(
    partial_dates.map(Moment),
    st.builds(Moment, full_dates, st.times()),
)
spans = st.tuples(st.dates(), st.dates()).map(lambda ends: DaySpan(min(ends), max(ends)))
anything: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.text("0123456789-/. :TZ+,janfebthof"),
    st.dates(),
    st.datetimes(),
    st.lists(st.one_of(st.integers(), st.text(), st.dates()), max_size=3),
    st.dictionaries(st.text(), st.text(), max_size=1),
)


@given(partial_dates)
def test_a_partial_date_reads_back_from_its_words_and_its_iso_form(partial: PartialDate) -> None:
    """Writing and reading lose nothing and fill in nothing."""
    assert parse_partial_date(str(partial)) == partial
    assert parse_partial_date(partial.isoformat()) == partial


@given(moments)
def test_a_moment_reads_back_from_its_words_and_its_iso_form(moment: Moment) -> None:
    """Writing and reading lose no part of a second."""
    assert parse_moment(str(moment)) == moment
    assert parse_moment(moment.isoformat()) == moment


@given(st.datetimes())
def test_a_moment_keeps_a_datetime(stamp: datetime) -> None:
    """Day and time come apart and together again."""
    moment = parse_moment(stamp)

    assert moment.time is not None
    assert datetime.combine(moment.day, moment.time) == stamp


@given(partial_dates, st.dates())
def test_a_day_is_in_the_span_exactly_where_its_date_starts_alike(
    partial: PartialDate, day: date
) -> None:
    """The days of a partial date are those whose ISO form begins with its own."""
    assert partial.span.contains(day) == day.isoformat().startswith(partial.isoformat())


@given(partial_dates)
def test_the_span_of_a_date_contains_its_days_and_not_their_neighbours(
    partial: PartialDate,
) -> None:
    """First and last day begin with the date; the days around them do not."""
    span = partial.span
    around = [span.first.toordinal() - 1, span.last.toordinal() + 1]
    outside = [date.fromordinal(n) for n in around if 1 <= n <= date.max.toordinal()]

    assert span.first.isoformat().startswith(partial.isoformat())
    assert span.last.isoformat().startswith(partial.isoformat())
    assert not any(day.isoformat().startswith(partial.isoformat()) for day in outside)


@given(st.dates(), st.sampled_from("/.-"))
def test_numbers_that_end_with_the_year_are_read_or_refused_as_ambiguous(
    day: date, mark: str
) -> None:
    """They are read exactly where the other order is impossible or the same day."""
    written = f"{day.day}{mark}{day.month}{mark}{day.year:04}"
    if day.day > 12 or day.day == day.month:
        assert parse_partial_date(written) == PartialDate.of(day)
    else:
        with pytest.raises(AmbiguousDateError):
            parse_partial_date(written)


@given(anything)
def test_whatever_a_file_holds_is_read_or_refused(value: object) -> None:
    """Nothing but a date comes out, and nothing but a refusal is raised."""
    assert _type_read(parse_partial_date, value) in {PartialDate, None}
    assert _type_read(parse_moment, value) in {Moment, None}
    assert _type_read(parse_span, value) in {DaySpan, None}


def _type_read(parse: Callable[[object], object], value: object) -> type | None:
    try:
        return type(parse(value))
    except UnreadableDateError:
        return None


@given(partial_dates, partial_dates)
def test_a_pair_runs_from_the_first_day_to_the_last(one: PartialDate, other: PartialDate) -> None:
    """A pair that is not inverted holds every day of both ends' outer sides."""
    if one.first > other.last:
        with pytest.raises(UnreadableDateError):
            parse_span([one, other])
    else:
        assert parse_span([one, other]) == DaySpan(one.first, other.last)


@given(spans, st.dates())
def test_clipping_keeps_exactly_the_days_from_the_start_on(span: DaySpan, start: date) -> None:
    """A day is kept where it is in the span and not before the start."""
    if span.last < start:
        with pytest.raises(UnreadableDateError):
            span.clipped(start)
    else:
        clipped = span.clipped(start)

        assert clipped == DaySpan(max(span.first, start), span.last)
        assert clipped.clipped(start) == clipped


@given(spans, st.data())
def test_days_add_up_over_adjacent_spans(span: DaySpan, data: st.DataObject) -> None:
    """A span cut in two is as long as its parts, and every day is in just one of them."""
    if span.is_day:
        return
    cut = data.draw(st.dates(span.first, span.last - timedelta(days=1)))
    before, after = DaySpan(span.first, cut), DaySpan(cut + timedelta(days=1), span.last)

    assert before.days + after.days == span.days
    day = Fraction(1)
    parts = [length_in(part, "day", unit_days=day) for part in (before, after)]
    assert sum(parts) == length_in(span, "day", unit_days=day) == span.days


@given(full_dates, st.integers(min_value=1, max_value=40))
def test_whole_months_add_up_one_by_one(start: PartialDate, count: int) -> None:
    """So many months in a row are so many months and so many twelfths of a year."""
    months = [divmod(start.year * 12 + (start.month or 1) - 1 + step, 12) for step in range(count)]
    if months[-1][0] > 9999:
        return
    first, last = (PartialDate(year, month + 1) for year, month in (months[0], months[-1]))
    span = parse_span([first, last])

    assert length_in(span, "month", unit_days=Fraction("30.4375")) == count
    assert length_in(span, "year", unit_days=Fraction("365.25")) == Fraction(count, 12)


@given(spans, st.sampled_from(["month", "year"]))
def test_a_calendar_length_is_near_the_length_in_days(span: DaySpan, unit: str) -> None:
    """Counting whole months never moves a length by more than their unevenness."""
    unit_days = {"month": Fraction("30.4375"), "year": Fraction("365.25")}[unit]
    by_days = Fraction(span.days) / unit_days

    assert abs(length_in(span, unit, unit_days=unit_days) - by_days) * unit_days < 10


@given(partial_dates, partial_dates, st.times())
def test_an_earlier_last_day_sorts_first(one: PartialDate, other: PartialDate, clock: time) -> None:
    """The time of day decides only between moments of one last day."""
    if one.last < other.last:
        early = Moment(one, clock if one.is_day else None)
        late = Moment(other, clock if other.is_day else None)

        assert early.sort_key < late.sort_key
