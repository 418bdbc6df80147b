"""The daily files of Tech for Palestine, in JSON: Gaza, the West Bank, Lebanon.

``..._cum`` are running totals from 7 October 2023 (in Lebanon from the start of each phase), the
bare fields what was reported for the period that ends on ``report_date``: ``report_period`` hours,
one day where it is not said. A field that is missing is unknown. ``ext_...`` are extrapolated by
the publisher where nothing was reported: they are read as a model of its own, never as the
ministry's. ``verified`` holds the counts of OCHA by date of event, the fields beside it those of
its flash updates. ``report_source`` says who reported: ``mohtel`` (Ministry of Health), ``gmotel``
(Government Media Office), ``unocha``, ``moph_lb`` (Lebanon's Ministry of Public Health), or
``missing``.
The figures are those of counters, not rounded ones, hence ``exact``: a total that falls from 1,000
to 967 was revised. Fields that count no persons (massacres, attacks) are left out, and named among
the errors once.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from claimrecon.exchange.figures import whole_number
from claimrecon.exchange.model import Imported, Taking
from claimrecon.exchange.refusals import ExchangeError
from claimrecon.exchange.sheets import Text, text_of

NAME = "techforpalestine"
_MODEL = "Tech for Palestine (extrapolated)"
_SPEAKERS: Mapping[str, str] = MappingProxyType(
    {
        "mohtel": "Gaza Ministry of Health",
        "gmotel": "Gaza Government Media Office",
        "unocha": "OCHA",
        "un": "OCHA flash update",
        "fill": "OCHA flash update",
        "verified": "OCHA (verified, by date of event)",
        "moph_lb": "Lebanon Ministry of Public Health",
    }
)
_COUNTED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "killed": ("killed", "people"),
        "injured": ("wounded", "people"),
        "killed_children": ("killed", "children"),
        "killed_women": ("killed", "women"),
        "injured_children": ("wounded", "children"),
        "med_killed": ("killed", "medical personnel"),
        "press_killed": ("killed", "journalists"),
        "civdef_killed": ("killed", "civil defence personnel"),
        "aid_seeker_killed": ("killed", "aid seekers"),
        "aid_seeker_injured": ("wounded", "aid seekers"),
        "famine": ("indirect_deaths", "people"),
        "child_famine": ("indirect_deaths", "children"),
    }
)
_ABOUT_THE_REPORT = frozenset(
    {"report_date", "report_source", "report_period", "flash_source", "verified", "phase"}
)
_HOURS = 24


def read_techforpalestine(source: Text, *, place: str) -> Imported:
    """Read a daily file; the key is what is counted of whom (``killed | women | Gaza Strip``).

    Parameters
    ----------
    source
        A path, or the text of the file.
    place
        What the file is about: the files do not say so.

    Raises
    ------
    ExchangeError
        If the file is no list of daily reports.

    Examples
    --------
    >>> day = {"report_date": "2023-10-20", "report_source": "mohtel", "killed_women_cum": 1000}
    >>> [item] = read_techforpalestine(json.dumps([day]), place="Gaza Strip").claims
    >>> item.key, item.claim["source"], item.claim["count"]
    ('killed | women | Gaza Strip', 'Gaza Ministry of Health', '1000')
    """
    try:
        held = json.loads(text_of(source), parse_float=str)
    except ValueError as error:
        raise ExchangeError(f"this is no JSON: {error}.") from error
    if not isinstance(held, list) or not all(isinstance(day, Mapping) for day in held):
        raise ExchangeError("this is no daily file: a list of reports is wanted, one for each day.")
    taking = Taking()
    left_out: set[str] = set()
    for number, report in enumerate(held, 1):
        for speaker, name, value in _fields(report):
            _take(_Cell(report, number, speaker, name, value), place, taking, left_out)
    return taking.done(NAME)


def _fields(report: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Yield who reports which field of a day, and its value."""
    by = report.get("report_source") or report.get("flash_source") or ""
    for name, value in report.items():
        if name == "verified" and isinstance(value, Mapping):
            yield from ((_SPEAKERS["verified"], inner, count) for inner, count in value.items())
        elif name.startswith("ext_"):
            yield _MODEL, name, value
        elif name not in _ABOUT_THE_REPORT:
            yield _SPEAKERS.get(str(by), str(by)), name, value


@dataclass(frozen=True, slots=True)
class _Cell:
    """One field of one daily report."""

    report: Mapping[str, Any]
    number: int
    speaker: str
    name: str
    value: Any

    @property
    def what(self) -> str:
        return self.name.removeprefix("ext_").removesuffix("_cum")

    @property
    def id(self) -> str:
        verified = "verified-" if self.speaker == _SPEAKERS["verified"] else ""
        return f"day-{self.number}-{verified}{self.name}"


def _take(cell: _Cell, place: str, taking: Taking, left_out: set[str]) -> None:
    counted = _COUNTED.get(cell.what)
    if counted is None:
        if cell.name not in left_out:
            left_out.add(cell.name)
            reason = f"{cell.name!r} is not read as a number of persons, on this day and later."
            taking.refuse(cell.number, cell.name, cell.value, reason, "CR662")
        return
    is_total = cell.name.endswith("_cum")
    silent = not is_total and str(cell.report.get("report_period")) == "0"
    if cell.value is None or silent:
        return  # on a day without a report, a 0 says that nothing was said
    count, days = whole_number(str(cell.value)), _days(cell.report)
    if count is None or days is None:
        column = "report_date" if days is None else cell.name
        reason = "A date (2023-10-20) or a whole number is wanted here."
        taking.refuse(cell.number, column, cell.value, reason)
        return
    measure, people = counted
    phase = None if cell.report.get("phase") is None else f"phase {cell.report['phase']}"
    claim = {
        "id": cell.id,
        "source": cell.speaker or "not said",
        "measure": measure,
        "population": people,
        "place": place,
        **({"as_of": days[1]} if is_total else {"during": list(days)}),
        "reported_on": days[1],
        "count": str(count),
        "exact": True,
        "evidence": "model" if cell.speaker == _MODEL else None,
        "note": phase,
    }
    key = " | ".join(filter(None, (measure, people, place, phase)))
    taking.take(key, cell.number, claim, {**cell.report, "field": cell.name})


def _days(report: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return the first and the last day that a report is about."""
    try:
        last = date.fromisoformat(str(report.get("report_date")))
        hours = int(report.get("report_period") or _HOURS)
    except ValueError:
        return None
    first = last - timedelta(days=max(hours // _HOURS, 1) - 1)
    return first.isoformat(), last.isoformat()
