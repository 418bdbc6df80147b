"""Counts: intervals, the words that give them, and the codebooks that read the words (§8).

Two steps, kept apart: ``parse_count`` says what the words entail and widens nothing, as does
``find_counts`` for all figures of a running text; ``read_phrase`` turns that into a strict and a
lenient interval by a codebook. ``words_of`` is the way back.
"""

from claimrecon.quantities.interval import CountInterval
from claimrecon.quantities.parsing import find_counts, parse_count
from claimrecon.quantities.phrase import Comparator, CountPhrase, Figure, Relation
from claimrecon.quantities.reading import (
    CODEBOOK_NAMES,
    Basis,
    Codebook,
    Form,
    Kind,
    Reading,
    Row,
    codebook_named,
    read_numbers,
    read_phrase,
)
from claimrecon.quantities.refusals import (
    ImpossibleIntervalError,
    MisplacedCountError,
    UnknownCodebookError,
    UnknownUnitError,
    UnreadableCountError,
)
from claimrecon.quantities.units import time_unit_days, to_quantity
from claimrecon.quantities.wording import words_of

__all__ = [
    "CODEBOOK_NAMES",
    "Basis",
    "Codebook",
    "Comparator",
    "CountInterval",
    "CountPhrase",
    "Figure",
    "Form",
    "ImpossibleIntervalError",
    "Kind",
    "MisplacedCountError",
    "Reading",
    "Relation",
    "Row",
    "UnknownCodebookError",
    "UnknownUnitError",
    "UnreadableCountError",
    "codebook_named",
    "find_counts",
    "parse_count",
    "read_numbers",
    "read_phrase",
    "time_unit_days",
    "to_quantity",
    "words_of",
]
