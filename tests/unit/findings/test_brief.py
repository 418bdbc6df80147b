"""What an editor may print about one scope, and what not, with the reasons."""

from typing import Any

import pytest

import claimrecon as cr

Claims = list[dict[str, Any]]

NO_TOP = "An upper limit: nothing that stands bounds it from above in every account."
NO_LOW = "A lower limit: nothing that stands says in every account that it was more than zero."
CLASH = "would fit some choice between the figures that clash"
SAFE, IF_TRUE, CANNOT = "SAFE", "IF ALL CURRENT FIGURES ARE TRUE", "CANNOT BE SAID"


def told(claims: Claims, *, place: str | None = None, **head: Any) -> dict[str, list[str]]:
    """Return the printed sentences of the brief on the killed, by grade, without the scope."""
    common = {"measure": "killed", "as_of": "2025-01-31", "reported_on": "2025-03-01"}
    numbered = [{"id": f"c{i}", "source": f"S{i}", **common, **c} for i, c in enumerate(claims)]
    report = cr.reconcile({"claimrecon": 1, "since": "2025-01-01", "claims": numbered, **head})
    where: dict[str, Any] = {} if place is None else {"place": place}
    title, *lines = str(report.brief("killed", as_of="2025-01-31", **where)).splitlines()
    found: dict[str, list[str]] = {}
    for line in filter(None, lines):
        if line.startswith("  "):
            found[[*found][-1]].append(line.strip().replace(f" ({title})", ""))
        else:
            found[line] = []
    return found


CASES: dict[str, tuple[Claims, dict[str, list[str]]]] = {
    "a low alone": (
        [{"low": 300}],
        {
            SAFE: [
                "At least 300, allowing for rounding, by the figures of S0. [c0]",
                "S0 said “at least 300”. [c0]",
            ],
            CANNOT: [
                "An exact number: 300 or more would fit all figures. [c0]",
                NO_TOP,
            ],
        },
    ),
    "a number that leaves nothing open": (
        [{"count": "300", "exact": True}],
        {
            SAFE: [
                "Exactly 300, allowing for rounding, by the figures of S0. [c0]",
                "S0 said “300”. [c0]",
            ]
        },
    ),
    "a narrower range if words are taken to the letter": (
        [{"count": "about 250"}],
        {
            SAFE: [
                "At least 200, allowing for rounding, by the figures of S0. [c0]",
                "At most 300, allowing for rounding, by the figures of S0. [c0]",
                "S0 said “about 250”. [c0]",
            ],
            IF_TRUE: [
                "At least 225, to the letter, by the figures of S0. [c0]",
                "At most 275, to the letter, by the figures of S0. [c0]",
            ],
            CANNOT: ["An exact number: 200-300 would fit all figures. [c0]"],
        },
    ),
    "figures that fit only with rounding": (
        [{"count": "300"}, {"count": "310"}],
        {
            SAFE: [
                "At least 305, allowing for rounding, by the figures of S1. [c1]",
                "At most 315, allowing for rounding, by the figures of S1. [c1]",
                "S0 said “300”. [c0]",
                "S1 said “310”. [c1]",
            ],
            CANNOT: [
                "The figures to the letter: they fit only with rounding. [c1]",
                "An exact number: 305-315 would fit all figures. [c1]",
            ],
        },
    ),
    "figures that clash": (
        [{"count": "300"}, {"count": "501"}],
        {
            SAFE: [
                "At least 250, allowing for rounding, by the figures of S0 and S1. [c0, c1]",
                "At most 501, allowing for rounding, by the figures of S0 and S1. [c0, c1]",
                "S0 said “300”. [c0]",
                "S1 said “501”. [c1]",
            ],
            CANNOT: [
                "That these are all true: they contradict, S0: 300; S1: 501. [c0, c1]",
                f"An exact number: 250-350 or 501 {CLASH}. [c0, c1]",
            ],
        },
    ),
    "figures that clash, of which one is open above": (
        [{"high": 5}, {"low": 9}],
        {
            SAFE: ["S0 said “at most 5”. [c0]", "S1 said “at least 9”. [c1]"],
            CANNOT: [
                "That these are all true: they contradict, S0: at most 5; S1: at least 9. [c0, c1]",
                f"An exact number: 0-5 or 9 or more {CLASH}.",
                NO_TOP,
                NO_LOW,
            ],
        },
    ),
    "figures that bind nothing": (
        [
            {"count": "300", "evidence": "projection"},
            {"count": "501", "evidence": "denial"},
            {"count": "511", "derived_from": ["c1"]},
        ],
        {
            CANNOT: [
                "An exact number: any number would fit all figures.",
                NO_TOP,
                NO_LOW,
                "300 (killed, to 31 Jan 2025, S0): it is a forecast. [c0]",
                "501 (killed, to 31 Jan 2025, S1): it is a denial. [c1]",
                "511 (killed, to 31 Jan 2025, S2): it was computed from other figures. [c2]",
            ]
        },
    ),
    "a figure that its own origin replaced": (
        [{"count": "300", "source": "A"}, {"count": "501", "source": "A", "supersedes": "c0"}],
        {
            SAFE: [
                "Exactly 501, allowing for rounding, by the figures of A. [c1]",
                "A said “501”. [c1]",
            ],
            CANNOT: [
                "300 (killed, to 31 Jan 2025, A): its own origin replaced or mistyped it. [c0]"
            ],
        },
    ),
}


@pytest.mark.parametrize(("claims", "sentences"), CASES.values(), ids=[*CASES])
def test_each_sentence_stands_under_its_grade(
    claims: Claims, sentences: dict[str, list[str]]
) -> None:
    """What holds in every account, what holds to the letter, and what nobody can say."""
    assert told(claims) == sentences


def test_a_sentence_says_what_is_taken_for_granted() -> None:
    """An assumption of the analyst is no figure of a source."""
    assumed = {"id": "some", "measure": "killed", "low": 5, "as_of": "2025-01-31"}

    first = told([{"high": 501}], assumptions=[assumed])[SAFE][0]

    assert first == (
        "At least 5, allowing for rounding, given that killed, to 31 Jan 2025 is at least 5. [some]"
    )


def test_beyond_a_number_of_accounts_no_number_is_told() -> None:
    """Seven places with two figures each leave 128 ways to choose."""
    places = [f"p{i}" for i in range(7)]
    claims = [{"count": str(301 + i), "exact": True, "place": places[i % 7]} for i in range(2 * 7)]

    lines = told(claims, place="x", places={"x": {name: {} for name in places}})[CANNOT]

    assert lines[-1].startswith("A number: there are too many ways to choose between the figures.")


def test_without_time_the_brief_says_that_it_is_undecided() -> None:
    """It never passes for "nothing can be said"."""
    report = cr.reconcile([cr.claim("300 killed", by="Mayor", on="9 Jan 2025")])

    short = report.brief("killed", as_of="2025-01-09", budget=0)

    assert short.undecided
    assert str(short).endswith("Undecided: the time given ran out before every answer was proved.")
    assert [s.text for s in short.safe] == ["Mayor said “300 killed” (killed, to 9 Jan 2025)"]
    assert short.if_true == short.cannot_be_said == ()
