"""Revisions: what an origin's own later figures replace (§9)."""

from fractions import Fraction

from small_dossiers import claim, found, kinds


def test_a_later_lower_total_of_one_origin_is_a_revision() -> None:
    """What an origin's later word replaces is set aside in a finding, and conflicts with nobody."""
    report = found(claim("first", "Mayor", 5, 90), claim("second", "Mayor", 9, 70))

    assert kinds(report) == [("revision", ("first", "second"))]
    assert report.verdict == "compatible"


def test_of_two_figures_that_clash_the_earlier_is_replaced_whatever_comes_later() -> None:
    """90, then 9, then 100: as few fit without the first as without the second (§9)."""
    report = found(
        claim("a", "Mayor", 5, 90), claim("b", "Mayor", 7, 9), claim("c", "Mayor", 9, 100)
    )

    assert kinds(report) == [("revision", ("a", "b"))]


def test_declared_revisions_only_leaves_a_contradiction_of_one_origin() -> None:
    """With the inference off, both stand (§9)."""
    claims = (claim("first", "Mayor", 5, 90), claim("second", "Mayor", 9, 70))

    assert kinds(found(*claims, revisions="declared")) == [("contradiction", ("first", "second"))]
    replaced = (claims[0], {**claims[1], "supersedes": ["first"]})
    assert kinds(found(*replaced, revisions="declared")) == [("revision", ("first", "second"))]


def test_rows_of_one_statement_fall_together() -> None:
    """A table that is half replaced is replaced: its rows stand or fall together (§9)."""
    report = found(
        claim("killed", "Mayor", 5, 90, statement="table"),
        claim("deaths", "Mayor", 5, 95, measure="deaths", statement="table"),
        claim("later", "Mayor", 9, 70),
    )

    assert {f.claims[0] for f in report.findings if f.kind == "revision"} == {"deaths", "killed"}


def test_a_figure_of_another_origin_is_no_revision() -> None:
    """Two origins contradict each other, whoever spoke last; size and repairs are given (§12)."""
    report = found(claim("a", "Mayor", 5, 90), claim("b", "Governor", 9, 70))

    [finding] = report.contradictions
    assert (finding.claims, finding.origins) == (("a", "b"), ("Governor", "Mayor"))
    assert (finding.gap, finding.factor) == (Fraction(20), Fraction(9, 7))
    assert finding.repairs == (("a",), ("b",))
    assert finding.proof is not None
    assert finding.proof.verify()


def test_the_figures_of_one_story_are_told_together() -> None:
    """Three totals that one later figure replaces are one story (§10)."""
    report = found(
        claim("a", "Mayor", 3, 90),
        claim("b", "Mayor", 5, 95),
        claim("c", "Mayor", 7, 99),
        claim("d", "Mayor", 9, 70),
        claim("e", "Mayor", 11, 72),
        claim("f", "Mayor", 13, 74),
    )

    assert [f.claims[0] for f in report.revisions] == ["a", "b", "c"]
    assert {f.story for f in report.revisions} == {1}
    assert len(report.things) == 1


def test_a_revision_says_what_it_would_contradict_if_it_stood() -> None:
    """Another origin's 75 is above what the mayor's first figure allows (§9)."""
    report = found(
        claim("first", "Mayor", 5, 60),
        claim("second", "Mayor", 5, 80, said_on="2025-01-08"),
        claim("other", "Governor", 4, 75),
    )

    [finding] = report.revisions
    assert finding.claims == ("first", "second")
    assert finding.would_contradict == (("first", "other"),)
    assert "1 would contradict" in report.sentence


def test_figures_replaced_by_declaration_are_set_aside_with_their_echoes() -> None:
    """What an origin withdraws is withdrawn however often others repeat it (§9)."""
    report = found(
        claim("first", "Mayor", 5, 90),
        claim("again", "Mayor", 5, 90, via=["Paper"], relays="first"),
        claim("second", "Mayor", 9, 70, supersedes=["first"]),
        revisions="declared",
    )

    assert kinds(report) == [("revision", ("first", "second")), ("echo", ("first", "again"))]
    assert report.verdict == "compatible"


def test_of_equally_good_ways_the_earlier_figures_go() -> None:
    """90 and 95, then 40 and 45: two go either way, and the earlier two do (§9)."""
    report = found(
        claim("a", "Mayor", 3, 90),
        claim("b", "Mayor", 5, 95),
        claim("c", "Mayor", 7, 40),
        claim("d", "Mayor", 9, 45),
    )

    assert [f.claims[0] for f in report.revisions] == ["a", "b"]


def test_figures_of_one_day_of_which_either_would_do_are_all_set_aside() -> None:
    """Two parts are too many for a later whole: nothing says which of them was wrong (§9)."""
    report = found(
        claim("north", "Mayor", 5, 50, place="north"),
        claim("south", "Mayor", 5, 50, place="south"),
        claim("both", "Mayor", 9, 70, place="region"),
        places={"region": {"north": {}, "south": {}}},
    )

    assert report.verdict == "compatible"
    assert {f.claims[0] for f in report.findings if f.kind == "revision"} == {"north", "south"}
