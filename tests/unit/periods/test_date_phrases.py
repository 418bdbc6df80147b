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
        ("the 3rd of June", "2024-06-03"),
        ("the third of June", "2024-06-03"),
        ("the first of January 2024", "2024-01-01"),
        ("3-9 January", "2024-01-03/2024-01-09"),
        ("3–9 January 2024", "2024-01-03/2024-01-09"),
        ("9 and 10 January", "2024-01-09/2024-01-10"),
        ("9 to the 12 January", "2024-01-09/2024-01-12"),
        ("the night of 3 to 4 June", "2024-06-03/2024-06-04"),
        ("Jan. 3", "2024-01-03"),
        ("9 Jan. 2024", "2024-01-09"),
        ("March 3-5", "2024-03-03/2024-03-05"),
        ("March 3 to 5, 2024", "2024-03-03/2024-03-05"),
        ("January 9-2024", "2024-01-09"),
        ("9-January-2024", "2024-01-09"),
        ("March of 2022", "2022-03-01/2022-03-31"),
        ("March, 2022", "2022-03-01/2022-03-31"),
        ("Tuesday, 11 June", "2024-06-11"),
        ("Tuesday (11 June)", "2024-06-11"),
        ("Tuesday (June 11)", "2024-06-11"),
        ("early 2023", "2023-01-01/2023-04-30"),
        ("mid-January", "2024-01-11/2024-01-20"),
        ("mid January 2023", "2023-01-11/2023-01-20"),
        ("the end of March", "2024-03-21/2024-03-31"),
        ("the beginning of 2023", "2023-01-01/2023-04-30"),
        ("early 1980s", "1980-01-01/1983-04-30"),
        ("late summer 2022", "2022-08-01/2022-08-31"),
        ("early summer of 2022", "2022-06-01/2022-06-30"),
        ("first half of 2023", "2023-01-01/2023-06-30"),
        ("the first half of January", "2024-01-01/2024-01-15"),
        ("the second half of January 2024", "2024-01-16/2024-01-31"),
        ("third quarter of 2023", "2023-07-01/2023-09-30"),
        ("last quarter of 2023", "2023-10-01/2023-12-31"),
        ("first week of January 2024", "2024-01-01/2024-01-07"),
        ("the first two weeks of January 2024", "2024-01-01/2024-01-14"),
        ("second week of January 2024", "2024-01-08/2024-01-14"),
        ("the first ten days of March 2024", "2024-03-01/2024-03-10"),
        ("the first month of 2024", "2024-01-01/2024-01-31"),
        ("the last two months of 2024", "2024-11-01/2024-12-31"),
        ("the first day of January", "2024-01-01"),
        ("winter 2022-23", "2022-12-01/2023-02-28"),
        ("spring, 2022", "2022-03-01/2022-05-31"),
        ("H1 of 2023", "2023-01-01/2023-06-30"),
        ("13/5/24", "2024-05-13"),
        ("13/5/99", "1999-05-13"),
        ("2024/5/13", "2024-05-13"),
        ("week of 3 June", "2024-06-03/2024-06-09"),
        ("the last weekend", "2024-06-08/2024-06-09"),
        ("this past weekend", "2024-06-08/2024-06-09"),
        ("last weekend", "2024-06-08/2024-06-09"),
        ("at the weekend", "2024-06-08/2024-06-09"),
        ("this winter", "2023-12-01/2024-02-29"),
        ("last summer", "2023-06-01/2023-08-31"),
        ("in the spring", "2024-03-01/2024-05-31"),
        ("this summer", "2024-06-01/2024-06-12"),
        ("early last year", "2023-01-01/2023-04-30"),
        ("the start of this month", "2024-06-01/2024-06-10"),
        ("the beginning of this year", "2024-01-01/2024-04-30"),
        ("second half of last year", "2023-07-01/2023-12-31"),
        ("by the end of this month", "/2024-06-30"),
        ("the 1990s", "1990-01-01/1999-12-31"),
        ("1990s", "1990-01-01/1999-12-31"),
        ("this month", "2024-06-01/2024-06-12"),
        ("this year", "2024-01-01/2024-06-12"),
        ("next month", "2024-07-01/2024-07-31"),
        ("next year", "2025-01-01/2025-12-31"),
        ("previous month", "2024-05-01/2024-05-31"),
        ("the last month", "2024-05-12/2024-06-12"),
        ("the first three months of this year", "2024-01-01/2024-03-31"),
        ("the first three months of the year", "2024-01-01/2024-03-31"),
        ("in the 24 hours to Sunday", "2024-06-08/2024-06-09"),
        ("in the week to 9 January", "2024-01-02/2024-01-09"),
        ("in the week to 9 January 2024", "2024-01-02/2024-01-09"),
        ("within a day", "2024-06-11/2024-06-12"),
        ("over two weeks", "2024-05-29/2024-06-12"),
        ("overnight", "2024-06-11/2024-06-12"),
        ("this morning", "2024-06-12"),
        ("earlier this week", "2024-06-10/2024-06-12"),
        ("earlier this month", "2024-06-01/2024-06-12"),
        ("the day before yesterday", "2024-06-10"),
        ("Sunday evening", "2024-06-09"),
        ("Friday last week", "2024-06-07"),
        ("Tuesday last week", "2024-06-04"),
        ("next Tuesday", "2024-06-18"),
        ("on Sat", "2024-06-08"),
        ("Christmas Day", "2023-12-25"),
        ("New Year's Eve", "2023-12-31"),
        ("3 days ago", "2024-06-09"),
        ("about three weeks ago", "2024-05-22"),
        ("9 June to 12 June", "2024-06-09/2024-06-12"),
        ("9 June 2023 to 12 January", "2023-06-09/2024-01-12"),
        ("Monday to Wednesday", "2024-06-10/2024-06-12"),
        ("Wednesday to Monday", "2024-06-05/2024-06-10"),
        ("Friday to Tuesday", "2024-06-07/2024-06-11"),
        ("December to January", "2023-12-01/2024-01-31"),
        ("December to January 2024", "2023-12-01/2024-01-31"),
        ("early June to 12 June", "2024-06-01/2024-06-12"),
        ("1994-95", "1994-01-01/1995-12-31"),
        ("2024-21", "2024-03-01/2024-05-31"),
        ("2024-24", "2024-12-01/2025-02-28"),
        ("2024-XX", "2024-01-01/2024-12-31"),
        ("2024-01-XX", "2024-01-01/2024-01-31"),
        ("20XX", "2000-01-01/2099-12-31"),
        ("2023-06/2024-01", "2023-06-01/2024-01-31"),
        ("2023/..", "2023-01-01/"),
        ("/2023", "/2023-12-31"),
        ("2024-01-09%", "2024-01-09"),
        ("2024?", "2024-01-01/2024-12-31"),
        ("29 February", "2024-02-29"),
        ("since Friday", "2024-06-07/2024-06-12"),
        ("until June 9", "/2024-06-09"),
        ("before 2024", "/2023-12-31"),
        ("after June 9", "2024-06-10/2024-06-12"),
        ("after 2030", "2031-01-01/"),
        ("from June 3 on", "2024-06-03/2024-06-12"),
        ("late Friday", "2024-06-07"),
        ("the early hours of Friday", "2024-06-07"),
        ("the small hours of Friday", "2024-06-07"),
        ("the evening of June 9", "2024-06-09"),
        ("2014-21", "2014-03-01/2014-05-31"),
        ("2014–2021", "2014-01-01/2021-12-31"),
        ("from 2014 to 2021", "2014-01-01/2021-12-31"),
        ("in 2014 and 2015", "2014-01-01/2015-12-31"),
        ("between 9 and 12 June", "2024-06-09/2024-06-12"),
        ("between 9 June and 12 June", "2024-06-09/2024-06-12"),
        ("between June and July", "2023-06-01/2023-07-31"),
        ("Monday and Tuesday", "2024-06-10/2024-06-11"),
        ("January into February", "2024-01-01/2024-02-29"),
        ("since the war", "/2024-06-12"),
        ("since the start of the war", "/2024-06-12"),
        ("the 1st quarter of 2023", "2023-01-01/2023-03-31"),
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
        "10 to 9 January",
        "March 5 to 3",
        "Wednesday, June 11",
        "the end March",
        "end of the 1980s",
        "late 9 January",
        "early foo",
        "the first half of May 9",
        "fifth quarter of 2023",
        "1st quarter of 2023",
        "the first quarter of January",
        "second two weeks of January",
        "the last week of January",
        "the 13th month of 2024",
        "the first 20 months of 2024",
        "first week of January 9",
        "first decade of 2024",
        "first week in January",
        "fifth week of January",
        "summer of the year 2022",
        "summer",
        "winter 2022",
        "winter 2022/2023",
        "winter 2022-24",
        "summer 2022/23",
        "Q5 2023",
        "H3 2023",
        "Q3",
        "Q 3 2023",
        "1/2/24",
        "13/13/2024",
        "13/5/024",
        "13.5-2024",
        "13/5",
        "5 June 12",
        "the 32 January",
        "9x January",
        "9;January",
        "the week of June",
        "the week of 30 February",
        "week of summer",
        "weekend",
        "in fall",
        "the fall",
        "the spring offensive",
        "the second half of this year",
        "the end of this month",
        "the end of the month",
        "late next year",
        "the 1995s",
        "this December",
        "the last month of last year",
        "the last month of this year",
        "the first 13 months of last year",
        "the first three months of war",
        "the 24 hours to Sunday",
        "in the 24 hours to 30 February",
        "in the week",
        "in the two weeks until June 9",
        "next war",
        "sat",
        "the week before",
        "Christmas war",
        "20 minutes ago",
        "9 June 2023 to 12 June 2022",
        "9 June to 30 February",
        "30 February to 9 June",
        "30 February 2023 to 9 June",
        "2024-06-31",
        "2024-13",
        "9999-24",
        "2024-21-05",
        "202X-01",
        "2024-XX-05",
        "../..",
        "2024-06/2024-01",
        "foo/2023",
        "2023/foo",
        "0000",
        "Tuesday, 29 February",
        "30 February",
        "Monday, 29 February",
        "early 31 June",
        "since next week",
        "before the year 2024",
        "after 31 December 9999",
        "before 1 January 0001",
        "after Wednesday's strike",
        "the happy hours of Friday",
        "2014-13",
        "in 2014 and 2017",
        "Monday and Wednesday",
        "early January and February",
        "since fighting began",
        "since the 2022 invasion",
        "since",
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
        ("June 3 to yesterday", {WhenFlag.RELATIVE, WhenFlag.YEAR_ASSUMED}),
        ("December to January", {WhenFlag.YEAR_ASSUMED}),
        ("December to January 2024", set()),
        ("December to yesterday", {WhenFlag.RELATIVE, WhenFlag.YEAR_ASSUMED}),
        ("early March to May 2024", {WhenFlag.VAGUE}),
        ("May to early June 2024", {WhenFlag.VAGUE}),
        ("by late May 2024", set()),
        ("before late May 2024", {WhenFlag.VAGUE}),
        ("the week of June 3", {WhenFlag.YEAR_ASSUMED}),
        ("in the 24 hours to 9 June 2024", set()),
        ("in 2023", set()),
    ],
)
def test_flags_say_why_days_are_less_than_sure(text: str, flags: set[WhenFlag]) -> None:
    """None for what is written out."""
    assert set(parse_when(text, published=PUBLISHED).flags) == flags


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("9 June 2021 to 12 January", "2021-06-09/2022-01-12"),
        ("December to January 2024", "2023-12-01/2024-01-31"),
        ("late winter 2022-23", "2023-02-01/2023-02-28"),
        ("the week of 3 June 2024", "2024-06-03/2024-06-09"),
        ("after 2022", "2023-01-01/"),
        ("since 2022", "2022-01-01/"),
        ("from 9 June 2021 on", "2021-06-09/"),
        ("before 2022", "/2021-12-31"),
        ("the 1990s", "1990-01-01/1999-12-31"),
    ],
)
def test_what_names_its_year_needs_no_day_of_publication(text: str, days: str) -> None:
    """An end that only publication gives stays open."""
    assert _span(text, None) == days


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
        ("They died in the 24 hours to Sunday, he said.", ["in the 24 hours to Sunday"]),
        ("March was quiet; May 9 was not. By 2014 people had left.", ["May 9"]),
        ("In the fall of the town many died.", []),
        ("He sat down on Sat.", ["on Sat"]),
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
