"""What stops a whole run, as opposed to a row or a key."""

from typing import TYPE_CHECKING, ClassVar

from claimrecon.errors import ClaimReconError

if TYPE_CHECKING:
    from claimrecon.pipeline.results import Reconciled


class TableError(ClaimReconError, ValueError):
    """A table whose columns cannot be taken for claims."""

    code: ClassVar[str] = "CR650"


class MissingExtraError(ClaimReconError, ImportError):
    """A package that is not installed; it comes with an extra of this library.

    Attributes
    ----------
    package
        What is missing.
    extra
        What to install: ``claimrecon[extra]``.
    """

    code: ClassVar[str] = "CR651"

    def __init__(self, package: str, extra: str) -> None:
        self.package = package
        self.extra = extra
        super().__init__(
            f"{package} is not installed, and this needs it. Install it with  "
            f"pip install 'claimrecon[{extra}]'."
        )


class ScatteredKeyError(ClaimReconError, ValueError):
    """A stream in which the rows of one key do not follow one another.

    Attributes
    ----------
    key
        The key that came back.
    """

    code: ClassVar[str] = "CR655"

    def __init__(self, key: object) -> None:
        self.key = key
        super().__init__(
            f"the key {key!r} comes back after rows of other keys, and its claims would be "
            "reconciled in two parts. Sort the input by key, or read it as one table."
        )


class CancelledError(ClaimReconError):
    """A run that was stopped by its caller.

    Attributes
    ----------
    done
        What was finished; give it as ``previous`` to go on from there.
    """

    code: ClassVar[str] = "CR656"

    def __init__(self, done: "Reconciled") -> None:
        self.done = done
        super().__init__(
            f"the run was stopped after {done.summary.num_rows:,} keys. Go on from there with "
            "previous=error.done."
        )
