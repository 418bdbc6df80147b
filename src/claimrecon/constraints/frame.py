"""The axis of time: the cuts at which counts are taken, and when the balance opens (§3, §5).

A *cut* is the end of a day, as an ordinal number. A running total from day S to day D is what
happened between the cuts S - 1 and D. Two cuts are no days: ``FINAL`` lies after every day (the
toll, whenever the deaths occurred), and ``START`` is the unknown common start of a dossier
without ``since``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from claimrecon.claims import Scope, Timing
from claimrecon.periods import DaySpan

FINAL: Final = date.max.toordinal() + 1
"""The cut after every day."""
_BEFORE_ALL: Final = 0
_NO_START: Final = FINAL
START: Final = -1
"""The cut of the unknown common start; its place among the others is not known."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a whole dossier fixes about time, whichever of its claims are looked at.

    Attributes
    ----------
    opening
        The cut at which the balance opens: nobody is wounded, missing, captive or dead yet.
    floating_start
        Whether the common start is unknown and may lie anywhere after the opening. If nothing in
        the dossier has another start, the unknown start *is* the opening.
    ended
        The cut after which nobody new is harmed, or ``None``.
    since
        The earliest cut at which the dossier's counting may have started, or ``None``.
    """

    opening: int
    floating_start: bool
    ended: int | None
    since: int | None = None

    def start(self, since: DaySpan | None) -> tuple[int, int]:
        """Return the earliest and the latest cut at which counting may have started."""
        if since is None:
            cut = START if self.floating_start else self.opening
            return cut, cut
        return since.first.toordinal() - 1, since.last.toordinal() - 1

    def starts_at_opening(self, since: DaySpan | None) -> bool:
        """Whether counting certainly started when the balance opened."""
        return self.start(since) == (self.opening, self.opening)


def frame_of(scopes: Iterable[Scope], ended: date | None, since: DaySpan | None = None) -> Frame:
    """Return the frame of a dossier from all the scopes it speaks of.

    The balance opens before the earliest start of counting, period or stock, and before the last
    day of harm, so that nothing reaches back behind it. A stock of present persons may stand at the
    opening itself; of wounded, missing or captive ones it cannot, since they are none there. Where
    the dossier has no start of its own, the opening lies before every day.
    """
    starts: list[int] = []
    common_start = False
    for scope in scopes:
        start = _start(scope)
        if start is None:
            common_start = True
        elif start != _NO_START:
            starts.append(start)
    first = None if since is None else since.first.toordinal() - 1
    last_harm = None if ended is None else ended.toordinal()
    if first is None:
        return Frame(_BEFORE_ALL, common_start and bool(starts), last_harm)
    starts.append(first)
    if last_harm is not None:
        starts.append(last_harm - 1)
    return Frame(min(starts), common_start, last_harm, first)


def fixing(scopes: Iterable[Scope]) -> tuple[Scope, ...]:
    """Return the few of *scopes* that fix the frame as all of them do, whatever else is asked."""
    earliest: tuple[int, Scope] | None = None
    common: Scope | None = None
    for scope in scopes:
        start = _start(scope)
        if start is None:
            common = common or scope
        elif start != _NO_START and (earliest is None or start < earliest[0]):
            earliest = (start, scope)
    return tuple(s for s in (common, None if earliest is None else earliest[1]) if s is not None)


def _start(scope: Scope) -> int | None:
    """Return the earliest cut that a scope looks back to, or ``None`` for the common start."""
    when = scope.when
    if when.timing is Timing.AS_OF and not scope.measure.is_stock:
        return None if when.since is None else when.since.first.toordinal() - 1
    if when.span is None:
        return _NO_START
    may_open = scope.measure.is_stock and scope.measure.opening is not None
    return when.span.first.toordinal() - (0 if may_open else 1)


def moment_name(cut: int) -> str:
    """Say when a cut is: "at the end of 9 Jan 2025", "at the opening"."""
    return f"at {cut_name(cut)}" if cut < 1 or cut == FINAL else f"at the end of {cut_name(cut)}"


def cut_name(cut: int) -> str:
    """Say a cut in words that fit behind "to"."""
    if cut == FINAL:
        return "the end"
    if cut == START:
        return "the start of counting"
    if cut < 1:
        return "the opening"
    day = date.fromordinal(cut)
    return f"{day.day} {day:%b} {day.year}"
