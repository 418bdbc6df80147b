"""What a command comes to: an exit code, and what is to be printed."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final

PROGRAM: Final = "claimrecon"


class Exit(IntEnum):
    """What the exit code says."""

    DONE = 0
    FOUND = 1
    BAD_INPUT = 2
    UNDECIDED = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command came to: its exit code, its output, and what goes to standard error."""

    code: Exit
    out: str = ""
    err: str = ""
    is_report: bool = False
    """Whether the output is a report as text, which a terminal may show in colour."""


def code_of(verdict: str, fail_on: str | None) -> Exit:
    """Return the exit code of a verdict."""
    found = {"contradiction": {"contradiction"}, "tension": {"contradiction", "tension"}}
    if fail_on is not None and verdict in found[fail_on]:
        return Exit.FOUND
    return Exit.UNDECIDED if verdict == "undecided" else Exit.DONE


def gravest(codes: Iterable[Exit]) -> Exit:
    """Return the code that weighs most."""
    order = (Exit.BAD_INPUT, Exit.FOUND, Exit.UNDECIDED, Exit.DONE)
    return min(codes, key=order.index)


def as_json(values: Any) -> str:
    """Write plain values as JSON that a person can read."""
    return json.dumps(values, ensure_ascii=False, indent=2)


def refused(message: object) -> Outcome:
    """Return the outcome of a call that cannot be carried out."""
    return Outcome(Exit.BAD_INPUT, err=f"{PROGRAM}: {message}")
