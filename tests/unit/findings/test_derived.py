"""Derived figures: series that repeat each other, and figures computed from others (§9)."""

from fractions import Fraction
from typing import Any

from small_dossiers import claim, found

from claimrecon.findings import Finding, FindingKind

KILLED = {5: 110, 9: 130, 12: 170}


def series(source: str, times: Fraction, measure: str = "wounded", **rest: Any) -> list[Any]:
    """Return claims of *source* that are *times* the killed, to the nearest person."""
    return [
        claim(f"{source}-{day}", source, day, round(times * number), measure=measure, **rest)
        for day, number in KILLED.items()
    ]


def derived(*claims: Any) -> list[Finding]:
    """Return the findings of this kind."""
    return [f for f in found(*claims).findings if f.kind is FindingKind.DERIVED]


def test_wounded_that_are_three_times_the_killed_were_not_counted() -> None:
    """The series computed stands first, then the one that it repeats, by date."""
    [finding] = derived(*series("Army", Fraction(1), "killed"), *series("Staff", Fraction(3)))

    assert finding.multiple == 3
    assert finding.claims == ("Staff-5", "Staff-9", "Staff-12", "Army-5", "Army-9", "Army-12")
    assert finding.origins == ("Army", "Staff")


def test_a_multiple_may_be_rounded_to_whole_persons() -> None:
    """0.37 of 110, 130 and 170 killed, rounded, is a fixed share of thousands, not of tens."""
    many = [claim(f"k{d}", "Army", d, 1000 * n + 7) for d, n in KILLED.items()]
    few = [
        claim(f"f{d}", "Staff", d, round(Fraction(2, 5) * (1000 * n + 7)), measure="captured")
        for d, n in KILLED.items()
    ]

    [finding] = derived(*many, *few)

    assert finding.multiple == Fraction(5, 2)


def test_two_dates_are_no_series() -> None:
    """Two figures in proportion are easily a chance."""
    claims = [*series("Army", Fraction(1), "killed"), *series("Staff", Fraction(3))]

    assert derived(*(c for c in claims if not c["id"].endswith("-12"))) == []


def test_a_series_in_no_proportion_is_evidence_of_its_own() -> None:
    """One figure off is enough."""
    claims = [*series("Army", Fraction(1), "killed"), *series("Staff", Fraction(3))]
    claims[-1] = {**claims[-1], "low": 511, "high": 511}

    assert derived(*claims) == []


def test_two_sources_with_the_same_figures_copy_each_other() -> None:
    """Of one thing, equal figures day by day are one count; of two things they say nothing."""
    copied = derived(*series("Army", Fraction(1), "killed"), *series("Post", Fraction(1), "killed"))
    chance = derived(*series("Army", Fraction(1), "killed"), *series("Post", Fraction(1)))

    assert [f.multiple for f in copied] == [1]
    assert chance == []
