"""What an adapter gives: claims as a dossier writes them, and what could not become one.

A *key* says which dossier a claim belongs to. What the source wrote is kept beside each claim, with
the number of its row.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from claimrecon.dossier import Dossier, load
from claimrecon.errors import Problem


@dataclass(frozen=True, slots=True)
class ImportedClaim:
    """One claim out of another format.

    Attributes
    ----------
    key
        Which dossier it belongs to: an event, a series.
    row
        The row or entry of the file it comes from, counted from 1.
    claim
        The mapping of the file format.
    original
        What the source wrote, by its own names.
    """

    key: str
    row: int
    claim: Mapping[str, Any]
    original: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Imported:
    """Everything that a file of another format says.

    Attributes
    ----------
    format
        Its name.
    claims
        In the order of the file.
    errors
        Rows that are no claims about persons, each with its row as ``line`` and the reason.
    setting
        What the claims need beside them: sources, trees of names.
    """

    format: str
    claims: tuple[ImportedClaim, ...]
    errors: tuple[Problem, ...] = ()
    setting: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key, in the order of the file."""
        return tuple(dict.fromkeys(item.key for item in self.claims))

    def rows(self, *, key: str = "key") -> list[dict[str, Any]]:
        """Return the claims as rows for ``reconcile_table``, under the column *key* their key."""
        return [{key: item.key, **item.claim} for item in self.claims]

    def mapping(self, key: str | None = None) -> dict[str, Any]:
        """Return the claims of *key*, or all of them, as the mapping of a dossier."""
        chosen = [dict(item.claim) for item in self.claims if key is None or item.key == key]
        titled = {} if key is None else {"title": key}
        return {"claimrecon": 1, **titled, **self.setting, "claims": chosen}

    def dossier(self, key: str | None = None) -> Dossier:
        """Return the claims of *key*, or all of them, as a dossier.

        Raises
        ------
        DossierError
            If anything in them cannot be used.
        """
        return load(self.mapping(key))

    def dossiers(self) -> Iterator[tuple[str, Dossier]]:
        """Yield each key with its dossier.

        Raises
        ------
        DossierError
            If anything in one of them cannot be used.
        """
        for key in self.keys:
            yield key, self.dossier(key)


@dataclass(slots=True)
class Taking:
    """Claims and errors while a file is read."""

    claims: list[ImportedClaim] = field(default_factory=list)
    errors: list[Problem] = field(default_factory=list)

    def take(
        self, key: str, row: int, claim: Mapping[str, Any], original: Mapping[str, Any]
    ) -> None:
        """Take a claim; keys without a value are left out."""
        kept = {name: value for name, value in claim.items() if value is not None and value != ""}
        kept.setdefault("locator", f"row {row}")
        self.claims.append(ImportedClaim(key, row, kept, MappingProxyType(dict(original))))

    def refuse(
        self, row: int, column: str, value: object, message: str, code: str = "CR661"
    ) -> None:
        """Note a row that is no claim."""
        text = None if value is None else str(value)
        self.errors.append(Problem(code, message, None, column, text, row))

    def done(self, format_name: str, setting: Mapping[str, Any] | None = None) -> Imported:
        """Return all of it."""
        kept = MappingProxyType(dict(setting or {}))
        return Imported(format_name, tuple(self.claims), tuple(self.errors), kept)
