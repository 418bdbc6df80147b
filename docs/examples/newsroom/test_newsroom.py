"""The pipeline obeys the laws, and each planted bug breaks one, with a message that explains it."""

from time import process_time

import pytest
from pipeline import Pipeline
from plants import PLANTS
from suite import suite_for

from claimrecon.testing import laws

LONGEST = 10.0
"""Seconds of this process that finding a bug may take."""

FOUND_BY = {
    "UnknownAsZero": {"the truth stays inside", "unknown stays unknown"},
    "Midpoint": {"the truth stays inside"},
    "LostAtLeast": {"the truth stays inside", "unknown stays unknown"},
    "TotalsAsPeriods": {"the truth stays inside"},
    "EchoesAsSources": {"echoes are no sources"},
}


@pytest.mark.parametrize("law", suite_for(Pipeline()))
def test_the_pipeline_obeys(law: str) -> None:
    """Without a bug, every law holds."""
    suite_for(Pipeline())[law]()


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.__name__)
def test_a_planted_bug_is_found(plant: type[Pipeline]) -> None:
    """The suite fails with the law, the claims and what would be right, and does so soon."""
    suite = suite_for(plant())
    for law in FOUND_BY[plant.__name__]:
        start = process_time()

        with pytest.raises(laws.LawBrokenError) as broken:
            suite[law]()

        assert process_time() - start < LONGEST
        assert "Correct:" in str(broken.value)
        assert "claimrecon: 1" in str(broken.value)


def test_all_plants_are_told_apart() -> None:
    """Every plant has its line in the table above."""
    assert {plant.__name__ for plant in PLANTS} == set(FOUND_BY)
