"""What any reader of texts looks like."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from claimrecon.extraction.draft import Draft


class Extractor(Protocol):
    """Anything that finds drafts in a text.

    The rules of this library, a spaCy pipeline and a language model all fit.
    """

    def extract(self, text: str, *, published: date | None = None) -> Sequence[Draft]:
        """Return the drafts of a text in its order; offsets are in *text* as given.

        Parameters
        ----------
        published
            The day the text was published; without it, relative dates are not resolved.
        """
        ...
