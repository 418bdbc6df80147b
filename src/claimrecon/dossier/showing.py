"""A dossier and a claim for a notebook: what was written, and how it was read."""

from collections.abc import Iterator, Mapping

from claimrecon.claims import ReadClaim
from claimrecon.display import Markup, card, element, folded, table
from claimrecon.dossier.understood import ReadDossier
from claimrecon.errors import DossierError
from claimrecon.quantities import CountInterval

_HEADS = ("claim", "who said it", "about", "as written", "to the letter", "with rounding")


def claim_html(written: Mapping[str, object]) -> str:
    """Return what was written of one claim, key by key."""
    return card(table("A claim", ("key", "as written"), _rows(written)))


def dossier_html(title: str | None, read: ReadDossier | DossierError) -> str:
    """Return a dossier as it was read, or what is wrong with it."""
    head = element("h3", None, title or "Untitled")
    if isinstance(read, DossierError):
        return card(head, element("pre", None, str(read)))
    return card(head, *_parts(read))


def _rows(written: Mapping[str, object]) -> list[tuple[str, str]]:
    return [(key, _plain(value)) for key, value in written.items()]


def _parts(read: ReadDossier) -> Iterator[Markup]:
    count = len(read.claims)
    book = read.codebook
    yield element(
        "p",
        None,
        f"{count:,} {'claim' if count == 1 else 'claims'}, read by the codebook {book.name}.",
    )
    yield table("Claims", _HEADS, [_row(claim, read) for claim in read.claims], numbers=2)
    if read.assumptions or read.rules:
        items = [element("li", None, f"{a.id}: {a.words}") for a in read.assumptions]
        items += [element("li", None, f"{rule.id}: {rule.kind.value}") for rule in read.rules]
        yield element("p", None, "Assumptions of the analyst:")
        yield element("ul", None, *items)
    if read.notices:
        items = [element("li", None, str(notice)) for notice in read.notices]
        yield folded(f"Taken for granted: {len(items):,}", element("ul", None, *items))


def _row(claim: ReadClaim, read: ReadDossier) -> tuple[str, ...]:
    names = [read.sources[key].name if key in read.sources else key for key in claim.via]
    speaker = read.sources.get(claim.speaker)
    who = claim.speaker if speaker is None else speaker.name
    span = claim.scope.when.span
    strict, lenient = ("", "")
    if claim.reading is not None:
        strict, lenient = _interval(claim.reading.strict), _interval(claim.reading.lenient)
    return (
        claim.id,
        f"{who}, via {', '.join(names)}" if names else who,
        f"{claim.scope.measure.title}, {'in the end' if span is None else span}",
        claim.words,
        strict,
        lenient,
    )


def _interval(interval: CountInterval) -> str:
    low, high = interval.low, interval.high
    if high is None:
        return f"{_number(low)} or more"
    return _number(low) if low == high else f"{_number(low)}–{_number(high)}"


def _number(value: object) -> str:
    text = str(value)
    return f"{int(text):,}" if text.isdigit() else text


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_plain(item)}" for key, item in value.items())
    return ", ".join(map(_plain, value)) if isinstance(value, list) else str(value)
