"""Which keys are certainly possible: found for thousands of them together, with a point each.

Where all figures of a key, read strictly and none set aside, can hold at once, nothing clashes:
there is no contradiction, no tension, no revision and no slip, whoever said what (§9). For a run
that asks for no more (``detail="clashes"``), such a key is done. Every other key is reconciled by
itself, so screening changes no result: it only ever says *possible*, and only with a point at which
every row holds.
"""

from typing import TYPE_CHECKING, Final

import numpy as np

from claimrecon.dossier import Dossier
from claimrecon.pipeline.coding import OPEN, Coded, Flags, Integers, Known, coded
from claimrecon.pipeline.grouping import Groups
from claimrecon.pipeline.layout import Layout
from claimrecon.pipeline.options import Options
from claimrecon.pipeline.schemas import POSSIBLE
from claimrecon.pipeline.templates import Shape, Template
from claimrecon.pipeline.verdicts import KeyResult

if TYPE_CHECKING:
    import pyarrow as pa

_MOST_DAYS: Final = 30
_AT_ONCE: Final = 4_096
"""So many dossiers of one shape are looked at together."""


class Screen:
    """Proves keys possible; templates are made once and kept for the run."""

    def __init__(self, options: Options) -> None:
        self._templates: dict[Shape, Template] = {}
        self._known = _known(options)

    def proved(self, data: "pa.Table", layout: Layout, groups: Groups) -> Flags:
        """Say for each key whether it is proved possible."""
        proved = np.zeros(len(groups.keys), dtype=np.bool_)
        if self._known is None or not groups.keys:
            return proved
        cells = coded(data, layout, self._known)
        owner = np.full(data.num_rows, -1, dtype=np.int64)
        sizes = np.array([len(places) for places in groups.places])
        owner[np.concatenate(groups.places)] = np.repeat(np.arange(len(sizes)), sizes)
        fit = _simple_keys(cells, owner, len(sizes))
        rows = np.flatnonzero((owner >= 0) & fit[np.maximum(owner, 0)])
        if len(rows):
            self._prove(cells, rows, owner[rows], proved)
        return proved

    def _prove(self, cells: Coded, rows: Integers, owner: Integers, proved: Flags) -> None:
        """Fold the figures of each key into its totals, and try keys of one shape together."""
        since = self._known is not None and self._known.since is not None
        rank, days = _ranks(owner, cells.days[rows], len(proved))
        masks = np.zeros(len(proved), dtype=np.int64)
        np.bitwise_or.at(masks, owner, 1 << cells.measures[rows])
        shapes = masks * (_MOST_DAYS + 1) + days
        keys = np.unique(owner)
        keys = keys[days[keys] <= _MOST_DAYS]
        for number in np.unique(shapes[keys]).tolist():
            mask, count = divmod(number, _MOST_DAYS + 1)
            measures = tuple(bit for bit in range(mask.bit_length()) if mask >> bit & 1)
            shape = Shape(measures, count, since)
            if shape not in self._templates:
                self._templates[shape] = Template(shape)
            template = self._templates[shape]
            place = np.zeros(64, dtype=np.int64)
            place[list(measures)] = np.arange(len(measures))
            members = keys[shapes[keys] == number]
            for first in range(0, len(members), _AT_ONCE):
                some = members[first : first + _AT_ONCE]
                position = np.full(len(proved), -1, dtype=np.int64)
                position[some] = np.arange(len(some))
                mine = np.flatnonzero(position[owner] >= 0)
                total = place[cells.measures[rows[mine]]] * count + rank[mine]
                at = (position[owner[mine]], total)
                lows = np.zeros((len(some), len(measures) * count), dtype=np.int64)
                highs = np.full_like(lows, OPEN)
                np.maximum.at(lows, at, cells.lows[rows[mine]])
                np.minimum.at(highs, at, cells.highs[rows[mine]])
                proved[some] = template.prove(lows, highs)


def possible_result(rows: int) -> KeyResult:
    """Return what there is to say of a key that was proved possible."""
    return KeyResult(
        {
            "verdict": "compatible",
            "sentence": POSSIBLE,
            "rows": rows,
            "claims": rows,
            "errors": 0,
            "undecided": False,
            "truncated": False,
            "contradictions": 0,
            "tensions": 0,
            "worst_factor": None,
            "worst_gap": None,
        }
    )


def _known(options: Options) -> Known | None:
    """Return what bears on single cells, or ``None`` where a run asks for more than clashes."""
    needs_more = options.detail != "clashes" or options.known_by is not None
    if needs_more or any(options.setting.get(key) for key in ("assumptions", "ended", "measures")):
        return None
    setting = dict(options.setting)
    if options.codebook is not None:
        setting["codebook"] = options.codebook
    read = Dossier.model_validate(setting).read()
    sources = tuple(name for source in read.sources.values() for name in source.names)
    if read.since is not None and not read.since.is_day:
        return None
    populations, places = (tuple(tree.names) for tree in (read.populations, read.places))
    return Known(read.codebook, sources, populations, places, read.since)


def _simple_keys(cells: Coded, owner: Integers, count: int) -> Flags:
    """Say for each key whether all its rows are simple, about one place and people, ids apart."""
    fit = np.ones(count, dtype=np.bool_)
    there = owner >= 0
    fit[owner[there & ~cells.simple]] = False
    for codes in cells.where:
        lowest = np.full(count, np.iinfo(np.int64).max)
        highest = np.full(count, -2)
        np.minimum.at(lowest, owner[there], codes[there])
        np.maximum.at(highest, owner[there], codes[there])
        fit &= lowest == highest
    named = there & (cells.ids >= 0)
    pairs = owner[named] * (int(cells.ids.max(initial=0)) + 1) + cells.ids[named]
    _, first = np.unique(pairs, return_index=True)
    twice = np.ones(len(pairs), dtype=np.bool_)
    twice[first] = False
    fit[owner[named][twice]] = False
    return fit


def _ranks(owner: Integers, days: Integers, keys_known: int) -> tuple[Integers, Integers]:
    """Return the place of each row's day among the days of its key, and how many each key has."""
    span = int(days.max()) + 1
    values, inverse = np.unique(owner * span + days, return_inverse=True)
    keys = values // span
    start = np.searchsorted(keys, keys)
    counts = np.zeros(keys_known, dtype=np.int64)
    np.add.at(counts, keys, 1)
    rank: Integers = (np.arange(len(values)) - start)[inverse.reshape(-1)]
    return rank, counts
