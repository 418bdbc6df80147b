"""Milliseconds that an example of each strategy of the testing kit takes, Hypothesis included.

::

    python benchmarks/strategies.py
"""

import statistics
import time

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from claimrecon import testing

_EXAMPLES = 100
_ROUNDS = 5
_STRATEGIES: tuple[tuple[str, st.SearchStrategy[object]], ...] = (
    ("counts()", testing.counts()),
    ("phrases()", testing.phrases()),
    ("partial_dates()", testing.partial_dates()),
    ("periods()", testing.periods()),
    ("scopes()", testing.scopes()),
    ("sources()", testing.sources()),
    ("attributions()", testing.attributions()),
    ("claims()", testing.claims()),
    ("dossiers()", testing.dossiers()),
    ("worlds()", testing.worlds()),
    ("dossiers_from(worlds())", testing.dossiers_from(testing.worlds())),
    ("cases(lie=True)", testing.cases(lie=True)),
    ('cases(form="rows")', testing.cases(form="rows")),
    ("articles()", testing.articles()),
)


def milliseconds(strategy: st.SearchStrategy[object]) -> float:
    """Return the median over some rounds of the processor time an example takes."""
    costs = []
    for _ in range(_ROUNDS):
        drawn = []

        @settings(max_examples=_EXAMPLES, database=None, deadline=None, phases=[Phase.generate])
        @given(strategy)
        def draw(example: object) -> None:
            drawn.append(example)  # noqa: B023 - used within this round only

        start = time.process_time()
        draw()
        costs.append((time.process_time() - start) / len(drawn) * 1000)
    return statistics.median(costs)


if __name__ == "__main__":
    for name, strategy in _STRATEGIES:
        print(f"{name:26} {milliseconds(strategy):6.1f} ms")
