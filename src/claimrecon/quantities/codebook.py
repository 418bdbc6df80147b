"""Codebooks: named, versioned tables from words to intervals; data files, so that more can come."""

from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    """Where a row comes from."""

    SOURCED = "sourced"
    OUR_CHOICE = "our choice"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a codebook."""

    id: str
    phrase: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Codebook:
    """A named table of readings."""

    name: str
    version: str
    title: str
    rows: tuple[Row, ...]


CODEBOOK_NAMES: tuple[str, ...] = ("acled", "claimrecon-1", "emdat", "plural-minimum")


def codebook_named(name: str) -> Codebook:
    """Return the codebook of that name."""
    raise NotImplementedError
