"""Claims become rows: the only place where the domain meets the mathematics (§1-§8).

``frame_of`` fixes the time of a dossier, ``build`` makes the rows of some of its claims. Inside:

======================  ================================================================
``frame``, ``clock``    cuts of time, the opening of the balance, the unknown start
``cells``               groups of scopes that bear on each other, and their cells
``reduction``           which moves and balances these scopes can feel
``timeline``            at which cuts each cell is looked at
``ledger``              the variables: who made which move, where, up to when
``expressions``         a scope as two linear expressions, never below and never above it
``balance``             the rows that hold whatever anybody says
``group``               one group of scopes with all of these
``layout``, ``build``   all groups in order, and then the numbers
``wording``             a bound in words
======================  ================================================================
"""

from claimrecon.constraints.balance import CONTESTABLE
from claimrecon.constraints.build import build
from claimrecon.constraints.cells import TooManyCellsError, Trees
from claimrecon.constraints.expressions import ScopeTerms
from claimrecon.constraints.frame import Frame, fixing, frame_of
from claimrecon.constraints.layout import Layout
from claimrecon.constraints.model import Binding, Constraints, Context
from claimrecon.constraints.wording import number_words, scope_words, when_words

__all__ = [
    "CONTESTABLE",
    "Binding",
    "Constraints",
    "Context",
    "Frame",
    "Layout",
    "ScopeTerms",
    "TooManyCellsError",
    "Trees",
    "build",
    "fixing",
    "frame_of",
    "number_words",
    "scope_words",
    "when_words",
]
