"""Drafts for a notebook: the text with every figure marked, its reading beside it; all escaped."""

from collections.abc import Iterator, Sequence
from html import escape

from claimrecon.extraction.draft import Draft
from claimrecon.extraction.lines import details, reading

# Colours come from the page around it, so that it reads on light and dark alike.
_ARTICLE = "white-space:pre-wrap;max-width:46em;line-height:1.5;margin:.5em 0"
_FIGURE = "background:none;color:inherit;border-bottom:2px solid currentColor;font-weight:bold"
_DENIED = f"{_FIGURE};text-decoration:line-through"
_CELL = "text-align:left;vertical-align:top;padding:.15em 1em .15em 0"
_LONGEST = 20_000
"""Characters of a text that a notebook shows."""


def drafts_html(text: str, drafts: Sequence[Draft], held_back: int) -> str:
    """Return a text and its drafts as one HTML element without scripts."""
    rows = "".join(map(_row, drafts))
    more = f"<p>{held_back} more drafts are held back: with_all() has them.</p>"
    return (
        f'<div><p style="{_ARTICLE}">{"".join(_marked(text, drafts))}</p>'
        f"<table>{rows}</table>{more if held_back else ''}</div>"
    )


def _marked(text: str, drafts: Sequence[Draft]) -> Iterator[str]:
    at = 0
    for draft in sorted(drafts, key=lambda draft: draft.start):
        if draft.start < at or draft.end > _LONGEST:
            continue
        yield escape(text[at : draft.start])
        style = _FIGURE if draft.is_asserted else _DENIED
        title = escape(reading(draft), quote=True)
        yield f'<mark style="{style}" title="{title}">{escape(draft.figure.words)}</mark>'
        yield f"<sup>{escape(draft.id)}</sup>"
        at = draft.end
    yield escape(text[at : max(at, _LONGEST)])
    if len(text) > max(at, _LONGEST):
        yield " …"


def _row(draft: Draft) -> str:
    head = escape(draft.id)
    lines = [f"<b>{escape(reading(draft))}</b>", *map(escape, details(draft))]
    return (
        f'<tr><th scope="row" style="{_CELL}">{head}</th>'
        f'<td style="{_CELL}">{"<br>".join(lines)}</td></tr>'
    )
