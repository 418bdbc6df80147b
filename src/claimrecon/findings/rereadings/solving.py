"""Which rereadings of one claim let a set of claims hold: tried one by one, exactly (§13).

Another number leaves the rows of the others as they are. So the rest is asked once how low and how
high the claim's count can be, and every number is compared with that. Another scope makes other
rows: these are built and decided anew.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from claimrecon.claims import ReadClaim, Scope
from claimrecon.constraints import Binding, Context, Frame, build, frame_of
from claimrecon.findings.echoes import Statement
from claimrecon.findings.leeway import Leeway, leeway
from claimrecon.findings.record import Record
from claimrecon.findings.rereadings.meanings import other_meanings
from claimrecon.findings.rereadings.model import Candidate, Rereading, What
from claimrecon.findings.rereadings.numbers import other_numbers
from claimrecon.findings.rereadings.telling import hypothesis
from claimrecon.findings.wording import Speech
from claimrecon.linear import Budget, Point, decide
from claimrecon.quantities import CountInterval
from claimrecon.scopes import EVERYTHING


@dataclass(frozen=True)
class Rereader:
    """Tries rereadings against one record.

    Attributes
    ----------
    record
        The standing claims.
    conflicts
        Every minimal set of the record that cannot hold leniently: only a claim of all of them can
        make the whole record possible by itself.
    speech
        The words of the dossier.
    budget
        Time that may be spent.
    """

    record: Record
    conflicts: tuple[tuple[str, ...], ...]
    speech: Speech
    budget: Budget | None = None

    def rereadings(
        self, members: Sequence[str], *, of: Collection[str] | None = None
    ) -> tuple[Rereading, ...]:
        """Return all single rereadings that let *members*, a minimal set, hold; likeliest first.

        Parameters
        ----------
        members
            Ids of claims and assumptions.
        of
            Those of them that may be read otherwise; all, where ``None``.

        Raises
        ------
        UndecidedError
            If the budget ends first.
        """
        found: list[tuple[tuple[object, ...], Rereading]] = []
        for name in sorted(members):
            statement = self._statements.get(name)
            if statement is None or (of is not None and name not in of):
                continue  # what the analyst takes for granted is not read otherwise
            fitting = [c for c in self.candidates(statement.lead) if self.fits(c, name, members)]
            for candidate in fitting:
                whole = self._mends_all(candidate, name)
                told = hypothesis(statement.lead, candidate, self.speech)
                reading = Rereading(
                    name, candidate.what, candidate.before, candidate.after, whole, told
                )
                found.append((_rank(reading, candidate, fitting, statement.lead), reading))
        return tuple(reading for _, reading in sorted(found, key=lambda pair: pair[0]))

    def candidates(self, claim: ReadClaim) -> Iterator[Candidate]:
        """Yield every way to read *claim* otherwise, whether it helps or not."""
        dossier = self.record.dossier
        yield from other_numbers(claim, dossier.codebook)
        yield from other_meanings(claim, dossier)

    def fits(self, candidate: Candidate, name: str, members: Collection[str] | None) -> bool:
        """Whether *members* can hold with one of them read otherwise; ``None`` is the record."""
        if candidate.interval is None or self._bindings[name].base is not None:
            return self._is_possible(candidate, name, members)
        left = self._left(name, members)
        return left is not None and left.meets(candidate.interval)

    def _mends_all(self, candidate: Candidate, name: str) -> bool:
        return all(name in conflict for conflict in self.conflicts) and self.fits(
            candidate, name, None
        )

    def _is_possible(
        self, candidate: Candidate, name: str, members: Collection[str] | None
    ) -> bool:
        bindings = [self._told(binding, candidate, name) for binding in self._of(members)]
        context = self._context(members)
        if candidate.scope is not None:
            context = replace(context, frame=self._frame(candidate.scope, name))
        system = build(context, bindings, budget=self.budget).system
        return isinstance(decide(system, budget=self.budget), Point)

    def _told(self, binding: Binding, candidate: Candidate, name: str) -> Binding:
        """Return a binding as it is once *name* is read otherwise."""
        if binding.owner == name:
            return replace(
                binding,
                scope=candidate.scope or binding.scope,
                units=candidate.units or binding.units,
                interval=candidate.interval or binding.interval,
            )
        base = self.record.claims[binding.owner].ratio_of
        if candidate.scope is None or base is None:
            return binding
        is_told = self._is_told(self.record.claims[base], name)
        return replace(binding, base=candidate.scope) if is_told else binding

    def _left(self, name: str, members: Collection[str] | None) -> Leeway | None:
        """Return what the others let the count of *name* be; ``None`` where they clash."""
        key = (name, None if members is None else tuple(members))
        if key not in self._leeways:
            context, bindings = self._context(members), self._of(members)
            self._leeways[key] = leeway(context, bindings, name, budget=self.budget)
        return self._leeways[key]

    def _of(self, members: Collection[str] | None) -> tuple[Binding, ...]:
        names = self._bindings if members is None else sorted(members)
        return tuple(self._bindings[name] for name in names if name in self._bindings)

    def _context(self, members: Collection[str] | None) -> Context:
        context = self.record.context
        if members is None:
            return context
        return replace(context, rules=tuple(rule for rule in context.rules if rule.id in members))

    def _frame(self, scope: Scope, name: str) -> Frame:
        """Return the frame of the whole dossier once *name* is about *scope*."""
        frame, own = self.record.context.frame, self.record.claims[name].scope
        if (own.when, own.measure.is_stock, own.measure.opening) == (
            scope.when,
            scope.measure.is_stock,
            scope.measure.opening,
        ):
            return frame
        dossier, claims = self.record.dossier, self.record.claims
        speaking = (*dossier.claims, *dossier.assumptions)
        bases = (claims[c.ratio_of] for c in speaking if c.ratio_of is not None)
        scopes = (scope if self._is_told(c, name) else c.scope for c in (*speaking, *bases))
        return frame_of(scopes, dossier.ended, dossier.since)

    def _is_told(self, claim: ReadClaim, name: str) -> bool:
        """Whether a claim tells the statement of *name* about the same scope."""
        told = claim.id in self._statements[name].ids
        return told and claim.scope == self.record.claims[name].scope

    @cached_property
    def _leeways(self) -> dict[tuple[str, tuple[str, ...] | None], Leeway | None]:
        return {}

    @cached_property
    def _bindings(self) -> dict[str, Binding]:
        return {binding.owner: binding for binding in self.record.bindings(lenient=True)}

    @cached_property
    def _statements(self) -> dict[str, Statement]:
        return {statement.lead.id: statement for statement in self.record.standing}


_ORDER = (
    What.POPULATION,
    What.PLACE,
    What.CAUSE,
    What.MEASURE,
    What.TIME,
    What.SINCE,
    What.RATE_UNIT,
    What.HEDGE,
    What.DIGIT,
)
_LAST = len(_ORDER)


def _rank(
    reading: Rereading, candidate: Candidate, fitting: Sequence[Candidate], claim: ReadClaim
) -> tuple[object, ...]:
    """Return the key that ranks rereadings: what mends the whole record, then what says most.

    A hypothesis says the more, the more it could have failed. A single slip that hits the very
    number first; a hedge that a relay may have dropped; then names and measures of the dossier.
    That something holds once nothing much is said of it (everybody, a vague word, "at least",
    one of many possible slips) says least.
    """
    rank = _ORDER.index(candidate.what)
    slips = [other for other in fitting if other.what is What.DIGIT]
    if candidate.what is What.DIGIT and len(slips) == 1 and _is_point(candidate.interval):
        rank = -2
    elif candidate.what is What.HEDGE and _may_be_dropped(candidate, claim):
        rank = -1
    elif _is_all(candidate) or _is_vague(candidate):
        rank = _LAST - 1
    return (
        not reading.whole_record,
        rank,
        candidate.distance,
        reading.claim,
        reading.before,
        reading.after,
    )


def _may_be_dropped(candidate: Candidate, claim: ReadClaim) -> bool:
    """Whether "at least" may have got lost: somebody passed a bare number on."""
    is_floor = candidate.interval is not None and candidate.interval.high is None
    bare = claim.reading is not None and claim.reading.rule in {"bare", "bare-round"}
    return is_floor and bare and bool(claim.via)


def _is_point(interval: CountInterval | None) -> bool:
    return interval is not None and interval.low == interval.high


def _is_all(candidate: Candidate) -> bool:
    """Whether nothing is left of what a name says: everybody, everywhere, any cause."""
    scope = candidate.scope
    if scope is None or candidate.what not in {What.POPULATION, What.PLACE, What.CAUSE}:
        return False
    return bool(getattr(scope, candidate.what.value) == EVERYTHING)


def _is_vague(candidate: Candidate) -> bool:
    scope = candidate.scope
    return candidate.what is What.MEASURE and scope is not None and scope.measure.vague is not None
