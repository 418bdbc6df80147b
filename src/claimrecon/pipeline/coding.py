"""Columns as numbers: what each distinct value of a cell says, read once and by the same readers.

Only cells that mean one plain thing are *simple*: a running total up to a day, of a measure of the
vocabulary, with an interval of whole persons. A key all of whose rows are simple can be looked at
together with thousands of others; all other keys are read one by one, and nothing is lost.
"""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from claimrecon.dossier.names import nearest
from claimrecon.errors import ClaimReconError
from claimrecon.periods import DaySpan, parse_moment, parse_partial_date
from claimrecon.pipeline.extras import arrow
from claimrecon.pipeline.layout import Layout
from claimrecon.quantities import Codebook, parse_count, read_phrase
from claimrecon.vocabulary import MEASURES, MeasureKind

if TYPE_CHECKING:
    import pyarrow as pa

Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

OPEN: Final = 2**40
"""Stands for a high that nobody said; no simple figure comes near it."""
_MOST: Final = 10**9
_LONGEST: Final = 20_000
_MOST_PHRASES: Final = 500_000
_DIGITS = re.compile(r"0|[1-9]\d{0,8}", re.ASCII)
_NAMES: Final = ("population", "place")
_FREE: Final = ("via", "url", "quote", "locator", "note", "statement")
_READ: Final = frozenset(
    (
        *("id", "source", "measure", "as_of", "count", "low", "high", "exact", "evidence"),
        *("reported_on", "said_on", "retrieved_on", *_NAMES, *_FREE),
    )
)
FLOWS: Final = tuple(
    name
    for name, measure in MEASURES.items()
    if measure.kind in {MeasureKind.FLOW, MeasureKind.NET}
    and measure.vague is None
    and name not in {"arrived", "withdrawn", "displaced"}
)
"""Measures of simple cells, by their place."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a setting says that bears on single cells.

    Attributes
    ----------
    sources, populations, places
        Names that stand under ``sources`` and in the trees; slips are held against them.
    since
        The start of counting, or ``None``.
    """

    codebook: Codebook
    sources: tuple[str, ...]
    populations: tuple[str, ...]
    places: tuple[str, ...]
    since: DaySpan | None
    phrases: dict[str, tuple[int, int] | None] = field(default_factory=dict, compare=False)
    """How number phrases were read so far; each is read once in a run."""


@dataclass(frozen=True, slots=True)
class Coded:
    """The rows of a table as numbers; meaningless where a row is not ``simple``.

    Attributes
    ----------
    simple
        Whether every cell of the row means one plain thing.
    measures
        Places in ``FLOWS``.
    days
        Ordinals.
    lows, highs
        The strict interval, in persons; ``OPEN`` where nobody said a high.
    ids
        Codes of the ids; -1 where there is none.
    where
        For population and place, codes of the names; -1 where there is none.
    """

    simple: Flags
    measures: Integers
    days: Integers
    lows: Integers
    highs: Integers
    ids: Integers
    where: tuple[Integers, Integers]


def coded(table: "pa.Table", layout: Layout, known: Known) -> Coded:
    """Return the rows of *table* as numbers."""
    rows = table.num_rows
    cells = {field: _Cells(table.column(column)) for field, column in layout.fields.items()}
    simple = np.ones(rows, dtype=np.bool_)
    for name, column in cells.items():
        simple &= column.blank if name not in _READ else column.is_plain

    def said(field: str, read: Callable[[Any], int | None], *, needed: bool = False) -> Integers:
        if field not in cells:
            if needed:
                simple[:] = False
            return np.full(rows, -1, dtype=np.int64)
        values, fine = cells[field].values(read)
        simple[:] &= fine & (~cells[field].blank if needed else True)
        return values

    numbers = {
        alias: number
        for number, name in enumerate(FLOWS)
        for alias in (name, *MEASURES[name].aliases)
    }
    first = 0 if known.since is None else known.since.last.toordinal()
    said("source", lambda v: None if _is_slip(v, known.sources) else 0, needed=True)
    said("population", lambda v: None if _is_slip(v, known.populations) else 0)
    said("place", lambda v: None if _is_slip(v, known.places) else 0)
    said("reported_on", _partial)
    said("retrieved_on", _partial)
    said("said_on", _moment)
    said("evidence", lambda v: 0 if v == "assertion" else None)
    said("exact", lambda v: 0 if str(v).lower() in {"true", "false", "yes", "no"} else None)
    for name in _FREE:
        said(name, _text)
    measures = said("measure", lambda v: numbers.get(str(v).strip()), needed=True)
    days = said("as_of", lambda v: _day(v, first), needed=True)
    lows, highs = _intervals(cells, simple, known, said)
    ids = cells["id"].codes if "id" in cells else np.full(rows, -1, dtype=np.int64)
    where = tuple(
        cells[field].codes if field in cells else np.full(rows, -1, dtype=np.int64)
        for field in _NAMES
    )
    return Coded(simple, measures, days, lows, highs, ids, (where[0], where[1]))


