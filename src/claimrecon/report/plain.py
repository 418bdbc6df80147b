"""A report as plain values: text, whole numbers, lists and mappings, as the file format says."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from claimrecon.constraints import number_words
from claimrecon.findings import (
    Account,
    End,
    Finding,
    FindingKind,
    PossibleRange,
    Stated,
)
from claimrecon.linear import Proof, Row
from claimrecon.report.content import Content
from claimrecon.report.full import rereadings_of, with_accounts
from claimrecon.report.notices import notice_values
from claimrecon.report.values import interval_values, maybe, number, scope_values

VERSION = 1
"""Of the report's format."""


def report_values(content: Content, *, in_full: bool = False) -> dict[str, Any]:
    """Return the whole report as plain values.

    Parameters
    ----------
    in_full
        Whether to work out what would resolve each conflict, and every account.
    """
    if in_full:
        content = with_accounts(content)
    return {
        "claimrecon": VERSION,
        "title": content.dossier.title,
        "codebook": content.dossier.codebook.name,
        "verdict": str(content.verdict),
        "sentence": content.sentence,
        "findings": [
            finding_values(finding, truncated=content.truncated)
            | ({"would_agree_if": _rereadings(content, finding)} if in_full else {})
            for finding in content.findings
        ],
        "conditional": [finding_values(finding) for finding in content.conditional],
        "ranges": [range_values(asked) for asked in content.ranges],
        "not_used": [notice_values(notice) for notice in content.not_used],
        "warnings": [notice_values(notice) for notice in content.warnings],
        "manifest": dict(sorted(content.manifest.items())),
    }


def finding_values(finding: Finding, *, truncated: bool = False) -> dict[str, Any]:
    """Return a finding as plain values; what its kind does not have is left out.

    Parameters
    ----------
    truncated
        Whether the search for minimal sets stopped at its limit.
    """
    values: dict[str, Any] = {
        "id": finding.id,
        "kind": str(finding.kind),
        "claims": list(finding.claims),
        "assumptions": list(finding.assumptions),
        "origins": list(finding.origins),
        "echoes": {claim: list(ids) for claim, ids in sorted(finding.echoes.items())},
        "gap": None if finding.gap is None else number(finding.gap),
        "factor": None if finding.factor is None else str(finding.factor),
        "rests_on": list(finding.rests_on),
        "explanation": finding.explanation,
        "proof": None if finding.proof is None else proof_values(finding.proof, finding.rules),
        "repairs": [list(repair) for repair in finding.repairs],
        "story": finding.story,
        "truncated": truncated and finding.kind in {FindingKind.CONTRADICTION, FindingKind.TENSION},
        # Looked for in full reports only; an empty list would say that there are none.
        "would_agree_if": None,
    }
    match finding.kind:
        case FindingKind.ECHO:
            values["binds"] = finding.binds
            values["changed"] = {k: list(v) for k, v in sorted(finding.changed.items())}
            values["would_contradict"] = [list(ids) for ids in finding.would_contradict]
        case FindingKind.APPARENT:
            values["differs"] = list(finding.differs)
        case FindingKind.REVISION | FindingKind.SLIP:
            values["would_contradict"] = [list(ids) for ids in finding.would_contradict]
        case _:
            pass
    return values


def _rereadings(content: Content, finding: Finding) -> list[dict[str, Any]] | None:
    found = rereadings_of(content, finding)
    if found is None:
        return None
    return [
        {
            "claim": reread.claim,
            "what": str(reread.what),
            "from": reread.before,
            "to": reread.after,
            "whole_record": reread.whole_record,
        }
        for reread in found
    ]


def proof_values(proof: Proof, rules: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return a proof as rows with multipliers.

    Parameters
    ----------
    rules
        For rows of nobody's, the rule they follow from.
    """
    named = rules or {}
    if proof.claim:
        terms = " + ".join(f"{weight} × {variable}" for variable, weight in proof.claim)
        conclusion = f"{terms} ≥ {number_words(proof.bound)}"
    else:
        conclusion = f"0 ≥ {proof.bound}"
    return {
        "rows": [
            _row_values(row, multiplier, named.get(row.name)) for row, multiplier in proof.terms
        ],
        "conclusion": conclusion,
    }


def _row_values(row: Row, multiplier: Fraction, rule: str | None) -> dict[str, Any]:
    text = row.name.removeprefix(f"{row.owner}: ") if row.owner is not None else row.name
    return {
        "multiplier": str(multiplier),
        "claim": row.owner,
        "rule": (rule or row.name) if row.owner is None else None,
        "coefficients": {variable: str(weight) for variable, weight in row.coefficients},
        "sense": "≥",
        "bound": str(row.bound),
        "text": text.replace(">=", "≥").replace("<=", "≤"),
    }


def range_values(asked: PossibleRange) -> dict[str, Any]:
    """Return one range as plain values: one entry of ``ranges``."""
    lows, highs = (asked.strict_low, asked.lenient_low), (asked.strict_high, asked.lenient_high)
    return {
        "scope": scope_values(asked.scope),
        "title": asked.title,
        "stated": _stated_values(asked.stated),
        "possible": {
            "strict": _pair(asked.strict_low, asked.strict_high),
            "lenient": _pair(asked.lenient_low, asked.lenient_high),
            "low_proof": _proofs(*lows),
            "high_proof": _proofs(*highs),
            "low_without": _without(*lows),
            "high_without": _without(*highs),
        },
        "accounts": [_account_values(account) for account in asked.accounts],
        "accounts_truncated": asked.accounts_truncated,
        "lowest_stated": _figure(asked.lowest_stated),
        "highest_stated": _figure(asked.highest_stated),
        "offers": [
            {"assume": list(offer.assume), "high": number(offer.value)} for offer in asked.offers
        ],
        "undecided": asked.undecided,
    }


def _value(end: End | None) -> int | str | None:
    return None if end is None else maybe(end.value)


def _pair(low: End | None, high: End | None) -> list[int | str | None] | None:
    return None if low is None and high is None else [_value(low), _value(high)]


def _proofs(strict: End | None, lenient: End | None) -> dict[str, Any]:
    return {
        name: proof_values(end.proof, end.rules)
        for name, end in (("strict", strict), ("lenient", lenient))
        if end is not None and end.proof is not None
    }


def _without(strict: End | None, lenient: End | None) -> dict[str, Any]:
    """Return what both ends become without each claim that either of them hinges on.

    An end that does not hinge on a claim stays as it is without it.
    """
    names = sorted({name for end in (strict, lenient) if end is not None for name in end.without})
    return {name: [_value_without(end, name) for end in (strict, lenient)] for name in names}


def _value_without(end: End | None, name: str) -> int | str | None:
    if end is None:
        return None
    return maybe(end.without[name]) if name in end.without else _value(end)


def _stated_values(stated: Stated) -> dict[str, Any]:
    return {
        "low": maybe(stated.low),
        "low_by": list(stated.low_by),
        "high": maybe(stated.high),
        "high_by": list(stated.high_by),
    }


def _account_values(account: Account) -> dict[str, Any]:
    return {
        "keeps": list(account.keeps),
        "drops": list(account.drops),
        "strict": interval_values(account.strict),
        "lenient": interval_values(account.lenient),
    }


def _figure(figure: tuple[Fraction, str] | None) -> dict[str, Any] | None:
    return None if figure is None else {"value": number(figure[0]), "claim": figure[1]}
