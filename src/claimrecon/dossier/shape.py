"""From plain mappings to the models of the file: unknown and missing keys, wrong kinds of value."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from claimrecon.dossier.names import suggestion
from claimrecon.dossier.parts import (
    AllOf,
    Assumption,
    Bounds,
    Claim,
    Document,
    MeasureBounds,
    OwnMeasure,
    SourceEntry,
)
from claimrecon.dossier.problems import Path, Problems, shown
from claimrecon.dossier.written import kind_of

_LISTS: Mapping[str, type[Claim | Assumption]] = {"claims": Claim, "assumptions": Assumption}
_WANTED: Mapping[str | int, str] = {
    **dict.fromkeys(("population", "place", "cause"), "a name, {inner, outer} or {all_of}"),
    "measure": "a measure, a list of measures or {inner, outer}",
    "measures": "{sum} or {inner, outer}",
    "source": "a name or a mapping with a name",
    "sources": "a mapping with name, role, ...",
}
_M = TypeVar("_M", bound=BaseModel)


def head_of(held: Mapping[object, object], problems: Problems) -> dict[str, object]:
    """Return the keys of the dossier that can be used, its claims and assumptions aside."""
    head = {str(key): value for key, value in held.items() if key not in _LISTS}
    if modelled(Document, head, (), problems) is not None:
        return head
    bad = {path[0] for path, _ in problems.found if path}
    return {key: value for key, value in head.items() if key not in bad}


def items_of(held: Mapping[object, object], part: str, problems: Problems) -> list[object]:
    """Return the claims, or the assumptions, as they were written."""
    items = held.get(part)
    if items is None:
        return []
    if isinstance(items, list | tuple):
        return list(items)
    problems.add(
        "CR112",
        f"{kind_of(items)} stands where a list of {part} is wanted. Begin each one with a dash.",
        path=(part,),
    )
    return []


def figure_of(item: object, part: str, index: int, problems: Problems) -> Claim | Assumption | None:
    """Return one claim or assumption as the file's model, or ``None`` where it is none.

    Where some of its keys are wrong, the rest is returned, so that all that is wrong with it can be
    reported together.
    """
    model = _LISTS[part]
    path: Path = (part, index)
    if isinstance(item, model):
        return item
    if not isinstance(item, Mapping):
        problems.add(
            "CR112",
            f"{kind_of(item)} stands where a claim is wanted. Write a mapping: source, measure, "
            "count, ...",
            path=path,
            claim=label(item, index),
            value=item,
        )
        return None
    written = {str(key): value for key, value in item.items()}
    whole = modelled(model, written, path, problems, claim=partial(label, item, index))
    if whole is not None:
        return whole
    bad = {place[2] for place, _ in problems.found if place[:2] == path and len(place) > len(path)}
    rest = {key: value for key, value in written.items() if key not in bad}
    return modelled(model, rest, path, Problems())


def label(item: object, index: int) -> str:
    """Return the id of a claim as it was written, else its number, counted from 1."""
    written = item.get("id") if isinstance(item, Mapping) else None
    return f"#{index + 1}" if written is None else shown(written)


def modelled(
    model: type[_M],
    written: Mapping[str, object],
    path: Path,
    problems: Problems,
    *,
    claim: Callable[[], str | None] = lambda: None,
) -> _M | None:
    """Return *written* as a *model*; hand in everything that does not fit."""
    try:
        return model.model_validate(written)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _hand_in(detail, model, path, problems, claim())
        return None


def _hand_in(
    detail: ErrorDetails, model: type[BaseModel], path: Path, problems: Problems, claim: str | None
) -> None:
    loc = tuple(detail["loc"])
    key = str(loc[-1]) if loc else ""
    kind = detail["type"]
    value: object = detail["input"]
    if kind.startswith("CR"):
        code, message = kind, detail["msg"]
    elif kind == "extra_forbidden" and key.isdigit():
        code = "CR110"
        message = (
            f"{key} stands here like a key. Where a figure with a comma stands in braces, put it "
            'in quotes: {count: "4,000"}.'
        )
    elif kind == "extra_forbidden":
        hint = suggestion(key, _fields(model, loc))
        code = "CR110"
        message = (
            f"There is no key {key!r} here.{hint} Correct it, or leave it out; remarks go under "
            "note:."
        )
    elif kind == "missing":
        code, value = "CR111", None
        message = f"The key {key!r} is missing. Write  {key}:  and its value."
    else:
        code = "CR112"
        wanted = next((_WANTED[part] for part in loc if part in _WANTED), "something else")
        message = f"{kind_of(value)} stands where {wanted} is wanted."
    text = None if isinstance(value, Mapping | list | tuple) else value
    problems.add(code, message, path=(*path, *loc), claim=claim, value=text)


def _fields(model: type[BaseModel], loc: tuple[str | int, ...]) -> Iterable[str]:
    """Return the keys that may stand where an unknown one was found."""
    if len(loc) == 1:
        return model.model_fields
    if loc[0] in {"source", "sources"}:
        return SourceEntry.model_fields
    if loc[0] == "measures":
        return OwnMeasure.model_fields
    if loc[0] == "measure":
        return MeasureBounds.model_fields
    return (*Bounds.model_fields, *AllOf.model_fields)
