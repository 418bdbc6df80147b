"""Dossiers as plain values: what every format out of here is made of."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from claimrecon.dossier import Dossier
from claimrecon.dossier.columns import CLAIM_COLUMNS, cell_text


def plain_claims(dossier: Dossier) -> list[dict[str, Any]]:
    """Return the claims as mappings of the file format, every one with its id."""
    claims: Any = dossier.with_ids().to_dict().get("claims", [])
    return list(claims)


def plain_head(dossier: Dossier) -> dict[str, Any]:
    """Return everything but the claims; assumptions have their ids."""
    whole = dossier.with_ids().to_dict()
    return {name: value for name, value in whole.items() if name != "claims"}


def compact(values: Mapping[str, Any]) -> str:
    """Return *values* as one line of JSON, the same for the same values."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def pretty(values: Any) -> str:
    """Return *values* as JSON for a file."""
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def source_name(claim: Mapping[str, Any]) -> str:
    """Return the key or the name under which a claim names its source."""
    source = claim["source"]
    return str(source.get("name") if isinstance(source, Mapping) else source)


def columns_of(claims: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the columns that a table of *claims* needs."""
    return [name for name in CLAIM_COLUMNS if any(name in claim for claim in claims)]


def claims_table(claims: Sequence[Mapping[str, Any]], keys: Sequence[str] = ()) -> str:
    """Return *claims* as a CSV table, with a first column ``key`` where *keys* are given."""
    columns = columns_of(claims)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([*(["key"] if keys else []), *columns])
    for number, claim in enumerate(claims):
        writer.writerow([*keys[number : number + 1], *(_cell(claim.get(name)) for name in columns)])
    return stream.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return compact(value) if isinstance(value, dict) else cell_text(value)
