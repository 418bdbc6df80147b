"""Statements at their days, a lane of its own for each kind, as SVG."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from claimrecon.display.marks import arrow, at, block, broken, line, picture, symbol, words
from claimrecon.display.markup import Markup, element, joined
from claimrecon.display.pictures import Band, Ends, Lane, Line, Mark, Timeline
from claimrecon.display.scales import day_ticks, number_scale
from claimrecon.display.style import CLASH, POSSIBLE, colour_of

_LEFT, _RIGHT = 15.0, 97.0
_STEP = 2.6
_WIDEST_NOWHERE = 45.0
_GAP, _HEAD, _FOOT = 16.0, 24.0, 26.0
_LOW, _TALL = 84.0, 150.0
_FEW = 3
_KEY_LINE = 18.0
_MOST_LABELS = 30
_LETTERS = 42
_ROOM = 1.25

_Height = Callable[[Fraction], float]
"""From a number to pixels from the top."""


def timeline_svg(timeline: Timeline) -> Markup:
    """Return the picture as SVG of any width."""
    return _Drawing(timeline).drawn()


class _Drawing:
    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._days = _Days(timeline)
        self._places: dict[str, tuple[float, float]] = {}

    def drawn(self) -> Markup:
        parts: list[Markup] = []
        top = 0.0
        for lane in self._timeline.lanes:
            parts.append(self._lane(lane, top))
            top += _HEAD + _tallness(lane) + _GAP
        foot = top + _FOOT
        keys = joined(
            joined(
                [
                    at(1.8, foot + 8 + n * _KEY_LINE, symbol(n)),
                    words(4.6, foot + 12 + n * _KEY_LINE, broken(key.label, _LETTERS, 1)[0]),
                ]
            )
            for n, key in enumerate(self._timeline.keys)
        )
        height = foot + len(self._timeline.keys) * _KEY_LINE + 6
        # Lines stand behind the marks, which are known only when all lanes are laid out.
        behind = joined(part for joining in self._timeline.lines for part in self._line(joining))
        axis = joined(self._axis(top))
        return picture(
            self._timeline.title, self._timeline.description, height, behind, *parts, axis, keys
        )

    def _lane(self, lane: Lane, top: float) -> Markup:
        start, end = top + _HEAD, top + _HEAD + _tallness(lane)
        scale = number_scale(_numbers(lane))

        def y(value: Fraction) -> float:
            return end - scale.at(float(value)) * (end - start)

        parts = [words(0, top + 12, broken(lane.title, _LETTERS, 1)[0], weight="600")]
        for tick in scale.ticks(4):
            height = end - tick.at * (end - start)
            parts += [
                line((0, 100), (height, height), width=0.6, opacity=0.35),
                words(0, height - 3, tick.label),
            ]
        if scale.is_log or not scale.at(0.0):
            parts.append(line((0, 100), (end, end), width=1, opacity=0.6))
        parts += [part for band in lane.bands for part in self._band(band, y, (start, end))]
        labelled = len(lane.marks) <= _MOST_LABELS
        taken: defaultdict[int, int] = defaultdict(int)
        for mark in lane.marks:
            x = self._days.x(mark)
            step = taken[round(x / _STEP)]
            taken[round(x / _STEP)] += 1
            x = min(x + _STEP * ((step + 1) // 2) * (-1 if step % 2 else 1), _RIGHT + 2)
            parts.append(self._mark(mark, x, y, (start, end), labelled=labelled))
        return joined(parts)

    def _mark(
        self, mark: Mark, x: float, y: _Height, span: tuple[float, float], *, labelled: bool
    ) -> Markup:
        start, end = span
        height = _anchor(mark, y, end)
        self._places[mark.name] = (x, height)
        colour = colour_of(mark.key)
        parts = [element("title", None, mark.title)]
        low, high = mark.outer
        foot = end if low is None else y(low)
        head = start + 2 if high is None else y(high)
        dash = "3 3" if mark.is_hollow else None
        parts.append(line((x, x), (foot, head), width=1.6, dash=dash))
        parts += [
            line((x - 0.7, x + 0.7), (place, place), width=1.6)
            for place, known in ((foot, low), (head, high))
            if known is not None and foot != head
        ]
        if high is None:
            parts.append(at(x, head, arrow("up")))
        if low is None and high is not None:
            parts.append(at(x, foot, arrow("down")))
        if not mark.is_hollow and mark.inner[0] is not None and mark.inner[1] is not None:
            ends = y(mark.inner[0]), y(mark.inner[1])
            if ends[0] != ends[1]:
                parts.append(line((x, x), ends, width=5, colour=colour))
        begin = self._days.place(mark.first)
        if begin is not None and begin < x - _STEP:
            parts.append(line((begin, x), (height, height), width=1.2, dash="1 3"))
        parts += [
            at(x, y(point), symbol(mark.key, is_hollow=mark.is_hollow)) for point in mark.points
        ]
        if labelled and mark.label:
            parts.append(at(x, height, element("text", {"x": 8, "y": -6}, mark.label)))
        return element("g", None, *parts)

    def _band(self, band: Band, y: _Height, span: tuple[float, float]) -> Iterator[Markup]:
        x = self._days.place(band.last)
        x = self._days.nowhere[0] + 1 if x is None else x
        for ends, opacity in ((band.outer, 0.16), (band.inner, 0.28)):
            if ends == (None, None):
                continue
            low = span[1] if ends[0] is None else y(ends[0])
            high = span[0] if ends[1] is None else y(ends[1])
            outline = opacity < 0.2  # noqa: PLR2004 - the wide one is the one with an outline
            yield element(
                "g",
                None,
                element("title", None, band.title),
                block((x - 3, x + 3), (high, low), POSSIBLE, opacity=opacity, outline=outline),
            )

    def _line(self, joining: Line) -> Iterator[Markup]:
        known = sorted({self._places[name] for name in joining.names if name in self._places})
        for one, other in pairwise(known):
            yield element(
                "g",
                None,
                element("title", None, joining.title),
                line(
                    (one[0], other[0]),
                    (one[1], other[1]),
                    width=2.4,
                    colour=CLASH,
                    opacity=0.75,
                    dash="7 4",
                ),
            )
        if len(known) > 1 and joining.label:
            (x, y), (next_x, next_y) = known[:2]
            label = element("text", {"x": 4, "y": 4, "font-weight": "600"}, joining.label)
            yield at((x + next_x) / 2, (y + next_y) / 2, label)

    def _axis(self, top: float) -> Iterator[Markup]:
        foot = top - _GAP + 2
        for day, label in self._days.ticks:
            x = self._days.x_of(day)
            yield line((x, x), (foot, foot + 5))
            yield words(x, foot + 18, label, anchor="middle")
        start, end = self._days.nowhere
        if end > start:
            yield line(
                (start - 1.5, start - 1.5), (_HEAD, foot), width=0.8, opacity=0.5, dash="2 3"
            )
            yield words((start + end) / 2, foot + 18, self._timeline.nowhere, anchor="middle")


class _Days:
    """Where days lie across the picture, and where those marks lie that have none."""

    def __init__(self, timeline: Timeline) -> None:
        marks = [mark for lane in timeline.lanes for mark in lane.marks]
        days = [day for mark in marks for day in (mark.first, mark.last) if day is not None]
        days += [
            day
            for lane in timeline.lanes
            for band in lane.bands
            for day in (band.first, band.last)
            if day is not None
        ]
        most = max(
            (
                sum(mark.last is None for mark in lane.marks)
                + any(band.last is None for band in lane.bands)
                for lane in timeline.lanes
            ),
            default=0,
        )
        width = 0.0
        if most:
            width = max(min(_STEP * (most + 2), _WIDEST_NOWHERE), 17.0)
        self.nowhere = (_RIGHT - width, _RIGHT)
        self._end = _RIGHT - (width + 4 if width else 0)
        self._start = _LEFT
        self._first = min(days, default=date(2000, 1, 1))
        self._last = max(days, default=self._first)
        if self._first == self._last:
            self._first = _shifted(self._first, -1)
            self._last = _shifted(self._last, 1)
        self.ticks = day_ticks(self._first, self._last, 4 if width else 5) if days else ()

    def x_of(self, day: date) -> float:
        share = (day - self._first).days / (self._last - self._first).days
        return self._start + share * (self._end - self._start)

    def place(self, day: date | None) -> float | None:
        return None if day is None else self.x_of(day)

    def x(self, mark: Mark) -> float:
        if mark.last is not None:
            return self.x_of(mark.last)
        start, end = self.nowhere
        return (start + end) / 2


def _tallness(lane: Lane) -> float:
    return _LOW if len(lane.marks) <= _FEW else _TALL


def _shifted(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def _anchor(mark: Mark, y: _Height, end: float) -> float:
    """Return the height at which a mark is joined to others."""
    known = [*mark.points, *(v for v in (*mark.inner, *mark.outer) if v is not None)]
    return y(known[0]) if known else end


def _numbers(lane: Lane) -> Iterable[float]:
    intervals: list[Ends] = [e for mark in lane.marks for e in (mark.inner, mark.outer)]
    intervals += [e for band in lane.bands for e in (band.inner, band.outer)]
    yield from (float(v) for ends in intervals for v in ends if v is not None)
    yield from (float(p) for mark in lane.marks for p in mark.points)
    # Room for the arrow above a figure that is open there.
    yield from (
        float(mark.outer[0]) * _ROOM
        for mark in lane.marks
        if mark.outer[0] is not None and mark.outer[1] is None
    )
