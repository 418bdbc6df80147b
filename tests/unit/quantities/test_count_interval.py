"""Closed intervals of counts."""

from fractions import Fraction

import pytest

from claimrecon.quantities import CountInterval, ImpossibleIntervalError


def _interval(low: int, high: int | None) -> CountInterval:
    return CountInterval(Fraction(low), None if high is None else Fraction(high))


@pytest.mark.parametrize(
    ("low", "high", "start"),
    [
        (1_500, 1_300, "low 1,500 is more than high 1,300: no count lies between them."),
        (-1_500, 3, "a count of -1,500 is less than zero."),
        (-1, None, "a count of -1 is less than zero."),
    ],
)
def test_an_inverted_or_negative_interval_is_refused(
    low: int, high: int | None, start: str
) -> None:
    """§1: an error, never an empty set; and no count is below zero."""
    advice = "Write zero or more." if low < 0 else "Swap the two, or correct one."

    with pytest.raises(ImpossibleIntervalError) as error:
        _interval(low, high)

    assert str(error.value) == f"{start} {advice}"


def test_a_hull_keeps_an_open_top() -> None:
    """Nobody said stays nobody said."""
    assert _interval(3, 5).hull(_interval(1, None)) == _interval(1, None)
    assert _interval(3, None).hull(_interval(1, 5)) == _interval(1, None)


@pytest.mark.parametrize(
    ("other", "hull"),
    [((8, 9), (3, 9)), ((1, 2), (1, 5)), ((1, 9), (1, 9)), ((4, 5), (3, 5)), ((2, 5), (2, 5))],
)
def test_a_hull_is_the_smallest_interval_around_both(
    other: tuple[int, int], hull: tuple[int, int]
) -> None:
    """What lies between two intervals belongs to it, whichever comes first."""
    assert _interval(3, 5).hull(_interval(*other)) == _interval(*hull)
    assert _interval(*other).hull(_interval(3, 5)) == _interval(*hull)


def test_containment_counts_both_ends() -> None:
    """Intervals are closed."""
    assert _interval(3, 5).contains(_interval(3, 5))
    assert _interval(3, None).contains(_interval(3, 5))
    assert not _interval(3, 5).contains(_interval(3, None))
    assert not _interval(3, 5).contains(_interval(2, 5))
    assert not _interval(3, 5).contains(_interval(3, 6))
    assert not _interval(3, None).contains(_interval(2, None))


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
