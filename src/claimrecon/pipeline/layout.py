"""Which column of a table says what of a claim, and its rows as claims were written."""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from difflib import get_close_matches
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from claimrecon.dossier.columns import CLAIM_COLUMNS, cell_value
from claimrecon.dossier.names import nearest
from claimrecon.pipeline.refusals import TableError

if TYPE_CHECKING:
    import pyarrow as pa

_CLOSE = 0.9
"""So alike are ``as_off`` and ``as_of``; ``country`` and ``count`` are not."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column of a table holds what.

    Attributes
    ----------
    key
        The column that says which dossier a row belongs to.
    fields
        By key of a claim, the column it is read from.
    ignored
        Columns that are not read, in the order of the table.
    """

    key: str
    fields: Mapping[str, str]
    ignored: tuple[str, ...] = ()


def layout_of(names: Iterable[str], key: str, columns: Mapping[str, str] | None = None) -> Layout:
    """Return the layout of a table with the columns *names*.

    Parameters
    ----------
    key
        The column that says which dossier a row belongs to.
    columns
        For columns with names of their own, the key of a claim that each holds. A column that is
        called like a key of a claim holds that, unless another column was named for it.

    Raises
    ------
    TableError
        If a column is missing, two hold the same, or a name nearly equals a key of a claim.
    """
    present = dict.fromkeys(names)
    given = dict(columns or {})
    for name in (key, *given):
        if name not in present:
            raise TableError(
                f"the table has no column {name!r}. It has {', '.join(map(repr, present))}."
            )
    fields = _given(given)
    ignored = []
    for name in present:
        if name in given or name == key:
            continue
        if name in CLAIM_COLUMNS and name not in fields:
            fields[name] = name
        else:
            _refuse_slip(name, {*fields, *present})
            ignored.append(name)
    if "source" not in fields:
        raise TableError(
            "no column says who made the claims. Name one 'source', or say which one it is: "
            "columns={'...': 'source'}."
        )
    ordered = {name: fields[name] for name in CLAIM_COLUMNS if name in fields}
    return Layout(key, MappingProxyType(ordered), tuple(ignored))


def _given(columns: Mapping[str, str]) -> dict[str, str]:
    """Return by key of a claim the column that was named for it."""
    fields: dict[str, str] = {}
    for name, field in columns.items():
        if field not in CLAIM_COLUMNS:
            raise TableError(
                f"columns says that {name!r} holds {field!r}, and a claim has no such key. Write "
                f"one of {', '.join(CLAIM_COLUMNS)}."
            )
        if field in fields:
            raise TableError(
                f"columns says that both {fields[field]!r} and {name!r} hold {field!r}. Only one "
                "of them can."
            )
        fields[field] = name
    return fields


def _refuse_slip(name: str, taken: Collection[str]) -> None:
    """Refuse a column that would be left unread for a slip in its name."""
    close = get_close_matches(name, CLAIM_COLUMNS, n=1, cutoff=_CLOSE)
    meant = nearest(name, CLAIM_COLUMNS) or next(iter(close), None)
    if meant is not None and meant not in taken:
        raise TableError(
            f"the column {name!r} nearly equals {meant!r}, and would not be read. Rename it, or "
            f"say what it holds: columns={{{name!r}: {meant!r}}}."
        )


def claims_of(table: "pa.Table", layout: Layout) -> list[dict[str, Any]]:
    """Return each row as the mapping of a claim; blank cells are left out."""
    rows: list[dict[str, Any]] = [{} for _ in range(table.num_rows)]
    for field, column in layout.fields.items():
        for row, value in zip(rows, table.column(column).to_pylist(), strict=True):
            written = _written(field, value)
            if written is not None:
                row[field] = written
    return rows


def _written(field: str, value: Any) -> Any:
    """Return a cell as a person would have written it in a file; ``None`` where it is blank."""
    if isinstance(value, str):
        bare = value.strip()
        return cell_value(field, bare) if bare else None
    if isinstance(value, float) and math.isnan(value):
        return None
    if isinstance(value, datetime) and value.time() == time.min:
        return value.date()
    if isinstance(value, dict):
        return {name: part for name, part in value.items() if part is not None}
    return value
