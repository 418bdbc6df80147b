"""Cut a text into words, signs and sentences, with offsets; the text is never rewritten."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(
    r"(?P<digits>\d+(?:[.,]\d+)*)|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<sign>[^\s\w]|_)"
)
# Possessive, and never begun inside a run: the cost of a long run of stops is its length.
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?=\s|$)|\n[^\S\n]*+\n|\n(?=[^\S\n]*+[-*•–])")
_ABBREVIATIONS = frozenset(
    (
        *("mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "capt", "sgt", "brig", "adm"),
        *("gov", "sen", "rep", "st", "no", "nos", "approx", "est", "ca", "c", "vs", "jan", "feb"),
        *("mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "u.s", "u.k"),
        *("u.n", "e.g", "i.e", "a.m", "p.m", "mt", "ft", "jr", "sr"),
    )
)
_LOOK_BACK = 12
_LONGEST_SENTENCE = 1200
"""Longer runs without a full stop are cut, so that no cost grows faster than the text."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a run of digits or a sign.

    Attributes
    ----------
    low
        In lower case, with a straight apostrophe.
    written
        As it stands in the text.
    start, end
        Offsets in the whole text.
    """

    low: str
    written: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.written[:1].isupper()


def words_of(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """Cut ``text[start:end]`` into words.

    Examples
    --------
    >>> [word.low for word in words_of("Army’s 810th brigade, 1,200 men")]
    ["army's", '810', 'th', 'brigade', ',', '1,200', 'men']
    """
    stop = len(text) if end is None else end
    return tuple(
        Word(found.group().lower().replace("’", "'"), found.group(), found.start(), found.end())
        for found in _WORD.finditer(text, start, stop)
    )


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of each sentence, without the spaces around it.

    Examples
    --------
    >>> text = "Gen. Oleh Dmyt spoke. At least 300 died!"
    >>> [text[start:end] for start, end in sentence_spans(text)]
    ['Gen. Oleh Dmyt spoke.', 'At least 300 died!']
    """
    start = 0
    for stop in _STOP.finditer(text):
        if stop.end() < len(text) and _goes_on(text, stop):
            continue
        yield from _pieces(text, start, stop.end())
        start = stop.end()
    yield from _pieces(text, start, len(text))


def _goes_on(text: str, stop: re.Match[str]) -> bool:
    """Tell the full stop of an abbreviation ("Jan. 3") from the end of a sentence."""
    if stop.group()[:1] == "\n":
        return False
    if stop.group() == ".":
        before = text[max(stop.start() - _LOOK_BACK, 0) : stop.start()].split()
        last = before[-1].lower().lstrip("(\"'“\u2018") if before else ""
        if last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha()):
            return True
    following = text[stop.end() : stop.end() + _LOOK_BACK].lstrip()[:1]
    return following.islower()


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST_SENTENCE:
        cut = text.rfind(" ", start, start + _LONGEST_SENTENCE)
        cut = cut if cut > start else start + _LONGEST_SENTENCE
        yield start, cut
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end
