"""The report for a notebook: plain, complete, without scripts, readable on any background."""

from collections.abc import Iterable, Sequence
from html import escape

from claimrecon.errors import Notice
from claimrecon.report.claims import tellings
from claimrecon.report.content import Content
from claimrecon.report.naming import Naming
from claimrecon.report.proofs import thing_proofs
from claimrecon.report.ranges import range_table
from claimrecon.report.sums import range_words
from claimrecon.report.text import TRUNCATED, rests_on, summary, verdict_parts
from claimrecon.report.things import Thing, things_to_know

# Colours come from the page around it, so that it reads on light and dark alike.
_TABLE = "border-collapse:collapse;margin:.5em 0"
_LINE = "vertical-align:top;padding:.15em 1em .15em 0;border-bottom:1px solid currentColor"
_CELL = f"text-align:left;{_LINE}"
_NUMBER = f"text-align:right;{_LINE}"


def report_html(content: Content) -> str:
    """Return the whole report as one HTML element; every text in it is escaped."""
    naming = Naming(content.dossier)
    lead, rest = verdict_parts(content)
    parts = [
        _tag("h3", escape(content.dossier.title or "Untitled")),
        _tag("p", escape(summary(content))),
        _tag("p", f"{_tag('strong', escape(lead))}{escape(rest)}"),
        _claims(content),
        _ranges(content, naming),
        *(_tag("p", escape(w)) for asked in content.ranges if (w := range_words(asked, naming))),
        _things(things_to_know(content), naming),
    ]
    if content.truncated:
        parts.append(_tag("p", TRUNCATED))
    if assumed := rests_on(content):
        parts.append(_tag("p", escape(f"Rests on: {assumed}.")))
    parts.append(_notices("Not used", content.not_used))
    parts.append(_notices("Taken for granted", content.warnings))
    return f'<div class="claimrecon-report">{"".join(parts)}</div>'


def _claims(content: Content) -> str:
    rows = [(line.who, line.when, line.what) for line in tellings(content)]
    return _table(("who said it", "about", "what they said"), rows, numbers=0)


def _ranges(content: Content, naming: Naming) -> str:
    rows = [
        (line.about, " ".join((line.stated, *line.notes)), line.strict, line.lenient)
        for asked in content.ranges
        for line in range_table(asked, naming)
    ]
    heads = ("what is left possible", "", "to the letter", "allowing for rounding")
    return _table(heads, rows, numbers=2) if rows else ""


def _things(things: Iterable[Thing], naming: Naming) -> str:
    items = "".join(
        _tag(
            "li",
            f"{_tag('strong', escape(thing.lead))}: {escape(thing.text)}{_more(thing, naming)}",
        )
        for thing in things
    )
    return _tag("h4", "Things to know") + _tag("ol", items) if items else ""


def _more(thing: Thing, naming: Naming) -> str:
    """Return the full explanations and the sums, folded away."""
    text = f'<pre style="white-space:pre-wrap">{escape(thing_proofs(thing, naming))}</pre>'
    return _tag("details", _tag("summary", "in full, with the sum") + text)


def _notices(head: str, notices: Iterable[Notice | str]) -> str:
    items = "".join(_tag("li", escape(str(notice))) for notice in notices)
    return _tag("p", f"{head}:") + _tag("ul", items) if items else ""


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: int) -> str:
    first_number = len(heads) - numbers

    def line(tag: str, cells: Sequence[str]) -> str:
        return _tag(
            "tr",
            "".join(
                f'<{tag} style="{_CELL if i < first_number else _NUMBER}">{escape(cell)}</{tag}>'
                for i, cell in enumerate(cells)
            ),
        )

    body = "".join(line("td", row) for row in rows)
    return (
        f'<table style="{_TABLE}">{_tag("thead", line("th", heads))}{_tag("tbody", body)}</table>'
    )


def _tag(name: str, inner: str) -> str:
    return f"<{name}>{inner}</{name}>"
