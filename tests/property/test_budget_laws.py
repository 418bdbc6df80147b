"""A budget that ends anywhere costs answers, never a wrong one, and never the report."""

import pytest
from depth import examples
from hypothesis import given
from hypothesis import strategies as st

import claimrecon as cr
from claimrecon.findings import FindingKind, Verdict
from claimrecon.linear import Budget, UndecidedError
from claimrecon.reconciliation.options import Options
from claimrecon.testing import Case, cases


class Counted(Budget):
    """A budget of so many looks at the clock."""

    __slots__ = ("_left",)

    def __init__(self, looks: int) -> None:
        super().__init__(None)
        self._left = looks

    def check(self) -> None:
        """Raise after the last look, and from then on."""
        self._left -= 1
        if self._left < 0:
            raise UndecidedError("no look is left.")


@examples(60)
@given(cases(lie=True, echo=True, revision=True), st.integers(0, 12).map(lambda p: 2**p - 1))
def test_a_budget_that_ends_anywhere_never_changes_an_answer(case: Case, looks: int) -> None:
    """The verdict is the same or undecided; what is told is told by the full report too."""
    full = cr.reconcile(case.dossier)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Options, "clock", lambda _: Counted(looks))
        cut = cr.reconcile(case.dossier)

    assert cut.verdict in {full.verdict, Verdict.UNDECIDED}
    for kind in (FindingKind.CONTRADICTION, FindingKind.TENSION):
        assert {f.id for f in cut.of_kind(kind)} <= {f.id for f in full.of_kind(kind)}
    known = {asked.scope: asked for asked in full.ranges}
    for asked in cut.ranges:
        if not asked.undecided:
            assert asked == known[asked.scope]
