"""What Hypothesis loads of claimrecon by itself: nothing but the promise to register later.

Hypothesis runs the hook of its entry point in every session of every project that has claimrecon
installed. So this module stands outside of the package and imports nothing of it: a type is
registered when its own module has been loaded by somebody who wants it, and the strategies are
made when the first of them is drawn.
"""

import sys
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

_PLACES = MappingProxyType(
    {
        "claimrecon.claims": ("Scope",),
        "claimrecon.dossier.model": ("Dossier",),
        "claimrecon.dossier.parts": ("Assumption", "Claim", "SourceEntry"),
        "claimrecon.periods.partial": ("PartialDate",),
        "claimrecon.periods.spans": ("DaySpan",),
        "claimrecon.quantities.interval": ("CountInterval",),
        "claimrecon.scopes": ("NameTree",),
        "claimrecon.sources": ("Source",),
    }
)
"""The modules that hold the types for which a strategy is registered."""


def register_later() -> None:
    """Register the types of modules that are loaded, and those of the others as they load."""
    loaded = [sys.modules[name] for name in _PLACES if name in sys.modules]
    for module in loaded:
        _register(module)
    if len(loaded) < len(_PLACES):
        sys.meta_path.insert(0, _Watch(_PLACES.keys() - sys.modules.keys()))


def _register(module: ModuleType) -> None:
    from hypothesis import strategies as st  # noqa: PLC0415

    for name in _PLACES[module.__name__]:
        st.register_type_strategy(getattr(module, name), _drawn_for)


def _drawn_for(kind: type) -> "SearchStrategy[object]":
    from claimrecon.testing.registration import STRATEGIES  # noqa: PLC0415

    return dict(STRATEGIES)[kind]


class _Watch:
    """Waits until the last of some modules has been loaded, and then is gone."""

    def __init__(self, awaited: set[str]) -> None:
        self._awaited = awaited

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find what is awaited as usual, with a loader that registers when it has loaded."""
        if name not in self._awaited:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Loader(spec.loader.name, spec.loader.path, self._arrived)
        return spec

    def _arrived(self, module: ModuleType) -> None:
        _register(module)
        self._awaited.discard(module.__name__)
        if not self._awaited and self in sys.meta_path:
            sys.meta_path.remove(self)


class _Loader(SourceFileLoader):
    """Loads a module as usual, and then calls a function with it."""

    def __init__(self, name: str, path: str, afterwards: Callable[[ModuleType], None]) -> None:
        super().__init__(name, path)
        self._afterwards = afterwards

    def exec_module(self, module: ModuleType) -> None:
        """Run the module, and then what waited for it."""
        super().exec_module(module)
        self._afterwards(module)
