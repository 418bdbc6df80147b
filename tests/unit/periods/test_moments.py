"""When something was said: a date, perhaps with a time of day (§9)."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from claimrecon.periods import (
    Moment,
    OffsetTimeError,
    PartialDate,
    UnreadableDateError,
    parse_moment,
)

NINTH = PartialDate(2025, 1, 9)
HALF_PAST_TWO = Moment(NINTH, time(14, 30))


@pytest.mark.parametrize(
    "written",
    [
        "2025-01-09 14:30",
        "2025-01-09T14:30",
        "2025-01-09t14:30:00",
        "9 January 2025, 14:30",
        "Jan 9, 2025 at 14:30",
        datetime(2025, 1, 9, 14, 30),  # noqa: DTZ001
        HALF_PAST_TWO,
    ],
    ids=repr,
)
def test_a_time_may_stand_behind_a_full_date(written: object) -> None:
    """One moment, however it is written."""
    assert parse_moment(written) == HALF_PAST_TWO


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2025-01-09", Moment(NINTH)),
        (date(2025, 1, 9), Moment(NINTH)),
        (NINTH, Moment(NINTH)),
        ("January 2025", Moment(PartialDate(2025, 1))),
        (2025, Moment(PartialDate(2025))),
        ("2025-01-09 9:05", Moment(NINTH, time(9, 5))),
        ("2025-01-09 00:00", Moment(NINTH, time(0, 0))),
        ("2025-01-09 14:30:05.25", Moment(NINTH, time(14, 30, 5, 250_000))),
    ],
)
def test_a_moment_is_as_coarse_as_it_was_written(written: object, read: Moment) -> None:
    """Midnight is a time; no time is none."""
    assert parse_moment(written) == read


@pytest.mark.parametrize(
    ("moment", "words", "iso"),
    [
        (HALF_PAST_TWO, "9 January 2025, 14:30", "2025-01-09T14:30"),
        (Moment(NINTH, time(14, 30, 5)), "9 January 2025, 14:30:05", "2025-01-09T14:30:05"),
        (Moment(NINTH, time(0, 0)), "9 January 2025, 00:00", "2025-01-09T00:00"),
        (Moment(NINTH), "9 January 2025", "2025-01-09"),
        (Moment(PartialDate(2025, 1)), "January 2025", "2025-01"),
    ],
)
def test_a_moment_is_written_with_what_is_known(moment: Moment, words: str, iso: str) -> None:
    """Neither seconds nor days are filled in."""
    assert (str(moment), moment.isoformat()) == (words, iso)


def test_moments_sort_by_their_last_day_and_then_by_time() -> None:
    """A partial date counts as its last day (§9), and a day without a time as its end."""
    latest_first = [
        Moment(PartialDate(2025)),
        Moment(PartialDate(2025, 1)),
        Moment(NINTH),
        HALF_PAST_TWO,
        Moment(NINTH, time(9, 0)),
        Moment(PartialDate(2024, 12)),
    ]

    assert sorted(latest_first, key=lambda moment: moment.sort_key) == latest_first[::-1]
    assert Moment(PartialDate(2025, 1)).day == date(2025, 1, 31)


@pytest.mark.parametrize(
    "written",
    [
        "2025-01-09T14:30Z",
        "2025-01-09 14:30 UTC",
        "2025-01-09T14:30+02:00",
        "2025-01-09T14:30-0500",
        datetime(2025, 1, 9, 14, 30, tzinfo=UTC),
        datetime(2025, 1, 9, 14, 30, tzinfo=timezone(timedelta(hours=2))),
    ],
    ids=str,
)
def test_a_time_on_another_clock_is_refused(written: object) -> None:
    """To move it to one clock could move it to another day."""
    with pytest.raises(OffsetTimeError) as refusal:
        parse_moment(written)

    assert refusal.value.code == "CR306"
    assert refusal.value.advice == "Write the local date and time without the offset."


@pytest.mark.parametrize(
    ("written", "code", "reason"),
    [
        ("January 2025, 14:30", "CR301", "it has a time of day but no day"),
        ("2025-01-09 24:00", "CR302", "no day has such a time"),
        ("2025-01-09 14:60", "CR302", "no day has such a time"),
        ("09/01/2025 14:30", "CR303", "it can be 9 January 2025 or 1 September 2025"),
        ("14:30", "CR301", "it has no year in four digits"),
        ("2025-01-09 2 pm", "CR301", "it is in no form that is read"),
        (14.5, "CR301", "a value of the type float is no date"),
    ],
)
def test_what_is_no_moment_is_refused_with_its_reason(
    written: object, code: str, reason: str
) -> None:
    """A time needs a day, a day its year, and both must exist."""
    with pytest.raises(UnreadableDateError) as refusal:
        parse_moment(written)

    assert (refusal.value.code, refusal.value.reason) == (code, reason)
