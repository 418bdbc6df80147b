"""One clash for each rule: every claim listed is needed for it, and nothing else is."""

from typing import Any

import pytest

import claimrecon as cr
from claimrecon.constraints import TooManyCellsError

Claims = list[dict[str, Any]]

SINCE = {"since": "2025-01-01"}
PLACES = {**SINCE, "places": {"region": {"north": {}, "south": {}}}}
WOMEN_AND_MEN = {"facets": [{"women": {}, "men": {}, "complete": True}, {"medics": {}}]}
PEOPLE = {**SINCE, "populations": {"people": WOMEN_AND_MEN}}
CAUSES = {**SINCE, "causes": {"attack": {"drone": {}, "shell": {}}}}
ENDED = {**SINCE, "ended": "2025-01-31"}

BY_5, BY_31 = {"as_of": "2025-01-05"}, {"as_of": "2025-01-31"}
FIRST, ON_5, ON_31 = {"at": "2024-12-31"}, {"at": "2025-01-05"}, {"at": "2025-01-31"}
JANUARY = {"during": "2025-01"}


def low(measure: Any, number: float, **rest: Any) -> dict[str, Any]:
    """Return a claim of at least so many."""
    return {"measure": measure, "low": number, **rest}


def high(measure: Any, number: float, **rest: Any) -> dict[str, Any]:
    """Return a claim of at most so many."""
    return {"measure": measure, "high": number, **rest}


def assuming(rule: str, **rest: Any) -> dict[str, Any]:
    """Return the head of a dossier with one named assumption."""
    return {**SINCE, "assumptions": [{"id": "rule", "assume": rule, **rest}]}


def reconciled(head: dict[str, Any], claims: Claims) -> cr.Report:
    """Reconcile claims of different sources."""
    common = {"exact": True, "reported_on": "2025-06-01"}
    told = [{"id": f"claim-{i}", "source": f"S{i}", **common, **c} for i, c in enumerate(claims)]
    return cr.reconcile({"claimrecon": 1, "claims": told, **head})


NOBODY_HARMED = [
    high(["deaths", "missing", "held"], 0, **BY_31),
    high("wounded", 0, **BY_31),
]
NORTH, SOUTH, REGION = {"place": "north"}, {"place": "south"}, {"place": "region"}

