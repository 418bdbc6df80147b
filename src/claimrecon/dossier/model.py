"""The dossier: what a user writes by hand and what a pipeline passes on."""

from functools import cached_property
from typing import Any

from claimrecon.dossier.parts import VERSION, Document
from claimrecon.dossier.reading import read_whole
from claimrecon.dossier.understood import ReadDossier


class Dossier(Document):
    """The claims about one event, with the names and defaults they use.

    What a user writes by hand and what a pipeline passes on. The same mapping is valid as YAML,
    JSON and TOML. ``read`` turns it into scopes and intervals, and reports everything that is wrong
    with it at once.

    Examples
    --------
    >>> dossier = Dossier(
    ...     claims=[
    ...         {"source": "Mayor", "says": "at least 300 killed", "reported_on": "9 Jan 2025"},
    ...     ]
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
        return self._read

    @cached_property
    def _read(self) -> ReadDossier:
        return read_whole(self)

    def to_dict(self) -> dict[str, Any]:
        """Return the mapping of the file format, without what was left out.

        The result holds nothing but text, whole numbers, truth values, lists and mappings, and
        loads back to an equal dossier.
        """
        return {"claimrecon": VERSION, **self.model_dump(mode="json", exclude_defaults=True)}
