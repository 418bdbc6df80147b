"""The pictures of a report: as SVG by itself, or on an axis of matplotlib."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from textwrap import fill
from typing import Any

from claimrecon.display import (
    COLOURS,
    Mark,
    Matrix,
    Timeline,
    Whiskers,
    matrix_svg,
    number_scale,
    timeline_svg,
    whiskers_svg,
)
from claimrecon.report.content import Content
from claimrecon.report.course import course_of
from claimrecon.report.history import Course
from claimrecon.report.pictures import matrix_of, timeline_of, whiskers_of
from claimrecon.report.view import View

KINDS: tuple[str, ...] = ("timeline", "ranges", "conflicts", "history")
"""The pictures there are."""

_MARKERS = ("o", "s", "D", "^", "v", "P", "p", "H", "*")
_CLASH, _POSSIBLE = "#D55E00", "#009E73"
_HIGHEST = 1.12
_LABEL_WIDTH = 28


@dataclass(frozen=True)
class Picture:
    """A picture of a report, as SVG; a notebook shows it.

    Attributes
    ----------
    title, alt
        What it is, and what it shows, for those who do not see it.
    svg
        The picture; it fills the width that it is given.
    """

    title: str
    alt: str
    svg: str

    def _repr_html_(self) -> str:
        return f"<div>{self.svg}</div>"

    def __str__(self) -> str:
        """Say what it shows."""
        return f"{self.title}. {self.alt}"


def picture_of(content: Content, kind: str, history: Course | None = None) -> Picture:
    """Return a picture of a report as SVG.

    Parameters
    ----------
    kind
        One of ``KINDS``.
    history
        For ``"history"``, what to show.

    Raises
    ------
    ValueError
        If there is no such picture, or nothing to show in it.
    """
    drawn = _drawable(content, kind, history)
    if isinstance(drawn, Timeline):
        svg = timeline_svg(drawn)
    else:
        svg = whiskers_svg(drawn) if isinstance(drawn, Whiskers) else matrix_svg(drawn)
    return Picture(drawn.title, drawn.description, str(svg))


def draw(content: Content, kind: str, ax: Any, history: Course | None = None) -> Any:
    """Draw a picture of a report on an axis of matplotlib, and return the axis.

    The axis keeps what the picture shows in words as its ``claimrecon_alt``.

    Raises
    ------
    ImportError
        If matplotlib is not installed.
    ValueError
        If there is no such picture, or nothing to show in it.
    """
    drawn = _drawable(content, kind, history)
    mpl = _matplotlib()
    if isinstance(drawn, Timeline):
        _timeline(drawn, ax, mpl)
    elif isinstance(drawn, Whiskers):
        _whiskers(drawn, ax)
    else:
        _matrix(drawn, ax)
    ax.set_title(drawn.title, loc="left", fontsize="medium")
    ax.claimrecon_alt = drawn.description
    return ax


def _drawable(content: Content, kind: str, history: Course | None) -> Timeline | Whiskers | Matrix:
    view = View(content)
    if kind not in KINDS:
        known = ", ".join(map(repr, KINDS))
        raise ValueError(f"there is no picture {kind!r} of a report. Ask for one of {known}.")
    drawn: Timeline | Whiskers | Matrix | None
    if kind == "timeline":
        drawn = timeline_of(view)
    elif kind == "history":
        if history is None:
            raise ValueError(
                "a picture of a history needs one. Ask for it first, and pass it on: "
                "report.plot('history', history=...)."
            )
        drawn = course_of(history, view.naming)
    elif kind == "ranges":
        drawn = whiskers_of(content.ranges, view.naming)
    else:
        drawn = matrix_of(view)
    if drawn is None:
        raise ValueError(
            f"there is nothing to show in a picture of {kind!r} of this report. Where claims "
            "clash, ranges depend on which of them are kept: ask for some, and pass them on: "
            "report.plot('ranges', ranges=[report.range(...)])."
        )
    return drawn


def _name_rows(ax: Any, labels: Sequence[str]) -> None:
    """Write the names beside the rows, in lines short enough to leave the rows their room."""
    ax.set_yticks(range(len(labels)), [fill(label, _LABEL_WIDTH) for label in labels])
    ax.tick_params(axis="y", labelsize="small")


def _matplotlib() -> Any:
    try:
        import matplotlib as mpl  # noqa: PLC0415 - only a plot needs it
        import matplotlib.dates  # noqa: PLC0415

    except ImportError as error:
        raise ImportError(
            "drawing on an axis needs matplotlib: pip install 'claimrecon[plot]'. Without it, "
            "report.plot(kind) gives the same picture as SVG."
        ) from error
    return mpl


def _timeline(timeline: Timeline, ax: Any, mpl: Any) -> None:
    """Draw all lanes on one axis of persons; what is counted is written at each mark."""
    marks = [(lane.title, mark) for lane in timeline.lanes for mark in lane.marks]
    days = [mark.last for _, mark in marks if mark.last is not None]
    last = max(days, default=date(2000, 1, 1))
    top = _set_scale(ax, [v for _, mark in marks for v in _values(mark)], axis="y")
    places: dict[str, tuple[date, float]] = {}
    for title, mark in marks:
        x, colour = mark.last or last, COLOURS[mark.key % len(COLOURS)]
        low, high = mark.outer
        foot, head = float(low or 0), top if high is None else float(high)
        ax.plot([x, x], [foot, head], color=colour, linewidth=1, zorder=2)
        if high is None:
            ax.plot([x], [top], marker="^", color=colour, markersize=5, zorder=2)
        for point in mark.points:
            ax.plot(
                [x],
                [float(point)],
                marker=_MARKERS[mark.key % len(_MARKERS)],
                markerfacecolor="none" if mark.is_hollow else colour,
                markeredgecolor="black",
                linestyle="none",
                zorder=3,
            )
        anchor = float(mark.points[0]) if mark.points else foot
        places[mark.name] = (x, anchor)
        words = f" {mark.label} {title}"
        ax.annotate(words, (x, anchor), fontsize="x-small", va="bottom")
    for joining in timeline.lines:
        known = sorted({places[name] for name in joining.names if name in places})
        for one, other in pairwise(known):
            ax.plot(*zip(one, other, strict=True), color=_CLASH, linestyle="--", zorder=1)
    for n, key in enumerate(timeline.keys):
        colour = COLOURS[n % len(COLOURS)]
        ax.plot(
            [],
            [],
            marker=_MARKERS[n % len(_MARKERS)],
            markerfacecolor=colour,
            markeredgecolor="black",
            linestyle="none",
            label=key.label,
        )
    locator = mpl.dates.AutoDateLocator(minticks=3, maxticks=6)
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(mpl.dates.ConciseDateFormatter(locator))
    ax.legend(fontsize="x-small", loc="best")
    ax.set_ylabel("persons")


def _whiskers(whiskers: Whiskers, ax: Any) -> None:
    values = [v for row in whiskers.rows for reach in row.reaches for v in reach.ends]
    top = _set_scale(ax, [v for v in values if v is not None], axis="x")
    for place, row in enumerate(whiskers.rows):
        for reach in row.reaches:
            low, high = reach.ends
            start, end = float(low or 0), top if high is None else float(high)
            if reach.kind == "said":
                ax.plot([start], [place], marker="D", color="black", markerfacecolor="none")
                continue
            width, colour = (7, _POSSIBLE) if reach.kind == "inner" else (1.5, "black")
            order = 2 if reach.kind == "inner" else 3
            ax.plot([start, end], [place, place], color=colour, linewidth=width, zorder=order)
            if start == end and reach.kind == "inner":
                ax.plot([start], [place], marker="|", color=colour, markersize=9)
            if high is None:
                ax.plot([top], [place], marker=">", color=colour)
    _name_rows(ax, [row.label for row in whiskers.rows])
    ax.invert_yaxis()
    ax.set_xlabel("persons")


def _matrix(matrix: Matrix, ax: Any) -> None:
    for column in range(len(matrix.heads)):
        places = [n for n, row in enumerate(matrix.rows) if column in row.columns]
        ring = column >= matrix.first_hollow
        ax.plot(
            [column] * len(places),
            places,
            marker="o",
            color="black" if ring else _CLASH,
            markerfacecolor="none" if ring else _CLASH,
            linestyle=":" if ring else "-",
        )
    ax.set_xticks(range(len(matrix.heads)), list(matrix.heads))
    _name_rows(ax, [row.label for row in matrix.rows])
    ax.xaxis.tick_top()
    ax.invert_yaxis()


def _values(mark: Mark) -> list[Fraction]:
    return [*(v for v in (*mark.inner, *mark.outer) if v is not None), *mark.points]


def _set_scale(ax: Any, values: Sequence[Fraction], *, axis: str) -> float:
    """Set the scale of an axis, and return its top: logarithmic where the figures span it."""
    scale = number_scale([float(value) for value in values])
    limits, set_scale = (
        (ax.set_ylim, ax.set_yscale) if axis == "y" else (ax.set_xlim, ax.set_xscale)
    )
    if scale.is_log:
        set_scale("log")
    limits(scale.low, scale.high * _HIGHEST)
    (ax.yaxis if axis == "y" else ax.xaxis).set_major_formatter("{x:,.0f}")
    return scale.high
