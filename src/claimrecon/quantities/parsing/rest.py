"""What follows the number: a rate, a thing that is no person, or a second number."""

from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction

from claimrecon.quantities.parsing.cardinals import Cardinals
from claimrecon.quantities.parsing.language import Lexicon
from claimrecon.quantities.parsing.tokens import Token
from claimrecon.quantities.refusals import UnreadableCountError

_LEAST_LENGTH = 5
_LIKENESS = 0.8
_NOTES = frozenset({"*", "†", "‡", "¹", "²", "³"})
_LONGEST_NOTE = 3
_TAIL_SIGNS = frozenset({",", ".", ";", ":", "(", ")", "[", "]", "!", "?", '"', "“", "”", "–", "—"})


@dataclass(frozen=True, slots=True)
class Rest:
    """The words behind a number phrase, without its rate.

    Attributes
    ----------
    words
        As written, trimmed.
    per
        The unit of a rate: "day".
    end
        Index of the token behind the number phrase, its rate included where it follows at once.
    increment
        Whether the words say that the number comes on top: "300 more".
    households
        Whether the number counts families, and not persons.
    difference
        Whether the number is how many more or fewer: "200 more than last week".
    """

    words: str
    per: str | None
    end: int
    increment: bool
    households: bool
    difference: bool = False


