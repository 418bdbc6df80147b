"""Files in YAML, JSON, TOML and CSV: from bytes to plain mappings, with lines where known."""

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import IO, Any, NoReturn

from claimrecon.dossier.problems import Lines, Path, shown
from claimrecon.dossier.refusals import MOST_BYTES, MOST_LEVELS, too_deep, twice, unusable
from claimrecon.dossier.tables import parse_csv
from claimrecon.errors import DossierError

Source = str | FilePath | IO[str] | IO[bytes] | Mapping[str, Any] | Iterable[Any]
"""What a dossier can be loaded from."""


@dataclass(frozen=True, slots=True)
class Raw:
    """What a file or a mapping holds, before anything is checked."""

    held: object
    name: str = "dossier"
    lines: Lines = field(default_factory=Lines)


def opened(source: Source) -> Raw:
    """Return what *source* holds: a path, an open file, a mapping, or a list of claims.

    Raises
    ------
    DossierError
        If it cannot be opened or is not what its name says.
    """
    if isinstance(source, str | FilePath):
        path = FilePath(source)
        return _parsed(_bytes_of(path), path.name, path.suffix.lower())
    if isinstance(source, Mapping):
        return Raw(source)
    if hasattr(source, "read"):
        held = source.read()
        name = FilePath(str(getattr(source, "name", "dossier")))
        content = held.encode("utf-8", "surrogatepass") if isinstance(held, str) else bytes(held)
        return _parsed(content, name.name, name.suffix.lower())
    return Raw({"claims": list(source)})


def _bytes_of(path: FilePath) -> bytes:
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MOST_BYTES else None
    except (OSError, ValueError) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise unusable(
            "CR101",
            f"the file {shown(path)!r} cannot be opened: {why}. Check its name and place; the text "
            "of a dossier goes in as an open file, such as io.StringIO(text).",
        ) from error
    if content is None:
        raise _too_large(size)
    return content


def _too_large(size: int) -> DossierError:
    return unusable(
        "CR107",
        f"the file has {size:,} bytes, and {MOST_BYTES:,} is the most that is read. Split it by "
        "event.",
    )


def _parsed(content: bytes, name: str, suffix: str) -> Raw:
    if len(content) > MOST_BYTES:
        raise _too_large(len(content))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise unusable(
            "CR102",
            f"byte {error.start:,} is no UTF-8 text. Save the file with the encoding UTF-8.",
            line=content.count(b"\n", 0, error.start) + 1,
        ) from error
    lines: dict[Path, int] = {}
    if suffix == ".json":
        held: object = parse_json(text)
    elif suffix == ".toml":
        held = parse_toml(text)
    elif suffix == ".csv":
        held, lines = parse_csv(text)
    elif suffix in {".yaml", ".yml", ""}:
        # The YAML reader loads with the first YAML file, not with the library.
        from claimrecon.dossier.yamlfiles import parse_yaml  # noqa: PLC0415

        held, lines = parse_yaml(text)
    else:
        raise unusable(
            "CR108",
            f"files that end in {suffix!r} are not read. Save it as .yaml, .json, .toml or .csv.",
        )
    return Raw(held, name, Lines(lines))


def parse_json(text: str) -> object:
    """Return what a JSON document holds, numbers as their text.

    Raises
    ------
    DossierError
        If it is no JSON, a key stands twice, or it is nested too deeply.
    """

    def refuse_constant(word: str) -> NoReturn:
        raise unusable("CR103", f"{word} is no number. Leave the key out where nobody said.")

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        mapping: dict[str, object] = {}
        for key, value in pairs:
            if key in mapping:
                raise twice(key)
            mapping[key] = value
        return mapping

    try:
        held = json.loads(
            text,
            parse_float=str,
            parse_int=str,
            parse_constant=refuse_constant,
            object_pairs_hook=once,
        )
    except json.JSONDecodeError as error:
        raise unusable(
            "CR103",
            f"this is no JSON: {error.msg}. Check commas, quotes and brackets.",
            line=error.lineno,
        ) from error
    except RecursionError as error:
        raise too_deep() from error
    _check_depth(held)
    return held


def parse_toml(text: str) -> object:
    """Return what a TOML document holds, fractions as their text.

    Raises
    ------
    DossierError
        If it is no TOML or is nested too deeply.
    """
    try:
        held = tomllib.loads(text, parse_float=str)
    except (tomllib.TOMLDecodeError, ValueError) as error:
        raise unusable("CR103", f"this is no TOML: {error}. Check quotes and brackets.") from error
    except RecursionError as error:
        raise too_deep() from error
    _check_depth(held)
    return held


def _check_depth(held: object) -> None:
    level = [held]
    for _ in range(MOST_LEVELS + 1):
        level = [
            part
            for outer in level
            if isinstance(outer, dict | list)
            for part in (outer.values() if isinstance(outer, dict) else outer)
        ]
        if not level:
            return
    raise too_deep()
