"""What was understood of a dossier: the values that everything above works on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from claimrecon.claims import NamedAssumption, ReadClaim
from claimrecon.errors import Notice
from claimrecon.periods import DaySpan
from claimrecon.quantities import Codebook
from claimrecon.scopes import NameTree
from claimrecon.sources import Source
from claimrecon.vocabulary import Measure


@dataclass(frozen=True, slots=True)
class ReadDossier:
    """A dossier as it was read; nothing of it is widened or reconciled yet.

    Attributes
    ----------
    title
        As written, or ``None``.
    since
        The possible first days of counting unless a claim says otherwise; ``None`` means one
        unknown common start (§5).
    ended
        The last day on which anybody new was harmed, inclusive (§3), or ``None``.
    codebook
        How words were read (§8).
    populations, places, causes
        The trees of names as written; names that stand in none are roots of their own.
    sources
        By key: the entries in the order of the file, then sources used without an entry.
    claims
        Claims of sources, in the order of the file.
    assumptions
        Figures the analyst takes for granted.
    rules
        Named assumptions.
    notices
        What was taken for granted in the reading, and what a reader should know.
    measures
        The dossier's own measures by name.
    """

    title: str | None
    since: DaySpan | None
    ended: date | None
    codebook: Codebook
    populations: NameTree
    places: NameTree
    causes: NameTree
    sources: Mapping[str, Source]
    claims: tuple[ReadClaim, ...]
    assumptions: tuple[ReadClaim, ...] = ()
    rules: tuple[NamedAssumption, ...] = ()
    notices: tuple[Notice, ...] = ()
    measures: Mapping[str, Measure] = field(default_factory=lambda: MappingProxyType({}))

    def claim(self, name: str) -> ReadClaim | NamedAssumption:
        """Return the claim, assumption or rule of that id.

        Raises
        ------
        KeyError
            If there is none.
        """
        items: tuple[ReadClaim | NamedAssumption, ...] = (
            *self.claims,
            *self.assumptions,
            *self.rules,
        )
        for item in items:
            if item.id == name:
                return item
        raise KeyError(name)
