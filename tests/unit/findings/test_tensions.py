"""Tensions: sets of several origins that hold only with rounding (§9)."""

from small_dossiers import claim, found, kinds


def test_a_set_that_holds_only_leniently_is_a_tension_of_two_origins() -> None:
    """1,000 and 990 differ by rounding alone (§8, §9)."""
    one = {**claim("a", "Mayor", 5, 1000), "exact": False}
    report = found(one, claim("b", "Governor", 9, 990))

    assert kinds(report) == [("tension", ("a", "b"))]
    assert report.verdict == "tension"


def test_an_origin_is_not_in_tension_with_its_own_rounding() -> None:
    """The same two figures of one origin make no finding at all (§9)."""
    one = {**claim("a", "Mayor", 5, 1000), "exact": False}
    report = found(one, claim("b", "Mayor", 9, 990))

    assert kinds(report) == []


def test_a_tension_is_not_also_a_contradiction_and_is_minimal() -> None:
    """1,000 beside 990 and 985: two pairs, the wider first (§10, §12)."""
    report = found(
        {**claim("a", "Mayor", 5, 1000), "exact": False},
        claim("b", "Governor", 9, 990),
        claim("c", "Army", 7, 985),
    )

    assert [f.claims for f in report.tensions] == [("a", "c"), ("a", "b")]
    assert report.contradictions == ()


def test_a_tension_says_that_rounding_mends_it_and_proves_the_rest() -> None:
    """Its proof is of the strict reading (§11)."""
    report = found({**claim("a", "Mayor", 5, 1000), "exact": False}, claim("b", "Governor", 9, 990))

    [finding] = report.tensions
    assert "if rounding is allowed for" in finding.explanation
    assert finding.proof is not None
    assert finding.proof.verify()
    assert finding.gap == 10
