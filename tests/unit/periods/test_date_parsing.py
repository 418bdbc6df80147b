"""From what somebody wrote to dates and spans; what is not certain is refused."""

import pickle
import subprocess
import sys
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from claimrecon.errors import ClaimReconError
from claimrecon.periods import (
    DaySpan,
    PartialDate,
    UnreadableDateError,
    parse_partial_date,
    parse_span,
)

NINTH = PartialDate(2025, 1, 9)
JANUARY = PartialDate(2025, 1)


@pytest.mark.parametrize(
    "written",
    [
        "2025-01-09",
        "2025-1-9",
        "2025/01/09",
        "2025.01.09",
        "9 Jan 2025",
        "09 Jan 2025",
        "9 January 2025",
        "9 JANUARY 2025",
        "9th January 2025",
        "9th of January, 2025",
        "the 9th of January 2025",
        "9-Jan-2025",
        "9. Jan. 2025",
        "Jan 9, 2025",
        "Jan. 9, 2025",
        "January 9th, 2025",
        "Jan 9 2025",
        "2025 Jan 9",
        "Thursday, 9 January 2025",
        "Thu 9 Jan 2025",
        "Thurs. 9 Jan 2025",
        "Thursday, January 9, 2025",
        "  9\u00a0Jan\u202f2025. ",
        "2025\u201301\u201309",
        "2025\u221201\u221209",
        date(2025, 1, 9),
        NINTH,
    ],
    ids=repr,
)
def test_every_way_to_write_a_day_reads_alike(written: object) -> None:
    """One day, however it is written."""
    assert parse_partial_date(written) == NINTH


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2025-01", JANUARY),
        ("January 2025", JANUARY),
        ("Jan 2025", JANUARY),
        ("Jan. 2025", JANUARY),
        ("January, 2025", JANUARY),
        ("January of 2025", JANUARY),
        ("2025 January", JANUARY),
        ("Sept 2024", PartialDate(2024, 9)),
        ("May 2024", PartialDate(2024, 5)),
        ("2025", PartialDate(2025)),
        (2025, PartialDate(2025)),
        ("0033", PartialDate(33)),
        ("9999-12-31", PartialDate(9999, 12, 31)),
        ("29 Feb 2024", PartialDate(2024, 2, 29)),
    ],
)
def test_what_is_not_written_stays_open(written: object, read: PartialDate) -> None:
    """Partial dates stay partial."""
    assert parse_partial_date(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("23/01/2025", PartialDate(2025, 1, 23)),
        ("01/23/2025", PartialDate(2025, 1, 23)),
        ("23.1.2025", PartialDate(2025, 1, 23)),
        ("23-01-2025", PartialDate(2025, 1, 23)),
        ("09/09/2025", PartialDate(2025, 9, 9)),
    ],
)
def test_numbers_that_end_with_the_year_are_read_where_one_order_is_possible(
    written: str, read: PartialDate
) -> None:
    """There is no thirteenth month to mistake."""
    assert parse_partial_date(written) == read


@pytest.mark.parametrize("written", ["09/01/2025", "9.1.2025", "09-01-2025", "9. 1. 2025"])
def test_numbers_that_can_be_two_days_are_refused(written: str) -> None:
    """Which is the month? The message offers both."""
    with pytest.raises(UnreadableDateError) as refusal:
        parse_partial_date(written)

    assert refusal.value.code == "CR303"
    assert str(refusal.value) == (
        f"{written!r} cannot be used as a date: it can be 9 January 2025 or 1 September 2025. "
        "Write 2025-01-09 or 2025-09-01."
    )


@pytest.mark.parametrize(
    ("written", "code", "reason"),
    [
        ("", "CR301", "it has no year in four digits"),
        ("soon", "CR301", "it has no year in four digits"),
        ("9 January", "CR301", "it has no year in four digits"),
        ("9/1/25", "CR301", "it has no year in four digits"),
        ("9 Jan 25", "CR301", "it has no year in four digits"),
        ("20250109", "CR301", "it has no year in four digits"),
        ("2024-5", "CR301", "it is in no form that is read"),
        ("9-10 Jan 2025", "CR301", "it is in no form that is read"),
        ("2025-01-09 to 2025-01-10", "CR301", "it is in no form that is read"),
        ("9 January 2025 or so", "CR301", "it is in no form that is read"),
        ("late 2024", "CR301", "'late' is not the English name of a month"),
        ("9 Janury 2025", "CR301", "'Janury' is not the English name of a month"),
        ("Monkey 9 Jan 2025", "CR301", "'Monkey' is not the English name of a weekday"),
        ("٢٠٢٥", "CR301", "it has no year in four digits"),
        (True, "CR301", "a value of the type bool is no date"),
        (2025.0, "CR301", "a value of the type float is no date"),
        (None, "CR301", "a value of the type NoneType is no date"),
        (Fraction(2025), "CR301", "a value of the type Fraction is no date"),
        (["2025-01-09"], "CR301", "a value of the type list is no date"),
        (25, "CR301", "a bare number is a year in four digits"),
        (0, "CR301", "a bare number is a year in four digits"),
        (20250109, "CR301", "a bare number is a year in four digits"),
        ("31 February 2025", "CR302", "February 2025 has 28 days"),
        ("2025-02-31", "CR302", "February 2025 has 28 days"),
        ("31/02/2025", "CR302", "February 2025 has 28 days"),
        ("2024-25", "CR302", "there is no month 25"),
        ("2025/23/01", "CR302", "there is no month 23"),
        ("45/13/2025", "CR302", "there is no month 13"),
        ("0000", "CR302", "years run from 1 to 9999"),
        ("Monday, 9 January 2025", "CR302", "9 January 2025 is a Thursday"),
        ("2025-01-09T14:30", "CR305", "it has a time of day where only a date is meant"),
        (
            datetime(2025, 1, 9, tzinfo=UTC),
            "CR305",
            "it has a time of day where only a date is meant",
        ),
    ],
    ids=repr,
)
def test_what_is_not_certain_is_refused_with_its_reason(
    written: object, code: str, reason: str
) -> None:
    """Code, value and reason are there for programs; the message has them for people."""
    with pytest.raises(UnreadableDateError) as refusal:
        parse_partial_date(written)

    assert (refusal.value.code, refusal.value.reason) == (code, reason)
    assert reason in str(refusal.value)
    assert str(refusal.value).endswith(f". {refusal.value.advice}")


