"""What a reconciliation finds: findings, ranges, and the sentence above them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from hashlib import sha256
from types import MappingProxyType

from claimrecon.claims import Scope
from claimrecon.constraints import number_words
from claimrecon.findings.intervals import Interval, interval_words
from claimrecon.linear import Proof


class FindingKind(StrEnum):
    """Kinds of findings, gravest first; the order of a report (§9)."""

    CONTRADICTION = "contradiction"
    TENSION = "tension"
    IMPLAUSIBLE_PROJECTION = "implausible projection"
    APPARENT = "apparent"
    DERIVED = "derived"
    REVISION = "revision"
    SLIP = "slip"
    ECHO = "echo"


class Verdict(StrEnum):
    """What a report comes to; gravest first."""

    CONTRADICTION = "contradiction"
    UNDECIDED = "undecided"
    TENSION = "tension"
    COMPATIBLE = "compatible"

    def __bool__(self) -> bool:
        """Refuse to be read as yes or no."""
        raise TypeError(
            f"the verdict {self.value!r} is not a truth value. Compare it, for example "
            "report.verdict == 'compatible'."
        )


@dataclass(frozen=True, slots=True, repr=False)
class Finding:
    """One thing to know about some claims.

    Attributes
    ----------
    kind
        What it is.
    claims
        Ids. A minimal set, sorted, for contradictions and tensions; what was set aside first for a
        revision or slip; what binds first for an echo; the projection first where it is one.
    assumptions
        Ids of the analyst's assumptions that the set needs, sorted.
    origins
        Keys of the origins of the claims, sorted.
    explanation
        One paragraph that a journalist can quote.
    gap
        Persons by which the bounds of the set must move at least for it to hold (§12), exact.
    factor
        How many times too much the lows ask (§12), exact; ``None`` where no factor would do.
    rests_on
        Rules of ours and assumptions without which the set would be possible; rules first (§11).
    echoes
        For claims of the set that were relayed, the ids of their echoes.
    proof
        Why the claims cannot all hold: checkable by ``proof.verify()``.
    rules
        For rows of the proof that are nobody's, the rule each follows from.
    repairs
        All smallest sets of its claims and assumptions whose removal makes the set possible.
    story
        Findings of one number are one story: they share a smallest repair. ``None`` outside of any.
    binds
        For an echo, the id whose wording binds, or ``"hull"``.
    changed
        For an echo, what each relay changed: ``hedge``, ``digit``, ``exact``, ``scope``,
        ``measure``.
    differs
        For an apparent conflict, what differs: ``measure``, ``population``, ``place``, ``cause``,
        ``time``, ``evidence``.
    would_contradict
        For a revision, slip or echo: the minimal sets that the figure would contradict if it stood.
    multiple
        For a series computed from another, how many times the other its figures are, exact.
    what_if
        For a conflict that would stand if one claim were told otherwise, the id of that claim.
    stance
        For claims whose stance is known: ``own losses``, ``enemy losses``, ``third party``.
    """

    kind: FindingKind
    claims: tuple[str, ...]
    explanation: str
    assumptions: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    gap: Fraction | None = None
    factor: Fraction | None = None
    rests_on: tuple[str, ...] = ()
    echoes: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    proof: Proof | None = None
    rules: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    repairs: tuple[tuple[str, ...], ...] = ()
    story: int | None = None
    binds: str | None = None
    changed: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    differs: tuple[str, ...] = ()
    would_contradict: tuple[tuple[str, ...], ...] = ()
    multiple: Fraction | None = None
    what_if: str | None = None
    stance: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def id(self) -> str:
        """A name that stays the same from run to run: made from the kind and what it is about.

        Sizes, words and proofs may change under it; so may the claims that speak for a revision,
        a slip or an echo, and the dates of a series.
        """
        kind, about = self.kind.value, (*sorted(self.claims), *sorted(self.assumptions))
        if self.what_if is not None:
            kind, about = "what if", (self.what_if,)
        elif self.kind in _ABOUT_THEIR_FIRST:
            about = self.claims[:1]
        digest = sha256("\n".join((kind, *about)).encode()).hexdigest()[:10]
        return f"{kind.replace(' ', '-')}-{digest}"

    def __str__(self) -> str:
        """Tell it in one paragraph."""
        return self.explanation

    def _repr_html_(self) -> str:
        """Return what a notebook shows: kind, explanation, size, ways out, proof folded away."""
        from claimrecon.findings.showing import finding_html  # noqa: PLC0415 - only a notebook

        return finding_html(self.kind.value, self.explanation, self.gap, self.repairs, self.proof)

    def __repr__(self) -> str:
        """Name the kind and what it is about; ``str`` tells the finding, attributes all of it."""
        return f"<Finding: {self.kind}, {', '.join((*self.claims, *self.assumptions))}>"


_ABOUT_THEIR_FIRST = frozenset(
    {
        FindingKind.IMPLAUSIBLE_PROJECTION,
        FindingKind.DERIVED,
        FindingKind.REVISION,
        FindingKind.SLIP,
        FindingKind.ECHO,
    }
)
"""Kinds that are about one claim, whatever the others are."""


@dataclass(frozen=True, slots=True)
class Stated:
    """The envelope of what was said about a scope, with who said each end (§14).

    Attributes
    ----------
    low, high
        In persons; ``None`` where nobody said.
    low_by, high_by
        Ids of the claims that said it, sorted.
    """

    low: Fraction | None
    low_by: tuple[str, ...]
    high: Fraction | None
    high_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class End:
    """One end of a possible range, for one reading.

    Attributes
    ----------
    value
        In whole persons (rounded inward); ``None`` where nothing bounds this side.
    exact
        Before rounding.
    hinges
        Claims and assumptions of a smallest set that already forces this end, sorted.
    without
        What the end becomes without each of them; ``None`` where it is then open.
    proof
        Exact; ``None`` for an open end.
    rules
        For rows of the proof that are nobody's, the rule each follows from.
    """

    value: Fraction | None
    exact: Fraction | None = None
    hinges: tuple[str, ...] = ()
    without: Mapping[str, Fraction | None] = field(default_factory=lambda: MappingProxyType({}))
    proof: Proof | None = None
    rules: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __repr__(self) -> str:
        """Say where the end is and on whom it hinges."""
        if self.value is None:
            return "<End: open>"
        return f"<End: {number_words(self.value)}, hinging on {', '.join(self.hinges) or 'nobody'}>"


@dataclass(frozen=True, slots=True)
class Offer:
    """Named assumptions that would close an open end, and what the end would then be (§7).

    Attributes
    ----------
    assume
        The named assumptions, as the file format writes them ("nobody_twice", "no_arrivals").
    value
        The end under them, lenient, in whole persons.
    """

    assume: tuple[str, ...]
    value: Fraction


@dataclass(frozen=True, slots=True)
class Account:
    """One maximal set of claims that can all be true, and what it leaves possible (§14)."""

    keeps: tuple[str, ...]
    drops: tuple[str, ...]
    strict: Interval | None
    lenient: Interval | None


@dataclass(frozen=True, slots=True, repr=False)
class PossibleRange:
    """What is stated and what is left possible about one scope (§14). Not an estimate.

    Attributes
    ----------
    scope
        What is asked about.
    title
        The same in words.
    stated
        What was said about exactly this scope.
    strict_low, strict_high, lenient_low, lenient_high
        The ends; all ``None`` where the claims contradict each other: then see ``accounts``.
    accounts
        One range for each account, where the claims contradict each other.
    accounts_truncated
        Whether there are too many accounts; none is listed then.
    highest_stated, lowest_stated
        Beside an open end: the highest and lowest figure anyone stated, with the id of the claim.
    offers
        For an open high: assumptions that would close it.
    undecided
        Whether the budget ran out.
    """

    scope: Scope
    title: str
    stated: Stated
    strict_low: End | None = None
    strict_high: End | None = None
    lenient_low: End | None = None
    lenient_high: End | None = None
    accounts: tuple[Account, ...] = ()
    accounts_truncated: bool = False
    highest_stated: tuple[Fraction, str] | None = None
    lowest_stated: tuple[Fraction, str] | None = None
    offers: tuple[Offer, ...] = ()
    undecided: bool = False

    @property
    def strict(self) -> Interval | None:
        """Both ends to the letter; ``None`` where there is no one range."""
        return _interval(self.strict_low, self.strict_high)

    @property
    def lenient(self) -> Interval | None:
        """Both ends allowing for rounding; ``None`` where there is no one range."""
        return _interval(self.lenient_low, self.lenient_high)

    def __str__(self) -> str:
        """Say in one line what is left possible."""
        if self.undecided:
            return f"{self.title}: undecided"
        if self.lenient is None:
            number = "many" if self.accounts_truncated else len(self.accounts)
            return f"{self.title}: the claims clash; {number} accounts leave a range each"
        strict, lenient = interval_words(self.strict), interval_words(self.lenient)
        return f"{self.title}: {strict} to the letter, {lenient} allowing for rounding"

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the range in words and as a picture, with its accounts."""
        from claimrecon.findings.showing import range_html  # noqa: PLC0415 - only a notebook

        accounts = [(one.drops, one.strict, one.lenient) for one in self.accounts]
        stated = (self.stated.low, self.stated.high)
        possible = (self.strict, self.lenient)
        return range_html(self.title, str(self), stated, possible, accounts)

    def __repr__(self) -> str:
        """Say in one line what is left possible; the attributes hold all of it."""
        return f"<PossibleRange: {self}>"


def _interval(low: End | None, high: End | None) -> Interval | None:
    if low is None or high is None:
        return None
    return low.value, high.value
