"""A Frictionless data package: everything needed to reconcile the same claims again.

::

    datapackage.json    what is here, with digests, versions and the command that runs it again
    dossier.json        the whole dossier: this is what is reconciled
    claims.csv          the same claims as a table, described by the Table Schema of claims
    report.json         what it came to

``claims.csv`` is for readers and tools; what a table cannot hold stands in it as JSON.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from claimrecon.dossier import Dossier, load
from claimrecon.dossier.columns import table_schema
from claimrecon.dossier.names import slug
from claimrecon.exchange.plain import claims_table, columns_of, plain_claims, pretty
from claimrecon.exchange.refusals import ExchangeError
from claimrecon.reconciliation import reconcile

NAME = "datapackage"
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_DESCRIBED = "datapackage.json"


def package_files(dossier: Dossier) -> Mapping[str, str]:
    """Return the files of the package by name, ``datapackage.json`` last.

    Examples
    --------
    >>> claim = {"source": "Mayor", "says": "12 killed", "as_of": "2025-01-09"}
    >>> list(package_files(Dossier(title="A flood", claims=[claim])))
    ['dossier.json', 'claims.csv', 'report.json', 'datapackage.json']
    """
    whole = dossier.with_ids()
    claims = plain_claims(dossier)
    columns = columns_of(claims)
    files = {
        "dossier.json": pretty(whole.to_dict()),
        "claims.csv": claims_table(claims),
        "report.json": reconcile(whole).to_json(),
    }
    kinds: Mapping[str, dict[str, Any]] = {
        "dossier.json": {"mediatype": "application/json"},
        "claims.csv": {
            "type": "table",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": table_schema(columns),
        },
        "report.json": {"mediatype": "application/json"},
    }
    described = {
        "$schema": _PROFILE,
        "name": slug(dossier.title or "claims", words=8) or "claims",
        "title": dossier.title,
        "resources": [
            {"name": name.partition(".")[0], "path": name, **kinds[name], **_marks(text)}
            for name, text in files.items()
        ],
        "claimrecon": {
            "version": version("claimrecon"),
            "codebook": whole.read().codebook.version,
            "run": "claimrecon reconcile dossier.json --format json",
        },
    }
    kept = {name: value for name, value in described.items() if value is not None}
    return {**files, _DESCRIBED: pretty(kept)}


def read_package(folder: str | Path) -> Dossier:
    """Return the dossier of a package, after comparing its files with their digests.

    Raises
    ------
    ExchangeError
        If the folder holds no package of this library, or a file is not what it was.
    DossierError
        If the dossier cannot be used.
    """
    place = Path(folder)
    place = place.parent if place.name == _DESCRIBED else place
    try:
        described = json.loads((place / _DESCRIBED).read_text(encoding="utf-8"))
        marks = {part["path"]: part["hash"] for part in described["resources"]}
        texts = {name: (place / name).read_bytes().decode("utf-8") for name in marks}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ExchangeError(f"{str(folder)!r} is no data package of claims: {error}.") from error
    for name, text in texts.items():
        if _marks(text)["hash"] != marks[name]:
            raise ExchangeError(
                f"{name} is not the file that the package describes: its digest differs. Take the "
                "package again from where it came."
            )
    return load(json.loads(texts["dossier.json"]))


def _marks(text: str) -> dict[str, Any]:
    content = text.encode("utf-8")
    return {"bytes": len(content), "hash": f"sha256:{sha256(content).hexdigest()}"}
