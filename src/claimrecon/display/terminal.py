"""Text for a terminal: as wide as it is, and in colour where somebody looks and wants it."""

import os
import shutil
from collections.abc import Iterable
from typing import TextIO

_PLAIN_WIDTH = 80
_WIDEST = 100


def width_of(stream: TextIO) -> int:
    """Return the columns to write on: those of the terminal, up to 100; 80 for a pipe or a file."""
    if not stream.isatty():
        return _PLAIN_WIDTH
    return min(shutil.get_terminal_size().columns, _WIDEST)


def styled(words: str, styles: Iterable[tuple[str, str]], stream: TextIO) -> str:
    """Return *words* with the styles of a terminal, where *stream* is one and rich is installed.

    ``NO_COLOR`` (set to anything) and ``TERM=dumb`` leave the words as they are.

    Parameters
    ----------
    words
        Lines of text, clean of controls.
    styles
        Pairs of a regular expression, over many lines, and a style as rich names it.
    stream
        Where it will be written.
    """
    if not stream.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return words
    try:
        from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
        from rich.text import Text  # noqa: PLC0415
    except ImportError:
        return words
    text = Text(words)
    for pattern, style in styles:
        text.highlight_regex(rf"(?m){pattern}", style)
    console = Console(force_terminal=True, width=_WIDEST * 4, highlight=False)
    with console.capture() as captured:
        console.print(text, soft_wrap=True, end="")
    return str(captured.get())
