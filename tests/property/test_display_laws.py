"""Whatever a dossier holds, every display shows it as it was written, and none ever raises."""

import csv
import io
import json
import re
import unicodedata
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from claimrecon import Dossier, DossierError, Report, reconcile
from claimrecon.display import clean, escaped_markdown
from claimrecon.report.plot import KINDS

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onload='alert(1)",
    "</title></style></svg><b>",
    "[killed](javascript:alert(1))",
    "![x](https://x.example/p.png)",
    "| cell | `code` | **bold** | $x$ | #1 | @somebody | :tada:",
    "<!-- & &amp; &#60; ]]>",
    '=HYPERLINK("https://x.example")',
    "+1-2",
    "-1",
    "@SUM(A1)",
    "\tcmd",
    "\x1b[31mred\x1b]0;title\x07",
    "\u202e00,11\u202c",
    "\x9b2J",
    "\u2066x\u2069",
    'https://x.example/"onmouseover="alert(1)',
    "\U0001f480 \u05d0\u05d1\u05d2 \u0645\u0631\u062d\u0628\u0627 e\u0301",
    "1. one\n# two\n- three",
    "```",
    "    ",
)
texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(min_size=1, max_size=60),
)
FIGURES = (
    "12 killed",
    "at least 300 killed",
    "4,000 casualties",
    "about 20 wounded",
    "many killed",
)


@st.composite
def hostile_dossiers(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a dossier whose every free text is somebody's mischief."""
    names = draw(st.lists(texts, min_size=1, max_size=3, unique=True))
    claims = [
        {
            "source": {"name": name},
            "says": draw(st.sampled_from(FIGURES)),
            "reported_on": draw(st.sampled_from(("2025-01-09", "2025-01", "2024"))),
            "via": draw(st.lists(texts, max_size=1)),
            "place": draw(texts),
            "quote": draw(texts),
            "note": draw(texts),
            "url": draw(texts),
        }
        for name in names
    ]
    return {"title": draw(texts), "claims": claims}


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.references: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on") or name == "src"]
        self.references += [value or "" for name, value in attrs if name == "href"]


OURS = frozenset(
    {
        "a",
        "article",
        "blockquote",
        "body",
        "circle",
        "desc",
        "details",
        "div",
        "figcaption",
        "figure",
        "g",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "head",
        "html",
        "li",
        "line",
        "main",
        "meta",
        "nav",
        "ol",
        "p",
        "path",
        "pre",
        "rect",
        "section",
        "span",
        "strong",
        "style",
        "summary",
        "svg",
        "table",
        "tbody",
        "td",
        "text",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    }
)
ANCHOR = re.compile(r'<a id="[\w-]+"></a>')
LINK = re.compile(r"\]\((#[\w-]+|<https?://[^\s<>\"']+>)\)")


def _unseen(text: str) -> set[str]:
    """Return what acts without being seen: controls, and marks that turn the direction."""
    turning = {chr(n) for n in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
    return {
        c for c in text if (unicodedata.category(c) == "Cc" and c not in "\n\t") or c in turning
    }


def _shown(dossier: dict[str, Any]) -> Report | None:
    try:
        return reconcile(Dossier.model_validate(dossier))
    except (DossierError, ValueError):
        return None


@settings(max_examples=40)
@given(hostile_dossiers())
def test_no_display_raises_and_none_is_taken_in(dossier: dict[str, Any]) -> None:
    """HTML, SVG, Markdown, text, CSV and JSON of the same report, each safe where it is shown."""
    report = _shown(dossier)
    if report is None:
        return

    for html in (report.to_html(), report._repr_html_()):
        tags = _Tags()
        tags.feed(html)
        assert tags.found <= OURS
        assert all(link.startswith(("#", "https://", "http://")) for link in tags.references)
        assert not _unseen(html)
    for kind in KINDS:
        try:
            ET.fromstring(report.plot(kind).svg)  # noqa: S314 - our own picture
        except ValueError as error:
            assert "nothing to show" in str(error)  # noqa: PT017 - a refusal is an answer, too
    ET.fromstring(report.card(report.dossier.claims[0].id))  # noqa: S314
    markdown = report.to_markdown()
    assert "<" not in ANCHOR.sub("", LINK.sub("", markdown)).replace("&lt;", "")
    assert not _unseen(markdown)
    assert not _unseen(report.to_text())
    assert not _unseen(report.to_json())
    assert json.loads(report.to_json()) == report.to_dict()
    for name in ("findings", "claims", "ranges"):
        written = report.table(name).to_csv()
        for cell in (cell for row in csv.reader(io.StringIO(written)) for cell in row):
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@settings(max_examples=40)
@given(hostile_dossiers())
def test_a_dossier_shows_itself_whatever_is_wrong_with_it(dossier: dict[str, Any]) -> None:
    """A dossier and its claims show what was written, also where it cannot be used."""
    try:
        made = Dossier.model_validate(dossier)
    except ValueError:
        return

    for html in (made._repr_html_(), *(claim._repr_html_() for claim in made.claims)):
        tags = _Tags()
        tags.feed(html)
        assert tags.found <= OURS


@given(texts)
def test_markdown_shows_what_was_written(words: str) -> None:
    """A reader of Markdown takes it for one paragraph of plain text, and for this text."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    shown = " ".join(clean(words).split())

    blocks = reader.parse(escaped_markdown(words))

    if not shown:
        assert blocks == []
        return
    assert [block.type for block in blocks] == ["paragraph_open", "inline", "paragraph_close"]
    parts = blocks[1].children or []
    assert {part.type for part in parts} <= {"text", "text_special"}
    assert "".join(part.content for part in parts) == shown


@given(st.text())
def test_cleaning_is_done_once(words: str) -> None:
    """What is clean stays as it is, and nothing unseen is left."""
    assert clean(clean(words)) == clean(words)
    assert not _unseen(clean(words).replace("\r", ""))
