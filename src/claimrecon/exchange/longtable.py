"""Long tables: one figure a row, in the columns that ``COLUMNS`` names.

One row is one figure. ``value`` is the figure itself, ``low`` and ``high`` its bounds; a blank is
unknown. ``cumulative`` 1 (or blank) is a running total up to ``date``, 0 what happened on it.
``vintage`` is the day on which this version of the figure was published; without one it is
``date``. ``note`` "about" marks a rounded figure. Words for measures are those of the vocabulary;
what stands in brackets behind one explains it.

Figures out of order (low > high, value outside) give several claims of one statement; see
``figures``. The way back writes what such a table can hold, and refuses the rest by name.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claimrecon.dossier import Dossier
from claimrecon.exchange.figures import figures_of, statements_of
from claimrecon.exchange.model import Imported, Taking
from claimrecon.exchange.plain import plain_claims
from claimrecon.exchange.refusals import ExchangeError
from claimrecon.exchange.sheets import Text, rows_of, text_of

NAME = "long"
COLUMNS = (
    *("date", "source", "measure", "population", "place", "value", "low", "high"),
    *("cumulative", "vintage", "note"),
)
SERIES = ("measure", "population", "place")
"""The columns that make a key where nothing else is said."""
_NEEDED = ("date", "source", "measure", "value")
_BRACKETS = re.compile(r"\s*\([^)]*\)\s*$")


def read_long(source: Text, *, key: Sequence[str] = SERIES, exact: bool = False) -> Imported:
    r"""Read a long table.

    Parameters
    ----------
    source
        A path, or the text of the file.
    key
        The columns that together say which dossier a row belongs to; none makes every row one.
    exact
        Whether the figures are those of a counter, such as a daily bulletin: then 1,000 is no
        rounded figure, and a fall from 1,000 to 967 is a revision.

    Raises
    ------
    ExchangeError
        If the file has no such columns.

    Examples
    --------
    >>> text = "date,source,measure,place,value\n2023-10-20,Ministry,killed,Gaza Strip,1000\n"
    >>> [item] = read_long(text).claims
    >>> item.key, item.claim["count"], item.claim["as_of"]
    ('killed | Gaza Strip', '1000', '2023-10-20')
    """
    taking = Taking()
    for number, row in rows_of(text_of(source), _NEEDED, taking, what="long table"):
        figures = figures_of(row, ("low", "value", "high"), taking, number)
        if figures is None:
            continue
        name = " | ".join(filter(None, (row.get(column) for column in key))) or f"row {number}"
        timing = "during" if row.get("cumulative") == "0" else "as_of"
        parts = list(statements_of(figures))
        for suffix, figure in parts:
            claim = {
                "id": f"row-{number}{suffix}",
                "source": row["source"],
                "measure": _BRACKETS.sub("", row["measure"]),
                "population": row.get("population"),
                "place": row.get("place"),
                timing: row["date"],
                "reported_on": row.get("vintage") or row["date"],
                **_worded(figure, row, whole=len(parts) == 1),
                "note": row.get("note"),
            }
            if exact or len(parts) > 1:
                claim["exact"] = True
            if len(parts) > 1:
                claim["statement"] = f"row {number}"
            taking.take(name, number, claim, row)
    return taking.done(NAME)


def _worded(figure: Mapping[str, Any], row: Mapping[str, str], *, whole: bool) -> dict[str, Any]:
    """Return the figure, with "about" where the note says so of a single number."""
    if whole and row.get("note") == "about" and "count" in figure:
        return {"count": f"about {figure['count']}"}
    return dict(figure)


def write_long(dossier: Dossier) -> str:
    """Return *dossier* as a long table.

    Ids and what else identifies a claim are not part of such a table; everything that says what a
    figure is must fit in.

    Raises
    ------
    ExchangeError
        If a claim says what such a table cannot hold; all of them are named.

    Examples
    --------
    >>> claim = {"source": "Mayor", "measure": "killed", "as_of": "2025-01-09", "count": "12"}
    >>> print(write_long(Dossier(claims=[claim])).splitlines()[1])
    2025-01-09,Mayor,killed,,,12,,,1,,
    """
    problems: list[str] = []
    rows: dict[object, dict[str, Any]] = {}
    for number, claim in enumerate(plain_claims(dossier)):
        name = claim["id"]
        problems += (f"{name}: {why}" for why in _unfit(claim))
        row = rows.setdefault(claim.get("statement", number), {})
        row.update({column: cell for column, cell in _cells(claim).items() if cell is not None})
    if problems:
        raise ExchangeError(
            f"{len(problems)} things do not fit into a long table: {'; '.join(problems[:_SHOWN])}. "
            "Write the dossier in a format that holds all of it, such as YAML."
        )
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows.values())
    return stream.getvalue()


_SHOWN = 5
_FITTING = frozenset(
    (
        *("id", "source", "measure", "population", "place", "as_of", "during", "reported_on"),
        *("count", "low", "high", "best", "note", "statement", "exact", "locator"),
    )
)
_SPOKEN = re.compile(r"(about )?(\d+)")


def _unfit(claim: Mapping[str, Any]) -> Iterator[str]:
    """Say what of a claim no cell of a long table can hold."""
    yield from (f"{key} has no column" for key in claim if key not in _FITTING)
    for key in ("source", "measure", "population", "place", "as_of", "during"):
        if not isinstance(claim.get(key, ""), str):
            yield f"{key} is more than one name or day"
    if "as_of" not in claim and "during" not in claim:
        yield "it has neither as_of nor during"
    said = _SPOKEN.fullmatch(claim.get("count", "0"))
    if said is None or (said[1] and claim.get("note", "about") != "about"):
        yield f"the words {claim['count']!r} are no plain number"
    if claim.get("exact") and "statement" not in claim:
        yield "exact has no column"


def _cells(claim: Mapping[str, Any]) -> dict[str, Any]:
    said = _SPOKEN.fullmatch(claim.get("count", ""))
    return {
        "date": claim.get("as_of", claim.get("during")),
        **{column: claim.get(column) for column in ("source", "measure", "population", "place")},
        "value": claim.get("best") if said is None else said[2],
        "low": claim.get("low"),
        "high": claim.get("high"),
        "cumulative": "1" if "as_of" in claim else "0",
        "vintage": claim.get("reported_on"),
        "note": "about" if said is not None and said[1] else claim.get("note"),
    }
