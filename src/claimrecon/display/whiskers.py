"""Intervals one below the other on one scale, as SVG: a thick bar in a thin one, said beside it."""

from collections.abc import Iterator
from fractions import Fraction

from claimrecon.display.marks import arrow, at, block, broken, line, picture, words
from claimrecon.display.markup import Markup, element, joined
from claimrecon.display.pictures import Reach, Whisker, Whiskers
from claimrecon.display.scales import Scale, number_scale
from claimrecon.display.style import POSSIBLE

_LEFT, _RIGHT = 1.5, 96.0
_LETTERS = 44
_TEXT, _TRACK, _GAP = 15.0, 20.0, 22.0


def whiskers_svg(whiskers: Whiskers) -> Markup:
    """Return the picture as SVG of any width."""
    scale = number_scale(
        float(end)
        for row in whiskers.rows
        for reach in row.reaches
        for end in reach.ends
        if end is not None
    )
    parts: list[Markup] = []
    top = 4.0
    for row in whiskers.rows:
        drawn, height = _row(row, top, scale)
        parts.append(drawn)
        top += height
    rules = joined(_axis(scale, top))
    legend = joined(_legend(whiskers.legend, top + 34))
    height = top + 30 + 18 * len(whiskers.legend)
    return picture(whiskers.title, whiskers.description, height, rules, *parts, legend)


def _x(scale: Scale, value: Fraction) -> float:
    return _LEFT + scale.at(float(value)) * (_RIGHT - _LEFT)


def _row(row: Whisker, top: float, scale: Scale) -> tuple[Markup, float]:
    indent = 3.0 if row.is_part else 0.0
    lines = broken(row.label, _LETTERS, 2)
    weight = None if row.is_part else "600"
    parts = [
        words(indent, top + 12 + n * _TEXT, said, weight=weight) for n, said in enumerate(lines)
    ]
    foot = top + _TEXT * len(lines)
    middle = foot + _TRACK / 2
    height = _TEXT * len(lines)
    if row.reaches:
        parts += [_reach(reach, middle, scale) for reach in row.reaches]
        height += _TRACK
    noted = broken(row.note, _LETTERS + 6, 3) if row.note else []
    parts += [words(indent, top + height + 12 + n * _TEXT, said) for n, said in enumerate(noted)]
    return joined(parts), height + _TEXT * len(noted) + _GAP


def _reach(reach: Reach, y: float, scale: Scale) -> Markup:
    low, high = reach.ends
    start = _LEFT if low is None else _x(scale, low)
    end = _RIGHT + 2.5 if high is None else _x(scale, high)
    if reach.kind == "said":
        return joined(
            at(_x(scale, value), y, _said())
            for value in dict.fromkeys((low, high))
            if value is not None
        )
    if reach.kind == "inner":
        bar = block((start, max(end, start + 0.6)), (y - 5, y + 5), POSSIBLE)
        head = [at(end + 1, y, arrow("right"))] if high is None else []
        return element("g", None, bar, *head)
    parts = [line((start, end), (y, y), width=1.8)]
    parts += [
        line((x, x), (y - 7, y + 7), width=1.8)
        for x, known in ((start, low), (end, high))
        if known is not None
    ]
    if high is None:
        parts.append(at(end, y, arrow("right")))
    return element("g", None, *parts)


def _said() -> Markup:
    return element(
        "path",
        {
            "d": "M0-7L5 0L0 7L-5 0Z",
            "fill": "none",
            "stroke": "currentColor",
            "stroke-width": 1.8,
        },
    )


def _axis(scale: Scale, foot: float) -> Iterator[Markup]:
    for tick in scale.ticks():
        x = _LEFT + tick.at * (_RIGHT - _LEFT)
        yield line((x, x), (0, foot), width=0.6, opacity=0.3)
        anchor = "start" if tick.at < 0.05 else "middle"  # noqa: PLR2004 - else it is cut off
        yield words(x, foot + 14, tick.label, anchor=anchor)


def _legend(legend: tuple[tuple[str, str], ...], top: float) -> Iterator[Markup]:
    for n, (kind, meaning) in enumerate(legend):
        y = top + 18 * n
        if kind == "said":
            yield at(3.5, y - 4, _said())
        elif kind == "inner":
            yield block((1.5, 5.5), (y - 9, y + 1), POSSIBLE)
        else:
            yield line((1.5, 5.5), (y - 4, y - 4), width=1.8)
            yield joined(line((x, x), (y - 10, y + 2), width=1.8) for x in (1.5, 5.5))
        yield words(8, y, broken(meaning, _LETTERS, 1)[0])
