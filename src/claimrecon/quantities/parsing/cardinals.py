"""Numbers in digits and words, by recursive descent.

::

    number    = fraction scale | group {scale} [remainder]
    group     = digits | tens [unit] | article | nothing before a scale
    remainder = smaller number ("four thousand one hundred", "a million and a half")
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from claimrecon.quantities.parsing.language import Lexicon
from claimrecon.quantities.parsing.tokens import LARGEST, Digits, Token

_HUNDRED = 100
_DOZEN = 12
_HYPHENS = frozenset({"-", "\u2010", "\u2011"})
_GLYPHS = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4),
    "¾": Fraction(3, 4), "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5),
    "⅘": Fraction(4, 5), "⅙": Fraction(1, 6), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8),
    "⅝": Fraction(5, 8), "⅞": Fraction(7, 8),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a text.

    Attributes
    ----------
    value, step
        The number, and what one in its last written digit is worth.
    end
        Index of the token behind it.
    scale
        What its digits were multiplied by ("million"); 1 for none.
    share
        Whether it is a fraction word without a scale: "half", "two-thirds".
    dozens
        Whether it was counted by the dozen.
    in_digits
        Whether it starts in digits.
    unsure
        Whether points group its digits ("4.500"), which is right for persons alone.
    article
        Whether it is nothing but "a" or "an".
    """

    value: Fraction
    step: Fraction
    end: int
    scale: int = 1
    share: bool = False
    dozens: bool = False
    in_digits: bool = False
    unsure: bool = False
    article: bool = False


