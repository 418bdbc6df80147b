"""The front door: a dossier in, a report out."""

from collections.abc import Collection

from claimrecon.dossier import Dossier, load
from claimrecon.dossier.files import Source
from claimrecon.reconciliation.inquiry import reported
from claimrecon.reconciliation.options import Options, rules_off
from claimrecon.report import Report


def reconcile(
    source: Source | Dossier,
    *,
    known_by: str | None = None,
    codebook: str | None = None,
    budget: float | None = None,
    revisions: str = "inferred",
    limit: int = 1000,
    without_rules: Collection[str] = (),
    detail: str = "all",
) -> Report:
    """Reconcile the claims of *source* and report what they come to.

    Parameters
    ----------
    source
        A dossier, a path to one, an open file, a mapping of the file format, or a list of claims.
    known_by
        Keep only what had been made public by the end of that day (§17).
    codebook
        Read words by this codebook instead of the dossier's own (§8).
    budget
        Seconds; what is not decided by then is reported as *undecided*, never as possible.
    revisions
        ``"inferred"`` sets aside what an origin's own later figures replace; ``"declared"`` only
        what a claim says it supersedes (§9).
    limit
        How many minimal sets are sought; beyond them the report says that it is truncated (§10).
    without_rules
        Rules of ours to switch off, as ``rests_on`` of a finding names them (§11): ``"ended"``,
        ``"vague-never-falls"``, or ``"nobody_twice"`` for a dossier that assumes it.
    detail
        ``"all"``, or ``"clashes"`` for the verdict with the findings it rests on alone:
        contradictions, tensions, revisions and slips, without ranges. For many dossiers at a time.

    Returns
    -------
    Report
        The verdict, the findings and the ranges, each with its proof.

    Raises
    ------
    DossierError
        If anything in the dossier cannot be used; all problems together.
    ValueError
        If ``revisions`` or ``detail`` is none of its two words, or ``without_rules`` names no rule.

    Examples
    --------
    >>> report = reconcile(
    ...     [
    ...         {"source": "Mayor", "says": "at least 300 killed", "as_of": "9 Jan 2025"},
    ...         {"source": "Governor", "says": "120 killed", "as_of": "12 Jan 2025"},
    ...     ]
    ... )
    >>> report.verdict.value, report.contradictions[0].gap
    ('contradiction', Fraction(175, 1))
    """
    options = Options(known_by, budget, revisions, limit, rules_off(without_rules), detail)
    dossier = source if isinstance(source, Dossier) else load(source)
    if codebook is not None:
        dossier = dossier.model_copy(update={"codebook": codebook})
    return reported(dossier, options)
