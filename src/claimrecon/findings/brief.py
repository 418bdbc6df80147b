"""What an editor may print about one scope: safe, if all figures are true, or not at all (§14).

A sentence is *safe* where it holds in every account: however the claims that clash are chosen
between, as long as no more of them are dropped than must be. It hangs on the claims named with it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from claimrecon.claims import Scope
from claimrecon.constraints import number_words, scope_words
from claimrecon.findings.accounts import MAX_ACCOUNTS
from claimrecon.findings.echoes import scope_key
from claimrecon.findings.intervals import Interval, interval_words, united
from claimrecon.findings.model import End
from claimrecon.findings.observability import claimed_by
from claimrecon.findings.record import Record
from claimrecon.findings.sheet import Sheet
from claimrecon.findings.wording import Speech, figure, listed
from claimrecon.linear import Budget, UndecidedError, maximal_consistent, minimal_conflicts
from claimrecon.vocabulary import Evidence

_MOST_CONFLICTS = 6
_ALL = "all figures"
_SOME = "some choice between the figures that clash"


class Grade(StrEnum):
    """How far a sentence can be printed."""

    SAFE = "safe"
    """Holds in every account."""
    IF_TRUE = "if all current figures are true"
    """Holds if every figure is true to the letter."""
    CANNOT = "cannot be said"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence for an editor.

    Attributes
    ----------
    grade
        How far it can be printed.
    text
        What would be said.
    claims
        Ids of the claims and assumptions that it hangs on, sorted.
    why
        Why it cannot be said; empty otherwise.
    """

    grade: Grade
    text: str
    claims: tuple[str, ...]
    why: str = ""

    def __str__(self) -> str:
        """Print the sentence with its reason, and what it hangs on."""
        hangs = f" [{', '.join(self.claims)}]" if self.claims else ""
        return f"{self.text}{f': {self.why}' if self.why else ''}.{hangs}"


@dataclass(frozen=True, slots=True)
class Brief:
    """What an editor may print about one scope.

    Attributes
    ----------
    scope, title
        What is asked about, and the same in words.
    sentences
        Safe ones first.
    undecided
        Whether the budget ran out; then there may be fewer sentences.
    """

    scope: Scope
    title: str
    sentences: tuple[Sentence, ...]
    undecided: bool = False

    @property
    def safe(self) -> tuple[Sentence, ...]:
        """What holds in every account."""
        return self._of(Grade.SAFE)

    @property
    def if_true(self) -> tuple[Sentence, ...]:
        """What holds if every figure is true to the letter."""
        return self._of(Grade.IF_TRUE)

    @property
    def cannot_be_said(self) -> tuple[Sentence, ...]:
        """What cannot be said, with the reasons."""
        return self._of(Grade.CANNOT)

    def _of(self, grade: Grade) -> tuple[Sentence, ...]:
        return tuple(sentence for sentence in self.sentences if sentence.grade is grade)

    def __str__(self) -> str:
        """Print the sentences under their grades."""
        lines = [self.title]
        for grade in Grade:
            if sentences := self._of(grade):
                lines += ["", grade.value.upper(), *(f"  {sentence}" for sentence in sentences)]
        if self.undecided:
            lines += ["", "Undecided: the time given ran out before every answer was proved."]
        return "\n".join(lines)


def brief(record: Record, scope: Scope, *, budget: Budget | None = None) -> Brief:
    """Return what an editor may print about *scope*, and what not."""
    desk = _Desk(record, scope, budget)
    found: list[Sentence] = []
    undecided = False
    try:
        found.extend(desk.figures())
    except UndecidedError:
        undecided = True
    found += [*desk.attributions(), *desk.silent()]
    grades = [*Grade]
    found.sort(key=lambda sentence: grades.index(sentence.grade))
    return Brief(scope, scope_words(scope), tuple(found), undecided)


Ends = tuple[End, End]


