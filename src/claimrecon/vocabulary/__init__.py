"""The words of the field: states and moves of persons, measures, roles, kinds of knowledge.

Layer 1: imports nothing of claimrecon but ``errors``. Everything here is a table; what the
tables mean is the convention (§3, §7).
"""

from claimrecon.vocabulary.knowledge import Credibility, Evidence, Reliability, Role
from claimrecon.vocabulary.measures import (
    MEASURES,
    Measure,
    MeasureKind,
    between,
    measure_named,
    sum_of,
)
from claimrecon.vocabulary.moves import HARM, MOVES, Move, State

__all__ = [
    "HARM",
    "MEASURES",
    "MOVES",
    "Credibility",
    "Evidence",
    "Measure",
    "MeasureKind",
    "Move",
    "Reliability",
    "Role",
    "State",
    "between",
    "measure_named",
    "sum_of",
]
