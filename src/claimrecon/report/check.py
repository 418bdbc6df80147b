"""How every claim of a file was read, and what is wrong with the file (``claimrecon check``)."""

from dataclasses import asdict
from typing import Any

from claimrecon.dossier import Examined, how_read
from claimrecon.report.layout import columns, wrapped
from claimrecon.report.notices import notice_values
from claimrecon.report.words import several


def check_values(examined: Examined) -> dict[str, Any]:
    """Return what the examination of a file found, as plain values."""
    return {
        "claims": [] if examined.dossier is None else list(how_read(examined.dossier.read())),
        "errors": [asdict(problem) for problem in examined.errors],
        "warnings": [notice_values(notice) for notice in examined.warnings],
    }


def check_text(examined: Examined, *, width: int = 80) -> str:
    """Return how every usable claim was read, as a table; what is wrong is not part of it.

    Parameters
    ----------
    width
        Columns; 60 at least.
    """
    width = max(width, 60)
    if examined.dossier is None:
        return f"{examined.name}: nothing in it can be used.\n"
    read = examined.dossier.read()
    rows = how_read(read)
    words = {claim.id: claim.words for claim in (*read.claims, *read.assumptions)}
    table = [("claim", "as written", "to the letter", "with rounding", "read as")]
    table += [
        (
            row["id"],
            words[row["id"]],
            _interval(row["strict"]),
            _interval(row["lenient"]),
            row["rule"] or "no number",
        )
        for row in rows
    ]
    share = (width - 10) // 5
    lines = [
        f"{examined.name}: {several(len(rows), 'figure')}, codebook {read.codebook.name}.",
        "",
        *columns(table, (share,) * 5),
    ]
    for notice in examined.warnings:
        lines += ["", *wrapped(str(notice), width)]
    return "\n".join(lines) + "\n"


def _interval(ends: list[int | str | None] | None) -> str:
    if ends is None:
        return "-"
    low, high = (f"{end:,}" if isinstance(end, int) else end for end in ends)
    if high is None:
        return f"{low} or more"
    return str(high) if low == high else f"{low} to {high}"
