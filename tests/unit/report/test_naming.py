from dataclasses import replace
from datetime import date

import pytest

from claimrecon.claims import ReadClaim
from claimrecon.dossier import Dossier, ReadDossier
from claimrecon.periods import DaySpan
from claimrecon.report.naming import Naming
from claimrecon.report.words import short_name
from claimrecon.sources import Source


@pytest.mark.parametrize(
    ("key", "name", "short"),
    [
        ("isw", "Institute for the Study of War", "ISW"),
        ("zelenskyy", "Volodymyr Zelenskyy", "Zelenskyy"),
        ("western", "Western officials", "Western officials"),
        ("nis", "South Korean intelligence", "South Korean intelligence"),
        ("who", "WHO", "WHO"),
    ],
)
def test_a_name_is_shortened_only_as_its_key_suggests(key: str, name: str, short: str) -> None:
    """To its last word or its initials, never by guessing."""
    assert short_name(Source(key, name)) == short


def test_brackets_go_only_where_no_namesake_is_left(flood: ReadDossier) -> None:
    """Two staffs of one name keep what tells them apart."""
    one, other = Source("a", "General Staff (North)"), Source("b", "General Staff (South)")
    alone = replace(flood, sources={"a": one})
    both = replace(flood, sources={"a": one, "b": other})

    assert Naming(alone).short_source("a") == "General Staff"
    assert Naming(both).short_source("a") == "General Staff (North)"


def test_two_figures_of_one_source_are_told_apart(flood: ReadDossier) -> None:
    """A name that would stand twice is joined by what it counts."""
    assert Naming(flood).owners(["dead", "hurt"]) == ("RCS", "Zelder")
    assert Naming(flood).owners(["dead", "wounded"]) == (
        "at least 300 killed (RCS)",
        "2,700 wounded (RCS)",
    )


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (DaySpan(date(2031, 3, 13), date(2031, 3, 13)), "13 Mar"),
        (DaySpan(date(2031, 3, 13), date(2031, 4, 2)), "13 Mar - 2 Apr"),
        (DaySpan(date(2031, 3, 1), date(2031, 3, 31)), "Mar 2031"),
        (DaySpan(date(2030, 12, 30), date(2031, 1, 2)), "30 Dec 2030 - 2 Jan 2031"),
        (None, "in the end"),
    ],
)
def test_a_year_is_left_out_where_one_is_meant(
    flood: ReadDossier, span: DaySpan | None, words: str
) -> None:
    """Days of a record within a year need none; months and turns of the year do."""
    assert Naming(flood).days(span) == words


def test_a_year_stays_where_nothing_else_names_it(flood: ReadDossier) -> None:
    """Without a start of counting in the first lines, days keep their year."""
    day = DaySpan(date(2031, 3, 13), date(2031, 3, 13))

    assert Naming(replace(flood, since=None)).days(day) == "13 Mar 2031"


WRITTEN: list[tuple[dict[str, object], str]] = [
    ({"measure": "killed", "count": "about 30", "as_of": "2031-03-09"}, "about 30 killed"),
    ({"says": "30 people killed", "as_of": "2031-03-09"}, "30 people killed"),
    ({"measure": "killed", "count": "none", "as_of": "2031-03-09"}, "killed: no number"),
    (
        {"measure": "killed", "count": 5, "per": "day", "during": "2031-03"},
        "5 killed a day",
    ),
    (
        {"measure": "killed", "count": 5, "as_of": "2031-03-09", "evidence": "documented"},
        "5 killed; documented",
    ),
    (
        {"measure": "killed", "count": 5, "as_of": "2031-03-09", "derived_from": ["base"]},
        "5 killed; computed from others",
    ),
    (
        {"measure": "killed", "count": "half", "as_of": "2031-03-09", "ratio_of": "base"},
        "killed: half (against arrived)",
    ),
    (
        {"measure": "killed", "count": 5, "as_of": "2031-03-09", "place": "Harbour"},
        "5 killed, Harbour",
    ),
]


@pytest.mark.parametrize(("written", "words"), WRITTEN)
def test_a_claim_is_said_as_it_was_written(written: dict[str, object], words: str) -> None:
    """The words of the source, with what they count where they do not say it."""
    base = {"id": "base", "source": "A", "measure": "arrived", "during": "2031", "count": 90}
    claim = {"id": "one", "source": "B", **written}
    read = Dossier.model_validate({"claims": [base, {**base, "id": "two"}, claim]}).read()
    item = read.claim("one")

    assert isinstance(item, ReadClaim)
    assert Naming(read).what(item) == words


def test_assumptions_are_said_as_what_is_taken_for_granted(flood: ReadDossier) -> None:
    """Zero is nobody; a named assumption has words of its own."""
    naming = Naming(flood)

    assert naming.owner("empty") == "nobody present on 28 Feb"
    assert naming.owner("once") == "nobody counted twice"
    assert naming.is_assumption("empty")
    assert not naming.is_assumption("dead")
