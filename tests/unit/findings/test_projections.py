"""Implausible projections: forecasts that the record leaves no room for (§7, §9)."""

from small_dossiers import claim, found, kinds


def test_a_projection_is_tested_and_does_not_bind() -> None:
    """It is implausible where it cannot hold with the record, and the verdict does not change."""
    report = found(
        claim("ahead", "Institute", 5, 500, evidence="projection", as_of="2025-01-20"),
        claim("toll", "Governor", 20, 70),
    )

    assert kinds(report) == [("implausible projection", ("ahead", "toll"))]
    assert report.verdict == "compatible"


def test_a_projection_is_tested_alone() -> None:
    """Two forecasts that exclude each other are both possible beside the record (§7)."""
    report = found(
        claim("low", "Institute", 5, 80, evidence="projection", as_of="2025-01-20"),
        claim("high", "Institute", 5, 500, evidence="projection", as_of="2025-01-20"),
        claim("toll", "Governor", 10, 70),
    )

    assert kinds(report) == []


def test_why_a_projection_fails_is_told_like_a_conflict() -> None:
    """Taken of a wider population, the forecast would fit (§13)."""
    report = found(
        claim("toll", "Governor", 20, 70, population="Guards"),
        claim(
            "ahead",
            "Institute",
            5,
            500,
            population="Guards",
            evidence="projection",
            as_of="2025-01-20",
        ),
        populations={"Army": {"Guards": {}}},
    )

    [finding] = report.projections
    first = report.why(finding).would_agree_if[0]
    assert (first.claim, first.what.value, first.after) == ("ahead", "population", "Army")
