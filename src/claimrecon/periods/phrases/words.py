"""The words of English date phrases, and how a text is cut into them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from claimrecon.periods.names import MONTHS, WEEKDAYS, month_number, weekday_number

_TOKEN: Final = re.compile(r"(?P<number>\d+)|(?P<word>[^\W\d_]+(?:['’]s?(?![^\W\d_]))?)|[^\s]")
_MONTHS: Final = {name.lower(): month_number(name) for name in MONTHS}
_MONTHS_SHORT: Final = {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_DAYS: Final = {name.lower(): weekday_number(name) for name in WEEKDAYS}
_DAYS_SHORT: Final = {name[:3]: number for name, number in _DAYS.items()} | {
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}
_COMMON: Final = frozenset({"may", "march", "august"})
"""Names that are words of another meaning in small letters."""

NUMBERS: Final = MappingProxyType(
    {
        word: number
        for number, word in enumerate(
            [
                "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
                "eighteen", "nineteen", "twenty",
            ],
            start=1,
        )
    } | {
        "a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90,
    }
)  # fmt: skip
ORDINALS: Final = MappingProxyType(
    {
        word: number
        for number, word in enumerate(
            [
                "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
                "ninth", "tenth",
            ],
            start=1,
        )
    }
)  # fmt: skip
HEDGES: Final = frozenset(
    {
        "about", "around", "roughly", "approximately", "nearly", "almost", "some", "over", "under",
        "more", "less", "than",
    }
)  # fmt: skip
EMPHASIS: Final = frozenset({"just", "only", "barely", "the"})
PARTS: Final = MappingProxyType(
    {
        "early": "early", "mid": "mid", "late": "late", "start": "early", "beginning": "early",
        "middle": "mid", "end": "late",
    }
)  # fmt: skip
TIMES_OF_DAY: Final = frozenset({"morning", "afternoon", "evening", "night", "midday", "noon"})
SUFFIXES: Final = frozenset({"st", "nd", "rd", "th"})
DASHES: Final = frozenset("-–—\u2010\u2011−")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a run of digits or a sign.

    Attributes
    ----------
    text
        In small letters, without the s of a genitive.
    start, end
        Offsets in the text.
    glued
        Whether it follows the one before without a space.
    capital
        Whether it starts with a capital.
    """

    text: str
    start: int
    end: int
    glued: bool
    capital: bool

    @property
    def number(self) -> int | None:
        """The number, for digits of a date; longer runs are something else."""
        return int(self.text) if len(self.text) <= 4 and self.text.isdecimal() else None  # noqa: PLR2004

    @property
    def month(self) -> int | None:
        """1 to 12 for the name of a month."""
        return _named(self, _MONTHS, _MONTHS_SHORT)

    @property
    def weekday(self) -> int | None:
        """0 (Monday) to 6 for the name of a weekday."""
        return _named(self, _DAYS, _DAYS_SHORT)


def words_of(text: str) -> tuple[Word, ...]:
    """Cut a text into words with their offsets."""
    found: list[Word] = []
    end = -1
    for match in _TOKEN.finditer(text):
        written = match.group()
        plain = re.sub(r"['’]s?$", "", written).lower() if match["word"] else written
        start = match.start()
        found.append(
            Word(plain or written, start, match.end(), start == end, written[:1].isupper())
        )
        end = match.end()
    return tuple(found)


def _named(
    word: Word, full: Mapping[str, int | None], short: Mapping[str, int | None]
) -> int | None:
    """Look a name up; short forms, and names that are common words, need their capital."""
    if word.capital:
        return full.get(word.text) or short.get(word.text, full.get(word.text))
    return None if word.text in _COMMON else full.get(word.text)
