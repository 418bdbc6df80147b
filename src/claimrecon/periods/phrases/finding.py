"""The date phrases of a running text, and a text that is one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from claimrecon.periods.phrases.atoms import Days
from claimrecon.periods.phrases.calendar import SEASONS
from claimrecon.periods.phrases.edtf import edtf_days
from claimrecon.periods.phrases.reader import LEADS, LONG_LEADS, PhraseReader
from claimrecon.periods.phrases.when import When, WhenFlag, WhenKind
from claimrecon.periods.phrases.words import (
    HEDGES,
    NUMBERS,
    ORDINALS,
    PARTS,
    TIMES_OF_DAY,
    Word,
    words_of,
)
from claimrecon.periods.refusals import UnreadableDateError

_CLOSING: Final = frozenset('.,;:!?)"”’»')
_OPENING: Final = frozenset('([{"“”\u2018«—–,;:')
_STARTERS: Final = frozenset(
    {
        *LEADS, *(words[0] for words in LONG_LEADS), *NUMBERS, *HEDGES, *PARTS, *ORDINALS,
        *SEASONS, *TIMES_OF_DAY, "the", "last", "this", "past", "previous", "that", "next",
        "yesterday", "today", "tomorrow", "tonight", "overnight", "earlier", "just", "christmas",
        "new", "weekend", "week", "q", "h",
    }
)  # fmt: skip
_ADVICE: Final = "Write the date itself: 2025-01-09, January 2025, or two of them."


def find_dates(text: str, published: date | None) -> tuple[When, ...]:
    """Find the date phrases of a running text.

    Dates look back: without a year, the latest that does not lie ahead of publication is taken. A
    phrase that hangs on another date of the text ("a day earlier") is flagged and not resolved.

    Parameters
    ----------
    text
        A sentence or an article, of any length.
    published
        The day it came out; ``None`` leaves relative dates unresolved.

    Returns
    -------
    tuple of When
        In the order of the text, without overlaps.

    Examples
    --------
    >>> found = find_dates("Killed on 9 January, 40 more since Friday.", date(2024, 1, 15))
    >>> [str(when.span) for when in found]
    ['9 Jan 2024', '12 - 15 Jan 2024']
    """
    words = words_of(text)
    reader = PhraseReader.of(words, published)
    found: list[When] = []
    at = 0
    while at < len(words):
        phrase = reader.phrase(at) if _may_start(words, at) else None
        if phrase is None:
            at += 1
            continue
        days, kind, start, at = phrase
        if WhenFlag.ANAPHORA in days.flags:
            days = replace(days, first=None, last=None)
        found.append(_when(words, days, kind, start, at))
    return tuple(found)


def parse_when(text: str, *, published: date | None) -> When:
    """Read a text that is one date phrase.

    Parameters
    ----------
    text
        Words ("in the past three months", "since 24 February 2022") or EDTF, levels 0 and 1
        ("2024-01~", "2023-06/..").
    published
        The day it was said; needed for what is relative to it.

    Raises
    ------
    UnreadableDateError
        If it is no date phrase that is read, or hangs on a day that is not known.

    Examples
    --------
    >>> print(parse_when("last summer", published=date(2024, 1, 15)).span)
    Jun - Aug 2023
    """
    coded = edtf_days(text.strip())
    if coded is not None:
        start = len(text) - len(text.lstrip())
        return When(start, start + len(text.strip()), *coded)
    words = words_of(text)
    reader = PhraseReader.of(words, published, alone=True)
    phrase = reader.phrase(0) if words else None
    if phrase is None or any(word.text not in _CLOSING for word in words[phrase[3] :]):
        raise UnreadableDateError(text, "it is not one date phrase that is read", _ADVICE)
    days, kind, start, end = phrase
    when = _when(words, days, kind, start, end)
    if not when.is_resolved:
        raise UnreadableDateError(text, _why_open(when), _ADVICE)
    return when


def _may_start(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.glued and words[at - 1].text not in _OPENING:
        return False
    return (
        word.number is not None
        or word.text in _STARTERS
        or word.month is not None
        or word.weekday is not None
    )


def _when(words: Sequence[Word], days: Days, kind: WhenKind | None, start: int, end: int) -> When:
    if kind is None:
        point = days.first is not None and days.first == days.last
        kind = WhenKind.POINT if point else WhenKind.PERIOD
    flags = tuple(sorted(days.flags))
    return When(words[start].start, words[end - 1].end, days.first, days.last, kind, flags)


def _why_open(when: When) -> str:
    if WhenFlag.ANAPHORA in when.flags:
        return "it hangs on another date, which it does not say"
    return "it counts from the day of publication, which is not known"
