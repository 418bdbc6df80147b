"""All number phrases of a running text, longest match first, with offsets in that text.

The grammar is that of a single figure. It is tried at each word that can begin a figure, on a short
window that ends with the sentence, so that the cost grows with the length of the text alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from claimrecon.quantities.parsing.cardinals import Cardinals
from claimrecon.quantities.parsing.context import Context
from claimrecon.quantities.parsing.entailed import carrying, phrase_of
from claimrecon.quantities.parsing.figures import Figures
from claimrecon.quantities.parsing.language import Lexicon, english
from claimrecon.quantities.parsing.ranges import Ranges
from claimrecon.quantities.parsing.ratios import Ratios
from claimrecon.quantities.parsing.rest import Rests
from claimrecon.quantities.parsing.span import Span
from claimrecon.quantities.parsing.tokens import Token, tokens_in
from claimrecon.quantities.phrase import Comparator, CountPhrase, Figure
from claimrecon.quantities.refusals import UnreadableCountError

_WINDOW = 40
"""Tokens that one figure and the words behind it are looked for in."""
_BOUNDS = frozenset({Comparator.GE, Comparator.GT, Comparator.LE, Comparator.LT})


def find_counts(text: str, *, masks: Iterable[tuple[int, int]] = ()) -> tuple[CountPhrase, ...]:
    """Find the number phrases of a running text.

    What is not sure to be a count of persons or a ratio (a calibre, a price, a year, the name of a
    brigade) is left out. A bound covers the numbers that follow in one breath.

    Parameters
    ----------
    text
        A sentence or an article, of any length.
    masks
        Where there are no counts: pairs of offsets, the second exclusive, such as those of dates.

    Returns
    -------
    tuple of CountPhrase
        In the order of the text. ``text[phrase.start:phrase.end]`` is what was read; ``rest`` are
        the words up to the next number or the end of the sentence.

    Examples
    --------
    >>> found = find_counts("at least 300 killed and another 2,700 wounded on 9 January")
    >>> [(str(phrase.comparator), phrase.rest) for phrase in found]
    [('ge', 'killed and'), ('eq', 'wounded on')]
    """
    tokens = tokens_in(text)
    context = Context.of(text, tokens, masks, english())
    found = list(_spans(text, tokens, context))
    behind = [*(place.at for place in found), len(tokens)][1:]
    placed = [
        (place, phrase)
        for place, following in zip(found, behind, strict=True)
        if (phrase := _phrase(text, tokens, context, place, following)) is not None
    ]
    return _with_bounds_carried(placed, context)


@dataclass(frozen=True, slots=True)
class _Place:
    """A number phrase in the tokens of the text: its window starts at ``at``."""

    at: int
    span: Span

    @property
    def end(self) -> int:
        """Index of the token behind it."""
        return self.at + self.span.end

    @property
    def said(self) -> int:
        """Index of its first token that says something of the number."""
        return self.at + self.span.first.said


def _spans(text: str, tokens: tuple[Token, ...], context: Context) -> Iterable[_Place]:
    at, dated = 0, -1
    while at < len(tokens):
        if not context.can_start(at):
            at += 1
            continue
        window = tokens[at : min(context.ends[at], at + _WINDOW)]
        ranges = _grammar(text, window, context.lexicon)
        if context.is_dated(at):
            at, dated = at + 1, at + 1
            continue
        try:
            # "from 96 to 118": two figures of two days.
            span = ranges.single(0) if at == dated else ranges.span(0)
        except UnreadableCountError:
            at = _behind_refused(ranges, at)
            continue
        if span is None:
            at = context.behind_run(at)
            continue
        place = _Place(at, span)
        if context.allows(span, at):
            yield place
        at = max(place.end, at + 1)


def _grammar(text: str, window: tuple[Token, ...], lexicon: Lexicon) -> Ranges:
    cardinals = Cardinals(window, lexicon)
    return Ranges(Figures(text, window, lexicon, cardinals, Ratios(window, lexicon, cardinals)))


def _behind_refused(ranges: Ranges, at: int) -> int:
    """Return where to go on: behind both numbers of what was no range, else at the next token."""
    first = ranges.figures.found(0)
    if first is None or first.lead:
        return at + 1
    end = first.end
    joint = ranges.figures.lexicon.connectors.match(ranges.figures.tokens, end)
    second = None if joint is None else ranges.figures.found(joint[1])
    return at + max(end if second is None else second.end, 1)


def _phrase(
    text: str, tokens: tuple[Token, ...], context: Context, place: _Place, following: int
) -> CountPhrase | None:
    """Read the words behind a number phrase, and drop it where they say that it counts no one."""
    span, at = place.span, place.at
    stop = max(place.end, min(context.ends[at], at + _WINDOW, following))
    window = tokens[at:stop]
    vague = any(figure.word is not None for figure in span.figures)
    rests = Rests(text, window, context.lexicon, Cardinals(window, context.lexicon))
    try:
        rest = rests.behind(
            span.end, is_ratio=span.first.core.ratio is not None, vague=vague, alone=False
        )
    except UnreadableCountError:
        return None
    if context.is_unclaimed(span, place.end, following):
        return None
    phrase = phrase_of(text, window, span, rest)
    return replace(phrase, start=tokens[place.said].start)


def _with_bounds_carried(
    placed: Sequence[tuple[_Place, CountPhrase]], context: Context
) -> tuple[CountPhrase, ...]:
    """Give a bare number the bound that was said before the one in front of it."""
    if not placed:
        return ()
    phrases = [placed[0][1]]
    bound = _bound(*placed[0])
    for (before, _), (place, phrase) in pairwise(placed):
        if bound is not None and _is_bare(phrase) and context.goes_on(before.end, place.said):
            phrases.append(carrying(phrase, bound))
            continue
        phrases.append(phrase)
        bound = _bound(place, phrase)
    return tuple(phrases)


def _bound(place: _Place, phrase: CountPhrase) -> Figure | None:
    """Return the figure whose bound, said in front of it, may cover what follows."""
    only = phrase.figures[0] if len(phrase.figures) == 1 else None
    said = place.span.first.outer | place.span.first.inner
    if only is None or only.comparator not in _BOUNDS or phrase.is_ratio or not said - {"filler"}:
        return None
    return only


def _is_bare(phrase: CountPhrase) -> bool:
    bare = phrase.comparator is Comparator.EQ and len(phrase.figures) == 1
    return bare and phrase.relation is None and not (phrase.increment or phrase.subset)
