"""Statements in the manner of FollowTheMoney: one row for each thing said of each claim.

The columns are in ``COLUMNS``: ``entity_id`` is the claim, ``prop`` a key of the file format,
``origin`` who said it, ``dataset`` the title of the dossier. ``value`` is text; the value itself
stands as JSON in ``original_value``, from which the way back is made. The rows of the head of a
dossier have the schema ``Dossier``.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from claimrecon.dossier import Dossier, load
from claimrecon.dossier.columns import cell_text
from claimrecon.exchange.model import Taking
from claimrecon.exchange.plain import plain_claims, plain_head, source_name
from claimrecon.exchange.refusals import ExchangeError
from claimrecon.exchange.sheets import rows_of

NAME = "statements"
COLUMNS = (
    *("id", "entity_id", "canonical_id", "schema", "prop", "value", "original_value"),
    *("dataset", "origin", "first_seen", "last_seen"),
)


def write_statements(dossier: Dossier) -> str:
    """Return *dossier* as a CSV table of statements.

    Examples
    --------
    >>> claim = {"id": "a", "source": "Mayor", "says": "12 killed", "as_of": "2025-01-09"}
    >>> rows = csv.DictReader(io.StringIO(write_statements(Dossier(claims=[claim]))))
    >>> [(row["entity_id"], row["prop"], row["value"]) for row in rows if row["schema"] == "Claim"]
    [('a', 'says', '12 killed'), ('a', 'as_of', '2025-01-09'), ('a', 'source', 'Mayor')]
    """
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    dataset = dossier.title or ""
    writer.writerows(_rows("dossier", "Dossier", plain_head(dossier), dataset, ""))
    for claim in plain_claims(dossier):
        writer.writerows(_rows(claim["id"], "Claim", claim, dataset, source_name(claim)))
    return stream.getvalue()


def read_statements(text: str) -> Dossier:
    """Return the dossier that ``write_statements`` wrote.

    Raises
    ------
    ExchangeError
        If the table has other columns or another content.
    DossierError
        If what it holds cannot be used.
    """
    head: dict[str, Any] = {}
    claims: dict[str, dict[str, Any]] = {}
    taking = Taking()
    for number, row in rows_of(text, COLUMNS, taking, what="table of statements"):
        try:
            value = json.loads(row["original_value"])
        except ValueError as error:
            raise ExchangeError(
                f"row {number} has no JSON under original_value. Only tables that this library "
                "wrote are read back."
            ) from error
        owner = head
        if row["schema"] == "Claim":
            owner = claims.setdefault(row["entity_id"], {"id": row["entity_id"]})
        owner[row["prop"]] = value
    if taking.errors:
        raise ExchangeError(taking.errors[0].message)
    return load({**head, "claims": list(claims.values())})


def _rows(
    entity: str, schema: str, values: Mapping[str, Any], dataset: str, origin: str
) -> Iterator[dict[str, str]]:
    seen = str(values.get("reported_on", ""))
    looked = str(values.get("retrieved_on", seen))
    for prop, value in values.items():
        if prop == "id":
            continue
        told = json.dumps(value, ensure_ascii=False)
        digest = sha256(f"{dataset}\n{entity}\n{prop}\n{told}".encode()).hexdigest()
        yield {
            "id": digest[:40],
            "entity_id": entity,
            "canonical_id": entity,
            "schema": schema,
            "prop": prop,
            "value": told if isinstance(value, dict) else cell_text(value),
            "original_value": told,
            "dataset": dataset,
            "origin": origin,
            "first_seen": seen,
            "last_seen": looked,
        }
