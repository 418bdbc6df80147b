"""One claim, or one conflict, as a picture to share, with its source line."""

from collections.abc import Mapping
from types import MappingProxyType

from claimrecon.display import Card, card_svg
from claimrecon.findings import Finding
from claimrecon.report.content import Content
from claimrecon.report.details import size_words
from claimrecon.report.view import ClaimView, View

_MOST = 6
_HEADS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "contradiction": ("conflict", "These cannot all be true, even allowing for rounding"),
        "tension": ("fit only with rounding", "To the letter these cannot all be true"),
        "apparent": ("no conflict", "These look like a conflict, and are none"),
        "implausible projection": ("forecast", "This forecast does not fit the record"),
        "derived": ("repeated", "These are no independent evidence"),
        "revision": ("revised", "This figure was replaced by its own origin"),
        "slip": ("slip", "Its own origin’s other figures speak against this one"),
        "echo": ("told again", "One statement, counted once"),
    }
)


def shared_card(content: Content, what: str | Finding) -> str:
    """Return a card as a file of SVG that needs nothing besides.

    Parameters
    ----------
    what
        The id of a claim, the id of a finding, or a finding.

    Raises
    ------
    ValueError
        If the report has no such claim and no such finding.
    """
    view = View(content)
    name = what.id if isinstance(what, Finding) else what
    for finding in (*content.findings, *content.conditional):
        if finding.id == name:
            return card_svg(_of_finding(view, finding))
    for claim in view.claims:
        if claim.id == name:
            quote = (f"“{claim.quote}”",) if claim.quote else ()
            notes = tuple(note for note in claim.notes if note.startswith("Read as"))
            lines = (*quote, f"{claim.who}, about {_days(view, claim)}.", *notes)
            return card_svg(Card("claim", claim.what, lines, _source(view, claim.address)))
    raise ValueError(
        f"there is no claim and no finding {name!r} in this report. Give the id of a claim, such "
        "as report.dossier.claims[0].id, or a finding, such as report.contradictions[0]."
    )


def _of_finding(view: View, finding: Finding) -> Card:
    numbers = [view.numbers[name] for name in finding.claims if name in view.numbers]
    claims = [view.by_number[number] for number in numbers]
    said = tuple(f"{claim.what}: {claim.who}, {_days(view, claim)}." for claim in claims)
    size = size_words(finding)
    lines = (*said[:_MOST], *((f"{size[:1].upper()}{size[1:]}.",) if size else ()))
    addresses = [claim.address for claim in claims if claim.address]
    kind, head = (
        ("in retelling", "This would clash if it were told otherwise")
        if finding.what_if is not None
        else _HEADS.get(finding.kind.value, (finding.kind.value, "Worth knowing"))
    )
    return Card(kind, head, lines, _source(view, "; ".join(addresses) or None))


def _days(view: View, told: ClaimView) -> str:
    """Say the days in full: a card stands alone, without the page that names the year."""
    claim = view.naming.claim(told.id)
    span = None if claim is None else claim.scope.when.span
    return told.when if span is None else str(span)


def _source(view: View, address: str | None) -> str:
    title = view.content.dossier.title or "Untitled"
    version = view.content.manifest.get("claimrecon", "")
    made = f"claimrecon {version}".strip()
    return f"{title}. {address}. {made}" if address else f"{title}. {made}"
