"""Collecting what is wrong with a dossier: all of it, each with its place.

The codes are stable; ``docs/reference/errors.md`` has a section for each.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, TypeVar, TypeVarTuple

from claimrecon.errors import ClaimReconError, Problem

_T = TypeVar("_T")
_Words = TypeVarTuple("_Words")

Path = tuple[str | int, ...]
"""Where something stands in the file: keys and positions, from the top."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Which line of the file each key stands on, counted from 1."""

    by_path: Mapping[Path, int] = field(default_factory=lambda: MappingProxyType({}))

    def at(self, path: Path) -> int | None:
        """Return the line of *path*, or of the nearest thing that holds it."""
        for end in range(len(path), 0, -1):
            if (line := self.by_path.get(path[:end])) is not None:
                return line
        return None


@dataclass(slots=True)
class Problems:
    """The problems found so far; one of these travels through the reading of a dossier."""

    lines: Lines = field(default_factory=Lines)
    found: list[tuple[Path, Problem]] = field(default_factory=list)
    _spoilt: set[Path] = field(default_factory=set)

    def add(
        self, code: str, message: str, *, path: Path, claim: str | None = None, value: object = None
    ) -> None:
        """Add a problem; the key is the last name in *path*."""
        is_claim = len(path) > 1 and path[0] in {"claims", "assumptions"}
        names = [part for part in path[2:] if isinstance(part, str)] if is_claim else path[:1]
        key = str(names[0]) if names else None
        text = None if value is None else shown(value)
        sentence = message[:1].upper() + message[1:]
        problem = Problem(code, sentence, claim, key, text, self.lines.at(path))
        self.found.append((path, problem))
        self._spoilt.update(path[:end] for end in range(len(path) + 1))

    def drop(self, needless: Callable[[Path, str], bool]) -> None:
        """Take back problems that follow from others, by their place and code."""
        self.found[:] = [entry for entry in self.found if not needless(entry[0], entry[1].code)]

    def bad(self, path: Path) -> bool:
        """Whether anything at or below *path* is wrong."""
        return path in self._spoilt

    def concern(self, *tops: str) -> bool:
        """Whether anything outside of the lists *tops* is wrong, so that all is lost."""
        return any(len(place) < 2 or place[0] not in tops for place, _ in self.found)  # noqa: PLR2004

    def ordered(self, order: Iterable[str]) -> tuple[Problem, ...]:
        """Return every problem in the order of the file."""
        rank = {name: index for index, name in enumerate(order)}

        def key(entry: tuple[Path, Problem]) -> tuple[int, int, int]:
            path, problem = entry
            position = next((part for part in path if isinstance(part, int)), -1)
            return (problem.line or 0, rank.get(str(path[0]) if path else "", -1), position)

        return tuple(dict.fromkeys(problem for _, problem in sorted(self.found, key=key)))


@dataclass(frozen=True, slots=True)
class Desk:
    """Where one claim's problems are handed in: its place and its name filled in.

    Attributes
    ----------
    memory
        What words were read as that were in order; all desks of one reading share it.
    """

    problems: Problems
    path: Path
    claim: str | None = None
    memory: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)

    def refuse(
        self, code: str, message: str, *, key: str | None = None, value: object = None
    ) -> None:
        """Hand in a problem with *key* of this claim."""
        path = self.path if key is None else (*self.path, key)
        self.problems.add(code, message, path=path, claim=self.claim, value=value)

    def attempt(
        self,
        read: Callable[[*_Words], _T],
        *words: *_Words,
        key: str,
        value: object,
        code: str = "CR112",
    ) -> _T | None:
        """Return what *read* makes of *words*; hand in what it refuses, and return ``None``."""
        try:
            return self.once((read, *words), lambda: read(*words)) if words else read(*words)
        except (ClaimReconError, ValueError) as refusal:
            own = refusal.code if isinstance(refusal, ClaimReconError) else code
            self.refuse(own, str(refusal), key=key, value=value)
            return None

    def once(self, words: Hashable, read: Callable[[], _T]) -> _T:
        """Return what *read* returns, or returned before for the same *words*.

        What is refused is not remembered: it is handed in wherever it stands.

        Parameters
        ----------
        words
            All that *read* makes something of, and what is read: two readings never share a key.
        """
        known: _T | None = self.memory.get(words)
        if known is not None:
            return known
        found = read()
        if self.is_clean:
            self.memory[words] = found
        return found

    @property
    def is_clean(self) -> bool:
        """Whether nothing was handed in for this claim."""
        return not self.problems.bad(self.path)


def shown(value: object) -> str:
    """Return *value* as a person would write it, shortened to a line."""
    if isinstance(value, tuple | list):
        text = f"[{', '.join(shown(part) for part in value)}]"
    else:
        text = value if isinstance(value, str) else str(value)
    limit = 80
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
