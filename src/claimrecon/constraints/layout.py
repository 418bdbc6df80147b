"""What the rows of some claims are made of, whatever their numbers: worked out once.

Cells, moves, cuts, expressions and the rows of the rules depend on what claims speak of, not on the
numbers they give. So one layout serves both readings of a record, any choice of its claims, and
every other figure that one of them might have meant.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Final, TypeAlias

from claimrecon.claims import Scope
from claimrecon.constraints.cells import groups_of
from claimrecon.constraints.expressions import ScopeTerms
from claimrecon.constraints.group import Group
from claimrecon.constraints.ledger import Expression, Labels, add
from claimrecon.constraints.model import Binding, Constraints, Context
from claimrecon.constraints.wording import amount_words, scope_words, share_words
from claimrecon.linear import Budget, LinearSystem, Row

Terms: TypeAlias = tuple[tuple[str, int], ...]
_NOUGHT: Final = Fraction(0)


@dataclass(frozen=True, slots=True)
class _Voice:
    """One binding without its numbers.

    Attributes
    ----------
    own, base
        The expressions of what is counted, and of what a ratio refers to.
    low, high
        The terms of a row that binds the former from below, and of one that does from above.
    words, base_words
        The same in words.
    starts
        What it says of an unknown start of counting.
    """

    own: ScopeTerms
    base: ScopeTerms | None
    low: Terms | None
    high: Terms
    words: str
    base_words: str
    starts: tuple[Row, ...]


class Layout:
    """The rows of some claims but for their numbers.

    Parameters
    ----------
    context
        Time, names and named assumptions.
    bindings
        What may bind, each of another owner; their intervals do not matter.
    questions
        Scopes to be asked about, each with the origin whose vague words it uses ("" for nobody's).
    merged
        ``False`` keeps every move and cell apart: slower, with the same verdicts.
    budget
        Checked throughout.

    Raises
    ------
    TooManyCellsError
        If freely overlapping names make too many cells.
    UndecidedError
        If the budget ends first.
    ValueError
        If two bindings have one owner.
    """

    def __init__(
        self,
        context: Context,
        bindings: Sequence[Binding],
        questions: Sequence[tuple[Scope, str]] = (),
        *,
        merged: bool = True,
        budget: Budget | None = None,
    ) -> None:
        budget = budget or Budget(None)
        entries = [(binding.scope, binding.origin) for binding in bindings]
        bases: dict[str, int] = {}
        for binding in bindings:
            if binding.base is not None:
                bases[binding.owner] = len(entries)
                entries.append((binding.base, binding.base_origin))
        first_question = len(entries)
        entries.extend(questions)
        ties = [(i, bases[b.owner]) for i, b in enumerate(bindings) if b.owner in bases]
        numbers = groups_of([scope for scope, _ in entries], ties, context.trees, budget=budget)
        members: dict[int, list[int]] = {}
        for index, number in enumerate(numbers):
            members.setdefault(number, []).append(index)

        labels = Labels()
        terms: dict[int, ScopeTerms] = {}
        groups: dict[int, Group] = {}
        for number, indices in members.items():
            told = [entries[i] for i in indices]
            groups[number] = group = Group(context, told, labels, merged=merged, budget=budget)
            for index in indices:
                budget.check()
                terms[index] = group.expressions.of(*entries[index])
        self.answers = tuple(terms[i] for i in range(first_question, len(entries)))
        self._voices: dict[str, _Voice] = {}
        for index, binding in enumerate(bindings):
            budget.check()
            if binding.owner in self._voices:
                raise ValueError(
                    f"two bindings belong to {binding.owner!r}; give each an owner of its own."
                )
            own, base = terms[index], bases.get(binding.owner)
            self._voices[binding.owner] = _Voice(
                own,
                None if base is None else terms[base],
                None if own.upper is None else _terms(own.upper),
                tuple((variable, -weight) for variable, weight in _terms(own.lower)),
                scope_words(binding.scope),
                "" if binding.base is None else scope_words(binding.base),
                tuple(groups[numbers[index]].starts(binding)),
            )
        self._rule_rows: dict[str, tuple[str, Row]] = {}
        for group in groups.values():
            for rule, row in group.rule_rows():
                budget.check()
                self._rule_rows.setdefault(row.name, (rule, row))

    def covers(self, bindings: Iterable[Binding]) -> bool:
        """Whether all *bindings* are of owners that the layout was made for."""
        return all(binding.owner in self._voices for binding in bindings)

    def constraints(self, bindings: Iterable[Binding]) -> Constraints:
        """Return the rows of *bindings*, in their order, and those of the rules.

        Parameters
        ----------
        bindings
            Some of those that the layout was made for, with whatever intervals.
        """
        rows: dict[str, Row] = {}
        scales: dict[str, int] = {}
        for binding in bindings:
            voice = self._voices[binding.owner]
            for row, scale in _bounds(binding, voice):
                rows[row.name] = row
                scales[row.name] = scale
            for row in voice.starts:
                rows[row.name] = row
                scales[row.name] = 1
        # No row of a binding is called like one of a rule: a system refuses two of one name.
        ruled = (row for _, row in self._rule_rows.values())
        rules = {name: rule for name, (rule, _) in self._rule_rows.items()}
        return Constraints(
            LinearSystem((*rows.values(), *ruled)),
            MappingProxyType(rules),
            MappingProxyType(scales),
            self.answers,
        )


def _bounds(binding: Binding, voice: _Voice) -> Iterator[tuple[Row, int]]:
    low, high = binding.interval.low, binding.interval.high
    own, base = voice.own, voice.base
    if base is None:
        units = binding.units or Fraction(1)
        if low > 0 and voice.low is not None:
            words = f"{voice.words} ≥ {amount_words(low, binding.units)}"
            yield _row(binding, words, voice.low, low * units)
        if high is not None:
            words = f"{voice.words} ≤ {amount_words(high, binding.units)}"
            yield _row(binding, words, voice.high, -high * units)
        return
    if low > 0 and own.upper is not None:
        total: Expression = {}
        add(total, own.upper, low.denominator)
        add(total, base.lower, -low.numerator)
        words = f"{voice.words} ≥ {share_words(low, voice.base_words)}"
        yield _row(binding, words, _terms(total), scale=low.denominator)
    if high is not None and base.upper is not None:
        total = {}
        add(total, base.upper, high.numerator)
        add(total, own.lower, -high.denominator)
        words = f"{voice.words} ≤ {share_words(high, voice.base_words)}"
        yield _row(binding, words, _terms(total), scale=high.denominator)


def _terms(expression: Mapping[str, int]) -> Terms:
    return tuple(sorted(expression.items()))


def _row(
    binding: Binding, words: str, terms: Terms, bound: Fraction = _NOUGHT, scale: int = 1
) -> tuple[Row, int]:
    """Return a row in whole numbers, with by what it was multiplied."""
    factor = bound.denominator
    if factor != 1:
        terms = tuple((variable, weight * factor) for variable, weight in terms)
    row = Row(f"{binding.owner}: {words}", terms, bound.numerator, binding.owner)
    return row, scale * factor
