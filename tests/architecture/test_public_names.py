"""What a package offers is what its ``__all__`` says, and an ``__init__`` only passes names on.

Some packages pass them on at once, and some when a name is first asked for: those have two blocks
more, of which type checkers read one and the interpreter the other.
"""

import ast
import importlib
import inspect
import pkgutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import get_type_hints

import pytest

import claimrecon

SOURCE = Path(claimrecon.__file__).parent
ON_DEMAND = (
    "claimrecon",
    "claimrecon.display",
    "claimrecon.extraction",
    "claimrecon.periods",
    "claimrecon.report",
)
"""Packages of which most users need only a part."""

PACKAGES = [
    "claimrecon",
    *(m.name for m in pkgutil.walk_packages([str(SOURCE)], "claimrecon.") if m.ispkg),
]


def _order(name: str) -> tuple[int, str]:
    """Constants first, then classes, then functions: the order that ruff keeps (RUF022)."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)


def _body(name: str) -> list[ast.stmt]:
    """Return the statements of an ``__init__``."""
    path = SOURCE.joinpath(*name.split(".")[1:], "__init__.py")
    return ast.parse(path.read_text(encoding="utf-8")).body


def _blocks(name: str) -> ast.If:
    """Return what a package that loads on demand holds for type checkers, and else."""
    (blocks,) = (statement for statement in _body(name) if isinstance(statement, ast.If))
    return blocks


def _passes_on(statement: ast.stmt) -> bool:
    """Whether a statement is a docstring, an import or an assignment to a dunder name."""
    return (
        isinstance(statement, ast.Import | ast.ImportFrom)
        or (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant))
        or (
            isinstance(statement, ast.Assign)
            and isinstance(statement.targets[0], ast.Name)
            and statement.targets[0].id.startswith("__")
        )
    )


@pytest.mark.parametrize("name", PACKAGES)
def test_public_names_are_exactly_all_and_sorted(name: str) -> None:
    """A package binds the names of its sorted ``__all__``, its submodules and nothing else."""
    package = importlib.import_module(name)
    offered = list(getattr(package, "__all__", ()))
    for waiting in offered:
        getattr(package, waiting)

    bound = {
        public
        for public, value in vars(package).items()
        if not public.startswith("_") and not isinstance(value, ModuleType)
    }

    assert bound - {"TYPE_CHECKING"} == {name for name in offered if not name.startswith("_")}
    assert offered == sorted(set(offered), key=_order)


@pytest.mark.parametrize("name", claimrecon.__all__)
def test_the_types_of_a_public_signature_are_there_at_run_time(name: str) -> None:
    """Whatever waits until it is asked for, a signature can be read: by checkers, by Hypothesis."""
    offered = getattr(claimrecon, name)
    members = {name: offered, **dict(inspect.getmembers(offered))}
    ours = [
        one
        for called, one in members.items()
        if inspect.isfunction(one)
        and one.__module__.startswith("claimrecon")
        and not called.startswith("_")
    ]

    unread = [one.__qualname__ for one in ours if "return" not in get_type_hints(one)]

    assert unread == []


def test_the_front_door_is_small() -> None:
    """A newcomer can read the list of all public names: 25 at most."""
    names = getattr(claimrecon, "__all__", ())

    assert len(names) <= 25


@pytest.mark.parametrize("name", PACKAGES)
def test_an_init_holds_no_logic(name: str) -> None:
    """An ``__init__`` is a docstring, imports and assignments to dunder names."""
    logic = [ast.unparse(statement) for statement in _body(name) if not _passes_on(statement)]

    assert logic == ([ast.unparse(_blocks(name))] if name in ON_DEMAND else [])


@pytest.mark.parametrize("name", ON_DEMAND)
def test_a_package_that_loads_on_demand_names_the_same_things_three_times(name: str) -> None:
    """Imports for type checkers, the table of homes and ``__all__`` are one and the same."""
    blocks = _blocks(name)
    imported = [
        (statement.module, tuple(alias.name for alias in statement.names))
        for statement in blocks.body
        if isinstance(statement, ast.ImportFrom)
    ]
    door, made = blocks.orelse
    call = getattr(made, "value", None)
    table = call.args[1] if isinstance(call, ast.Call) else None

    assert ast.unparse(blocks.test) == "TYPE_CHECKING"
    assert len(imported) == len(blocks.body)
    assert ast.unparse(door) == "from claimrecon import ondemand"
    assert isinstance(call, ast.Call)
    assert ast.unparse(made) == (
        f"__getattr__, __dir__ = ondemand.on_demand(__name__, {ast.unparse(call.args[1])})"
    )
    assert table is not None
    assert list(ast.literal_eval(table).items()) == imported
    offered = getattr(importlib.import_module(name), "__all__", ())
    assert sorted(offered) == sorted(each for _, names in imported for each in names)


@pytest.mark.parametrize("name", ON_DEMAND)
def test_a_name_that_loads_on_demand_is_not_that_of_a_submodule(name: str) -> None:
    """The import of a submodule binds its name to the package, whatever it meant before."""
    package = importlib.import_module(name)
    submodules = {module.name for module in pkgutil.iter_modules(package.__path__)}

    assert submodules.isdisjoint(getattr(package, "__all__", ()))


def _said(code: str) -> str:
    """Run code in a fresh interpreter, where nothing has been asked for yet."""
    return subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8"
    ).stdout


@pytest.mark.outside
@pytest.mark.parametrize("name", ON_DEMAND)
def test_all_names_are_listed_before_they_are_loaded(name: str) -> None:
    """``dir``, by which shells complete names, knows them; and a star imports them."""
    listed = _said(f"import {name}; print(set({name}.__all__) - set(dir({name})))")
    starred = _said(f"from {name} import *; import {name}; print({{*{name}.__all__}} - {{*dir()}})")

    assert listed.strip() == starred.strip() == "set()"


@pytest.mark.outside
def test_the_front_door_knows_the_packages_behind_it() -> None:
    """A package that a public name comes from is there, whether or not the name was asked for."""
    said = _said("import claimrecon as cr; print(cr.findings.Verdict is cr.Verdict)")

    assert said.strip() == "True"


@pytest.mark.parametrize("name", ON_DEMAND)
def test_a_missing_name_is_an_error_like_any_other(name: str) -> None:
    """The message is that of a module that loads nothing on demand."""
    package = importlib.import_module(name)

    with pytest.raises(AttributeError, match=f"^module '{name}' has no attribute 'claimz'$"):
        _ = package.claimz
