"""Formats and files that cannot be exchanged."""

from typing import ClassVar

from claimrecon.errors import ClaimReconError


class ExchangeError(ClaimReconError, ValueError):
    """A format that is not known, or a file that is not in the format it should be."""

    code: ClassVar[str] = "CR660"
