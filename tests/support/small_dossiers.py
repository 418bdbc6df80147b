"""Dossiers of a few exact claims, for findings of one kind."""

from typing import Any

import claimrecon as cr


def claim(name: str, source: str, day: int, low: int, high: int | None = None, **rest: Any) -> Any:
    """Return a claim of killed in January, told on a day of it; without *high* a bare number."""
    number = {"low": low, "high": low if high is None else high, "exact": True}
    return {
        "id": name,
        "source": source,
        "reported_on": f"2025-01-{day:02}",
        "measure": "killed",
        "as_of": f"2025-01-{day:02}",
        **number,
        **rest,
    }


_OPTIONS = ("revisions", "without_rules", "limit")


def found(*claims: Any, **rest: Any) -> cr.Report:
    """Reconcile the claims of a dossier that starts on 1 January, with options of either."""
    options = {key: rest.pop(key) for key in _OPTIONS if key in rest}
    return cr.reconcile(
        {"claimrecon": 1, "since": "2025-01-01", "claims": list(claims), **rest}, **options
    )


def kinds(report: cr.Report) -> list[tuple[str, tuple[str, ...]]]:
    """Return kind and claims of every finding but apparent ones."""
    return [(f.kind.value, f.claims) for f in report.findings if f.kind != "apparent"]
