"""From claims to rows: the only place where the domain becomes mathematics (§1-§8).

Rows are integer. A row that a claim or an assumption made belongs to it and falls with it; a row
that follows from what the words mean (counts never fall, nobody leaves a state twice) belongs to
nobody, and its name says which rule it is. Row names are written for people: they are the lines of
a proof.
"""

from collections.abc import Sequence

from claimrecon.claims import Scope
from claimrecon.constraints.layout import Layout
from claimrecon.constraints.model import Binding, Constraints, Context
from claimrecon.linear import Budget


def build(
    context: Context,
    bindings: Sequence[Binding],
    questions: Sequence[tuple[Scope, str]] = (),
    *,
    merged: bool = True,
    budget: Budget | None = None,
) -> Constraints:
    """Return the rows that *bindings* and the rules make; see `Layout` for the parameters.

    Rows keep the order of the bindings.

    Raises
    ------
    TooManyCellsError
        If freely overlapping names make too many cells.
    UndecidedError
        If the budget ends first.
    """
    layout = Layout(context, bindings, questions, merged=merged, budget=budget)
    return layout.constraints(bindings)
