"""What Hypothesis loads of claimrecon by itself: nothing but the promise to register later.

Hypothesis runs the hook of its entry point in every session of every project that has claimrecon
installed. So this module stands outside of the package and imports nothing of it: the types are
registered when ``claimrecon`` has been imported by somebody who wants it, and the strategies are
made when the first of them is drawn.
"""

import sys
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

_PACKAGE = "claimrecon"
_PLACES = (
    ("claimrecon.claims", "Scope"),
    ("claimrecon.dossier.model", "Dossier"),
    ("claimrecon.dossier.parts", "Assumption"),
    ("claimrecon.dossier.parts", "Claim"),
    ("claimrecon.dossier.parts", "SourceEntry"),
    ("claimrecon.periods.partial", "PartialDate"),
    ("claimrecon.periods.spans", "DaySpan"),
    ("claimrecon.quantities.interval", "CountInterval"),
    ("claimrecon.scopes", "NameTree"),
    ("claimrecon.sources", "Source"),
)
"""Where the types stand that a strategy is registered for; ``import claimrecon`` loads them all."""


def register_later() -> None:
    """Register the strategies now if claimrecon is loaded, else as soon as it will be."""
    if _PACKAGE in sys.modules:
        _register()
    else:
        sys.meta_path.insert(0, _Watch())


def _register() -> None:
    from hypothesis import strategies as st  # noqa: PLC0415

    for module, name in _PLACES:
        st.register_type_strategy(getattr(sys.modules[module], name), _drawn_for)


def _drawn_for(kind: type) -> "SearchStrategy[object]":
    from claimrecon.testing.registration import STRATEGIES  # noqa: PLC0415

    return dict(STRATEGIES)[kind]


class _Watch:
    """Waits for the first import of claimrecon, and then is gone."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find claimrecon as usual, with a loader that registers when it has loaded."""
        if name != _PACKAGE:
            return None
        sys.meta_path.remove(self)
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Loader(spec.loader.name, spec.loader.path, _register)
        return spec


class _Loader(SourceFileLoader):
    """Loads a module as usual, and then calls a function."""

    def __init__(self, name: str, path: str, afterwards: Callable[[], None]) -> None:
        super().__init__(name, path)
        self._afterwards = afterwards

    def exec_module(self, module: ModuleType) -> None:
        """Run the module, and then what waited for it."""
        super().exec_module(module)
        self._afterwards()
