"""Laws of the exports: other solvers, given the rows, come to the same verdict (§11)."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import highspy
import z3
from grown_claims import dossiers
from hypothesis import given, settings
from hypothesis import strategies as st

import claimrecon as cr
from claimrecon.linear import Point, decide
from claimrecon.report import SystemView
from claimrecon.testing.truths.telling import Telling, lying, true_dossiers
from claimrecon.testing.truths.worlds import worlds
from claimrecon.testing.truths.writing import as_written

SOME: Final = settings(max_examples=int(os.environ.get("CLAIMRECON_DOSSIERS", "15")))
"""How many dossiers each law draws; ``make check-exact`` draws a thousand."""


@st.composite
def reports(draw: st.DrawFn) -> cr.Report:
    """Draw a report on figures that mostly clash, of any kind, or as people write them."""
    if draw(st.booleans()):
        return cr.reconcile(draw(dossiers()))
    told: Telling = draw(true_dossiers(worlds(), most=5))
    count = len(told.read.claims)
    numbers = draw(st.lists(st.integers(0, 90), min_size=count, max_size=count))
    written = as_written(lying(told.read, numbers))
    return cr.reconcile({key: part for key, part in written.items() if key != "ended"})


def _views(report: cr.Report) -> tuple[SystemView, SystemView]:
    return report.system, report.system.strict


@SOME
@given(reports())
def test_z3_says_the_same_of_the_smt_lib_export(report: cr.Report) -> None:
    """An exact solver of another kind agrees, and its core cannot hold by our own check either."""
    for view in _views(report):
        solver = z3.Solver()
        solver.from_string(view.to_smtlib())
        answer = decide(view.linear)

        assert solver.check() == (z3.sat if isinstance(answer, Point) else z3.unsat)
        if solver.check() == z3.unsat:
            core = {str(name) for name in solver.unsat_core()}
            rows = zip(view.rows, view.linear.rows, strict=True)
            owners = {row.owner for made, row in rows if made.name in core and row.owner}
            assert not isinstance(decide(view.linear.of(owners)), Point)


@SOME
@given(reports())
def test_the_lp_export_holds_the_rows_that_were_solved(report: cr.Report) -> None:
    """HiGHS reads back every variable and every row, with its coefficients and its bound."""
    for view in _views(report):
        with TemporaryDirectory() as folder:
            path = Path(folder, "rows.lp")
            path.write_text(view.to_lp(), encoding="utf-8")
            solver = highspy.Highs()  # type: ignore[no-untyped-call]
            solver.setOptionValue("output_flag", False)  # noqa: FBT003 - its own call
            solver.readModel(str(path))
        lp = solver.getLp()
        used = [name for name in view.variables if name in lp.col_names_]

        assert len(lp.row_names_) == len(view.rows)
        assert sorted(used) == sorted(set(lp.col_names_))
        assert list(lp.row_lower_) == [float(row.bound) for row in view.linear.rows]
        assert list(lp.col_lower_) == [0.0] * len(lp.col_names_)


@SOME
@given(reports())
def test_the_verdict_is_that_of_the_rows(report: cr.Report) -> None:
    """A contradiction is rows that cannot hold leniently; without one, they can."""
    can_hold = isinstance(decide(report.system.linear), Point)

    assert (report.verdict == "contradiction") == (not can_hold)