@dataclass(frozen=True, slots=True)
class Cardinals:
    """Reads numbers of one text in the words of one language."""

    tokens: Sequence[Token]
    lexicon: Lexicon

    def number(self, at: int) -> Number | None:
        """Read the longest number that starts at a token; an article alone counts as one."""
        found = self._fraction(at) or self._scaled(at)
        return found if found is None or found.value <= LARGEST else None

    def starts_number(self, at: int) -> bool:
        """Return whether a token is a number or begins one; articles do not count, nor the end."""
        if at >= len(self.tokens):
            return False
        token = self.tokens[at]
        words = self.lexicon
        return (
            token.digits is not None
            or token.flaw is not None
            or token.text in words.units
            or token.text in words.tens
            or token.text in words.scales
            or token.text in _GLYPHS
        )

    def _fraction(self, at: int) -> Number | None:
        """Half a million, two-thirds, a quarter of a million, three quarters."""
        above = self._numerator(at)
        if above is None:
            return None
        value, at = above
        scaled = self._scale_of_fraction(at)
        if scaled is None:
            return Number(value, Fraction(1), at, share=True)
        scale, at = scaled
        return Number(value * scale, Fraction(1), at, scale=scale, dozens=scale == _DOZEN)

    def _numerator(self, at: int) -> tuple[Fraction, int] | None:
        words = self.lexicon
        if self._word(at) == "half":
            return Fraction(1, 2), at + 1
        if (glyph := _GLYPHS.get(self._word(at))) is not None:
            return glyph, at + 1
        if self._word(at) == "quarter" and self._word(at + 1) == "of":
            return Fraction(1, 4), at + 1
        word = self._word(at)
        above = 1 if word in words.articles else words.units.get(word)
        if not above:
            return None
        below_at = self._past_hyphen(at + 1)
        below = words.parts.get(self._word(below_at))
        if below is None or above > below:
            return None
        return Fraction(above, below), below_at + 1

    def _scale_of_fraction(self, at: int) -> tuple[int, int] | None:
        after = self._past_hyphen(at)
        if self._word(after) == "of":
            after += 1
        if self._word(after) in self.lexicon.articles or self._word(after) == "one":
            after += 1
        elif self._word(after - 1) == "of":
            return None
        after = self._past_hyphen(after)
        scale = self.lexicon.scales.get(self._word(after))
        return None if scale is None else (scale, after + 1)

    def _scaled(self, at: int) -> Number | None:
        found = self._group(at)
        if found is None:
            return None
        while (longer := self._multiplied(found)) is not None:
            found = longer
        return self._with_remainder(found)

    def _group(self, at: int) -> Number | None:  # noqa: PLR0911  (one for each form)
        """Read what stands before a scale: digits, a number below a hundred, an article."""
        if at >= len(self.tokens):
            return None
        token, words = self.tokens[at], self.lexicon
        if token.digits is not None:
            return self._in_digits(at, token.digits)
        if token.text in words.tens:
            unit_at = self._past_hyphen(at + 1)
            unit = words.units.get(self._word(unit_at), 0)
            if 0 < unit < 10:  # noqa: PLR2004  (a decimal unit)
                value = words.tens[token.text] + unit
                return self._with_part(Number(Fraction(value), Fraction(1), unit_at + 1))
            return self._with_part(Number(Fraction(words.tens[token.text]), Fraction(1), at + 1))
        if token.text in words.units:
            return self._with_part(Number(Fraction(words.units[token.text]), Fraction(1), at + 1))
        if token.text in words.articles:
            return Number(Fraction(1), Fraction(1), at + 1, article=True)
        if token.text in words.scales and token.text not in words.bare_plurals:
            return Number(Fraction(1), Fraction(1), at)
        return None

    def _in_digits(self, at: int, digits: Digits) -> Number | None:
        scaled = self._scale_at(at + 1)
        if scaled is not None and digits.decimal is not None:
            # "1.250 million" and "1,5 million" are decimals: nobody groups before a scale.
            digits = digits.decimal
        elif not digits.grouped:
            return None
        unsure = digits.decimal is not None and digits.decimal.value != digits.value
        value, end = digits.value, at + 1
        if (glyph := _GLYPHS.get(self._word(end))) is not None:
            value, end = value + glyph, end + 1
        found = Number(value, digits.step, end, in_digits=True, unsure=unsure)
        return self._with_part(found)

    def _with_part(self, found: Number) -> Number:
        """Read "and a half": "one and a half thousand", "two and a half"."""
        if self._word(found.end) != "and":
            return found
        part = self._numerator(found.end + 1)
        if part is None or self._word(part[1]) in {"of", "the", *self.lexicon.articles}:
            return found
        return replace(found, value=found.value + part[0], end=part[1])

    def _scale_at(self, at: int) -> tuple[int, int] | None:
        words = self.lexicon
        if at < len(self.tokens) and self.tokens[at].glued and at:
            scale = words.glued.get(self.tokens[at].text)
            if scale is not None and self.tokens[at - 1].digits is not None:
                return scale, at + 1
        after = self._past_hyphen(at)
        scale = words.scales.get(self._word(after))
        return None if scale is None else (scale, after + 1)

    def _multiplied(self, found: Number) -> Number | None:
        """Read one scale more, and what may stand between a hundred and a larger scale."""
        scaled = self._scale_at(found.end)
        if scaled is None or (found.scale > 1 and scaled[0] < _HUNDRED * 10):
            return None
        scale, end = scaled
        value, step = found.value * scale, found.step * scale
        longer = replace(
            found, value=value, step=step, end=end, scale=found.scale * scale,
            dozens=scale == _DOZEN, article=False,
        )  # fmt: skip
        if scale != _HUNDRED:
            return longer
        at = self._past_hyphen(end)
        at = self._past_hyphen(at + 1) if self._word(at) == "and" else at
        tail = self._group(at)
        # In "one hundred and two hundred" the second is a number of its own.
        if tail is None or tail.in_digits or tail.article or not tail.value:
            return longer
        if tail.end == at or self.lexicon.scales.get(self._word(self._past_hyphen(tail.end))) in {
            _HUNDRED,
            _DOZEN,
        }:
            return longer
        return replace(longer, value=value + tail.value, step=Fraction(1), end=tail.end, scale=1)

    def _with_remainder(self, found: Number) -> Number:
        """Read what follows a scale: "four-thousand-100", "one thousand and fifty"."""
        unit = found.scale
        if unit < _HUNDRED:
            return found
        at = self._past_hyphen(found.end)
        if self._word(at) == "and":
            half = self._numerator(at + 1)
            if half is not None and self._word(half[1]) not in {"of", "the"}:
                return replace(found, value=found.value + half[0] * unit, end=half[1])
            tail = self._scaled(at + 1)
            if tail is not None and (tail.in_digits or tail.article):
                return found
        else:
            tail = self._scaled(at)
        if tail is None or tail.article or not 0 < tail.value < unit:
            return found
        if tail.value.denominator != 1 or tail.dozens:
            return found
        return replace(found, value=found.value + tail.value, step=tail.step, end=tail.end, scale=1)

    def _word(self, at: int) -> str:
        return self.tokens[at].text if at < len(self.tokens) else ""

    def _past_hyphen(self, at: int) -> int:
        """Step over a hyphen that joins two words, without spaces around it."""
        if self._word(at) in _HYPHENS and at + 1 < len(self.tokens):
            joined = self.tokens[at].glued and self.tokens[at + 1].glued
            return at + 1 if joined else at
        return at
