"""What is counted: measures by name, added up, or known only between two (§3, §4)."""

from collections.abc import Callable, Collection, Mapping
from itertools import combinations

from claimrecon.dossier.names import suggestion
from claimrecon.dossier.parts import MeasureBounds, OwnMeasure
from claimrecon.dossier.problems import Desk, Problems
from claimrecon.vocabulary import MEASURES, Measure, Move, between, measure_named, sum_of

Find = Callable[[str], Measure | None]
Written = str | tuple[str, ...] | MeasureBounds


def built_in(name: str) -> Measure | None:
    """Return the measure of the convention of that name, in any case and spacing."""
    return measure_named(name) or measure_named("_".join(name.lower().replace("-", " ").split()))


def named(name: str, own: Mapping[str, Measure]) -> Measure | None:
    """Return the measure of that name, the dossier's *own* ones first."""
    return own.get(name) or built_in(name)


def measure_of(
    written: Written, own: Mapping[str, Measure], desk: Desk, *, known: Collection[str] = ()
) -> tuple[Measure, Measure | None, bool] | None:
    """Return what certainly counts, the outer measure if any, and whether nothing bounds it.

    Where nothing certainly counts (``inner: null``) the first one counts no moves at all. Names
    that are *known* to be own measures, and are not among *own*, were refused where they are
    defined.
    """

    def find(name: str) -> Measure | None:
        return named(name, own)

    if not isinstance(written, MeasureBounds):
        only = _added(written, find, known, desk)
        return None if only is None else (only, None, False)
    bounds = _bounds(written, find, known, desk)
    if bounds is None:
        return None
    inner, outer = bounds
    return inner, outer, outer is None


def own_measures(written: Mapping[str, OwnMeasure], problems: Problems) -> dict[str, Measure]:
    """Return the dossier's own measures; what is wrong with them goes to *problems*."""
    made: dict[str, Measure] = {}
    refused: set[str] = set()

    def make(name: str, line: tuple[str, ...]) -> Measure | None:
        if name not in written:
            return built_in(name)
        if name in made or name in refused:
            return made.get(name)
        desk = Desk(problems, ("measures", name))
        if name in line:
            circle = " > ".join((*line[line.index(name) :], name))
            desk.refuse(
                "CR204",
                f"the measure {name!r} is defined by itself: {circle}. Define one of them by "
                "measures of the convention.",
            )
            refused.add(name)
            return None
        measure = _own(name, written[name], lambda part: make(part, (*line, name)), written, desk)
        if measure is None or name in refused:
            refused.add(name)
            return None
        made[name] = measure
        return measure

    for name in written:
        make(name, ())
    return {name: made[name] for name in written if name in made}


def _own(
    name: str, entry: OwnMeasure, find: Find, known: Collection[str], desk: Desk
) -> Measure | None:
    if built_in(name) is not None:
        desk.refuse(
            "CR205",
            f"{name!r} is a measure of the convention, and its meaning is fixed. Give your own "
            "measure another name.",
        )
        return None
    is_sum = entry.sum is not None
    if is_sum == bool(entry.model_fields_set & {"inner", "outer"}):
        desk.refuse(
            "CR203",
            f"the measure {name!r} needs either a sum or bounds. Write  {name}: {{sum: [killed, "
            f"wounded]}}   or   {name}: {{inner: killed, outer: casualties_all}}.",
        )
        return None
    if entry.sum is not None:
        parts = _parts(entry.sum, find, known, desk)
        return None if parts is None else sum_of(name, parts, title=name)
    bounds = _bounds(entry, find, known, desk)
    return None if bounds is None else between(name, *bounds)


def _bounds(
    written: MeasureBounds, find: Find, known: Collection[str], desk: Desk
) -> tuple[Measure, Measure | None] | None:
    if written.inner is None and written.outer is None:
        desk.refuse(
            "CR203",
            "the bounds hold neither an inner nor an outer measure. Write {inner: X, outer: Y}, or "
            "one of the two.",
            key="measure",
        )
        return None
    outer = None if written.outer is None else _added(written.outer, find, known, desk)
    if written.inner is None:
        inner: Measure | None = sum_of("nothing certain", (), title="nothing certain")
    else:
        inner = _added(written.inner, find, known, desk)
    if inner is None or (written.outer is not None and outer is None):
        return None
    return inner, outer


def _added(
    written: str | tuple[str, ...], find: Find, known: Collection[str], desk: Desk
) -> Measure | None:
    names = (written,) if isinstance(written, str) else written
    parts = _parts(names, find, known, desk)
    if parts is None:
        return None
    return parts[0] if len(parts) == 1 else sum_of("+".join(part.name for part in parts), parts)


def _parts(
    names: tuple[str, ...], find: Find, known: Collection[str], desk: Desk
) -> tuple[Measure, ...] | None:
    found = {name: find(name) for name in names}
    for name, measure in found.items():
        if measure is None and name not in known:
            hint = suggestion(name, (*known, *MEASURES))
            desk.refuse(
                "CR201",
                f"There is no measure of that name.{hint} The reference of the vocabulary lists "
                "them; one of your own goes under measures:.",
                key="measure",
                value=name,
            )
    if not names:
        desk.refuse("CR203", "the list of measures is empty. Write at least one.", key="measure")
    parts = tuple(measure for name in names if (measure := found[name]) is not None)
    if not names or len(parts) < len(names):
        return None
    clash = next((pair for pair in combinations(parts, 2) if overlap(*pair)), None)
    if clash is not None:
        one, other = clash
        desk.refuse(
            "CR202",
            f"{one.name} and {other.name} have persons in common ({one.title}; {other.title}), so "
            "the sum would count them twice. Add up only measures that share nobody.",
            key="measure",
            value=names,
        )
        return None
    return parts


def overlap(one: Measure, other: Measure) -> bool:
    """Whether some move counts for both measures, so that their sum would count it twice.

    Examples
    --------
    >>> (
    ...     overlap(MEASURES["killed"], MEASURES["casualties"]),
    ...     overlap(MEASURES["killed"], MEASURES["wounded"]),
    ... )
    (True, False)
    """
    return bool(_counted(one) & _counted(other))


def _counted(measure: Measure) -> frozenset[Move]:
    moves = {*measure.gross, *measure.moves_in, *(measure.vague or ())}
    # Who is counted when wounded and not taken out when dying of it is counted for that death too.
    if Move.WOUND in measure.gross and measure.coefficients.get(Move.DIE_OF_WOUNDS, 0) == 0:
        moves.add(Move.DIE_OF_WOUNDS)
    return frozenset(moves)
