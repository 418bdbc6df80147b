"""The rows that were actually solved: in words, as algebra, and for other solvers (§11).

A verdict can be checked without this library: the LP file by any linear solver, the SMT-LIB file
by any solver of linear real arithmetic, which answers exactly. Both call variables and rows by
number, and say in comments what each number means.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from textwrap import wrap

from claimrecon.constraints import Constraints
from claimrecon.findings import Record
from claimrecon.linear import LinearSystem, Row
from claimrecon.report.proofs import row_words

_LINE = 200


@dataclass(frozen=True, slots=True)
class RowView:
    """One row as it was solved.

    Attributes
    ----------
    name
        As the exports call it: "r1".
    owner
        Id of the claim or assumption that says so; ``None`` for a rule.
    rule
        For a row of nobody's, the rule it follows from.
    words
        What it says.
    algebra
        The same over variables, with integer coefficients: "x1 + 2 x2 >= 300".
    """

    name: str
    owner: str | None
    rule: str | None
    words: str
    algebra: str

    def __str__(self) -> str:
        """Print the row: number, whose it is, what it says, and the algebra below."""
        return f"{self.name}  [{self.owner or 'rule'}] {self.words}\n    {self.algebra}"


@dataclass(frozen=True)
class SystemView:
    """The rows of one reading of the record.

    Attributes
    ----------
    constraints
        The rows, as ``linear`` solves them.
    record
        What they were made of.
    is_strict
        Whether the figures are read to the letter; else allowing for rounding.
    """

    constraints: Constraints
    record: Record
    is_strict: bool = False

    @property
    def linear(self) -> LinearSystem:
        """The rows as values."""
        return self.constraints.system

    @property
    def strict(self) -> "SystemView":
        """The rows of the figures read to the letter."""
        return system_view(self.record, is_strict=True)

    @cached_property
    def variables(self) -> Mapping[str, str]:
        """The names of the exports ("x1"), each with what it counts."""
        return {f"x{i}": words for i, words in enumerate(self.linear.variables, start=1)}

    @cached_property
    def rows(self) -> tuple[RowView, ...]:
        """Every row, in the order in which it was made."""
        return tuple(
            RowView(
                f"r{number}",
                row.owner,
                None if row.owner is not None else self.constraints.rules.get(row.name, row.name),
                row_words(row),
                f"{self._sum(row)} >= {row.bound}",
            )
            for number, row in enumerate(self.linear.rows, start=1)
        )

    def __str__(self) -> str:
        """Print the rows, and what their variables count."""
        reading = "to the letter" if self.is_strict else "allowing for rounding"
        head = f"{len(self.rows):,} rows over {len(self.variables):,} counts, none below zero"
        lines = [f"{head}; figures {reading}.", "", *map(str, self.rows), ""]
        return "\n".join([*lines, *(f"{name}  {words}" for name, words in self.variables.items())])

    def to_lp(self) -> str:
        """Return the rows in the LP format of CPLEX; HiGHS, SCIP, Gurobi and GLPK read it.

        There is nothing to minimise: what is asked is whether the rows can all hold. Variables of
        the format are never negative unless it says so, as here.
        """
        lines = [*self._head("\\"), "Minimize", " obj:", "Subject To"]
        anything = next(iter(self.variables), "x0")
        for row, made in zip(self.linear.rows, self.rows, strict=True):
            total = self._sum(row) if row.coefficients else f"0 {anything}"
            lines.append(f"\\ {_one_line(_owned(made))}")
            # Some readers stop at long lines; a sum may go on in the next one.
            said = f"{made.name}: {total} >= {row.bound}"
            lines += wrap(said, _LINE, initial_indent=" ", subsequent_indent="  ")
        return "\n".join([*lines, "End", ""])

    def to_smtlib(self) -> str:
        """Return the rows in SMT-LIB 2, over the reals; z3, cvc5, Yices and others read it.

        Every row is named, so that a solver that answers ``unsat`` can be asked for the core.
        """
        lines = [*self._head(";"), "(set-option :produce-unsat-cores true)", "(set-logic QF_LRA)"]
        for name in self.variables:
            lines += [f"(declare-fun {name} () Real)", f"(assert (>= {name} 0))"]
        for row, made in zip(self.linear.rows, self.rows, strict=True):
            terms = [_times(weight, self._names[v]) for v, weight in row.coefficients]
            total = terms[0] if len(terms) == 1 else f"(+ {' '.join(terms)})" if terms else "0"
            lines.append(f"; {_one_line(_owned(made))}")
            lines.append(f"(assert (! (>= {total} {_signed(row.bound)}) :named {made.name}))")
        return "\n".join([*lines, "(check-sat)", ""])

    def _head(self, mark: str) -> Iterator[str]:
        """Yield comments that say what the file is, and what its variables count."""
        title = self.record.dossier.title or "Untitled"
        reading = "to the letter" if self.is_strict else "allowing for rounding"
        yield f"{mark} {_one_line(title)}"
        yield f"{mark} Figures {reading}. Infeasible means that they cannot all be true."
        for name, words in self.variables.items():
            yield f"{mark} {name}: {_one_line(words)}"

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {words: name for name, words in self.variables.items()}

    def _sum(self, row: Row) -> str:
        total = ""
        for variable, weight in row.coefficients:
            sign = ("- " if weight < 0 else "+ ") if total or weight < 0 else ""
            size = "" if abs(weight) == 1 else f"{abs(weight)} "
            total += f"{' ' if total else ''}{sign}{size}{self._names[variable]}"
        return total or "0"


def system_view(record: Record, *, is_strict: bool = False) -> SystemView:
    """Return the rows of *record*, as they are solved for the verdict."""
    return SystemView(record.system(lenient=not is_strict), record, is_strict)


def _owned(made: RowView) -> str:
    return f"{made.owner or 'rule'}: {made.words}"


def _one_line(words: str) -> str:
    """Keep a comment a comment."""
    return " ".join(words.split())


def _signed(number: int) -> str:
    return f"(- {-number})" if number < 0 else str(number)


def _times(weight: int, name: str) -> str:
    return name if weight == 1 else f"(* {_signed(weight)} {name})"
