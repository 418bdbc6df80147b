"""Date phrases of running text, with respect to a day of publication; 2024-06-12 is a Wednesday."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimrecon.periods import UnreadableDateError, WhenFlag, WhenKind, find_dates, parse_when

READING = Path(__file__).parents[2] / "data" / "reading"
PUBLISHED = date(2024, 6, 12)


def _span(text: str, published: date | None = PUBLISHED) -> str:
    when = parse_when(text, published=published)
    first, last = (None if day is None else day.isoformat() for day in (when.first, when.last))
    return f"{first or ''}/{last or ''}" if first != last else str(first)


def _labelled() -> list[dict[str, Any]]:
    lines = (READING / "dates.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("row", _labelled(), ids=lambda row: row["text"])
def test_a_labelled_phrase_has_the_days_of_its_label(row: dict[str, Any]) -> None:
    """All of dates.jsonl, span by span."""
    when = parse_when(row["text"], published=date.fromisoformat(row["published"]))

    ends = [None if day is None else day.isoformat() for day in (when.first, when.last)]
    assert ends == [row["start"], row["end"]]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("today", "2024-06-12"),
        ("yesterday", "2024-06-11"),
        ("tomorrow", "2024-06-13"),
        ("on Thursday", "2024-06-06"),
        ("last Monday", "2024-06-10"),
        ("next Monday", "2024-06-17"),
        ("on Saturday (June 8)", "2024-06-08"),
        ("in the early hours of Tuesday", "2024-06-11"),
        ("June 3rd, 2023", "2023-06-03"),
        ("24-Feb-2022", "2022-02-24"),
        ("on June 13", "2023-06-13"),
        ("13/5/2024", "2024-05-13"),
        ("last week", "2024-06-03/2024-06-09"),
        ("next week", "2024-06-17/2024-06-23"),
        ("this week", "2024-06-10/2024-06-12"),
        ("the week of June 3", "2024-06-03/2024-06-09"),
        ("over the weekend", "2024-06-08/2024-06-09"),
        ("in July", "2023-07-01/2023-07-31"),
        ("last October", "2023-10-01/2023-10-31"),
        ("last June", "2023-06-01/2023-06-30"),
        ("this January", "2024-01-01/2024-01-31"),
        ("in late May", "2024-05-21/2024-05-31"),
        ("in the first three months of this year", "2024-01-01/2024-03-31"),
        ("in the last two months of last year", "2023-11-01/2023-12-31"),
        ("in the first five months of 2024", "2024-01-01/2024-05-31"),
        ("Q3 2023", "2023-07-01/2023-09-30"),
        ("in the 1990s", "1990-01-01/1999-12-31"),
        ("in January and February", "2024-01-01/2024-02-29"),
        ("on Monday and Tuesday", "2024-06-10/2024-06-11"),
        ("in 2022 and 2023", "2022-01-01/2023-12-31"),
        ("between 3 and 8 June", "2024-06-03/2024-06-08"),
        ("from May 28 to June 3", "2024-05-28/2024-06-03"),
        ("from June 3 onwards", "2024-06-03/2024-06-12"),
        ("January 2023 to March 2024", "2023-01-01/2024-03-31"),
        ("2014–21", "2014-01-01/2021-12-31"),
        ("since 7 October", "2023-10-07/2024-06-12"),
        ("since the full-scale invasion began", "/2024-06-12"),
        ("in the past six months", "2023-12-12/2024-06-12"),
        ("in the last 24 hours", "2024-06-11/2024-06-12"),
        ("for about two weeks", "2024-05-29/2024-06-12"),
        ("in recent days", "/2024-06-12"),
        ("as of Monday", "/2024-06-10"),
        ("by the end of May", "/2024-05-31"),
        ("before June 3", "/2024-06-02"),
        ("2024-01~", "2024-01-01/2024-01-31"),
        ("2023-06/..", "2023-06-01/"),
        ("202X", "2020-01-01/2029-12-31"),
    ],
)
def test_a_phrase_looks_back_from_publication(text: str, days: str) -> None:
    """Unless its words say that it lies ahead."""
    assert _span(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "09/06/2024",
        "08.06.2024",
        "recently",
        "on Feb 30",
        "in World War II",
        "on Tuesday, 9 June 2024",
        "in January and March",
        "every day",
        "that day",
        "two days later",
        "the following week",
        "",
    ],
)
def test_what_is_not_sure_to_be_one_date_is_refused(text: str) -> None:
    """Day and month that can be exchanged, no such day, and what hangs on another date."""
    with pytest.raises(UnreadableDateError):
        parse_when(text, published=PUBLISHED)


@pytest.mark.parametrize("text", ["on Tuesday", "last week", "since May", "tomorrow", "May 3"])
def test_a_relative_date_needs_the_day_of_publication(text: str) -> None:
    """Nothing fills it in."""
    with pytest.raises(UnreadableDateError, match="day of publication, which is not known"):
        parse_when(text, published=None)

    assert not find_dates(f"They fell {text}.", None)[0].is_resolved


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("on June 3", {WhenFlag.YEAR_ASSUMED}),
        ("on Tuesday", {WhenFlag.RELATIVE}),
        ("in early 2023", {WhenFlag.VAGUE}),
        ("in spring 2022", {WhenFlag.SEASON}),
        ("since the war began", {WhenFlag.EVENT}),
        ("in 2023", set()),
    ],
)
def test_flags_say_why_days_are_less_than_sure(text: str, flags: set[WhenFlag]) -> None:
    """None for what is written out."""
    assert set(parse_when(text, published=PUBLISHED).flags) == flags


@pytest.mark.parametrize("text", ["a day earlier", "the previous day", "two days later"])
def test_what_hangs_on_another_date_is_found_and_not_resolved(text: str) -> None:
    """In a running text nothing says which."""
    when = find_dates(f"Twelve had been killed {text}.", PUBLISHED)[0]

    assert WhenFlag.ANAPHORA in when.flags
    assert (when.first, when.last) == (None, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("By May 12 people may have died.", ["By May 12"]),
        ("The toll rose from 1950 to 2000.", []),
        ("The blast killed between 1900 and 2000 people.", []),
        ("They were killed between 2014 and 2021, he said.", ["between 2014 and 2021"]),
        ("In 2022 300 soldiers fell.", ["In 2022"]),
        ("Fighters march on, and may attack.", []),
        ("The second attack in five days.", ["in five days"]),
        ("On Jan. 3 and since Friday.", ["On Jan. 3", "since Friday"]),
    ],
)
def test_dates_are_told_from_what_looks_like_one(text: str, words: list[str]) -> None:
    """Tolls that look like years, verbs that look like months."""
    found = find_dates(text, PUBLISHED)

    assert [text[when.start : when.end] for when in found] == words


def test_a_total_runs_up_to_its_day() -> None:
    """What "by" and "as of" say leaves the start open."""
    assert parse_when("as of 9 June", published=PUBLISHED).kind is WhenKind.AS_OF
    assert parse_when("on 9 June", published=PUBLISHED).kind is WhenKind.POINT
    assert parse_when("in May", published=PUBLISHED).kind is WhenKind.PERIOD
