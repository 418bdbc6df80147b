"""What a figure counts: every measure as a fixed integer combination of moves (§3).

A running total of a measure is the sum of its coefficients times the moves made since the start
of counting; stocks (``missing``, ``held``, ``strength``) are such sums since the balance opened,
because nobody is wounded, missing, captive or dead before. Only ``strength`` and ``idps`` start
from a number that nobody may have stated.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from claimrecon.vocabulary.moves import MOVES, Move, State


class MeasureKind(StrEnum):
    """How a measure behaves in time (§3)."""

    FLOW = "flow"
    """Counts moves; its running total never falls."""
    NET = "net flow"
    """Moves in less moves out; its running total can fall."""
    STOCK = "stock"
    """Persons in a state at the end of a day."""
    MIXED = "mixed"
    """A flow plus a stock; its running total can fall."""


@dataclass(frozen=True, slots=True, repr=False)
class Measure:
    """One thing that sources count.

    Attributes
    ----------
    name
        The word of the file format.
    kind
        Flow, net flow, stock or mixed.
    coefficients
        Moves and their integer weights, without zeros.
    opening
        The state whose occupancy at the opening of the balance is part of the figure and unknown
        (``present`` for strength, ``displaced`` for idps), else ``None``.
    vague
        Moves of which an unknown part is counted on top of ``coefficients``; ``None`` where the
        measure is not vague, and an empty tuple where nothing bounds the unknown part (§4).
    gross
        Moves that may be counted as "new" in a period; at least ``moves_in`` (§4). A sum counts
        what is new in each of its parts, also where it cancels in the sum.
    title
        How a person would say it.
    aliases
        Other names that mean the same measure.
    """

    name: str
    kind: MeasureKind
    coefficients: Mapping[Move, int]
    title: str
    opening: State | None = None
    vague: tuple[Move, ...] | None = None
    aliases: tuple[str, ...] = ()
    gross: Mapping[Move, int] = field(default_factory=dict)
    moves_in: Mapping[Move, int] = field(init=False)
    moves_out: Mapping[Move, int] = field(init=False)

    def __post_init__(self) -> None:
        """Freeze the coefficients and split them by sign."""
        fixed = {move: self.coefficients[move] for move in MOVES if self.coefficients.get(move)}
        object.__setattr__(self, "coefficients", MappingProxyType(fixed))
        ins = {move: weight for move, weight in fixed.items() if weight > 0}
        outs = {move: -weight for move, weight in fixed.items() if weight < 0}
        object.__setattr__(self, "moves_in", MappingProxyType(ins))
        object.__setattr__(self, "moves_out", MappingProxyType(outs))
        object.__setattr__(self, "gross", MappingProxyType(dict(self.gross) or ins))

    def __repr__(self) -> str:
        """Give its name; what it counts is in its coefficients."""
        return f"<Measure: {self.name}>"

    def __hash__(self) -> int:
        """Hash what a measure counts and how it is called."""
        return hash((self.name, self.kind, tuple(self.coefficients.items()), self.vague))

    def __reduce__(self) -> tuple[type["Measure"], tuple[object, ...]]:
        """Pickle by the arguments: read-only mappings cannot be pickled themselves."""
        arguments = (
            self.name,
            self.kind,
            dict(self.coefficients),
            self.title,
            self.opening,
            self.vague,
            self.aliases,
            dict(self.gross),
        )
        return Measure, arguments

    @property
    def can_fall(self) -> bool:
        """Whether its running total can fall (§3, last column)."""
        return bool(self.moves_out)

    @property
    def crosses_borders(self) -> bool:
        """Whether who moves to another place is counted."""
        return any(move in self.coefficients for move in (Move.ARRIVE, Move.WITHDRAW))

    @property
    def is_stock(self) -> bool:
        """Whether it is read at the end of a day (``at``)."""
        return self.kind is MeasureKind.STOCK


def _combine(*parts: Mapping[Move, int]) -> dict[Move, int]:
    total: dict[Move, int] = {}
    for part in parts:
        for move, weight in part.items():
            total[move] = total.get(move, 0) + weight
    return {move: weight for move, weight in total.items() if weight}


def occupancy(*states: State) -> dict[Move, int]:
    """Return the moves into *states* less the moves out of them."""
    return _combine(
        {move: 1 for move in MOVES if move.target in states},
        {move: -1 for move in MOVES if move.origin in states},
    )


_INTO = {state: {move: 1 for move in MOVES if move.target is state} for state in State}
_KILLED = _INTO[State.DEAD]
_INDIRECT = _INTO[State.DEAD_OTHERWISE]
_WOUNDED = _combine(_INTO[State.WOUNDED], {Move.DIE_OF_WOUNDS: -1})
_MISSING = occupancy(State.MISSING)
_HELD = occupancy(State.CAPTIVE)
_CASUALTIES = _combine(_KILLED, _WOUNDED)
_HARMED_ALIVE = tuple(
    move for move in MOVES if move.target in {State.WOUNDED, State.MISSING, State.CAPTIVE}
)

_FLOW, _NET, _STOCK, _MIXED = MeasureKind
_ALL = (
    Measure("killed", _FLOW, _KILLED, "killed"),
    Measure("killed_in_action", _FLOW, {Move.KILL: 1}, "killed in action"),
    Measure("died_of_wounds", _FLOW, {Move.DIE_OF_WOUNDS: 1}, "died of wounds"),
    Measure("indirect_deaths", _FLOW, _INDIRECT, "indirect deaths"),
    Measure(
        "deaths",
        _FLOW,
        _combine(_KILLED, _INDIRECT),
        "deaths of all causes",
        aliases=("excess_deaths",),
    ),
    Measure("wounded", _NET, _WOUNDED, "wounded", aliases=("injured",)),
    Measure("casualties", _FLOW, _CASUALTIES, "killed + wounded"),
    Measure(
        "casualties_all",
        _MIXED,
        _combine(_CASUALTIES, _MISSING, _HELD),
        "killed + wounded + missing + captive",
        gross=_combine(_CASUALTIES, _INTO[State.MISSING], _INTO[State.CAPTIVE]),
    ),
    Measure("missing", _STOCK, _MISSING, "missing"),
    Measure("held", _STOCK, _HELD, "in captivity"),
    Measure("captured", _FLOW, _INTO[State.CAPTIVE], "captured"),
    Measure(
        "irrecoverable",
        _MIXED,
        _combine(_KILLED, _INDIRECT, _MISSING, _HELD),
        "dead + missing + captive",
        gross=_combine(_KILLED, _INDIRECT, _INTO[State.MISSING], _INTO[State.CAPTIVE]),
    ),
    Measure(
        "dead_or_missing",
        _MIXED,
        _combine(_KILLED, _MISSING),
        "killed + missing",
        gross=_combine(_KILLED, _INTO[State.MISSING]),
    ),
    Measure("arrived", _FLOW, {Move.ARRIVE: 1}, "arrived"),
    Measure(
        "withdrawn",
        _FLOW,
        {Move.WITHDRAW: 1, Move.WITHDRAW_RECOVERED: 1},
        "withdrawn",
    ),
    Measure(
        "strength",
        _STOCK,
        occupancy(State.PRESENT, State.RECOVERED),
        "present",
        opening=State.PRESENT,
        aliases=("survivors", "present"),
    ),
    Measure("displaced", _FLOW, {Move.DISPLACE: 1}, "newly displaced"),
    Measure(
        "idps",
        _STOCK,
        occupancy(State.DISPLACED),
        "displaced now",
        opening=State.DISPLACED,
    ),
    Measure(
        "casualties_unspecified",
        _FLOW,
        _KILLED,
        "casualties (kind not said)",
        vague=_HARMED_ALIVE,
        aliases=("losses", "lost"),
    ),
    Measure(
        "deaths_unspecified",
        _FLOW,
        _KILLED,
        "dead (cause not said)",
        vague=(Move.DIE_OTHERWISE, Move.DIE_OTHERWISE_RECOVERED),
    ),
)

MEASURES: Mapping[str, Measure] = MappingProxyType({measure.name: measure for measure in _ALL})
"""Every measure of the convention by its name."""

_NAMES: Mapping[str, Measure] = MappingProxyType(
    {name: measure for measure in _ALL for name in (measure.name, *measure.aliases)}
)


def measure_named(name: str) -> Measure | None:
    """Return the measure of that name or alias, or ``None``.

    Examples
    --------
    >>> measure_named("injured").name
    'wounded'
    """
    return _NAMES.get(name)


def sum_of(name: str, parts: tuple[Measure, ...], *, title: str | None = None) -> Measure:
    """Return the measure that adds up *parts* (a list in a claim, or a dossier's own ``sum``).

    The parts must be disjoint; that is checked where they are written. A part that is vague makes
    the sum vague.

    Raises
    ------
    ValueError
        If two parts count persons whose number at the opening is unknown, in different states.
    """
    coefficients = _combine(*(part.coefficients for part in parts))
    kinds = {part.kind for part in parts}
    if kinds == {_STOCK}:
        kind = _STOCK
    elif _STOCK in kinds or _MIXED in kinds:
        kind = _MIXED
    else:
        kind = _NET if any(weight < 0 for weight in coefficients.values()) else _FLOW
    vague = [part.vague for part in parts if part.vague is not None]
    unbounded = any(not part for part in vague)
    openings = tuple(dict.fromkeys(part.opening for part in parts if part.opening is not None))
    if len(openings) > 1:
        raise ValueError(
            f"{name!r} adds up persons who are {' and '.join(openings)}; these are two balances. "
            "Make two claims of it."
        )
    return Measure(
        name,
        kind,
        coefficients,
        title or " + ".join(part.title for part in parts),
        opening=openings[0] if openings else None,
        vague=None if not vague else () if unbounded else tuple(m for part in vague for m in part),
        gross=_combine(*(part.gross for part in parts)),
    )


def _is_counted(move: Move, measure: Measure) -> bool:
    """Whether *measure* counts who makes *move*: now, or when they entered the state left."""
    entered = _INTO[move.origin]
    return move in measure.gross or (bool(entered) and all(m in measure.gross for m in entered))


def between(name: str, inner: Measure, outer: Measure | None) -> Measure:
    """Return the measure known only between *inner* and *outer* (§4).

    It counts *inner* plus an unknown part of the gross moves that *outer* adds to it;
    ``outer=None`` sets no bound on that part.

    Raises
    ------
    ValueError
        If *outer* does not count all that *inner* counts.
    """
    vague: tuple[Move, ...] | None = ()
    if outer is not None:
        if not all(_is_counted(move, outer) for move in inner.gross):
            raise ValueError(
                f"{name!r} is to lie between {inner.name!r} and {outer.name!r}, but the outer "
                "measure does not count all that the inner one counts. Exchange them, or widen it."
            )
        added = [
            move
            for move, weight in outer.gross.items()
            for _ in range(weight - max(inner.coefficients.get(move, 0), 0))
        ]
        if outer.vague != ():
            # Nothing added means that the measure is exactly the inner one.
            vague = (*added, *(outer.vague or ())) or None
    return Measure(
        name,
        inner.kind,
        inner.coefficients,
        name.replace("_", " "),
        opening=inner.opening,
        vague=vague,
        gross=inner.gross,
    )
