"""Dates that are counted from the day of publication; 2024-06-12 is a Wednesday."""

from datetime import date

import pytest
from told import days_told

from claimrecon.periods import UnreadableDateError, find_dates, parse_when

PUBLISHED = date(2024, 6, 12)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("last week", "2024-06-03/2024-06-09 relative"),
        ("previous week", "2024-06-03/2024-06-09 relative"),
        ("last quarter", "2024-01-01/2024-03-31 relative"),
        ("this quarter", "2024-04-01/2024-06-12 relative"),
        ("next quarter", "2024-07-01/2024-09-30 relative"),
        ("last decade", "2010-01-01/2019-12-31 relative"),
        ("this decade", "2020-01-01/2024-06-12 relative"),
        ("next decade", "2030-01-01/2039-12-31 relative"),
        ("last year", "2023-01-01/2023-12-31 relative"),
        ("earlier this year", "2024-01-01/2024-06-12 relative vague"),
        ("earlier this quarter", "2024-04-01/2024-06-12 relative vague"),
        ("on the weekend", "2024-06-08/2024-06-09 relative"),
        ("since weekend", "2024-06-08/2024-06-12 relative"),
        ("this weekend", "2024-06-08/2024-06-09 relative"),
        ("the past weekend", "2024-06-08/2024-06-09 relative"),
        ("this last weekend", "2024-06-08/2024-06-09 relative"),
        ("past spring", "2024-03-01/2024-05-31 relative season"),
        ("in autumn", "2023-09-01/2023-11-30 relative season"),
        ("the winter", "2023-12-01/2024-02-29 relative season"),
        ("this autumn", "2023-09-01/2023-11-30 relative season"),
        ("this March", "2024-03-01/2024-03-31 relative"),
        ("this June", "2024-06-01/2024-06-12 relative"),
        ("last March", "2024-03-01/2024-03-31 relative"),
        ("last July", "2023-07-01/2023-07-31 relative"),
        ("mid last month", "2024-05-11/2024-05-20 relative vague"),
        ("the middle of last year", "2023-05-01/2023-08-31 relative vague"),
        ("late last month", "2024-05-21/2024-05-31 relative vague"),
        ("the first half of the month", "2024-06-01/2024-06-12 relative"),
        ("first half last year", "2023-01-01/2023-06-30 relative"),
        ("first half of this year", "2024-01-01/2024-06-12 relative"),
        ("second half of last month", "2024-05-16/2024-05-31 relative"),
        ("before the end of this month", "/2024-06-20 relative vague"),
        ("by the end of this year", "/2024-12-31 relative"),
        ("by late this year", "/2024-12-31 relative"),
        ("the 1990s", "1990-01-01/1999-12-31"),
        ("late 1990s", "1996-09-01/1999-12-31 vague"),
        ("the first six months of this year", "2024-01-01/2024-06-12 relative"),
        ("first two months of last year", "2023-01-01/2023-02-28 relative"),
        ("the last 12 months of last year", "2023-01-01/2023-12-31 relative"),
        ("the last one month of last year", "2023-12-01/2023-12-31 relative"),
        ("the last eight months of the year", "2024-05-01/2024-06-12 relative"),
        ("the week of 12 June", "2024-06-10/2024-06-16 year-assumed"),
        ("week of Jan 1, 2023", "2022-12-26/2023-01-01"),
    ],
)
def test_units_of_the_calendar_are_those_around_publication_or_beside_them(
    text: str, told: str
) -> None:
    """The one that runs ends with publication."""
    assert days_told(text, PUBLISHED) == told


