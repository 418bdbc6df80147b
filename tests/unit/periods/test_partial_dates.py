"""Dates as coarse as they were written (§5)."""

from datetime import date

import pytest

from claimrecon.periods import ImpossibleDateError, PartialDate


@pytest.mark.parametrize(
    ("partial", "first", "last"),
    [
        (PartialDate(2025, 1, 9), date(2025, 1, 9), date(2025, 1, 9)),
        (PartialDate(2025, 1), date(2025, 1, 1), date(2025, 1, 31)),
        (PartialDate(2024, 2), date(2024, 2, 1), date(2024, 2, 29)),
        (PartialDate(1900, 2), date(1900, 2, 1), date(1900, 2, 28)),
        (PartialDate(2025), date(2025, 1, 1), date(2025, 12, 31)),
        (PartialDate(1), date(1, 1, 1), date(1, 12, 31)),
        (PartialDate(9999, 12), date(9999, 12, 1), date(9999, 12, 31)),
    ],
    ids=str,
)
def test_a_partial_date_stands_for_all_days_it_can_mean(
    partial: PartialDate, first: date, last: date
) -> None:
    """First and last day are both inclusive."""
    assert (partial.first, partial.last) == (first, last)
    assert (partial.span.first, partial.span.last) == (first, last)


@pytest.mark.parametrize(
    ("partial", "words", "iso"),
    [
        (PartialDate(2025, 1, 9), "9 January 2025", "2025-01-09"),
        (PartialDate(2025, 1), "January 2025", "2025-01"),
        (PartialDate(2025), "2025", "2025"),
        (PartialDate(33, 4, 3), "3 April 0033", "0033-04-03"),
    ],
)
def test_it_is_written_as_coarse_as_it_is(partial: PartialDate, words: str, iso: str) -> None:
    """Neither words nor ISO form fill in what is not known."""
    assert (str(partial), partial.isoformat()) == (words, iso)


def test_a_month_is_another_date_than_its_first_day() -> None:
    """Nothing fills in "the 1st"."""
    assert PartialDate(2025, 1) != PartialDate(2025, 1, 1)
    assert not PartialDate(2025, 1).is_day
    assert PartialDate.of(date(2025, 1, 1)) == PartialDate(2025, 1, 1)


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (
            (2025, 2, 29),
            (
                "'2025-02-29' cannot be used as a date: February 2025 has 28 days. "
                "Correct the day, or write 2025-02 if only the month is known."
            ),
        ),
        (
            (2025, 13),
            (
                "'2025-13' cannot be used as a date: there is no month 13. "
                "Write year, month, day in this order: 2025-01-09."
            ),
        ),
        (
            (0,),
            "'0000' cannot be used as a date: years run from 1 to 9999. Correct the year.",
        ),
        (
            (10000, 1),
            "'10000-01' cannot be used as a date: years run from 1 to 9999. Correct the year.",
        ),
        (
            (2025, None, 9),
            (
                "'2025-??-09' cannot be used as a date: it has a day without a month. "
                "Give the month, or leave the day out."
            ),
        ),
        (
            (2025, 1, 0),
            (
                "'2025-01-00' cannot be used as a date: January 2025 has 31 days. "
                "Correct the day, or write 2025-01 if only the month is known."
            ),
        ),
    ],
)
def test_what_the_calendar_does_not_have_is_refused(parts: tuple[int, ...], message: str) -> None:
    """The message names what was found, why it is refused and what to do."""
    with pytest.raises(ImpossibleDateError) as refusal:
        PartialDate(*parts)

    assert str(refusal.value) == message
    assert refusal.value.code == "CR302"
