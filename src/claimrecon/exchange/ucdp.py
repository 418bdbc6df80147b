"""UCDP GED and UCDP Candidate events, in CSV (Uppsala Conflict Data Program).

What the figures mean (UCDP GED codebook): an event is one use of armed force with at least one
direct death; ``best`` is the most reliable estimate of all who were killed in it, ``low`` and
``high`` the lowest and highest reliable ones, and ``deaths_a``, ``deaths_b``, ``deaths_civilians``,
``deaths_unknown`` share out ``best``. Only direct deaths count, so the measure is ``killed``. The
figures are codes: nothing about them is rounded, so they are ``exact``. A blank is unknown; a 0 is
a 0. The days are ``date_start`` to ``date_end``, both inclusive.

An event whose figures are out of order (low > high, best outside) gives several claims of one
statement; see ``figures``.
"""

from collections.abc import Mapping
from typing import Any

from claimrecon.exchange.figures import figures_of, statements_of
from claimrecon.exchange.model import Imported, Taking
from claimrecon.exchange.sheets import Text, rows_of, text_of

NAME = "ucdp"
SOURCE = "UCDP GED"
_NEEDED = ("id", "date_start", "date_end", "best", "high", "low")
_PARTS: tuple[tuple[str, str], ...] = (
    ("deaths_a", "side a"),
    ("deaths_b", "side b"),
    ("deaths_civilians", "civilians"),
    ("deaths_unknown", "people of unknown status"),
)
_SETTING: Mapping[str, Any] = {
    "populations": {
        "everybody": {"facets": [{**{name: {} for _, name in _PARTS}, "complete": True}]}
    },
    "sources": {
        SOURCE: {
            "name": "Uppsala Conflict Data Program, Georeferenced Event Dataset",
            "role": "academic",
        }
    },
}


def read_ucdp(source: Text, *, parts: bool = False) -> Imported:
    r"""Read events of UCDP GED or UCDP Candidate; the key is the event's ``id``.

    Parameters
    ----------
    source
        A path, or the text of the file.
    parts
        Also read the shares of ``best`` by side, as estimates. Together with a low and a high they
        narrow an event to about its best figure, which the bounds are there to avoid.

    Raises
    ------
    ExchangeError
        If the file has no such columns.

    Examples
    --------
    >>> text = "id,date_start,date_end,best,high,low\n7,2016-01-16,2016-01-17,142,177,177\n"
    >>> [claim.claim["id"] for claim in read_ucdp(text).claims]
    ['7-best', '7-bounds']
    """
    taking = Taking()
    for number, row in rows_of(text_of(source), _NEEDED, taking, what="table of UCDP events"):
        if not row["id"]:
            taking.refuse(number, "id", None, "The event has no id, so it belongs to no dossier.")
            continue
        figures = figures_of(row, ("low", "best", "high"), taking, number)
        if figures is None:
            continue
        common = _common(row)
        for suffix, figure in statements_of(figures):
            claim = {**common, "id": f"{row['id']}{suffix}", **figure, "exact": True}
            taking.take(row["id"], number, claim, row)
        if parts:
            _take_parts(row, common, taking, number)
    return taking.done(NAME, _SETTING)


def _common(row: Mapping[str, str]) -> dict[str, Any]:
    places = (row.get(name) for name in ("where_coordinates", "country"))
    sides = " / ".join(filter(None, (row.get("side_a"), row.get("side_b"))))
    return {
        "source": SOURCE,
        "measure": "killed",
        "population": "everybody",
        "place": ", ".join(filter(None, places)),
        "during": [day_of(row["date_start"]), day_of(row["date_end"])],
        "statement": f"event {row['id']}",
        "quote": row.get("source_headline"),
        "note": sides,
    }


def _take_parts(
    row: Mapping[str, str], common: Mapping[str, Any], taking: Taking, number: int
) -> None:
    for column, population in _PARTS:
        text = row.get(column, "")
        if not text:
            continue
        figures = figures_of({column: text}, ("", column, ""), taking, number)
        if figures is not None:
            claim = {
                **common,
                "id": f"{row['id']}-{column.removeprefix('deaths_')}",
                "population": population,
                "count": str(figures["best"]),
                "evidence": "estimate",
            }
            taking.take(row["id"], number, claim, row)


def day_of(text: str) -> str:
    """Return the day of a date that may carry a time (``2016-01-16 00:00:00.000``)."""
    return text.split(" ", maxsplit=1)[0].split("T", maxsplit=1)[0]
