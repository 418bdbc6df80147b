"""A counter started again: declared it clashes with nothing, undeclared it is proposed (§13)."""

from typing import Any

import claimrecon as cr

BEFORE = {"2024-11-20": 3558, "2024-11-28": 3961, "2024-12-04": 4047}
AFTER = {"2026-03-03": 40, "2026-03-04": 72, "2026-03-05": 123, "2026-03-09": 486}
"""Killed in Lebanon, as its Ministry of Public Health told them: two counts, one word."""


def total(day: str, number: int, **rest: Any) -> dict[str, Any]:
    """Return a running total of killed of that day."""
    return {
        "id": f"to-{day}",
        "source": "Ministry",
        "reported_on": day,
        "as_of": day,
        "measure": "killed",
        "low": number,
        "high": number,
        "exact": True,
        **rest,
    }


def reconciled(*, later: dict[str, int] | None = None, **restart: Any) -> cr.Report:
    """Reconcile both series, the later one counted from *since*, if given."""
    claims = [total(day, number) for day, number in BEFORE.items()]
    claims += [total(day, number, **restart) for day, number in (later or AFTER).items()]
    return cr.reconcile({"claimrecon": 1, "since": "2023-10-08", "claims": claims})


def test_a_declared_restart_clashes_with_nothing() -> None:
    """Another start of counting is another scope (§5)."""
    report = reconciled(since="2026-03-02")

    assert report.verdict == "compatible"
    assert report.revisions == report.slips == ()


def test_an_undeclared_restart_is_proposed_for_every_figure_it_sets_aside() -> None:
    """Three figures are set aside in one story, and the first hypothesis is a new counter."""
    report = reconciled()

    assert [f.claims[0] for f in report.revisions] == [f"to-{day}" for day in BEFORE]
    assert {f.story for f in report.revisions} == {1}
    for finding in report.revisions:
        first = report.why(finding).would_agree_if[0]
        assert (first.claim, first.what.value) == ("to-2026-03-03", "since")
        assert first.after == "a later start, in 5 Dec 2024 - 3 Mar 2026"
        assert first.whole_record
        assert "began to count again after 4 Dec 2024" in first.explanation


def test_one_low_figure_is_no_restart() -> None:
    """A total that goes on as before a day later was mistyped, not started again."""
    report = reconciled(later={"2024-12-05": 404, "2024-12-06": 4050, "2024-12-07": 4060})

    [finding] = report.slips
    assert finding.claims[0] == "to-2024-12-05"
    assert not any("began to count" in r.explanation for r in report.why(finding).would_agree_if)


def test_what_another_source_says_may_forbid_the_restart() -> None:
    """It mends the origin's own figures, and is marked as not mending the whole record."""
    claims = [total(day, number) for day, number in {**BEFORE, **AFTER}.items()]
    claims.append(total("2024-10-01", 9000, id="un", source="UN"))
    report = cr.reconcile({"claimrecon": 1, "since": "2023-10-08", "claims": claims})

    finding = report.revisions[0]

    [restart] = [r for r in report.why(finding).would_agree_if if "began to count" in r.explanation]
    assert not restart.whole_record
