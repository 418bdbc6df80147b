"""Apparent conflicts: figures about different things (§9)."""

from small_dossiers import claim, found


def test_growth_between_two_totals_is_said() -> None:
    """Two totals of two days differ for a reason: the time; in between it must have grown (§9)."""
    report = found(claim("a", "Mayor", 5, 70), claim("b", "Governor", 9, 90))

    [finding] = [f for f in report.findings if f.kind == "apparent"]
    assert finding.differs == ("time",)
    assert "at least 20" in finding.explanation


def test_killed_beside_casualties_is_no_conflict_and_says_what_differs() -> None:
    """4,000 casualties and 300 killed (§9)."""
    report = found(
        claim("c", "Mayor", 5, 4000, measure="casualties"), claim("k", "Governor", 5, 300)
    )

    [finding] = report.apparent
    assert (finding.claims, finding.differs) == (("c", "k"), ("measure",))
    assert report.verdict == "compatible"


def test_figures_that_count_none_of_the_same_people_are_not_set_side_by_side() -> None:
    """Killed beside wounded look like no conflict to anybody (§9)."""
    report = found(claim("k", "Mayor", 5, 300), claim("w", "Governor", 5, 900, measure="wounded"))

    assert report.apparent == ()


def test_two_long_series_draw_one_apparent_finding_not_hundreds() -> None:
    """At most one for each pair of origins and of what they count: the nearest in time (§9)."""
    report = found(
        *(claim(f"m{day}", "Mayor", day, 100 * day) for day in range(1, 10)),
        *(claim(f"g{day}", "Governor", day, 100 * day + 50) for day in range(1, 10)),
    )

    assert len(report.apparent) <= 1


def test_a_documented_count_beside_an_assertion_differs_in_how_it_is_known() -> None:
    """40 bodies, and 100 said to be dead: both may be true (§7, §9)."""
    report = found(
        claim("bodies", "Coroner", 5, 40, evidence="documented"), claim("said", "Mayor", 5, 100)
    )

    [finding] = report.apparent
    assert finding.differs == ("evidence",)
