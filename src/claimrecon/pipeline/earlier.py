"""What an earlier run said about each key, so that only what changed is done again."""

from collections.abc import Mapping
from typing import Any

from claimrecon.pipeline.results import CHANGED, NEW, SAME, Reconciled
from claimrecon.pipeline.verdicts import KeyResult, Values


class Earlier:
    """The keys of an earlier run; of no run where there was none."""

    def __init__(self, previous: Reconciled | None) -> None:
        tables = {} if previous is None else previous.tables
        self._rows = {
            name: _by_key(tables[name].to_pylist()) if tables else {}
            for name in ("summary", "findings", "ranges", "errors")
        }

    @property
    def keys(self) -> tuple[Any, ...]:
        """The keys, in their order."""
        return tuple(self._rows["summary"])

    def change(self, key: Any, digest: str) -> str:
        """Say whether *key* is new, changed, or the same as then."""
        known = self._of("summary", key)
        if not known:
            return NEW
        return SAME if known[0]["digest"] == digest else CHANGED

    def findings_of(self, key: Any) -> frozenset[str]:
        """Return the ids of the findings that *key* had."""
        return frozenset(row["finding"] for row in self._of("findings", key))

    def result(self, key: Any) -> KeyResult:
        """Return what was said about *key*."""
        findings, ranges, errors = (
            tuple(self._of(name, key)) for name in ("findings", "ranges", "errors")
        )
        return KeyResult(self._of("summary", key)[0], findings, ranges, errors)

    def _of(self, table: str, key: Any) -> list[Values]:
        return self._rows[table].get(key, [])


def _by_key(rows: list[Values]) -> Mapping[Any, list[Values]]:
    found: dict[Any, list[Values]] = {}
    for row in rows:
        found.setdefault(row["key"], []).append(row)
    return found
