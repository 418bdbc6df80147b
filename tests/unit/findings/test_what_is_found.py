"""Findings of small dossiers: origins first, then the record (§9-§14)."""

from fractions import Fraction
from typing import Any

import claimrecon as cr
from claimrecon.claims import ReadClaim
from claimrecon.findings import Record, possible_range


def claim(name: str, source: str, day: int, low: int, high: int | None = None, **rest: Any) -> Any:
    """Return a claim of killed in January, told on a day of it; without *high* a bare number."""
    number = {"low": low, "high": low if high is None else high, "exact": True}
    return {
        "id": name,
        "source": source,
        "reported_on": f"2025-01-{day:02}",
        "measure": "killed",
        "as_of": f"2025-01-{day:02}",
        **number,
        **rest,
    }


def found(*claims: Any, **options: Any) -> cr.Report:
    """Reconcile the claims of a dossier that starts on 1 January."""
    return cr.reconcile({"claimrecon": 1, "since": "2025-01-01", "claims": list(claims)}, **options)


def kinds(report: cr.Report) -> list[tuple[str, tuple[str, ...]]]:
    """Return kind and claims of every finding but apparent ones."""
    return [(f.kind.value, f.claims) for f in report.findings if f.kind != "apparent"]


def test_a_later_lower_total_of_one_origin_is_a_revision() -> None:
    """What an origin's later word replaces is set aside in a finding, and conflicts with nobody."""
    report = found(claim("first", "Mayor", 5, 90), claim("second", "Mayor", 9, 70))

    assert kinds(report) == [("revision", ("first", "second"))]
    assert report.verdict == "compatible"


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


def test_an_echo_counts_once_and_says_what_it_lost() -> None:
    """Who relays "at least 300" as 300 does not make a ceiling of it (§9)."""
    said = claim("said", "Mayor", 5, 300)
    del said["high"]
    report = found(
        said,
        claim("told", "Mayor", 5, 300, via=["Paper"], relays="said"),
        claim("more", "Governor", 5, 400),
    )

    assert kinds(report) == [("echo", ("said", "told"))]
    [echo] = [f for f in report.findings if f.kind == "echo"]
    assert echo.changed == {"told": ("hedge",)}
    assert [set(clash) for clash in echo.would_contradict] == [{"more", "told"}]


def test_two_totals_of_a_conflict_leave_one_range_for_each_account() -> None:
    """Nothing is averaged: hold on to the one, or to the other (§14)."""
    report = found(claim("a", "Mayor", 5, 90), claim("b", "Governor", 5, 70))

    asked = report.range("killed", as_of="2025-01-05")

    assert {a.keeps: a.lenient for a in asked.accounts} == {
        ("a",): (Fraction(90), Fraction(90)),
        ("b",): (Fraction(70), Fraction(70)),
    }
    assert (asked.lenient_low, asked.lenient_high) == (None, None)


def test_a_range_says_whom_its_ends_hinge_on() -> None:
    """And what they become without each (§14)."""
    report = found(
        claim("floor", "Mayor", 5, 50, 500),
        claim("ceiling", "Governor", 9, 60, 90),
    )

    asked = report.range("killed", as_of="2025-01-05")

    assert asked.lenient_low is not None
    assert asked.lenient_high is not None
    assert [asked.lenient_low.value, asked.lenient_high.value] == [Fraction(50), Fraction(90)]
    assert dict(asked.lenient_low.without) == {"floor": 0}
    assert dict(asked.lenient_high.without) == {"ceiling": 500}


def test_an_end_of_nothing_has_no_proof_that_fails() -> None:
    """Where nobody is certainly counted, zero is the low end, and what is shown for it checks."""
    about = claim("a", "Mayor", 5, 90, measure={"inner": None, "outer": "wounded"})
    dossier = cr.load({"since": "2025-01-01", "claims": [about]}).read()
    asked = dossier.claim("a")
    assert isinstance(asked, ReadClaim)

    low = possible_range(Record(dossier), asked.scope).lenient_low

    assert low is not None
    assert low.value == 0
    assert low.proof is None or low.proof.verify()


def test_a_projection_is_tested_and_does_not_bind() -> None:
    """It is implausible where it cannot hold with the record, and the verdict does not change."""
    report = found(
        claim("ahead", "Institute", 5, 500, evidence="projection", as_of="2025-01-20"),
        claim("toll", "Governor", 20, 70),
    )

    assert kinds(report) == [("implausible projection", ("ahead", "toll"))]
    assert report.verdict == "compatible"


def test_growth_between_two_totals_is_said() -> None:
    """Two totals of two days differ for a reason: the time; in between it must have grown (§9)."""
    report = found(claim("a", "Mayor", 5, 70), claim("b", "Governor", 9, 90))

    [finding] = [f for f in report.findings if f.kind == "apparent"]
    assert finding.differs == ("time",)
    assert "at least 20" in finding.explanation
