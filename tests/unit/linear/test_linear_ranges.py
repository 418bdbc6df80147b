"""Ends of ranges on cases that were worked out by hand."""

from fractions import Fraction

import pytest

from claimrecon.linear import InfeasibleSystemError, LinearSystem, Ranges, Row, highest, lowest

TOLL = LinearSystem(
    (
        Row("casualties", (("killed", 1), ("wounded", 1)), 3500, "president"),
        Row("wounded", (("wounded", -1),), -2750, "service"),
        Row("able", (("able", 1), ("killed", 1), ("wounded", 1)), 11000),
        Row("able, too", (("able", -1), ("killed", -1), ("wounded", -1)), -11000),
        Row("strength", (("able", 1),), 4200, "general"),
        Row("bystander", (("killed", 1),), 300, "ministry"),
    )
)


def test_a_low_end_names_those_it_hinges_on() -> None:
    """3,500 casualties less 2,750 wounded: 750 killed, whatever the others say."""
    bound = lowest(TOLL, {"killed": 1})

    assert bound.value == 750
    assert bound.owners == ("president", "service")
    assert bound.proof is not None
    assert [row.name for row, _ in bound.proof.terms] == ["casualties", "wounded"]


def test_a_high_end_is_a_proof_about_the_negated_sum() -> None:
    """11,000 less 4,200 still able."""
    bound = highest(TOLL, {"killed": 1})

    assert bound.value == 6800
    assert bound.owners == ("general",)
    assert bound.proof is not None
    assert bound.proof.claim == (("killed", -1),)
    assert bound.proof.bound == -6800


def test_an_open_end_is_none() -> None:
    """No upper bound is not a big number."""
    alone = LinearSystem((Row("some", (("x", 1),), 3, "a"),))

    bound = highest(alone, {"x": 1})

    assert bound.value is None
    assert bound.proof is None
    assert bound.owners == ()


def test_a_variable_that_no_row_mentions_is_at_least_zero() -> None:
    """Its low end is proved by non-negativity alone, its high end is open."""
    low, high = lowest(TOLL, {"stranger": 1}), highest(TOLL, {"stranger": 1})

    assert low.value == 0
    assert low.owners == ()
    assert high.value is None


def test_an_end_need_not_be_whole() -> None:
    """A third of ten is kept exactly."""
    third = LinearSystem((Row("third", (("x", 3),), 10, "a"),))

    assert lowest(third, {"x": 1}).value == Fraction(10, 3)


def test_a_contradictory_system_has_no_ranges() -> None:
    """Nor has any part of it; the error says what to call."""
    rows = (Row("low", (("x", 1),), 5, "a"), Row("high", (("x", -1),), -3, "b"))

    with pytest.raises(InfeasibleSystemError, match=r"call minimal_conflicts\(\)"):
        lowest(LinearSystem((*rows, Row("other", (("y", 1),), 1))), {"y": 1})


def test_one_object_answers_many_questions() -> None:
    """The same answers as one question at a time, and points for the whole system."""
    ranges = Ranges(TOLL)

    for objective in ({"killed": 1}, {"wounded": 1}, {"able": 1, "killed": -1}, {"killed": 1}):
        assert ranges.lowest(objective).value == lowest(TOLL, objective).value
        assert ranges.highest(objective).owners == highest(TOLL, objective).owners
        point = ranges.lowest(objective).point
        assert point is not None
        assert point.satisfies(TOLL)


def test_a_sum_without_terms_is_zero() -> None:
    """Whatever anybody says; there is nothing to prove."""
    bound = lowest(TOLL, {"killed": 0})

    assert bound.value == 0
    assert bound.proof is None
    assert bound.owners == ()


def test_ends_without_some_owners() -> None:
    """The value alone, as if they had said nothing; what nobody else bounds is open."""
    ranges = Ranges(TOLL)

    assert ranges.least({"killed": 1}) == 750
    assert ranges.least({"killed": 1}, without=["service"]) == 300
    assert ranges.greatest({"killed": 1}, without=["general"]) == 11000
    assert ranges.greatest({"wounded": 1, "stranger": 1}, without=[]) is None
