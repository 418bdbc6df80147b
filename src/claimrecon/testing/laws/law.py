"""What all laws share: how they become tests, and what they say when they are broken."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final, TypeVar

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from claimrecon.dossier import Dossier, to_yaml
from claimrecon.errors import ClaimReconError

Test = Callable[[], None]
"""A test function without arguments: pytest collects it under a name that starts with test."""

PHASES: Final = tuple(phase for phase in Phase if phase is not Phase.explain)
"""Tracing each line to explain a failure takes far longer than the search; the law explains it."""

_Drawn = TypeVar("_Drawn")


class LawBrokenError(ClaimReconError, AssertionError):
    """A tool that breaks a law: with the law, the smallest dossier found, and what would be right.

    Attributes
    ----------
    law
        In one sentence.
    answer
        What the tool did.
    correct
        What a correct answer would be.
    dossier
        The claims that show it; ``None`` where only words are concerned.
    """

    code = "CR792"

    def __init__(
        self, law: str, *, answer: str, correct: str, dossier: Dossier | None = None
    ) -> None:
        self.law = law
        self.answer = answer
        self.correct = correct
        self.dossier = dossier
        super().__init__(law)

    def __str__(self) -> str:
        """Tell it all; only here, because a search breaks a law many times before it is done."""
        text = f"{self.law}\nThe tool: {self.answer}\nCorrect: {self.correct}"
        if self.dossier is None:
            return text
        return f"{text}\nThe claims, as few as were found:\n{_indented(to_yaml(self.dossier))}"


def _indented(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.splitlines())


def test_of(law: str, drawn: st.SearchStrategy[_Drawn], judge: Callable[[_Drawn], None]) -> Test:
    """Return a test that judges whatever is drawn; *law* is its docstring."""

    @settings(phases=PHASES)
    @given(drawn)
    def test_law(case: _Drawn) -> None:
        judge(case)

    test_law.__doc__ = law
    return test_law


@contextmanager
def told(law: str, dossier: Dossier | None = None) -> Iterator[None]:
    """Add the law and the claims to whatever a tool raises by itself."""
    try:
        yield
    except LawBrokenError:
        raise
    except Exception as error:
        error.add_note(f"The tool raised this while it was tried by the law: {law}")
        if dossier is not None:
            error.add_note(f"The claims:\n{_indented(to_yaml(dossier))}")
        raise


def broken(law: str, dossier: Dossier, *, answer: str, correct: str) -> LawBrokenError:
    """Return the error that shows *dossier*."""
    return LawBrokenError(law, answer=answer, correct=correct, dossier=dossier)


def same(one: Any, other: Any) -> bool:
    """Return whether two answers are equal; frames by their own comparison."""
    if hasattr(one, "equals"):
        return bool(one.equals(other))
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


def shown(answer: object) -> str:
    """Write an answer of a tool, shortened."""
    text = repr(answer)
    longest = 300
    return text if len(text) <= longest else f"{text[:longest]}…"
