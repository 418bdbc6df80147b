"""Speakers of headlines: "7 dead in Lenz - mayor", "Mayor: 7 dead", "Strike kills five: police"."""

from collections.abc import Iterator, Sequence

from claimrecon.extraction.rules.attribution import Attribution
from claimrecon.extraction.rules.names import name_behind
from claimrecon.extraction.text.lexicon import Form, Lexicon
from claimrecon.extraction.text.sentence import Sentence

_HEADLINE = 7
_OPENING = 6


def headlines(sentence: Sentence, lexicon: Lexicon) -> Iterator[Attribution]:
    """Read "7 dead in Lenz - mayor" and "Mayor: 7 dead"."""
    lows = [word.low for word in sentence.words]
    for sign in ("-", "–", "—", "|"):
        if sign not in lows[1:]:
            continue
        at = len(lows) - 1 - lows[::-1].index(sign)
        word = sentence.words[at]
        spaced = word.start > sentence.words[at - 1].end and len(lows) - at - 1 <= _HEADLINE
        if not spaced or not any(count.first < at for count in sentence.counts):
            continue
        name = name_behind(sentence, at + 1, lexicon)
        if name is not None and name.behind >= len(lows.copy()) - (lows[-1] == "."):
            yield Attribution((name,), at, 0, at, leads=False)
            return
    yield from _behind_colon(sentence, lows, lexicon)
    if ":" in lows[1 : _OPENING + 1] and not lexicon.has("speech.no_heads", lows[0]):
        at = lows.index(":")
        name = name_behind(sentence, 0, lexicon)
        if name is not None and name.behind == at and not _is_harm(sentence, at, lexicon):
            yield Attribution((name,), at, at + 1, len(lows), leads=True)


def _behind_colon(
    sentence: Sentence, lows: Sequence[str], lexicon: Lexicon
) -> Iterator[Attribution]:
    """Read "Strike kills five: police"."""
    tail = lows[::-1].index(":") if ":" in lows else 0
    at = len(lows) - 1 - tail
    if not 0 < tail <= _OPENING or not any(count.first < at for count in sentence.counts):
        return
    name = name_behind(sentence, at + 1, lexicon)
    behind = len(lows) - (lows[-1] == ".")
    if name is not None and name.behind >= behind and not _is_harm(sentence, behind, lexicon, at):
        yield Attribution((name,), at, 0, at, leads=False)


def _is_harm(sentence: Sentence, behind: int, lexicon: Lexicon, first: int = 0) -> bool:
    return any(
        lexicon.toll.at(sentence.words, at) is not None
        or any(lexicon.harm[form].at(sentence.words, at) is not None for form in Form)
        or lexicon.has("speech.no_heads", sentence.low(at))
        for at in range(first, behind)
    )
