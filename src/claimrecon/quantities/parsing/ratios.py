"""Ratios: shares, multiples and changes, in digits and in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from claimrecon.quantities.parsing.cardinals import Cardinals, Number
from claimrecon.quantities.parsing.language import Lexicon
from claimrecon.quantities.parsing.tokens import Token
from claimrecon.quantities.phrase import Relation

_PERCENT = Fraction(1, 100)
_FEW = 10
_ROUND_BASES = frozenset({20, 50, 100, 1_000, 10_000, 100_000})


@dataclass(frozen=True, slots=True)
class Ratio:
    """A ratio as it stands in a text.

    Attributes
    ----------
    value, step
        The share, factor or change as said, and what one in its last digit is worth.
    end
        Index of the token behind it.
    relation
        How it was said.
    in_words
        Whether it was said in words.
    sense
        "increase", "decrease" or "halved", where the words say which way.
    """

    value: Fraction
    step: Fraction
    end: int
    relation: Relation
    in_words: bool
    sense: str = ""


@dataclass(frozen=True, slots=True)
class Ratios:
    """Reads ratios of one text."""

    tokens: Sequence[Token]
    lexicon: Lexicon
    cardinals: Cardinals

    def at(self, at: int, number: Number | None) -> Ratio | None:  # noqa: PLR0911  (by form)
        """Read the ratio at a token, where the number that stands there is known."""
        word = self._factor(at) or self._every(at)
        if word is not None:
            return word
        if number is None:
            return None
        if number.article:
            # "a 50 per cent increase"
            inner = self.cardinals.number(number.end)
            if inner is None or not inner.in_digits:
                factor = self._factor(number.end)
                grows = factor is not None and self._word(factor.end) in self.lexicon.sense
                return factor if grows else None
            found = self._percent(inner)
            return found if found is not None and found.sense else None
        found = self._percent(number) or self._times(number) or self._one_in(number)
        if found is None and number.share:
            if self._word(number.end) in {"as", "again"}:
                return self._half_as_many(number)
            if not self._is_share(number):
                return None
            return self._with_sense(number, number.end, Relation.SHARE, in_words=True)
        return found

    def _factor(self, at: int) -> Ratio | None:
        found = self.lexicon.ratios.match(self.tokens, at)
        if found is None:
            return None
        (sense, value), end = found
        relation = Relation.CHANGE if sense == "halved" else Relation.TIMES
        kept = sense if sense == "halved" else ""
        if self._word(end - 1).endswith("fold"):
            kept = self._fall(end)
        return Ratio(value, Fraction(1), end, relation, in_words=True, sense=kept)

    def _fall(self, at: int) -> str:
        """Tell "a threefold decrease" and "three times fewer" from growth."""
        sense = self.lexicon.sense.get(self._word(at), "")
        return sense if sense == "decrease" else ""

    def _every(self, at: int) -> Ratio | None:
        if self._word(at) != "every":
            return None
        below = self.lexicon.every.get(self._word(at + 1))
        if below is None:
            return None
        return Ratio(Fraction(1, below), Fraction(1), at + 2, Relation.SHARE, in_words=True)

    def _percent(self, number: Number) -> Ratio | None:
        at = number.end
        if self._word(at) == "-":
            at += 1
        found = self.lexicon.percent.match(self.tokens, at)
        if found is None or found[0] != "percent":
            return None
        return self._with_sense(number, found[1], Relation.SHARE, in_words=False, unit=_PERCENT)

    def _with_sense(
        self,
        number: Number,
        end: int,
        relation: Relation,
        *,
        in_words: bool,
        unit: Fraction = Fraction(1),
    ) -> Ratio:
        value, step = number.value * unit, number.step * unit
        sense = self.lexicon.sense.get(self._word(end), "")
        follows = self.lexicon.after.match(self.tokens, end)
        if not sense or follows is not None:
            return Ratio(value, step, end, relation, in_words)
        return Ratio(value, step, end + 1, Relation.CHANGE, in_words, sense)

    def _times(self, number: Number) -> Ratio | None:
        at = number.end + (self._word(number.end) == "-")
        word, then = self._word(at), self._word(at + 1)
        if word in {"fold", "x"} or (
            word == "times" and (not then or then in self.lexicon.times_then)
        ):
            in_words = not number.in_digits
            sense = self._fall(at + 1)
            return Ratio(number.value, number.step, at + 1, Relation.TIMES, in_words, sense)
        return None

    def _is_share(self, number: Number) -> bool:
        """Tell "a third of them" from "a third soldier"."""
        before, word = self._word(number.end - 1), self._word(number.end)
        if before == "half" or number.value.numerator > 1 or not word or not word[0].isalnum():
            return True
        return word in self.lexicon.rest["whole"]

    def _half_as_many(self, number: Number) -> Ratio | None:
        if self._word(number.end) == "again" or any(
            token.text == "again" for token in self.tokens[number.end :]
        ):
            return None
        return Ratio(number.value, number.step, number.end, Relation.TIMES, in_words=True)

    def _one_in(self, number: Number) -> Ratio | None:
        """Read "two in three", "one in every five"; not "12 in 24 hours" or "300 in 2024"."""
        found = self.lexicon.one_in.match(self.tokens, number.end)
        base = None if found is None else self.cardinals.number(found[1])
        if base is None or base.article or base.share or base.value <= number.value:
            return None
        small = number.value < _FEW and base.value <= _FEW
        if not (small or (number.value == 1 and base.value in _ROUND_BASES)):
            return None
        if self._word(base.end) in self.lexicon.rest["things"]:
            return None
        value = number.value / base.value
        return Ratio(value, Fraction(1), base.end, Relation.SHARE, in_words=True)

    def _word(self, at: int) -> str:
        return self.tokens[at].text if at < len(self.tokens) else ""
