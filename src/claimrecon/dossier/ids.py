"""Readable ids for claims that have none, the same ones every time."""

from collections.abc import Iterable, Sequence

from claimrecon.dossier.names import slug
from claimrecon.dossier.parts import Assumption, Claim, Figure, MeasureBounds, SourceEntry
from claimrecon.dossier.says import counted_in


def ids_of(figures: Sequence[Claim | Assumption], *, taken: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the id of each figure: its own, else one made from its source and measure.

    Examples
    --------
    >>> ids_of(
    ...     [Claim(source="NIS", says="at least 300 killed"), Claim(source="NIS", measure="killed")]
    ... )
    ('nis-killed', 'nis-killed-2')
    """
    used = {figure.id for figure in figures if figure.id is not None} | set(taken)
    counts: dict[str, int] = {}
    ids = []
    for figure in figures:
        name = figure.id
        if name is None:
            name = _unused(_readable(figure), used, counts)
            used.add(name)
        ids.append(name)
    return tuple(ids)


def _unused(stem: str, used: set[str], counts: dict[str, int]) -> str:
    while True:
        number = counts[stem] = counts.get(stem, 0) + 1
        name = stem if number == 1 else f"{stem}-{number}"
        if name not in used:
            return name


def _readable(figure: Claim | Assumption) -> str:
    if isinstance(figure, Assumption):
        rule = "" if figure.assume is None else slug(figure.assume.value)
        return "-".join(filter(None, ("assumed", rule, _counted(figure))))
    source = figure.source
    name = source.name if isinstance(source, SourceEntry) else source
    return "-".join(filter(None, (slug(name or ""), _counted(figure)))) or "claim"


def _counted(figure: Figure) -> str:
    written = figure.measure
    if isinstance(written, MeasureBounds):
        written = written.inner if written.inner is not None else written.outer
    if written is None:
        written = counted_in(figure.says or "").measures
    return "-".join(
        slug(name.replace("_", " "))
        for name in ((written,) if isinstance(written, str) else written or ())
    )
