"""Truths that a careless reading of the rules calls contradictory; each is told by true claims."""

from fractions import Fraction
from typing import Any

import pytest

import claimrecon as cr


def told(*claims: dict[str, object], **head: object) -> cr.Report:
    """Reconcile claims of different sources, each published when its time is over."""
    numbered = [
        {"id": f"claim-{i}", "source": f"Source {i}", "reported_on": "2025-06-01", **claim}
        for i, claim in enumerate(claims)
    ]
    return cr.reconcile({"claimrecon": 1, "claims": numbered, **head})


def exactly(measure: Any, number: int, **time: object) -> dict[str, object]:
    """Return a claim of one number, neither rounded nor hedged."""
    return {"measure": measure, "low": number, "high": number, "exact": True, **time}


def at_least(measure: Any, number: int, **time: object) -> dict[str, object]:
    """Return a claim of a floor."""
    return {"measure": measure, "low": number, **time}


def at_most(measure: Any, number: int, **time: object) -> dict[str, object]:
    """Return a claim of a ceiling."""
    return {"measure": measure, "high": number, **time}


JANUARY = {"since": "2025-01-01"}
REGION = {"since": "2025-01-01", "places": {"region": {"north": {}, "south": {}}}}


def test_wounded_of_whom_some_died_are_still_wounded_in_that_month() -> None:
    """100 wounded on 10 January, 40 of them dead by the 31st: 60 wounded, 100 in January (§4)."""
    report = told(
        exactly("wounded", 100, during="2025-01-10"),
        exactly("died_of_wounds", 40, as_of="2025-01-31"),
        at_least("wounded", 100, during="2025-01"),
        exactly("wounded", 60, as_of="2025-01-31"),
        **JANUARY,
    )

    assert report.verdict == "compatible"


def test_deaths_of_february_do_not_undo_its_new_wounded() -> None:
    """100 wounded in January, 60 of them dead in February, 50 newly wounded in February (§4)."""
    report = told(
        exactly("wounded", 100, as_of="2025-01-31"),
        exactly("wounded", 100, during="2025-01"),
        exactly("killed", 0, as_of="2025-01-31"),
        exactly("died_of_wounds", 60, during="2025-02"),
        exactly("killed", 60, during="2025-02"),
        exactly("wounded", 50, during="2025-02"),
        exactly("wounded", 90, as_of="2025-02-28"),
        **JANUARY,
    )

    assert report.verdict == "compatible"


def test_killed_and_wounded_of_a_month_may_be_added_up() -> None:
    """60 killed and 50 newly wounded in February are 110 killed and wounded in February (§4).

    The sum is a net measure over a period, like its part: it is known only between what came in
    less what went out (50) and all that came in (110).
    """
    report = told(
        exactly("wounded", 100, as_of="2025-01-31"),
        exactly("killed", 0, as_of="2025-01-31"),
        exactly("held", 0, at="2025-01-31"),
        exactly("missing", 0, at="2025-01-31"),
        exactly("captured", 0, as_of="2025-02-28"),
        exactly("died_of_wounds", 60, during="2025-02"),
        exactly("killed", 60, during="2025-02"),
        exactly("wounded", 90, as_of="2025-02-28"),
        exactly(["killed", "wounded"], 110, during="2025-02"),
        **JANUARY,
    )

    assert report.verdict == "compatible"


def test_persons_who_move_within_a_region_do_not_arrive_in_it() -> None:
    """A hundred persons moving from south to north beside "nobody arrived in the region" (§3)."""
    report = told(
        exactly("strength", 100, place="south", at="2025-01-05"),
        exactly("strength", 0, place="north", at="2025-01-05"),
        exactly("strength", 0, place="south", at="2025-01-20"),
        exactly("strength", 100, place="north", at="2025-01-20"),
        exactly("arrived", 100, place="north", during=["2025-01-06", "2025-01-20"]),
        exactly("arrived", 0, place="region", as_of="2025-01-20"),
        **REGION,
    )

    assert report.verdict == "compatible"


