"""From a text to its sentences, each with the numbers and dates found in it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from claimrecon.extraction.text.lexicon import Lexicon
from claimrecon.extraction.text.masks import masks_in
from claimrecon.extraction.text.sentence import Count, Sentence, clauses_of
from claimrecon.extraction.text.words import Word, sentence_spans, words_of
from claimrecon.periods import When
from claimrecon.quantities import CountPhrase, find_counts


def sentences_of(text: str, whens: Sequence[When], lexicon: Lexicon) -> Iterator[Sentence]:
    """Yield the sentences of a text in their order."""
    masks = sorted([*masks_in(text), *((when.start, when.end) for when in whens)])
    phrases = find_counts(text, masks=masks)
    starts = [phrase.start for phrase in phrases]
    dates = sorted((when.start, when.end) for when in whens)
    for start, end in sentence_spans(text):
        inside = phrases[bisect_left(starts, start) : bisect_left(starts, end)]
        words = words_of(text, start, end)
        near = dates[bisect_left(dates, (start, 0)) : bisect_left(dates, (end, 0))]
        yield Sentence(
            text=text,
            start=start,
            end=end,
            words=words,
            counts=tuple(_counts(words, inside)),
            dated=frozenset(_indices(words, near)),
            clause=clauses_of(words, lexicon),
        )


def _counts(words: Sequence[Word], phrases: Sequence[CountPhrase]) -> Iterator[Count]:
    starts = [word.start for word in words]
    for phrase in phrases:
        first = bisect_left(starts, phrase.start)
        behind = bisect_left(starts, phrase.end)
        if first < behind:
            yield Count(phrase, first, behind)


def _indices(words: Sequence[Word], spans: Sequence[tuple[int, int]]) -> Iterator[int]:
    starts = [word.start for word in words]
    for start, end in spans:
        yield from range(bisect_left(starts, start), bisect_left(starts, end))
