"""The second step: comparator and numbers to a strict and a lenient interval, by codebook (§8)."""

from claimrecon.quantities.reading.codebook import (
    CODEBOOK_NAMES,
    Basis,
    Codebook,
    Form,
    Row,
    codebook_named,
)
from claimrecon.quantities.reading.read import Reading, read_numbers, read_phrase
from claimrecon.quantities.reading.rules import Kind

__all__ = [
    "CODEBOOK_NAMES",
    "Basis",
    "Codebook",
    "Form",
    "Kind",
    "Reading",
    "Row",
    "codebook_named",
    "read_numbers",
    "read_phrase",
]
