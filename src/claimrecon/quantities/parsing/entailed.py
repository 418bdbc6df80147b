"""What a number phrase entails: from what was found in a text to low, high and best."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from claimrecon.quantities.parsing.rest import Rest
from claimrecon.quantities.parsing.span import Span
from claimrecon.quantities.parsing.tokens import Token
from claimrecon.quantities.phrase import Comparator, CountPhrase, Figure, Relation

_OPEN_TOP = frozenset({Comparator.GE, Comparator.GT, Comparator.JUST_OVER})
_OPEN_LOW = frozenset({Comparator.LE, Comparator.LT})


def phrase_of(text: str, tokens: Sequence[Token], span: Span, rest: Rest) -> CountPhrase:
    """Say what a number phrase entails; *tokens* are those that the span's indices count."""
    relation = Relation.DIFFERENCE if rest.difference else span.relation
    nothing = relation is Relation.DIFFERENCE
    low, high, best = (None, None, None) if nothing else entailed(span.figures, span.best)
    number = span.first.core.number
    return CountPhrase(
        text=text,
        comparator=Comparator.APPROX if span.odd else comparator_of(span.figures),
        low=low,
        high=high,
        best=best,
        figures=span.figures,
        start=tokens[span.start].start,
        end=tokens[rest.end - 1].end,
        rest=rest.words,
        relation=relation,
        per=rest.per,
        increment=rest.increment or "increment" in span.first.marks,
        subset="subset" in span.first.marks,
        confidence=span.confidence,
        households=rest.households,
        ambiguous=number is not None and number.unsure,
    )


def comparator_of(figures: tuple[Figure, ...]) -> Comparator:
    """Say how one figure, or the two ends of a range, bound the number."""
    first, last = figures[0], figures[-1]
    if first.word is not None or last.word is not None:
        return Comparator.VAGUE
    ends = {first.comparator, last.comparator}
    if first is not last and (len(ends) > 1 or not ends <= _OPEN_TOP | _OPEN_LOW):
        return Comparator.RANGE
    # How little more is for the codebook.
    just = first.comparator is Comparator.JUST_OVER
    return Comparator.GT if just else first.comparator


def carrying(phrase: CountPhrase, bound: Figure) -> CountPhrase:
    """Return a bare number with the bound that was said before the number in front of it."""
    figure = replace(
        phrase.figures[0], comparator=bound.comparator, soft=bound.soft, hedged=bound.hedged
    )
    low, high, _ = entailed((figure,), None)
    return replace(
        phrase,
        comparator=figure.comparator,
        low=low,
        high=high,
        best=None,
        figures=(figure,),
        carried=True,
    )


def entailed(
    figures: tuple[Figure, ...], best: Fraction | None
) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
    """Return low, high and best as the words entail them, before any codebook."""
    first, last = figures[0], figures[-1]
    if first is not last:
        low = None if first.comparator in _OPEN_LOW else first.value
        high = None if last.comparator in _OPEN_TOP else last.value
        return low, high, best
    value = first.value
    match first.comparator:
        case Comparator.EQ:
            return value, value, value
        case Comparator.APPROX:
            return None, None, value
        case Comparator.APPROX_BELOW:
            return None, value, value
        case Comparator.LE | Comparator.LT:
            return None, value, None
        case _:
            return value, None, None
