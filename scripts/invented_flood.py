"""A flood that never was, told by as many claims as one asks for: to look at and to measure with.

The counts grow from day to day in every district of an invented river land; sources tell them with
their hedges and roundings, some through relays. One claim in twenty is wrong by a half.
"""

from datetime import date, timedelta
from typing import Any

SOURCES = (
    ("interior", "Ministry of the Interior", "about {:,}"),
    ("rescue", "River Rescue Service", "at least {:,}"),
    ("redaid", "Red Aid Society", "{:,}"),
    ("gazette", "Ostrand Gazette", "more than {:,}"),
    ("governor", "Governor’s office", "around {:,}"),
    ("hospital", "Hospital association", "at least {:,}"),
    ("union", "Union of ferrymen", "nearly {:,}"),
)
MEASURES = ("killed", "wounded", "casualties")
BEGIN = date(2031, 3, 1)
_WRONG_EVERY = 20
_RELAYED_EVERY = 3


def flood(claims: int) -> dict[str, Any]:
    """Return a dossier of that many claims; the same number gives the same dossier."""
    districts = max(2, claims // 40)
    return {
        "title": f"The Ostrand flood, told by {claims:,} claims",
        "since": BEGIN.isoformat(),
        "places": {"Ostrand": {_district(n): {} for n in range(districts)}},
        "population": "Residents",
        "sources": {key: {"name": name} for key, name, _ in SOURCES},
        "claims": [_claim(n, districts) for n in range(claims)],
    }


def _district(number: int) -> str:
    return f"District {number + 1}"


def _claim(number: int, districts: int) -> dict[str, Any]:
    district = number % districts
    day = 1 + (number // districts) % 20
    key, _, words = SOURCES[(number * 5 + number // 7) % len(SOURCES)]
    measure = MEASURES[(number // districts) % len(MEASURES)]
    count = _truth(measure, district, day)
    if number % _WRONG_EVERY == _WRONG_EVERY - 1:
        count = count * 3 // 2 if number % 2 else count // 2
    when = (BEGIN + timedelta(days=day)).isoformat()
    relays = {"via": ["Harbour Radio"]} if number % _RELAYED_EVERY == 0 else {}
    return {
        "id": f"{key}-{number + 1}",
        "source": key,
        "reported_on": when,
        "measure": measure,
        "as_of": when,
        "place": _district(district),
        "count": words.format(count),
        "url": f"https://example.org/ostrand/{number + 1}",
        "quote": f"By the evening the number of {measure} in {_district(district)} was given as "
        f"{words.format(count)}.",
        **relays,
    }


def _truth(measure: str, district: int, day: int) -> int:
    killed = (district % 5 + 2) * 10 * day
    return killed * {"killed": 1, "wounded": 3, "casualties": 4}[measure]
