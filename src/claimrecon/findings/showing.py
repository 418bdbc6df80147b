"""A finding and a range for a notebook, by the ids of claims; a report says them with names."""

from collections.abc import Sequence
from fractions import Fraction

from claimrecon.constraints import number_words
from claimrecon.display import (
    Markup,
    Reach,
    Whisker,
    Whiskers,
    card,
    element,
    folded,
    whiskers_svg,
)
from claimrecon.findings.intervals import Interval, interval_words
from claimrecon.linear import Proof

_LEGEND = (
    ("inner", "possible to the letter"),
    ("outer", "possible allowing for rounding"),
    ("said", "an end that somebody stated"),
)


def finding_html(
    kind: str,
    explanation: str,
    gap: Fraction | None,
    repairs: Sequence[Sequence[str]],
    proof: Proof | None,
) -> str:
    """Return a finding: kind, explanation, size, ways out, the proof folded away."""
    parts = [element("h4", None, kind.capitalize()), element("p", None, explanation)]
    if gap is not None:
        parts.append(element("p", None, f"Gap: {number_words(gap)} persons."))
    if repairs:
        ways = [element("li", None, ", ".join(repair)) for repair in repairs]
        parts += [element("p", None, "It is resolved without:"), element("ul", None, *ways)]
    if proof is not None:
        parts.append(folded("The proof", Markup(proof._repr_html_())))
    return card(*parts)


def range_html(
    title: str,
    said: str,
    stated: Interval,
    possible: tuple[Interval | None, Interval | None],
    accounts: Sequence[tuple[Sequence[str], Interval | None, Interval | None]],
) -> str:
    """Return a range: what is said of it, and the picture with a row for each account.

    Parameters
    ----------
    title, said
        The scope, and what is left possible in words.
    stated
        What somebody said about exactly this scope.
    possible
        To the letter, and allowing for rounding.
    accounts
        What each gives up, and what it leaves possible, both ways.
    """
    own = [Reach("said", (value, value)) for value in stated if value is not None]
    rows = [Whisker(title, "", (*_reaches(*possible), *own))]
    for drops, strict, lenient in accounts:
        words = f"{interval_words(strict)} to the letter, {interval_words(lenient)} with rounding"
        about = f"without {', '.join(drops)}" if drops else "with all"
        rows.append(Whisker(about, words, _reaches(strict, lenient), is_part=True))
    parts = [element("p", None, said)]
    if any(row.reaches for row in rows):
        drawn = Whiskers("What is left possible", said, tuple(rows), _LEGEND)
        parts.append(element("figure", None, whiskers_svg(drawn)))
    return card(*parts)


def _reaches(strict: Interval | None, lenient: Interval | None) -> tuple[Reach, ...]:
    return tuple(
        Reach(kind, ends)
        for kind, ends in (("outer", lenient), ("inner", strict))
        if ends is not None and ends != (None, None)
    )
