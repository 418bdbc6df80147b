"""ACLED events, in CSV (Armed Conflict Location & Event Data).

What the figures mean (ACLED codebook, "Reported fatalities"): ``fatalities`` is what sources report
of one event. Where reports differ or are vague, the most conservative figure is taken ("dozens"
are 12, "hundreds" 100), so the column is a lower end, and nobody said an upper one. A 0 says that
none were reported: it binds nothing. Deaths are direct ones of political violence: ``killed``.

The day is ``event_date``. With ``time_precision`` 2 it stands for a week, with 3 for a month: the
claim is then about the seven days before and after, or about the month.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from claimrecon.errors import ClaimReconError
from claimrecon.exchange.figures import figures_of
from claimrecon.exchange.model import Imported, Taking
from claimrecon.exchange.sheets import Text, rows_of, text_of
from claimrecon.periods import parse_partial_date

NAME = "acled"
SOURCE = "ACLED"
_NEEDED = ("event_id_cnty", "event_date", "fatalities")
_WEEK = timedelta(days=7)
_SETTING: Mapping[str, Any] = {
    "sources": {SOURCE: {"name": "Armed Conflict Location & Event Data", "role": "academic"}}
}


def read_acled(source: Text) -> Imported:
    r"""Read events of ACLED; the key is ``event_id_cnty``.

    Raises
    ------
    ExchangeError
        If the file has no such columns.

    Examples
    --------
    >>> text = "event_id_cnty,event_date,time_precision,fatalities\nXYZ1,04 March 2024,1,12\n"
    >>> [item] = read_acled(text).claims
    >>> item.claim["low"], item.claim["during"], "high" in item.claim
    (12, ['2024-03-04', '2024-03-04'], False)
    """
    taking = Taking()
    for number, row in rows_of(text_of(source), _NEEDED, taking, what="table of ACLED events"):
        event = row["event_id_cnty"]
        if not event:
            taking.refuse(number, "event_id_cnty", None, "The event has no id.")
            continue
        figures = figures_of(row, ("fatalities", "", ""), taking, number)
        days = _days(row, taking, number)
        if figures is None or days is None:
            continue
        places = (row.get(name) for name in ("location", "admin1", "country"))
        claim = {
            "id": event,
            "source": SOURCE,
            "measure": "killed",
            "place": ", ".join(filter(None, places)),
            "during": days,
            "low": figures["low"],
            "quote": row.get("notes"),
            "note": row.get("source"),
        }
        taking.take(event, number, claim, row)
    return taking.done(NAME, _SETTING)


def _days(row: Mapping[str, str], taking: Taking, number: int) -> list[str] | None:
    text = row["event_date"]
    try:
        day = parse_partial_date(text).first
    except ClaimReconError as error:
        taking.refuse(number, "event_date", text, str(error))
        return None
    first = last = day
    match row.get("time_precision", "1"):
        case "2":
            first, last = day - _WEEK, day + _WEEK
        case "3":
            first = day.replace(day=1)
            last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        case _:
            pass
    return [_iso(first), _iso(last)]


def _iso(day: date) -> str:
    return day.isoformat()
