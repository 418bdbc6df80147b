"""Trees of names and the sets they stand for: who, where, by whom (§2, §4).

A name is a set. Children lie within their parent; siblings of one facet share nobody; facets of one
parent, separate roots and names that stand in no tree overlap freely. A *cell* of some names is a
way to be in some of them and out of the others that these relations allow.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import prod

RESERVED = ("facets", "complete")
"""Keys of the file format that cannot be names."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to divide a parent: children that share nobody.

    Attributes
    ----------
    children
        Disjoint parts, in the order of the file.
    complete
        Whether the children make up the whole parent.
    """

    children: tuple["Node", ...]
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """A name and the ways in which it is divided."""

    name: str
    facets: tuple[Facet, ...] = ()


@dataclass(frozen=True, slots=True)
class Extent:
    """A set known only between an inner and an outer set (§4).

    Attributes
    ----------
    inner
        Names whose intersection is certainly meant; ``()`` is everybody, ``None`` nobody for sure.
    outer
        Names whose intersection certainly holds all that is meant; ``()`` is everybody.
    """

    inner: tuple[str, ...] | None = ()
    outer: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Put names in order: an intersection is the same however it is written."""
        object.__setattr__(self, "outer", tuple(sorted({*self.outer})))
        if self.inner is not None:
            object.__setattr__(self, "inner", tuple(sorted({*self.inner})))

    @classmethod
    def exactly(cls, *names: str) -> "Extent":
        """Return the set that is the intersection of *names*, all of it and nothing else."""
        return cls(names, names)

    @property
    def is_exact(self) -> bool:
        """Whether inner and outer set are written alike."""
        return self.inner == self.outer

    @property
    def is_everything(self) -> bool:
        """Whether no name limits the set."""
        return self.inner == () and self.outer == ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name mentioned, outer ones first, each once."""
        return tuple(dict.fromkeys((*self.outer, *(self.inner or ()))))

    def __str__(self) -> str:
        """Say the set in words.

        Examples
        --------
        >>> print(Extent(("Kursk Oblast",), ("Russia",)))
        between Kursk Oblast and Russia
        """
        outer = " and ".join(self.outer)
        if self.is_exact:
            return outer or "everybody"
        if self.inner is None:
            return f"somewhere within {outer}" if outer else "some part"
        inner = " and ".join(self.inner)
        return f"between {inner or 'everybody'} and {outer or 'everybody'}"


EVERYTHING = Extent()
"""Everybody, everywhere, whatever the cause."""


class NameTree:
    """The names of one dimension of scopes, with what is known about how they overlap.

    Parameters
    ----------
    roots
        Separate roots overlap freely. No name may stand in two places.

    Raises
    ------
    ValueError
        If one name stands in two places.
    """

    def __init__(self, roots: tuple[Node, ...] = ()) -> None:
        self.roots = roots
        self._parents: dict[str, tuple[str, int] | None] = {}
        for root in roots:
            self._place(root, None)

    def _place(self, node: Node, parent: tuple[str, int] | None) -> None:
        if node.name in self._parents:
            raise ValueError(
                f"the name {node.name!r} stands in two places of one tree. A name is one set: give "
                "the second one a name of its own, or use facets where groupings overlap."
            )
        self._parents[node.name] = parent
        for index, facet in enumerate(node.facets):
            for child in facet.children:
                self._place(child, (node.name, index))

    def __contains__(self, name: object) -> bool:
        """Whether *name* stands in the tree."""
        return name in self._parents

    def __eq__(self, other: object) -> bool:
        """Two trees are equal when they are written alike."""
        return isinstance(other, NameTree) and self.roots == other.roots

    def __hash__(self) -> int:
        """Hash the roots."""
        return hash(self.roots)

    def __repr__(self) -> str:
        """Show the names of the roots."""
        return f"NameTree({', '.join(root.name for root in self.roots)})"

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name, parents before children, in the order of the file."""
        return tuple(self._parents)

    def parent(self, name: str) -> str | None:
        """Return the name that directly encloses *name*, or ``None`` for a root or a stranger."""
        place = self._parents.get(name)
        return None if place is None else place[0]

    def line(self, name: str) -> tuple[str, ...]:
        """Return *name* and all that enclose it, innermost first."""
        line = [name]
        while (above := self.parent(line[-1])) is not None:
            line.append(above)
        return tuple(line)

    def encloses(self, outer: str, inner: str) -> bool:
        """Whether *outer* certainly holds all of *inner* (a name encloses itself)."""
        return outer in self.line(inner)

    def disjoint(self, one: str, other: str) -> bool:
        """Whether the two names certainly share nobody: different siblings of one facet."""
        above = {
            self._parents.get(name): name for name in self.line(one) if self._parents.get(name)
        }
        return any(
            above.get(self._parents.get(name), name) != name
            for name in self.line(other)
            if self._parents.get(name)
        )

    def related(self, one: str, other: str) -> bool:
        """Whether the two names stand under one root, so that their overlap is not free."""
        return self.line(one)[-1] == self.line(other)[-1]

    def count_cells(self, names: Collection[str]) -> int:
        """Return at least as many cells as *names* have, without listing them."""
        wanted = frozenset(names)
        strangers = sum(name not in self for name in wanted)
        roots = (_count(node, wanted) + 1 for node in self.roots if _mentions(node, wanted))
        total: int = prod(roots) * 2**strangers
        return total

    def cells(self, names: Collection[str]) -> tuple[frozenset[str], ...]:
        """Return every way to be in some of *names* and out of the others.

        Names that stand in no tree are roots of their own. The order follows the tree; the cell
        outside of everything comes first.

        Examples
        --------
        >>> tree = NameTree((Node("people", (Facet((Node("women"), Node("men"))),)),))
        >>> [sorted(cell) for cell in tree.cells(["people", "women"])]
        [[], ['people'], ['people', 'women']]
        """
        wanted = frozenset(names)
        strangers = tuple(Node(name) for name in dict.fromkeys(names) if name not in self)
        choices = [
            [frozenset[str](), *_within(node, wanted)]
            for node in (*self.roots, *strangers)
            if _mentions(node, wanted)
        ]
        unions = (frozenset[str]().union(*picked) for picked in product(*choices))
        return tuple(dict.fromkeys(unions))


