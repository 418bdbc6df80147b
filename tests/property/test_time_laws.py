"""Laws of time: a history is what was knowable day by day, a comparison says why it moved (§17)."""

from collections.abc import Mapping
from typing import Any, Final

from depth import examples
from grown_claims import HEAD, dossiers, figures
from hypothesis import given
from hypothesis import strategies as st

import claimrecon as cr
from claimrecon.findings import Interval

SOME: Final = examples(15)
ASKED: Final[dict[str, Any]] = {"place": "Ostmark", "as_of": "2031-03-09"}


def _ends(asked: cr.PossibleRange) -> tuple[Interval | None, Interval | None]:
    """Return what is left possible, to the letter and allowing for rounding."""
    pairs = ((asked.strict_low, asked.strict_high), (asked.lenient_low, asked.lenient_high))
    strict, lenient = (
        None if low is None or high is None else (low.value, high.value) for low, high in pairs
    )
    return strict, lenient


@SOME
@given(dossiers(), st.sampled_from(("killed", "casualties")))
def test_a_day_of_a_history_is_a_run_of_what_was_known_by_then(
    written: Mapping[str, Any], measure: str
) -> None:
    """Verdict and range of every day are those of ``reconcile(known_by=...)``."""
    report = cr.reconcile(written)

    history = report.history(measure, **ASKED)

    public = sorted({claim["reported_on"] for claim in written["claims"]})
    assert [day.day.isoformat() for day in history.days] == public
    for day in history.days:
        known = cr.reconcile(written, known_by=day.day.isoformat())
        assert day.verdict is known.verdict
        assert (day.strict, day.lenient) == _ends(known.range(measure, **ASKED))
    told = [name for day in history.days for name in day.claims]
    assert sorted(told) == sorted(claim["id"] for claim in written["claims"])


@SOME
@given(dossiers())
def test_a_report_does_not_differ_from_itself(written: Mapping[str, Any]) -> None:
    """Two runs of one dossier compare as equal, whatever objects they are made of."""
    assert cr.compare(cr.reconcile(written), cr.reconcile(written)).is_empty


@SOME
@given(dossiers(), st.data())
def test_what_moved_is_all_that_moved_and_names_a_claim_that_moved_it(
    written: Mapping[str, Any], data: st.DataObject
) -> None:
    """Findings are matched by id, ranges asked of both; each range names what came, went, changed.

    The reasons are of the right side: what narrowed a range binds in the later report only, or
    otherwise; what widened it, in the earlier one.
    """
    before = cr.reconcile(written)
    after = before.add([data.draw(figures("newcomer", written["claims"]))])

    change = cr.compare(before, after)

    were = {f.id for f in (*before.findings, *before.conditional)}
    are = {f.id for f in (*after.findings, *after.conditional)}
    assert {c.finding.id for c in change.came} == are - were
    assert {c.finding.id for c in change.went} == were - are
    assert {c.finding.id for c in change.changed} <= were & are
    assert change.claims_came == ("newcomer",)
    shown = {moved.after.title: moved for moved in change.ranges}
    for asked in after.ranges:
        old = _ends(before.inquiry.range(asked.scope))
        assert (asked.title in shown) == (old != _ends(asked))
    for moved in change.ranges:
        assert moved.because, moved
    back = cr.compare(after, before)
    assert {c.finding.id for c in back.came} == {c.finding.id for c in change.went}
    assert {m.after.title: m.because for m in back.ranges} == {
        title: moved.because for title, moved in shown.items()
    }


@SOME
@given(dossiers())
def test_no_two_findings_of_a_report_share_an_id(written: Mapping[str, Any]) -> None:
    """An id names one finding, and the same one when claims stand in another order (§16)."""
    report = cr.reconcile(written)
    ids = [finding.id for finding in (*report.findings, *report.conditional)]

    assert len(ids) == len(set(ids))
    assert [entry["id"] for entry in report.to_dict()["findings"]] == ids[: len(report.findings)]
    if any("relays" in c or "supersedes" in c for c in written["claims"]):
        return
    turned = cr.reconcile({**HEAD, "claims": [*reversed(written["claims"])]})
    assert [finding.id for finding in turned.findings] == ids[: len(report.findings)]
