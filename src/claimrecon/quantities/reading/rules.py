"""The arithmetic of §8: one number with its hedge to a strict and a lenient interval.

Nothing is rounded here. The tables of the codebook give the factors; what is "round", what a unit
is and where a bound moves by one person is the convention's.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from claimrecon.quantities.phrase import Comparator, Figure
from claimrecon.quantities.reading.codebook import Codebook, Ends, Form, Row
from claimrecon.quantities.rounding import is_round, last_place

_HUNDRED = 100


class Kind(StrEnum):
    """What a figure is a figure of."""

    COUNT = "count"
    """Persons."""
    RATE = "rate"
    """Persons per unit of time, or another mean."""
    RATIO = "ratio"
    """A factor on another count."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """Strict and lenient ends, not yet rounded, and the row that gave them."""

    strict: Ends
    lenient: Ends
    row: Row


@dataclass(frozen=True, slots=True)
class Rules:
    """Reads figures of one kind by one codebook.

    Attributes
    ----------
    codebook, kind
        What to read by, and what the figures are.
    statistical, documented
        Whether a bare point is an estimate (reads as "about") or a documented count (§7).
    """

    codebook: Codebook
    kind: Kind
    statistical: bool = False
    documented: bool = False

    def row(self, row_id: str) -> Row:
        """Return a row that every codebook has, if only from its base."""
        found = self.codebook.row(row_id)
        if found is None:
            message = f"codebook {self.codebook.name!r} has no row {row_id!r}"
            raise KeyError(message)
        return found

    def figure(self, figure: Figure) -> Ruled | None:
        """Read one figure; ``None`` where its word holds no number."""
        value = figure.value
        if value is None:
            return self._vague(figure)
        by_comparator: dict[Comparator, Callable[[Figure, Fraction], Ruled]] = {
            Comparator.EQ: self._bare,
            Comparator.GE: self._at_least,
            Comparator.GT: self._more_than,
            Comparator.LE: self._at_most,
            Comparator.LT: self._less_than,
            Comparator.APPROX: self._about,
            Comparator.APPROX_BELOW: self._nearly,
            Comparator.JUST_OVER: self._just_over,
        }
        return by_comparator[figure.comparator](figure, value)

    def between(self, low: Figure, high: Figure) -> Ruled | None:
        """Read a range: the range row for two bare numbers, else from part to part."""
        if low.comparator is high.comparator is Comparator.EQ:
            return self._range(low, high)
        parts = Rules(self.codebook, self.kind)
        first, last = parts.figure(low), parts.figure(high)
        if first is None or last is None:
            return None
        return Ruled(
            (first.strict[0], last.strict[1]),
            (first.lenient[0], last.lenient[1]),
            last.row if low.word is not None else self.row("mixed-range"),
        )

    def _bare(self, figure: Figure, value: Fraction) -> Ruled:
        if self.statistical:
            return self._about(figure, value)
        if self.documented and self.kind is Kind.COUNT:
            return Ruled((value, value), (value, value), self.row("documented"))
        return self._point(figure, value)

    def _point(self, figure: Figure, value: Fraction) -> Ruled:
        """Read a bare number, whatever its evidence."""
        point = (value, value)
        if self.kind is Kind.RATIO and figure.in_words:
            return self._factors("ratio-in-words", value)
        if self.kind is Kind.COUNT and figure.dozens:
            return self._factors("dozen", value)
        if self.kind is Kind.RATIO:
            return Ruled(point, self._rounded(value, figure.step), self.row("ratio-in-digits"))
        if self.kind is Kind.RATE and _in_last_digit(value):
            return Ruled(point, self._rounded(value, figure.step), self.row("rate"))
        if is_round(value):
            return Ruled(point, self._rounded(value, last_place(value)), self.row("bare-round"))
        return Ruled(point, point, self.row("bare"))

    def _rounded(self, value: Fraction, unit: Fraction) -> Ends:
        """Widen by half a unit each way: a bare number is never vaguer than "about"."""
        low, high = self.row("about").lenient
        top = value + unit / 2
        return max(value - unit / 2, low * value), top if high is None else min(top, high * value)

    def _at_least(self, figure: Figure, value: Fraction) -> Ruled:
        strict, lenient = self._base(figure, value)
        return Ruled((strict[0], None), (lenient[0], None), self.row("at-least"))

    def _more_than(self, figure: Figure, value: Fraction) -> Ruled:
        strict, lenient = self._base(figure, value)
        low = value + 1 if self._is_counted(figure, value) else strict[0]
        return Ruled((low, None), (lenient[0], None), self.row("more-than"))

    def _at_most(self, figure: Figure, value: Fraction) -> Ruled:
        strict, lenient = self._base(figure, value)
        if not figure.soft:
            return Ruled((Fraction(0), strict[1]), (Fraction(0), lenient[1]), self.row("at-most"))
        if not figure.hedged:
            lenient = self._point(figure, value).lenient
        return Ruled((Fraction(0), strict[1]), (Fraction(0), lenient[1]), self.row("up-to"))

    def _less_than(self, figure: Figure, value: Fraction) -> Ruled:
        strict, lenient = self._base(figure, value)
        high = value - 1 if self._is_counted(figure, value) else strict[1]
        return Ruled((Fraction(0), high), (Fraction(0), lenient[1]), self.row("less-than"))

    def _base(self, figure: Figure, value: Fraction) -> tuple[Ends, Ends]:
        """Return the number itself, or around it where the bound is approximate."""
        if figure.hedged:
            about = self._factors("about", value)
            return about.strict, about.lenient
        return (value, value), (value, value)

    def _is_counted(self, figure: Figure, value: Fraction) -> bool:
        """Whether "more than N" is N + 1 at least: for persons, and for numbers not round."""
        return self.kind is Kind.COUNT and not figure.hedged and not is_round(value)

    def _about(self, figure: Figure, value: Fraction) -> Ruled:
        del figure
        return self._factors("about", value)

    def _nearly(self, figure: Figure, value: Fraction) -> Ruled:
        del figure
        return self._factors("nearly", value)

    def _just_over(self, figure: Figure, value: Fraction) -> Ruled:
        ruled = self._factors("just-over", value)
        if self.kind is not Kind.COUNT or figure.hedged:
            return ruled
        low = value + 1
        strict, lenient = (
            (ends[0], None if ends[1] is None else max(ends[1], low))
            for ends in (ruled.strict, ruled.lenient)
        )
        return Ruled((low, strict[1]), lenient, ruled.row)

    def _factors(self, row_id: str, value: Fraction) -> Ruled:
        row = self.row(row_id)
        return Ruled(_times(row.strict, value), _times(row.lenient, value), row)

    def _vague(self, figure: Figure) -> Ruled | None:
        row = self.codebook.row(figure.word or "")
        if row is None or row.form is Form.NOTHING:
            return None
        strict, lenient = row.strict, row.lenient
        if figure.comparator in {Comparator.GE, Comparator.GT}:
            return Ruled((strict[0], None), (lenient[0], None), row)
        if figure.comparator in {Comparator.LE, Comparator.LT}:
            return Ruled((Fraction(0), strict[1]), (Fraction(0), lenient[1]), row)
        return Ruled(strict, lenient, row)

    def _range(self, low: Figure, high: Figure) -> Ruled:
        """Widen both ends by half the finer of their units, up to the row's share of the end."""
        row = self.row("range")
        start, stop = low.value or Fraction(0), high.value or Fraction(0)
        ends = self._whole_range(start, stop, row)
        units = [unit for unit in (self._unit(low), self._unit(high)) if unit is not None]
        least, most = row.lenient[0] * start, (row.lenient[1] or 1) * stop
        if units:
            half = min(units) / 2
            least, most = max(least, start - half), min(most, stop + half)
        return Ruled(ends, (least, most), row)

    @staticmethod
    def _whole_range(start: Fraction, stop: Fraction, row: Row) -> Ends:
        if row.form is Form.MEAN:
            mean = (start + stop) / 2
            return mean, mean
        return start, stop

    def _unit(self, figure: Figure) -> Fraction | None:
        """Return the unit of an end; ``None`` for a ratio in words, which has none."""
        value = figure.value or Fraction(0)
        if self.kind is Kind.RATIO:
            return None if figure.in_words else figure.step
        if self.kind is Kind.RATE and _in_last_digit(value):
            return figure.step
        if figure.dozens:
            return Fraction(12)
        return last_place(value) if is_round(value) else Fraction(1)


def _in_last_digit(value: Fraction) -> bool:
    """Whether a rate is good to its last digit: below 100, or with decimals."""
    return value < _HUNDRED or value.denominator != 1


def _times(factors: Ends, value: Fraction) -> Ends:
    low, high = factors
    return low * value, None if high is None else high * value
