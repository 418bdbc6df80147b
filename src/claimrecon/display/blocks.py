"""Blocks of a page: tables, and what is folded away."""

from collections.abc import Iterable, Sequence

from claimrecon.display.markup import Markup, element
from claimrecon.display.style import card_style


def card(*parts: Markup) -> str:
    """Return parts as one element for a notebook, with the style sheet they need."""
    style = element("style", None, Markup(card_style()))
    return str(element("div", {"class": "claimrecon"}, style, *parts))


def folded(words: str, *parts: Markup) -> Markup:
    """Return parts that show when somebody asks for them, under *words*."""
    return element("details", None, element("summary", None, words), *parts)


def table(
    caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: int = 0
) -> Markup:
    """Return a table that can be moved sideways where the window is narrower than it.

    Parameters
    ----------
    caption
        What it is, for those who do not see it.
    heads, rows
        Texts; the first of a row is its head.
    numbers
        How many columns at the end are set to the right.
    """
    first_number = len(heads) - numbers

    def cells(tag: str, line: Sequence[str], scope: str | None) -> Markup:
        return element(
            "tr",
            None,
            *(
                element(
                    tag if i or scope == "col" else "th",
                    {
                        "scope": scope if scope == "col" else (None if i else "row"),
                        "class": "cr-number" if i >= first_number else None,
                    },
                    cell,
                )
                for i, cell in enumerate(line)
            ),
        )

    whole = element(
        "table",
        None,
        element("thead", None, cells("th", heads, "col")),
        element("tbody", None, *(cells("td", row, None) for row in rows)),
    )
    around = {"class": "cr-wide", "role": "region", "aria-label": caption, "tabindex": "0"}
    return element("div", around, whole)
