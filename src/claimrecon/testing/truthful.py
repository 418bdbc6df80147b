"""Worlds, and dossiers that are true of them at any vagueness."""

from hypothesis import strategies as st

from claimrecon.dossier import Dossier
from claimrecon.testing.truths.telling import true_dossiers
from claimrecon.testing.truths.worlds import World
from claimrecon.testing.truths.writing import as_written


def dossiers_from(
    world: World | st.SearchStrategy[World], *, most: int = 6
) -> st.SearchStrategy[Dossier]:
    """Draw dossiers in which every claim is true of *world*, so that nothing may clash.

    The claims are of every kind that a file can hold: words and numbers, totals, periods and
    stocks, rates and ratios, sets known only between two, vague measures, projections, and the
    analyst's assumptions. Each holds at least as read leniently.

    Parameters
    ----------
    world
        What really happened, or a strategy that draws it (``worlds()``).
    most
        The highest number of claims drawn. One more, which says nothing, opens the balance.

    Examples
    --------
    >>> from hypothesis import given, settings
    >>> from claimrecon import reconcile
    >>> from claimrecon.testing import worlds
    >>> @settings(max_examples=5)
    ... @given(dossiers_from(worlds(), most=3))
    ... def test_the_truth_is_possible(dossier):
    ...     assert reconcile(dossier).verdict != "contradiction"
    >>> test_the_truth_is_possible()
    """
    drawn = world if isinstance(world, st.SearchStrategy) else st.just(world)
    return true_dossiers(drawn, most=most).map(
        lambda told: Dossier.model_validate(as_written(told.read))
    )
