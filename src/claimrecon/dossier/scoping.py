"""Who, where and by whom: the sets of names that a claim speaks of (§2, §4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from claimrecon.dossier.names import Spellings
from claimrecon.dossier.parts import AllOf, Bounds
from claimrecon.dossier.problems import Desk
from claimrecon.scopes import Extent, NameTree

DIMENSIONS: Mapping[str, str] = MappingProxyType(
    {"population": "populations", "place": "places", "cause": "causes"}
)
"""The key of a claim and the tree its names stand in."""


@dataclass(frozen=True, slots=True)
class Known:
    """The names of one dimension: their tree, and how they are spelt."""

    tree: NameTree
    spellings: Spellings

    @classmethod
    def of(cls, tree: NameTree) -> "Known":
        """Return the names of *tree*."""
        return cls(tree, Spellings(tree.names))


def extent_of(
    written: str | AllOf | Bounds | None,
    dimension: str,
    known: Known,
    desk: Desk,
    *,
    default: Extent | None = None,
) -> Extent:
    """Return the set that was *written*; *default*, else everything, where nothing was."""
    if written is None:
        return default or Extent()
    if not isinstance(written, Bounds):
        return Extent.exactly(*_names(written, dimension, known, desk))
    if written.inner is None and written.outer is None:
        desk.refuse(
            "CR211",
            "the bounds hold neither an inner nor an outer name. Write {inner: X, outer: Y}, or "
            "one of the two.",
            key=dimension,
        )
        return Extent()
    inner = None if written.inner is None else _names(written.inner, dimension, known, desk)
    outer = () if written.outer is None else _names(written.outer, dimension, known, desk)
    _check_order(inner or (), outer, dimension, known.tree, desk)
    return Extent(inner, outer)


def _names(written: str | AllOf, dimension: str, known: Known, desk: Desk) -> tuple[str, ...]:
    names = (written,) if isinstance(written, str) else written.all_of
    if not names:
        desk.refuse("CR211", "all_of holds no name. Write the names that meet.", key=dimension)
    for name in names:
        if name not in known.tree and (meant := known.spellings.nearest(name)) is not None:
            desk.refuse(
                "CR210",
                f"There is no {dimension} of that name, but one that is nearly the same. Did you "
                f"mean {meant!r}? Write it so, or add {name!r} under {DIMENSIONS[dimension]}: if "
                "it is another one.",
                key=dimension,
                value=name,
            )
    return tuple(dict.fromkeys(names))


def _check_order(
    inner: tuple[str, ...], outer: tuple[str, ...], dimension: str, tree: NameTree, desk: Desk
) -> None:
    for small in inner:
        for large in outer:
            if tree.disjoint(small, large):
                why = "the two share nobody"
            elif small != large and tree.encloses(small, large):
                why = "the inner one encloses the outer one"
            else:
                continue
            desk.refuse(
                "CR212",
                f"inner is {small!r} and outer is {large!r}, but {why}. The inner set lies within "
                "the outer one: exchange them, or correct one.",
                key=dimension,
                value=small,
            )
