"""Read the words of one figure: what they entail, with offsets; nothing is widened."""

from claimrecon.quantities.parsing.cardinals import Cardinals
from claimrecon.quantities.parsing.entailed import phrase_of
from claimrecon.quantities.parsing.figures import Figures
from claimrecon.quantities.parsing.glance import at_a_glance
from claimrecon.quantities.parsing.language import Lexicon, english
from claimrecon.quantities.parsing.ranges import Ranges
from claimrecon.quantities.parsing.ratios import Ratios
from claimrecon.quantities.parsing.rest import Rests
from claimrecon.quantities.parsing.span import Span
from claimrecon.quantities.parsing.tokens import Token, tokens_of
from claimrecon.quantities.phrase import Comparator, CountPhrase, Figure
from claimrecon.quantities.refusals import UnreadableCountError


def parse_count(text: str) -> CountPhrase:
    """Parse the words of one figure, or refuse.

    Parameters
    ----------
    text
        The words of one figure with its hedges in front: "at least 300 killed". Words may follow;
        they are returned as ``rest``.

    Returns
    -------
    CountPhrase
        What the words entail. ``Comparator.NONE`` where they say on purpose that there is no
        number.

    Raises
    ------
    UnreadableCountError
        If it is not sure which count is meant. Refusing beats a wrong number.

    Examples
    --------
    >>> phrase = parse_count("at least 300 killed")
    >>> phrase.comparator, int(phrase.low), phrase.high, phrase.rest
    (<Comparator.GE: 'ge'>, 300, None, 'killed')
    >>> print(parse_count("half a million").best)
    500000
    """
    lexicon = english()
    plain = at_a_glance(text, lexicon)
    return parsed(text, lexicon) if plain is None else plain


def parsed(text: str, lexicon: Lexicon) -> CountPhrase:
    """Parse the words of any figure, also of the plainest."""
    tokens = tokens_of(text)
    empty = _without_number(text, tokens, lexicon)
    if empty is not None:
        return empty
    cardinals = Cardinals(tokens, lexicon)
    figures = Figures(text, tokens, lexicon, cardinals, Ratios(tokens, lexicon, cardinals))
    span = Ranges(figures).span(0)
    if span is None:
        raise UnreadableCountError(text, figures.reason_at(0))
    is_ratio = span.relation is not None
    vague = any(figure.word is not None for figure in span.figures)
    rest = Rests(text, tokens[: span.tail], lexicon, cardinals).behind(
        span.end, is_ratio=is_ratio, vague=vague, whole=span.first.core.value
    )
    if _is_unclaimed(span, tokens, lexicon):
        return CountPhrase(text, Comparator.NONE, end=len(text), rest=rest.words)
    return phrase_of(text, tokens, span, rest)


def _without_number(text: str, tokens: tuple[Token, ...], lexicon: Lexicon) -> CountPhrase | None:
    """Recognise "none" and the bare plural, which hold no number."""
    if not tokens:
        raise UnreadableCountError(text, "it is empty")
    found = lexicon.empty.match(tokens, 0)
    if found is not None and found[0] == "none":
        cardinals = Cardinals(tokens, lexicon)
        if any(cardinals.starts_number(at) for at in range(found[1], len(tokens))):
            raise UnreadableCountError(text, "it says that there is no number, and has one")
        end = tokens[found[1] - 1].end
        start = tokens[0].start
        return CountPhrase(text, Comparator.NONE, start=start, end=end, rest=text[end:].strip())
    if len(tokens) == 1 and tokens[0].text in lexicon.plural:
        figure = Figure(Comparator.VAGUE, None, word="plural")
        start, end = tokens[0].start, tokens[0].end
        rest = text[start:end]
        return CountPhrase(
            text, Comparator.VAGUE, figures=(figure,), start=start, end=end, rest=rest
        )
    return None


def _is_unclaimed(span: Span, tokens: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Tell "no casualties were reported", which claims nothing, from "no casualties"."""
    nothing = tokens[span.first.core.end - 1].text in {"no", "nobody", "one", "zero"}
    return (
        nothing
        and span.figures[0].value == 0
        and any(token.text in lexicon.unreported for token in tokens[span.end :])
    )
