"""What can go wrong, and what a reader should know although nothing did.

::

    ClaimReconError                 everything this library raises on purpose
    ├── DossierError (ValueError)   a file or a set of claims that cannot be used; carries problems
    ├── ...                         refusals of one value live beside the code that reads it

A *problem* stops a claim or a file; a *notice* does not: it says what was taken for granted.
"""

from dataclasses import dataclass
from typing import ClassVar


class ClaimReconError(Exception):
    """Everything this library raises on purpose.

    Attributes
    ----------
    code
        Stable, documented in the reference of errors, never used for another meaning.
    """

    code: ClassVar[str] = "CR000"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader should know: a default taken, a relation assumed, a word without number.

    Attributes
    ----------
    code
        Stable and documented.
    message
        One or two full sentences.
    claims
        Ids of the claims concerned, in the order of the file; may be empty.
    """

    code: str
    message: str
    claims: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Print the message with its code."""
        return f"{self.message} [{self.code}]"


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason why something cannot be used: where, what was written, what is wrong, what to do.

    Attributes
    ----------
    code
        Stable and documented.
    message
        What is wrong and what to do, in full sentences.
    claim
        Id of the claim, or ``None`` where the whole dossier is concerned.
    key
        The key of the file format.
    value
        What was written there, as text.
    line
        Line of the file, counted from 1, where it is known.
    """

    code: str
    message: str
    claim: str | None = None
    key: str | None = None
    value: str | None = None
    line: int | None = None


class DossierError(ClaimReconError, ValueError):
    """A dossier that cannot be used; all its problems together.

    Attributes
    ----------
    errors
        Every problem found, in the order of the file.
    usable
        How many claims are fine.
    total
        How many claims the dossier has.
    name
        The file, or "dossier".
    """

    code = "CR100"

    def __init__(
        self, errors: tuple[Problem, ...], *, name: str = "dossier", usable: int = 0, total: int = 0
    ) -> None:
        self.errors = errors
        self.name = name
        self.usable = usable
        self.total = total
        super().__init__(self._text())

    def _text(self) -> str:
        bad = len({problem.claim for problem in self.errors if problem.claim is not None})
        if bad and bad < self.total:
            head = f"{bad} of {self.total} claims cannot be used. The other {self.usable} are fine."
        else:
            noun = "problem" if len(self.errors) == 1 else "problems"
            head = f"{len(self.errors)} {noun}."
        return "\n\n".join([f"{self.name}: {head}", *map(_paragraph, self.errors)])


def _paragraph(problem: Problem) -> str:
    place = [f"line {problem.line}"] if problem.line is not None else []
    if problem.claim is not None:
        place.append(f'claim "{problem.claim}"')
    if problem.key is not None:
        shown = "" if problem.value is None else f": {problem.value!r}"
        place.append(f"{problem.key}{shown}")
    where = ", ".join(place) or "the dossier"
    return f"{where}\n  {problem.message} [{problem.code}]"
