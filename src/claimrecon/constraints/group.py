"""One group of scopes that can bear on each other, with its cells, moves and cuts."""

from collections.abc import Iterator, Sequence

from claimrecon.claims import NamedAssumption, RuleKind, Scope
from claimrecon.constraints.balance import Balance, Shared
from claimrecon.constraints.cells import Grid, Region
from claimrecon.constraints.expressions import Expressions
from claimrecon.constraints.ledger import Labels, Ledger
from claimrecon.constraints.model import Binding, Context
from claimrecon.constraints.reduction import Reduction, reduce, whole
from claimrecon.constraints.timeline import Timeline
from claimrecon.linear import Budget, Row
from claimrecon.scopes import EVERYTHING, Extent


class Group:
    """One group of scopes that can bear on each other, with its cells, moves and cuts."""

    def __init__(
        self,
        context: Context,
        entries: Sequence[tuple[Scope, str]],
        labels: Labels,
        *,
        merged: bool,
        budget: Budget,
    ) -> None:
        self._context = context
        rules = context.rules
        scopes = [scope for scope, _ in entries]
        reduction = _reduction(scopes, rules, merged=merged)
        grid = Grid(
            [*((s.population, s.place, s.cause) for s in scopes), *_closed(scopes, rules)],
            context.trees,
            hints=[(rule.population, rule.place) for rule in rules],
            keep_places=reduction.has_present,
            merged=merged,
            budget=budget,
        )
        shared = _shared(entries, grid)
        ledger = Ledger(grid, reduction, context.frame, shared=frozenset(shared), labels=labels)
        afters = [rule.after.toordinal() for rule in rules if rule.after is not None]
        if context.frame.since is not None and any(r.kind is RuleKind.NONE_BEFORE for r in rules):
            afters.append(context.frame.since)
        looks = [
            (scope, grid.region(scope.population, scope.place, scope.cause)) for scope in scopes
        ]
        self.expressions = Expressions(ledger)
        self.balance = Balance(
            ledger,
            self.expressions,
            Timeline(context.frame, reduction, looks, afters),
            without=context.without,
            shared=shared,
        )

    def rule_rows(self) -> Iterator[tuple[str, Row]]:
        """Yield every row that follows from the rules, with the rule's name."""
        yield from self.balance.rows()
        for rule in self._context.rules:
            yield from self.balance.assumed(rule)

    def starts(self, binding: Binding) -> Iterator[Row]:
        """Yield what a running total says of an unknown start: it lies before its day."""
        if not self._context.frame.floating_start:
            return
        for scope, origin in ((binding.scope, binding.origin), (binding.base, binding.base_origin)):
            if scope is not None:
                yield from self.balance.started_before(scope, origin, binding.owner)


def _reduction(
    scopes: Sequence[Scope],
    rules: Sequence[NamedAssumption],
    *,
    merged: bool,
) -> Reduction:
    nobody_twice = any(rule.kind is RuleKind.NOBODY_TWICE for rule in rules)
    if not merged:
        return whole(nobody_twice=nobody_twice)
    distinct = tuple(
        dict.fromkeys(m for s in scopes for m in (s.measure, s.outer_measure) if m is not None)
    )
    needs_present = any(rule.kind is not RuleKind.NOBODY_TWICE for rule in rules)
    return reduce(distinct, nobody_twice=nobody_twice, needs_present=needs_present)


def _closed(
    scopes: Sequence[Scope], rules: Sequence[NamedAssumption]
) -> list[tuple[Extent, Extent, Extent]]:
    """Return the places that a rule closes, for the people spoken of.

    Within a closed place people may move, also from and to parts of it that no claim names: these
    need cells of their own, or they would be taken for away.
    """
    kinds = (RuleKind.NO_ARRIVALS, RuleKind.NO_DEPARTURES)
    people = dict.fromkeys(scope.population for scope in scopes)
    places = [rule.place for rule in rules if rule.kind in kinds]
    return [(population, place, EVERYTHING) for population in people for place in places]


def _shared(entries: Sequence[tuple[Scope, str]], grid: Grid) -> Shared:
    """Return the vague words that several claims of one origin use, with their scopes."""
    uses: dict[tuple[str, str], list[tuple[Scope, Region]]] = {}
    for scope, origin in entries:
        if scope.measure.vague is not None and origin:
            region = grid.region(scope.population, scope.place, scope.cause)
            uses.setdefault((origin, scope.measure.name), []).append((scope, region))
    return {key: tuple(scopes) for key, scopes in uses.items() if len(scopes) > 1}
