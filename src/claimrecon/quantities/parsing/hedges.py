"""A number and what is said about it: which comparator comes of the hedges."""

from dataclasses import replace
from fractions import Fraction

from claimrecon.quantities.parsing.figures import Core
from claimrecon.quantities.parsing.ratios import Ratio
from claimrecon.quantities.phrase import Comparator, Figure, Relation
from claimrecon.quantities.refusals import UnreadableCountError

_UP = {"ge": Comparator.GE, "gt": Comparator.GT, "just_over": Comparator.JUST_OVER}
_DOWN = {"le": Comparator.LE, "le_soft": Comparator.LE, "lt": Comparator.LT}
_BOUNDS = {*_UP, *_DOWN, "approx_below"}
_MIRROR = {
    Comparator.GE: Comparator.LE,
    Comparator.GT: Comparator.LT,
    Comparator.LE: Comparator.GE,
    Comparator.LT: Comparator.GT,
    Comparator.APPROX_BELOW: Comparator.JUST_OVER,
    Comparator.JUST_OVER: Comparator.APPROX_BELOW,
}


def hedged(text: str, core: Core, marks: frozenset[str]) -> Figure:
    """Join a number and what is said about it.

    Raises
    ------
    UnreadableCountError
        If two of the hedges exclude each other, or nothing can meet them.
    """
    comparator, soft = _comparator(text, marks)
    hedged = "approx" in marks and comparator is not Comparator.APPROX
    ratio = core.ratio
    if core.word is not None:
        if comparator in {Comparator.EQ, Comparator.APPROX}:
            comparator = Comparator.VAGUE
        elif comparator in {Comparator.APPROX_BELOW, Comparator.JUST_OVER}:
            raise UnreadableCountError(text, f"{core.word!r} is too vague for such a hedge")
        return Figure(comparator, None, soft=soft, word=core.word)
    if core.value == 0 and comparator is Comparator.LT:
        raise UnreadableCountError(text, "no count is less than zero")
    trend = marks & {"up", "down"}
    figure = Figure(
        comparator,
        core.value,
        core.step,
        soft=soft,
        hedged=hedged,
        in_words=ratio is not None and ratio.in_words,
        dozens=core.number is not None and core.number.dozens,
    )
    return _changed(text, figure, ratio, trend) if ratio is not None else figure


def _changed(text: str, figure: Figure, ratio: Ratio, trend: frozenset[str]) -> Figure:
    """Turn a change ("down by a quarter", "a threefold fall") into a factor (3/4, 1/3)."""
    value = figure.value or Fraction(0)
    times = ratio.relation is Relation.TIMES
    rising = "up" in trend or ratio.sense == "increase"
    falling = "down" in trend or ratio.sense in {"decrease", "halved"}
    if rising and falling:
        raise UnreadableCountError(text, "it says both that a count rose and that it fell")
    if rising and not times:
        return replace(figure, value=1 + value)
    if not falling:
        return figure
    if value > 1 and not times:
        raise UnreadableCountError(text, "no count falls by more than all of it")
    if value < 1 and times:
        raise UnreadableCountError(text, "no count falls by a factor below one")
    # More of a fall is less of a rest, so what bounds the fall from below bounds from above.
    mirrored = _MIRROR.get(figure.comparator, figure.comparator)
    rest = 1 / value if times else 1 - value
    return replace(figure, value=rest, comparator=mirrored, soft=False)


def _comparator(text: str, marks: frozenset[str]) -> tuple[Comparator, bool]:
    bounds = sorted(marks & _BOUNDS)
    if not bounds:
        if "approx" in marks:
            return Comparator.APPROX, False
        if "more" in marks:
            return Comparator.GE, False
        return (Comparator.APPROX if "weak" in marks else Comparator.EQ), False
    if bounds == ["approx_below"]:
        return Comparator.APPROX_BELOW, False
    if all(bound in _UP for bound in bounds):
        return (_UP[bounds[0]] if len(bounds) == 1 else Comparator.GE), False
    if all(bound in _DOWN for bound in bounds) and "more" not in marks:
        chosen = _DOWN[bounds[0]] if len(bounds) == 1 else Comparator.LE
        return chosen, "le_soft" in bounds
    raise UnreadableCountError(text, "it bounds one number both from below and from above")
