"""The dossier: what a user writes by hand and what a pipeline passes on."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from claimrecon.dossier.ids import ids_of
from claimrecon.dossier.parts import Claim, Document
from claimrecon.dossier.problems import Problems
from claimrecon.dossier.reading import read_whole
from claimrecon.dossier.shape import figure_of
from claimrecon.dossier.understood import ReadDossier
from claimrecon.dossier.writing import to_dict
from claimrecon.errors import DossierError


class Dossier(Document):
    """The claims about one event, with the names and defaults they use.

    It holds what was written; the same mapping is valid as YAML, JSON and TOML. ``read`` turns it
    into scopes and intervals, and reports everything that is wrong with it at once.

    Examples
    --------
    >>> dossier = Dossier(
    ...     claims=[{"source": "Mayor", "says": "at least 300 killed", "reported_on": "9 Jan 2025"}]
    ... )
    >>> dossier.read().claims[0].id
    'mayor-killed'
    """

    def read(self) -> ReadDossier:
        """Return what was understood: scopes, intervals, origins, and what was taken for granted.

        Raises
        ------
        DossierError
            If anything cannot be used; all problems together.
        """
        return self._understood

    @cached_property
    def _understood(self) -> ReadDossier:
        return read_whole(self)

    def add(self, claims: Iterable[Claim | Mapping[str, object]]) -> "Dossier":
        """Return this dossier with more claims behind its own; all of it is checked.

        Parameters
        ----------
        claims
            Claims, or mappings of the file format such as accepted drafts.

        Raises
        ------
        DossierError
            If anything cannot be used; all problems together.

        Examples
        --------
        >>> dossier = Dossier().add([{"source": "Mayor", "says": "12 killed", "as_of": "final"}])
        >>> dossier.read().claims[0].id
        'mayor-killed'
        """
        problems = Problems()
        items = list(claims)
        made = [figure_of(item, "claims", index, problems) for index, item in enumerate(items)]
        if problems.found:
            errors = problems.ordered(("claims",))
            raise DossierError(errors, name="the claims added", total=len(items))
        written = {name: getattr(self, name) for name in self.model_fields_set}
        grown = Dossier.model_validate({**written, "claims": (*self.claims, *made)})
        grown.read()
        return grown

    def with_ids(self) -> "Dossier":
        """Return the same dossier with every id written out, also those that are made."""
        names = iter(ids_of((*self.claims, *self.assumptions)))
        claims = tuple(claim.model_copy(update={"id": next(names)}) for claim in self.claims)
        assumed = tuple(part.model_copy(update={"id": next(names)}) for part in self.assumptions)
        return self.model_copy(update={"claims": claims, "assumptions": assumed})

    def to_dict(self) -> dict[str, object]:
        """Return the mapping of the file format, without what was left out."""
        return to_dict(self)
