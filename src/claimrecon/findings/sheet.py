"""The rows of one reading of the record, asked about several scopes (§14)."""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor
from types import MappingProxyType

from claimrecon.claims import Scope
from claimrecon.constraints import Binding, ScopeTerms
from claimrecon.findings.intervals import Interval
from claimrecon.findings.model import End
from claimrecon.findings.record import Record
from claimrecon.linear import (
    Bound,
    Budget,
    InfeasibleSystemError,
    LinearSystem,
    Ranges,
    components,
)


class Sheet:
    """The rows of one reading, asked about several scopes.

    Parameters
    ----------
    record, scopes
        What binds, and what is asked about; questions go by the place of their scope.
    budget
        Time for all questions together.
    lenient
        Which reading.
    only
        Ids whose rows are kept; ``None`` keeps all.
    extra
        What binds besides.
    """

    def __init__(
        self,
        record: Record,
        scopes: Sequence[Scope],
        budget: Budget | None,
        *,
        lenient: bool,
        only: Collection[str] | None = None,
        extra: tuple[Binding, ...] = (),
    ) -> None:
        self.budget = budget
        made = record.system(
            lenient=lenient, only=only, extra=extra, questions=tuple(scopes), budget=budget
        )
        self._answers = made.answers
        self._rules = made.rules
        self._parts = components(made.system)
        self._known: dict[tuple[tuple[int, ...], frozenset[str]], Ranges | None] = {}

    def terms(self, number: int) -> ScopeTerms:
        """Return the two expressions of a scope."""
        return self._answers[number]

    def bearing(self, number: int) -> LinearSystem:
        """Return the rows that can bear on a scope, and those that can never hold at all."""
        touched = self._touched(self._answers[number])
        return LinearSystem(tuple(row for i in touched for row in self._parts[i].rows))

    def _touched(self, terms: ScopeTerms) -> tuple[int, ...]:
        asked = {*terms.lower, *(terms.upper or {})}
        return tuple(
            i
            for i, part in enumerate(self._parts)
            if not asked.isdisjoint(part.variables) or not part.variables
        )

    def _ranges(self, number: int, without: Collection[str] = ()) -> Ranges | None:
        """Return the ranges of the rows that bear on a scope; ``None`` if they cannot hold."""
        touched = self._touched(self._answers[number])
        key = (touched, frozenset(without))
        if key not in self._known:
            system = self.bearing(number)
            if without:
                system = system.of([owner for owner in system.owners if owner not in without])
            try:
                self._known[key] = Ranges(system, budget=self.budget)
            except InfeasibleSystemError:
                self._known[key] = None
        return self._known[key]

    def ends(self, number: int, *, without: Collection[str] = ()) -> tuple[End, End] | None:
        """Return both ends with what they hinge on, or ``None`` if the claims contradict.

        Parameters
        ----------
        number
            The place of the scope.
        without
            Ids that are taken to have said nothing; the days they speak of stay known.
        """
        ranges, terms = self._ranges(number, without), self._answers[number]
        if ranges is None:
            return None
        low = ranges.lowest(terms.lower)
        high = None if terms.upper is None else ranges.highest(terms.upper)
        bottom, top = _inward(low.value, None if high is None else high.value)
        low_without = {
            owner: _whole(ranges.least(terms.lower, without=[owner]), top=False)
            for owner in low.owners
        }
        if high is None or terms.upper is None:
            return self._end(low, bottom, low_without), End(None)
        high_without = {
            owner: _whole(ranges.greatest(terms.upper, without=[owner]), top=True)
            for owner in high.owners
        }
        return self._end(low, bottom, low_without), self._end(high, top, high_without)

    def _end(
        self, bound: Bound, value: Fraction | None, without: Mapping[str, Fraction | None]
    ) -> End:
        named = () if bound.proof is None else (row.name for row, _ in bound.proof.terms)
        rules = {name: self._rules[name] for name in named if name in self._rules}
        return End(
            value,
            bound.value,
            bound.owners,
            MappingProxyType(dict(without)),
            bound.proof,
            MappingProxyType(rules),
        )

    def hinges(self, number: int) -> frozenset[str]:
        """Return who holds the ends where they are: without anybody else, both stay."""
        ranges, terms = self._ranges(number), self._answers[number]
        if ranges is None:
            return frozenset()
        bounds = [ranges.lowest(terms.lower)]
        if terms.upper is not None:
            bounds.append(ranges.highest(terms.upper))
        return frozenset(owner for bound in bounds for owner in bound.owners)

    def interval(self, number: int, *, without: Collection[str] = ()) -> Interval | None:
        """Return both ends, rounded, or ``None`` if the claims contradict; see ``ends``."""
        ranges, terms, silent = self._ranges(number), self._answers[number], without
        if ranges is None and without:
            ranges, silent = self._ranges(number, without), ()
        if ranges is None:
            return None
        high = None if terms.upper is None else ranges.greatest(terms.upper, without=silent)
        return _inward(ranges.least(terms.lower, without=silent), high)


def _inward(low: Fraction | None, high: Fraction | None) -> tuple[Fraction | None, Fraction | None]:
    """Round to whole persons, inward; keep the exact ends where they would cross (§14)."""
    bottom, top = _whole(low, top=False), _whole(high, top=True)
    if bottom is not None and top is not None and bottom > top:
        return low, high
    return bottom, top


def _whole(value: Fraction | None, *, top: bool) -> Fraction | None:
    """Round to a whole person; a low that nothing bounds is zero, a high is open."""
    if top:
        return None if value is None else Fraction(floor(value))
    return Fraction(0) if value is None else max(Fraction(ceil(value)), Fraction(0))
