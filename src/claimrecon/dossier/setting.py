"""What holds for the whole dossier: codebook, dates, trees, measures, sources, defaults."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from claimrecon.dossier.attribution import Roster, roster_of
from claimrecon.dossier.measuring import own_measures
from claimrecon.dossier.parts import Document
from claimrecon.dossier.problems import Desk, Problems
from claimrecon.dossier.scoping import DIMENSIONS, Known, extent_of
from claimrecon.dossier.timing import span_of
from claimrecon.periods import DaySpan, parse_partial_date
from claimrecon.quantities import Codebook, codebook_named
from claimrecon.scopes import Extent, NameTree, tree_from_mapping
from claimrecon.vocabulary import Measure


@dataclass(frozen=True, slots=True)
class Setting:
    """The head of a dossier, understood.

    Attributes
    ----------
    known, defaults
        By dimension: ``population``, ``place``, ``cause``.
    measures
        The dossier's own ones that can be used.
    measure_names
        All names under ``measures``.
    """

    codebook: Codebook | None
    since: DaySpan | None
    ended: date | None
    known: Mapping[str, Known]
    defaults: Mapping[str, Extent]
    measures: Mapping[str, Measure]
    measure_names: frozenset[str]
    roster: Roster

    @property
    def trees(self) -> Mapping[str, NameTree]:
        """The trees of names, by dimension."""
        return {dimension: known.tree for dimension, known in self.known.items()}


def setting_of(document: Document, problems: Problems) -> Setting:
    """Read the head of *document*; what is wrong goes to *problems*."""
    desk = Desk(problems, ())
    codebook = desk.attempt(
        codebook_named, document.codebook, key="codebook", value=document.codebook
    )
    known = {
        dimension: Known.of(_tree(getattr(document, key), key, desk))
        for dimension, key in DIMENSIONS.items()
    }
    defaults = {
        dimension: extent_of(getattr(document, dimension), dimension, known[dimension], desk)
        for dimension in DIMENSIONS
    }
    since, ended = _dates(document, desk)
    return Setting(
        codebook,
        since,
        ended,
        MappingProxyType(known),
        MappingProxyType(defaults),
        MappingProxyType(own_measures(document.measures, problems)),
        frozenset(document.measures),
        roster_of(document, problems),
    )


def _tree(written: Mapping[str, object], key: str, desk: Desk) -> NameTree:
    tree = desk.attempt(lambda: tree_from_mapping(written), key=key, value=None, code="CR118")
    return tree or NameTree()


def _dates(document: Document, desk: Desk) -> tuple[DaySpan | None, date | None]:
    since = ended = None
    if (text := document.since) is not None:
        since = desk.attempt(span_of, text, key="since", value=text)
    if (last := document.ended) is not None:
        partial = desk.attempt(parse_partial_date, last, key="ended", value=last)
        ended = None if partial is None else partial.last
    if since is not None and ended is not None and ended < since.first:
        desk.refuse(
            "CR325",
            f"It ended on {ended}, before counting starts on {since.first}, so nobody could be "
            "counted. Correct one of the two.",
            key="ended",
            value=document.ended,
        )
    return since, ended
