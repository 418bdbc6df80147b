"""The claims of a dossier as they bind: who answers for what, in either reading (§7-§9)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any

from claimrecon.claims import ReadClaim, Scope
from claimrecon.constraints import (
    Binding,
    Constraints,
    Context,
    Frame,
    Layout,
    Trees,
    build,
    frame_of,
)
from claimrecon.dossier import ReadDossier
from claimrecon.findings.echoes import Statement, statements
from claimrecon.linear import Budget
from claimrecon.quantities import CountInterval


@dataclass(frozen=True)
class Record:
    """What of a dossier binds, after one statement has been made of its echoes.

    Attributes
    ----------
    dossier
        The claims as they were read.
    set_aside
        Ids that do not bind: superseded, revised, slips (§9).
    background
        Claims that do not bind but lend their scope to ratios: not public yet (§17).
    without
        Rules of ours that are switched off.
    admitted
        Ids of projections that bind for once, to be tested (§7).
    overrides
        Other (strict, lenient) intervals for some claims: a what-if.
    told
        The statements of the dossier, where they are known already.
    spoken
        Where this is a part of a larger record, scopes that fix its time as all of those do.
    """

    dossier: ReadDossier
    set_aside: frozenset[str] = frozenset()
    background: tuple[ReadClaim, ...] = ()
    without: frozenset[str] = frozenset()
    admitted: frozenset[str] = frozenset()
    overrides: Mapping[str, tuple[CountInterval, CountInterval]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    told: tuple[Statement, ...] = field(default=(), repr=False, compare=False)
    spoken: tuple[Scope, ...] | None = None
    _layouts: dict[frozenset[str], Layout] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @cached_property
    def context(self) -> Context:
        """Time, names and named assumptions of the dossier."""
        return Context(self._frame(()), self.trees, self.dossier.rules, self.without)

    @property
    def trees(self) -> Trees:
        """The names of people, places and causes."""
        return Trees(self.dossier.populations, self.dossier.places, self.dossier.causes)

    def _frame(self, questions: tuple[Scope, ...]) -> Frame:
        """Return the frame of the whole dossier; the balance opens before what is asked."""
        scopes = (*self.scopes, *questions)
        return frame_of(scopes, self.dossier.ended, self.dossier.since)

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """The scopes that fix the time of the whole dossier."""
        if self.spoken is not None:
            return self.spoken
        speaking = (*self.dossier.claims, *self.dossier.assumptions)
        bases = (self.claims[c.ratio_of] for c in speaking if c.ratio_of is not None)
        return tuple(claim.scope for claim in (*speaking, *bases))

    @cached_property
    def claims(self) -> Mapping[str, ReadClaim]:
        """Every claim and claim-like assumption by id, those of the background included."""
        known = (*self.background, *self.dossier.claims, *self.dossier.assumptions)
        return {claim.id: claim for claim in known}

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement, whether it stands or not."""
        return self.told or statements(self.dossier.claims)

    @cached_property
    def _leading(self) -> Mapping[str, Statement]:
        return {statement.lead.id: statement for statement in self.standing}

    @cached_property
    def standing(self) -> tuple[Statement, ...]:
        """The statements that bind: the record (§9)."""
        return tuple(
            s
            for s in self.statements
            if (s.lead.binds or s.lead.id in self.admitted) and s.lead.id not in self.set_aside
        )

    @cached_property
    def assumption_ids(self) -> frozenset[str]:
        """Ids of assumptions, claim-like and named."""
        own = {claim.id for claim in self.dossier.assumptions}
        return frozenset(own | {rule.id for rule in self.dossier.rules})

    @cached_property
    def owners(self) -> tuple[str, ...]:
        """Everything that can be withheld: standing statements and assumptions, sorted."""
        return tuple(sorted({s.lead.id for s in self.standing} | self.assumption_ids))

    def with_set_aside(self, ids: Iterable[str]) -> "Record":
        """Return the record without *ids*."""
        return self._changed(set_aside=self.set_aside.union(ids))

    def standing_again(self, ids: Collection[str]) -> "Record":
        """Return the record in which *ids* stand, whether they were set aside or not."""
        return self._changed(set_aside=self.set_aside.difference(ids))

    def ignoring(self, rule: str) -> "Record":
        """Return the record in which a rule of ours is switched off."""
        return self._changed(without=self.without | {rule})

    def admitting(self, projection: str) -> "Record":
        """Return the record in which *projection* binds like an assertion."""
        return self._changed(admitted=self.admitted | {projection})

    def reread(self, readings: Mapping[str, tuple[CountInterval, CountInterval]]) -> "Record":
        """Return the record in which some claims bind by another (strict, lenient) interval."""
        return self._changed(overrides=MappingProxyType({**self.overrides, **readings}))

    def _changed(self, **what: Any) -> "Record":
        """Return the same claims with something else binding; what they speak of stays known."""
        changed = replace(self, told=self.statements, **what)
        object.__setattr__(changed, "_layouts", self._layouts)
        return changed

    def binding(self, statement: Statement, *, lenient: bool) -> Binding | None:
        """Return how a statement binds, or ``None`` where it holds no number."""
        claim = statement.lead
        override = self.overrides.get(claim.id)
        interval = statement.interval(lenient=lenient) if override is None else override[lenient]
        return None if interval is None else self._bind(claim, interval)

    def binding_of(self, claim: ReadClaim, *, lenient: bool) -> Binding | None:
        """Return how a single claim would bind if it stood for itself."""
        interval = claim.interval(lenient=lenient)
        return None if interval is None else self._bind(claim, interval)

    def _bind(self, claim: ReadClaim, interval: CountInterval) -> Binding:
        base = None if claim.ratio_of is None else self.claims[claim.ratio_of]
        return Binding(
            claim.id,
            claim.origin,
            claim.scope,
            interval,
            claim.units,
            None if base is None else base.scope,
            "" if base is None else base.origin,
        )

    def bindings(
        self, *, lenient: bool, only: Collection[str] | None = None
    ) -> tuple[Binding, ...]:
        """Return the bindings of the record and the assumptions, sorted by id.

        Parameters
        ----------
        lenient
            Which reading.
        only
            Ids to keep; ``None`` keeps all.
        """
        told = self.standing
        if only is not None:
            told = tuple(self._leading[name] for name in only if name in self._leading)
        taken = (c for c in self.dossier.assumptions if only is None or c.id in only)
        made = [self.binding(statement, lenient=lenient) for statement in told]
        made += [self.binding_of(claim, lenient=lenient) for claim in taken]
        return tuple(sorted((b for b in made if b is not None), key=lambda b: b.owner))

    def system(
        self,
        *,
        lenient: bool,
        only: Collection[str] | None = None,
        extra: tuple[Binding, ...] = (),
        questions: tuple[Scope, ...] = (),
        merged: bool = True,
        budget: Budget | None = None,
    ) -> Constraints:
        """Return the rows of the record, or of the part of it named by *only*.

        Parameters
        ----------
        lenient
            Which reading.
        only
            Ids to keep; ``None`` keeps all.
        extra
            What binds besides.
        questions
            Scopes to be asked about; the balance opens before them too.
        merged
            ``False`` keeps every move and cell apart.
        budget
            Time for making them.

        Raises
        ------
        TooManyCellsError
            If freely overlapping names make too many cells.
        UndecidedError
            If the budget ends first.
        """
        if budget is not None:
            budget.check()
        if only is None and merged and not questions:
            return self._whole(self.bindings(lenient=lenient), extra, budget)
        context = self.context
        if questions:
            context = replace(context, frame=self._frame(questions))
        if only is not None:
            rules = tuple(rule for rule in context.rules if rule.id in only)
            context = replace(context, rules=rules)
        bindings = (*self.bindings(lenient=lenient, only=only), *extra)
        asked = [(scope, "") for scope in questions]
        return build(context, bindings, asked, merged=merged, budget=budget)

    def _whole(
        self, bindings: Sequence[Binding], extra: Sequence[Binding], budget: Budget | None
    ) -> Constraints:
        """Return the rows of some bindings of this record, on a layout that is made once."""
        layout = self._layouts.get(self.without)
        if layout is None or not layout.covers(bindings):
            layout = Layout(self.context, bindings, budget=budget)
            self._layouts[self.without] = layout
        if not layout.covers(extra):
            return build(self.context, (*bindings, *extra), budget=budget)
        return layout.constraints((*bindings, *extra))
