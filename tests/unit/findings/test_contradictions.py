"""Contradictions: minimal sets that cannot all hold, sized, proved and in stories (§9-§12)."""

from fractions import Fraction

import pytest
from small_dossiers import claim, found, kinds

import claimrecon as cr


def test_three_figures_may_clash_of_which_any_two_agree() -> None:
    """Killed and wounded that do not reach the casualties: one set of three (§10)."""
    report = found(
        claim("k", "Mayor", 5, 300),
        claim("w", "Governor", 5, 2700, measure="wounded"),
        claim("c", "Army", 5, 4000, measure="casualties"),
    )

    [finding] = report.contradictions
    assert finding.claims == ("c", "k", "w")
    assert finding.gap == 1000
    assert finding.factor == Fraction(4, 3)
    assert finding.repairs == (("c",), ("k",), ("w",))


def test_a_set_that_no_factor_mends_is_the_gravest() -> None:
    """Somebody where nobody can be: no multiple of a low is small enough (§12)."""
    report = found(
        claim("some", "Mayor", 5, 30),
        claim("none", "Governor", 9, 0),
        claim("a", "Mayor", 5, 90, measure="captured"),
        claim("b", "Governor", 9, 10, measure="captured"),
    )

    first, second = report.contradictions
    assert second.claims == ("a", "b")
    assert first.claims == ("none", "some")
    assert first.factor is None
    assert first.gap == 30


def test_one_bad_row_is_one_story() -> None:
    """One total above nine later ones: nine sets, one story, one thing to know (§10)."""
    later = [claim(f"later-{day}", f"Source {day}", day, 100 + day) for day in range(10, 19)]
    report = found(claim("bad", "Mayor", 5, 900), *later)

    assert len(report.contradictions) == 9
    assert {f.story for f in report.contradictions} == {1}
    assert [thing.topic for thing in report.things if thing.topic == "contradiction"] == [
        "contradiction"
    ]


def test_two_series_that_disagree_make_one_story_for_each_row_to_set_aside() -> None:
    """Every pair is found, n (n + 1) / 2 of them, and grouped by the smallest repair (§10)."""
    count = 8
    high = [claim(f"h{day:02}", "Mayor", day, 1000 + day) for day in range(1, count + 1)]
    low = [claim(f"l{day:02}", "Governor", day, 10 + day) for day in range(1, count + 1)]
    report = found(*high, *low)

    assert len(report.contradictions) == count * (count + 1) // 2
    assert len({f.story for f in report.contradictions}) == count
    assert report.repairs().size == count
    assert all(f.proof is not None and f.proof.verify() for f in report.contradictions)


def test_beyond_the_limit_the_search_says_so() -> None:
    """The first sets in order are told, and that there are more (§10)."""
    high = [claim(f"h{day:02}", "Mayor", day, 1000 + day) for day in range(1, 9)]
    low = [claim(f"l{day:02}", "Governor", day, 10 + day) for day in range(1, 9)]

    report = found(*high, *low, limit=5)

    assert len(report.contradictions) == 5
    assert report.truncated


def test_a_contradiction_of_one_origin_on_one_day_stands() -> None:
    """Which of two words of one day is the last cannot be told (§9)."""
    report = found(claim("a", "Mayor", 5, 90), claim("b", "Mayor", 5, 70))

    assert kinds(report) == [("contradiction", ("a", "b"))]


RULES = {
    "ended": (
        [
            claim("later", "Mayor", 20, 95, measure="killed_in_action"),
            claim("before", "Governor", 10, 70, measure="killed_in_action"),
        ],
        {"ended": "2025-01-08"},
    ),
    "vague-never-falls": (
        [
            claim("first", "Mayor", 5, 90, measure="losses"),
            claim("second", "Mayor", 5, 70, measure="losses", as_of="2025-01-09"),
        ],
        {},
    ),
}


@pytest.mark.parametrize("rule", RULES)
def test_a_contradiction_that_rests_on_a_rule_of_ours_says_so_first(rule: str) -> None:
    """And with the rule switched off it is gone (§11)."""
    claims, head = RULES[rule]

    report = found(*claims, **head)

    [finding] = report.contradictions
    assert finding.rests_on == (rule,)
    assert finding.explanation.startswith("If ")
    assert found(*claims, **head, without_rules=(rule,)).contradictions == ()


def test_what_an_assumption_is_needed_for_is_named_apart_from_the_claims() -> None:
    """Eleven recovered and wounded again: only if nobody is counted twice (§7)."""
    claims = [
        claim("arrived", "Army", 5, 100, measure="arrived"),
        claim("wounded", "Governor", 9, 150, measure="casualties"),
    ]
    head = {
        "assumptions": [
            {"id": "none-before", "assume": "none_before"},
            {"id": "none-later", "assume": "no_arrivals", "after": "2025-01-05"},
            {"id": "once", "assume": "nobody_twice"},
        ]
    }

    [finding] = found(*claims, **head).contradictions

    assert finding.claims == ("arrived", "wounded")
    assert finding.assumptions == ("none-before", "none-later", "once")
    assert set(finding.assumptions) <= set(finding.rests_on)
    assert found(*claims, **head, without_rules=("nobody_twice",)).contradictions == ()


def test_an_id_stays_the_same_when_figures_change() -> None:
    """It is made from what a finding is about, not from how large it is."""

    def ids(number: int) -> list[str]:
        report: cr.Report = found(claim("a", "Mayor", 5, number), claim("b", "Governor", 9, 70))
        return [f.id for f in report.contradictions]

    assert ids(90) == ids(95)
    assert ids(90)
