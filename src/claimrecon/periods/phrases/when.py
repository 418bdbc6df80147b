"""What a date phrase says: days, and what is not sure about them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from claimrecon.periods.refusals import InvertedSpanError
from claimrecon.periods.spans import DaySpan


class WhenKind(StrEnum):
    """What a date phrase does with its days."""

    POINT = "point"
    """One day."""
    PERIOD = "period"
    """Days from a first to a last."""
    AS_OF = "as-of"
    """Everything up to a day: "by Friday", "as of 9 January"."""


class WhenFlag(StrEnum):
    """Why the days of a phrase are less than sure."""

    RELATIVE = "relative"
    """Counted from the day of publication."""
    YEAR_ASSUMED = "year-assumed"
    """The year is not said: the latest that does not lie ahead was taken."""
    VAGUE = "vague"
    """A third of a month or a year for "early", "mid" and "late"; a length that is rough."""
    SEASON = "season"
    """Seasons of the northern hemisphere, by whole months."""
    ANAPHORA = "anaphora"
    """Hangs on another date of the text: "a day earlier"."""
    EVENT = "event"
    """Hangs on an event: "since the invasion began"."""
    UNCERTAIN = "uncertain"
    """Marked with a question mark, in EDTF."""
    APPROXIMATE = "approximate"
    """Marked with a tilde, in EDTF."""


@dataclass(frozen=True, slots=True)
class When:
    """A date phrase as it was read.

    Attributes
    ----------
    start, end
        Offsets of the phrase, its preposition included: ``text[start:end]``.
    first, last
        First and last day, both inclusive; ``None`` where that end is not said or not resolved.
    kind
        What the phrase does with its days.
    flags
        Why the days are less than sure, in the order of their names.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    kind: WhenKind
    flags: tuple[WhenFlag, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an end before the start."""
        if self.first is not None and self.last is not None and self.last < self.first:
            raise InvertedSpanError(
                f"{self.first.isoformat()} to {self.last.isoformat()}",
                "it ends before it starts",
                "Exchange the two, or correct one.",
            )

    @property
    def span(self) -> DaySpan | None:
        """Its days, where both ends are known."""
        if self.first is None or self.last is None:
            return None
        return DaySpan(self.first, self.last)

    @property
    def is_resolved(self) -> bool:
        """Whether at least one end is a day."""
        return self.first is not None or self.last is not None
