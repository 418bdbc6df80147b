"""What a refused date says: what was found, why it is refused and what to do."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from fractions import Fraction
from typing import Any

import pytest

from claimrecon.periods import (
    DaySpan,
    Moment,
    PartialDate,
    UnreadableDateError,
    length_in,
    parse_moment,
    parse_partial_date,
    parse_span,
    parse_when,
)

FORMS = "Write 2025-01-09, 9 Jan 2025, January 2025 or 2025."
FEBRUARY = (
    "February 2025 has 28 days. Correct the day, or write 2025-02 if only the month is known."
)
ORDER = "Write year, month, day in this order: 2025-01-09."
YEARS = "years run from 1 to 9999. Correct the year."
FOUR_DIGITS = f"a bare number is a year in four digits. {FORMS}"
NO_TIME = "it has a time of day where only a date is meant. Leave the time out."
NO_DAY = "it has a time of day but no day. Give the day, or leave the time out."
NO_CLOCK = "no day has such a time. Write the time from 00:00 to 23:59."
OFFSET = (
    "it has an offset from UTC, and times are kept on the clock of the place. "
    "Write the local date and time without the offset."
)
PAIR = "Write it as [2025-01-24, 2025-02-23]."
ITSELF = "Write the date itself: 2025-01-09, January 2025, or two of them."
NOON = datetime(2025, 1, 9, 12)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("read", "written", "reason"),
    [
        (parse_partial_date, "late 2024", f"'late' is not the English name of a month. {FORMS}"),
        (parse_partial_date, "2025X", f"it is in no form that is read. {FORMS}"),
        (
            parse_partial_date,
            "Monkey 9 Jan 2025",
            f"'Monkey' is not the English name of a weekday. {FORMS}",
        ),
        (
            parse_partial_date,
            "Monday, 9 January 2025",
            "9 January 2025 is a Thursday. Correct the day, or leave the weekday out.",
        ),
        (parse_partial_date, "31 Feb 2025", FEBRUARY),
        (parse_partial_date, "31/02/2025", FEBRUARY),
        (parse_partial_date, "02/31/2025", FEBRUARY),
        (
            parse_partial_date,
            "12/5/2025",
            "it can be 12 May 2025 or 5 December 2025. Write 2025-05-12 or 2025-12-05.",
        ),
        (parse_partial_date, "45/13/2025", f"there is no month 13. {ORDER}"),
        (parse_partial_date, "0/1/2025", f"there is no month 0. {ORDER}"),
        (parse_partial_date, "2025-00", f"there is no month 0. {ORDER}"),
        (parse_partial_date, "0000-01-01", YEARS),
        (parse_partial_date, "2025-01-09T14:30", NO_TIME),
        (parse_partial_date, 25, FOUR_DIGITS),
        (parse_partial_date, 999, FOUR_DIGITS),
        (parse_partial_date, 10_000, FOUR_DIGITS),
        (parse_partial_date, 2**64 - 1, FOUR_DIGITS),
        (parse_partial_date, True, f"a value of the type bool is no date. {FORMS}"),
        (parse_partial_date, None, f"a value of the type NoneType is no date. {FORMS}"),
        (parse_moment, 2.5, f"a value of the type float is no date. {FORMS}"),
        (parse_moment, "2025-01-09T14:30Z", OFFSET),
        (parse_moment, "2025-01-09 24:00", NO_CLOCK),
        (parse_moment, "2025-01-09 23:60", NO_CLOCK),
        (parse_moment, "2025-01-09 23:59:60", NO_CLOCK),
        (parse_moment, "2025-01-09 23:59:59.0000001", f"it is in no form that is read. {FORMS}"),
        (parse_span, "2025-01-09 14:30", NO_TIME),
        (
            parse_span,
            [],
            f"a span has 2 dates, its first and its last, and this has 0. {PAIR}",
        ),
        (
            parse_span,
            (2023, 2024, 2025),
            f"a span has 2 dates, its first and its last, and this has 3. {PAIR}",
        ),
    ],
    ids=lambda value: value.__name__ if callable(value) else repr(value),
)
def test_a_refusal_shows_what_was_found_and_says_why_and_what_to_do(
    read: Callable[[object], object], written: object, reason: str
) -> None:
    """One sentence for people, whole."""
    with pytest.raises(UnreadableDateError) as error:
        read(written)

    assert str(error.value) == f"{written!r} cannot be used as a date: {reason}"


@pytest.mark.parametrize(
    ("written", "published", "reason"),
    [
        ("recently", None, "it is not one date phrase that is read"),
        ("", None, "it is not one date phrase that is read"),
        ("9 January 2025 or so", None, "it is not one date phrase that is read"),
        ("two days later", date(2025, 1, 9), "it hangs on another date, which it does not say"),
        ("last week", None, "it counts from the day of publication, which is not known"),
    ],
)
def test_a_phrase_is_refused_with_the_advice_to_write_the_date(
    written: str, published: date | None, reason: str
) -> None:
    """The reason tells what is no phrase from what hangs on an unknown day."""
    with pytest.raises(UnreadableDateError) as error:
        parse_when(written, published=published)

    assert str(error.value) == f"{written!r} cannot be used as a date: {reason}. {ITSELF}"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (
            "2024-06-31",
            "June 2024 has 30 days. Correct the day, or write 2024-06 if only the month is known.",
        ),
        ("9999-24", "its season ends beyond the year 9999. Correct the year."),
        ("0000", YEARS),
        ("000X", YEARS),
    ],
)
def test_edtf_for_what_the_calendar_lacks_is_refused_as_written(written: str, reason: str) -> None:
    """It is a date form, so its own trouble is told."""
    with pytest.raises(UnreadableDateError) as error:
        parse_when(written, published=None)

    assert (error.value.code, str(error.value)) == (
        "CR302",
        f"{written!r} cannot be used as a date: {reason}",
    )


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: parse_partial_date(NOON),
            f"2025-01-09 12:00:00 cannot be used as a date: {NO_TIME}",
        ),
        (
            lambda: parse_moment("January 2025, 14:30"),
            f"'2025-01 14:30:00' cannot be used as a date: {NO_DAY}",
        ),
        (
            lambda: parse_moment(NOON.replace(tzinfo=UTC)),
            f"'2025-01-09 12:00:00+00:00' cannot be used as a date: {OFFSET}",
        ),
        (
            lambda: Moment(PartialDate(2025), time(14, 30)),
            f"'2025 14:30:00' cannot be used as a date: {NO_DAY}",
        ),
        (
            lambda: parse_span(["2025-02", "2025-01"]),
            (
                "'2025-02-01 to 2025-01-31' cannot be used as a span of days: it ends before it "
                "starts. A span runs from its first day to its last: exchange the two, or correct "
                "one."
            ),
        ),
        (
            lambda: parse_when("2024-06/2024-01", published=None),
            (
                "'2024-06-01 to 2024-01-31' cannot be used as a span of days: it ends before it "
                "starts. Exchange the two, or correct one."
            ),
        ),
        (
            lambda: DaySpan(NOON, date(2025, 1, 10)),
            (
                "2025-01-09 12:00:00 cannot be used as a date: it has a time of day, and spans are "
                "made of whole days. Use 2025-01-09."
            ),
        ),
        (
            lambda: parse_partial_date("x" * 79),
            f"'{'x' * 79}... cannot be used as a date: it has no year in four digits. {FORMS}",
        ),
        (
            lambda: parse_partial_date("x" * 78),
            f"'{'x' * 78}' cannot be used as a date: it has no year in four digits. {FORMS}",
        ),
        (
            lambda: parse_partial_date(2**64),
            f"a number of this size cannot be used as a date: {FOUR_DIGITS}",
        ),
        (
            lambda: length_in(parse_span("2025"), "shift", unit_days=Fraction(0)),
            "a shift of 0 days cannot measure a span. Give the days of one unit, more than 0.",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_refusal_shows_a_value_briefly_in_the_words_of_its_kind(
    make: Callable[[], Any], message: str
) -> None:
    """Times and spans by their ISO forms, long values cut."""
    with pytest.raises(ValueError) as error:  # noqa: PT011  (the whole text is compared)
        make()

    assert str(error.value) == message
