"""Which single figure, if it were known, would decide between the accounts of a dispute (§14).

An account leaves a range possible for every figure. Where two accounts leave ranges that share no
number, whoever learns the figure knows that one of the two is wrong.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from claimrecon.claims import Scope
from claimrecon.constraints import scope_words
from claimrecon.findings.accounts import MAX_ACCOUNTS
from claimrecon.findings.intervals import Interval, interval_words, share_nothing
from claimrecon.findings.observability import claimed_by, quantity_scopes
from claimrecon.findings.record import Record
from claimrecon.findings.sheet import Sheet
from claimrecon.linear import (
    Budget,
    Decider,
    LinearSystem,
    Proof,
    UndecidedError,
    maximal_consistent,
)
from claimrecon.linear.components import independent_parts


@dataclass(frozen=True, slots=True)
class DecidingFigure:
    """A figure that tells accounts apart.

    Attributes
    ----------
    scope, title
        What would have to be known, and the same in words.
    claims
        Who says something of it already, sorted; empty for a figure that is missing.
    ranges
        For each account of the dispute, what it leaves possible, allowing for rounding.
    apart, pairs
        How many pairs of accounts it tells apart, and how many there are.
    """

    scope: Scope
    title: str
    claims: tuple[str, ...]
    ranges: tuple[Interval | None, ...]
    apart: int
    pairs: int

    @property
    def decides(self) -> bool:
        """Whether any value of it leaves one account at most."""
        return self.apart == self.pairs


@dataclass(frozen=True, slots=True)
class Dispute:
    """Claims that cannot all be true, how they can be kept, and what would decide between them.

    Attributes
    ----------
    claims
        Every claim and assumption that some account drops, sorted; where the accounts are not
        listed, all that are connected.
    accounts
        What each account keeps of them: the maximal sets that can all be true, each sorted, in
        sorted order of all that they keep.
    figures
        What would tell accounts apart: those that tell more of them apart first, a figure that
        nobody gave before one that somebody gave.
    truncated
        Whether there are too many accounts to list; then no figure is sought.
    undecided
        Whether the budget ran out.
    """

    claims: tuple[str, ...]
    accounts: tuple[tuple[str, ...], ...] = ()
    figures: tuple[DecidingFigure, ...] = ()
    truncated: bool = False
    undecided: bool = False

    def __str__(self) -> str:
        """Print the accounts, and below each figure what they leave possible of it."""
        if self.undecided or self.truncated:
            why = "the time given ran out" if self.undecided else "too many accounts to list"
            return f"In dispute: {', '.join(self.claims)} ({why})"
        lines = ["IN DISPUTE"]
        for number, keeps in enumerate(self.accounts, start=1):
            dropped = [name for name in self.claims if name not in keeps]
            lines.append(f"  {number}. all but {', '.join(dropped)}")
        lines += ["WHAT WOULD TELL THEM APART" if self.figures else "NO SINGLE FIGURE TELLS"]
        for figure in self.figures:
            ranges = "; ".join(map(interval_words, figure.ranges))
            lines.append(f"  {figure.title} ({figure.apart} of {figure.pairs} pairs): {ranges}")
        return "\n".join(lines)

    @property
    def deciding(self) -> DecidingFigure | None:
        """The first figure that would decide, if one would."""
        first = self.figures[0] if self.figures else None
        return first if first is not None and first.decides else None


def disputes(
    record: Record, *, budget: Budget | None = None, limit: int = MAX_ACCOUNTS
) -> tuple[Dispute, ...]:
    """Return every independent part of the record that cannot all be true, read leniently.

    Parameters
    ----------
    limit
        Beyond so many accounts of a part none is listed.
    """
    found = []
    for part in independent_parts(record.system(lenient=True, budget=budget).system):
        try:
            if not isinstance(Decider(part, budget=budget).decide(part.owners), Proof):
                continue
            found.append(_dispute(record, part, budget, limit))
        except UndecidedError:
            found.append(Dispute(part.owners, undecided=True))
    return tuple(sorted(found, key=lambda dispute: dispute.claims))


def _dispute(record: Record, part: LinearSystem, budget: Budget | None, limit: int) -> Dispute:
    accounts = maximal_consistent(part, limit=limit, budget=budget)
    if accounts.truncated:
        return Dispute(part.owners, truncated=True)
    drops = [[o for o in part.owners if o not in keeps] for keeps in accounts.sets]
    claims = tuple(sorted({owner for dropped in drops for owner in dropped}))
    scopes = quantity_scopes(record, among=part.owners)
    # What is not in dispute here holds in every account.
    sheet = Sheet(record, scopes, budget, lenient=True)
    pairs = len(drops) * (len(drops) - 1) // 2
    figures = []
    for number, scope in enumerate(scopes):
        ranges = tuple(sheet.interval(number, without=dropped) for dropped in drops)
        apart = _pairs_apart(ranges)
        if apart:
            by = claimed_by(record, scope)
            figures.append(DecidingFigure(scope, scope_words(scope), by, ranges, apart, pairs))
    figures.sort(key=lambda figure: (-figure.apart, bool(figure.claims)))
    kept = tuple(tuple(o for o in claims if o not in dropped) for dropped in drops)
    return Dispute(claims, kept, tuple(figures))


def _pairs_apart(ranges: Sequence[Interval | None]) -> int:
    return sum(
        one is not None and other is not None and share_nothing(one, other)
        for one, other in combinations(ranges, 2)
    )
