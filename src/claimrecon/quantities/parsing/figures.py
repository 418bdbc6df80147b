"""One number with everything said about it: "about another 10,000 plus"."""

from dataclasses import dataclass, replace
from fractions import Fraction

from claimrecon.quantities.parsing.cardinals import Cardinals, Number
from claimrecon.quantities.parsing.language import Lexicon
from claimrecon.quantities.parsing.ratios import Ratio, Ratios
from claimrecon.quantities.parsing.tokens import Token
from claimrecon.quantities.phrase import Relation
from claimrecon.quantities.refusals import UnreadableCountError

_SILENT = frozenset({"filler", "increment", "subset", "counted"})


@dataclass(frozen=True, slots=True)
class Found:
    """A figure as it was found in a text.

    Attributes
    ----------
    core
        The bare number, ratio or vague word.
    start, end
        Indices of its first token and of the token behind it.
    outer, inner, after
        What was said before "between" or "from", else before the number; after those; and behind
        the number.
    lead
        "between", "from" or nothing.
    said
        Index of the first token that says something of the number: "a total of" and "another"
        do not.
    """

    core: "Core"
    start: int
    end: int
    outer: frozenset[str]
    inner: frozenset[str]
    after: frozenset[str]
    lead: str = ""
    said: int = 0

    @property
    def marks(self) -> frozenset[str]:
        """Everything said about this figure alone."""
        return self.outer | self.inner | self.after


