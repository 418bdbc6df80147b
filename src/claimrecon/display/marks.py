"""The small shapes that pictures are made of, in pixels around a place given in percent."""

from claimrecon.display.markup import Markup, element, joined, percent, text
from claimrecon.display.style import colour_of, shape_of

ARROW = 5.0


def at(x: float, y: float, *children: Markup) -> Markup:
    """Put shapes at a place: *x* in percent of the width, *y* in pixels."""
    return element("svg", {"x": percent(x), "y": y, "overflow": "visible"}, *children)


def words(
    x: float, y: float, said: str, *, anchor: str = "start", weight: str | None = None
) -> Markup:
    """Write words: *x* in percent, *y* in pixels to the foot of the letters."""
    anchored = None if anchor == "start" else anchor
    return element(
        "text",
        {"x": percent(x), "y": y, "text-anchor": anchored, "font-weight": weight},
        text(said),
    )


def line(
    x: tuple[float, float],
    y: tuple[float, float],
    *,
    width: float = 1,
    colour: str = "currentColor",
    opacity: float | None = None,
    dash: str | None = None,
) -> Markup:
    """Draw a line between two places; *x* in percent, *y* in pixels."""
    return element(
        "line",
        {
            "x1": percent(x[0]),
            "x2": percent(x[1]),
            "y1": y[0],
            "y2": y[1],
            "stroke": colour,
            "stroke-width": width,
            "stroke-opacity": opacity,
            "stroke-dasharray": dash,
        },
    )


def block(
    x: tuple[float, float],
    y: tuple[float, float],
    colour: str,
    *,
    opacity: float = 1,
    outline: bool = False,
) -> Markup:
    """Fill a block between two places; *x* in percent, *y* in pixels."""
    return element(
        "rect",
        {
            "x": percent(x[0]),
            "width": percent(x[1] - x[0]),
            "y": y[0],
            "height": max(y[1] - y[0], 1.5),
            "fill": colour,
            "fill-opacity": None if opacity == 1 else opacity,
            "stroke": "currentColor" if outline else None,
            "stroke-width": 0.8 if outline else None,
            "stroke-dasharray": "3 2" if outline else None,
        },
    )


def symbol(key: int, *, is_hollow: bool = False) -> Markup:
    """Return the shape of a key around the origin."""
    return element(
        "path",
        {
            "d": shape_of(key),
            "fill": "none" if is_hollow else colour_of(key),
            "stroke": colour_of(key) if is_hollow else "currentColor",
            "stroke-width": 2 if is_hollow else 1,
        },
    )


def arrow(direction: str) -> Markup:
    """Return a head around the origin that says that it goes on: ``up``, ``down``, ``right``."""
    ways = {"up": "M-4 6L0 0L4 6", "down": "M-4-6L0 0L4-6", "right": "M-6-4L0 0L-6 4"}
    return element(
        "path",
        {"d": ways[direction], "fill": "none", "stroke": "currentColor", "stroke-width": 1.8},
    )


def picture(title: str, description: str, height: float, *parts: Markup) -> Markup:
    """Return an image that fills the width it is given, with what it says to those who hear it."""
    return element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "role": "img",
            "aria-label": f"{title}. {description}",
            "width": "100%",
            "height": round(height),
            "overflow": "visible",
            "font-family": "system-ui,sans-serif",
            "font-size": "11.5",
            "fill": "currentColor",
        },
        element("title", None, title),
        element("desc", None, description),
        joined(parts),
    )


def broken(said: str, most: int, lines: int) -> list[str]:
    """Break words into a few lines of at most so many letters; what is left out shows as dots."""
    rest = said.split()
    made: list[str] = []
    while rest and len(made) < lines:
        taken = rest.pop(0)
        while rest and len(taken) + 1 + len(rest[0]) <= most:
            taken += f" {rest.pop(0)}"
        if len(taken) > most:
            taken, over = taken[:most], taken[most:]
            rest.insert(0, over)
        made.append(taken)
    if rest and made:
        made[-1] = f"{made[-1][: most - 1]}…"
    return made or [""]
