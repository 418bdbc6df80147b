"""The report: what a reconciliation found, and its renderings.

``Report`` is what ``claimrecon.reconcile`` returns. It decides nothing: findings and ranges come
to it finished, and it lays them out as text, HTML, plain values and sums that a person can check.

=======================  ==========================================================
``content``              what a report holds
``words``, ``naming``    sources, scopes, days and numbers as a reader would say them
``things``, ``brief``    findings in the order of reading; one story is one thing
``claims``, ``ranges``   the two tables
``sums``, ``proofs``     proofs in words, and line by line
``layout``, ``text``     one screen
``view``, ``details``    what a full rendering says: quoted claims, ways out, sums
``html``, ``page``       for a notebook, and as a page of its own
``markdown``             the same as Markdown
``pictures``, ``course`` what the pictures show
``plot``                 drawn as SVG, and on an axis of matplotlib
``methods``              how the answer was come by, from what was done
``tables``, ``cards``    columns for data frames; one thing to share
``values``, ``plain``    plain values
``notices``              a notice as plain values
``schema``               what they look like
``questions``            what can be asked of a report; worked out when it is asked
``whatif``               the dossier, changed in one place
``history``              verdict and range, day after day
``comparing``            what changed from one report to another
``inspection``           the rows that were solved, and their exports
``check``                how the claims of a file were read
=======================  ==========================================================
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimrecon.report.check import check_text, check_values
    from claimrecon.report.comparing import Comparison, FindingChange, RangeChange, compare
    from claimrecon.report.content import Content, Inquiry
    from claimrecon.report.history import History, HistoryDay
    from claimrecon.report.inspection import RowView, SystemView
    from claimrecon.report.plain import range_values
    from claimrecon.report.ranges import range_text
    from claimrecon.report.report import Report
    from claimrecon.report.schema import report_schema
    from claimrecon.report.things import Thing
else:
    from claimrecon import ondemand

    __getattr__, __dir__ = ondemand.on_demand(
        __name__,
        {
            "claimrecon.report.check": ("check_text", "check_values"),
            "claimrecon.report.comparing": (
                "Comparison",
                "FindingChange",
                "RangeChange",
                "compare",
            ),
            "claimrecon.report.content": ("Content", "Inquiry"),
            "claimrecon.report.history": ("History", "HistoryDay"),
            "claimrecon.report.inspection": ("RowView", "SystemView"),
            "claimrecon.report.plain": ("range_values",),
            "claimrecon.report.ranges": ("range_text",),
            "claimrecon.report.report": ("Report",),
            "claimrecon.report.schema": ("report_schema",),
            "claimrecon.report.things": ("Thing",),
        },
    )

__all__ = [
    "Comparison",
    "Content",
    "FindingChange",
    "History",
    "HistoryDay",
    "Inquiry",
    "RangeChange",
    "Report",
    "RowView",
    "SystemView",
    "Thing",
    "check_text",
    "check_values",
    "compare",
    "range_text",
    "range_values",
    "report_schema",
]
