"""Lines of plain text: wrapping, columns, and words that must stay on one line."""

import textwrap
from collections.abc import Iterable, Sequence

NARROW = 60
"""Below so many columns the lines of a table become paragraphs."""
NARROWEST = 24
"""Fewer columns than this are not written for."""

_GLUE = "\x1f"


def glued(words: str) -> str:
    """Return *words* so that ``wrapped`` never breaks them."""
    return words.replace(" ", _GLUE)


def wrapped(text: str, width: int, *, first: str = "", indent: str = "") -> list[str]:
    """Break a paragraph into lines of at most *width* columns.

    Parameters
    ----------
    first, indent
        What stands before the first and before every further line.
    """
    lines = textwrap.wrap(
        text,
        max(width, len(indent) + 10),
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(_GLUE, " ") for line in lines]


def columns(
    rows: Iterable[Sequence[str]], widths: Sequence[int], *, indent: str = "  "
) -> list[str]:
    """Set rows in columns; a cell that is too long goes on below itself.

    Parameters
    ----------
    widths
        Of each column but the last gap; two spaces stand between columns. A negative width sets
        its column to the right.
    """
    lines: list[str] = []
    for row in rows:
        cells = [
            textwrap.wrap(cell, abs(width), subsequent_indent="" if width < 0 else " ") or [""]
            for cell, width in zip(row, widths, strict=True)
        ]
        for index in range(max(map(len, cells))):
            parts = [
                _set(cell[index] if index < len(cell) else "", width)
                for cell, width in zip(cells, widths, strict=True)
            ]
            lines.append(f"{indent}{'  '.join(parts)}".rstrip())
    return lines


def _set(words: str, width: int) -> str:
    return words.rjust(-width) if width < 0 else words.ljust(width)
