"""From claims to rows: the only place where the domain becomes mathematics (§1-§8).

Rows are integer. A row that a claim or an assumption made belongs to it and falls with it; a row
that follows from what the words mean (counts never fall, nobody leaves a state twice) belongs to
nobody, and its name says which rule it is. Row names are written for people: they are the lines of
a proof.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from claimrecon.claims import Scope
from claimrecon.constraints.cells import groups_of
from claimrecon.constraints.expressions import ScopeTerms
from claimrecon.constraints.group import Group
from claimrecon.constraints.ledger import Expression, Labels, add
from claimrecon.constraints.model import Binding, Constraints, Context
from claimrecon.constraints.wording import (
    high_share_words,
    high_words,
    low_share_words,
    low_words,
)
from claimrecon.linear import LinearSystem, Row


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
    groups: list[Group] = []
    for indices in members.values():
        group = Group(context, [entries[i] for i in indices], labels, merged=merged)
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
    factor = bound.denominator
    coefficients = tuple((v, weight * factor) for v, weight in sorted(terms.items()))
    row = Row(f"{binding.owner}: {words}", coefficients, int(bound * factor), binding.owner)
    return row, scale * factor
