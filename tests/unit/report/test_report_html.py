import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from claimrecon.findings import Finding, PossibleRange
from claimrecon.report import Report

Make = Callable[..., Report]
_WITHOUT_END = frozenset({"br", "hr", "meta"})


class _Reader(HTMLParser):
    """Keeps the tags, their nesting, the references and the text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.names: list[str] = []
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not any(name.startswith("on") or name == "src" for name, _ in attrs)
        self.tags.add(tag)
        self.names += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name == "href"]
        if tag not in _WITHOUT_END:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += f"{data} "


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


@pytest.fixture(params=["notebook", "page"])
def show(request: pytest.FixtureRequest) -> Callable[[Report], str]:
    """Return one way to show a report as HTML."""
    if request.param == "page":
        return Report.to_html
    return Report._repr_html_


def test_every_text_is_escaped(report: Make, clash: Finding, show: Callable[[Report], str]) -> None:
    """Titles, names, explanations and notices show as they were written, and make no tags."""
    reader = _read(show(report(findings=(clash,))))

    assert reader.open == []
    assert not {"script", "three", "taken", "press", "link", "iframe"} & reader.tags
    for written in ("<2031>", "<press & office>", "These <three> cannot", "<taken>"):
        assert written in reader.text


def test_it_holds_what_the_text_holds(report: Make, show: Callable[[Report], str]) -> None:
    """Verdict, all claims, ranges, things to know with their sums, assumptions, notices."""
    text = _read(show(report())).text

    for part in (
        "THE FIGURES CAN ALL BE TRUE",
        "at least 300 killed",
        "1,300 or more",
        "4,000 (Zelder) - 2,700 (RCS)",
        "Conflict in retelling",
        "cannot be. Checked in exact fractions: it adds up.",
        "nobody counted twice",
        "A default was <taken>.",
        "the others of this set can all be true",
    ):
        assert part in " ".join(text.split())


def test_in_a_notebook_colours_are_left_to_the_page(report: Make) -> None:
    """No ink and no paper of its own, so that it reads on light and dark; and no names."""
    html = report()._repr_html_()
    style = re.findall(r"<style>(.*?)</style>", html, flags=re.DOTALL)

    assert len(style) == 1
    assert re.findall(r"(?<![\w-])(?:color|background):(?!inherit|none)[^;}]+", style[0]) == []
    assert _read(html).names == []


def test_a_page_refers_only_to_itself(report: Make, clash: Finding) -> None:
    """Every reference leads to a part of the page, no name stands twice, nothing is loaded."""
    html = report(findings=(clash,)).to_html()
    reader = _read(html)

    inner = [link.removeprefix("#") for link in reader.links if link.startswith("#")]
    assert set(inner) <= set(reader.names)
    assert len(reader.names) == len(set(reader.names))
    assert {"claim-hurt", "claim-dead", "claim-wounded", "claim-soon"} <= set(reader.names)
    assert f"finding-{clash.id}" in reader.names
    assert "url(" not in html
    assert "@import" not in html


def test_pictures_say_what_they_show(report: Make, clash: Finding) -> None:
    """Every picture is an image with a title and a description that name the figures."""
    html = report(findings=(clash,)).to_html()
    pictures = re.findall(r"<svg xmlns[^>]*role=\"img\" aria-label=\"([^\"]+)\"", html)

    assert len(pictures) == 2, [picture[:40] for picture in pictures]
    assert "at least 300 killed: Red Cross Society, via Harbour Radio" in pictures[0]
    assert "Cannot all be true" in pictures[0]
    assert "1,300 or more" in pictures[1]
    assert html.count("<desc>") == html.count('role="img"')


def test_where_claims_clash_no_range_is_said_to_be_impossible(
    report: Make, killed: PossibleRange
) -> None:
    """What is left depends on which claims are kept; that nothing is left would be untrue."""
    torn = replace(killed, strict_low=None, strict_high=None, lenient_low=None, lenient_high=None)

    for shown in (report(ranges=(torn,)).to_html(), report(ranges=(torn,)).to_markdown()):
        assert "it depends" in shown
        assert "cannot be<" not in shown
        assert "| cannot be |" not in shown
