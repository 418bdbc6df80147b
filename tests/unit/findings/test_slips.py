"""Slips: figures that an origin's own figures before and after speak against (§9)."""

from small_dossiers import claim, found, kinds


def test_a_figure_against_those_before_and_after_is_a_slip() -> None:
    """One falls out of the line: the origin's own figures before and after agree against it."""
    report = found(
        claim("a", "Mayor", 5, 90),
        claim("b", "Mayor", 6, 95),
        claim("typo", "Mayor", 7, 9),
        claim("c", "Mayor", 9, 100),
        claim("d", "Mayor", 11, 110),
    )

    assert kinds(report) == [("slip", ("typo", "a", "b"))]


def test_a_slip_may_be_of_a_digit_and_why_says_so() -> None:
    """1,940 written as 1,490: two digits swapped, and the figures beside it agree (§13)."""
    report = found(
        claim("a", "Mayor", 5, 1900),
        claim("b", "Mayor", 6, 1920),
        claim("typo", "Mayor", 7, 1490),
        claim("c", "Mayor", 8, 1945),
    )

    [finding] = report.slips
    assert finding.claims[0] == "typo"
    first = report.why(finding).would_agree_if[0]
    assert (first.claim, first.what.value, first.after) == ("typo", "digit", "1,940")
    assert first.whole_record


def test_a_slip_of_another_measure_is_found_through_the_sum() -> None:
    """More killed than killed and wounded together, on a day between two that fit (§3, §9)."""
    report = found(
        claim("before", "Mayor", 5, 100, measure="casualties"),
        claim("typo", "Mayor", 6, 900),
        claim("after", "Mayor", 7, 120, measure="casualties"),
        claim("later", "Mayor", 9, 40),
    )

    assert [(f.kind.value, f.claims[0]) for f in report.findings if f.kind != "apparent"] == [
        ("revision", "typo")
    ]


def test_an_origin_that_says_nothing_else_has_no_slip() -> None:
    """One figure agrees with itself; another origin's figures are no evidence of a slip (§9)."""
    report = found(
        claim("a", "Governor", 5, 90),
        claim("alone", "Mayor", 7, 9),
        claim("c", "Governor", 9, 100),
    )

    assert report.slips == ()
    assert [f.claims for f in report.contradictions] == [("a", "alone")]
