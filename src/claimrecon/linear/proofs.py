"""Proofs and points: the two exact answers, each of which a person can check by hand.

A proof adds rows, each multiplied by a positive number. Where every variable cancels and the sum
reads 0 >= something positive, the rows cannot all hold (a Farkas certificate). Where the sum is an
objective, its right-hand side is a bound that no solution can undercut (a dual solution).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

from claimrecon.linear.system import LinearSystem, Row


def nonnegativity(variable: str) -> Row:
    """Return the row that every system implies for *variable*.

    Examples
    --------
    >>> print(nonnegativity("men"))
    men >= 0: men >= 0
    """
    return Row(f"{variable} >= 0", ((variable, 1),), 0)


@dataclass(frozen=True, slots=True)
class Proof:
    """A sum of multiplied rows that shows a system impossible, or a bound.

    Attributes
    ----------
    terms
        Rows with multipliers, all positive, in order of the row's name; rows that say that a
        variable is not negative come last.
    claim
        Empty for a proof of impossibility. Else the objective, as pairs of variable and non-zero
        integer in order of the variable: the proof shows that it is at least ``bound``.

    Examples
    --------
    >>> low = Row("at least 5", (("x", 1),), 5, "a")
    >>> high = Row("at most 3", (("x", -1),), -3, "b")
    >>> proof = Proof(((low, Fraction(1)), (high, Fraction(1))))
    >>> proof.verify(), proof.bound, proof.owners
    (True, Fraction(2, 1), ('a', 'b'))
    """

    terms: tuple[tuple[Row, Fraction], ...]
    claim: tuple[tuple[str, int], ...] = ()

    @property
    def bound(self) -> Fraction:
        """The right-hand side of the sum."""
        return sum((m * row.bound for row, m in self.terms), Fraction(0))

    @property
    def owners(self) -> tuple[str, ...]:
        """Every owner whose rows are used, sorted."""
        return tuple(sorted({row.owner for row, _ in self.terms if row.owner is not None}))

    @property
    def rules(self) -> tuple[Row, ...]:
        """The rows used that nobody can withdraw, those of non-negativity included."""
        return tuple(row for row, _ in self.terms if row.owner is None)

    def verify(self, system: LinearSystem | None = None) -> bool:
        """Add it all up in exact fractions.

        Parameters
        ----------
        system
            If given, every row must be one of its rows, or say that a variable is not negative.

        Notes
        -----
        Needs no solver, and nothing of how the proof was found.
        """
        total: dict[str, Fraction] = {}
        for row, multiplier in self.terms:
            for variable, weight in row.coefficients:
                total[variable] = total.get(variable, Fraction(0)) + multiplier * weight
        if {v: t for v, t in total.items() if t} != dict(self.claim):
            return False
        if any(multiplier <= 0 for _, multiplier in self.terms):
            return False
        if not self.claim and self.bound <= 0:
            return False
        if system is None:
            return True
        known = set(system.rows)
        return all(row in known or _is_nonnegativity(row) for row, _ in self.terms)

    def to_dict(self) -> dict[str, object]:
        """Return plain values; multipliers and the bound as text, such as ``"3/2"``."""
        return {
            "terms": [
                {
                    "row": row.name,
                    "owner": row.owner,
                    "coefficients": dict(row.coefficients),
                    "bound": row.bound,
                    "multiplier": str(multiplier),
                }
                for row, multiplier in self.terms
            ],
            "claim": dict(self.claim),
            "bound": str(self.bound),
        }

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the rows, how often each is taken, and the sum."""
        # A proof is looked at after it was found; finding one needs no HTML.
        from claimrecon.display import card, element, table  # noqa: PLC0415

        rows = [(str(multiplier), row.name) for row, multiplier in self.terms]
        terms = " + ".join(f"{weight} × {variable}" for variable, weight in self.claim) or "0"
        checked = "adds up" if self.verify() else "does NOT add up"
        sense = "" if self.claim else ": cannot be"
        return card(
            table("A proof", ("times", "row"), rows),
            element("p", None, f"The sum of these reads {terms} ≥ {self.bound}{sense}."),
            element("p", None, f"Checked in exact fractions: it {checked}."),
        )


@dataclass(frozen=True, slots=True)
class Point:
    """One value for every variable of a system, exact.

    Attributes
    ----------
    values
        Pairs of variable and value, in order of the variable.
    """

    values: tuple[tuple[str, Fraction], ...]

    def satisfies(self, system: LinearSystem) -> bool:
        """Check every row of *system*, and that no variable is negative, in exact fractions.

        Examples
        --------
        >>> system = LinearSystem((Row("some", (("x", 2),), 1),))
        >>> Point((("x", Fraction(1, 2)),)).satisfies(system)
        True
        """
        values = dict(self.values)
        if any(value < 0 for value in values.values()):
            return False
        if any(variable not in values for variable in system.variables):
            return False
        return all(
            sum((weight * values[v] for v, weight in row.coefficients), Fraction(0)) >= row.bound
            for row in system.rows
        )


def ordered_proof(
    terms: Iterable[tuple[Row, Fraction]], claim: tuple[tuple[str, int], ...] = ()
) -> Proof:
    """Build a proof in canonical form: terms in order, whole multipliers where they are free.

    A proof of impossibility may be scaled at will: its multipliers become whole numbers without a
    common factor. Those of a bound are fixed.
    """
    kept = sorted(
        ((row, m) for row, m in terms if m),
        key=lambda term: (_is_nonnegativity(term[0]), term[0].name),
    )
    if not claim and kept:
        scale = Fraction(
            lcm(*(m.denominator for _, m in kept)), gcd(*(m.numerator for _, m in kept))
        )
        kept = [(row, m * scale) for row, m in kept]
    return Proof(tuple(kept), claim)


def _is_nonnegativity(row: Row) -> bool:
    if row.bound or row.owner is not None or len(row.coefficients) != 1:
        return False
    variable, weight = row.coefficients[0]
    return weight == 1 and row.name == f"{variable} >= 0"
