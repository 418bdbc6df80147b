"""What stops a whole run, as opposed to a row or a key."""

from typing import ClassVar

from claimrecon.errors import ClaimReconError


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
