"""Repairs: the fewest figures to set aside, and what they cannot tell (§13)."""

from small_dossiers import claim, found

from claimrecon.findings import Speech, blame
from claimrecon.report import Report


def told(report: Report) -> list[str]:
    """Say in words what each part's repairs come to."""
    speech = Speech(report.dossier, {c.id: c for c in report.dossier.claims})
    return [blame(part, speech) for part in report.repairs().parts]


def test_either_of_two_may_be_wrong_and_that_is_said() -> None:
    """The figures cannot tell which (§15)."""
    report = found(claim("a", "Mayor", 5, 90), claim("b", "Governor", 9, 70))

    [part] = report.repairs().parts
    assert part.sets == (("a",), ("b",))
    assert part.alike == (("a", "b"),)
    assert told(report) == [
        "Either the “90” of Mayor or the “70” of Governor: these figures cannot tell which."
    ]


def test_a_bad_row_is_in_every_smallest_repair() -> None:
    """It clashes with two that agree: set aside, the rest holds."""
    report = found(
        claim("bad", "Mayor", 5, 900), claim("b", "Governor", 9, 70), claim("c", "Army", 12, 80)
    )

    repairs = report.repairs()
    assert [repairs.role(name) for name in ("bad", "b", "c")] == ["every", "no", "no"]
    assert told(report) == ["The fewest figures to set aside: the “900” of Mayor."]


def test_the_least_reliable_figure_goes_first_where_all_are_graded() -> None:
    """A against E: the repair that gives up E stands first (§13)."""
    sources = {
        "Mayor": {"name": "Mayor", "reliability": "A"},
        "Governor": {"name": "Governor", "reliability": "E"},
    }
    report = found(claim("a", "Mayor", 5, 90), claim("b", "Governor", 9, 70), sources=sources)

    [part] = report.repairs().parts
    assert part.is_graded
    assert part.sets == (("b",), ("a",))
    assert report.contradictions[0].repairs == (("b",), ("a",))


def test_what_cannot_be_judged_is_no_low_grade() -> None:
    """F stands beside every grade, below none: then ids order, and nobody is preferred (§15)."""
    sources = {
        "Mayor": {"name": "Mayor", "reliability": "A"},
        "Governor": {"name": "Governor", "reliability": "F"},
    }
    report = found(claim("a", "Mayor", 5, 90), claim("b", "Governor", 9, 70), sources=sources)

    [part] = report.repairs().parts
    assert not part.is_graded
    assert part.sets == (("a",), ("b",))


def test_conflicts_that_share_nobody_are_repaired_apart() -> None:
    """Two parts, each with its own ways: 2 × 2 smallest repairs of two figures."""
    report = found(
        claim("a", "Mayor", 5, 90),
        claim("b", "Governor", 9, 70),
        claim("c", "Mayor", 5, 90, measure="captured"),
        claim("d", "Governor", 9, 70, measure="captured"),
    )

    repairs = report.repairs()
    assert (repairs.size, repairs.count) == (2, 4)