@dataclass(frozen=True, slots=True)
class Rests:
    """Judges what follows the number in one text."""

    text: str
    tokens: tuple[Token, ...]
    lexicon: Lexicon
    cardinals: Cardinals

    def behind(
        self,
        end: int,
        *,
        is_ratio: bool,
        vague: bool,
        whole: Fraction | None = None,
        alone: bool = True,
    ) -> Rest:
        """Read the words behind a number phrase.

        Parameters
        ----------
        end
            Index of the token behind the number phrase.
        is_ratio, vague
            What the phrase was found to be.
        whole
            The number, where parts of it may follow in brackets.
        alone
            Whether the text is one figure; in a running text other numbers may follow.

        Raises
        ------
        UnreadableCountError
            If the number counts no persons, is one of several, or is denied.
        """
        if not is_ratio and self.lexicon.percent.match(self.tokens, end) is not None:
            raise self._refusal("percentage points are no count and no ratio")
        stop = end
        end = self._past_note(end)
        self._refuse_joined(end)
        increment = difference = False
        if self._word(end) in self.lexicon.sense and not is_ratio:
            difference = self._word(end) != "more" or self._word(end + 1) == "than"
            increment, end = not difference, end + 1
            stop = end
        if vague and self._word(end) == "of":
            end += 1
        households = self._word(end) in self.lexicon.rest["households"]
        rate = self._rate(end)
        per, start, after = rate if rate is not None else (None, len(self.tokens), end)
        if not is_ratio:
            self._refuse_things(after if start == end else end)
        if alone:
            self._refuse_numbers(after, whole)
        before = self._between(end, start)
        behind = "" if per is None else self._between(after, len(self.tokens))
        words = " ".join(filter(None, (before, behind)))
        stop = after if start == end and per is not None else stop
        return Rest(words, per, stop, increment, households, difference)

    def _past_note(self, end: int) -> int:
        """Step over the mark of a footnote: "300*", "300[1]"."""
        if not self._is_glued(end):
            return end
        if self._word(end) in _NOTES:
            return end + 1
        in_brackets = self._word(end) == "[" and self._word(end + 2) == "]"
        return end + 3 if in_brackets and len(self._word(end + 1)) <= _LONGEST_NOTE else end

    def _is_glued(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].glued

    def _refuse_joined(self, end: int) -> None:
        if not self._is_glued(end):
            return
        token = self.tokens[end]
        if token.text not in _TAIL_SIGNS and token.text not in {"/", "'"}:
            raise self._refusal(f"{token.text!r} is joined to the number")
        if self._is_glued(end + 1) and (self.tokens[end + 1].digits or self.tokens[end + 1].flaw):
            raise self._refusal("its digits are part of a date, a time or a number of another kind")

    def _rate(self, end: int) -> tuple[str, int, int] | None:
        """Find a unit of time that the number is per, with the indices around its words."""
        periods, adverbs = self.lexicon.rest["periods"], self.lexicon.adverbs
        for at in range(end, len(self.tokens)):
            word, following = self._word(at), self._word(at + 1)
            if word in {"per", "/", "every"} and self._is_day_in_hours(at + 1):
                return "day", at, at + 3
            if word == "per" and self.cardinals.starts_number(at + 1):
                return self._per_many(at)
            if word in {"per", "/"} and following.isalpha():
                return (following, at, at + 2) if following in periods else self._per_many(at)
            if word in {"a", "an", "each", "every"} and following in periods:
                told = self._word(at + 2) in self.lexicon.rest["no_rate_before"]
                if not told and self._word(at - 1) not in self.lexicon.rest["no_rate"]:
                    return following, at, at + 2
            elif word in adverbs and (at == end or not following.isalnum()):
                return adverbs[word], at, at + 1
        return None

    def _is_day_in_hours(self, at: int) -> bool:
        return self._word(at) == "24" and self._word(at + 1) in self.lexicon.rest["hours"]

    def _per_many(self, at: int) -> tuple[str, int, int]:
        """Read what a rate is per, up to the next sign: "square kilometre", "1,000 people"."""
        stop = at + 2
        while self._word(stop) and self._word(stop) not in _TAIL_SIGNS:
            stop += 1
        unit = self.text[self.tokens[at + 1].start : self.tokens[stop - 1].end].lower()
        return unit, at, stop

    def _refuse_things(self, at: int) -> None:
        rest = self.lexicon.rest
        first, second = self._word(at), self._word(at + 1)
        if self._is_month(at):
            raise self._refusal("it is a date")
        if first and not first[0].isalnum() and first not in _TAIL_SIGNS:
            raise self._refusal(f"the sign {first!r} behind the number is not known")
        if first in rest["unclear"] or first in self.lexicon.scales:
            raise self._refusal(f"it is not clear what {first!r} multiplies the number by")
        if self._misspelt(first):
            raise self._refusal(f"{first!r} looks like a misspelt word that multiplies")
        if first in self.lexicon.parts and first.endswith("s"):
            raise self._refusal("it is a fraction of more than the whole")
        persons = self.lexicon.plural | {"crews", "members"}
        if first in rest["things"] and second not in persons:
            raise self._refusal(f"it counts {first!r}, and not persons")
        described = first.isalpha() and first not in persons | rest["circumstance"] | {"of", "and"}
        things = second in rest["things"] and second.endswith("s")
        if described and things and self._word(at + 2) not in persons:
            raise self._refusal(f"it counts {second!r}, and not persons")

    def _is_month(self, at: int) -> bool:
        """Whether a month stands at a token; "May" by its capital, and not in "12 May Die"."""
        word = self._word(at)
        if word != "may":
            return word in self.lexicon.rest["months"]
        capital = self.text[self.tokens[at].start].isupper()
        return capital and not self.text[self.tokens[at].end :].lstrip()[:1].isalpha()

    def _misspelt(self, word: str) -> bool:
        """Whether a word nearly is "thousand" or the like: misread, it would cost a factor."""
        if len(word) < _LEAST_LENGTH:
            return False
        known = [scale for scale in self.lexicon.scales if abs(len(scale) - len(word)) <= 1]
        return bool(get_close_matches(word, [*known, "percent"], cutoff=_LIKENESS))

    def _refuse_numbers(self, at: int, total: Fraction | None) -> None:
        """Refuse a second number: it is unsure which is meant; dates and parts may follow."""
        rest = self.lexicon.rest
        whole = at + 2 + (self._word(at + 1) == "the") if self._word(at) == "of" else at
        parts = self._parts_of(total, at)
        for index in range(whole, len(self.tokens)):
            word = self.tokens[index].text
            if index in parts:
                continue
            if word in rest["subset"]:
                return
            if word in rest["denial"]:
                raise self._refusal(f"{word!r} behind the number may deny it")
            if not self.cardinals.starts_number(index) or word == "one":
                continue
            if self._word(index + 1) in rest["ordinals"] or self._is_circumstance(index, at):
                continue
            raise self._refusal(f"a second number, {word!r}, follows the first")

    def _parts_of(self, total: Fraction | None, at: int) -> range:
        """Return the indices of brackets that split the number: "183 (13 US + 170 Afghan)"."""
        start = self._next("(", at)
        stop = self._next(")", start)
        index, parts = start + 1, list[Fraction]()
        while index < stop:
            number = self.cardinals.number(index)
            if number is None or number.article or number.share:
                index += 1
                continue
            parts.append(number.value)
            index = number.end
        # "183 (13 US + 170 Afghan)", and "fifteen (15)".
        return range(start, stop if parts and sum(parts) == total else start)

    def _next(self, sign: str, at: int) -> int:
        """Return the index of the next such sign; that behind the last token for none."""
        end = len(self.tokens)
        return next((index for index in range(at, end) if self._word(index) == sign), end)

    def _is_circumstance(self, index: int, start: int) -> bool:
        rest = self.lexicon.rest
        back = index - 1
        while back >= start and (
            self._word(back) in rest["skipped"]
            or self._word(back) in {"-", "/", ":"}
            or self.cardinals.starts_number(back)
        ):
            # "In at least five towns": no place begins with that "at".
            back -= 2 if self._word(back) == "least" else 1
        if back >= start and self._word(back) in rest["circumstance"]:
            return True
        return (self._word(back - 1), self._word(back)) == ("as", "of")

    def _between(self, start: int, end: int) -> str:
        while start < end and self.tokens[start].text in _TAIL_SIGNS - {"(", "["}:
            start += 1
        while start < end and self.tokens[end - 1].text in _TAIL_SIGNS - {")", "]"}:
            end -= 1
        if start >= end:
            return ""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def _word(self, at: int) -> str:
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def _refusal(self, reason: str) -> UnreadableCountError:
        return UnreadableCountError(self.text, reason)