def test_the_message_says_what_was_found_why_and_what_to_do() -> None:
    """The whole sentence, once."""
    with pytest.raises(UnreadableDateError) as refusal:
        parse_partial_date("two weeks ago")

    assert str(refusal.value) == (
        "'two weeks ago' cannot be used as a date: it has no year in four digits. "
        "Write 2025-01-09, 9 Jan 2025, January 2025 or 2025."
    )


def test_a_refusal_is_a_value_error_of_this_library_and_can_be_pickled() -> None:
    """It can be caught by either name, and can come back from another process."""
    with pytest.raises(UnreadableDateError) as refusal:
        parse_partial_date("31 Feb 2025")
    copy = pickle.loads(pickle.dumps(refusal.value))  # noqa: S301 - our own bytes

    assert isinstance(refusal.value, ValueError)
    assert isinstance(refusal.value, ClaimReconError)
    assert (type(copy), str(copy)) == (type(refusal.value), str(refusal.value))
    assert copy.args == (copy.value, copy.reason, copy.advice)


@pytest.mark.parametrize("value", [10**5000, "x" * 5000], ids=["number", "text"])
def test_a_message_stays_short_whatever_was_found(value: object) -> None:
    """A file may hold anything."""
    with pytest.raises(UnreadableDateError) as refusal:
        parse_partial_date(value)

    assert len(str(refusal.value)) < 250


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2025-01-09", date(2025, 1, 9), date(2025, 1, 9)),
        ("2024-11", date(2024, 11, 1), date(2024, 11, 30)),
        (2024, date(2024, 1, 1), date(2024, 12, 31)),
        (["2025-01-24", "2025-02-23"], date(2025, 1, 24), date(2025, 2, 23)),
        (["2024-11-07", "January 2025"], date(2024, 11, 7), date(2025, 1, 31)),
        ((2023, "2024-06"), date(2023, 1, 1), date(2024, 6, 30)),
        (["2025-01", "2025-01-09"], date(2025, 1, 1), date(2025, 1, 9)),
        ([date(2025, 1, 9), JANUARY], date(2025, 1, 9), date(2025, 1, 31)),
        (DaySpan(date(2025, 1, 9), date(2025, 1, 9)), date(2025, 1, 9), date(2025, 1, 9)),
    ],
)
def test_a_span_is_all_days_of_one_date_or_from_one_to_another(
    written: object, first: date, last: date
) -> None:
    """A pair runs from the first day of its first date to the last day of its last."""
    assert parse_span(written) == DaySpan(first, last)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (["2025-02", "2025-01"], "CR304"),
        (["2025-01-09"], "CR301"),
        ([], "CR301"),
        (["2025-01-09", "2025-01-10", "2025-01-11"], "CR301"),
        (["2025-01-09", None], "CR301"),
        (["2025-01-09", ["2025-01-10", "2025-01-11"]], "CR301"),
        ({"from": "2025-01-09"}, "CR301"),
        (["09/01/2025", "2025-02"], "CR303"),
    ],
)
def test_what_is_no_span_is_refused(written: object, code: str) -> None:
    """The refusal of an end is the refusal of the span."""
    with pytest.raises(UnreadableDateError) as refusal:
        parse_span(written)

    assert refusal.value.code == code


@pytest.mark.outside
def test_the_calendar_library_loads_when_it_is_first_needed() -> None:
    """Reading full dates needs no dateutil, so importing this package does not load it."""
    program = (
        "import sys; from claimrecon.periods import parse_span; parse_span('9 Jan 2025'); "
        "print('dateutil' in sys.modules); parse_span('Jan 2025'); print('dateutil' in sys.modules)"
    )
    printed = subprocess.run(  # noqa: S603 - this very interpreter
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    ).stdout

    assert printed.split() == ["False", "True"]
