"""What each claim does to a range: what is left possible without it, and reworded (§14).

Whoever stands in neither of two proofs of the ends moves neither end. So only those on whom an end
hinges are left out and solved again; the rest is known.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from claimrecon.claims import ReadClaim, Scope
from claimrecon.constraints import Binding, number_words, scope_words
from claimrecon.findings.intervals import Interval, interval_words
from claimrecon.findings.record import Record
from claimrecon.findings.sheet import Sheet
from claimrecon.linear import Budget, UndecidedError
from claimrecon.quantities import Codebook, Kind, Reading, read_numbers
from claimrecon.vocabulary import Evidence


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What a range becomes if one claim is worded otherwise.

    Attributes
    ----------
    words
        The other wording: "at least 300".
    strict, lenient
        What is then left possible, in whole persons; ``None`` where the claims cannot all be true.
    """

    words: str
    strict: Interval | None
    lenient: Interval | None


@dataclass(frozen=True, slots=True)
class Influence:
    """What one claim or assumption does to a range.

    Attributes
    ----------
    claim
        Its id.
    strict, lenient
        What is left possible without it, in whole persons; ``None`` where the others still cannot
        all be true.
    moves
        Whether either of them differs from what is left possible with it.
    otherwise
        The same under its other wordings: bare, at least, at most.
    """

    claim: str
    strict: Interval | None
    lenient: Interval | None
    moves: bool
    otherwise: tuple[Otherwise, ...] = ()


@dataclass(frozen=True, slots=True)
class Influences:
    """Everything that bears on one scope, and what each does to its range.

    Attributes
    ----------
    scope, title
        What is asked about, and the same in words.
    strict, lenient
        What all of it leaves possible, in whole persons; ``None`` where it cannot all be true.
    claims
        Sorted by id.
    undecided
        Whether the budget ran out; then only the first claims are listed, or none.
    """

    scope: Scope
    title: str
    strict: Interval | None = None
    lenient: Interval | None = None
    claims: tuple[Influence, ...] = ()
    undecided: bool = False

    def of(self, claim: str) -> Influence | None:
        """Return what *claim* does; ``None`` where it cannot bear on the scope."""
        return next((item for item in self.claims if item.claim == claim), None)

    def __str__(self) -> str:
        """Print the range, and a line for each claim that moves it, to the letter · leniently."""
        lines = [f"{self.title}: {_both(self.strict, self.lenient)}"]
        for item in self.claims:
            if item.moves:
                lines.append(f"  without {item.claim}: {_both(item.strict, item.lenient)}")
            lines += [
                f"  {item.claim} as “{other.words}”: {_both(other.strict, other.lenient)}"
                for other in item.otherwise
                if (other.strict, other.lenient) != (self.strict, self.lenient)
            ]
        idle = [item.claim for item in self.claims if not item.moves]
        lines += [f"  moved by none of: {', '.join(idle)}"] if idle else []
        lines += ["  undecided: the time given ran out"] if self.undecided else []
        return "\n".join(lines)


def influences(record: Record, scope: Scope, *, budget: Budget | None = None) -> Influences:
    """Return what each claim and assumption that bears on *scope* does to its range.

    Leaving out takes the rows of a claim away and keeps the days and names it speaks of.
    """
    asked = Influences(scope, scope_words(scope))
    found: list[Influence] = []
    try:
        sheets = [Sheet(record, (scope,), budget, lenient=way) for way in (False, True)]
        now = tuple(sheet.interval(0) for sheet in sheets)
        asked = replace(asked, strict=now[0], lenient=now[1])
        hinges = [sheet.hinges(0) for sheet in sheets]
        reworded = _Reworded(record, scope, budget)
        for owner in sorted({owner for sheet in sheets for owner in sheet.bearing(0).owners}):
            strict, lenient = (
                known
                if known is not None and owner not in needed
                else sheet.interval(0, without=[owner])
                for sheet, known, needed in zip(sheets, now, hinges, strict=True)
            )
            moves = (strict, lenient) != now
            found.append(Influence(owner, strict, lenient, moves, tuple(reworded.of(owner))))
    except UndecidedError:
        asked = replace(asked, undecided=True)
    return replace(asked, claims=tuple(found))


class _Reworded:
    """The rows of every claim in every wording; all but one wording of each are left out again."""

    def __init__(self, record: Record, scope: Scope, budget: Budget | None) -> None:
        self._words: dict[str, dict[str, str]] = {}
        extra: tuple[list[Binding], list[Binding]] = ([], [])
        for statement in record.standing:
            claim = statement.lead
            for words, reading in other_wordings(claim, record.dossier.codebook):
                told = replace(claim, reading=reading)
                owner = f"{claim.id} = {words}"
                self._words.setdefault(claim.id, {})[owner] = words
                for lenient, bindings in enumerate(extra):
                    binding = record.binding_of(told, lenient=bool(lenient))
                    if binding is not None:
                        bindings.append(replace(binding, owner=owner))
        self._others = {owner for owners in self._words.values() for owner in owners}
        self._sheets = [
            Sheet(record, (scope,), budget, lenient=bool(lenient), extra=tuple(bindings))
            for lenient, bindings in enumerate(extra)
        ]

    def of(self, claim: str) -> Iterator[Otherwise]:
        """Yield what is left possible under each other wording of *claim*."""
        for owner, words in self._words.get(claim, {}).items():
            left_out = {claim, *self._others} - {owner}
            strict, lenient = (sheet.interval(0, without=left_out) for sheet in self._sheets)
            yield Otherwise(words, strict, lenient)


def _both(strict: Interval | None, lenient: Interval | None) -> str:
    return f"{interval_words(strict)} · {interval_words(lenient)}"


def other_wordings(claim: ReadClaim, codebook: Codebook) -> Iterator[tuple[str, Reading]]:
    """Yield the same numbers in other words, where they read otherwise: bare, at least, at most.

    Examples
    --------
    >>> from claimrecon.dossier import claim, dossier_of
    >>> read = dossier_of([claim("at least 300 killed", by="Mayor", on="9 Jan 2025")]).read()
    >>> [words for words, _ in other_wordings(read.claims[0], read.codebook)]
    ['300', 'at most 300']
    """
    own = claim.reading
    if own is None or not own.numbers:
        return
    low, high = own.numbers[0], own.numbers[-1]
    bare = number_words(low) if low == high else f"{number_words(low)} to {number_words(high)}"
    ways: tuple[tuple[str, Fraction | None, Fraction | None], ...] = (
        (bare, low, high),
        (f"at least {number_words(low)}", low, None),
        (f"at most {number_words(high)}", None, high),
    )
    kind = Kind.RATIO if claim.ratio_of else Kind.RATE if claim.units is not None else Kind.COUNT
    for words, least, most in ways:
        reading = read_numbers(
            least,
            most,
            None,
            codebook,
            kind=kind,
            statistical=claim.evidence.is_statistical,
            documented=claim.evidence is Evidence.DOCUMENTED,
            exact=claim.exact,
        )
        if reading.strict != own.strict:
            yield words, reading