CLASHES: dict[str, tuple[dict[str, Any], Claims]] = {
    "a running total never falls": (
        SINCE,
        [low("killed", 51, **BY_5), high("killed", 50, **BY_31)],
    ),
    "a period is part of a total that holds it": (
        SINCE,
        [low("killed", 51, **JANUARY), high("killed", 50, as_of="2025-03-01")],
    ),
    "the final toll is at least any total": (
        SINCE,
        [low("killed", 51, **BY_31), high("killed", 50, as_of="final")],
    ),
    "a restarted count is part of the whole": (
        SINCE,
        [low("killed", 51, since="2025-01-10", **BY_31), high("killed", 50, **BY_31)],
    ),
    "casualties are the killed and the wounded": (
        SINCE,
        [
            low("killed", 30, **BY_31),
            low("wounded", 21, **BY_31),
            high("casualties", 50, **BY_31),
        ],
    ),
    "deaths are the killed and the indirect deaths": (
        SINCE,
        [
            low("killed", 30, **BY_31),
            low("indirect_deaths", 21, **BY_31),
            high("deaths", 50, **BY_31),
        ],
    ),
    "who dies of wounds was wounded": (
        SINCE,
        [low("died_of_wounds", 51, **BY_31), high("casualties", 50, **BY_31)],
    ),
    "who is held after the end was held or harmed before it": (
        ENDED,
        [
            high("missing", 10, **ON_31),
            high("held", 0, **ON_31),
            high("wounded", 0, **BY_31),
            low("held", 11, at="2025-02-20"),
        ],
    ),
    "nobody is newly harmed after the end": (
        ENDED,
        [low("killed_in_action", 1, during="2025-02")],
    ),
    "a place is no more than what holds it": (
        PLACES,
        [low("killed", 51, **NORTH, **BY_31), high("killed", 50, **REGION, **BY_31)],
    ),
    "siblings share nobody": (
        PLACES,
        [
            low("killed", 30, **NORTH, **BY_31),
            low("killed", 21, **SOUTH, **BY_31),
            high("killed", 50, **REGION, **BY_31),
        ],
    ),
    "complete siblings are the whole": (
        PEOPLE,
        [
            high("killed", 30, population="women", **BY_31),
            high("killed", 20, population="men", **BY_31),
            low("killed", 51, population="people", **BY_31),
        ],
    ),
    "an intersection lies in each of its names": (
        PEOPLE,
        [
            low("killed", 51, population={"all_of": ["women", "medics"]}, **BY_31),
            high("killed", 50, population="medics", **BY_31),
        ],
    ),
    "two that share nobody fill what holds them, also across facets": (
        PEOPLE,
        [
            low("killed", 40, population={"all_of": ["women", "medics"]}, **BY_31),
            low("killed", 11, population="men", **BY_31),
            high("killed", 50, population="people", **BY_31),
        ],
    ),
    "a cause is part of what holds it": (
        CAUSES,
        [low("killed", 51, cause="drone", **BY_31), high("killed", 50, cause="attack", **BY_31)],
    ),
    "who is there came or was there": (
        PLACES,
        [
            high("strength", 10, **NORTH, **FIRST),
            high("arrived", 40, **NORTH, **BY_31),
            low("strength", 51, **NORTH, **ON_31),
        ],
    ),
    "who is in a region came over its border": (
        PLACES,
        [
            high("strength", 50, **REGION, **FIRST),
            high("arrived", 0, **REGION, **BY_31),
            low("strength", 30, **NORTH, **ON_31),
            low("strength", 21, **SOUTH, **ON_31),
        ],
    ),
    "who is no more there was harmed or left": (
        PLACES,
        [
            low("strength", 51, **REGION, **FIRST),
            high("strength", 0, **REGION, **ON_31),
            high("withdrawn", 50, **REGION, **BY_31),
            *({**claim, **REGION} for claim in NOBODY_HARMED),
        ],
    ),
    "on a day of a month it is as empty as who left can have made it": (
        {**SINCE, "ended": "2025-01-01"},
        [
            low("strength", 51, at="2025-01-01"),
            high("withdrawn", 1, **BY_31),
            high("indirect_deaths", 0, **BY_31),
            high("strength", 49, at="2025-01"),
        ],
    ),
    "on a day of a month as many are displaced as may have been by its end": (
        SINCE,
        [
            high("idps", 49, at="2025-01-01"),
            high("displaced", 1, **BY_31),
            low("idps", 51, at="2025-01"),
        ],
    ),
    "who goes next door has left": (
        PLACES,
        [
            low("strength", 51, **NORTH, **FIRST),
            high("strength", 0, **NORTH, **ON_31),
            high("withdrawn", 50, **NORTH, **BY_31),
            *({**claim, **REGION} for claim in NOBODY_HARMED),
        ],
    ),
    "who left in a month had left by its end": (
        SINCE,
        [low("withdrawn", 51, **JANUARY), high("withdrawn", 50, **BY_31)],
    ),
    "the displaced were displaced": (
        SINCE,
        [
            high("idps", 10, **ON_5),
            high("displaced", 50, during=["2025-01-06", "2025-01-31"]),
            low("idps", 61, **ON_31),
        ],
    ),
    "a rate times its period is a count": (
        SINCE,
        [low("killed", 2, per="day", **JANUARY), high("killed", 61, **BY_31)],
    ),
    "a ratio ties two counts": (
        SINCE,
        [
            low("arrived", 100, **BY_31),
            low("killed", 0.51, ratio_of="claim-0", **BY_31),
            high("killed", 50, **BY_31),
        ],
    ),
    "an uncertain day lies within its month": (
        SINCE,
        [low("killed", 51, as_of="2025-01"), high("killed", 50, **BY_31)],
    ),
    "an uncertain start lies within its month": (
        SINCE,
        [
            low("killed", 51, during=["2025-02-01", "2025-02-10"]),
            high("killed", 50, since="2025-01", as_of="2025-02-10"),
        ],
    ),
    "an uncertain place lies within its outer set": (
        PLACES,
        [
            low("killed", 51, place={"outer": "region"}, **BY_31),
            high("killed", 50, **REGION, **BY_31),
        ],
    ),
    "an uncertain place holds its inner set": (
        PLACES,
        [
            high("killed", 50, place={"inner": "north", "outer": "region"}, **BY_31),
            low("killed", 51, **NORTH, **BY_31),
        ],
    ),
    "a documented count is a floor": (
        SINCE,
        [
            {**low("killed", 51), "high": 51, "evidence": "documented", **BY_31},
            high("killed", 50, **BY_31),
        ],
    ),
    "a vague word counts the killed at least": (
        SINCE,
        [low("killed", 51, **BY_31), high("casualties_unspecified", 50, **BY_31)],
    ),
    "a vague word counts the harmed at most": (
        {**SINCE, "measures": {"victims": {"inner": "killed", "outer": "casualties"}}},
        [
            high("killed", 20, **BY_31),
            high("casualties", 50, **BY_31),
            low("victims", 71, **BY_31),
        ],
    ),
    "killed and wounded since the opening are casualties": (
        SINCE,
        [low(["killed", "wounded"], 51, **BY_31), high("casualties", 50, **BY_31)],
    ),
    "nobody is counted twice": (
        assuming("nobody_twice"),
        [
            high("strength", 50, **FIRST),
            high("arrived", 0, **BY_31),
            low("casualties", 51, **BY_31),
        ],
    ),
    "nobody arrives any more": (
        assuming("no_arrivals"),
        [high("strength", 50, **FIRST), low("strength", 51, **ON_31)],
    ),
    "nobody leaves": (
        assuming("no_departures"),
        [low("strength", 51, **FIRST), high("strength", 50, **ON_31), *NOBODY_HARMED],
    ),
    "nobody was there before": (
        assuming("none_before"),
        [high("arrived", 50, **BY_31), low("strength", 51, **ON_31)],
    ),
}


