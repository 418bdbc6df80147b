"""Loading a dossier: a path, an open file, a mapping or a list of claims."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from claimrecon.dossier.files import Raw, Source, opened
from claimrecon.dossier.model import Dossier
from claimrecon.dossier.parts import Assumption, Claim, Document
from claimrecon.dossier.problems import Problems
from claimrecon.dossier.reading import Outcome, Standing, read_document
from claimrecon.dossier.shape import figure_of, head_of, items_of, label
from claimrecon.errors import DossierError, Notice, Problem

_PARTS = ("claims", "assumptions")
_LACKING = frozenset({"CR206", "CR323", "CR326", "CR422"})
"""Refusals of a claim that lacks something."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What a file holds: what can be used of it, and what is wrong.

    Attributes
    ----------
    dossier
        The dossier without the claims that cannot be used; ``None`` where nothing can, or where
        something outside of the claims is wrong.
    errors
        Every problem, in the order of the file.
    warnings
        The notices of ``dossier``.
    usable, total
        How many claims and assumptions can be used, and how many there are.
    name
        The file, or "dossier".
    """

    dossier: Dossier | None
    errors: tuple[Problem, ...] = ()
    warnings: tuple[Notice, ...] = ()
    usable: int = 0
    total: int = 0
    name: str = "dossier"

    def error(self) -> DossierError:
        """Return all errors as one exception."""
        return DossierError(self.errors, name=self.name, usable=self.usable, total=self.total)


def load(source: Source | Dossier, *, keep_going: bool = False) -> Dossier:
    """Load a dossier and check all of it.

    Parameters
    ----------
    source
        A path to a YAML, JSON, TOML or CSV file (one claim a row), an open file, a mapping, or a
        list of claims.
    keep_going
        Leave out the claims that cannot be used, as long as the rest can. ``examine`` says which.

    Raises
    ------
    DossierError
        If anything cannot be used; all problems together.

    Examples
    --------
    >>> load(
    ...     [{"source": "Mayor", "measure": "killed", "as_of": "2025-01-09", "count": 300}]
    ... ).read().claims[0].words
    '300'
    """
    examined = examine(source)
    if examined.dossier is None or (examined.errors and not keep_going):
        raise examined.error()
    return examined.dossier


def examine(source: Source | Dossier) -> Examined:
    """Load as much of a dossier as can be used, and say what is wrong with the rest.

    What stands in the file raises nothing; every problem is in the result.
    """
    try:
        raw = Raw(_fields(source)) if isinstance(source, Dossier) else opened(source)
    except DossierError as error:
        name = _name_of(source)
        return Examined(None, error.errors, name=name)
    return examine_raw(raw)


def _fields(dossier: Dossier) -> dict[str, object]:
    return {name: getattr(dossier, name) for name in dossier.model_fields_set}


def _name_of(source: object) -> str:
    named = source if isinstance(source, str) else getattr(source, "name", "dossier")
    return str(named).rsplit("/", 1)[-1]


def examine_raw(raw: Raw) -> Examined:
    """Examine what was opened already, with the lines of its parts as they are known."""
    held = {"claims": raw.held} if isinstance(raw.held, list) else raw.held
    problems = Problems(raw.lines)
    if not isinstance(held, Mapping):
        problems.add(
            "CR108",
            "this file holds no mapping. A dossier begins with  claimrecon: 1  and has claims:.",
            path=(),
        )
        return Examined(None, problems.ordered(()), name=raw.name)
    head = head_of(held, problems)
    was_refused = problems.bad(("measures",))
    items = {part: items_of(held, part, problems) for part in _PARTS}
    figures: dict[str, list[Claim | Assumption]] = {part: [] for part in _PARTS}
    positions: dict[str, list[int]] = {part: [] for part in _PARTS}
    lost: set[str] = set()
    for part in _PARTS:
        for index, item in enumerate(items[part]):
            figure = figure_of(item, part, index, problems)
            if figure is None:
                lost.add(label(item, index))
            else:
                figures[part].append(figure)
                positions[part].append(index)
    broken = frozenset(path[:2] for path, _ in problems.found)
    document = Dossier.model_validate({**head, **figures})
    outcome = read_document(document, Standing(positions, frozenset(lost)), problems)
    # Measures refused under measures: are not refused again in every claim, and what a claim lacks
    # may stand under a key that was refused already.
    problems.drop(lambda path, code: code == "CR201" and was_refused and path[0] in _PARTS)
    problems.drop(lambda path, code: code in _LACKING and path[:2] in broken)
    total = sum(map(len, items.values()))
    usable = sum(outcome.clean)
    errors = problems.ordered(Document.model_fields)
    if outcome.understood is not None and not errors:
        dossier = document.read_as(outcome)
        return Examined(dossier, (), outcome.understood.notices, usable, total, raw.name)
    if problems.concern(*_PARTS):
        return Examined(None, errors, usable=usable, total=total, name=raw.name)
    dossier = _pruned(document, outcome)
    return Examined(dossier, errors, dossier.read().notices, usable, total, raw.name)


def _pruned(document: Dossier, outcome: Outcome) -> Dossier:
    """Return the dossier without what cannot be used; ids that were made stay what they were."""
    figures: Sequence[Claim | Assumption] = (*document.claims, *document.assumptions)
    kept: dict[type[BaseModel], list[Claim | Assumption]] = {Claim: [], Assumption: []}
    for figure, name, clean in zip(figures, outcome.ids, outcome.clean, strict=True):
        if clean:
            kept[type(figure)].append(figure.model_copy(update={"id": name}))
    return document.model_copy(
        update={"claims": tuple(kept[Claim]), "assumptions": tuple(kept[Assumption])}
    )
