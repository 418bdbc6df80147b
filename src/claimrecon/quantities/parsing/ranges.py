"""Two numbers that belong together: ranges, intervals in brackets, best estimates."""

from dataclasses import dataclass, replace
from fractions import Fraction

from claimrecon.quantities.parsing.cardinals import Number
from claimrecon.quantities.parsing.figures import Core, Figures, Found
from claimrecon.quantities.parsing.hedges import hedged
from claimrecon.quantities.parsing.margins import Margins
from claimrecon.quantities.parsing.ratios import Ratio
from claimrecon.quantities.parsing.span import Span
from claimrecon.quantities.phrase import Comparator, Relation

_OWN = frozenset({"ge", "gt", "le", "le_soft", "lt", "approx", "approx_below", "just_over"})
_CEILING = frozenset({"le", "le_soft", "lt"})
_HYPHENS = frozenset({"-", "\u2010", "\u2011"})
_FLOOR = frozenset({"ge", "gt"})
_THREE_DIGITS = 100
_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
_PERCENT = Fraction(1, 100)
_LOW = frozenset({"low", "lower", "lowest"})
_HIGH = frozenset({"high", "upper", "highest"})
_FILLING = frozenset({":", "estimate", "bound", "of", "="})


@dataclass(frozen=True, slots=True)
class Ranges:
    """Reads single figures and ranges of one text."""

    figures: Figures

    def span(self, at: int) -> Span | None:
        """Read the number phrase that starts at a token; ``None`` where there is none."""
        first = self.figures.found(at)
        if first is None:
            return None
        pair = self._pair(first)
        if pair is not None:
            return Margins(self.figures).with_best(pair)
        if first.lead == "between":
            raise self.figures.refusal("what it lies between is not clear")
        if first.lead == "from":
            raise self.figures.refusal("there is no second end behind 'from'")
        return self._single(first)

    def single(self, at: int) -> Span | None:
        """Read one figure at a token, whatever joins it to another."""
        first = self.figures.found(at)
        return None if first is None or first.lead else self._single(first)

    def _single(self, first: Found) -> Span:
        first, tail = self.figures.trailing(first)
        odd = "odd" in first.after
        # "Some twenty-odd", "about 300-odd": the hedge in front adds nothing.
        marks = first.marks - {"weak", "approx"} if odd else first.marks
        figure = hedged(self.figures.text, first.core, marks)
        span = Span((figure,), first, first.start, first.end, tail=tail)
        if odd:
            return Margins(self.figures).odd(span)
        return self._in_brackets(Margins(self.figures).plus_minus(span))

    def _pair(self, first: Found) -> Span | None:
        joint = self._connector(first)
        if joint is None:
            return None
        bounded, at = joint
        second = self.figures.found(at)
        if second is None or second.lead or "odd" in first.after | second.after:
            return None
        if bounded and first.marks & _CEILING and second.marks & _FLOOR:
            return replace(
                self._joined(second, first), first=first, start=first.start, end=second.end
            )
        if bounded and not second.marks & _CEILING and first.lead != "between":
            return None
        if second.core.number is not None and self._is_bare_scale(second):
            raise self.figures.refusal("its second number is a word that multiplies, and no more")
        dated = first.lead or first.core.ratio is None
        if dated and first.marks & {"up", "down"}:
            raise self.figures.refusal("it gives two figures of different days, not a range")
        first = self._sharing(first, second, bounded=bounded)
        if (first.core.ratio is None) != (second.core.ratio is None):
            raise self.figures.refusal("only one of its two numbers is a ratio")
        return self._joined(first, second)

    def _connector(self, first: Found) -> tuple[bool, int] | None:
        """Find what joins the next number, and whether that needs a bound of its own."""
        tokens, at = self.figures.tokens, self._past_suspended(first.end)
        comma = self._word(at) == ","
        found = self.figures.lexicon.connectors.match(tokens, at + comma)
        if found is not None:
            return found[0] == "bounded", found[1]
        if self._word(at) == "/" and self._slash(first):
            return False, at + 1
        if comma and first.marks & (_FLOOR | _CEILING):
            return True, at + 1
        return None

    def _is_bare_scale(self, second: Found) -> bool:
        """Tell "10 – million", which may be one number, from "10 to a million"."""
        at = second.core.end - 1
        return second.said == at and self._word(at) in self.figures.lexicon.scales

    def _past_suspended(self, at: int) -> int:
        """Step over the hyphen of "two- to three-hundred"."""
        suspended = self._word(at) in _HYPHENS and self._word(at + 1) in {"to", "or"}
        return at + (suspended and self.figures.tokens[at].glued)

    def _slash(self, first: Found) -> bool:
        """Tell "1,500/1,600", two plain numbers of three digits or more, from "24/7"."""
        second = self.figures.found(first.end + 1)
        if second is None or first.marks | second.marks:
            return False
        values = (first.core.value, second.core.value)
        return all(value is not None and value >= _THREE_DIGITS for value in values)

    def _sharing(self, first: Found, second: Found, *, bounded: bool) -> Found:
        """Give the first number the scale or percent of the second: "two to three hundred"."""
        one, two = first.core, second.core
        if one.value is None or two.number is None or one.ratio is not None:
            return first
        # Nothing is short for something else in "at least 5 and at most 6,000".
        number = two.number if bounded else self._abridged(one, two.number)
        own, scale, core = one.number, number.scale, one
        if own is not None and own.scale == 1 and one.value < number.value / scale:
            core = replace(
                one,
                value=one.value * scale,
                step=one.step * scale,
                number=replace(own, dozens=number.dozens),
            )
        if two.ratio is not None and (two.ratio.relation is Relation.TIMES or _in_percent(two)):
            core = _like(core, two.ratio)
        return replace(first, core=core)

    def _abridged(self, one: Core, two: Number) -> Number:
        """Read "5-6,000" as five to six thousand; "2-300" may be either of two ranges."""
        if one.number is None or not one.value or one.number.scale != 1:
            return two
        if not two.in_digits or two.scale != 1:
            return two
        tokens = self.figures.tokens
        hyphen = tokens[one.end].text in {"-", "–"}
        if two.value % _THOUSAND == 0 and one.value < two.value / _THOUSAND < _THOUSAND:
            if hyphen and "," in tokens[two.end - 1].text:
                return replace(two, scale=_THOUSAND)
            raise self.figures.refusal("its first number may be short for thousands")
        if hyphen and two.value % _HUNDRED == 0 and one.value < two.value / _HUNDRED < _TEN:
            raise self.figures.refusal("its first number may be short for hundreds")
        return two

    def _joined(self, first: Found, second: Found) -> Span:
        own = second.inner | second.outer | second.after
        shared = first.outer if not own & _OWN else frozenset[str]()
        weak = frozenset({"weak"})
        # "300 to 400 or so" hedges both ends.
        both = second.after & {"approx"}
        low = hedged(self.figures.text, first.core, (first.marks | both) - weak)
        high = hedged(self.figures.text, second.core, (own | shared) - weak)
        if low.value is not None and high.value is not None and low.value > high.value:
            raise self.figures.refusal("its first number is larger than its second")
        if low.comparator in {Comparator.GE, Comparator.GT} and high.comparator in {
            Comparator.EQ,
            Comparator.APPROX,
        }:
            raise self.figures.refusal("it is not clear whether its second number is an upper end")
        if high.comparator in {Comparator.GE, Comparator.GT} and low.comparator in {
            Comparator.LE,
            Comparator.LT,
        }:
            raise self.figures.refusal("its bounds leave out what lies between them")
        return Span((low, high), first, first.start, second.end)

    def _in_brackets(self, span: Span) -> Span:
        """Read "1,200 (95% CI 900 to 1,600)"."""
        tokens, figure, opening = self.figures.tokens, span.figures[0], self._word(span.end)
        if opening not in {"(", "[", ","}:
            return span
        if figure.value is None or figure.comparator not in {Comparator.EQ, Comparator.APPROX}:
            return span
        at, confidence = span.end + 1, None
        while self._is_label(at):
            digits = tokens[at].digits
            confidence = confidence if digits is None else digits.value * _PERCENT
            at += 1
        if opening == "," and "range" not in {token.text for token in tokens[span.end : at]}:
            return span
        inner = self.figures.found(at)
        pair = self._low_high(at) if inner is None else self._pair(inner)
        if pair is None:
            return span
        closed = self._word(pair.end) in {")", "]"}
        if not closed and opening != ",":
            return span
        low, high = (end.value for end in pair.figures)
        if low is None or high is None or not low <= figure.value <= high:
            raise self.figures.refusal("the interval in brackets does not hold the number")
        return replace(
            pair,
            first=span.first,
            start=span.start,
            end=pair.end + closed,
            best=figure.value,
            confidence=confidence,
        )

    def _low_high(self, at: int) -> Span | None:
        """Read "low 900, high 1,600"."""
        ends: list[Found] = []
        for labels in (_LOW, _HIGH):
            if self._word(at) not in labels:
                return None
            at += 1
            while self._word(at) in _FILLING:
                at += 1
            found = self.figures.found(at)
            if found is None or found.marks:
                return None
            ends.append(found)
            at = found.end + (self._word(found.end) in {",", ";", "/"})
        return self._joined(*ends)

    def _is_label(self, at: int) -> bool:
        """Whether a word in brackets says what kind of interval it is: "95%", "CI"."""
        lexicon, tokens = self.figures.lexicon, self.figures.tokens
        if at < len(tokens) and tokens[at].digits is not None:
            return lexicon.percent.match(tokens, at + 1) is not None
        return self._word(at) in lexicon.brackets

    def _word(self, at: int) -> str:
        return self.figures.tokens[at].text if at < len(self.figures.tokens) else ""


def _in_percent(core: Core) -> bool:
    return core.ratio is not None and not core.ratio.in_words and not core.ratio.sense


def _like(core: Core, other: Ratio) -> Core:
    """Read the first number of a range of ratios in the unit of the second."""
    unit = Fraction(1) if other.relation is Relation.TIMES else _PERCENT
    return replace(
        core, value=(core.value or Fraction(0)) * unit, step=core.step * unit, ratio=other
    )
