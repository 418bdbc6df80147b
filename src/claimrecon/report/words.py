"""Names, days, numbers and lists in words, each apart from any dossier."""

import re
from collections.abc import Iterable
from datetime import date

from claimrecon.claims import ReadClaim, Scope
from claimrecon.periods import PartialDate
from claimrecon.sources import Source
from claimrecon.vocabulary import Evidence, Measure


def not_used_because(claim: ReadClaim) -> str | None:
    """Say in a word or two why a claim binds nothing by itself; ``None`` where it does."""
    if claim.reading is None:
        return "no number"
    if claim.evidence is Evidence.PROJECTION:
        return "a forecast"
    if claim.evidence is Evidence.DENIAL:
        return "a denial"
    return "computed from others" if claim.derived_from else None


def short_name(source: Source) -> str:
    """Return the last word of a source's name, or its initials, where that is its key.

    Examples
    --------
    >>> short_name(Source("isw", "Institute for the Study of War"))
    'ISW'
    >>> short_name(Source("zelenskyy", "Volodymyr Zelenskyy"))
    'Zelenskyy'
    """
    key = source.key.casefold()
    words = source.name.split()
    initials = "".join(word[0] for word in words if word[:1].isupper())
    if len(words) > 1 and key == initials.casefold():
        return initials
    return words[-1] if words and words[-1].casefold() == key else source.name


def short_measure(scope: Scope) -> str:
    """Say a measure in a word or two; a sum that has a plain name goes by it."""
    measure = scope.measure
    title = measure.name if " + " in measure.title and measure.name.isalpha() else measure.title
    if scope.unbounded_measure:
        return f"at least {title}"
    if scope.outer_measure is not None:
        return f"between {title} and {scope.outer_measure.title}"
    return title


def day_words(day: date) -> str:
    """Say a day in full.

    Examples
    --------
    >>> day_words(date(2024, 11, 1))
    '1 November 2024'
    """
    return str(PartialDate(day.year, day.month, day.day))


def several(count: int, noun: str) -> str:
    """Count things: "1 claim", "2 claims".

    Examples
    --------
    >>> several(1, "claim"), several(1200, "source")
    ('1 claim', '1,200 sources')
    """
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def listed(words: Iterable[str], *, last: str = "and") -> str:
    """Join words as a sentence does.

    Examples
    --------
    >>> listed(["a", "b", "c"]), listed(["a", "b"], last="or")
    ('a, b and c', 'a or b')
    """
    parts = tuple(words)
    return f" {last} ".join([", ".join(parts[:-1]), parts[-1]] if parts[1:] else parts)


def names_measure(words: str, measure: Measure) -> bool:
    """Whether the words of a figure already say what it counts."""
    said = set(re.findall(r"[^\W\d_]+", words.casefold()))
    names = (measure.name.replace("_", " "), *measure.aliases, measure.title)
    return any(name.split()[0].casefold() in said for name in names)
