"""The cuts of a scope: which ends of days its time may start and end at."""

from datetime import date

import pytest

from claimrecon.claims import Scope, Timing, When
from claimrecon.constraints.clock import Clock, clock_of
from claimrecon.constraints.frame import FINAL, START, Frame, cut_name, frame_of
from claimrecon.periods import DaySpan
from claimrecon.scopes import EVERYTHING
from claimrecon.vocabulary import MEASURES

EVE, FIRST, THIRD, NINTH = (date(2025, 1, 1).toordinal() + day for day in (-1, 0, 2, 8))
SPAN = DaySpan(date(2025, 1, 3), date(2025, 1, 9))
NEW_YEAR = DaySpan(date(2025, 1, 1), date(2025, 1, 1))
FRAME = Frame(opening=EVE, floating_start=False, ended=None)


def _scope(
    measure: str, timing: Timing, span: DaySpan | None = SPAN, since: DaySpan | None = None
) -> Scope:
    when = When(timing, span, since)
    return Scope(MEASURES[measure], EVERYTHING, EVERYTHING, EVERYTHING, when)


def _frame(opening: int, *, ended: int | None = None, since: int | None = None) -> Frame:
    return Frame(opening, floating_start=False, ended=ended, since=since)


@pytest.mark.parametrize(
    ("scope", "clock"),
    [
        (_scope("killed", Timing.DURING), Clock(THIRD - 1, THIRD - 1, NINTH, NINTH)),
        (_scope("missing", Timing.AT), Clock(EVE, EVE, THIRD, NINTH)),
        (_scope("killed", Timing.AS_OF), Clock(EVE, EVE, THIRD, NINTH)),
        (_scope("killed", Timing.AS_OF, None), Clock(EVE, EVE, FINAL, FINAL)),
        (_scope("killed", Timing.AS_OF, SPAN, NEW_YEAR), Clock(EVE, EVE, THIRD, NINTH)),
        (_scope("killed", Timing.AS_OF, None, SPAN), Clock(THIRD - 1, NINTH - 1, FINAL, FINAL)),
    ],
)
def test_a_day_begins_at_the_cut_before_it(scope: Scope, clock: Clock) -> None:
    """Periods are sure of their days, stocks begin with the balance, totals with their start."""
    assert clock_of(scope, FRAME) == clock


def test_some_time_lies_between_what_is_sure() -> None:
    """A start that may be later than the end leaves nothing sure, unless it is the common one."""
    assert Clock(EVE, FIRST, FIRST, NINTH).certainly_spans
    assert not Clock(EVE, THIRD, FIRST, NINTH).certainly_spans
    assert Clock(START, START, FIRST, NINTH).certainly_spans
    assert Clock(EVE, THIRD, START, NINTH).certainly_spans


def test_the_balance_opens_before_all_that_is_spoken_of() -> None:
    """Before the first period, the first start, the last harm; present persons may stand there."""
    period, total = _scope("killed", Timing.DURING), _scope("killed", Timing.AS_OF, None, NEW_YEAR)
    present, missing = _scope("strength", Timing.AT), _scope("missing", Timing.AT)

    assert frame_of([period], None, SPAN) == _frame(THIRD - 1, since=THIRD - 1)
    assert frame_of([period, total], None, SPAN).opening == EVE
    assert frame_of([present], None, DaySpan(SPAN.last, SPAN.last)).opening == THIRD
    assert frame_of([missing], None, DaySpan(SPAN.last, SPAN.last)).opening == THIRD - 1
    assert frame_of([_scope("missing", Timing.AS_OF, None)], None, SPAN).opening == THIRD - 1
    assert frame_of([], date(2025, 1, 1), SPAN) == _frame(FIRST - 1, ended=FIRST, since=THIRD - 1)
    assert frame_of([period], None) == _frame(0)
    assert frame_of([_scope("killed", Timing.AS_OF), period], None).floating_start
    assert not frame_of([_scope("killed", Timing.AS_OF)], None).floating_start


def test_a_start_that_is_not_known_is_one_cut_of_its_own() -> None:
    """It is the opening where nothing else starts at another time."""
    floating = Frame(opening=EVE, floating_start=True, ended=None)

    assert floating.start(None) == (START, START)
    assert FRAME.start(None) == (EVE, EVE)
    assert FRAME.starts_at_opening(None)
    assert FRAME.starts_at_opening(NEW_YEAR)
    assert not FRAME.starts_at_opening(SPAN)


def test_cuts_have_names() -> None:
    """What stands behind "to" in a row."""
    names = [cut_name(cut) for cut in (FINAL, START, 0, FIRST)]

    assert names == ["the end", "the start of counting", "the opening", "1 Jan 2025"]
