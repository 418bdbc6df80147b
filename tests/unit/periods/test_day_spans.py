"""Days in a row, both ends included (§5)."""

from datetime import date, datetime

import pytest

from claimrecon.periods import DaySpan, InvertedSpanError, UnwantedTimeError

JANUARY = DaySpan(date(2025, 1, 1), date(2025, 1, 31))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2025, 1, 9), date(2025, 1, 9), "9 Jan 2025"),
        (date(2025, 1, 9), date(2025, 1, 31), "9 - 31 Jan 2025"),
        (date(2025, 1, 24), date(2025, 2, 23), "24 Jan - 23 Feb 2025"),
        (date(2024, 12, 24), date(2025, 1, 2), "24 Dec 2024 - 2 Jan 2025"),
        (date(2024, 1, 9), date(2025, 1, 9), "9 Jan 2024 - 9 Jan 2025"),
        (date(2025, 1, 9), date(2025, 2, 9), "9 Jan - 9 Feb 2025"),
        (date(2024, 11, 1), date(2024, 11, 30), "Nov 2024"),
        (date(2025, 1, 1), date(2025, 3, 31), "Jan - Mar 2025"),
        (date(2024, 12, 1), date(2025, 1, 31), "Dec 2024 - Jan 2025"),
        (date(2024, 5, 1), date(2025, 5, 31), "May 2024 - May 2025"),
        (date(2024, 1, 1), date(2024, 2, 28), "1 Jan - 28 Feb 2024"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2023, 1, 1), date(2024, 12, 31), "2023 - 2024"),
        (date(2023, 7, 1), date(2024, 6, 30), "Jul 2023 - Jun 2024"),
    ],
)
def test_a_span_is_named_as_briefly_as_a_person_would(first: date, last: date, words: str) -> None:
    """Whole months and years go by their names, and what both ends share is said once."""
    assert str(DaySpan(first, last)) == words


def test_both_ends_count() -> None:
    """A span of one day has one day, and contains it."""
    day = DaySpan(date(2025, 1, 9), date(2025, 1, 9))

    assert (day.days, day.is_day) == (1, True)
    assert (JANUARY.days, JANUARY.is_day) == (31, False)
    assert JANUARY.contains(date(2025, 1, 1))
    assert JANUARY.contains(date(2025, 1, 31))
    assert not JANUARY.contains(date(2025, 2, 1))
    assert not JANUARY.contains(date(2024, 12, 31))


def test_the_longest_span_is_all_days_of_the_calendar() -> None:
    """Nothing overflows at the ends of time."""
    ever = DaySpan(date.min, date.max)

    assert ever.days == 3_652_059
    assert str(ever) == "0001 - 9999"


def test_spans_are_ordered_by_first_and_then_by_last_day() -> None:
    """The order does not depend on length."""
    short = DaySpan(date(2025, 1, 1), date(2025, 1, 2))
    later = DaySpan(date(2025, 1, 2), date(2025, 1, 2))

    assert sorted([later, JANUARY, short]) == [short, JANUARY, later]


def test_an_end_before_the_start_is_refused() -> None:
    """An inverted span is an error, never an empty set (§1)."""
    with pytest.raises(InvertedSpanError) as refusal:
        DaySpan(date(2025, 2, 1), date(2025, 1, 9))

    assert str(refusal.value) == (
        "'2025-02-01 to 2025-01-09' cannot be used as a span of days: it ends before it starts. "
        "A span runs from its first day to its last: exchange the two, or correct one."
    )
    assert refusal.value.code == "CR304"


def test_a_time_of_day_is_no_end_of_a_span() -> None:
    """A datetime is a date to Python, and not here."""
    with pytest.raises(UnwantedTimeError, match=r"^2025-01-09 14:30:00 cannot be used"):
        DaySpan(date(2025, 1, 9), datetime(2025, 1, 9, 14, 30))  # noqa: DTZ001


def test_what_comes_before_the_start_of_counting_is_clipped() -> None:
    """A partial date that contains the start counts from there (§4)."""
    assert JANUARY.clipped(date(2025, 1, 9)) == DaySpan(date(2025, 1, 9), date(2025, 1, 31))
    assert JANUARY.clipped(date(2025, 1, 31)).is_day
    assert JANUARY.clipped(date(2025, 1, 1)) is JANUARY
    assert JANUARY.clipped(date(2024, 11, 1)) is JANUARY


def test_nothing_left_after_clipping_is_refused() -> None:
    """A total that ends before it starts is an error (§5)."""
    with pytest.raises(InvertedSpanError) as refusal:
        JANUARY.clipped(date(2025, 2, 1))

    assert str(refusal.value) == (
        "'Jan 2025' cannot be used as a span of days: it ends before 2025-02-01, the day from "
        "which it should count. Correct one of the two, or give this figure an earlier start of "
        "its own."
    )
