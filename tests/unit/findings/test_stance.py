"""Stance: whose losses a source speaks of (§9)."""

import pytest
from small_dossiers import claim, found

SOURCES = {
    "staff": {"name": "General Staff", "role": "belligerent", "side": "Ruritania"},
    "enemy": {"name": "Ministry of War", "role": "belligerent", "side": "Graustark"},
    "un": {"name": "United Nations", "role": "international"},
    "paper": {"name": "A witness", "role": "witness"},
}


@pytest.mark.parametrize(
    ("source", "stance"),
    [("staff", "own losses"), ("enemy", "enemy losses"), ("un", "third party"), ("paper", None)],
)
def test_a_finding_says_where_a_source_stands_if_that_is_known(
    source: str, stance: str | None
) -> None:
    """The sides of sources and the names of populations say it; nothing is guessed."""
    report = found(
        claim("here", source, 5, 900, population="Ruritanian soldiers"),
        claim("there", "unknown", 9, 70, population="Ruritanian soldiers"),
        sources={**SOURCES, "unknown": {"name": "Somebody"}},
    )

    [finding] = report.contradictions
    assert dict(finding.stance) == ({"here": stance} if stance else {})


def test_who_arrived_is_no_loss() -> None:
    """Stance is about harm; a count of arrivals has none."""
    report = found(
        claim("here", "staff", 5, 900, measure="arrived", population="Ruritanian soldiers"),
        claim("there", "un", 9, 70, measure="arrived", population="Ruritanian soldiers"),
        sources=SOURCES,
    )

    assert [dict(finding.stance) for finding in report.contradictions] == [{}]