@dataclass(frozen=True, slots=True)
class Core:
    """A number without hedges: a count, a ratio or a vague word."""

    end: int
    value: Fraction | None
    step: Fraction = Fraction(1)
    number: Number | None = None
    ratio: Ratio | None = None
    word: str | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Reads the figures of one text."""

    text: str
    tokens: tuple[Token, ...]
    lexicon: Lexicon
    cardinals: Cardinals
    ratios: Ratios

    def found(self, at: int) -> Found | None:
        """Read the figure whose hedges start at a token; ``None`` where there is no number."""
        start, lead = at, ""
        said: int | None = None
        groups: list[set[str]] = [set(), set()]
        while (hedge := self._hedge(at)) is not None:
            mark, behind = hedge
            if said is None and mark not in _SILENT:
                said = at
            at = behind
            if mark == "outer":
                if lead:
                    return None
                lead = self.tokens[at - 1].text
            elif mark == "counted" and not groups[0]:
                start = at
            else:
                groups[bool(lead)].add(mark)
        core = self._core(at)
        if core is None:
            return None
        after, end = self._after(core)
        outer, inner = map(frozenset, groups)
        if "factor" in outer | inner and core.number is not None:
            core = _as_factor(core, core.number)
        return Found(core, start, end, outer, inner, after, lead, at if said is None else said)

    def reason_at(self, at: int) -> str:  # noqa: PLR0911  (one for each reason)
        """Say why there is no figure at a token."""
        leads = 0
        while (hedge := self._hedge(at)) is not None:
            leads += hedge[0] == "outer"
            at = hedge[1]
        if at >= len(self.tokens):
            return "there is no number in it"
        if leads > 1:
            return "where its range starts is said twice"
        token = self.tokens[at]
        if token.flaw is not None:
            return token.flaw
        if token.digits is not None and not token.digits.grouped:
            return f"the comma in {token.text!r} marks neither thousands nor, for sure, decimals"
        if token.text in self.lexicon.scales or token.digits is not None:
            return "it is more than 10^12 persons"
        if any(map(self.cardinals.starts_number, range(len(self.tokens)))):
            return f"{self._words(at)!r} is not known in front of a number"
        return "there is no number in it that this library knows"

    def _words(self, at: int) -> str:
        end = at
        while end + 1 < len(self.tokens) and not self.cardinals.starts_number(end + 1):
            end += 1
        return self.text[self.tokens[at].start : self.tokens[end].end]

    def _hedge(self, at: int) -> tuple[str, int] | None:
        """Read one hedge ("up to" before "up"); a vague word may be longer ("just a few")."""
        lexicon, tokens = self.lexicon, self.tokens
        hedge = lexicon.before.match(tokens, at) or lexicon.trend.match(tokens, at)
        vague = lexicon.vague.match(tokens, at)
        return None if hedge and vague and vague[1] > hedge[1] else hedge

    def _core(self, at: int) -> Core | None:  # noqa: PLR0911  (one for each form)
        if at >= len(self.tokens):
            return None
        vague = self.lexicon.vague.match(self.tokens, at)
        number = self.cardinals.number(at)
        ratio = self.ratios.at(at, number)
        counted = None if number is None or number.article else number
        others = [found.end for found in (ratio, counted) if found is not None]
        if vague is not None and vague[1] >= max(others, default=at):
            return Core(vague[1], None, word=vague[0])
        if ratio is not None:
            return Core(ratio.end, ratio.value, ratio.step, number, ratio)
        if number is None:
            return self._nobody(at) or self._both(at)
        if number.article:
            return self._one(number.end)
        if number.share:
            return None
        return Core(number.end, number.value, number.step, number)

    def _one(self, at: int) -> Core | None:
        """Read what stands behind an article: "a soldier", "a lone gunman", "a 300-strong unit"."""
        word, noun = (
            token.text if token else "" for token in (self._token(at), self._token(at + 1))
        )
        if word in self.lexicon.singular:
            return Core(at, Fraction(1))
        if word in self.lexicon.rest["solitary"] and noun in self.lexicon.singular:
            return Core(at, Fraction(1))
        number = self.cardinals.number(at)
        if number is None or not number.in_digits:
            return None
        strong = self.lexicon.after.match(self.tokens, number.end)
        if strong is None or strong[0] != "filler":
            return None
        return Core(number.end, number.value, number.step, number)

    def _both(self, at: int) -> Core | None:
        noun = self._token(at + 1)
        if self.tokens[at].text != "both" or noun is None or noun.text not in self.lexicon.plural:
            return None
        return None if noun.text in self.lexicon.rest["states"] else Core(at + 1, Fraction(2))

    def _token(self, at: int) -> Token | None:
        return self.tokens[at] if at < len(self.tokens) else None

    def _nobody(self, at: int) -> Core | None:
        empty = self.lexicon.empty.match(self.tokens, at)
        if empty is not None and empty[0] == "zero":
            return Core(empty[1], Fraction(0))
        if self.tokens[at].text != "no":
            return None
        nouns = self.lexicon.plural | self.lexicon.singular
        for token in self.tokens[at + 1 : at + 4]:
            if token.text in self.lexicon.partial or token.digits is not None:
                return None
            if token.text in nouns:
                return Core(at + 1, Fraction(0))
        return None

    def _after(self, core: Core) -> tuple[frozenset[str], int]:
        marks, end = set[str](), core.end
        while True:
            at = end
            if at < len(self.tokens) and self.tokens[at].text == ",":
                at += 1
            found = self.lexicon.after.match(self.tokens, at)
            if found is None or (at > end and found[0] != "more"):
                return frozenset(marks), end
            if found[1] < len(self.tokens) and (
                self.cardinals.starts_number(found[1])
                or self.tokens[found[1]].text in {"/", "minus"}
                or [token.text for token in self.tokens[found[1] :][:2]] == ["or", "minus"]
            ):
                # "300 plus 40", "50 +/- 10": the word belongs to what follows.
                return frozenset(marks), end
            marks.add(found[0])
            end = found[1]

    def trailing(self, found: Found) -> tuple[Found, int]:
        """Read a hedge behind the noun ("300 people at least"), with the index it starts at."""
        for at in range(found.end, len(self.tokens)):
            if self.cardinals.starts_number(at):
                break
            late = self.lexicon.after.match(self.tokens, at)
            if late is not None and late[1] == len(self.tokens):
                return replace(found, after=found.after | {late[0]}), at
        return found, len(self.tokens)

    def refusal(self, reason: str) -> UnreadableCountError:
        """Return the error that refuses the text."""
        return UnreadableCountError(self.text, reason)


def _as_factor(core: Core, number: Number) -> Core:
    """Read "a factor of three"."""
    in_words = not number.in_digits
    ratio = Ratio(number.value, number.step, core.end, Relation.TIMES, in_words=in_words)
    return replace(core, ratio=ratio)
