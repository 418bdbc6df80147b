"""Packages whose names load when they are first asked for (PEP 562).

An ``__init__`` shows its imports to type checkers alone, under ``if TYPE_CHECKING``, and hands the
same names to ``on_demand``; what nobody asks for is never loaded.

Layer: the lowest; imports nothing of claimrecon.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def on_demand(
    package: str, homes: Mapping[str, tuple[str, ...]]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Return ``__getattr__`` and ``__dir__`` of a package that loads its names when asked for them.

    Parameters
    ----------
    package
        Its ``__name__``.
    homes
        The names that it passes on, by the module that each comes from. A name must not be that of
        a submodule: the import of the submodule would bind it to something else.
    """
    places = {name: home for home, names in homes.items() for name in names}

    def load(name: str) -> object:
        submodule = f"{package}.{name}"
        if name in places:
            value: object = getattr(import_module(places[name]), name)
        elif submodule in homes:  # bound, had its names been imported at once
            value = import_module(submodule)
        else:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        setattr(sys.modules[package], name, value)  # found at once from now on
        return value

    def names() -> list[str]:
        return sorted({*vars(sys.modules[package]), *places})

    return load, names
