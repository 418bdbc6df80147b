"""The replication table of Radford et al. (2023), in CSV.

"Estimating Conflict Losses and Reporting Biases", PNAS 120 (34), doi:10.1073/pnas.2307372120:
claims about the first year of the full-scale war in Ukraine. ``claim_source`` is a group of sources
("UA Source"), taken as one origin; ``category`` and ``loss_country`` say what was lost and whose it
was; ``days`` counts from 24 February 2022 as day 1; ``time_frame`` is ``Cumulative`` (a running
total) or ``Day``; ``minimum`` marks "at least", ``maximum`` "up to". Rows about tanks, ships or
aircraft count no persons: they stand among the errors, with that reason.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from claimrecon.exchange.figures import whole_number
from claimrecon.exchange.model import Imported, Taking
from claimrecon.exchange.sheets import Text, rows_of, text_of

NAME = "pnas2023"
_NEEDED = (
    "days",
    "loss_count",
    "loss_type",
    "claim_source",
    "time_frame",
    "loss_country",
    "category",
)
_DAY_ZERO = date(2022, 2, 23)
_CATEGORIES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "Military Deaths": ("killed", "military personnel"),
        "Military Injuries": ("wounded", "military personnel"),
        "Military Casualties": ("casualties", "military personnel"),
        "Civilian Deaths": ("killed", "civilians"),
        "Civilian Injuries": ("wounded", "civilians"),
        "Civilian Casualties": ("casualties", "civilians"),
    }
)
_SETTING: Mapping[str, Any] = {"since": "2022-02-24"}


def read_pnas2023(source: Text) -> Imported:
    r"""Read the claims about persons; the key is whose losses they are (``Russia, civilians``).

    Raises
    ------
    ExchangeError
        If the file has no such columns.

    Examples
    --------
    >>> text = (
    ...     "days,loss_count,loss_type,claim_source,time_frame,loss_country,minimum,category\n"
    ...     "8,9000,Military Deaths-Russia,UA Source,Cumulative,Russia,1,Military Deaths\n"
    ... )
    >>> [item] = read_pnas2023(text).claims
    >>> item.key, item.claim["count"], item.claim["as_of"]
    ('Russia, military personnel', 'at least 9000', '2022-03-03')
    """
    taking = Taking()
    for number, row in rows_of(text_of(source), _NEEDED, taking, what="table of Radford et al."):
        counted = _CATEGORIES.get(row["category"])
        if counted is None:
            reason = f"{row['category']!r} are no persons, and only persons are counted here."
            taking.refuse(number, "category", row["category"], reason, "CR662")
            continue
        day, count = whole_number(row["days"]), whole_number(row["loss_count"])
        if day is None or count is None:
            column = "days" if day is None else "loss_count"
            taking.refuse(number, column, row[column], f"{row[column]!r} is no whole number.")
            continue
        measure, people = counted
        when = (_DAY_ZERO + timedelta(days=day)).isoformat()
        timing = "during" if row["time_frame"] == "Day" else "as_of"
        claim = {
            "id": f"row-{number}",
            "source": row["claim_source"],
            "measure": measure,
            "population": f"{row['loss_country']}, {people}",
            timing: when,
            "reported_on": when,
            "count": _hedged(count, row),
        }
        taking.take(f"{row['loss_country']}, {people}", number, claim, row)
    return taking.done(NAME, _SETTING)


def _hedged(count: int, row: Mapping[str, str]) -> str:
    if row.get("minimum") == "1":
        return f"at least {count}"
    return f"up to {count}" if row.get("maximum") == "1" else str(count)
