"""The same claims as models, as mappings, as flat rows or as a frame: a user's tool has its own."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from claimrecon.claims import ReadClaim, Timing
from claimrecon.dossier import Claim, Dossier
from claimrecon.errors import ClaimReconError

Form = Literal["model", "dict", "rows", "frame"]
"""``Claim``, mappings of the file format, flat rows, or those rows as a pandas ``DataFrame``."""

COLUMNS: tuple[str, ...] = (
    "id", "source", "via", "reported_on", "measure", "kind", "first", "last",
    "words", "low", "high", "relays", "replaces", "quote",
)  # fmt: skip
"""The columns of a row, in order."""


class MissingFrameLibraryError(ClaimReconError, ModuleNotFoundError):
    """A frame is asked for, and pandas is not installed."""

    code = "CR791"


def in_form(dossier: Dossier, form: Form) -> Any:
    """Return the claims of *dossier* in a form of its own.

    Parameters
    ----------
    dossier
        A dossier that loads.
    form
        ``"rows"`` gives dictionaries with the keys ``COLUMNS``: text, numbers and ``None`` only.
        ``kind`` is "total", "period" or "stock"; ``first`` and ``last`` are days, both inclusive,
        ``first`` being ``None`` where nobody said; ``low`` and ``high`` are the words as read
        strictly, in people, with ``high`` ``None`` where nobody said.

    Raises
    ------
    MissingFrameLibraryError
        If a frame is asked for, and pandas is not installed.

    Examples
    --------
    >>> from claimrecon.dossier import claim
    >>> said = Dossier(claims=[claim("at least 300 killed", by="Mayor", on="9 Jan 2025")])
    >>> [row] = in_form(said, "rows")
    >>> row["words"], row["low"], row["high"], row["last"]
    ('at least 300 killed', 300, None, '2025-01-09')
    """
    match form:
        case "model":
            return dossier.claims
        case "dict":
            return tuple(_mapping(claim) for claim in dossier.claims)
        case "rows":
            return _rows(dossier)
        case "frame":
            return _frame(_rows(dossier))


def _mapping(claim: Claim) -> dict[str, Any]:
    return claim.model_dump(mode="json", exclude_defaults=True)


def _rows(dossier: Dossier) -> tuple[dict[str, Any], ...]:
    read = dossier.read()
    pairs = zip(dossier.claims, read.claims, strict=True)
    return tuple(_row(claim, understood) for claim, understood in pairs)


def _row(claim: Claim, read: ReadClaim) -> dict[str, Any]:
    when, interval = read.scope.when, read.interval(lenient=False)
    first, last = when.since and when.since.first, when.span and when.span.last
    kind = "total"
    if when.timing is not Timing.AS_OF:
        kind, first = ("period" if when.timing is Timing.DURING else "stock"), None
        if when.span is not None:
            first = when.span.first
    return {
        "id": read.id,
        "source": read.speaker,
        "via": "; ".join(read.via),
        "reported_on": claim.reported_on,
        "measure": read.scope.measure.name,
        "kind": kind,
        "first": first and first.isoformat(),
        "last": last and last.isoformat(),
        "words": read.words,
        "low": None if interval is None else float_or_int(interval.low),
        "high": None if interval is None or interval.high is None else float_or_int(interval.high),
        "relays": read.relays,
        "replaces": read.supersedes[0] if read.supersedes else None,
        "quote": read.quote,
    }


def float_or_int(number: Any) -> int | float:
    """Return a whole number as one; a rate or ratio may be none."""
    return int(number) if number == int(number) else float(number)


def _frame(rows: Sequence[Mapping[str, Any]]) -> Any:
    try:
        import pandas as pd  # noqa: PLC0415
    except ModuleNotFoundError:
        raise MissingFrameLibraryError(
            "cases as frames need pandas, which is not installed. Install it (pip install pandas), "
            'or ask for form="rows" and make a frame of your own library from them.'
        ) from None
    # Objects, so that whole numbers stay whole beside what nobody said.
    return pd.DataFrame(list(rows), columns=list(COLUMNS), dtype=object)
