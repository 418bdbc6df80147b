"""Casualty figures that disagree: which cannot all be true, by how much, why, and what is left.

Three ideas are enough to begin: a *claim* (who said which figure about whom, where and when), a
*conflict* (claims that cannot all be true) and a *range* (what they leave possible)::

    import claimrecon as cr

    report = cr.reconcile(
        [
            cr.claim("4,000 casualties", by="Volodymyr Zelenskyy", on="9 Jan 2025"),
            cr.claim("at least 300 killed", by="South Korean intelligence", on="13 Jan 2025"),
        ]
    )
    print(report)

Every answer carries a proof that can be checked without this library's solver.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimrecon.dossier import Assumption, Claim, Dossier, claim, load
    from claimrecon.errors import ClaimReconError, DossierError, Notice, Problem
    from claimrecon.extraction import Drafts, drafts_from_jsonl, read
    from claimrecon.findings import Finding, FindingKind, PossibleRange, Verdict
    from claimrecon.linear import Proof, UndecidedError
    from claimrecon.quantities import CountInterval
    from claimrecon.reconciliation import reconcile
    from claimrecon.report import Report, compare
else:
    from claimrecon import ondemand

    __getattr__, __dir__ = ondemand.on_demand(
        __name__,
        {
            "claimrecon.dossier": ("Assumption", "Claim", "Dossier", "claim", "load"),
            "claimrecon.errors": ("ClaimReconError", "DossierError", "Notice", "Problem"),
            "claimrecon.extraction": ("Drafts", "drafts_from_jsonl", "read"),
            "claimrecon.findings": ("Finding", "FindingKind", "PossibleRange", "Verdict"),
            "claimrecon.linear": ("Proof", "UndecidedError"),
            "claimrecon.quantities": ("CountInterval",),
            "claimrecon.reconciliation": ("reconcile",),
            "claimrecon.report": ("Report", "compare"),
        },
    )

__all__ = [
    "Assumption",
    "Claim",
    "ClaimReconError",
    "CountInterval",
    "Dossier",
    "DossierError",
    "Drafts",
    "Finding",
    "FindingKind",
    "Notice",
    "PossibleRange",
    "Problem",
    "Proof",
    "Report",
    "UndecidedError",
    "Verdict",
    "claim",
    "compare",
    "drafts_from_jsonl",
    "load",
    "read",
    "reconcile",
]
