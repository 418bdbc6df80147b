"""Number phrases with the intervals that they must read to (§8).

The intervals come from arithmetic of their own, written from the table of §8, and not from the
library's parser or codebooks: an independent twin of both.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Final

from hypothesis import strategies as st

from claimrecon.quantities import CountInterval

_SMALLEST_ROUND: Final = 100
_PLURALS: Final = (
    ("a couple", 2, 3),
    ("a few", 2, 10),
    ("several", 3, 12),
    ("dozens", 20, 99),
    ("scores", 40, 199),
    ("hundreds", 200, 999),
    ("thousands", 2_000, 9_999),
    ("tens of thousands", 20_000, 99_999),
)
_NUMERALS: Final = (
    "zero", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_ABOUT: Final = ("about", "around", "some", "roughly", "approximately", "close to")
_AT_LEAST: Final = ("at least", "no fewer than", "a minimum of")
_AT_MOST: Final = ("at most", "no more than")
_MORE: Final = ("more than", "over", "upwards of")
_FEWER: Final = ("fewer than", "less than", "under")
_UP_TO: Final = ("up to", "as many as")
_NEARLY: Final = ("nearly", "almost")
_RANGES: Final = ("{} to {}", "between {} and {}")
_TENTH: Final = Fraction(1, 10)
_FIFTH: Final = Fraction(1, 5)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A number phrase, and what it must read to by the codebook ``claimrecon-1`` (§8).

    Attributes
    ----------
    text
        The words: "at least 300".
    strict, lenient
        To the letter, and allowing for rounding; in whole persons, both ends inclusive.
    """

    text: str
    strict: CountInterval
    lenient: CountInterval

    @property
    def has_high(self) -> bool:
        """Whether the words set an upper bound at all."""
        return self.strict.high is not None


def counts(*, most: int = 100_000) -> st.SearchStrategy[int]:
    """Draw numbers of people, 0 to *most*, both inclusive: often small, at times round.

    Examples
    --------
    >>> from hypothesis import find
    >>> find(counts(most=500), bool) <= 500
    True
    """
    wide = st.integers(0, most)
    return st.integers(0, min(most, 40)) | wide | wide.map(_rounded)


def _rounded(number: int) -> int:
    """Keep the first digit, and make the rest zero."""
    text = str(number)
    return int(text[0] + "0" * (len(text) - 1))


@st.composite
def phrases(draw: st.DrawFn, *, true_of: int | None = None, open_top: bool | None = None) -> Phrase:
    """Draw words for a count, with the intervals they must read to.

    Parameters
    ----------
    true_of
        A number of people, zero or more. Every phrase drawn then holds it, already as read
        strictly. Without it, a number is drawn.
    open_top
        Whether the words leave the top open, as "at least" does; ``None`` leaves it to chance.

    See Also
    --------
    claimrecon.testing.counts : The numbers alone.

    Examples
    --------
    >>> from hypothesis import find
    >>> phrase = find(phrases(true_of=317), bool)
    >>> phrase.strict.low <= 317
    True
    """
    value = draw(counts()) if true_of is None else true_of
    opened = [_at_least, _more] if value > 0 else [_at_least]
    closed = [_exact, _at_most, _range, _fewer, _up_to]
    if value > 0:
        closed += [_about, _nearly]
    if any(low <= value <= high for _, low, high in _PLURALS):
        closed.append(_plural)
    forms = {True: opened, False: closed, None: [*closed[:1], *opened, *closed[1:]]}[open_top]
    form = draw(st.sampled_from(forms))
    return form(draw, value)


def _exact(draw: st.DrawFn, value: int) -> Phrase:
    return Phrase(_numeral(draw, value), _interval(value, value), _bare(value))


def _at_least(draw: st.DrawFn, value: int) -> Phrase:
    at = value - draw(st.integers(0, value))
    reading = _interval(at, None)
    return Phrase(_worded(draw, _AT_LEAST, at), reading, reading)


