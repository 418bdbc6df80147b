from collections.abc import Callable
from html.parser import HTMLParser

from claimrecon.findings import Finding
from claimrecon.report import Report

Make = Callable[..., Report]
_WITHOUT_END = frozenset({"br", "hr"})


class _Reader(HTMLParser):
    """Keeps the tags, their nesting and the text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not any(name.startswith("on") or name in {"src", "href"} for name, _ in attrs)
        self.tags.add(tag)
        if tag not in _WITHOUT_END:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += f"{data} "


def _read(report: Report) -> _Reader:
    reader = _Reader()
    reader.feed(report._repr_html_())
    reader.close()
    return reader


def test_every_text_is_escaped(report: Make, clash: Finding) -> None:
    """Titles, names, explanations and notices show as they were written, and make no tags."""
    reader = _read(report(findings=(clash,)))

    assert reader.open == []
    assert not {"script", "three", "taken", "press", "style", "link"} & reader.tags
    for written in ("<2031>", "<press & office>", "These <three> cannot", "<taken>"):
        assert written in reader.text


def test_the_page_holds_what_the_text_holds(report: Make) -> None:
    """Verdict, all claims, ranges, things to know with their sums, assumptions, notices."""
    text = _read(report()).text

    for part in (
        "THE FIGURES CAN ALL BE TRUE",
        "at least 300 killed",
        "1,300 or more",
        "4,000 (Zelder) - 2,700 (RCS)",
        "Conflict in retelling",
        "cannot be. Checked in exact fractions: it adds up.",
        "nobody counted twice",
        "A default was <taken>.",
    ):
        assert part in " ".join(text.split())


def test_colours_are_left_to_the_page(report: Make) -> None:
    """No colour of its own, so that it reads on light and dark."""
    html = report()._repr_html_()

    assert "color:" not in html
    assert "background" not in html