@pytest.mark.parametrize(
    ("text", "published", "told"),
    [
        ("this spring", date(2024, 3, 1), "2024-03-01 relative season"),
        ("this spring", date(2024, 5, 31), "2024-03-01/2024-05-31 relative season"),
        ("last spring", date(2024, 5, 31), "2023-03-01/2023-05-31 relative season"),
        ("last spring", date(2024, 6, 1), "2024-03-01/2024-05-31 relative season"),
        ("this winter", date(2024, 1, 15), "2023-12-01/2024-01-15 relative season"),
        ("last winter", date(2024, 1, 15), "2022-12-01/2023-02-28 relative season"),
        ("last May", date(2024, 5, 31), "2023-05-01/2023-05-31 relative"),
        ("last May", date(2024, 6, 1), "2024-05-01/2024-05-31 relative"),
        ("this May", date(2024, 5, 1), "2024-05-01 relative"),
        ("this quarter", date(2024, 3, 31), "2024-01-01/2024-03-31 relative"),
        ("this quarter", date(2024, 12, 31), "2024-10-01/2024-12-31 relative"),
        ("last quarter", date(2024, 1, 1), "2023-10-01/2023-12-31 relative"),
        ("next month", date(2024, 12, 31), "2025-01-01/2025-01-31 relative"),
        ("last month", date(2024, 3, 31), "2024-02-01/2024-02-29 relative"),
        ("last year", date(2024, 2, 29), "2023-01-01/2023-12-31 relative"),
        ("a year ago", date(2024, 2, 29), "2023-02-28 relative"),
        ("a month ago", date(2024, 12, 31), "2024-11-30 relative"),
        ("early last month", date(2024, 3, 31), "2024-02-01/2024-02-09 relative vague"),
        ("late this month", date(2024, 6, 21), "2024-06-21 relative vague"),
        ("late this month", date(2024, 6, 30), "2024-06-21/2024-06-30 relative vague"),
        ("early this month", date(2024, 6, 10), "2024-06-01/2024-06-10 relative vague"),
        ("over the weekend", date(2024, 6, 8), "2024-06-08 relative"),
        ("over the weekend", date(2024, 6, 9), "2024-06-08/2024-06-09 relative"),
        ("the weekend", date(2024, 6, 7), "2024-06-01/2024-06-02 relative"),
        ("Friday last week", date(2024, 6, 10), "2024-06-07 relative"),
        ("Sunday last week", date(2024, 6, 16), "2024-06-09 relative"),
        ("Monday last week", date(2024, 6, 10), "2024-06-03 relative"),
        ("on Wednesday", date(2024, 6, 12), "2024-06-12 relative"),
        ("last Wednesday", date(2024, 6, 12), "2024-06-05 relative"),
        ("next Wednesday", date(2024, 6, 12), "2024-06-19 relative"),
        ("next Thursday", date(2024, 6, 12), "2024-06-13 relative"),
        ("next Tuesday", date(2024, 6, 12), "2024-06-18 relative"),
        ("a year ago", date(2, 6, 12), "0001-06-12 relative"),
        ("last year", date(2, 6, 12), "0001-01-01/0001-12-31 relative"),
        ("on 3 June", date(2, 1, 15), "0001-06-03 year-assumed"),
        ("on 12 June", date(2024, 6, 12), "2024-06-12 year-assumed"),
        ("29 February", date(2024, 2, 28), "2020-02-29 year-assumed"),
        ("29 February", date(1904, 2, 28), "1896-02-29 year-assumed"),
    ],
)
def test_a_day_at_the_edge_of_a_unit_decides_which_one_is_meant(
    text: str, published: date, told: str
) -> None:
    """Its first and its last day belong to it."""
    assert days_told(text, published) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("today", "2024-06-12 relative"),
        ("tonight", "2024-06-12 relative"),
        ("earlier today", "2024-06-12 relative"),
        ("this afternoon", "2024-06-12 relative"),
        ("yesterday evening", "2024-06-11 relative"),
        ("last evening", "2024-06-11 relative"),
        ("last night", "2024-06-11/2024-06-12 relative"),
        ("overnight", "2024-06-11/2024-06-12 relative"),
        ("the day before yesterday", "2024-06-10 relative"),
        ("tomorrow", "2024-06-13 relative"),
        ("past Tuesday", "2024-06-11 relative"),
        ("previous Tuesday", "2024-06-11 relative"),
        ("this Tuesday", "2024-06-11 relative"),
        ("Tuesday noon", "2024-06-11 relative"),
        ("Tuesday morning last week", "2024-06-04 relative"),
        ("on Sun", "2024-06-09 relative"),
        ("this Sun", "2024-06-09 relative"),
        ("since Wed", "2024-06-12 relative"),
        ("Mon", "2024-06-10 relative"),
        ("in the 48 hours to Sunday", "2024-06-07/2024-06-09 relative"),
        ("in the week ending 9 June", "2024-06-02/2024-06-09 year-assumed"),
        ("in the week to last Sunday", "2024-06-02/2024-06-09 relative"),
        ("for a week to Sunday", "2024-06-02/2024-06-09 relative"),
        ("Christmas Eve", "2023-12-24 year-assumed"),
        ("Christmas Day", "2023-12-25 year-assumed"),
        ("Christmas", "2023-12-25 year-assumed"),
        ("Christmas 2021", "2021-12-25"),
        ("Christmas Eve 2021", "2021-12-24"),
        ("New Year's Eve", "2023-12-31 year-assumed"),
        ("New Year's Day 2022", "2022-01-01"),
    ],
)
def test_words_for_days_are_counted_from_publication(text: str, told: str) -> None:
    """Weekdays look back, unless the next one is said; feasts are days of a year."""
    assert days_told(text, PUBLISHED) == told


