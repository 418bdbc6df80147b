"""The closed table of moves (§3)."""

from claimrecon.vocabulary import HARM, MOVES, Move, State

S = State
TABLE = {
    S.AWAY: {S.PRESENT},
    S.PRESENT: {S.DEAD, S.WOUNDED, S.MISSING, S.CAPTIVE, S.DEPARTED, S.DEAD_OTHERWISE},
    S.WOUNDED: {S.DEAD, S.PRESENT, S.MISSING, S.CAPTIVE, S.RECOVERED},
    S.MISSING: {S.DEAD, S.PRESENT, S.WOUNDED, S.CAPTIVE},
    S.CAPTIVE: {S.DEAD, S.PRESENT, S.WOUNDED, S.MISSING},
    S.RECOVERED: {S.DEPARTED, S.DEAD_OTHERWISE},
    S.SETTLED: {S.DISPLACED},
    S.DISPLACED: {S.SETTLED},
}
"""The table of the convention; ``recovered`` is its "present but out of harm's reach"."""


def test_the_moves_are_those_of_the_convention_and_no_others() -> None:
    """Every pair of the table is one move, and there is none beside it."""
    pairs = [(move.origin, move.target) for move in MOVES]

    assert sorted(pairs) == sorted((start, end) for start, ends in TABLE.items() for end in ends)


def test_every_move_is_listed_once_in_a_fixed_order() -> None:
    """Rows and messages follow this order."""
    assert tuple(Move) == MOVES
    assert len(set(MOVES)) == len(MOVES) == 24


def test_harm_is_what_the_present_suffer() -> None:
    """After ``ended`` nobody new is harmed; the harmed may still move, and other causes go on."""
    harmed = {S.DEAD, S.WOUNDED, S.MISSING, S.CAPTIVE}

    assert {move for move in MOVES if move.origin is S.PRESENT and move.target in harmed} == HARM


def test_the_dead_and_the_departed_stay_where_they_are() -> None:
    """Nobody comes back from a final state."""
    left = {move.origin for move in MOVES}

    assert left.isdisjoint({S.DEAD, S.DEAD_OTHERWISE, S.DEPARTED})


def test_displacement_is_a_balance_of_its_own() -> None:
    """It changes no other state (§3)."""
    home = {S.SETTLED, S.DISPLACED}

    assert all((move.origin in home) == (move.target in home) for move in MOVES)


def test_who_recovered_safely_is_out_of_harms_reach() -> None:
    """Under ``nobody_twice`` they leave or die of other causes, and nothing else."""
    after = {move.target for move in MOVES if move.origin is S.RECOVERED}

    assert after == {S.DEPARTED, S.DEAD_OTHERWISE}
