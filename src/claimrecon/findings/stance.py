"""Whose losses a source speaks of: its own side's, the other side's, or as a third party.

Only what the dossier says is known: the sides of its sources, and populations that are called by
such a side or by a source of it. Nothing is said where that leaves a doubt.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from claimrecon.claims import ReadClaim
from claimrecon.dossier import ReadDossier
from claimrecon.findings.model import Finding
from claimrecon.vocabulary import HARM, Role, State


class Stance(StrEnum):
    """Where a source stands to those it counts."""

    OWN = "own losses"
    ENEMY = "enemy losses"
    THIRD_PARTY = "third party"


_THIRD: Final = frozenset({Role.INTERNATIONAL, Role.NGO, Role.ACADEMIC, Role.MEDIA})
_LOST: Final = frozenset({State.DEAD, State.WOUNDED, State.MISSING, State.CAPTIVE})
_WORDS = re.compile(r"[^\W_]+")


class Stances:
    """Knows the stance of every claim of one dossier.

    Examples
    --------
    >>> from claimrecon.dossier import Dossier
    >>> read = Dossier(
    ...     sources={"army": {"name": "The army", "role": "belligerent", "side": "Ruritania"}},
    ...     claims=[
    ...         {
    ...             "source": "army",
    ...             "says": "120 killed",
    ...             "as_of": "9 Jan 2025",
    ...             "population": "Ruritanian soldiers",
    ...         }
    ...     ],
    ... ).read()
    >>> print(Stances(read).of(read.claims[0]))
    own losses
    """

    def __init__(self, dossier: ReadDossier) -> None:
        self._dossier = dossier
        self._claims = {claim.id: claim for claim in dossier.claims}
        sources = dossier.sources.values()
        self._parties = {s.side for s in sources if s.side and s.role is Role.BELLIGERENT}
        self._sides: dict[str, set[str]] = {}
        for source in sources:
            if source.side:
                self._sides.setdefault(source.side, set()).update(
                    name.casefold() for name in source.names
                )

    def of(self, claim: ReadClaim) -> Stance | None:
        """Return the stance of a claim's origin; ``None`` where it is not known."""
        source = self._dossier.sources.get(claim.origin)
        if source is None or not _counts_losses(claim):
            return None
        if source.role in _THIRD:
            return Stance.THIRD_PARTY
        counted = self._side_of(claim)
        if counted is None or source.side is None:
            return None
        if source.side == counted:
            return Stance.OWN
        if {source.side, counted} <= self._parties:
            return Stance.ENEMY
        return None if source.side in self._parties else Stance.THIRD_PARTY

    def _side_of(self, claim: ReadClaim) -> str | None:
        """Return the side of the people counted: that of the innermost name that tells it."""
        sides: set[str] = set()
        for name in claim.scope.population.outer:
            for enclosing in self._dossier.populations.line(name):
                if found := {*self._named(enclosing)}:
                    sides |= found
                    break
        return sides.pop() if len(sides) == 1 else None

    def _named(self, population: str) -> Iterator[str]:
        called = population.casefold()
        words = f" {' '.join(_WORDS.findall(called))} "
        for side, names in self._sides.items():
            if called in names or any(f" {word} " in words for word in _adjectives(side)):
                yield side

    def told(self, finding: Finding) -> Finding:
        """Return the finding with the stances of its claims that are known."""
        stances = {
            name: str(stance)
            for name in finding.claims
            if name in self._claims and (stance := self.of(self._claims[name])) is not None
        }
        return replace(finding, stance=MappingProxyType(stances)) if stances else finding


def _counts_losses(claim: ReadClaim) -> bool:
    return all(move in HARM or move.target in _LOST for move in claim.scope.measure.moves_in)


def _adjectives(side: str) -> Iterator[str]:
    """Yield a side's name and its plainest adjective: Russia, Russian; Ukraine, Ukrainian."""
    name = " ".join(_WORDS.findall(side.casefold()))
    yield name
    if name.endswith("a"):
        yield f"{name}n"
    elif name.endswith("e"):
        yield f"{name[:-1]}ian"
    else:
        yield f"{name}i"


def stances(dossier: ReadDossier) -> Mapping[str, Stance]:
    """Return the stance of every claim whose stance is known, by id."""
    known = Stances(dossier)
    return {claim.id: stance for claim in dossier.claims if (stance := known.of(claim)) is not None}
