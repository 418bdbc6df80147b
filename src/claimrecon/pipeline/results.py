"""What a run gives: four tables, the notices about the whole, and what it depends on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar

from claimrecon.errors import ClaimReconError
from claimrecon.pipeline.extras import arrow
from claimrecon.pipeline.schemas import (
    errors_schema,
    findings_schema,
    notices_schema,
    ranges_schema,
    summary_schema,
)
from claimrecon.pipeline.verdicts import KeyResult, Values

if TYPE_CHECKING:
    import pyarrow as pa

NEW, CHANGED, SAME = "new", "changed", "same"


@dataclass(frozen=True)
class Reconciled:
    """The result of a run over many keys.

    Attributes
    ----------
    summary
        Exactly one row for every key, in the order of first appearance.
    findings, ranges, errors
        In the order of the keys; within a key as in its report. ``row`` and ``rows`` count the rows
        of the input from 0, ``place`` and ``places`` those of the key.
    notices
        What concerns the whole table: names that nearly equal one another.
    gone
        Keys of the previous run that are not in this one.
    manifest
        Versions, codebook, digest of the input, options.
    """

    summary: "pa.Table"
    findings: "pa.Table"
    ranges: "pa.Table"
    errors: "pa.Table"
    notices: "pa.Table"
    gone: tuple[Any, ...] = ()
    manifest: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def new_findings(self) -> "pa.Table":
        """The findings that the previous run did not have."""
        return self.findings.filter(self.findings.column("is_new"))

    @property
    def tables(self) -> "Mapping[str, pa.Table]":
        """All tables by name."""
        names = ("summary", "findings", "ranges", "errors", "notices")
        return MappingProxyType({name: getattr(self, name) for name in names})

    def __repr__(self) -> str:
        """Say how many rows each table has."""
        counts = ", ".join(f"{table.num_rows:,} {name}" for name, table in self.tables.items())
        return f"<Reconciled: {counts}>"

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by the parts: read-only mappings cannot be pickled themselves."""
        return _rebuilt, (dict(self.tables), self.gone, dict(self.manifest))


def _rebuilt(
    tables: "dict[str, pa.Table]", gone: tuple[Any, ...], manifest: dict[str, str]
) -> Reconciled:
    return Reconciled(**tables, gone=gone, manifest=MappingProxyType(manifest))


class CancelledError(ClaimReconError):
    """A run that was stopped by its caller.

    Attributes
    ----------
    done
        What was finished; give it as ``previous`` to go on from there.
    """

    code: ClassVar[str] = "CR656"

    def __init__(self, done: Reconciled) -> None:
        self.done = done
        super().__init__(
            f"the run was stopped after {done.summary.num_rows:,} keys. Go on from there with "
            "previous=error.done."
        )


class Gathering:
    """Rows of the tables, as the keys come in."""

    def __init__(self, key_type: "pa.DataType") -> None:
        self._key_type = key_type
        self._summary: list[Values] = []
        self._findings: list[Values] = []
        self._ranges: list[Values] = []
        self._errors: list[Values] = []
        self.notices: list[Values] = []

    def lose(self, row: int, code: str, reason: str) -> None:
        """Note a row that belongs to no key."""
        empty = dict.fromkeys(("key", "place", "claim", "column", "value"))
        self._errors.append({**empty, "row": row, "code": code, "reason": reason, "stops": "row"})

    def add(
        self,
        key: object,
        result: KeyResult,
        rows: list[int],
        *,
        change: str,
        digest: str,
        known: frozenset[str] = frozenset(),
    ) -> None:
        """Add what is known about a key.

        Parameters
        ----------
        rows
            The numbers of its rows in the input.
        known
            Ids of findings that the previous run had for it.
        """
        self._summary.append({"key": key, **result.summary, "change": change, "digest": digest})
        for finding in result.findings:
            there = [rows[place] for place in finding["places"]]
            is_new = finding["finding"] not in known
            self._findings.append({**finding, "key": key, "rows": there, "is_new": is_new})
        self._ranges += ({**asked, "key": key} for asked in result.ranges)
        for error in result.errors:
            row = None if error["place"] is None else rows[error["place"]]
            self._errors.append({**error, "key": key, "row": row})

    def done(self, gone: tuple[Any, ...], manifest: Mapping[str, str]) -> Reconciled:
        """Return the tables."""
        pa = arrow()
        key = self._key_type
        return Reconciled(
            summary=pa.Table.from_pylist(self._summary, schema=summary_schema(key)),
            findings=pa.Table.from_pylist(self._findings, schema=findings_schema(key)),
            ranges=pa.Table.from_pylist(self._ranges, schema=ranges_schema(key)),
            errors=pa.Table.from_pylist(self._errors, schema=errors_schema(key)),
            notices=pa.Table.from_pylist(self.notices, schema=notices_schema()),
            gone=gone,
            manifest=MappingProxyType(dict(manifest)),
        )
