"""From the numbers of a sentence to what each counts: the rules in their order."""

from claimrecon.extraction.rules.before import link_before, link_inverted, link_toll
from claimrecon.extraction.rules.behind import link_behind
from claimrecon.extraction.rules.links import Link
from claimrecon.extraction.rules.nouns import Noun, Phrase, noun_behind
from claimrecon.extraction.rules.ratios import link_present, link_ratio
from claimrecon.extraction.rules.shared import (
    link_elided,
    link_gapped,
    link_joined,
    link_part,
    link_subject,
)
from claimrecon.extraction.text.lexicon import Lexicon
from claimrecon.extraction.text.sentence import Count, Sentence
from claimrecon.quantities import Comparator

_SOME = frozenset({"any", "some", "none", "many", "most", "several", "few"})
_LATE = frozenset({"casualties_unspecified", "died"})
"""Measures of a verb before the number that a word behind it makes more precise."""


def links_in(sentence: Sentence, lexicon: Lexicon) -> tuple[Link, ...]:
    """Link the numbers of a sentence, in their order; what no rule links is left out."""
    nouns = {count.first: noun_behind(sentence, count, lexicon) for count in sentence.counts}
    # "One of the 12 soldiers killed" tells of 12; of "26 of the 40", 40 is only the whole.
    ones = {count.first for count in sentence.counts if _is_one_of(count, nouns[count.first])}
    bases = ones | {
        noun.base.first
        for first, noun in nouns.items()
        if noun.base is not None and first not in ones and noun.kind is not Noun.HARM
    }
    made: list[Link] = []
    for count in sentence.counts:
        if count.first in bases or not _counts_somebody(count) or _is_of_any(sentence, count):
            continue
        link = _link(sentence, count, nouns[count.first], lexicon, made)
        if link is not None:
            made.append(link)
    return _with_subjects(sentence, made, nouns, bases)


def _is_one_of(count: Count, noun: Phrase) -> bool:
    return noun.base is not None and count.phrase.text[count.phrase.start :][:3].lower() == "one"


def _is_of_any(sentence: Sentence, count: Count) -> bool:
    """Whether only some of them are meant: "any of its 3,000 advisers"."""
    place = count.first - 1
    place -= sentence.low(place) != "of"
    return sentence.low(place) == "of" and sentence.low(place - 1) in _SOME


def _counts_somebody(count: Count) -> bool:
    phrase = count.phrase
    return phrase.comparator is not Comparator.NONE and not phrase.households


def _link(
    sentence: Sentence, count: Count, noun: Phrase, lexicon: Lexicon, made: list[Link]
) -> Link | None:
    if count.phrase.is_ratio:
        return link_ratio(sentence, count, noun, lexicon) or link_behind(
            sentence, count, noun, lexicon
        )
    used = frozenset(at for link in made for at in range(link.first, link.behind))
    before = link_before(sentence, count, noun, lexicon, used)
    part = link_part(sentence, count, noun, lexicon, made)
    behind = link_behind(sentence, count, noun, lexicon, aside=part is None)
    if part is not None and (behind is None or behind.rule == "count-verb"):
        return part
    if before is not None and (
        behind is None or (behind.rule != "count-noun" and not _LATE & set(before.measures))
    ):
        return before
    return (
        behind
        or link_toll(sentence, count, noun, lexicon)
        or link_inverted(sentence, count, noun, lexicon)
        or link_joined(sentence, count, noun, made)
        or link_gapped(sentence, count, noun, made)
        or link_elided(sentence, count, noun, lexicon, made)
        or link_present(sentence, count, noun, lexicon)
    )


def _with_subjects(
    sentence: Sentence, made: list[Link], nouns: dict[int, Phrase], bases: set[int]
) -> tuple[Link, ...]:
    """Add the numbers that share the verb of the one behind them."""
    linked = {link.count.first: link for link in made}
    following: Link | None = None
    for count in reversed(sentence.counts):
        link = linked.get(count.first)
        noun = nouns[count.first]
        if link is None and following is not None and count.first not in bases:
            link = link_subject(sentence, count, noun, following)
            if link is not None and noun.kind is not Noun.THINGS and _counts_somebody(count):
                linked[count.first] = link
        following = link
    return tuple(linked[first] for first in sorted(linked))