@pytest.mark.parametrize("place", ["region", None])
def test_the_assumption_of_no_arrivals_lets_people_move_within_its_place(place: str | None) -> None:
    """Nobody arrives in the region, or anywhere; from a place that no claim names people may come.

    That place lies within the region as well: it is not away (§3).
    """
    rule = {"id": "closed", "assume": "no_arrivals", **({"place": place} if place else {})}
    report = told(
        exactly("strength", 0, place="north", at="2025-01-05"),
        exactly("strength", 100, place="north", at="2025-01-20"),
        assumptions=[rule],
        **REGION,
    )

    assert report.verdict == "compatible"


@pytest.mark.parametrize("place", ["region", None])
def test_the_assumption_of_no_departures_lets_people_move_within_its_place(
    place: str | None,
) -> None:
    """Nobody leaves the region, or for away; to a place that no claim names people may go (§3)."""
    rule = {"id": "closed", "assume": "no_departures", **({"place": place} if place else {})}
    report = told(
        exactly("strength", 100, place="north", at="2025-01-05"),
        exactly("strength", 0, place="north", at="2025-01-20"),
        exactly(["deaths", "missing", "held"], 0, place="north", as_of="2025-01-20"),
        exactly("wounded", 0, place="north", as_of="2025-01-20"),
        assumptions=[rule],
        **REGION,
    )

    assert report.verdict == "compatible"


def test_arrivals_somewhere_within_a_region_may_come_from_within_it() -> None:
    """100 arrived somewhere in the region (a town, say) while nobody arrived in the region.

    They came from elsewhere in the region. At an uncertain place, low binds also all moves into
    its cells, whether or not any claim names the cells apart (§3).
    """
    report = told(
        exactly("arrived", 100, place={"outer": "region"}, as_of="2025-01-20"),
        exactly("arrived", 0, place="region", as_of="2025-01-20"),
        exactly("strength", 500, place="region", at="2025-01-20"),
        **REGION,
    )

    assert report.verdict == "compatible"


def test_captives_may_be_found_among_the_missing_after_the_end() -> None:
    """The fighting ended on 31 January; 30 of the missing turn up as captives in February (§3)."""
    report = told(
        exactly("missing", 50, at="2025-01-31"),
        exactly("held", 0, at="2025-01-31"),
        exactly("missing", 20, at="2025-02-20"),
        exactly("held", 30, at="2025-02-20"),
        exactly("captured", 30, during="2025-02"),
        ended="2025-01-31",
        **JANUARY,
    )

    assert report.verdict == "compatible"


def test_captives_known_only_after_the_end_were_harmed_before_it() -> None:
    """A dossier that knows nothing before the end still opens its balance before the harm (§3)."""
    report = told(exactly("held", 30, at="2025-02-20"), ended="2025-01-31")

    assert report.verdict == "compatible"


@pytest.mark.parametrize("toll", ["2025-02-20", "final"])
def test_a_toll_without_a_start_began_before_the_end(toll: str) -> None:
    """The one unknown start lies before the last harm, whatever day a stock is told of (§5)."""
    report = told(
        exactly("killed", 100, as_of=toll),
        exactly("strength", 500, at="2025-02-20"),
        ended="2025-01-31",
    )

    assert report.verdict == "compatible"


def test_a_toll_without_a_start_never_falls_although_a_stock_is_told_later() -> None:
    """200 killed by 5 January and 99 by the 20th clash, whatever else is said of the 20th (§3)."""
    report = told(
        exactly("killed", 200, as_of="2025-01-05"),
        exactly("killed", 99, as_of="2025-01-20"),
        exactly("strength", 500, at="2025-01-20"),
    )

    assert [finding.claims for finding in report.contradictions] == [("claim-0", "claim-1")]


@pytest.mark.parametrize(
    ("tree", "dimension", "name"),
    [("populations", "population", "others"), ("places", "place", "elsewhere")],
)
def test_a_name_may_be_any_word(tree: str, dimension: str, name: str) -> None:
    """Five of 105 killed were "others"; the rest were not: a name is a set, not a message (§2)."""
    report = told(
        {**exactly("killed", 5, as_of="2025-01-20"), dimension: name},
        exactly("killed", 105, as_of="2025-01-20"),
        since="2025-01-01",
        **{tree: {"soldiers": {}, name: {}}},
    )

    assert report.verdict == "compatible"


