"""Closed intervals of counts."""

from fractions import Fraction

import pytest

from claimrecon.quantities import CountInterval, ImpossibleIntervalError


def _interval(low: int, high: int | None) -> CountInterval:
    return CountInterval(Fraction(low), None if high is None else Fraction(high))


@pytest.mark.parametrize(("low", "high"), [(5, 3), (-1, 3), (-1, None)])
def test_an_inverted_or_negative_interval_is_refused(low: int, high: int | None) -> None:
    """§1: an error, never an empty set; and no count is below zero."""
    with pytest.raises(ImpossibleIntervalError):
        _interval(low, high)


def test_a_hull_keeps_an_open_top() -> None:
    """Nobody said stays nobody said."""
    assert _interval(3, 5).hull(_interval(1, None)) == _interval(1, None)
    assert _interval(3, 5).hull(_interval(8, 9)) == _interval(3, 9)


def test_containment_counts_both_ends() -> None:
    """Intervals are closed."""
    assert _interval(3, 5).contains(_interval(3, 5))
    assert _interval(3, None).contains(_interval(3, 5))
    assert not _interval(3, 5).contains(_interval(3, None))
    assert not _interval(3, 5).contains(_interval(2, 5))


@pytest.mark.parametrize(
    ("shown", "value"),
    [
        ("300 or more", _interval(300, None)),
        ("1,300 to 5,500", _interval(1_300, 5_500)),
        ("11,000", _interval(11_000, 11_000)),
        ("0.405 to 2/3", CountInterval(Fraction("0.405"), Fraction(2, 3))),
    ],
)
def test_an_interval_prints_as_a_reader_says_it(shown: str, value: CountInterval) -> None:
    """Thousands are marked, fractions exact."""
    assert str(value) == shown
