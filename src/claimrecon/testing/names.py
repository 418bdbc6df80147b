"""Names of people, places and sources: trees, extents, scopes, and who told what through whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from hypothesis import strategies as st

from claimrecon.claims import Scope, Timing, When
from claimrecon.periods import DaySpan
from claimrecon.scopes import Extent, Facet, NameTree, Node
from claimrecon.sources import Source
from claimrecon.testing.dates import periods
from claimrecon.vocabulary import MEASURES, Measure, Reliability, Role

POPULATIONS: Final = ("residents", "women", "men", "medics", "soldiers")
PLACES: Final = ("Northland", "Harbour", "Old Town", "Riverside", "Uplands")
CAUSES: Final = ("the flood", "shelling", "drones")
SPEAKERS: Final[Mapping[str, Role]] = MappingProxyType(
    {
        "Ministry of Health": Role.GOVERNMENT,
        "Civil Defence": Role.GOVERNMENT,
        "Northern Army": Role.MILITARY,
        "Harbour Clinic": Role.NGO,
        "Mayor Lindqvist": Role.GOVERNMENT,
    }
)
"""Plainly invented bodies and persons that state figures."""
OUTLETS: Final = ("Daily Post", "Evening Wire", "Radio Harbour")
"""Plainly invented media that pass figures on."""
_NOBODY: Final = NameTree()


@st.composite
def name_trees(draw: st.DrawFn, *, names: tuple[str, ...] = POPULATIONS) -> NameTree:
    """Draw trees of some of *names*, with facets that may be complete (§2).

    Examples
    --------
    >>> from hypothesis import find
    >>> set(find(name_trees(), bool).names) <= set(POPULATIONS)
    True
    """
    used = names[: draw(st.integers(0, len(names)))]
    parents = [draw(st.integers(-1, index - 1)) for index in range(len(used))]
    return NameTree(tuple(_nodes(draw, used, parents, -1)))


def _nodes(draw: st.DrawFn, names: tuple[str, ...], parents: list[int], above: int) -> list[Node]:
    nodes = []
    for index, name in enumerate(names):
        if parents[index] != above:
            continue
        below = tuple(_nodes(draw, names, parents, index))
        if not below:
            nodes.append(Node(name))
            continue
        cut = draw(st.integers(1, len(below)))
        facets = [
            Facet(part, complete=draw(st.booleans())) for part in (below[:cut], below[cut:]) if part
        ]
        nodes.append(Node(name, tuple(facets)))
    return nodes


@st.composite
def extents(draw: st.DrawFn, tree: NameTree) -> Extent:
    """Draw sets of one dimension: a name of *tree*, all of it, or known only between two (§4)."""
    if not tree.names:
        return Extent()
    name = draw(st.sampled_from(tree.names))
    around = draw(st.sampled_from(tree.line(name)))
    kinds = (
        Extent(),
        Extent.exactly(name),
        Extent((name,), (around,)),
        Extent((name,), ()),
        Extent(None, (name,)),
    )
    return draw(st.sampled_from(kinds))


def measures() -> st.SearchStrategy[Measure]:
    """Draw measures of the vocabulary, vague ones included.

    Examples
    --------
    >>> from hypothesis import find
    >>> find(measures(), bool).name in MEASURES
    True
    """
    return st.sampled_from(tuple(MEASURES.values()))


@st.composite
def scopes(
    draw: st.DrawFn,
    populations: NameTree = _NOBODY,
    places: NameTree = _NOBODY,
    *,
    causes: NameTree = _NOBODY,
) -> Scope:
    """Draw scopes over the names of these trees: measure × population × place × cause × time (§2).

    Examples
    --------
    >>> from hypothesis import find
    >>> scope = find(scopes(), bool)
    >>> scope.measure.is_stock == (scope.when.timing == "at")
    True
    """
    measure = draw(measures())
    span = draw(periods())
    timing, since, told = Timing.AT, None, span
    if not measure.is_stock:
        timing = draw(st.sampled_from([Timing.AS_OF, Timing.DURING]))
    if timing is Timing.AS_OF and draw(st.booleans()):
        since = DaySpan(date(2020, 1, 1), span.first)
    extent = [draw(extents(tree)) for tree in (populations, places, causes)]
    return Scope(measure, extent[0], extent[1], extent[2], When(timing, told, since))


@st.composite
def sources(draw: st.DrawFn) -> Source:
    """Draw sources: who says something, what they are, how far they are trusted.

    Examples
    --------
    >>> from hypothesis import find
    >>> find(sources(), bool).name in SPEAKERS
    True
    """
    name = draw(st.sampled_from(tuple(SPEAKERS)))
    others = tuple(key for key in SPEAKERS if key != name)
    return Source(
        key=name.lower().replace(" ", "-"),
        name=name,
        role=draw(st.none() | st.just(SPEAKERS[name])),
        side=draw(st.none() | st.sampled_from(["north", "south"])),
        speaks_for=draw(st.none() | st.sampled_from(others)),
        reliability=draw(st.none() | st.sampled_from(Reliability)),
    )


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said a figure, and through whom it reached us.

    Attributes
    ----------
    source
        The origin.
    via
        Relays, from the origin outwards; empty where it was heard from the origin itself.
    """

    source: str
    via: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Return the keys of the file format."""
        return {"source": self.source, **({"via": list(self.via)} if self.via else {})}


def attributions(*, most_relays: int = len(OUTLETS)) -> st.SearchStrategy[Attribution]:
    """Draw origins with chains of up to *most_relays* media that pass their figures on.

    Examples
    --------
    >>> from hypothesis import find
    >>> len(find(attributions(most_relays=1), bool).via) <= 1
    True
    """
    chains = st.builds(
        lambda order, number: tuple(order[:number]),
        st.permutations(OUTLETS),
        st.integers(0, min(most_relays, len(OUTLETS))),
    )
    return st.builds(Attribution, st.sampled_from(tuple(SPEAKERS)), chains)
