"""What a package offers is what its ``__all__`` says, and an ``__init__`` only passes names on."""

import ast
import importlib
import pkgutil
from pathlib import Path
from types import ModuleType

import pytest

import claimrecon

SOURCE = Path(claimrecon.__file__).parent
PACKAGES = [
    "claimrecon",
    *(m.name for m in pkgutil.walk_packages([str(SOURCE)], "claimrecon.") if m.ispkg),
]


def _order(name: str) -> tuple[int, str]:
    """Constants first, then classes, then functions: the order that ruff keeps (RUF022)."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)


@pytest.mark.parametrize("name", PACKAGES)
def test_public_names_are_exactly_all_and_sorted(name: str) -> None:
    """A package binds the names of its sorted ``__all__``, its submodules and nothing else."""
    package = importlib.import_module(name)

    bound = {
        public
        for public, value in vars(package).items()
        if not public.startswith("_") and not isinstance(value, ModuleType)
    }

    offered = list(getattr(package, "__all__", ()))
    assert bound == {public for public in offered if not public.startswith("_")}
    assert offered == sorted(set(offered), key=_order)


def test_the_front_door_is_small() -> None:
    """A newcomer can read the list of all public names: 25 at most."""
    names = getattr(claimrecon, "__all__", ())

    assert len(names) <= 25


@pytest.mark.parametrize("name", PACKAGES)
def test_an_init_holds_no_logic(name: str) -> None:
    """An ``__init__`` is a docstring, imports and assignments to dunder names."""
    path = SOURCE.joinpath(*name.split(".")[1:], "__init__.py")
    body = ast.parse(path.read_text(encoding="utf-8")).body

    logic = [
        ast.unparse(statement)
        for statement in body
        if not isinstance(statement, ast.Import | ast.ImportFrom)
        and not (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant))
        and not (
            isinstance(statement, ast.Assign)
            and isinstance(statement.targets[0], ast.Name)
            and statement.targets[0].id.startswith("__")
        )
    ]

    assert logic == []
