"""The report as a page of its own: one file, nothing to load, for any screen and for paper."""

from claimrecon.display import Markup, element, page_style
from claimrecon.report.content import Content
from claimrecon.report.html import Frame, sections
from claimrecon.report.view import View

_PARTS = (
    ("findings", "Things to know"),
    ("ranges", "What is left possible"),
    ("claims", "Who said what"),
    ("notes", "To keep in mind"),
    ("methods", "How this was worked out"),
)

POLICY = str(
    element(
        "meta",
        {
            "http-equiv": "Content-Security-Policy",
            "content": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
        },
    )
)
"""Forbids the page to load or to run anything: should an escape ever fail, nothing comes of it."""


def report_page(content: Content, *, in_full: bool = False, note: str = "") -> str:
    """Return the whole report as an HTML document.

    Parameters
    ----------
    in_full
        Whether to say for every conflict which rereadings of one claim would resolve it, and what
        each account leaves possible; that is worked out now, and takes its time.
    note
        A sentence to put above the report.
    """
    view, frame = View(content, in_full=in_full), Frame(level=2, has_anchors=True)
    title = content.dossier.title or "Untitled"
    parts = tuple(sections(view, frame))
    whole = "".join(part.code for part in parts)
    links = [
        element("li", None, element("a", {"href": f"#{name}"}, words))
        for name, words in _PARTS
        if f'id="{name}"' in whole
    ]
    head = element(
        "head",
        None,
        element("meta", {"charset": "utf-8"}),
        Markup(POLICY),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("title", None, f"{title}: which figures can all be true"),
        element("style", None, Markup(page_style())),
    )
    body = element(
        "body",
        None,
        element(
            "main",
            {"class": "claimrecon"},
            element("h1", None, title),
            *([element("p", None, element("strong", None, note))] if note else []),
            element("nav", {"aria-label": "Parts of this page"}, element("ul", None, *links)),
            *parts,
        ),
    )
    return f"<!doctype html>\n{element('html', {'lang': 'en'}, head, body)}\n"
