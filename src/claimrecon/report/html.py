"""The report as HTML: the parts that a notebook and a page share, without scripts.

Every text is escaped by ``display``. Without pictures, colours and the style sheet the same can
still be read: they add to the words and stand for none of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from claimrecon.display import (
    Markup,
    card,
    element,
    folded,
    joined,
    matrix_svg,
    table,
    timeline_svg,
    whiskers_svg,
)
from claimrecon.errors import Notice
from claimrecon.findings import FindingKind, Verdict
from claimrecon.report.content import Content
from claimrecon.report.details import message, once, range_lines, stated_and_notes
from claimrecon.report.methods import methods
from claimrecon.report.pictures import matrix_of, timeline_caption, timeline_of, whiskers_of
from claimrecon.report.sums import range_words
from claimrecon.report.text import TRUNCATED, rests_on, summary, verdict_parts
from claimrecon.report.view import ClaimView, FindingView, ThingView, View
from claimrecon.report.words import several

_SIGNS = (
    (Verdict.COMPATIBLE, "✓"),
    (Verdict.TENSION, "≈"),
    (Verdict.CONTRADICTION, "✗"),
    (Verdict.UNDECIDED, "?"),
)
_OPEN = frozenset({FindingKind.CONTRADICTION, FindingKind.TENSION})
_MOST_OPEN = 12
_MOST_OF_A_STORY = 40
_MOST_RANGES = 12


@dataclass(frozen=True, slots=True)
class Frame:
    """What is around the parts.

    Attributes
    ----------
    level
        Of the headings of sections.
    has_anchors
        Whether parts have names by which the page refers to them; a notebook, which may show one
        report several times, has none.
    """

    level: int = 4
    has_anchors: bool = False

    def head(self, words: str, *, below: int = 0) -> Markup:
        """Return a heading."""
        return element(f"h{self.level + below}", None, words)

    def name(self, anchor: str) -> str | None:
        """Return the name of a part, where parts have one."""
        return anchor if self.has_anchors else None

    def link(self, anchor: str, words: str) -> Markup:
        """Return a reference to a part."""
        return element("a", {"href": f"#{anchor}"}, words) if self.has_anchors else joined([words])


def report_html(content: Content) -> str:
    """Return the whole report as one HTML element, for a notebook."""
    view, frame = View(content), Frame()
    title = element("h3", None, content.dossier.title or "Untitled")
    return card(title, *sections(view, frame))


def sections(view: View, frame: Frame) -> Iterable[Markup]:
    """Yield the parts of a report in the order of reading."""
    content = view.content
    yield element("p", None, summary(content))
    yield verdict(content)
    yield timeline(view)
    clash = content.verdict is Verdict.CONTRADICTION
    # A conflict comes before what it leaves possible; what hangs on wording comes after.
    told, left = findings(view, frame), ranges(view, frame)
    yield from (told, left) if clash else (left, told)
    yield claims(view, frame)
    yield notes(content, frame)
    yield methods_note(content, frame)


def verdict(content: Content) -> Markup:
    """Return the verdict in one sentence."""
    lead, rest = verdict_parts(content)
    sign = element("span", {"aria-hidden": "true"}, f"{dict(_SIGNS)[content.verdict]} ")
    return element("p", {"class": "cr-verdict"}, sign, element("strong", None, lead), rest)


def timeline(view: View) -> Markup:
    """Return the picture of the figures on their days; nothing where there are none."""
    picture = timeline_of(view)
    if picture is None:
        return Markup("")
    caption = timeline_caption(view, picture)
    return element("figure", None, timeline_svg(picture), element("figcaption", None, caption))


def findings(view: View, frame: Frame) -> Markup:
    """Return everything to know, gravest first; what is many is folded by its kind."""
    if not view.things:
        return Markup("")
    content = view.content
    parts = [frame.head("Things to know")]
    picture = matrix_of(view)
    if picture is not None and len(view.clashes) > 1:
        caption = (
            "Each column is a set of claims that cannot all be true, by the number under which it "
            "is told below."
        )
        if left := len(view.clashes) - len(picture.heads):
            verb = "is" if left == 1 else "are"
            caption += f" {several(left, 'more set')} {verb} told below only." if left > 0 else ""
        parts.append(
            element("figure", None, matrix_svg(picture), element("figcaption", None, caption))
        )
    if content.truncated:
        parts.append(element("p", None, TRUNCATED))
    for topic in once(thing.thing.topic for thing in view.things):
        alike = [thing for thing in view.things if thing.thing.topic == topic]
        most = _MOST_OPEN if topic in _OPEN else 3
        parts += [_thing(thing, view, frame) for thing in alike[:most]]
        if rest := alike[most:]:
            first, last = rest[0].thing.number, rest[-1].thing.number
            numbers = str(first) if first == last else f"{first} to {last}"
            more = f"{len(rest):,} more of this kind ({rest[0].thing.lead}): {numbers}"
            parts.append(folded(more, *(_thing(thing, view, frame) for thing in rest)))
    return element("section", {"id": frame.name("findings")}, *parts)


def _thing(thing: ThingView, view: View, frame: Frame) -> Markup:
    number, lead = thing.thing.number, thing.thing.lead
    first, *others = thing.findings
    parts = [
        frame.head(f"{number}. {lead}", below=1),
        element("p", None, f"{thing.thing.text[:1].upper()}{thing.thing.text[1:]}"),
        element(
            "div",
            {"id": frame.name(first.anchor)},
            *_details(first, view, frame, told_already=thing.thing.text),
        ),
    ]
    if others:
        shown = [_finding(other, view, frame) for other in others[:_MOST_OF_A_STORY]]
        if left := len(others) - len(shown):
            shown.append(element("p", None, f"And {left:,} more: --format json has them all."))
        what = "of the same story" if first.finding.story is not None else "like it"
        parts.append(folded(f"{len(others):,} more {what}", *shown))
    name = frame.name(thing.anchor)
    return element("article", {"class": "cr-thing", "id": name}, *parts)


def _finding(told: FindingView, view: View, frame: Frame) -> Markup:
    return element(
        "div",
        {"class": "cr-thing", "id": frame.name(told.anchor)},
        element(
            "p", None, element("span", {"class": "cr-tag"}, f"{told.label}. "), told.explanation
        ),
        *_details(told, view, frame, told_already=told.explanation),
    )


def _details(told: FindingView, view: View, frame: Frame, *, told_already: str) -> Iterable[Markup]:
    quoted = [_quoted(view.by_number[number], frame) for number in told.claims]
    if quoted:
        yield element("ul", None, *quoted)
    if told.assumed:
        yield element("p", None, f"Assuming: {'; '.join(told.assumed)}.")
    if told.size:
        yield element("p", None, element("span", {"class": "cr-tag"}, "Size: "), f"{told.size}.")
    if told.ways:
        items = [element("li", None, way) for way in told.ways]
        yield element("p", {"class": "cr-tag"}, "What would resolve it")
        yield element("ul", None, *items)
    full = () if told.explanation == told_already else (element("p", None, told.explanation),)
    if told.proof:
        proof = element("pre", None, "\n".join(told.proof))
        yield folded("In full, with the sum", *full, proof)
    elif told.proof is None:
        yield element("p", None, "The sum is not written out here: --format json has it.")
    elif full:
        yield folded("In full", *full)


def _quoted(claim: ClaimView, frame: Frame) -> Markup:
    return element(
        "li",
        None,
        element("strong", None, claim.what),
        f" – {claim.who}, {claim.when} (",
        frame.link(claim.anchor, f"claim {claim.number}"),
        ")",
        *([element("blockquote", None, claim.quote)] if claim.quote else []),
    )


def ranges(view: View, frame: Frame) -> Markup:
    """Return what is left possible: the picture, the numbers, and what the ends hinge on."""
    content, naming = view.content, view.naming
    rows = [line for asked in content.ranges for line in range_lines(asked, naming)]
    if not rows:
        return Markup("")
    picture = whiskers_of(content.ranges[:_MOST_RANGES], naming)
    heads = ("about", "stated", "to the letter", "with rounding")
    cells = [(row.about, stated_and_notes(row), row.strict, row.lenient) for row in rows]
    hinges = once(words for asked in content.ranges if (words := range_words(asked, naming)))
    torn = any(asked.lenient is None and not asked.undecided for asked in content.ranges)
    numbers = [
        table("What is left possible", heads, cells, numbers=2),
        *(element("p", {"class": "cr-small"}, words) for words in hinges),
    ]
    if len(content.ranges) > _MOST_RANGES:
        numbers = [folded(f"All {len(content.ranges):,} ranges in numbers", *numbers)]
    return element(
        "section",
        {"id": frame.name("ranges")},
        frame.head("What is left possible"),
        *([element("p", None, _DEPENDS)] if torn else []),
        *([element("figure", None, whiskers_svg(picture))] if picture is not None else []),
        *numbers,
    )


_DEPENDS = (
    "Where claims clash, what is left possible depends on which of them you keep: "
    "report.range(…) and the command claimrecon range show it for each choice."
)


def claims(view: View, frame: Frame) -> Markup:
    """Return every claim, quoted, with how it was read and where it stands."""
    items = [_claim(claim, frame) for claim in view.claims]
    most = 60
    shown = element("ol", {"class": "cr-claims"}, *items[:most])
    parts = [frame.head("Who said what"), shown]
    if rest := items[most:]:
        more = f"{len(rest):,} more claims"
        parts.append(folded(more, element("ol", {"class": "cr-claims"}, *rest)))
    return element("section", {"id": frame.name("claims")}, *parts)


def _claim(claim: ClaimView, frame: Frame) -> Markup:
    notes: list[Markup | str] = [" ".join(claim.notes)]
    if claim.address is not None:
        link = {"href": claim.address, "rel": "nofollow noreferrer"}
        notes += [" ", element("a", link, "Source")]
    return element(
        "li",
        {"id": frame.name(claim.anchor)},
        element("span", None, str(claim.number)),
        element("strong", None, claim.what),
        element("span", None, claim.when),
        element("span", None, claim.who),
        element(
            "div",
            {"class": "cr-small"},
            *([element("blockquote", None, claim.quote)] if claim.quote else []),
            *notes,
        ),
    )


def notes(content: Content, frame: Frame) -> Markup:
    """Return what the answer rests on, what was not used, and what was taken for granted."""
    parts: list[Markup] = []
    if assumed := rests_on(content):
        parts.append(element("p", None, f"Rests on: {assumed}."))
    told = {message(notice) for notice in content.not_used}
    taken = [notice for notice in content.warnings if message(notice) not in told]
    parts += [*_notices("Not used", content.not_used), *_notices("Taken for granted", taken)]
    if not parts:
        return Markup("")
    return element("section", {"id": frame.name("notes")}, frame.head("To keep in mind"), *parts)


def _notices(head: str, notices: Iterable[Notice | str]) -> list[Markup]:
    items = [element("li", None, str(notice)) for notice in notices]
    if not items:
        return []
    listed = element("ul", None, *items)
    if len(items) > 8:  # noqa: PLR2004 - more than one looks through
        return [folded(f"{head}: {len(items):,}", listed)]
    return [element("p", None, f"{head}:"), listed]


def methods_note(content: Content, frame: Frame) -> Markup:
    """Return how the answer was come by."""
    steps = [
        element("p", None, element("span", {"class": "cr-tag"}, f"{step.about}. "), step.text)
        for step in methods(content)
    ]
    if frame.has_anchors:
        return element("section", {"id": "methods"}, frame.head("How this was worked out"), *steps)
    return folded("How this was worked out", *steps)
