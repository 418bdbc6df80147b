"""Where in a running text a number phrase can stand, and what around it makes it none."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from claimrecon.quantities.parsing.language import Lexicon
from claimrecon.quantities.parsing.span import Span
from claimrecon.quantities.parsing.tokens import Token
from claimrecon.quantities.phrase import Comparator

_ENDS = frozenset({".", "!", "?", ";", "…"})
_OPENING = frozenset('([{"“”\u2018’«»„—–:,;|•*')
_OLDEST = 120
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_LONGEST_RUN = 12
_LAST_DAY = 31
_NEAR = 3
_BACK = 8


@dataclass(frozen=True, slots=True)
class Context:
    """The tokens of a running text with what bounds its phrases.

    Attributes
    ----------
    ends
        For each token the index of the token at which its sentence or a mask ends it.
    masked
        For each token whether it lies in a mask.
    """

    text: str
    tokens: Sequence[Token]
    lexicon: Lexicon
    ends: Sequence[int]
    masked: bytes

    @classmethod
    def of(
        cls,
        text: str,
        tokens: Sequence[Token],
        masks: Iterable[tuple[int, int]],
        lexicon: Lexicon,
    ) -> "Context":
        """Find the sentences and the masks of a text."""
        masked = _masked(tokens, masks)
        ends = [0] * len(tokens)
        end = len(tokens)
        for at in range(len(tokens) - 1, -1, -1):
            ends[at] = end
            if masked[at] or _is_end(text, tokens, at) or _is_after_gap(text, tokens, at):
                end = at
        return cls(text, tokens, lexicon, ends, masked)

    def can_start(self, at: int) -> bool:
        """Whether a figure may begin at a token."""
        token = self.tokens[at]
        if self.masked[at] or (
            token.digits is None
            and token.flaw is None
            and token.text not in _starters(self.lexicon)
        ):
            return False
        return not token.glued or self._opens(at - 1)

    def _opens(self, at: int) -> bool:
        """Whether a sign right before a word sets it off; "10:30" and "24/7" are joined."""
        sign = self.tokens[at]
        joined = sign.glued and self.tokens[at - 1].digits is not None
        return sign.text in _OPENING and not joined

    def behind_run(self, at: int) -> int:
        """Return the index behind a run of digits and signs without spaces, which is no number."""
        end = at + 1
        while end < len(self.tokens) and self.tokens[end].glued:
            end += 1
        return end if end - at > _LONGEST_RUN or self.tokens[at].flaw is not None else at + 1

    def is_dated(self, at: int) -> bool:
        """Tell "rose on Sunday from 96 to 118", two figures of two days, from a range."""
        if self._word(at) != "from":
            return False
        trend = self.lexicon.running["trend"]
        start = max(0, at - _BACK)
        return any(
            token.text in trend
            for index, token in enumerate(self.tokens[start:at], start)
            if self.ends[index] > at
        )

    def allows(self, span: Span, at: int) -> bool:
        """Whether what stands around a number phrase leaves it a count of persons or a ratio."""
        said, end = at + span.first.said, at + span.end
        if span.first.core.ratio is not None:
            return self._word(at - 1) not in self.lexicon.running["before_half"]
        if self._is_label(span, said) or self._is_item(said, end) or self._is_age(span, said, end):
            return False
        if span.figures[0].word is not None:
            return self._counts(span, end)
        core = self.tokens[at + span.first.core.end - 1]
        if core.text == "one" and span.first.core.value == 1 and not span.first.marks:
            people = self.lexicon.singular | self.lexicon.plural
            return self._word(end) != "of" and self._noun_near(end, people)
        alone = core.text in self.lexicon.scales and said == at + span.first.core.end - 1
        if alone and "increment" not in span.first.marks:
            return False  # "million" after a price that was left out
        return not self._is_year(span, said, end)

    def is_unclaimed(self, span: Span, end: int, following: int) -> bool:
        """Tell "no casualties were reported", which claims nothing, from "no casualties"."""
        if span.figures[0].value != 0 or self.tokens[end - 1].digits is not None:
            return False
        stop = min(self.ends[end - 1], following)
        return any(token.text in self.lexicon.unreported for token in self.tokens[end:stop])

    def goes_on(self, end: int, start: int) -> bool:
        """Whether a list goes on between two numbers: "300 killed and 61", "12 dead, 30"."""
        words = [token.text for token in self.tokens[end:start]]
        if len(words) > _BACK or self.ends[end] <= start:
            return False
        joint = len(words)
        while joint and words[joint - 1] in self.lexicon.running["joints"]:
            joint -= 1
        named = words[:joint]
        if joint == len(words) or not named or named[-1] not in self.lexicon.plural:
            return False
        return not any(word in self.lexicon.rest["circumstance"] for word in named)

    def _is_label(self, span: Span, said: int) -> bool:
        """Whether the number is a name: "Battalion 47", "sector 9", "January 9", "No. 5"."""
        if span.first.marks or span.first.lead or said == 0:
            return False
        back = said - 1
        if self._word(back) == "." and back and not self.masked[back]:
            back -= 1
        if self.masked[back]:
            return False
        before = self._word(back)
        if before in self.lexicon.rest["months"] or before == "may":
            day = self.tokens[said].text.replace(",", " ").split()[0]
            return before != "may" or not day.isdigit() or int(day) <= _LAST_DAY
        if before == "at" and self._is_put_at(back):
            return False
        return before in self.lexicon.running["labels"]

    def _is_put_at(self, at: int) -> bool:
        """Tell "put the number of dead at 45" from "at 10 Main Street"."""
        back = self.tokens[max(0, at - _BACK) : at]
        return any(token.text in self.lexicon.running["put_at"] for token in back)

    def _is_item(self, said: int, end: int) -> bool:
        """Whether the number counts the lines of a list: "1) ..."."""
        closed = self._word(end) == ")" and self.tokens[end].glued
        return closed and self._word(said - 1) != "("

    def _is_age(self, span: Span, said: int, end: int) -> bool:
        """Whether the number is an age behind a name: "Oleh Dmyt, 29."."""
        value = span.first.core.value
        if span.first.marks or value is None or value > _OLDEST or said < 2:  # noqa: PLR2004
            return False
        if self._word(said - 1) not in {",", "("} or (
            end < len(self.tokens) and self._word(end) not in {",", ".", ")", ";"}
        ):
            return False
        name = self.tokens[said - 2]
        return self.text[name.start : name.start + 1].isupper() and not name.digits

    def _counts(self, span: Span, end: int) -> bool:
        """Whether a vague word stands before what it counts, or has a bound."""
        if span.figures[0].comparator is not Comparator.VAGUE or self._word(end) == "of":
            return True
        if end >= self.ends[end - 1] or span.figures[0].word not in self.lexicon.running["weak"]:
            return True
        return self._noun_near(end, self.lexicon.plural | self.lexicon.singular)

    def _is_year(self, span: Span, said: int, end: int) -> bool:
        if span.first.marks - {"filler", "subset"}:
            return False
        text = self._word(end - 1)
        if not text.isdecimal() or not _FIRST_YEAR <= int(text) <= _LAST_YEAR:
            return False
        before = self._word(said - 1)
        if span.first.lead or before in self.lexicon.running["before_year"]:
            return not (span.first.lead and self._noun_near(end, self.lexicon.plural))
        return before not in self.lexicon.running["tolls"] and not self._noun_near(
            end, self.lexicon.plural
        )

    def _noun_near(self, at: int, nouns: frozenset[str]) -> bool:
        near = self.tokens[at : at + _NEAR]
        for token in near:
            if token.text in nouns:
                return True
            if not token.text[0].isalpha():
                return False
        return False

    def _word(self, at: int) -> str:
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""


@cache
def _starters(lexicon: Lexicon) -> frozenset[str]:
    """Return every word that can be the first of a figure."""
    tables = (
        lexicon.before, lexicon.vague, lexicon.empty, lexicon.ratios, lexicon.trend
    )  # fmt: skip
    first = {word for table in tables for word in table.lengths}
    words = {*lexicon.units, *lexicon.tens, *lexicon.scales, *lexicon.articles}
    return frozenset(first | words | {"half", "quarter", "every", "no", "both", *"½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞"})


def _masked(tokens: Sequence[Token], masks: Iterable[tuple[int, int]]) -> bytes:
    marks = bytearray(len(tokens))
    starts = [token.start for token in tokens]
    for start, end in masks:
        at = max(0, bisect_right(starts, start) - 1)
        while at < len(tokens) and tokens[at].start < end:
            if tokens[at].end > start:
                marks[at] = 1
            at += 1
    return bytes(marks)


def _is_end(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence ends at a token; "c. 300" and "No. 5" go on."""
    if tokens[at].text not in _ENDS:
        return False
    if at + 1 == len(tokens) or tokens[at].text != ".":
        return True
    following = tokens[at + 1]
    return not following.glued and text[following.start].isupper()


def _is_after_gap(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether an empty line stands before a token."""
    return at > 0 and text.count("\n", tokens[at - 1].end, tokens[at].start) > 1
