"""When: the date of a sentence that belongs to a number."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from claimrecon.extraction.rules.attribution import Attribution
from claimrecon.extraction.rules.links import Link
from claimrecon.extraction.text.lexicon import Lexicon
from claimrecon.extraction.text.sentence import Sentence
from claimrecon.periods import UnreadableDateError, When, WhenFlag, WhenKind, parse_when

_SUPERLATIVES = frozenset(
    (
        *("deadliest", "worst", "bloodiest", "largest", "highest", "heaviest"),
        *("biggest", "most", "first", "fiercest", "longest", "greatest"),
    )
)
_BRIEFING = frozenset(
    (
        *("on", "in", "at", "late", "early", "a", "an", "the", "to", "its", "his", "her", "their"),
        *("statement", "telegram", "facebook", "post", "message", "briefing", "press", "news"),
        *("conference", "interview", "address", "report", "reporters", "journalists", "lawmakers"),
        *("parliament", "television", "televised", "tv", "state", "video", "x", "update", "daily"),
    )
)
"""Words between a verb of saying and its day."""
_BORROWED = frozenset({"gapped", "joined", "elided", "part", "toll-earlier"})
_ACROSS = 12
"""What another number, or another clause, between them adds to a distance."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date phrase among the words of a sentence: its first word, and the word behind it."""

    when: When
    first: int
    behind: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """The date that was taken, and whether it is only the day of the saying.

    Attributes
    ----------
    said_on
        The day of the saying, where it is one.
    """

    when: When | None
    said_on: date | None
    of_saying: bool


def dates_in(sentence: Sentence, whens: Sequence[When]) -> tuple[Dated, ...]:
    """Place date phrases among the words of a sentence."""
    placed = []
    for when in whens:
        inside = [
            at
            for at, word in enumerate(sentence.words)
            if word.start < when.end and word.end > when.start
        ]
        if inside:
            placed.append(Dated(when, inside[0], inside[-1] + 1))
    return tuple(placed)


def date_of(
    sentence: Sentence,
    link: Link,
    dates: Sequence[Dated],
    said: Sequence[Attribution],
    lexicon: Lexicon,
) -> Chosen:
    """Choose the date of a number: the nearest one, and that of the saying only for want of one."""
    usable = [
        dated
        for dated in dates
        if not _is_of_superlative(sentence, dated) and not _is_of_comparison(sentence, dated)
    ]
    of_saying = [dated for dated in usable if _is_of_saying(sentence, dated, said, lexicon)]
    happened = [dated for dated in usable if dated not in of_saying]
    said_when = of_saying[0].when if of_saying else None
    said_on = said_when.last if said_when and said_when.kind is WhenKind.POINT else None
    pool = happened or of_saying
    if not pool:
        return Chosen(None, said_on, of_saying=False)
    nearest = min(pool, key=lambda dated: _distance(sentence, link, dated))
    if _distance(sentence, link, nearest) > _ACROSS and len(sentence.counts) > 1 and happened:
        far = sentence.clause[nearest.first] != sentence.clause[link.count.first]
        if far:
            return Chosen(None, said_on, of_saying=False)
    when = _resolved(sentence, nearest.when, usable)
    if sentence.low(nearest.first) == "since" and _opens_clause(sentence, nearest):
        when = _without_since(sentence, when)
    return Chosen(when, said_on, of_saying=not happened)


def _without_since(sentence: Sentence, when: When) -> When:
    """Return the time itself, where "since" reaches from it up to publication."""
    words = sentence.text[when.start : when.end].partition(" ")[2]
    try:
        found = parse_when(words, published=when.last)
    except UnreadableDateError:
        return when
    return replace(when, first=found.first, last=found.last, kind=found.kind)


def _resolved(sentence: Sentence, when: When, dates: Sequence[Dated]) -> When:
    """Count "a day earlier" from the one other day of its sentence."""
    if when.is_resolved or WhenFlag.ANAPHORA not in when.flags:
        return when
    days = {dated.when.last for dated in dates if dated.when.kind is not WhenKind.PERIOD} - {None}
    words = sentence.text[when.start : when.end]
    try:
        found = parse_when(words, published=days.pop() if len(days) == 1 else None)
    except UnreadableDateError:
        return when
    return replace(when, first=found.first, last=found.last, kind=found.kind)


def _opens_clause(sentence: Sentence, dated: Dated) -> bool:
    """Whether a clause tells of that time: "the deadliest since 1998, when 112 were killed"."""
    following = [sentence.low(dated.behind + step) for step in range(3)]
    return "when" in following[:2] or following[1:] == ["in", "which"]


def _is_of_comparison(sentence: Sentence, dated: Dated) -> bool:
    """Whether it is the day of a number that is only compared with: "up from 41 last week"."""
    number, before = sentence.low(dated.first - 1), sentence.low(dated.first - 2)
    linked = any(count.behind == dated.first for count in sentence.counts)
    return before == "from" and number[:1].isdigit() and not linked


def _is_of_superlative(sentence: Sentence, dated: Dated) -> bool:
    back = {sentence.low(at) for at in range(max(dated.first - 4, 0), dated.first)}
    if _opens_clause(sentence, dated):
        return False
    is_since = sentence.low(dated.first) in {"since", "in", "of"}
    return is_since and bool(back & _SUPERLATIVES) and WhenFlag.ANAPHORA not in dated.when.flags


def _is_of_saying(
    sentence: Sentence, dated: Dated, said: Sequence[Attribution], lexicon: Lexicon
) -> bool:
    """Whether a date says when something was said: "said on Thursday", "On 9 January X said"."""
    for item in said:
        between = range(item.verb + 1, dated.first)
        told = all(
            any(name.opening <= at < name.behind for name in item.chain)
            or sentence.low(at) in _BRIEFING
            for at in between
        )
        # "told lawmakers on 13 January that" is such a day whomever it was told.
        opens = sentence.low(dated.behind) == "that" and not any(
            sentence.count_at(at) is not None for at in between
        )
        if dated.first > item.verb and (told or opens):
            return True
        opening = min(name.opening for name in item.chain)
        gap = [sentence.low(at) for at in range(dated.behind, opening)]
        leads = item.leads and dated.behind <= opening
        if leads and all(low in {",", "the", "a", "an"} for low in gap):
            return True
    return lexicon.has("speech.verbs", sentence.low(dated.first - 1)) and bool(said)


def _distance(sentence: Sentence, link: Link, dated: Dated) -> int:
    first, behind = link.count.first, max(link.count.behind, link.noun.behind)
    if link.rule not in _BORROWED:
        first, behind = min(first, link.first), max(behind, link.behind)
    between = range(dated.behind, first) if dated.behind <= first else range(behind, dated.first)
    length = len(between)
    if any(sentence.count_at(at) is not None for at in between):
        length += _ACROSS
    if sentence.clause[dated.first] != sentence.clause[link.count.first]:
        length += _ACROSS
    # Of two as near, the one behind: "118 on Sunday from 96".
    return 2 * length + (dated.behind <= first)
