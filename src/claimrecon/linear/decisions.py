"""Verdicts: which owners can hold together, each answer exact."""

from collections.abc import Collection
from fractions import Fraction

import numpy as np

from claimrecon.linear.engine import Engine
from claimrecon.linear.matrix import Place
from claimrecon.linear.proofs import Point, Proof
from claimrecon.linear.status import Budget
from claimrecon.linear.system import LinearSystem


class Decider:
    """Decides again and again which owners of one system can hold together.

    Parameters
    ----------
    system
        All rows; those of nobody always count.
    budget
        Time that all decisions together may take.

    Examples
    --------
    >>> from claimrecon.linear import Row
    >>> rows = [Row("low", (("x", 1),), 5, "a"), Row("high", (("x", -1),), -3, "b")]
    >>> decider = Decider(LinearSystem(tuple(rows)))
    >>> decider.decide(["a"])
    Point(values=(('x', Fraction(5, 1)),))
    >>> decider.decide(["a", "b"]).bound
    Fraction(2, 1)
    """

    def __init__(self, system: LinearSystem, *, budget: Budget | None = None) -> None:
        self.system = system
        self.owners = system.owners
        rows = sorted(system.rows, key=lambda row: row.name)
        self._engine = Engine(rows, sorted(system.variables), budget=budget)
        self._bits = {owner: 1 << i for i, owner in enumerate(self.owners)}
        self._nobody = np.array([row.owner is None for row in rows], dtype=np.bool_)
        self._rows: dict[str, list[int]] = {owner: [] for owner in self.owners}
        for i, row in enumerate(rows):
            if row.owner is not None:
                self._rows[row.owner].append(i)

    def decide(self, owners: Collection[str]) -> Point | Proof:
        """Return an exact point for the rows of *owners* and of nobody, or an exact proof.

        Raises
        ------
        UndecidedError
            If the budget ends first.
        """
        answer = self._answer(owners)
        if isinstance(answer, Proof):
            return answer
        return to_point(answer, self._engine.matrix.variables)

    def refute(self, owners: Collection[str]) -> Proof | None:
        """Return an exact proof that *owners* cannot hold together; ``None`` if they can.

        Like `decide`, where nobody wants to see the point.
        """
        answer = self._answer(owners)
        return answer if isinstance(answer, Proof) else None

    def ask(self, mask: int) -> tuple[bool, int]:
        """Say of the owners of a bit *mask* (bit i: the i-th, sorted) whether they can all hold.

        Returns
        -------
        tuple
            Whether they can, with a mask: all owners who hold at the point found, or those whom
            the proof uses.
        """
        answer = self._answer(self.names(mask))
        if isinstance(answer, Proof):
            return False, sum(self._bits[owner] for owner in answer.owners)
        kept = (1 << len(self.owners)) - 1
        rows = self._engine.matrix.rows
        for i in np.flatnonzero(~self._engine.matrix.holds(answer)).tolist():
            owner = rows[i].owner
            kept &= -1 if owner is None else ~self._bits[owner]
        return True, kept

    def names(self, mask: int) -> tuple[str, ...]:
        """Return the owners of *mask*, sorted."""
        return tuple(owner for owner, bit in self._bits.items() if mask & bit)

    def _answer(self, owners: Collection[str]) -> Place | Proof:
        active = self._nobody.copy()
        for owner in owners:
            active[self._rows.get(owner, [])] = True
        return self._engine.decide(active)


def to_point(place: Place, variables: Collection[str]) -> Point:
    """Name the coordinates of *place*."""
    return Point(
        tuple(
            (variable, Fraction(numerator, place.denominator))
            for variable, numerator in sorted(zip(variables, place.numerators, strict=True))
        )
    )
