"""The colours and shapes that stand for things, and the style sheets.

Colours are those of Okabe and Ito [1]_, which most people with a deficiency of colour vision can
tell apart. None of them carries a meaning alone: each goes with a shape, and every shape has an
outline in the colour of the text, so that a picture reads in black and white, on light and on dark.

References
----------
.. [1] M. Okabe and K. Ito (2008), *Color Universal Design*, https://jfly.uni-koeln.de/color/.
"""

import re
from functools import cache
from importlib.resources import files

COLOURS: tuple[str, ...] = (
    "#0072B2",  # blue
    "#E69F00",  # orange
    "#009E73",  # bluish green
    "#CC79A7",  # reddish purple
    "#56B4E9",  # sky blue
    "#F0E442",  # yellow
    "#D55E00",  # vermilion
)
"""One for each key, in this order, and again from the start with another shape."""

CLASH = "#D55E00"
"""What cannot all be true."""

POSSIBLE = "#009E73"
"""What is left possible."""

SHAPES: tuple[str, ...] = (
    "M-5 0A5 5 0 1 1 5 0A5 5 0 1 1-5 0Z",  # circle
    "M-4.5-4.5H4.5V4.5H-4.5Z",  # square
    "M0-6.2L6.2 0L0 6.2L-6.2 0Z",  # diamond
    "M0-5.8L5.8 4.4H-5.8Z",  # triangle
    "M0 5.8L5.8-4.4H-5.8Z",  # triangle on its point
    "M-2-5.5H2V-2H5.5V2H2V5.5H-2V2H-5.5V-2H-2Z",  # cross
    "M0-6L5.7-1.9L3.5 4.9H-3.5L-5.7-1.9Z",  # pentagon
    "M-6 0L-3-5.2H3L6 0L3 5.2H-3Z",  # hexagon
    "M0-7L2-2L7 0L2 2L0 7L-2 2L-7 0L-2-2Z",  # star
)
"""Outlines around the origin, a dozen pixels wide: one more than there are colours, and another."""


def card_style() -> str:
    """Return the style sheet for a report inside another page, such as a notebook."""
    return _sheet("card.css")


def page_style() -> str:
    """Return the style sheet for a page of its own: light, dark and paper."""
    return _sheet("card.css") + _sheet("page.css")


@cache
def _sheet(name: str) -> str:
    """Return a style sheet without comments and without space that only people need."""
    written = files(__package__).joinpath(name).read_text("utf-8")
    bare = re.sub(r"/\*.*?\*/", "", written, flags=re.DOTALL)
    return re.sub(r"\s*([{};,])\s*", r"\1", " ".join(bare.split())).replace(": ", ":")


def colour_of(key: int) -> str:
    """Return the colour of a key by its place."""
    return COLOURS[key % len(COLOURS)]


def shape_of(key: int) -> str:
    """Return the outline of a key by its place; it takes 63 keys until two are alike in both."""
    return SHAPES[key % len(SHAPES)]
