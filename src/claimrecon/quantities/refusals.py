"""What this package refuses, each with the value found, why, and what to do."""

from claimrecon.errors import ClaimReconError


class UnreadableCountError(ClaimReconError, ValueError):
    """Words that this library does not read with certainty; a wrong number is worse than none.

    Attributes
    ----------
    text
        The words as they were written.
    reason
        Why they are not read, as a clause without a full stop.
    """

    code = "CR401"

    def __init__(self, text: str, reason: str) -> None:
        self.text = text
        self.reason = reason
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        super().__init__(
            f"{shown!r} is not read as a count: {reason}. "
            "Write the figure as one count, or give low, high or best as numbers."
        )


class MisplacedCountError(UnreadableCountError):
    """Words that are read, but not as what was asked for: a ratio, a rate or households."""

    code = "CR405"


class UnknownCodebookError(ClaimReconError, LookupError):
    """A codebook that does not ship with the library.

    Attributes
    ----------
    name
        The name asked for.
    """

    code = "CR402"

    def __init__(self, name: str, message: str) -> None:
        self.name = name
        super().__init__(message)


class UnknownUnitError(ClaimReconError, LookupError):
    """A name that is no unit of time.

    Attributes
    ----------
    name
        The name asked for.
    """

    code = "CR403"

    def __init__(self, name: str, message: str) -> None:
        self.name = name
        super().__init__(message)


class ImpossibleIntervalError(ClaimReconError, ValueError):
    """An interval of counts that is inverted or reaches below zero."""

    code = "CR404"


_SHOWN = 80
