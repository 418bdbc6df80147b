"""When: the date of a sentence that belongs to a number."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimrecon.extraction.rules.links import Link
from claimrecon.extraction.rules.speakers import Attribution
from claimrecon.extraction.text.lexicon import Lexicon
from claimrecon.extraction.text.sentence import Sentence
from claimrecon.periods import When, WhenFlag

_SUPERLATIVES = frozenset(
    ("deadliest", "worst", "bloodiest", "largest", "highest", "heaviest", "biggest", "most")
    + ("first", "fiercest", "longest", "greatest")
)
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
    """The date that was taken, and whether it is only the day of the saying."""

    when: When
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
) -> Chosen | None:
    """Choose the date of a number: the nearest one, and that of the saying only for want of one."""
    usable = [date for date in dates if not _is_of_superlative(sentence, date)]
    of_saying = [date for date in usable if _is_of_saying(sentence, date, said, lexicon)]
    happened = [date for date in usable if date not in of_saying]
    pool = happened or of_saying
    if not pool:
        return None
    nearest = min(pool, key=lambda date: _distance(sentence, link, date))
    if _distance(sentence, link, nearest) > _ACROSS and len(sentence.counts) > 1 and happened:
        far = sentence.clause[nearest.first] != sentence.clause[link.count.first]
        if far:
            return None
    return Chosen(nearest.when, of_saying=not happened)


def _is_of_superlative(sentence: Sentence, date: Dated) -> bool:
    back = {sentence.low(at) for at in range(max(date.first - 4, 0), date.first)}
    is_since = sentence.low(date.first) in {"since", "in", "of"}
    return is_since and bool(back & _SUPERLATIVES) and WhenFlag.ANAPHORA not in date.when.flags


def _is_of_saying(
    sentence: Sentence, date: Dated, said: Sequence[Attribution], lexicon: Lexicon
) -> bool:
    """Whether a date says when something was said: "said on Thursday", "On 9 January X said"."""
    for item in said:
        between = range(item.verb + 1, date.first)
        told = all(
            any(name.opening <= at < name.behind for name in item.chain)
            or sentence.low(at) in {"on", "in", "late", "early", "a", "statement", "telegram"}
            for at in between
        )
        if date.first > item.verb and told:
            return True
        opening = min(name.opening for name in item.chain)
        gap = [sentence.low(at) for at in range(date.behind, opening)]
        leads = item.leads and date.behind <= opening
        if leads and all(low in {",", "the", "a", "an"} for low in gap):
            return True
    return lexicon.has("speech.verbs", sentence.low(date.first - 1)) and bool(said)


def _distance(sentence: Sentence, link: Link, date: Dated) -> int:
    first = min(link.count.first, link.first)
    behind = max(link.count.behind, link.behind, link.noun.behind)
    if date.behind <= first:
        between = range(date.behind, first)
    else:
        between = range(behind, date.first)
    length = len(between)
    if any(sentence.count_at(at) is not None for at in between):
        length += _ACROSS
    if sentence.clause[date.first] != sentence.clause[link.count.first]:
        length += _ACROSS
    # Of two as near, the one behind: "118 on Sunday from 96".
    return 2 * length + (date.behind <= first)
