"""One key: its rows in, what is known about it out, in plain values.

This is the object door (``examine``, ``reconcile``) and nothing beside it. Plain values go to other
processes and come back; nothing that happens to one key reaches another.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from claimrecon.dossier import Dossier
from claimrecon.dossier.files import Raw
from claimrecon.dossier.loading import Examined, examine_raw
from claimrecon.dossier.problems import Lines
from claimrecon.errors import ClaimReconError, Problem
from claimrecon.findings import Finding, PossibleRange
from claimrecon.pipeline.options import Options
from claimrecon.pipeline.schemas import STOPPED
from claimrecon.reconciliation import reconcile
from claimrecon.report import Report, range_values
from claimrecon.report.plain import finding_values

Values = dict[str, Any]

WITHOUT_FACTOR = "∞"
"""Stands for the factor of a set that no factor could mend."""


@dataclass(frozen=True, slots=True)
class KeyResult:
    """What is known about one key.

    Attributes
    ----------
    summary
        The row of the summary, without its key, digest and change.
    findings, ranges, errors
        Rows of these tables. ``place`` counts the rows of the key from 0.
    """

    summary: Values
    findings: tuple[Values, ...] = ()
    ranges: tuple[Values, ...] = ()
    errors: tuple[Values, ...] = field(default=())


def reconcile_rows(rows: Sequence[Mapping[str, Any]], options: Options) -> KeyResult:
    """Reconcile the claims of one key; whatever is wrong with it is in the result."""
    held = {**options.setting, "claims": list(rows)}
    lines = Lines({("claims", index): index for index in range(len(rows))})
    try:
        examined = examine_raw(Raw(held, lines=lines))
        dossier = examined.dossier
        whole = "key" if dossier is None else "assumption"
        errors = [_error(problem, whole) for problem in examined.errors]
        if dossier is None or not dossier.claims:
            return _stopped(rows, errors, "None of its rows can be used")
        report = reconcile(dossier, **options.arguments())
    except ClaimReconError as error:
        return _stopped(rows, [_stop(error.code, str(error))], "It could not be reconciled")
    except Exception as error:  # noqa: BLE001 - one poisoned key never stops the others
        reason = f"{type(error).__name__}: {error}. This is a fault of the library; report it."
        return _stopped(rows, [_stop("CR653", reason)], "It could not be reconciled")
    return _result(rows, report, examined, errors)


def _result(
    rows: Sequence[Mapping[str, Any]], report: Report, examined: Examined, errors: list[Values]
) -> KeyResult:
    places = _places(examined, len(rows))
    summary = {
        "verdict": str(report.verdict),
        "sentence": report.sentence,
        "rows": len(rows),
        "claims": len(report.dossier.claims),
        "errors": len(errors),
        "undecided": report.undecided,
        "truncated": report.truncated,
        "contradictions": len(report.contradictions),
        "tensions": len(report.tensions),
        **_worst(report),
    }
    return KeyResult(
        summary,
        tuple(_finding(finding, report, places) for finding in report.findings),
        tuple(map(_range, report.ranges)),
        tuple(errors),
    )


def _places(examined: Examined, total: int) -> Mapping[str, int]:
    """Return for the id of each usable claim the row it stands in."""
    if examined.dossier is None:
        return {}
    lost = {problem.line for problem in examined.errors}
    kept = [index for index in range(total) if index not in lost]
    ids = _ids(examined.dossier)
    return dict(zip(ids, kept, strict=True)) if len(ids) == len(kept) else {}


def _ids(dossier: Dossier) -> tuple[str, ...]:
    return tuple(claim.id for claim in dossier.read().claims)


def _worst(report: Report) -> Values:
    """Return the size of the gravest contradiction: they stand in that order (§12)."""
    first = next(iter(report.contradictions), None)
    if first is None:
        return {"worst_factor": None, "worst_gap": None}
    factor = WITHOUT_FACTOR if first.factor is None else str(first.factor)
    gaps = [finding.gap for finding in report.contradictions if finding.gap is not None]
    return {"worst_factor": factor, "worst_gap": _text(max(gaps, default=None))}


def _finding(finding: Finding, report: Report, places: Mapping[str, int]) -> Values:
    return {
        "finding": finding.id,
        "kind": str(finding.kind),
        "claims": list(finding.claims),
        "assumptions": list(finding.assumptions),
        "origins": list(finding.origins),
        "places": [places[name] for name in finding.claims if name in places],
        "gap": _text(finding.gap),
        "factor": _text(finding.factor),
        "story": finding.story,
        "explanation": finding.explanation,
        "values": _json(finding_values(finding, truncated=report.truncated)),
    }


def _range(asked: PossibleRange) -> Values:
    values = range_values(asked)
    possible = values["possible"]
    pairs = {
        "stated": (values["stated"]["low"], values["stated"]["high"]),
        "strict": possible["strict"] or (None, None),
        "lenient": possible["lenient"] or (None, None),
    }
    ends = {
        f"{kind}_{end}": None if value is None else str(value)
        for kind, pair in pairs.items()
        for end, value in zip(("low", "high"), pair, strict=True)
    }
    return {
        "title": asked.title,
        **ends,
        "possible": possible["lenient"] is not None,
        "undecided": asked.undecided,
        "values": _json(values),
    }


def _error(problem: Problem, whole: str) -> Values:
    """Return one error; *whole* is what falls where no row does."""
    return {
        "place": problem.line,
        "claim": problem.claim,
        "column": problem.key,
        "value": problem.value,
        "code": problem.code,
        "reason": problem.message,
        "stops": whole if problem.line is None else "row",
    }


def _stop(code: str, reason: str) -> Values:
    empty = dict.fromkeys(("place", "claim", "column", "value"))
    return {**empty, "code": code, "reason": reason, "stops": "key"}


def _stopped(rows: Sequence[Mapping[str, Any]], errors: Sequence[Values], why: str) -> KeyResult:
    summary = {
        "verdict": STOPPED,
        "sentence": f"Nothing can be said: {why[:1].lower()}{why[1:]}; see the errors.",
        "rows": len(rows),
        "claims": 0,
        "errors": len(errors),
        "undecided": True,
        "truncated": False,
        "contradictions": 0,
        "tensions": 0,
        "worst_factor": None,
        "worst_gap": None,
    }
    return KeyResult(summary, errors=tuple(errors))


def _text(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def _json(values: Mapping[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
