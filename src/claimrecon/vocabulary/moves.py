"""Where a person can be, and the closed table of moves between these states (§3)."""

from enum import StrEnum
from typing import Self


class State(StrEnum):
    """Where a person is at the end of a day."""

    AWAY = "away"
    PRESENT = "present"
    RECOVERED = "recovered"
    """Present, but out of harm's reach: only under the assumption ``nobody_twice``."""
    WOUNDED = "wounded"
    MISSING = "missing"
    CAPTIVE = "captive"
    DEAD = "dead"
    """Dead by violence or by the disaster itself."""
    DEAD_OTHERWISE = "dead of other causes"
    DEPARTED = "departed"
    SETTLED = "settled"
    """At home, as far as displacement goes: a balance of its own."""
    DISPLACED = "displaced"


class Move(StrEnum):
    """One kind of move; the value reads "from > to".

    Attributes
    ----------
    origin, target
        The state that is left, and the state that is entered.
    """

    origin: State
    target: State

    def __new__(cls, value: str) -> Self:
        """Take the two states from the value, once for all."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.origin, member.target = map(State, value.split(" > "))
        return member

    ARRIVE = "away > present"
    WITHDRAW = "present > departed"
    KILL = "present > dead"
    WOUND = "present > wounded"
    LOSE = "present > missing"
    CAPTURE = "present > captive"
    DIE_OTHERWISE = "present > dead of other causes"
    DIE_OF_WOUNDS = "wounded > dead"
    RECOVER = "wounded > present"
    LOSE_WOUNDED = "wounded > missing"
    CAPTURE_WOUNDED = "wounded > captive"
    FIND_DEAD = "missing > dead"
    RETURN = "missing > present"
    FIND_WOUNDED = "missing > wounded"
    FIND_CAPTIVE = "missing > captive"
    DIE_CAPTIVE = "captive > dead"
    RELEASE = "captive > present"
    RELEASE_WOUNDED = "captive > wounded"
    LOSE_CAPTIVE = "captive > missing"
    RECOVER_SAFELY = "wounded > recovered"
    WITHDRAW_RECOVERED = "recovered > departed"
    DIE_OTHERWISE_RECOVERED = "recovered > dead of other causes"
    DISPLACE = "settled > displaced"
    GO_HOME = "displaced > settled"

    @property
    def label(self) -> str:
        """What a person would call those who make the move."""
        return _LABELS[self]


_LABELS = {
    Move.ARRIVE: "arrived",
    Move.WITHDRAW: "withdrawn",
    Move.KILL: "killed",
    Move.WOUND: "newly wounded",
    Move.LOSE: "gone missing",
    Move.CAPTURE: "captured",
    Move.DIE_OTHERWISE: "died of other causes",
    Move.DIE_OF_WOUNDS: "died of wounds",
    Move.RECOVER: "recovered",
    Move.LOSE_WOUNDED: "missing after being wounded",
    Move.CAPTURE_WOUNDED: "captured after being wounded",
    Move.FIND_DEAD: "missing found dead",
    Move.RETURN: "missing returned",
    Move.FIND_WOUNDED: "missing found wounded",
    Move.FIND_CAPTIVE: "missing found captive",
    Move.DIE_CAPTIVE: "killed in captivity",
    Move.RELEASE: "released",
    Move.RELEASE_WOUNDED: "released wounded",
    Move.LOSE_CAPTIVE: "missing from captivity",
    Move.RECOVER_SAFELY: "recovered, out of harm's reach",
    Move.WITHDRAW_RECOVERED: "withdrawn after recovering",
    Move.DIE_OTHERWISE_RECOVERED: "died of other causes after recovering",
    Move.DISPLACE: "newly displaced",
    Move.GO_HOME: "returned home",
}

MOVES: tuple[Move, ...] = tuple(Move)

HARM: frozenset[Move] = frozenset({Move.KILL, Move.WOUND, Move.LOSE, Move.CAPTURE})
"""Moves that stop after the dossier's ``ended`` (§3)."""
