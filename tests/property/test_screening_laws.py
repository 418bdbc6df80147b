"""Keys that are proved possible together are possible one by one."""

from datetime import timedelta
from fractions import Fraction
from typing import Any

import numpy as np
from depth import examples
from hypothesis import given
from hypothesis import strategies as st
from tables import claim_tables

from claimrecon.claims import Scope, Timing, When
from claimrecon.constraints import Binding, Context, Trees, build, frame_of
from claimrecon.linear import Point, decide
from claimrecon.periods import DaySpan, parse_partial_date
from claimrecon.pipeline.coding import FLOWS, OPEN
from claimrecon.pipeline.grouping import groups_of
from claimrecon.pipeline.inputs import table_of
from claimrecon.pipeline.layout import layout_of
from claimrecon.pipeline.options import Options
from claimrecon.pipeline.screening import Screen
from claimrecon.pipeline.templates import Shape, Template
from claimrecon.quantities import (
    CountInterval,
    codebook_named,
    parse_count,
    read_phrase,
)
from claimrecon.scopes import EVERYTHING, NameTree
from claimrecon.vocabulary import MEASURES

SOME = examples(60)
_DAY = parse_partial_date("2031-03-01").first
_BOOKS = ("claimrecon-1", "acled", "emdat", "plural-minimum")
_SETS = st.sets(st.integers(0, len(FLOWS) - 1), min_size=1, max_size=3)


@SOME
@given(measures=_SETS, days=st.integers(1, 3), dated=st.booleans(), data=st.data())
def test_what_is_proved_possible_is_possible(
    measures: set[int], days: int, *, dated: bool, data: st.DataObject
) -> None:
    """No dossier is called possible whose rows, built by themselves, cannot hold."""
    shape = Shape(tuple(sorted(measures)), days, dated)
    size = len(measures) * days
    bounds = st.lists(st.integers(0, 40), min_size=size, max_size=size)
    lows = np.array([data.draw(bounds)], dtype=np.int64)
    widths = np.array([data.draw(bounds)], dtype=np.int64)
    highs = np.where(widths > 35, OPEN, lows + widths)

    proved = bool(Template(shape).prove(lows, highs)[0])
    assert not proved or _is_possible(shape, lows[0].tolist(), highs[0].tolist())


def _is_possible(shape: Shape, lows: list[int], highs: list[int]) -> bool:
    since = DaySpan(_DAY, _DAY) if shape.has_since else None
    bindings = []
    for number, (low, high) in enumerate(zip(lows, highs, strict=True)):
        measure, day = divmod(number, shape.days)
        on = _DAY + timedelta(days=3 * day)
        when = When(Timing.AS_OF, DaySpan(on, on), since)
        scope = Scope(
            MEASURES[FLOWS[shape.measures[measure]]], EVERYTHING, EVERYTHING, EVERYTHING, when
        )
        interval = CountInterval(Fraction(low), None if high == OPEN else Fraction(high))
        bindings.append(Binding(str(number), "", scope, interval))
    trees = Trees(NameTree(), NameTree(), NameTree())
    context = Context(frame_of([b.scope for b in bindings], None, since), trees)
    return isinstance(decide(build(context, bindings).system), Point)


def test_a_bare_number_reads_as_itself_in_every_codebook() -> None:
    """Digits are taken without the reader of phrases: to the letter they are what they say."""
    for book in map(codebook_named, _BOOKS):
        for number in (0, 7, 100, 11_000, 999_999_999):
            reading = read_phrase(parse_count(str(number)), book)
            assert reading is not None
            assert reading.strict == CountInterval(Fraction(number), Fraction(number))


@examples(15)
@given(rows=claim_tables(plain=True, most=12))
def test_plain_keys_are_screened(rows: list[dict[str, Any]]) -> None:
    """The law of both doors is not empty: keys with one plain claim are always proved."""
    alone = [row | {"event": str(n), "source": "Mayor"} for n, row in enumerate(rows)]
    table = table_of(alone)
    groups = groups_of(table, "event")
    layout = layout_of(table.column_names, "event")
    proved = Screen(Options(detail="clashes")).proved(table, layout, groups)

    assert proved.tolist() == [_is_plain(row) for row in alone]


def _is_plain(row: dict[str, Any]) -> bool:
    """Whether nothing was spoilt in a row of the plain kind."""
    fine = {"measure": ("killed", "injured", "casualties"), "place": ("Upper Town",)}
    spoilt = row["as_of"] == "2024-02-31" or row["evidence"] is not None
    words = row["count"] not in {None, "very many 3 or 4 x"}
    return words and not spoilt and all(row[name] in choice for name, choice in fine.items())