@pytest.mark.parametrize("case", CLASHES)
def test_the_claims_clash_and_each_of_them_is_needed(case: str) -> None:
    """All of them make one minimal contradiction, with a proof that checks (§10, §11)."""
    head, claims = CLASHES[case]

    [found] = reconciled(head, claims).contradictions

    assert found.claims == tuple(f"claim-{number}" for number in range(len(claims)))
    assert len(found.assumptions) == len(head.get("assumptions", ()))
    assert found.proof is not None
    assert found.proof.verify()


@pytest.mark.parametrize("case", CLASHES)
def test_one_person_is_all_that_keeps_them_apart(case: str) -> None:
    """With every low one person lower, or a rate or factor a tenth, all of them can be true."""
    head, claims = CLASHES[case]
    closer = [
        {**c, "low": c["low"] - 1 if c["low"] >= 1 and "per" not in c else c["low"] * 0.9}
        if "low" in c
        else c
        for c in claims
    ]
    closer = [{**c, "high": c["low"]} if "low" in c and "high" in c else c for c in closer]

    assert reconciled(head, closer).verdict == "compatible"


def test_a_vague_word_of_one_origin_never_falls() -> None:
    """51 and then 50 by one origin clash, because it counts alike each time: it says so (§4)."""
    report = cr.reconcile(
        {
            "claimrecon": 1,
            **SINCE,
            "claims": [
                {"id": name, "source": "S", "exact": True, "reported_on": "2025-06-01", **claim}
                for name, claim in (
                    ("early", low("casualties_unspecified", 51, **BY_5)),
                    ("late", high("casualties_unspecified", 50, **BY_31)),
                )
            ],
        }
    )

    [found] = report.contradictions
    assert found.claims == ("early", "late")
    assert found.rests_on == ("vague-never-falls",)


def test_vague_words_of_two_origins_are_two_counts() -> None:
    """What one calls casualties need not be what the other does (§4)."""
    report = reconciled(
        SINCE,
        [low("casualties_unspecified", 51, **BY_5), high("casualties_unspecified", 50, **BY_31)],
    )

    assert report.verdict == "compatible"


@pytest.mark.parametrize("evidence", ["projection", "denial"])
def test_forecasts_and_denials_bind_nobody(evidence: str) -> None:
    """They are reported, and no constraint on what happened (§7)."""
    report = reconciled(
        SINCE, [low("killed", 51, evidence=evidence, **BY_5), high("killed", 50, **BY_31)]
    )

    assert not report.contradictions