def _mentions(node: Node, wanted: frozenset[str]) -> bool:
    return node.name in wanted or any(_mentions(child, wanted) for child in _children(node))


def _count(node: Node, wanted: frozenset[str]) -> int:
    total = 1
    for facet in node.facets:
        mentioned = (child for child in facet.children if _mentions(child, wanted))
        total *= sum(_count(child, wanted) for child in mentioned) + 1
    return total


def _children(node: Node) -> Iterator[Node]:
    for facet in node.facets:
        yield from facet.children


def _within(node: Node, wanted: frozenset[str]) -> list[frozenset[str]]:
    """Return the cells inside *node*, as the wanted names they lie in."""
    own = frozenset({node.name}) & wanted
    choices: list[list[frozenset[str]]] = []
    for facet in node.facets:
        mentioned = [child for child in facet.children if _mentions(child, wanted)]
        inside = [cell for child in mentioned for cell in _within(child, wanted)]
        # In a complete facet of which every child is mentioned there is no place left beside them.
        left_over = not facet.complete or len(mentioned) < len(facet.children)
        if inside:
            choices.append([frozenset[str](), *inside] if left_over else inside)
    return list(dict.fromkeys(own.union(*picked) for picked in product(*choices)))


def tree_from_mapping(mapping: Mapping[str, object]) -> NameTree:
    """Build a tree from the nested mapping of the file format.

    Raises
    ------
    ValueError
        If a name is empty, reserved, no text or stands twice, ``facets`` is not a list of
        groupings, ``complete`` is not a truth value or stands beside no part, or a child is not a
        mapping.
    """
    return NameTree(tuple(_node(name, below) for name, below in mapping.items()))


def _node(name: object, below: object) -> Node:
    if not isinstance(name, str) or not name.strip():
        raise ValueError(f"{name!r} stands where a name is expected. Write a name, as text.")
    if name in RESERVED:
        raise ValueError(
            f"{name!r} is a reserved word and cannot be a name here: it stands within a name, "
            "beside its parts."
        )
    if below is None:
        return Node(name)
    if not isinstance(below, Mapping):
        raise ValueError(
            f"{name!r} holds {below!r}, which is no mapping. Write its parts as names with {{}} "
            f"behind them, for example  {name}: {{North: {{}}, South: {{}}}}."
        )
    if "facets" not in below:
        facet = _facet(name, below)
        return Node(name, (facet,) if facet.children else ())
    facets = below["facets"]
    if set(below) != {"facets"} or not isinstance(facets, list | tuple):
        raise ValueError(
            f"{name!r} has 'facets' beside other parts, or not as a list. 'facets' is a reserved "
            "word: a list of groupings, and every part stands in one of them."
        )
    return Node(name, tuple(_facet(name, grouping) for grouping in facets))


def _facet(parent: str, grouping: object) -> Facet:
    if not isinstance(grouping, Mapping):
        raise ValueError(f"a facet of {parent!r} is {grouping!r}; write it as a mapping of names.")
    complete = grouping.get("complete", False)
    if not isinstance(complete, bool):
        raise ValueError(
            f"'complete' under {parent!r} is {complete!r}. It is a reserved word: true says that "
            "the parts make up the whole."
        )
    children = tuple(_node(n, below) for n, below in grouping.items() if n != "complete")
    if complete and not children:
        raise ValueError(
            f"{parent!r} is 'complete' without any part. Name the parts that make it up, or leave "
            "'complete' out."
        )
    return Facet(children, complete)
