"""Dates and intervals spelled briefly, so that tables of what is read stay narrow."""

from datetime import date
from fractions import Fraction

from claimrecon.periods import parse_when
from claimrecon.quantities import CountInterval


def days_told(text: str, published: date | None) -> str:
    """Return first and last day of a phrase, and its flags: "2024-06-03/2024-06-09 relative"."""
    when = parse_when(text, published=published)
    days = [day.isoformat() if day else "" for day in dict.fromkeys((when.first, when.last))]
    return " ".join(["/".join(days), *when.flags])


def between(ends: str) -> CountInterval:
    """Return the interval written "300..450"; "300.." has no upper end."""
    low, _, high = ends.partition("..")
    return CountInterval(Fraction(low), Fraction(high) if high else None)