def _at_most(draw: st.DrawFn, value: int) -> Phrase:
    at = _above(draw, value)
    reading = _interval(0, at)
    return Phrase(_worded(draw, _AT_MOST, at), reading, reading)


def _more(draw: st.DrawFn, value: int) -> Phrase:
    at = value - draw(st.integers(1, value))
    strict = _interval(at if _is_round(at) else at + 1, None)
    return Phrase(_worded(draw, _MORE, at), strict, _interval(at, None))


def _fewer(draw: st.DrawFn, value: int) -> Phrase:
    at = _above(draw, value) + 1
    strict = _interval(0, at if _is_round(at) else at - 1)
    return Phrase(_worded(draw, _FEWER, at), strict, _interval(0, at))


def _up_to(draw: st.DrawFn, value: int) -> Phrase:
    at = _above(draw, value)
    lenient = CountInterval(Fraction(0), _bare(at).high)
    return Phrase(_worded(draw, _UP_TO, at), _interval(0, at), lenient)


def _about(draw: st.DrawFn, value: int) -> Phrase:
    at = draw(st.integers(ceil(value / (1 + _TENTH)), floor(value / (1 - _TENTH))))
    return Phrase(_worded(draw, _ABOUT, at), _around(at, _TENTH), _around(at, _FIFTH))


def _nearly(draw: st.DrawFn, value: int) -> Phrase:
    at = draw(st.integers(value, floor(value / (1 - _TENTH))))
    strict, lenient = (_interval(at * (1 - share), at) for share in (_TENTH, _FIFTH))
    return Phrase(_worded(draw, _NEARLY, at), strict, lenient)


def _range(draw: st.DrawFn, value: int) -> Phrase:
    low = value - draw(st.integers(0, value // 2))  # "24 to 25,000" might be short for thousands
    high = value + draw(st.integers(1, value + 10))
    room = Fraction(min(_unit(low), _unit(high)), 2)
    lenient = _interval(low - min(room, low * _FIFTH), high + min(room, high * _FIFTH))
    text = draw(st.sampled_from(_RANGES)).format(_mark(low), _mark(high))
    return Phrase(text, _interval(low, high), lenient)


def _plural(draw: st.DrawFn, value: int) -> Phrase:
    fitting = [plural for plural in _PLURALS if plural[1] <= value <= plural[2]]
    text, low, high = draw(st.sampled_from(fitting))
    return Phrase(text, _interval(low, high), _interval(low, high))


def _above(draw: st.DrawFn, value: int) -> int:
    return value + draw(st.integers(0, value + 10))


def _worded(draw: st.DrawFn, hedges: tuple[str, ...], number: int) -> str:
    return f"{draw(st.sampled_from(hedges))} {_numeral(draw, number)}"


def _numeral(draw: st.DrawFn, number: int) -> str:
    forms = [_mark(number), str(number)]
    if 0 < number < len(_NUMERALS):
        forms.append(_NUMERALS[number])
    return draw(st.sampled_from(forms))


def _mark(number: int) -> str:
    return f"{number:,}"


def _is_round(number: int) -> bool:
    return number >= _SMALLEST_ROUND and number % 10 == 0


def _unit(number: int) -> int:
    """Return the last significant place of a round number; 1 for any other."""
    if not _is_round(number):
        return 1
    text = str(number)
    return int("1" + "0" * (len(text) - len(text.rstrip("0"))))


def _bare(number: int) -> CountInterval:
    """Return what a bare number can mean leniently."""
    if not _is_round(number):
        return _interval(number, number)
    room = min(Fraction(_unit(number), 2), number * _FIFTH)
    return _interval(number - room, number + room)


def _around(number: int, share: Fraction) -> CountInterval:
    return _interval(number * (1 - share), number * (1 + share))


def _interval(low: Fraction | int, high: Fraction | int | None) -> CountInterval:
    """Round inward to whole persons, at the end."""
    return CountInterval(Fraction(ceil(low)), None if high is None else Fraction(floor(high)))
