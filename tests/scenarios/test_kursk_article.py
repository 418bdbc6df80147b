"""The story of the demo out of an article: words, drafts, claims, and the demo's verdict."""

from typing import Any

import pytest

import claimrecon as cr
from claimrecon.dossier import demo_path
from claimrecon.extraction import Draft, Stance

ARTICLE = """\
What is left of Pyongyang's contingent?

Eleven thousand North Korean soldiers arrived in Kursk Oblast in November 2024.

Ukraine's president, Volodymyr Zelenskyy, said on 9 January that they had suffered 4,000 \
casualties, counting both killed and wounded.

South Korea's National Intelligence Service told lawmakers on 13 January that at least 300 North \
Korean soldiers had been killed and another 2,700 wounded, Yonhap reported.

Their numbers have since halved, Oleksandr Syrskyi told The New York Times on Thursday. Citing \
Ukrainian and US officials, the newspaper reported that the soldiers had not been seen at the \
front for about two weeks.

The Institute for the Study of War forecast on 23 January that Russia would lose 30,000 to 45,000 \
soldiers a month.
"""
FORECAST: dict[str, object] = {
    "during": ["2025-01-24", "2025-02-23"],
    "measure": "casualties",
    "population": None,
}
"""What the text leaves open, and a person adds."""
HEAD: dict[str, Any] = {
    "title": "North Korean troops in Kursk Oblast, out of one article",
    "since": "2024-11-01",
    "populations": {"Russian-side forces": {"North Korean soldiers": {}}},
    "places": {"Russia": {"Kursk Oblast": {}}},
    "population": "North Korean soldiers",
    "place": "Kursk Oblast",
    "assumptions": [
        {"id": "none-before", "measure": "strength", "at": "2024-10-31", "count": 0},
        {
            "id": "none-later",
            "measure": "arrived",
            "during": ["2024-12-01", "2025-02-28"],
            "count": 0,
        },
        {"id": "once", "assume": "nobody_twice"},
    ],
}


@pytest.fixture(scope="module")
def drafts() -> cr.Drafts:
    """Return the drafts of the article."""
    return cr.read(ARTICLE, published="2025-01-31", outlet="Ukrainska Pravda")


@pytest.fixture(scope="module")
def report(drafts: cr.Drafts) -> cr.Report:
    """Return the report on the accepted drafts, with the demo's assumptions."""
    forecast = drafts[len(drafts) - 1].id
    claims = drafts.accept(corrections={forecast: FORECAST})
    return cr.reconcile(cr.Dossier.model_validate(HEAD).add(claims))


def _ends(asked: cr.PossibleRange) -> list[object]:
    ends = (asked.strict_low, asked.strict_high, asked.lenient_low, asked.lenient_high)
    return [None if end is None else end.value for end in ends]


def _told(draft: Draft) -> tuple[str, str, list[str], str]:
    when = draft.date
    days = "none" if when is None else f"{when.first}/{when.last}"
    names = [str(name) for name in draft.speakers]
    return draft.figure.words, "+".join(draft.measure), names, days


def test_every_figure_has_origin_relay_and_date(drafts: cr.Drafts) -> None:
    """As a careful reader would note them."""
    assert [_told(draft) for draft in drafts] == [
        ("Eleven thousand", "arrived", [], "2024-11-01/2024-11-30"),
        ("4,000", "casualties", ["Volodymyr Zelenskyy"], "2025-01-09/2025-01-09"),
        (
            "at least 300",
            "killed",
            ["South Korea's National Intelligence Service", "Yonhap"],
            "2025-01-13/2025-01-13",
        ),
        (
            "2,700",
            "wounded",
            ["South Korea's National Intelligence Service", "Yonhap"],
            "2025-01-13/2025-01-13",
        ),
        (
            "halved",
            "strength",
            ["Oleksandr Syrskyi", "The New York Times"],
            "2025-01-30/2025-01-30",
        ),
        (
            "30,000 to 45,000",
            "casualties_unspecified",
            ["Institute for the Study of War"],
            "2025-01-23/2025-01-23",
        ),
    ]


def test_the_forecast_alone_is_not_asserted(drafts: cr.Drafts) -> None:
    """It constrains no past (§7)."""
    stances = [draft.stance for draft in drafts]

    assert stances == [*5 * [Stance.ASSERTED], Stance.PROJECTED]


def test_the_bound_is_said_of_the_killed_alone(drafts: cr.Drafts) -> None:
    """The words "and another 2,700" start afresh (§8)."""
    killed, wounded = drafts["d3"].phrase, drafts["d4"].phrase

    assert killed.low == 300
    assert killed.high is None
    assert wounded.low == wounded.high == 2_700
    assert wounded.increment


def test_the_accepted_drafts_come_to_the_verdict_of_the_demo(report: cr.Report) -> None:
    """All can be true, and what looks like a conflict is none."""
    demo = cr.reconcile(demo_path())

    assert report.verdict is demo.verdict
    assert not report.contradictions
    apparent = {
        tuple(sorted(claim.rpartition("-")[2] for claim in finding.claims))
        for finding in report.findings
        if finding.kind is cr.FindingKind.APPARENT
    }
    assert ("casualties", "killed") in apparent


@pytest.mark.parametrize(
    ("measure", "day"), [("killed", "2025-01-13"), ("casualties", "2025-01-13")]
)
def test_the_ranges_are_those_of_the_demo(report: cr.Report, measure: str, day: str) -> None:
    """To the letter and with rounding."""
    demo = cr.reconcile(demo_path())
    ours, theirs = (_ends(one.range(measure, as_of=day)) for one in (report, demo))

    assert ours == theirs
