"""What a report works out only when it is asked for in full: rereadings, and every account."""

from dataclasses import replace

from claimrecon.findings import Finding, has_reasons
from claimrecon.findings.rereadings import Rereading
from claimrecon.linear import UndecidedError
from claimrecon.report.content import Content


def with_accounts(content: Content) -> Content:
    """Return the report with a range for each account, where the claims clash."""
    ranges = tuple(
        content.inquiry.range(asked.scope)
        if asked.lenient is None and not asked.accounts
        else asked
        for asked in content.ranges
    )
    return replace(content, ranges=ranges)


def rereadings_of(content: Content, finding: Finding) -> tuple[Rereading, ...] | None:
    """Return the rereadings of one claim that would resolve a finding.

    ``None`` where it is of a kind that has none, and where they are undecided.
    """
    if not has_reasons(finding):
        return None
    try:
        return content.reasons.why(finding).would_agree_if
    except UndecidedError:
        return None