def _intervals(
    cells: "dict[str, _Cells]",
    simple: Flags,
    known: Known,
    said: Callable[..., Integers],
) -> tuple[Integers, Integers]:
    """Return the strict lows and highs of words under ``count``, or of ``low`` and ``high``."""
    read = known.phrases
    if len(read) > _MOST_PHRASES:
        read.clear()

    def end(text: Any, side: int) -> int | None:
        words = str(text).strip()
        if words not in read:
            read[words] = _strict(words, known.codebook)
        found = read[words]
        return None if found is None else found[side]

    lows = said("count", lambda v: end(v, 0))
    highs = said("count", lambda v: end(v, 1))
    low, high = said("low", _whole), said("high", _whole)
    blank = [
        cells[field].blank if field in cells else np.ones(len(simple), dtype=np.bool_)
        for field in ("count", "low", "high")
    ]
    in_words = ~blank[0]
    in_numbers = ~(blank[1] & blank[2])
    simple &= in_words ^ in_numbers
    lows = np.where(in_numbers, np.where(blank[1], 0, low), lows)
    highs = np.where(in_numbers, np.where(blank[2], OPEN, high), highs)
    simple &= lows <= highs
    return lows, highs


def _strict(words: str, codebook: Codebook) -> tuple[int, int] | None:
    if _DIGITS.fullmatch(words):
        return int(words), int(words)
    try:
        reading = read_phrase(parse_count(words), codebook)
    except (ClaimReconError, ValueError):
        return None
    if reading is None:
        return None
    low, high = reading.strict.low, reading.strict.high
    ends = (low, OPEN if high is None else high)
    if any(end != int(end) for end in ends) or low > _MOST or (high is not None and high > _MOST):
        return None
    return int(ends[0]), int(ends[1])


def _whole(value: Any) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value if 0 <= value <= _MOST else None
    text = str(value).strip()
    return int(text) if isinstance(value, str) and _DIGITS.fullmatch(text) else None


def _day(value: Any, first: int) -> int | None:
    """Return the ordinal of a whole day from *first* on."""
    if isinstance(value, date) and not isinstance(value, datetime):
        ordinal = value.toordinal()
    else:
        try:
            partial = parse_partial_date(str(value).strip())
        except (ClaimReconError, ValueError):
            return None
        if not partial.is_day:
            return None
        ordinal = partial.first.toordinal()
    return ordinal if ordinal >= first else None


def _partial(value: Any) -> int | None:
    try:
        parse_partial_date(str(value).strip())
    except (ClaimReconError, ValueError):
        return None
    return 0


def _moment(value: Any) -> int | None:
    try:
        parse_moment(str(value).strip())
    except (ClaimReconError, ValueError):
        return None
    return 0


def _text(value: Any) -> int | None:
    return 0 if isinstance(value, str) and len(value) <= _LONGEST else None


def _is_slip(value: Any, listed: tuple[str, ...]) -> bool:
    """Whether a name is no plain one, or a slip for one that is listed."""
    if not isinstance(value, str):
        return True
    bare = value.strip()
    return len(bare) > _LONGEST or (bare not in listed and nearest(bare, listed) is not None)


class _Cells:
    """One column, each distinct value once."""

    def __init__(self, column: "pa.ChunkedArray") -> None:
        pa = arrow()
        kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
        self.is_plain = not pa.types.is_nested(kind)
        if not self.is_plain:
            self._known: list[Any] = []
            codes = column.is_null().to_numpy().astype(np.int64)
            self.codes: Integers = np.where(codes == 1, -1, 0)
            self.blank: Flags = self.codes < 0
            return
        whole = column.combine_chunks()
        held = whole if isinstance(whole, pa.DictionaryArray) else whole.dictionary_encode()
        self._known = [_unfloated(value) for value in held.dictionary.to_pylist()]
        codes = held.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
        empty = [
            number
            for number, value in enumerate(self._known)
            if value is None or (isinstance(value, str) and not value.strip())
        ]
        self.codes = np.where(np.isin(codes, empty), -1, codes)
        self.blank = self.codes < 0

    def values(self, read: Callable[[Any], int | None]) -> tuple[Integers, Flags]:
        """Return what *read* makes of each cell, and whether it made something or it is blank."""
        if not self.is_plain:
            return np.zeros(len(self.codes), dtype=np.int64), self.blank
        used = np.unique(self.codes[self.codes >= 0])
        made = np.zeros(len(self._known) + 1, dtype=np.int64)
        fine = np.zeros(len(self._known) + 1, dtype=np.bool_)
        fine[-1] = True
        for number in used.tolist():
            value = read(self._known[number])
            if value is not None:
                made[number], fine[number] = value, True
        return made[self.codes], fine[self.codes]


def _unfloated(value: Any) -> Any:
    """Return a whole number that came as a float as such, and what is none as blank."""
    if not isinstance(value, float):
        return value
    if math.isnan(value):
        return None
    return int(value) if value.is_integer() else value
