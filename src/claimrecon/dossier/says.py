"""What the words after a number count: "killed", "dead or missing", "people injured"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

_MEASURES: Mapping[str, str] = MappingProxyType(
    {
        "dead or missing": "dead_or_missing",
        "killed or missing": "dead_or_missing",
        "dead and missing": "dead_or_missing",
        "killed in action": "killed_in_action",
        "died of wounds": "died_of_wounds",
        "excess deaths": "deaths",
        "indirect deaths": "indirect_deaths",
        "lost their lives": "deaths_unspecified",
        "taken prisoner": "captured",
        "taken captive": "captured",
        "taken hostage": "captured",
        "in captivity": "held",
        "held captive": "held",
        "held hostage": "held",
        "killed": "killed",
        "slain": "killed",
        "dead": "deaths_unspecified",
        "died": "deaths_unspecified",
        "death": "deaths_unspecified",
        "deaths": "deaths_unspecified",
        "fatalities": "deaths_unspecified",
        "wounded": "wounded",
        "injured": "wounded",
        "injuries": "wounded",
        "hurt": "wounded",
        "casualties": "casualties",
        "casualty": "casualties",
        "losses": "casualties_unspecified",
        "lost": "casualties_unspecified",
        "missing": "missing",
        "captured": "captured",
        "arrived": "arrived",
        "arrivals": "arrived",
        "withdrawn": "withdrawn",
        "withdrew": "withdrawn",
        "displaced": "displaced",
        "survivors": "strength",
        "survived": "strength",
    }
)

AMBIGUOUS: Mapping[str, str] = MappingProxyType(
    {
        "casualties": (
            "'casualties' was taken as killed + wounded; some writers also mean the missing "
            "and captive (casualties_all), or only the dead."
        ),
        "casualties_unspecified": (
            "'losses' does not say of what kind: the killed and an unknown part of the wounded, "
            "missing and captured were taken."
        ),
        "deaths_unspecified": (
            "'dead' does not say of what cause: the killed and an unknown part of other deaths "
            "were taken."
        ),
        "displaced": (
            "'displaced' was taken as newly displaced; for those displaced now write measure: idps."
        ),
    }
)
"""Measures whose word is used for more than one thing, with what was taken."""

_SILENT = frozenset(
    (
        *("a", "also", "an", "and", "are", "been", "had", "has", "have", "in", "is", "it", "its"),
        *("of", "or", "others", "our", "people", "person", "persons", "the", "their", "there"),
        *("they", "to", "was", "we", "were"),
    )
)
"""Words that say nothing about whom or what a figure counts."""


@dataclass(frozen=True, slots=True)
class Said:
    """What some words count.

    Attributes
    ----------
    measures
        Names of measures; several are added up.
    leftover
        Words that were not understood, in their order.
    """

    measures: tuple[str, ...]
    leftover: str = ""


def counted_in(words: str) -> Said:
    """Find the measures in the words around a number.

    Examples
    --------
    >>> counted_in("people killed and wounded")
    Said(measures=('killed', 'wounded'), leftover='')
    >>> counted_in("North Korean soldiers killed").leftover
    'North Korean soldiers'
    """
    tokens = _WORD.findall(words)
    measures: list[str] = []
    left: list[str] = []
    place = 0
    while place < len(tokens):
        for size in (3, 2, 1):
            phrase = " ".join(tokens[place : place + size]).casefold()
            if phrase in _MEASURES:
                measures.append(_MEASURES[phrase])
                place += size
                break
        else:
            if tokens[place].casefold() not in _SILENT:
                left.append(tokens[place])
            place += 1
    return Said(tuple(dict.fromkeys(measures)), " ".join(left))
