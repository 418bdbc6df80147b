"""Laws of dossiers that grow: what shares nothing is solved once, with the same result (§16)."""

from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from typing import Any

import pytest
from depth import examples
from grown_claims import HEAD, dossiers, figures, refers_to
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

import claimrecon as cr
from claimrecon.reconciliation.parts import parts_of
from claimrecon.testing.truths.telling import Telling, true_dossiers
from claimrecon.testing.truths.worlds import worlds
from claimrecon.testing.truths.writing import as_written

_RUN = import_module("claimrecon.reconciliation.run")


class GrowingDossier(RuleBasedStateMachine):
    """A dossier to which claims are added, and from which they are withdrawn, again and again."""

    def __init__(self) -> None:
        super().__init__()
        self.claims: list[dict[str, Any]] = []
        self.count = 0
        self.report = cr.reconcile(HEAD)

    @rule(data=st.data())
    def add(self, data: st.DataObject) -> None:
        """Add one claim."""
        claim = data.draw(figures(f"claim-{self.count}", self.claims))
        self.count += 1
        self.report = self.report.add([claim])
        self.claims.append(claim)

    @precondition(lambda self: self.claims)
    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        """Withdraw one claim that no other refers to."""
        free = [c["id"] for c in self.claims if not refers_to(c["id"], self.claims)]
        if free:
            name = data.draw(st.sampled_from(free))
            self.report = self.report.withdraw(name)
            self.claims = [claim for claim in self.claims if claim["id"] != name]

    @invariant()
    def equals_a_fresh_run(self) -> None:
        """Compare with a fresh run, to the last byte, and ask both the same."""
        fresh = cr.reconcile({**HEAD, "claims": self.claims})
        assert self.report.to_dict() == fresh.to_dict()
        assert str(self.report) == str(fresh)
        question: dict[str, Any] = {"place": "Ostmark", "as_of": "2031-03-09"}
        asked = self.report.range("killed", **question)
        assert asked == fresh.range("killed", **question)


GrowingDossier.TestCase.settings = settings(examples(8), stateful_step_count=8)
TestGrowingDossier = GrowingDossier.TestCase


def _written(told: Telling) -> dict[str, Any]:
    """Write a dossier; an end before the start of counting is no dossier's."""
    read = told.read
    if read.since is not None and read.ended is not None and read.ended < read.since.first:
        read = replace(read, ended=None)
    return as_written(read)


@examples(15)
@given(true_dossiers(worlds(), most=6), st.data())
def test_a_dossier_of_any_kind_grows_claim_by_claim_to_what_it_is(
    told: Telling, data: st.DataObject
) -> None:
    """Every feature of a dossier, split anywhere: the rest is added one by one."""
    written = _written(told)
    claims = written["claims"]
    used = {claim.get("ratio_of") for claim in (*claims, *written["assumptions"])}
    late = [claim for claim in claims if claim["id"] not in used]
    late = late[: data.draw(st.integers(0, len(late)))]
    early = [claim for claim in claims if claim not in late]

    report = cr.reconcile({**written, "claims": early})
    for claim in late:
        report = report.add([claim])

    fresh = cr.reconcile({**written, "claims": [*early, *late]})
    assert report.to_dict() == fresh.to_dict()


@examples(15)
@given(dossiers())
def test_parts_come_to_what_the_whole_does(written: Mapping[str, Any]) -> None:
    """Solved in one piece, a dossier comes to the same verdict, findings and ranges (§10).

    But for the figures beside an open end: those of a part are about places that bear on it.
    """
    apart = cr.reconcile(written)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_RUN, "parts_of", lambda record: (record,))
        whole = cr.reconcile(written)

    one, other = apart.to_dict(), whole.to_dict()
    for asked in (*one["ranges"], *other["ranges"]):
        del asked["highest_stated"], asked["lowest_stated"]
    assert one == other


@examples(8)
@given(true_dossiers(worlds(), most=4))
def test_parts_of_any_dossier_come_to_what_the_whole_does(told: Telling) -> None:
    """The same for every feature that a dossier can have."""
    written = _written(told)
    apart = cr.reconcile(written)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_RUN, "parts_of", lambda record: (record,))
        whole = cr.reconcile(written)

    assert apart.verdict == whole.verdict
    assert apart.findings == whole.findings
    assert apart.conditional == whole.conditional
    for mine, theirs in zip(apart.ranges, whole.ranges, strict=True):
        assert (mine.lenient_low, mine.lenient_high) == (theirs.lenient_low, theirs.lenient_high)


@examples(15)
@given(dossiers())
def test_every_claim_is_in_one_part(written: Mapping[str, Any]) -> None:
    """Nothing is lost or told twice, and districts fall apart where nothing ties them."""
    report = cr.reconcile(written)
    parts = parts_of(report.inquiry.record)

    names = [claim.id for part in parts for claim in part.dossier.claims]
    assert sorted(names) == sorted(claim.id for claim in report.dossier.claims)
    for part in parts:
        found = {claim.scope.place.outer for claim in part.dossier.claims if claim.binds}
        linked = any(claim.relays or claim.supersedes for claim in part.dossier.claims)
        if len(found) > 1 and not linked:
            assert ("Ostmark",) in found or any(
                c.ratio_of or c.derived_from or c.statement for c in part.dossier.claims
            )
