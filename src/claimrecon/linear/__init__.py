"""Mathematics only: labels, integers, exact answers.

A *system* holds rows, "an integer combination of variables is at least an integer"; variables are
never negative; a row belongs to an *owner* or to nobody. Every answer is exact and comes with a
`Point` or a `Proof` that can be checked without a solver.
"""

from claimrecon.linear.components import components, independent_parts
from claimrecon.linear.conflicts import (
    Accounts,
    Conflicts,
    can_hold,
    maximal_consistent,
    minimal_conflicts,
)
from claimrecon.linear.decisions import Decider
from claimrecon.linear.engine import is_vast
from claimrecon.linear.least import least_repair
from claimrecon.linear.minimal import prove
from claimrecon.linear.proofs import Point, Proof
from claimrecon.linear.ranges import Bound, Ranges, highest, lowest
from claimrecon.linear.repairs import Repairs, smallest_repairs
from claimrecon.linear.spans import Span, spans
from claimrecon.linear.stacks import decide, decide_each
from claimrecon.linear.status import (
    Budget,
    FeasibleSystemError,
    InfeasibleSystemError,
    SolverMissingError,
    SolveStatus,
    UndecidedError,
)
from claimrecon.linear.system import LinearSystem, Row

__all__ = [
    "Accounts",
    "Bound",
    "Budget",
    "Conflicts",
    "Decider",
    "FeasibleSystemError",
    "InfeasibleSystemError",
    "LinearSystem",
    "Point",
    "Proof",
    "Ranges",
    "Repairs",
    "Row",
    "SolveStatus",
    "SolverMissingError",
    "Span",
    "UndecidedError",
    "can_hold",
    "components",
    "decide",
    "decide_each",
    "highest",
    "independent_parts",
    "is_vast",
    "least_repair",
    "lowest",
    "maximal_consistent",
    "minimal_conflicts",
    "prove",
    "smallest_repairs",
    "spans",
]
