"""Codebooks: named, versioned tables from words to intervals; data files, so that more can come."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from fractions import Fraction
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, TypeAlias

from claimrecon.quantities.refusals import UnknownCodebookError

CODEBOOK_NAMES: tuple[str, ...] = ("acled", "claimrecon-1", "emdat", "plural-minimum")
"""The codebooks that ship with the library."""


class Basis(StrEnum):
    """Where a row comes from."""

    SOURCED = "sourced"
    OUR_CHOICE = "our choice"


class Form(StrEnum):
    """What the two numbers of a row are."""

    INTERVAL = "interval"
    """Counts as they stand."""
    FACTORS = "factors"
    """Multiples of the number in the phrase."""
    MEAN = "mean"
    """Factors as in ``FACTORS``, around the mean of a range."""
    RULE = "rule"
    """None: arithmetic of the convention."""
    NOTHING = "nothing"
    """None: the words hold no number."""


Ends: TypeAlias = tuple[Fraction, Fraction | None]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a codebook.

    Attributes
    ----------
    id
        Stable name, recorded in every reading: "at-least".
    phrase
        The wordings it reads.
    form, strict, lenient
        What the row does; ends are inclusive, a high of ``None`` means nobody said.
    basis, source
        Whether the row has a source, and which; empty for our own choice.
    codebook
        The codebook that the row comes from: it may be the base of another.
    example, note
        A phrase that the row reads; a remark.
    """

    id: str
    phrase: str
    form: Form
    strict: Ends
    lenient: Ends
    basis: Basis
    codebook: str
    source: str = ""
    example: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Codebook:
    """A named, versioned table of readings; what it lacks is taken from its base.

    Attributes
    ----------
    name, version, title
        As recorded in a report.
    base
        Name of the codebook that fills its gaps; ``None`` for the default one.
    rows
        All rows, those of the base included, ordered as in the base.
    """

    name: str
    version: str
    title: str
    base: str | None
    rows: tuple[Row, ...]
    _by_id: Mapping[str, Row] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        table = MappingProxyType({row.id: row for row in self.rows})
        object.__setattr__(self, "_by_id", table)

    def row(self, row_id: str) -> Row | None:
        """Return the row of that id, or ``None``."""
        return self._by_id.get(row_id)


@cache
def codebook_named(name: str) -> Codebook:
    """Return the codebook of that name.

    Raises
    ------
    UnknownCodebookError
        If no codebook of that name ships with the library; near names are suggested.

    Examples
    --------
    >>> book = codebook_named("claimrecon-1")
    >>> book.row("about").basis
    <Basis.OUR_CHOICE: 'our choice'>
    """
    if name not in CODEBOOK_NAMES:
        raise UnknownCodebookError(name, _advice(name))
    data = tomllib.loads(
        files(__package__).joinpath("codebooks", f"{name}.toml").read_text("utf-8")
    )
    own = {row_id: _row(row_id, entry, data) for row_id, entry in data["row"].items()}
    base = data.get("base")
    rows = {row.id: row for row in codebook_named(base).rows} | own if base is not None else own
    return Codebook(name, data["version"], data["title"], base, tuple(rows.values()))


def _row(row_id: str, entry: Mapping[str, Any], book: Mapping[str, Any]) -> Row:
    strict = _ends(entry.get("strict", ()))
    source = book.get("source", "")
    return Row(
        id=row_id,
        phrase=entry["phrase"],
        form=Form(entry["form"]),
        strict=strict,
        lenient=_ends(entry["lenient"]) if "lenient" in entry else strict,
        basis=Basis.SOURCED if source else Basis.OUR_CHOICE,
        codebook=book["name"],
        source=source,
        example=entry.get("example", ""),
        note=entry.get("note", ""),
    )


def _ends(written: list[int | str] | tuple[()]) -> Ends:
    numbers = [Fraction(number) for number in written]
    return (numbers[0] if numbers else Fraction(0)), (numbers[1] if len(numbers) > 1 else None)


def _advice(name: str) -> str:
    near = get_close_matches(name, CODEBOOK_NAMES, cutoff=0.4)
    hint = f"Did you mean {near[0]!r}? " if near else ""
    known = ", ".join(CODEBOOK_NAMES)
    return f"there is no codebook {name!r}. {hint}Codebooks are: {known}."
