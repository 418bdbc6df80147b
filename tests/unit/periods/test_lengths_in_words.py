"""Lengths of time in words, back from the day of publication."""

from datetime import date

import pytest
from told import days_told

from claimrecon.periods import UnreadableDateError, find_dates, parse_when

PUBLISHED = date(2024, 6, 12)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("three hours ago", "2024-06-11 relative"),
        ("24 hours ago", "2024-06-11 relative"),
        ("25 hours ago", "2024-06-10 relative"),
        ("a day ago", "2024-06-11 relative"),
        ("two nights ago", "2024-06-10 relative"),
        ("a week ago", "2024-06-05 relative"),
        ("a fortnight ago", "2024-05-29 relative"),
        ("two fortnights ago", "2024-05-15 relative"),
        ("an hour ago", "2024-06-11 relative"),
        ("a month ago", "2024-05-12 relative"),
        ("a quarter ago", "2024-03-12 relative"),
        ("two years ago", "2022-06-12 relative"),
        ("a decade ago", "2014-06-12 relative"),
        ("1000 days ago", "2021-09-16 relative"),
        ("1000 years ago", "1024-06-12 relative"),
        ("a couple of weeks ago", "2024-05-29 relative"),
        ("a couple days ago", "2024-06-10 relative"),
        ("just two weeks ago", "2024-05-29 relative"),
        ("about two weeks ago", "2024-05-29 relative vague"),
        ("less than two weeks ago", "2024-05-29 relative vague"),
        ("more than two weeks ago", "/2024-05-29 relative vague"),
        ("over two weeks ago", "/2024-05-29 relative vague"),
        ("just over two weeks ago", "/2024-05-29 relative vague"),
        ("since more than two weeks ago", "/2024-06-12 relative vague"),
        ("three days earlier", "2024-06-09 anaphora relative"),
        ("three days before", "2024-06-09 anaphora relative"),
        ("three days previously", "2024-06-09 anaphora relative"),
        ("three days prior", "2024-06-09 anaphora relative"),
        ("for three days", "2024-06-09/2024-06-12 relative"),
        ("for only three days", "2024-06-09/2024-06-12 relative"),
        ("for some three days", "2024-06-09/2024-06-12 relative vague"),
        ("in nearly three weeks", "2024-05-22/2024-06-12 relative vague"),
        ("in more than three weeks", "2024-05-22/2024-06-12 relative vague"),
        ("in the two years", "2022-06-12/2024-06-12 relative"),
        ("during two nights", "2024-06-10/2024-06-12 relative"),
        ("in the past night", "2024-06-11/2024-06-12 relative"),
        ("past week", "2024-06-05/2024-06-12 relative"),
        ("the last decade", "2014-06-12/2024-06-12 relative"),
        ("the previous 36 hours", "2024-06-10/2024-06-12 relative"),
        ("the preceding two weeks", "2024-05-29/2024-06-12 relative"),
        ("in the recent two weeks", "2024-05-29/2024-06-12 relative"),
        ("in the last roughly two weeks", "2024-05-29/2024-06-12 relative vague"),
        ("the past roughly week", "2024-06-05/2024-06-12 relative vague"),
        ("in the past few weeks", "/2024-06-12 vague"),
        ("the last several months", "/2024-06-12 vague"),
        ("in the last weeks", "/2024-06-12 vague"),
        ("recent months", "/2024-06-12 vague"),
    ],
)
def test_a_length_ends_with_publication_or_lies_that_far_back(text: str, told: str) -> None:
    """What is hedged is vague; how much "more" and "recent" are nobody says."""
    assert days_told(text, PUBLISHED) == told


@pytest.mark.parametrize(
    "text",
    [
        "0 days ago",
        "1001 days ago",
        "00001 days ago",
        "several days ago",
        "a couple people",
        "two seconds ago",
        "a day old",
        "for a day old",
        "for two weeks later",
        "in hours",
        "recent week",
        "recent few",
        "several weeks",
        "the last few people",
        "last fortnight",
        "a few weeks",
        "about nearly just over two weeks ago",
        "for the week",
        "10 days before the war",
        "before more than a month ago",
    ],
)
def test_a_length_of_something_else_or_of_unknown_size_is_refused(text: str) -> None:
    """Counts from 1 to 1000 of a unit of time are lengths."""
    with pytest.raises(UnreadableDateError):
        parse_when(text, published=PUBLISHED)


@pytest.mark.parametrize("word", ["later", "after", "afterwards", "hence"])
def test_a_length_that_runs_on_from_another_date_is_not_resolved(word: str) -> None:
    """Nobody says from which."""
    with pytest.raises(UnreadableDateError, match="it hangs on another date"):
        parse_when(f"three days {word}", published=PUBLISHED)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("More than 300 fled two weeks ago.", ("2024-05-29", "2024-05-29", "relative")),
        ("About 300 have fled for two weeks.", ("2024-05-29", "2024-06-12", "relative")),
        ("Some have fled in the past few weeks.", (None, "2024-06-12", "vague")),
        ("Some 300 fled three days earlier.", (None, None, "anaphora relative")),
        ("Nearly all fled three days later.", (None, None, "anaphora")),
    ],
)
def test_a_hedge_of_something_else_makes_no_length_vague(
    text: str, told: tuple[str | None, str | None, str]
) -> None:
    """Only those in front of the length do."""
    (when,) = find_dates(text, PUBLISHED)

    ends = [None if day is None else day.isoformat() for day in (when.first, when.last)]
    assert (*ends, " ".join(when.flags)) == told
