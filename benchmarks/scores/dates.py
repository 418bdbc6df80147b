"""Date phrases: exact spans, and how many of those read as a single day are right."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from claimrecon.periods import UnreadableDateError, parse_when
from scores.shares import Share


def report_dates(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Score date phrases with respect to their day of publication."""
    exact, covered, days, misses = [], [], [], []
    for row in rows:
        true = row["start"], row["end"]
        mine = _span(row["text"], row["published"])
        covered.append(mine is not None)
        exact.append(mine == true)
        if true[0] is not None and true[0] == true[1]:
            days.append(mine == true)
        if mine != true:
            misses.append(f"    not exact: {row['text']!r}: {mine}, label {true}")
    yield f"    span exact         {Share.of(exact)}"
    yield f"    coverage           {Share.of(covered)}"
    yield f"    single days        {Share.of(days)}"
    yield from misses


def _span(text: str, published: str) -> tuple[str | None, str | None] | None:
    try:
        when = parse_when(text, published=date.fromisoformat(published))
    except UnreadableDateError:
        return None
    return _iso(when.first), _iso(when.last)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
