"""Whatever a dossier holds, every display shows it as it was written, and none ever raises."""

import csv
import io
import json
import re
import unicodedata
from dataclasses import replace
from fractions import Fraction
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

from depth import examples
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from claimrecon import Dossier, DossierError, Notice, Report, Verdict, reconcile
from claimrecon.display import clean, escaped_markdown
from claimrecon.findings import Account, End, Finding, FindingKind, PossibleRange, Stated
from claimrecon.report.plot import KINDS

DRAWN = tuple(kind for kind in KINDS if kind != "history")

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
ANCHOR = re.compile(r'<a id="[\w-]+">|</a>')


def _check_markdown(markdown: str) -> None:
    """Check what a reader of Markdown makes of it: our anchors, our links, no other HTML."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    blocks = reader.parse(markdown)
    parts = [*blocks, *(part for block in blocks for part in block.children or [])]
    kinds = {part.type for part in parts}

    assert not kinds & {"html_block", "image", "code_block", "code_inline"}
    assert all(ANCHOR.fullmatch(part.content) for part in parts if part.type == "html_inline")
    assert all(part.info == "text" for part in parts if part.type == "fence")
    links = [str(part.attrs["href"]) for part in parts if part.type == "link_open"]
    assert all(link.startswith(("#", "https://", "http://")) for link in links)


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


@examples(100)
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
    for kind in DRAWN:
        try:
            ET.fromstring(report.plot(kind).svg)  # noqa: S314 - our own picture
        except ValueError as error:
            assert "nothing to show" in str(error)  # noqa: PT017 - a refusal is an answer, too
    ET.fromstring(report.card(report.dossier.claims[0].id))  # noqa: S314
    markdown = report.to_markdown()
    _check_markdown(markdown)
    assert not _unseen(markdown)
    assert not _unseen(report.to_text())
    assert not _unseen(report.to_json())
    assert json.loads(report.to_json()) == report.to_dict()
    for name in ("findings", "claims", "ranges"):
        written = report.table(name).to_csv()
        for cell in (cell for row in csv.reader(io.StringIO(written)) for cell in row):
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@examples(40)
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


numbers = st.one_of(
    st.none(), st.fractions(min_value=0, max_value=10**9, max_denominator=7), st.just(Fraction(0))
)
names = st.one_of(st.sampled_from(("mayor", "governor", "once")), texts)
several_names = st.lists(names, min_size=1, max_size=3, unique=True).map(tuple)
ends = st.one_of(
    st.none(), st.builds(End, numbers, numbers, hinges=several_names, without=st.just({}))
)
odd_findings = st.builds(
    Finding,
    st.sampled_from(list(FindingKind)),
    several_names,
    texts,
    assumptions=st.lists(names, max_size=1).map(tuple),
    gap=numbers,
    factor=numbers,
    rests_on=st.lists(st.one_of(names, st.just("ended")), max_size=2).map(tuple),
    repairs=st.lists(several_names, max_size=2).map(tuple),
    story=st.one_of(st.none(), st.integers(0, 1)),
    differs=st.lists(texts, max_size=2).map(tuple),
)


@st.composite
def odd_reports(draw: st.DrawFn) -> Report:
    """Draw a report that no reconciliation would make: every part of it is anything at all."""
    asked = draw(
        st.lists(
            st.builds(
                PossibleRange,
                st.just(PLAIN.dossier.claims[0].scope),
                texts,
                st.builds(Stated, numbers, several_names, numbers, several_names),
                ends,
                ends,
                ends,
                ends,
                accounts=st.lists(
                    st.builds(
                        Account,
                        several_names,
                        several_names,
                        st.one_of(st.none(), st.tuples(numbers, numbers)),
                        st.one_of(st.none(), st.tuples(numbers, numbers)),
                    ),
                    max_size=2,
                ).map(tuple),
                accounts_truncated=st.booleans(),
                highest_stated=st.one_of(st.none(), st.tuples(st.just(Fraction(3)), names)),
                undecided=st.booleans(),
            ),
            max_size=2,
        )
    )
    return replace(
        PLAIN,
        verdict=draw(st.sampled_from(list(Verdict))),
        sentence=draw(texts),
        findings=tuple(draw(st.lists(odd_findings, max_size=3))),
        conditional=tuple(draw(st.lists(odd_findings, max_size=1))),
        ranges=tuple(asked),
        not_used=tuple(draw(st.lists(texts, max_size=2))),
        warnings=(Notice("CR501", draw(texts), draw(several_names)),),
        manifest={"claimrecon": draw(texts), "known_by": draw(texts)},
        truncated=draw(st.booleans()),
        undecided=draw(st.booleans()),
    )


PLAIN = reconcile(
    {
        "claims": [
            {"id": name, "source": name, "says": says, "reported_on": "2025-01-09"}
            for name, says in (("mayor", "at least 300 killed"), ("governor", "120 killed"))
        ],
        "assumptions": [{"id": "once", "assume": "nobody_twice"}],
    }
)


@given(odd_reports())
def test_no_display_raises_whatever_a_report_holds(report: Report) -> None:
    """Ends, names, findings and ranges that no reconciliation would make are shown, too."""
    shown = [report.to_html(), report._repr_html_(), report.to_markdown(), report.to_text()]
    shown += [report.to_text(width=40), report.to_json(), str(report), repr(report)]
    shown += [report.table(name).to_csv() for name in ("findings", "claims", "ranges")]
    for finding in report.findings:
        shown += [report.card(finding), finding._repr_html_(), str(finding)]
    for asked in report.ranges:
        shown += [asked._repr_html_(), str(asked), repr(asked)]
    for kind in DRAWN:
        try:
            shown.append(str(report.plot(kind)))
        except ValueError as error:
            assert "nothing to show" in str(error)  # noqa: PT017 - a refusal is an answer, too

    assert all(shown)
