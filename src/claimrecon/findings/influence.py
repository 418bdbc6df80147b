"""What each claim does to a range: what is left possible without it, and reworded (§14).

Whoever stands in neither of two proofs of the ends moves neither end. So only those on whom an end
hinges are left out and solved again; the rest is known.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from claimrecon.claims import ReadClaim, Scope
from claimrecon.constraints import number_words, scope_words
from claimrecon.findings.model import Interval
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


def influences(record: Record, scope: Scope, *, budget: Budget | None = None) -> Influences:
    """Return what each claim and assumption that bears on *scope* does to its range.

    Leaving out takes the rows of a claim away and keeps the days and names it speaks of.
    """
    asked = Influences(scope, scope_words(scope))
    found: list[Influence] = []
    try:
        sheets = tuple(
            Sheet(record, (scope,), budget, lenient=lenient) for lenient in (False, True)
        )
        now = tuple(sheet.interval(0) for sheet in sheets)
        asked = replace(asked, strict=now[0], lenient=now[1])
        hinges = [sheet.hinges(0) for sheet in sheets]
        owners = sorted({owner for sheet in sheets for owner in sheet.bearing(0).owners})
        for owner in owners:
            strict, lenient = (
                known
                if known is not None and owner not in needed
                else sheet.interval(0, without=[owner])
                for sheet, known, needed in zip(sheets, now, hinges, strict=True)
            )
            otherwise = tuple(_otherwise(record, scope, owner, owners, budget))
            moves = (strict, lenient) != now
            found.append(Influence(owner, strict, lenient, moves, otherwise))
    except UndecidedError:
        asked = replace(asked, undecided=True)
    return replace(asked, claims=tuple(found))


def _otherwise(
    record: Record, scope: Scope, owner: str, owners: list[str], budget: Budget | None
) -> Iterator[Otherwise]:
    claim = next((s.lead for s in record.standing if s.lead.id == owner), None)
    if claim is None:
        return
    kept = {*owners, *record.assumption_ids}
    for words, reading in other_wordings(claim, record.dossier.codebook):
        told = replace(claim, reading=reading)
        intervals = (told.interval(lenient=False), told.interval(lenient=True))
        if intervals[0] is None or intervals[1] is None:
            continue
        changed = record.reread({owner: (intervals[0], intervals[1])})
        strict, lenient = (
            Sheet(changed, (scope,), budget, lenient=way, only=kept).interval(0)
            for way in (False, True)
        )
        yield Otherwise(words, strict, lenient)


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
        if (reading.strict, reading.lenient) != (own.strict, own.lenient):
            yield words, reading
