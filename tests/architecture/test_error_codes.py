"""Every code a reader can meet is explained, and every explanation is of a code that exists."""

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import claimrecon
from claimrecon.errors import ClaimReconError

SOURCE = Path(claimrecon.__file__).parent
REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "errors.md"

PLACEHOLDER = ClaimReconError.code
"""The code of the base class, which nothing ever raises."""


def _descendants(of: type[ClaimReconError]) -> Iterator[type[ClaimReconError]]:
    for child in of.__subclasses__():
        yield child
        yield from _descendants(child)


def _error_classes() -> list[type[ClaimReconError]]:
    for module in pkgutil.walk_packages([str(SOURCE)], "claimrecon."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return list(dict.fromkeys(_descendants(ClaimReconError)))


def _codes_in_code() -> set[str]:
    """Codes written in the source as whole strings, and those the exception classes carry."""
    written = {
        code
        for path in SOURCE.rglob("*.py")
        for code in re.findall(r"""["'](CR\d{3})["']""", path.read_text(encoding="utf-8"))
    }
    carried = {error.code for error in _error_classes()}
    return (written | carried) - {PLACEHOLDER}


def _codes_explained() -> list[str]:
    """Codes that open a heading or a table row of the reference."""
    text = REFERENCE.read_text(encoding="utf-8")
    return re.findall(r"^(?:#+|\|)\s*`?(CR\d{3})\b", text, flags=re.MULTILINE)


def test_codes_in_code_are_the_codes_explained() -> None:
    """``docs/reference/errors.md`` explains every code, and no other."""
    explained = set(_codes_explained())

    assert explained == _codes_in_code()


def test_no_code_is_explained_twice() -> None:
    """A code has one meaning, hence one heading (and at most one row of an overview)."""
    headings = re.findall(
        r"^#+\s*`?(CR\d{3})\b", REFERENCE.read_text(encoding="utf-8"), flags=re.MULTILINE
    )

    repeated = [code for code, times in Counter(headings).items() if times > 1]
    assert repeated == []


def test_no_two_exceptions_share_a_code() -> None:
    """A code that an exception class sets itself belongs to that class alone."""
    own = Counter(str(error.__dict__["code"]) for error in _error_classes() if _sets_code(error))

    assert [code for code, times in own.items() if times > 1] == []


def _sets_code(error: type[ClaimReconError]) -> bool:
    return isinstance(error.__dict__.get("code"), str)
