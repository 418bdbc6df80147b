"""A kit for testing tools that handle casualty figures, with Hypothesis (extra ``hypothesis``).

::

    phrases, dates, names    small things: numbers in words, dates, trees, sources
    claims                   claims and dossiers that load, true or not
    truths, truthful         worlds, and dossiers that are true of them
    cases, forms             small cases with a known truth and known culprits, in a user's forms
    articles                 text with known claims
    laws                     what any such tool should obey, as ready tests

Strategies build what they draw: nothing is filtered away, and no solver runs.
"""

from claimrecon.testing.articles import Article, ToldClaim, articles
from claimrecon.testing.cases import Case, cases
from claimrecon.testing.claims import assumptions, claims, dossiers, source_entries
from claimrecon.testing.dates import partial_dates, periods
from claimrecon.testing.names import (
    Attribution,
    attributions,
    extents,
    measures,
    name_trees,
    scopes,
    sources,
)
from claimrecon.testing.phrases import Phrase, counts, phrases
from claimrecon.testing.truthful import dossiers_from
from claimrecon.testing.truths.worlds import World, worlds

__all__ = [
    "Article",
    "Attribution",
    "Case",
    "Phrase",
    "ToldClaim",
    "World",
    "articles",
    "assumptions",
    "attributions",
    "cases",
    "claims",
    "counts",
    "dossiers",
    "dossiers_from",
    "extents",
    "measures",
    "name_trees",
    "partial_dates",
    "periods",
    "phrases",
    "scopes",
    "source_entries",
    "sources",
    "worlds",
]