@pytest.mark.parametrize(
    "text",
    [
        *("that day", "that week", "the same day", "the following month", "the next year"),
        *("the preceding week", "the previous night", "the day before", "the week after"),
    ],
)
def test_a_unit_beside_another_date_is_not_resolved(text: str) -> None:
    """The date on which it hangs is elsewhere."""
    with pytest.raises(UnreadableDateError, match="it hangs on another date"):
        parse_when(text, published=PUBLISHED)


@pytest.mark.parametrize(
    "text",
    [
        *("same day", "following week", "day before", "the day of", "that war", "the war before"),
        *("Sun", "Sat", "Wed", "last", "this", "next", "next June", "earlier", "earlier this war"),
        *("earlier this day", "last morning", "the day before Tuesday", "Tuesday last year"),
        *(
            "New Year",
            "next Tuesday to Monday",
            "New war",
            "Christmas Eve war",
            "in the week at Sunday",
        ),
        *("the last past", "last war", "the first three weeks of this year"),
        *("the first three months of that year", "the first three months of this month"),
        *("the third three months of this year", "the last 13 months of last year"),
        *("the late this week", "early this quarter", "early that year", "this spring offensive"),
        *("last fall", "past weekend", "the week of June 2024", "a week of 3 June", "the 1990s s"),
        *("the 1995s", "the 199s", "the 0000s", "1990 s", "second half of this year"),
        *("before late this day", "the end of this year", "until recently", "this week offensive"),
    ],
)
def test_what_is_no_day_or_unit_of_the_calendar_is_refused(text: str) -> None:
    """Words that need another beside them, and days that lie ahead."""
    with pytest.raises(UnreadableDateError):
        parse_when(text, published=PUBLISHED)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("a year ago", date.min),
        ("yesterday", date.min),
        ("last winter", date.min),
        ("before today", date.min),
        ("Monday to Monday", date.min),
        ("Wednesday to Monday", date(1, 1, 3)),
        ("in the week to today", date.min),
        ("in the 1000 years to 9 June 1000", PUBLISHED),
        ("tomorrow", date.max),
        ("next year", date.max),
        ("after today", date.max),
        ("the week of 31 December", date.max),
    ],
)
def test_days_beyond_the_ends_of_the_calendar_are_refused(text: str, published: date) -> None:
    """With the refusal of every other phrase."""
    with pytest.raises(UnreadableDateError):
        parse_when(text, published=published)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "last week",
            "early last year",
            "second half of last month",
            "the weekend",
            "last summer",
        ),
        *(
            "this May",
            "the first two months of last year",
            "the week of 3 June",
            "Friday last week",
        ),
        *("three days ago", "for three weeks", "in the past week", "last night", "next Monday"),
        *("the day before yesterday", "earlier this week", "Christmas Day", "tomorrow", "9 June"),
    ],
)
def test_without_a_day_of_publication_a_date_is_found_whole_and_not_resolved(text: str) -> None:
    """Only its place in the text is known."""
    said = f" {text}, and so on."
    (when,) = find_dates(said, None)

    assert (said[when.start : when.end], when.first, when.last) == (text, None, None)


def test_a_stretch_that_lies_ahead_is_not_found_as_such() -> None:
    """At most a shorter phrase in it, which looks back."""
    for text in ("the last two months of this year", "late this year", "this December"):
        found = find_dates(f"Plans for {text}, they said.", PUBLISHED)
        assert all(when.first and when.first < PUBLISHED for when in found), text