def test_a_top_of_a_documented_count_does_not_bind() -> None:
    """51 bodies so far are no ceiling (§7)."""
    report = reconciled(
        SINCE,
        [
            {**low("killed", 51), "high": 51, "evidence": "documented", **BY_31},
            low("killed", 100, **BY_31),
        ],
    )

    assert report.verdict == "compatible"


def test_names_of_different_roots_may_overlap_wholly_or_not_at_all() -> None:
    """No tree says how women and refugees overlap (§2)."""
    killed = [
        low("killed", 60, population="women", **BY_31),
        low("killed", 60, population="refugees", **BY_31),
        high("killed", 60, **BY_31),
    ]
    head = {**SINCE, "populations": {"women": {}, "refugees": {}}}

    assert reconciled(head, killed).verdict == "compatible"
    killed[2]["high"] = 120
    both = {
        "measure": "killed",
        "high": 0,
        "population": {"all_of": ["women", "refugees"]},
        **BY_31,
    }
    assert reconciled(head, [*killed, both]).verdict == "compatible"


def test_an_assumption_about_some_binds_nobody_else() -> None:
    """Women are not harmed twice; of men nobody said so."""
    head = {**PEOPLE, **assuming("nobody_twice", population="women")}

    def verdict(population: str) -> str:
        claims = [high("strength", 50, **FIRST), high("arrived", 0, **BY_31)]
        claims += [low("casualties", 51, **BY_31)]
        return str(
            reconciled(
                head,
                [
                    *({**claim, "population": population} for claim in claims),
                    low("killed", 1, population="men", **BY_31),
                    low("killed", 1, population="women", **BY_31),
                ],
            ).verdict
        )

    assert (verdict("women"), verdict("men")) == ("contradiction", "compatible")


def test_who_comes_from_next_door_has_arrived() -> None:
    """Of 51 in the north who were not there, one came from where another claim looks (§2)."""
    claims = [
        high("strength", 0, **NORTH, **FIRST),
        high("arrived", 50, **NORTH, **BY_31),
        low("strength", 51, **NORTH, **ON_31),
        high("strength", 1000, **REGION, **ON_31),
    ]

    [found] = reconciled(PLACES, claims).contradictions

    assert found.claims == ("claim-0", "claim-1", "claim-2")


def test_within_a_closed_place_people_go_where_they_like() -> None:
    """Nobody arrives in the region: the north can fill from parts of it that nobody names (§12)."""
    closed = {**PLACES, **assuming("no_arrivals", place="region")}
    claims = [high("strength", 50, **NORTH, **FIRST), low("strength", 51, **NORTH, **ON_31)]

    assert reconciled(closed, claims).verdict == "compatible"
    assert reconciled({**PLACES, **assuming("no_arrivals", place="north")}, claims).contradictions


def test_a_word_without_a_bound_never_falls_from_an_unknown_start_either() -> None:
    """Its origin counts alike each time, from whenever it counts (§4, §5)."""
    told = [low("hurt", 51, **BY_5), high("hurt", 50, **BY_31), low("killed", 1, **JANUARY)]
    report = cr.reconcile(
        {
            "claimrecon": 1,
            "measures": {"hurt": {"inner": "killed"}},
            "claims": [
                {"id": f"claim-{i}", "source": "S", "exact": True, "reported_on": "2025-06-01", **c}
                for i, c in enumerate(told)
            ],
        }
    )

    [found] = report.contradictions
    assert found.claims == ("claim-0", "claim-1")
    assert found.rests_on == ("vague-never-falls",)


def test_more_cells_than_can_be_told_apart_are_refused_before_they_are_made() -> None:
    """Fifteen traits that overlap freely, and others: 32,769 cells; the error says what helps."""
    traits = [f"trait {number}" for number in range(15)]
    head = {**SINCE, "populations": {"people": {"facets": [{trait: {}} for trait in traits]}}}
    claims = [low("killed", 1, population=name, **BY_31) for name in ("people", *traits)]

    with pytest.raises(TooManyCellsError, match=r"32,769 cells .*one parent"):
        reconciled(head, claims)
