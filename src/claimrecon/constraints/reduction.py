"""Which moves and states a group of claims can feel at all (solving.md, "Size of the system").

Exact, not approximate: what is left out could be given any values that the rules allow, and what
is merged looks the same to every claim and every balance. ``whole()`` keeps everything: the slow
obvious twin.

- A balance that a move which nobody counts can fill from the unlimited present never binds.
- A move that nobody counts and that only empties balances is as well left undone.
- Moves counted alike by every claim and every balance are one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimrecon.vocabulary import HARM, MOVES, Measure, Move, State

_HARMED = {State.WOUNDED: Move.WOUND, State.MISSING: Move.LOSE, State.CAPTIVE: Move.CAPTURE}
_ACROSS_BORDERS = (Move.ARRIVE, Move.WITHDRAW, Move.WITHDRAW_RECOVERED)
_RECOVERED = tuple(m for m in MOVES if State.RECOVERED in {m.origin, m.target})
_TRACKED = (
    State.PRESENT,
    State.RECOVERED,
    State.WOUNDED,
    State.MISSING,
    State.CAPTIVE,
    State.DISPLACED,
)


@dataclass(frozen=True, slots=True)
class Reduction:
    """The moves and balances that remain.

    Attributes
    ----------
    moves
        One representative of each class of moves that look alike, in the order of the table.
    stands_for
        The representative of every move that is kept; moves left out are missing.
    states
        States whose occupancy must not fall below zero.
    harm
        Representatives of classes that hold nothing but harm: what must stop after ``ended``. A
        class with one move that goes on is not limited by the others.
    """

    moves: tuple[Move, ...]
    stands_for: Mapping[Move, Move]
    states: tuple[State, ...]
    harm: frozenset[Move]

    @property
    def has_present(self) -> bool:
        """Whether the balance of present persons is kept, and with it their moves over borders."""
        return State.PRESENT in self.states

    def project(self, weights: Mapping[Move, int]) -> dict[Move, int]:
        """Return *weights* on the representatives; moves of one class have equal weights."""
        return {m: weights[m] for m in self.moves if weights.get(m)}


def whole(*, nobody_twice: bool) -> Reduction:
    """Return the reduction that leaves nothing out but what only ``nobody_twice`` needs."""
    moves = tuple(m for m in MOVES if nobody_twice or m not in _RECOVERED)
    states = tuple(s for s in _TRACKED if nobody_twice or s is not State.RECOVERED)
    return Reduction(moves, {m: m for m in moves}, states, HARM)


def reduce(
    measures: Sequence[Measure], *, nobody_twice: bool, needs_present: bool = False
) -> Reduction:
    """Return what the claims that use *measures* can feel.

    Parameters
    ----------
    measures
        Every measure that a claim, a ratio's base or a question of the group uses.
    nobody_twice
        Whether the assumption is in force, so that the recovered are a state of their own.
    needs_present
        Whether a rule speaks of present persons (nobody there before, no arrivals).
    """
    everything = whole(nobody_twice=nobody_twice)
    columns = {m: _column(m, measures) for m in everything.moves}
    seen = {m for m in everything.moves if any(any(weights) for weights in columns[m])}
    present = needs_present or any(
        measure.opening is State.PRESENT
        or any(measure.coefficients.get(m) for m in _ACROSS_BORDERS)
        for measure in measures
    )
    displaced = Move.DISPLACE in seen or Move.GO_HOME in seen
    states = [
        s
        for s in everything.states
        if (present or s not in {State.PRESENT, State.RECOVERED})
        and (displaced or s is not State.DISPLACED)
    ]
    moves = list(everything.moves)
    while True:
        before = (len(moves), len(states))
        if not present:
            states = [s for s in states if _HARMED.get(s) is None or _HARMED[s] in seen]
        moves = [m for m in moves if m in seen or m.target in states]
        if (len(moves), len(states)) == before:
            break
    classes: dict[tuple[object, ...], Move] = {}
    stands_for = {
        m: classes.setdefault(
            (
                columns[m],
                m.origin if m.origin in states else None,
                m.target if m.target in states else None,
                present and m in _ACROSS_BORDERS and m,
                nobody_twice and present and m in FORBIDDEN_TWICE and m,
            ),
            m,
        )
        for m in moves
    }
    goes_on = {stands_for[m] for m in moves if m not in HARM}
    kept = tuple(dict.fromkeys(stands_for.values()))
    return Reduction(kept, stands_for, tuple(states), frozenset(kept) - goes_on)


FORBIDDEN_TWICE: tuple[Move, ...] = (Move.RECOVER, Move.LOSE_WOUNDED, Move.CAPTURE_WOUNDED)
"""Moves that nobody makes under ``nobody_twice`` (§3)."""


def _column(move: Move, measures: Sequence[Measure]) -> tuple[tuple[int, int, int], ...]:
    return tuple(
        (
            measure.coefficients.get(move, 0),
            measure.gross.get(move, 0),
            (measure.vague or ()).count(move),
        )
        for measure in measures
    )