def test_the_displaced_by_one_cause_are_some_of_the_displaced() -> None:
    """1,111 are displaced, 101 of them by the flood: a cause filters moves (§3)."""
    report = told(
        exactly("idps", 101, cause="flood", at="2025-01-20"),
        exactly("idps", 1111, at="2025-01-20"),
        causes={"flood": {}, "war": {}},
        **JANUARY,
    )

    assert report.verdict == "compatible"


def test_a_cause_limits_the_killed_of_a_sum_with_the_survivors() -> None:
    """101 survivors and killed by the flood beside 1,111 killed in all (§3)."""
    report = told(
        exactly(["killed", "strength"], 101, cause="flood", as_of="2025-01-20"),
        exactly("killed", 1111, as_of="2025-01-20"),
        causes={"flood": {}, "war": {}},
        **JANUARY,
    )

    assert report.verdict == "compatible"


def test_two_totals_of_one_origin_and_day_both_stand() -> None:
    """They contradict each other, and neither is a revision of the other (§9)."""
    report = cr.reconcile(
        {
            "claimrecon": 1,
            "since": "2025-01-01",
            "claims": [
                {
                    "id": "a",
                    "source": "Mayor",
                    "reported_on": "2025-01-20",
                    **exactly("killed", 100),
                },
                {
                    "id": "b",
                    "source": "Mayor",
                    "reported_on": "2025-01-20",
                    **exactly("killed", 140),
                },
            ],
        }
    )

    assert report.verdict == "contradiction"
    assert [(f.kind, f.claims, f.origins) for f in report.findings] == [
        ("contradiction", ("a", "b"), ("Mayor",))
    ]


def test_a_question_reaches_back_behind_the_dossier() -> None:
    """Nothing is said of October, so nothing bounds the killed since October from above (§14).

    The balance of what is asked opens before what is asked.
    """
    report = told(exactly("killed", 101, as_of="2025-01-20"), **JANUARY)

    asked = report.range("killed", since="2024-10-01", as_of="2025-01-20")

    assert asked.lenient_low is not None
    assert asked.lenient_high is not None
    assert (asked.lenient_low.value, asked.lenient_high.value) == (Fraction(101), None)


def test_a_period_before_the_dossier_is_open() -> None:
    """Nobody said anything of October: its killed lie between none and any number (§14)."""
    report = told(exactly("killed", 101, as_of="2025-01-20"), **JANUARY)

    asked = report.range("killed", during="2024-10")

    assert asked.lenient_low is not None
    assert asked.lenient_high is not None
    assert (asked.lenient_low.value, asked.lenient_high.value) == (Fraction(0), None)


@pytest.mark.parametrize(
    "head",
    [{}, {"since": "2025-01-01"}, {"since": "2025-02-01"}],
    ids=["no start", "an earlier start", "the same start"],
)
def test_who_was_there_when_counting_began_is_in_a_sum_with_a_stock(
    head: dict[str, object],
) -> None:
    """50 were displaced before February: 50 are displaced or hurt, none of them new (§3, §5)."""
    report = told(
        exactly(["casualties", "idps"], 50, as_of="2025-02-20", **_since_february(head)),
        exactly("idps", 50, at="2025-02-20"),
        exactly("displaced", 0, as_of="2025-02-20", **_since_february(head)),
        exactly("casualties", 0, as_of="2025-02-20", **_since_february(head)),
        **head,
    )

    assert report.verdict == "compatible"


def _since_february(head: dict[str, object]) -> dict[str, object]:
    return {"since": "2025-02-01"} if head else {}


def test_survivors_of_a_place_were_there_before_its_count_was_restarted() -> None:
    """151 survivors or killed counted since 10 January, long after anybody arrived (§3, §5)."""
    report = told(
        exactly(["killed", "survivors"], 151, as_of="2025-01-31", since="2025-01-10"),
        exactly("arrived", 0, as_of="2025-01-31"),
        exactly("casualties_all", 0, as_of="2025-01-05"),
        ended="2025-01-05",
        **JANUARY,
    )

    assert report.verdict == "compatible"
