"""Mathematics only: labels, integers, exact answers."""

from claimrecon.linear.components import components
from claimrecon.linear.decisions import Decider, decide
from claimrecon.linear.minimal import prove
from claimrecon.linear.proofs import Point, Proof
from claimrecon.linear.status import (
    Budget,
    FeasibleSystemError,
    InfeasibleSystemError,
    SolverMissingError,
    SolveStatus,
    UndecidedError,
)
from claimrecon.linear.system import LinearSystem, Row
