"""A table of claims: one claim a row, with the keys of a claim as columns.

CSV files, frames and Arrow tables share these columns; their description as a Frictionless Table
Schema is shipped with the library.
"""

import json
from collections.abc import Collection
from importlib.resources import files
from typing import Any, Final

from claimrecon.dossier.parts import Claim

CLAIM_COLUMNS: Final = tuple(Claim.model_fields)
"""Every key of a claim, in the order of the models."""
LIST_COLUMNS: Final = frozenset({"via", "derived_from", "supersedes"})
"""Columns whose cells hold lists: parts stand with ``;`` between them."""
PAIR_COLUMNS: Final = frozenset({"at", "as_of", "during", "since", "measure"})
"""Columns whose cells may hold one thing, or several with ``;`` between them."""


def cell_value(column: str, text: str) -> object:
    """Return what the cell *text* of a table says under *column*.

    Examples
    --------
    >>> cell_value("via", "Yonhap; Reuters"), cell_value("during", "2025-01-01;2025-01-31")
    (['Yonhap', 'Reuters'], ['2025-01-01', '2025-01-31'])
    >>> cell_value("count", "at least 300; perhaps more")
    'at least 300; perhaps more'
    """
    if column in LIST_COLUMNS or (column in PAIR_COLUMNS and ";" in text):
        return [part.strip() for part in text.split(";") if part.strip()]
    return text


def cell_text(value: object) -> str:
    """Return a value of a claim as the text of a cell; the inverse of ``cell_value``."""
    return ";".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def table_schema(columns: Collection[str] | None = None) -> dict[str, Any]:
    """Return the Frictionless Table Schema of a table of claims.

    Parameters
    ----------
    columns
        Which columns the table has, in their order; all of them where left out.

    Examples
    --------
    >>> [field["name"] for field in table_schema(["source", "count"])["fields"]]
    ['source', 'count']
    """
    text = (files("claimrecon.dossier") / "claims.tableschema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    if columns is None:
        return schema
    known = {field["name"]: field for field in schema["fields"]}
    unknown = {"type": "string", "description": "A column that is not read."}
    return {**schema, "fields": [known.get(name, {"name": name, **unknown}) for name in columns]}
