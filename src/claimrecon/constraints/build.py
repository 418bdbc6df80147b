"""From claims to rows: the only place where the domain becomes mathematics (§1-§8).

Rows are integer. A row that a claim or an assumption made belongs to it and falls with it; a row
that follows from what the words mean (counts never fall, nobody leaves a state twice) belongs to
nobody, and its name says which rule it is. Row names are written for people: they are the lines of
a proof.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from types import MappingProxyType

from claimrecon.claims import NamedAssumption, RuleKind, Scope
from claimrecon.constraints.balance import Balance, Shared
from claimrecon.constraints.cells import Grid, Region, Trees, groups_of
from claimrecon.constraints.expressions import (
    Expression,
    Expressions,
    Labels,
    Ledger,
    ScopeTerms,
    add,
)
from claimrecon.constraints.frame import Frame
from claimrecon.constraints.reduction import Reduction, reduce, whole
from claimrecon.constraints.timeline import Timeline
from claimrecon.constraints.wording import (
    high_share_words,
    high_words,
    low_share_words,
    low_words,
)
from claimrecon.linear import LinearSystem, Row
from claimrecon.quantities import CountInterval
from claimrecon.scopes import EVERYTHING, Extent


@dataclass(frozen=True, slots=True)
class Context:
    """What every claim of a dossier is read against.

    Attributes
    ----------
    frame, trees
        Time and names of the whole dossier.
    rules
        The named assumptions in force.
    without
        Rules of ours that are switched off: ``"ended"``, ``"vague-never-falls"`` (§11).
    """

    frame: Frame
    trees: Trees
    rules: tuple[NamedAssumption, ...] = ()
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Binding:
    """One interval that binds: who answers for it, about what, between which numbers.

    Attributes
    ----------
    owner
        Id of the claim or assumption.
    origin
        Whose vague words these are.
    scope
        What is counted.
    interval
        Persons; persons per time unit where ``units`` is given; a factor where ``base`` is given.
    units
        How many time units the period of a rate has.
    base, base_origin
        For a ratio, the scope that the factor refers to, and who spoke of it.
    """

    owner: str
    origin: str
    scope: Scope
    interval: CountInterval
    units: Fraction | None = None
    base: Scope | None = None
    base_origin: str = ""


@dataclass(frozen=True, slots=True)
class Constraints:
    """The rows of some claims, and what is needed to read them.

    Attributes
    ----------
    system
        The rows, named for people.
    rules
        For a row of nobody's, the rule it follows from.
    scales
        For a row of a claim, by what it was multiplied to be integer: 1 means persons.
    answers
        The two expressions of every question asked.
    """

    system: LinearSystem
    rules: Mapping[str, str]
    scales: Mapping[str, int]
    answers: tuple[ScopeTerms, ...] = ()


def build(
    context: Context,
    bindings: Sequence[Binding],
    questions: Sequence[tuple[Scope, str]] = (),
    *,
    merged: bool = True,
) -> Constraints:
    """Return the rows that *bindings* and the rules make.

    Parameters
    ----------
    context
        Time, names and named assumptions.
    bindings
        What binds, in any order; rows keep this order.
    questions
        Scopes to be asked about, each with the origin whose vague words it uses ("" for nobody's).
    merged
        ``False`` keeps every move and cell apart: slower, with the same verdicts.

    Raises
    ------
    TooManyCellsError
        If freely overlapping names make too many cells.
    """
    entries: list[tuple[Scope, str]] = []
    ties: list[tuple[int, int]] = []
    places: list[tuple[int, int | None]] = []
    for binding in bindings:
        own = len(entries)
        entries.append((binding.scope, binding.origin))
        base = None
        if binding.base is not None:
            base = len(entries)
            entries.append((binding.base, binding.base_origin))
            ties.append((own, base))
        places.append((own, base))
    first_question = len(entries)
    entries.extend(questions)

    numbers = groups_of([scope for scope, _ in entries], ties, context.trees)
    members: dict[int, list[int]] = {}
    for index, number in enumerate(numbers):
        members.setdefault(number, []).append(index)

    labels = Labels()
    terms: dict[int, ScopeTerms] = {}
    groups: list[_Group] = []
    for indices in members.values():
        group = _Group(context, [entries[i] for i in indices], labels, merged=merged)
        groups.append(group)
        terms.update({i: group.expressions.of(*entries[i]) for i in indices})
    by_number = dict(zip(members, groups, strict=True))

    rows: dict[str, Row] = {}
    scales: dict[str, int] = {}
    for binding, (own, base) in zip(bindings, places, strict=True):
        made = [
            *_bounds(binding, terms[own], None if base is None else terms[base]),
            *by_number[numbers[own]].starts(binding),
        ]
        for row, scale in made:
            rows[row.name] = row
            scales[row.name] = scale
    rules: dict[str, str] = {}
    for group in groups:
        for rule, row in group.rule_rows():
            if row.name not in rows:
                rows[row.name] = row
                rules[row.name] = rule
    answers = tuple(terms[i] for i in range(first_question, len(entries)))
    return Constraints(
        LinearSystem(tuple(rows.values())),
        MappingProxyType(rules),
        MappingProxyType(scales),
        answers,
    )


class _Group:
    """One group of scopes that can bear on each other, with its cells, moves and cuts."""

    def __init__(
        self,
        context: Context,
        entries: Sequence[tuple[Scope, str]],
        labels: Labels,
        *,
        merged: bool,
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

    def starts(self, binding: Binding) -> Iterator[tuple[Row, int]]:
        """Yield what a running total says of an unknown start: it lies before its day."""
        if not self._context.frame.floating_start:
            return
        for scope, origin in ((binding.scope, binding.origin), (binding.base, binding.base_origin)):
            if scope is not None:
                for row in self.balance.started_before(scope, origin, binding.owner):
                    yield row, 1


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


def _bounds(
    binding: Binding, own: ScopeTerms, base: ScopeTerms | None
) -> Iterator[tuple[Row, int]]:
    low, high = binding.interval.low, binding.interval.high
    if base is None or binding.base is None:
        units = binding.units or Fraction(1)
        if low > 0 and own.upper is not None:
            yield _row(
                binding, own.upper, low * units, low_words(binding.scope, low, binding.units)
            )
        if high is not None:
            negative = {variable: -weight for variable, weight in own.lower.items()}
            yield _row(
                binding, negative, -high * units, high_words(binding.scope, high, binding.units)
            )
        return
    if low > 0 and own.upper is not None:
        total: Expression = {}
        add(total, own.upper, low.denominator)
        add(total, base.lower, -low.numerator)
        yield _row(
            binding,
            total,
            Fraction(0),
            low_share_words(binding.scope, low, binding.base),
            low.denominator,
        )
    if high is not None and base.upper is not None:
        total = {}
        add(total, base.upper, high.numerator)
        add(total, own.lower, -high.denominator)
        yield _row(
            binding,
            total,
            Fraction(0),
            high_share_words(binding.scope, high, binding.base),
            high.denominator,
        )


def _row(
    binding: Binding, terms: Mapping[str, int], bound: Fraction, words: str, scale: int = 1
) -> tuple[Row, int]:
    factor = lcm(bound.denominator, 1)
    coefficients = tuple((v, weight * factor) for v, weight in sorted(terms.items()))
    row = Row(f"{binding.owner}: {words}", coefficients, int(bound * factor), binding.owner)
    return row, scale * factor
