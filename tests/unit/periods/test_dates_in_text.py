"""Dates that are found in running text, and what looks like one; 2024-06-12 is a Wednesday."""

from datetime import date

import pytest

from claimrecon.periods import When, WhenKind, find_dates, parse_when

PUBLISHED = date(2024, 6, 12)


def _days(when: When) -> str:
    days = [day.isoformat() if day else "" for day in dict.fromkeys((when.first, when.last))]
    return "/".join(days)


def _found(text: str, published: date | None = PUBLISHED) -> list[str]:
    return [text[when.start : when.end] for when in find_dates(text, published)]


@pytest.mark.parametrize(
    ("lead", "days", "kind"),
    [
        *(
            (lead, "2022-01-01/2022-12-31", "period")
            for lead in ("in", "on", "at", "over", "during")
        ),
        *((lead, "2022-01-01/2022-12-31", "period") for lead in ("throughout", "within", "across")),
        *(
            (lead, "2022-01-01/2022-12-31", "period")
            for lead in ("for", "from", "late on", "early on")
        ),
        *(
            (lead, "2022-01-01/2022-12-31", "period")
            for lead in ("in the year", "the year", "so far")
        ),
        *((lead, "2022-01-01/2022-12-31", "period") for lead in ("on or about", "in the month of")),
        *((lead, "/2022-12-31", "as-of") for lead in ("through", "until", "till", "by", "up to")),
        *((lead, "/2022-12-31", "as-of") for lead in ("as of", "as at", "no later than")),
        *((lead, "/2021-12-31", "as-of") for lead in ("before", "prior to", "ahead of")),
        *((lead, "2022-01-01/2024-06-12", "period") for lead in ("since", "starting", "as from")),
        *((lead, "2023-01-01/2024-06-12", "period") for lead in ("after", "following")),
    ],
)
def test_a_preposition_says_what_to_do_with_the_days(lead: str, days: str, kind: str) -> None:
    """In them, up to them, from them on, or behind them."""
    when = parse_when(f"{lead} 2022", published=PUBLISHED)

    assert (_days(when), when.kind.value) == (days, kind)
    assert (when.start, when.end) == (0, len(lead) + 5)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("after Tuesday, they said", "2024-06-12"),
        ("after Tuesday's strike", "2024-06-11"),
        ("after Tuesday’s strike", "2024-06-11"),
        ("after 9 June's strike", "2024-06-09"),
        ("before Tuesday's strike", "/2024-06-10"),
        ("since Tuesday's strike", "2024-06-11/2024-06-12"),
        ("since the night of 9 June", "2024-06-09/2024-06-12"),
        ("by the early hours of Friday", "/2024-06-07"),
        ("after late Friday", "2024-06-08/2024-06-12"),
        ("since early Friday", "2024-06-07/2024-06-12"),
    ],
)
def test_a_preposition_counts_the_day_of_an_event_and_keeps_its_hour(text: str, days: str) -> None:
    """A strike of Tuesday is over on Tuesday."""
    assert [_days(when) for when in find_dates(text, PUBLISHED)] == [days]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on 9 June", WhenKind.POINT),
        ("9 June to 9 June", WhenKind.POINT),
        ("after 11 June", WhenKind.POINT),
        ("in the past day", WhenKind.PERIOD),
        ("since the war", WhenKind.PERIOD),
        ("after 2030", WhenKind.PERIOD),
        ("by 9 June", WhenKind.AS_OF),
        ("until 9 June", WhenKind.AS_OF),
    ],
)
def test_one_day_is_a_point_and_a_total_runs_up_to_its_day(text: str, kind: WhenKind) -> None:
    """In a phrase alone and in a text."""
    assert parse_when(text, published=PUBLISHED).kind is kind
    assert [when.kind for when in find_dates(f"Killed {text}, they said.", PUBLISHED)] == [kind]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("from June 3 to June 9", "2024-06-03/2024-06-09"),
        ("June 3 until June 9", "2024-06-03/2024-06-09"),
        ("June 3 till June 9", "2024-06-03/2024-06-09"),
        ("June 3 through June 9", "2024-06-03/2024-06-09"),
        ("June 3 – June 9", "2024-06-03/2024-06-09"),
        ("June 3-June 9", "2024-06-03/2024-06-09"),
        ("June 3 to yesterday", "2024-06-03/2024-06-11"),
        ("from June 12 to today", "2024-06-12"),
        ("from May to 9 June", "2024-05-01/2024-06-09"),
        ("from November to March", "2023-11-01/2024-03-31"),
        ("9 June 2021 to 12 January", "2021-06-09/2022-01-12"),
        ("9 June 2021 to 10 June", "2021-06-09/2021-06-10"),
        ("28 February 2023 to 29 February", "2023-02-28/2024-02-29"),
        ("from 2014 to 2021", "2014-01-01/2021-12-31"),
        ("from January 2023 to 2024", "2023-01-01/2024-12-31"),
        ("between June 3 and June 9", "2024-06-03/2024-06-09"),
        ("between 2014 and 2021", "2014-01-01/2021-12-31"),
        ("between 3 and 8 June", "2024-06-03/2024-06-08"),
        ("between Monday and Wednesday", "2024-06-10/2024-06-12"),
        ("Monday to Monday", "2024-06-03/2024-06-10"),
        ("Wednesday to Tuesday", "2024-06-05/2024-06-11"),
        ("Thursday to Wednesday", "2024-06-06/2024-06-12"),
        ("from last year to today", "2023-01-01/2024-06-12"),
        ("1994-95", "1994-01-01/1995-12-31"),
        ("1994/95", ""),
        ("2010–13", "2010-01-01/2013-12-31"),
        ("1899–99", ""),
        ("2010–12", ""),
        ("2014–14", ""),
        ("1994–951", ""),
        ("1994–5", ""),
        ("1994- 95", ""),
        ("1994,95", ""),
        ("2023 to January 2024", ""),
        ("June 9 to June 3", "2023-06-09/2024-06-03"),
        ("June 9 2024 to June 3 2024", ""),
        ("between 9 June", ""),
        ("between 3 June", ""),
        ("between June 3 to", ""),
        ("from June 3 and June 9", ""),
        ("June 3 and June 9", ""),
        ("June 3 and June 4", "2024-06-03/2024-06-04"),
        ("Sunday into Monday", "2024-06-09/2024-06-10"),
        ("Monday and Sunday", ""),
        ("December and January", "2023-12-01/2024-01-31"),
        ("January and February 2023", "2023-01-01/2023-02-28"),
        ("January and early February", ""),
        ("early January and February", ""),
        ("2022 and 2023", "2022-01-01/2023-12-31"),
        ("2022 and 2024", ""),
        ("2023 and 2022", ""),
        ("May and 2023", ""),
        ("2022 and May 2023", ""),
    ],
)
def test_two_dates_are_the_days_from_one_to_the_other(text: str, days: str) -> None:
    """Where the words join them and they run forward; "and" joins neighbours."""
    try:
        when = parse_when(text, published=PUBLISHED)
    except ValueError:
        assert not days
    else:
        assert _days(when) == days
        assert (when.start, when.end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On 9 Jan. they fled.", ["On 9 Jan"]),
        ("On 9 Jan. 2024 they fled.", ["On 9 Jan. 2024"]),
        ("They fled since March. 3 were hurt.", ["since March"]),
        ("They fled since Sept. 3, he said.", ["since Sept. 3"]),
        ("Killed in March 3 people.", ["in March"]),
        ("(Tuesday, 11 June)", ["Tuesday, 11 June"]),
        ("They cared for a day old child.", []),
        ("They fled week before, same day, following week, next day.", []),
        ("They fled the week before, the same day.", ["the week before", "the same day"]),
        ("In the spring offensive many fell.", []),
        ("In the spring the offensive began.", ["In the spring"]),
        ("It came in three days ago.", ["in three days ago"]),
        ("At 13/5/2024/6 he fled at 14.01.24, he said.", ["at 14.01.24"]),
        ("They killed 9 - January was cold.", ["January"]),
        ("On January 9 - 2024 people fled.", ["On January 9"]),
        ("On January 9-2024 he fled.", ["On January 9-2024"]),
        ("On Tuesday (11 June) they fled.", ["On Tuesday (11 June)"]),
        ("On Tuesday (11 June, they said)", ["On Tuesday (11 June"]),
        ("He said (9 January) so.", ["9 January"]),
        *((f"He said {mark}9 January so.", ["9 January"]) for mark in '([{"“”‘«—–,;:'),  # noqa: RUF001
        *((f"He said x{mark}9 MAY so.", []) for mark in "/+_=*"),
        ("In pre-May times.", []),
        ("By Friday,Monday and since", ["By Friday", "Monday"]),
        ("the mid-January raid", ["the mid-January"]),
        ("May he go? In May he went.", ["In May"]),
        ("March on. In March on.", ["In March"]),
        ("May 9 and May 2022 and early May", ["May 9", "May 2022", "early May"]),
        ("June was quiet.", ["June"]),
        ("The night of 9 June was loud.", ["The night of 9 June"]),
        ("On the evening of June 9", ["On the evening of June 9"]),
        ("In the small hours of Friday", ["In the small hours of Friday"]),
        ("late hours of Friday", ["late hours of Friday"]),
        ("in happy hours of Friday", ["Friday"]),
        ("in the early days of Friday", ["Friday"]),
        ("on late Friday, early Friday", ["on late Friday", "early Friday"]),
        ("From June 3 onward, since June 3 on", ["From June 3 onward", "since June 3"]),
        ("After Wednesday's strike", ["After Wednesday's"]),
        ("On 3 June and 4 June", ["On 3 June and 4 June"]),
        ("On 3 June and 5 June", ["On 3 June", "5 June"]),
    ],
)
def test_a_phrase_is_found_with_its_preposition_and_nothing_more(
    text: str, found: list[str]
) -> None:
    """A word starts one at the start, behind a space, or behind a mark that opens."""
    assert _found(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 2022 300 soldiers fell.", ["In 2022"]),
        *(
            (f"They fled {lead} 2022 people", [f"{lead} 2022"])
            for lead in ("in", "since", "during")
        ),
        ("They fled throughout 2022 people", ["throughout 2022"]),
        ("of year 2022 people", ["2022"]),
        *(
            (f"He fled {lead} 2022 people", [])
            for lead in ("by", "before", "after", "until", "till")
        ),
        *(
            (f"He fled {lead} 2022, and", [f"{lead} 2022"])
            for lead in ("by", "before", "after", "until")
        ),
        *((f"He fled from 2022 {word} so", ["from 2022"]) for word in ("the", "when", "Kyiv", "–")),
        *((f"He fled {lead} 2022 he", []) for lead in ("of", "on", "over", "at", "the", "for")),
        ("He fled from 1950 to 2000.", ["from 1950 to 2000"]),
        ("He fled from 1950 to 2000 when", ["from 1950 to 2000"]),
        ("from 1950 to 2000 people", []),
        ("The toll was from 1950 to 2000.", []),
        ("It rose again and from 1950 to 2000.", []),
        ("It rose so very long ago from 1950 to 2000.", ["from 1950 to 2000"]),
        ("between 1950 and 2000 people", []),
        ("between 1950 and 2000, he said", ["between 1950 and 2000"]),
        ("in 2014 and 2015, he said", ["in 2014 and 2015"]),
        ("in 2014 and 2015 people", ["in 2014"]),
        ("It rose by 2014.", []),
        ("It rose so very much by 2014.", []),
        ("It rose so very, very much by 2014.", ["by 2014"]),
        ("He fled January 2023 to 2024, he said.", ["January 2023 to 2024"]),
        ("He fled June to 2024, he said.", ["June"]),
        ("2022", []),
        ("2014 and 2015", []),
        ("2014 to 2015", []),
    ],
)
def test_years_are_told_from_tolls(text: str, found: list[str]) -> None:
    """By the word before, and by what could be counted behind."""
    assert _found(text) == found


