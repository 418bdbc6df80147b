"""One layout serves every choice of its claims and every figure that they may give."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from claimrecon.claims import Scope, Timing, When
from claimrecon.constraints import Binding, Context, Layout, Trees, build, frame_of
from claimrecon.periods import DaySpan
from claimrecon.quantities import CountInterval
from claimrecon.scopes import EVERYTHING, NameTree
from claimrecon.vocabulary import MEASURES


def _binding(owner: str, day: int, low: int, high: int | None = None) -> Binding:
    on = date(2025, 1, day)
    when = When(Timing.AS_OF, DaySpan(on, on), None)
    scope = Scope(MEASURES["killed"], EVERYTHING, EVERYTHING, EVERYTHING, when)
    interval = CountInterval(Fraction(low), None if high is None else Fraction(high))
    return Binding(owner, "", scope, interval)


EARLY, LATE = _binding("early", 5, 51), _binding("late", 9, 0, 50)
CONTEXT = Context(
    frame_of([EARLY.scope, LATE.scope], None), Trees(NameTree(), NameTree(), NameTree())
)


def test_other_figures_of_the_same_claims_have_the_rows_that_they_would_have_alone() -> None:
    """Numbers come last: cells, moves and rules are those of the scopes."""
    layout = Layout(CONTEXT, [EARLY, LATE])
    higher = replace(EARLY, interval=CountInterval(Fraction(3), Fraction(70)))

    assert layout.constraints([EARLY, LATE]) == build(CONTEXT, [EARLY, LATE])
    assert layout.constraints([higher, LATE]) == build(CONTEXT, [higher, LATE])


def test_a_layout_is_for_its_own_claims() -> None:
    """It knows whom it was made for."""
    layout = Layout(CONTEXT, [EARLY])

    assert layout.covers([EARLY])
    assert not layout.covers([EARLY, LATE])


def test_two_claims_of_one_name_are_refused() -> None:
    """A proof could not tell them apart."""
    with pytest.raises(ValueError, match="two bindings belong to 'early'; give each an owner"):
        Layout(CONTEXT, [EARLY, replace(LATE, owner="early")])
