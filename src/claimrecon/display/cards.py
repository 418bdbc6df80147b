"""One thing to share, as an SVG file of its own: what it is, its words, its source line."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimrecon.display.marks import broken
from claimrecon.display.markup import Markup, element, text

_WIDTH, _MARGIN = 640, 28
_CARD_STYLE = (
    "svg{color:#1b1b1b}.paper{fill:#fff}text{fill:currentColor;font-family:system-ui,sans-serif}"
    "@media (prefers-color-scheme:dark){svg{color:#e9e7e2}.paper{fill:#17181a}}"
)


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says, from top to bottom.

    Attributes
    ----------
    kind
        A word or two above it: "claim", "conflict".
    head
        What it is about, large.
    lines
        Paragraphs.
    source
        Where it comes from, small, at the foot.
    """

    kind: str
    head: str
    lines: tuple[str, ...]
    source: str


def card_svg(card: Card) -> str:
    """Return a file of SVG that needs nothing besides."""
    parts: list[Markup] = []
    y = 34.0
    for size, weight, letters, most, said in _paragraphs(card):
        for words in broken(said, letters, most):
            parts.append(
                element(
                    "text",
                    {"x": _MARGIN, "y": y, "font-size": size, "font-weight": weight},
                    text(words),
                )
            )
            y += size * 1.35
        y += 8
    height = round(y + 6)
    frame = {"x": 1, "y": 1, "width": _WIDTH - 2, "height": height - 2, "rx": 8}
    described = " ".join((*card.lines, card.source))
    drawn = element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "role": "img",
            "aria-label": f"{card.kind}: {card.head}. {described}",
            "width": _WIDTH,
            "height": height,
            "viewBox": f"0 0 {_WIDTH} {height}",
        },
        element("title", None, f"{card.kind}: {card.head}"),
        element("desc", None, described),
        element("style", None, Markup(_CARD_STYLE)),
        element("rect", {"class": "paper", "stroke": "currentColor", "stroke-width": 2, **frame}),
        *parts,
    )
    return str(drawn)


def _paragraphs(card: Card) -> Iterator[tuple[float, str | None, int, int, str]]:
    yield 13, "600", 70, 1, card.kind.upper()
    yield 23, "600", 44, 4, card.head
    for paragraph in card.lines:
        yield 15, None, 72, 8, paragraph
    yield 12, None, 84, 8, card.source
