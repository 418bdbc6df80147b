"""From one format to another: the formats by name, and how a file shows which it is."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from claimrecon.dossier import Dossier, load, to_yaml
from claimrecon.errors import Problem
from claimrecon.exchange.acled import read_acled
from claimrecon.exchange.jsonld import read_jsonld, write_jsonld
from claimrecon.exchange.longtable import read_long, write_long
from claimrecon.exchange.model import Imported, ImportedClaim
from claimrecon.exchange.package import package_files, read_package
from claimrecon.exchange.palestine import read_techforpalestine
from claimrecon.exchange.plain import claims_table, plain_claims, plain_head, pretty
from claimrecon.exchange.pnas import read_pnas2023
from claimrecon.exchange.prov import read_prov, write_prov
from claimrecon.exchange.refusals import ExchangeError
from claimrecon.exchange.sheets import text_of
from claimrecon.exchange.statements import read_statements, write_statements
from claimrecon.exchange.ucdp import read_ucdp
from claimrecon.exchange.wikidata import read_wikidata

_FOREIGN: Mapping[str, Callable[[str], Imported]] = MappingProxyType(
    {
        "ucdp": read_ucdp,
        "acled": read_acled,
        "pnas2023": read_pnas2023,
        "wikidata": read_wikidata,
        "long": read_long,
    }
)
_LOSSLESS: Mapping[str, Callable[[str], Dossier]] = MappingProxyType(
    {"jsonld": read_jsonld, "prov": read_prov, "statements": read_statements}
)
_WRITERS: Mapping[str, Callable[[Dossier], str]] = MappingProxyType(
    {
        "yaml": to_yaml,
        "json": lambda dossier: pretty(dossier.to_dict()),
        "jsonld": write_jsonld,
        "prov": write_prov,
        "statements": write_statements,
        "long": write_long,
    }
)
_TABLE, _PACKAGE, _DAILY, _DOSSIER = "table", "datapackage", "techforpalestine", "dossier"
FORMATS_IN = (*_FOREIGN, _DAILY, *_LOSSLESS, _PACKAGE, _DOSSIER)
"""Formats that are read, by name; ``dossier`` is this library's own in YAML, JSON, TOML and CSV."""
FORMATS_OUT = (*_WRITERS, _TABLE, _PACKAGE)
"""Formats that are written, by name; ``table`` is one claim a row, with its key."""
_HEADERS: tuple[tuple[str, frozenset[str]], ...] = (
    ("ucdp", frozenset({"date_start", "date_end", "best", "low", "high"})),
    ("acled", frozenset({"event_id_cnty", "fatalities"})),
    ("pnas2023", frozenset({"days", "loss_count", "claim_source"})),
    ("statements", frozenset({"entity_id", "canonical_id", "prop"})),
    ("long", frozenset({"date", "source", "measure", "value"})),
)
_ENDINGS: tuple[tuple[str, str], ...] = (
    (".jsonld", "jsonld"),
    (".prov.json", "prov"),
    (".statements.csv", "statements"),
    (".long.csv", "long"),
    (".csv", _TABLE),
    (".json", "json"),
    (".yaml", "yaml"),
    (".yml", "yaml"),
)


@dataclass(frozen=True, slots=True)
class Conversion:
    """What a conversion came to.

    Attributes
    ----------
    files
        What is to be written: text by path, relative to the target where that is a folder.
    claims, keys
        How many were converted.
    errors
        Rows that are no claims, each with its row as ``line`` and the reason.
    format_in, format_out
        By name.
    """

    files: Mapping[str, str]
    claims: int
    keys: int
    errors: tuple[Problem, ...]
    format_in: str
    format_out: str

    def __str__(self) -> str:
        """Count what was converted and what was refused."""
        text = f"{self.claims} claims of {self.keys} dossiers, from {self.format_in}."
        return f"{text} {len(self.errors)} rows are no claims." if self.errors else text

    @property
    def refused(self) -> str:
        """Every row that is no claim, with the reason."""
        return "\n".join(
            f"row {problem.line}, {problem.key}: {problem.value}\n"
            f"  {problem.message} [{problem.code}]"
            for problem in self.errors
        )


