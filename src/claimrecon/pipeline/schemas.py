"""The columns of the tables that a run gives.

The schemas are fixed, whatever the input: a column in which nothing stands is still of its type.
Exact numbers are text, as in the JSON report: ``"400"``, ``"35/31"``.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimrecon.pipeline.extras import arrow

if TYPE_CHECKING:
    import pyarrow as pa

POSSIBLE = "The figures can all be true."
"""The sentence on a key in which nothing clashes and nothing was set aside."""
STOPPED = "stopped"
"""The verdict on a key about which nothing can be said: the errors table has the reason."""


def summary_schema(key: "pa.DataType") -> "pa.Schema":
    """Return the columns of the summary: one row for every key."""
    pa = arrow()
    return pa.schema(
        [
            ("key", key),
            ("verdict", pa.string()),
            ("sentence", pa.string()),
            ("rows", pa.int64()),
            ("claims", pa.int64()),
            ("errors", pa.int64()),
            ("undecided", pa.bool_()),
            ("truncated", pa.bool_()),
            ("contradictions", pa.int64()),
            ("tensions", pa.int64()),
            ("worst_factor", pa.string()),
            ("worst_gap", pa.string()),
            ("change", pa.string()),
            ("digest", pa.string()),
        ]
    )


def findings_schema(key: "pa.DataType") -> "pa.Schema":
    """Return the columns of the findings: one row for each."""
    pa = arrow()
    names = pa.list_(pa.string())
    return pa.schema(
        [
            ("key", key),
            ("finding", pa.string()),
            ("kind", pa.string()),
            ("claims", names),
            ("assumptions", names),
            ("origins", names),
            ("rows", pa.list_(pa.int64())),
            ("places", pa.list_(pa.int64())),
            ("gap", pa.string()),
            ("factor", pa.string()),
            ("story", pa.int64()),
            ("explanation", pa.string()),
            ("values", pa.string()),
            ("is_new", pa.bool_()),
        ]
    )


def ranges_schema(key: "pa.DataType") -> "pa.Schema":
    """Return the columns of the ranges: one row for each scope."""
    pa = arrow()
    ends = [
        (f"{kind}_{end}", pa.string())
        for kind in ("stated", "strict", "lenient")
        for end in ("low", "high")
    ]
    return pa.schema(
        [
            ("key", key),
            ("title", pa.string()),
            *ends,
            ("possible", pa.bool_()),
            ("undecided", pa.bool_()),
            ("values", pa.string()),
        ]
    )


def errors_schema(key: "pa.DataType") -> "pa.Schema":
    """Return the columns of the errors: one row for each thing that is wrong."""
    pa = arrow()
    return pa.schema(
        [
            ("key", key),
            ("row", pa.int64()),
            ("place", pa.int64()),
            ("claim", pa.string()),
            ("column", pa.string()),
            ("value", pa.string()),
            ("code", pa.string()),
            ("reason", pa.string()),
            ("stops", pa.string()),
        ]
    )


def notices_schema() -> "pa.Schema":
    """Return the columns of the notices about the whole table."""
    pa = arrow()
    return pa.schema([("code", pa.string()), ("column", pa.string()), ("message", pa.string())])


SCHEMAS: "Mapping[str, Callable[[pa.DataType], pa.Schema]]" = MappingProxyType(
    {
        "summary": summary_schema,
        "findings": findings_schema,
        "ranges": ranges_schema,
        "errors": errors_schema,
    }
)
"""The tables about keys, by name."""
