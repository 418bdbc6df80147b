"""Which strategy Hypothesis takes for which type: ``st.from_type(Claim)`` needs no import of this.

The hook of Hypothesis' entry point stands outside of this package, in ``_claimrecon_hypothesis``:
it runs in every session of everybody who has the library installed, and must not import it.
"""

from fractions import Fraction
from typing import Final

from hypothesis import strategies as st

from claimrecon.claims import Scope
from claimrecon.dossier import Assumption, Claim, Dossier, SourceEntry
from claimrecon.periods import DaySpan, PartialDate
from claimrecon.quantities import CountInterval
from claimrecon.scopes import NameTree
from claimrecon.sources import Source
from claimrecon.testing.claims import assumptions, claims, dossiers, source_entries
from claimrecon.testing.dates import partial_dates, periods
from claimrecon.testing.names import name_trees, scopes, sources
from claimrecon.testing.phrases import counts


def count_intervals() -> st.SearchStrategy[CountInterval]:
    """Draw closed intervals of whole persons, at times open at the top.

    Examples
    --------
    >>> from hypothesis import find
    >>> find(count_intervals(), bool).low >= 0
    True
    """

    def interval(low: int, room: int | None) -> CountInterval:
        return CountInterval(Fraction(low), None if room is None else Fraction(low + room))

    return st.builds(interval, counts(), counts() | st.none())


STRATEGIES: Final[tuple[tuple[type, st.SearchStrategy[object]], ...]] = (
    (Assumption, assumptions()),
    (Claim, claims()),
    (CountInterval, count_intervals()),
    (DaySpan, periods()),
    (Dossier, dossiers()),
    (NameTree, name_trees()),
    (PartialDate, partial_dates()),
    (Scope, scopes()),
    (Source, sources()),
    (SourceEntry, source_entries()),
)
"""The types that ``st.from_type`` draws, with the strategy for each."""