def imported(
    source: str | Path, *, format_in: str | None = None, place: str | None = None
) -> Imported:
    """Read a file in any format that is known.

    Parameters
    ----------
    source
        A path; for a data package its folder.
    format_in
        One of ``FORMATS_IN``; found out from the file where left out.
    place
        What the daily files of Tech for Palestine are about.

    Raises
    ------
    ExchangeError
        If the format is not known, or the file is not in it.
    DossierError
        If a dossier cannot be used.
    """
    path = Path(source)
    name = format_of(path) if format_in is None else format_in
    if name not in FORMATS_IN:
        raise ExchangeError(
            f"there is no format {name!r} to read. Take one of {', '.join(FORMATS_IN)}."
        )
    if name in _FOREIGN:
        return _FOREIGN[name](text_of(path))
    if name == _DAILY:
        if place is None:
            raise ExchangeError(
                "the daily files of Tech for Palestine do not say what place they are about. Say "
                "it: place='Gaza Strip', or --place on the command line."
            )
        return read_techforpalestine(text_of(path), place=place)
    if name in _LOSSLESS:
        return _as_imported(_LOSSLESS[name](text_of(path)), name)
    return _as_imported(read_package(path) if name == _PACKAGE else load(path), name)


def convert(
    source: str | Path,
    target: str | Path,
    *,
    format_in: str | None = None,
    format_out: str | None = None,
    key: str | None = None,
    place: str | None = None,
) -> Conversion:
    """Convert a file; nothing is written yet.

    Parameters
    ----------
    source, target
        Paths; the target's ending says its format where ``format_out`` does not, and a target
        without an ending is the folder of a data package.
    format_in, format_out
        Formats by name.
    key
        Take the claims of this key only.
    place
        As for ``imported``.

    Raises
    ------
    ExchangeError
        If a format is not known, the file is not in it, or the target cannot hold what it says.
    DossierError
        If the claims cannot be used together.
    """
    taken = imported(source, format_in=format_in, place=place)
    name = _format_out(str(target)) if format_out is None else format_out
    if name not in FORMATS_OUT:
        raise ExchangeError(
            f"there is no format {name!r} to write. Take one of {', '.join(FORMATS_OUT)}."
        )
    claims = [item for item in taken.claims if key is None or item.key == key]
    if key is not None and not claims:
        raise ExchangeError(f"there is no key {key!r} in the file; it has {len(taken.keys)} keys.")
    if name == _TABLE:
        files: Mapping[str, str] = {
            "": claims_table([item.claim for item in claims], [item.key for item in claims])
        }
    else:
        dossier = taken.dossier(key)
        files = package_files(dossier) if name == _PACKAGE else {"": _WRITERS[name](dossier)}
    keys = len({item.key for item in claims})
    return Conversion(files, len(claims), keys, taken.errors, taken.format, name)


def format_of(path: Path) -> str:
    """Return the name of the format that a file shows itself to be in.

    Raises
    ------
    ExchangeError
        If it cannot be read.
    """
    if path.is_dir() or path.name == "datapackage.json":
        return _PACKAGE
    if path.suffix.lower() == ".csv":
        header = next(csv.reader(io.StringIO(text_of(path))), [])
        names = {name.strip() for name in header}
        return next((name for name, needed in _HEADERS if needed <= names), _DOSSIER)
    if path.suffix.lower() in {".json", ".jsonld"}:
        return _json_format(text_of(path))
    return _DOSSIER


def _json_format(text: str) -> str:
    try:
        held = json.loads(text)
    except ValueError:
        return _DOSSIER  # its reader says what is wrong, and where
    if isinstance(held, list):
        is_daily = held and isinstance(held[0], Mapping) and "report_date" in held[0]
        return _DAILY if is_daily else _DOSSIER
    if not isinstance(held, Mapping):
        return _DOSSIER
    signs = (("entities", "wikidata"), ("@context", "jsonld"), ("wasAttributedTo", "prov"))
    return next((name for sign, name in signs if sign in held), _DOSSIER)


def _format_out(target: str) -> str:
    found = next((name for ending, name in _ENDINGS if target.lower().endswith(ending)), None)
    if found is not None:
        return found
    if Path(target).suffix:
        raise ExchangeError(
            f"the ending of {target!r} says no format. Name one of {', '.join(FORMATS_OUT)}."
        )
    return _PACKAGE


def _as_imported(dossier: Dossier, name: str) -> Imported:
    key = dossier.title or "dossier"
    claims = tuple(
        ImportedClaim(key, number, claim) for number, claim in enumerate(plain_claims(dossier), 1)
    )
    head = {part: value for part, value in plain_head(dossier).items() if part != "claimrecon"}
    return Imported(name, claims, (), MappingProxyType(head))
