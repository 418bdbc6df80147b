"""The dossier: what a user writes by hand and what a pipeline passes on."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Self, TypeVar

from claimrecon.dossier.ids import ids_of
from claimrecon.dossier.parts import Assumption, Claim, Document
from claimrecon.dossier.problems import Problems
from claimrecon.dossier.reading import Outcome, read_whole
from claimrecon.dossier.shape import figure_of
from claimrecon.dossier.understood import ReadDossier
from claimrecon.dossier.writing import to_dict
from claimrecon.errors import DossierError

_Figure = TypeVar("_Figure", Claim, Assumption)
_READING = "_reading"


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
        if self._reading.understood is None:  # read_whole raises before this
            raise DossierError(())
        return self._reading.understood

    @cached_property
    def _reading(self) -> Outcome:
        return read_whole(self)

    def read_as(self, outcome: Outcome) -> "Dossier":
        """Return this dossier, which was read already: *outcome* is what came of it."""
        self.__dict__[_READING] = outcome  # where the cached property keeps it
        return self

    def __copy__(self) -> Self:
        """Copy what was written: with an update, another reading may come of it."""
        copied = super().__copy__()
        copied.__dict__.pop(_READING, None)
        return copied

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        """Copy what was written, and all that it holds."""
        return super(Dossier, self.__copy__()).__deepcopy__(memo)

    def __getstate__(self) -> dict[Any, Any]:
        """Pickle what was written; it is read again where it is needed."""
        return super(Dossier, self.__copy__()).__getstate__()

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
        added = tuple(claim for claim in made if isinstance(claim, Claim))
        return self._with((*self.claims, *added), self.assumptions)

    def withdraw(self, *ids: str) -> "Dossier":
        """Return this dossier without some of its claims or assumptions; the rest is checked.

        Ids that were made are written out, so that the others keep theirs.

        Raises
        ------
        ValueError
            If there is none of that id.
        DossierError
            If something refers to what was withdrawn.

        Examples
        --------
        >>> dossier = Dossier(claims=[{"source": "Mayor", "says": "12 killed", "as_of": "final"}])
        >>> dossier.withdraw("mayor-killed").claims
        ()
        """
        named = self.with_ids()
        known = {figure.id for figure in (*named.claims, *named.assumptions)}
        for name in ids:
            if name not in known:
                raise ValueError(
                    f"there is no claim or assumption {name!r} to withdraw. Write the id of one "
                    "that the dossier holds."
                )
        claims = tuple(claim for claim in named.claims if claim.id not in ids)
        assumed = tuple(part for part in named.assumptions if part.id not in ids)
        return self._with(claims, assumed)

    def _with(self, claims: tuple[Claim, ...], assumptions: tuple[Assumption, ...]) -> "Dossier":
        """Return this dossier with other figures; what it holds already is not read again."""
        update: dict[str, object] = {"claims": claims}
        update |= {"assumptions": assumptions} if assumptions != self.assumptions else {}
        changed = self.model_copy(update=update)
        return changed.read_as(read_whole(changed, self._reading.figures))

    def with_ids(self) -> "Dossier":
        """Return the same dossier with every id written out, also those that are made."""
        names = iter(ids_of((*self.claims, *self.assumptions)))
        claims = tuple(_named(claim, next(names)) for claim in self.claims)
        assumed = tuple(_named(part, next(names)) for part in self.assumptions)
        return self.model_copy(update={"claims": claims, "assumptions": assumed})

    def to_dict(self) -> dict[str, object]:
        """Return the mapping of the file format, without what was left out."""
        return to_dict(self)

    def _repr_html_(self) -> str:
        """Return what a notebook shows: every claim as it was read, or what is wrong with them."""
        from claimrecon.dossier.showing import dossier_html  # noqa: PLC0415 - only a notebook

        try:
            return dossier_html(self.title, self.read())
        except DossierError as error:
            return dossier_html(self.title, error)


def _named(figure: _Figure, name: str) -> _Figure:
    return figure if figure.id is not None else figure.model_copy(update={"id": name})