@pytest.mark.parametrize(
    "word",
    [
        *("rose", "risen", "rises", "fell", "fallen", "falls", "increased", "decreased", "grew"),
        *("climbed", "jumped", "dropped", "declined", "revised", "raised", "lowered", "toll"),
        *("tolls", "count", "up", "down", "went"),
    ],
)
def test_numbers_behind_a_change_are_tolls(word: str) -> None:
    """Whatever they look like."""
    assert _found(f"It {word} from 1950 to 2000.") == []
    assert _found("It ran from 1950 to 2000.") == ["from 1950 to 2000"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        *((f"since the war {word} he", [f"since the war {word}"]) for word in ("began", "started")),
        *((f"since the war has {word} he", ["since the war"]) for word in ("begun", "erupted")),
        *((f"since the {word} of the war he", [f"since the {word} of the war"]) for word in (
            "start", "outbreak", "beginning", "onset")),
        *((f"since the {word} he", [f"since the {word}"]) for word in (
            "invasion", "war", "conflict", "offensive", "fighting", "coup", "attack", "quake")),
        ("since the fall he", ["since the fall"]),
        ("since the fall of Kabul", []),
        ("since the full-scale invasion of Ukraine began", None),
        ("since the war erupted", None),
        ("since the very start", None),
        ("In war he fled since the coup.", ["since the coup"]),
        ("since war", []),
        ("since war began", []),
        ("since the start", []),
        ("since 2 wars began", []),
        ("since the long and hard and bad and old war", None),
        ("since the long and hard and bad and sad old war", []),
    ],
)  # fmt: skip
def test_since_an_event_runs_up_to_publication(text: str, found: list[str] | None) -> None:
    """The event is named, or the beginning of something; ``None`` stands for the whole text."""
    assert _found(text) == ([text] if found is None else found)
    for when in find_dates(text, PUBLISHED):
        assert (when.first, when.last, when.flags) == (None, PUBLISHED, ("event",))
