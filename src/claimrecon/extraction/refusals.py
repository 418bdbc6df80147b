"""What this package refuses, each with the value found, why, and what to do."""

from claimrecon.errors import ClaimReconError


class UnacceptableDraftError(ClaimReconError, ValueError):
    """A draft that lacks what a claim needs.

    Attributes
    ----------
    draft
        Its id.
    """

    code = "CR711"

    def __init__(self, draft: str, message: str) -> None:
        self.draft = draft
        super().__init__(f"draft {draft!r} {message}")


class UnknownDraftError(ClaimReconError, LookupError):
    """An id that no draft has.

    Attributes
    ----------
    draft
        The id asked for.
    """

    code = "CR712"

    def __init__(self, draft: str, known: tuple[str, ...]) -> None:
        self.draft = draft
        shown = ", ".join(known) or "there is none"
        super().__init__(f"there is no draft {draft!r}. The drafts here: {shown}.")


class UnusableAnswerError(ClaimReconError, ValueError):
    """An answer of a language model of which nothing can be used.

    Attributes
    ----------
    reason
        Why, as a clause.
    """

    code = "CR713"

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(
            f"the answer of the model cannot be used: {reason}. Ask for JSON by the schema of "
            "`claimrecon schema draft`."
        )
