"""Drafts as plain values, and as text for a terminal."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from textwrap import wrap
from typing import Any

from claimrecon.extraction.draft import Draft, DraftDate, Mark

_NARROWEST = 40
_INDENT = "    "


def draft_values(draft: Draft) -> dict[str, Any]:
    """Return a draft as plain values; numbers that are not whole stand as text."""
    phrase = draft.phrase
    return {
        "id": draft.id,
        "figure": _mark(draft.figure),
        "comparator": str(phrase.comparator),
        "low": _number(phrase.low),
        "high": _number(phrase.high),
        "best": _number(phrase.best),
        "per": phrase.per,
        "measure": list(draft.measure),
        "population": _mark(draft.population),
        "place": _mark(draft.place),
        "date": _date(draft.date),
        "said_on": None if draft.said_on is None else draft.said_on.isoformat(),
        "speakers": [_mark(mark) for mark in draft.speakers],
        "stance": str(draft.stance),
        "evidence": str(draft.evidence),
        "subset_of": draft.subset_of,
        "ratio_of": draft.ratio_of,
        "tier": str(draft.tier),
        "rule": draft.rule,
        "doubts": list(draft.doubts),
        "quote": _mark(draft.quote),
    }


def drafts_text(drafts: Sequence[Draft], held_back: int, *, width: int = 80) -> str:
    """Return drafts as text: one block a draft, and how many are held back."""
    width = max(width, _NARROWEST)
    number = len(drafts)
    head = f"{number} draft{'' if number == 1 else 's'}."
    if held_back:
        head += f" {held_back} more that a person should look at first: tier all."
    blocks = [head]
    for draft in drafts:
        lines = wrap(f"{draft.id}  {reading(draft)}", width, subsequent_indent=_INDENT)
        for line in (*details(draft), f"“{draft.quote.words}”"):
            lines += wrap(line, width, initial_indent=_INDENT, subsequent_indent=_INDENT)
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def reading(draft: Draft) -> str:
    """Say in one line what a figure was read as.

    Examples
    --------
    >>> from claimrecon.extraction import read
    >>> reading(read("The army denied that 300 soldiers were killed.")[0])
    '300 soldiers: killed (denied)'
    """
    whom = "" if draft.population is None else f" {draft.population.words}"
    stance = "" if draft.is_asserted else f" ({draft.stance})"
    what = " + ".join(name.replace("_", " ") for name in draft.measure)
    return f"{draft.figure.words}{whom}: {what}{stance}"


def details(draft: Draft) -> Iterator[str]:
    """Say line by line what else was read: who, when, where, and what to look at."""
    if draft.speakers:
        origin, *relays = (mark.words for mark in draft.speakers)
        yield f"said by {origin}" + (f", via {', '.join(relays)}" if relays else "")
    if draft.date is not None:
        yield f"when: {draft.date.mark.words} ({days(draft.date)})"
    if draft.place is not None:
        yield f"where: {draft.place.words}"
    if draft.subset_of is not None:
        yield f"a part of {draft.subset_of}"
    if draft.ratio_of is not None:
        yield f"a ratio on {draft.ratio_of}"
    for doubt in draft.doubts:
        yield f"look at it: {doubt}"
    yield f"rule {draft.rule}, tier {draft.tier}"


def days(date: DraftDate) -> str:
    """Return the days of a date in ISO form."""
    first, last = date.first, date.last
    if first is None and last is None:
        return "not resolved"
    if first is None or last is None or date.kind == "as-of":
        return f"up to {last}" if last is not None else f"from {first}"
    return str(first) if first == last else f"{first} to {last}"


def _mark(mark: Mark | None) -> dict[str, Any] | None:
    return None if mark is None else {"text": mark.words, "start": mark.start, "end": mark.end}


def _date(date: DraftDate | None) -> dict[str, Any] | None:
    if date is None:
        return None
    return {
        **(_mark(date.mark) or {}),
        "first": None if date.first is None else date.first.isoformat(),
        "last": None if date.last is None else date.last.isoformat(),
        "kind": str(date.kind),
        "of_saying": date.of_saying,
    }


def _number(value: Fraction | None) -> int | str | None:
    if value is None:
        return None
    return int(value) if value.denominator == 1 else str(value)