class _Desk:
    """Writes the sentences about one scope."""

    def __init__(self, record: Record, scope: Scope, budget: Budget | None) -> None:
        self._record = record
        self._scope = scope
        self._budget = budget
        self._speech = Speech(record.dossier, record.claims)
        self._title = scope_words(scope)

    def figures(self) -> Iterator[Sentence]:
        """Yield what follows from the claims, and what does not."""
        loose = Sheet(self._record, (self._scope,), self._budget, lenient=True)
        ends = loose.ends(0)
        if ends is None:
            yield from self._contested(loose)
            return
        yield from self._bounds(Grade.SAFE, ends)
        strict = Sheet(self._record, (self._scope,), self._budget, lenient=False).ends(0)
        if strict is None:
            yield Sentence(
                Grade.CANNOT,
                "The figures to the letter",
                self._hinges(ends),
                "they fit only with rounding",
            )
        elif _values(strict) != _values(ends):
            yield from self._bounds(Grade.IF_TRUE, strict)
        yield from self._open(ends, (_values(ends),), _ALL)

    def _contested(self, sheet: Sheet) -> Iterator[Sentence]:
        system = sheet.bearing(0)
        clashes = minimal_conflicts(system, limit=_MOST_CONFLICTS, budget=self._budget)
        for members in clashes.sets:
            told = "; ".join(self._speech.told(name) for name in members)
            yield Sentence(
                Grade.CANNOT, "That these are all true", members, f"they contradict, {told}"
            )
        accounts = maximal_consistent(system, limit=MAX_ACCOUNTS, budget=self._budget)
        if accounts.truncated:
            why = "there are too many ways to choose between the figures"
            yield Sentence(Grade.CANNOT, "A number", system.owners, why)
            return
        found = (
            sheet.ends(0, without=[owner for owner in system.owners if owner not in keeps])
            for keeps in accounts.sets
        )
        ways = [ends for ends in found if ends is not None]
        hull = _hull(ways)
        if hull is not None:
            yield from self._bounds(Grade.SAFE, hull)
            yield from self._open(hull, united(map(_values, ways)), _SOME)

    def _bounds(self, grade: Grade, ends: Ends) -> Iterator[Sentence]:
        """Say both ends; one sentence where they meet."""
        low, high = ends
        rounding = "to the letter" if grade is Grade.IF_TRUE else "allowing for rounding"
        if low.value is not None and low.value == high.value:
            yield self._sentence(grade, "Exactly", low.value, self._hinges(ends), rounding)
            return
        if low.value:
            yield self._sentence(grade, "At least", low.value, low.hinges, rounding)
        if high.value is not None:
            yield self._sentence(grade, "At most", high.value, high.hinges, rounding)

    def _sentence(
        self, grade: Grade, words: str, value: Fraction, hinges: tuple[str, ...], rounding: str
    ) -> Sentence:
        by = self._by(hinges)
        text = f"{words} {number_words(value)} ({self._title}), {rounding}{by}"
        return Sentence(grade, text, hinges)

    def _by(self, hinges: Sequence[str]) -> str:
        """Say whose figures a sentence hangs on, and what is taken for granted."""
        claims = [name for name in hinges if name not in self._record.assumption_ids]
        assumed = [name for name in hinges if name in self._record.assumption_ids]
        speakers = [self._speech.name(self._record.claims[name].speaker) for name in claims]
        words = f", by the figures of {listed(list(dict.fromkeys(speakers)))}" if speakers else ""
        return words + (f", given that {self._speech.assumed(assumed)}" if assumed else "")

    def _open(self, ends: Ends, fitting: tuple[Interval, ...], whom: str) -> Iterator[Sentence]:
        """Say what the claims leave open, and which numbers would fit whom."""
        low, high = _values(ends)
        if low is None or low != high:
            reach = " or ".join(map(interval_words, fitting))
            why = f"{reach} would fit {whom}"
            yield Sentence(Grade.CANNOT, "An exact number", self._hinges(ends), why)
        if high is None:
            why = "nothing that stands bounds it from above in every account"
            yield Sentence(Grade.CANNOT, "An upper limit", (), why)
        if not low:
            why = "nothing that stands says in every account that it was more than zero"
            yield Sentence(Grade.CANNOT, "A lower limit", (), why)

    @staticmethod
    def _hinges(ends: Ends) -> tuple[str, ...]:
        return tuple(sorted({name for end in ends for name in end.hinges}))

    def attributions(self) -> Iterator[Sentence]:
        """Yield who said what of exactly this scope: that they said so holds in every account."""
        for name in claimed_by(self._record, self._scope):
            if name not in self._record.assumption_ids:
                saying = f"{self._speech.saying(name)} ({self._title})"
                yield Sentence(Grade.SAFE, saying, (name,))

    def silent(self) -> Iterator[Sentence]:
        """Yield the figures of exactly this scope that bind nothing, and why."""
        key = scope_key(self._scope)
        for claim in sorted(self._record.dossier.claims, key=lambda claim: claim.id):
            if scope_key(claim.scope) != key or claim.reading is None:
                continue
            if claim.id in self._record.set_aside:
                why = "its own origin replaced or mistyped it"
            elif claim.evidence is Evidence.PROJECTION:
                why = "it is a forecast"
            elif claim.evidence is Evidence.DENIAL:
                why = "it is a denial"
            elif claim.derived_from:
                why = "it was computed from other figures"
            else:
                continue
            text = f"{figure(claim)} ({self._title}, {self._speech.name(claim.speaker)})"
            yield Sentence(Grade.CANNOT, text, (claim.id,), why)


def _values(ends: Ends) -> Interval:
    return ends[0].value, ends[1].value


def _hull(ways: Sequence[Ends]) -> Ends | None:
    """Return what holds in each of several accounts, hinging on whatever any of them hinges on."""
    if not ways:
        return None
    lows, highs = [low for low, _ in ways], [high for _, high in ways]
    bottom = min(low.value or Fraction(0) for low in lows)
    low = End(bottom, hinges=_together(lows) if bottom else ())
    tops = [high.value for high in highs if high.value is not None]
    if len(tops) < len(highs):
        return low, End(None)
    return low, End(max(tops), hinges=_together(highs))


def _together(ends: Sequence[End]) -> tuple[str, ...]:
    return tuple(sorted({name for end in ends for name in end.hinges}))
