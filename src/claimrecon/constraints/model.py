"""What goes into the rows of some claims, and what comes out."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from claimrecon.claims import NamedAssumption, Scope
from claimrecon.constraints.cells import Trees
from claimrecon.constraints.expressions import ScopeTerms
from claimrecon.constraints.frame import Frame
from claimrecon.linear import LinearSystem
from claimrecon.quantities import CountInterval


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
