"""How every claim of a dossier was read, as data (``claimrecon check``)."""

from typing import Any

from claimrecon.claims import ReadClaim
from claimrecon.dossier.understood import ReadDossier
from claimrecon.dossier.written import number_text
from claimrecon.quantities import CountInterval


def how_read(read: ReadDossier) -> tuple[dict[str, Any], ...]:
    """Return for each claim and assumption its strict and lenient interval, and by which rule.

    Intervals are ``[low, high]``, both inclusive, before evidence takes an end away: whole numbers
    as ``int``, other exact numbers as text, ``None`` where nobody said. Where the words hold no
    number, interval and rule are ``None``.

    Examples
    --------
    >>> from claimrecon.dossier import load
    >>> claim = {"id": "mayor", "source": "Mayor", "measure": "killed", "as_of": "final"}
    >>> how_read(load([claim | {"count": "at least 300"}]).read())
    ({'id': 'mayor', 'strict': [300, None], 'lenient': [300, None], 'rule': 'at-least'},)
    """
    return tuple(_row(claim) for claim in (*read.claims, *read.assumptions))


def _row(claim: ReadClaim) -> dict[str, Any]:
    reading = claim.reading
    if reading is None:
        return {"id": claim.id, "strict": None, "lenient": None, "rule": None}
    return {
        "id": claim.id,
        "strict": _ends(reading.strict),
        "lenient": _ends(reading.lenient),
        "rule": reading.rule,
    }


def _ends(interval: CountInterval) -> list[int | str | None]:
    high = None if interval.high is None else number_text(interval.high)
    return [number_text(interval.low), high]
