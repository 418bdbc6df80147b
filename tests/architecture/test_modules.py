"""One idea a file, and no state that one caller can change for another."""

import importlib
import pkgutil
from pathlib import Path

import pytest

import claimrecon

SOURCE = Path(claimrecon.__file__).parent
MODULES = [
    m.name
    for m in pkgutil.walk_packages([str(SOURCE)], "claimrecon.")
    if not m.name.endswith("__main__")
]
LONGEST = 500


def test_no_module_is_longer_than_one_can_hold_in_mind() -> None:
    """A module of more than 500 lines is two modules."""
    lines = {
        str(path.relative_to(SOURCE)): len(path.read_text(encoding="utf-8").splitlines())
        for path in SOURCE.rglob("*.py")
    }

    assert {path: length for path, length in lines.items() if length > LONGEST} == {}


@pytest.mark.parametrize("name", MODULES)
def test_a_public_table_is_read_only(name: str) -> None:
    """Tables that others can import are tuples, frozen sets or read-only mappings."""
    module = importlib.import_module(name)

    mutable = [
        bound
        for bound, value in vars(module).items()
        if not bound.startswith("_") and isinstance(value, bytearray | dict | list | set)
    ]

    assert mutable == []
