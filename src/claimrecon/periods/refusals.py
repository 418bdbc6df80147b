"""Why something is refused as a date: what was found, the reason, what to write instead.

::

    UnreadableDateError      CR301  not in a form that is read
    ├── ImpossibleDateError  CR302  the calendar has no such day, month or year
    ├── AmbiguousDateError   CR303  could be read as more than one date
    ├── InvertedSpanError    CR304  a span ends before it starts
    ├── UnwantedTimeError    CR305  a time of day where a date is meant
    └── OffsetTimeError      CR306  a time on another clock than that of the place
"""

from datetime import date
from typing import ClassVar

from claimrecon.errors import ClaimReconError

_LONGEST = 80
"""Characters of a refused value that a message shows."""
_WIDEST = 64
"""Bits of a refused whole number that a message shows."""


class UnreadableDateError(ClaimReconError, ValueError):
    """Something that cannot be used as a date.

    Parameters
    ----------
    value
        What was found, as it was given.
    reason
        Why it is refused: a clause that can follow a colon.
    advice
        What to do: one full sentence.

    Attributes
    ----------
    code
        Stable, one for each kind of refusal.
    """

    code: ClassVar[str] = "CR301"
    _meant: ClassVar[str] = "a date"

    def __init__(self, value: object, reason: str, advice: str) -> None:
        # All three are the arguments of the exception, so that it survives pickling.
        super().__init__(value, reason, advice)
        self.value = value
        self.reason = reason
        self.advice = advice

    def __str__(self) -> str:
        """Say what was found, why it is refused and what to do."""
        return f"{_shown(self.value)} cannot be used as {self._meant}: {self.reason}. {self.advice}"


class ImpossibleDateError(UnreadableDateError):
    """A date that the calendar does not have."""

    code = "CR302"


class AmbiguousDateError(UnreadableDateError):
    """A date that could be read as more than one."""

    code = "CR303"


class InvertedSpanError(UnreadableDateError):
    """A span that ends before it starts."""

    code = "CR304"
    _meant = "a span of days"


class UnwantedTimeError(UnreadableDateError):
    """A time of day where only a date is meant."""

    code = "CR305"


class OffsetTimeError(UnreadableDateError):
    """A time with an offset from UTC; moments keep the clock of the place."""

    code = "CR306"


def _shown(value: object) -> str:
    """Show a value briefly: it may be any text or number of a file."""
    if isinstance(value, int) and value.bit_length() > _WIDEST:
        return "a number of this size"
    text = str(value) if isinstance(value, date) else repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
