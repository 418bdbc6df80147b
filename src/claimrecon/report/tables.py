"""Findings, claims and ranges as tables of plain columns, for any library of data frames.

The columns are documented in ``docs/reference/tables.md``; they keep their names, their order and
their types from version to version, and new ones come last.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from types import MappingProxyType
from typing import Any

from claimrecon.claims import ReadClaim
from claimrecon.display import csv_cell
from claimrecon.findings import End, Finding, PossibleRange
from claimrecon.periods import DaySpan
from claimrecon.report.content import Content
from claimrecon.report.naming import Naming

TABLES: tuple[str, ...] = ("findings", "claims", "ranges")
"""The names of the tables."""

Cell = str | int | float | bool | None

_COLUMNS: Mapping[str, Mapping[str, type]] = MappingProxyType(
    {
        "findings": MappingProxyType(
            {
                "id": str,
                "thing": int,
                "kind": str,
                "claims": str,
                "assumptions": str,
                "origins": str,
                "gap": float,
                "factor": float,
                "repairs": str,
                "rests_on": str,
                "explanation": str,
            }
        ),
        "claims": MappingProxyType(
            {
                "id": str,
                "source": str,
                "origin": str,
                "via": str,
                "said_on": str,
                "measure": str,
                "population": str,
                "place": str,
                "cause": str,
                "first_day": str,
                "last_day": str,
                "words": str,
                "strict_low": float,
                "strict_high": float,
                "lenient_low": float,
                "lenient_high": float,
                "unit": str,
                "evidence": str,
                "binds": bool,
                "url": str,
            }
        ),
        "ranges": MappingProxyType(
            {
                "title": str,
                "measure": str,
                "population": str,
                "place": str,
                "first_day": str,
                "last_day": str,
                "account": int,
                "drops": str,
                "stated_low": int,
                "stated_high": int,
                "strict_low": int,
                "strict_high": int,
                "lenient_low": int,
                "lenient_high": int,
                "status": str,
            }
        ),
    }
)


@dataclass(frozen=True)
class Table:
    """A table of plain columns; every row has every column, ``None`` where nothing is known.

    Attributes
    ----------
    name
        Which of ``TABLES``.
    types
        The type of each column, by its name, in order.
    rows
        The cells, a tuple a row.
    """

    name: str
    types: Mapping[str, type]
    rows: tuple[tuple[Cell, ...], ...]

    def to_dict(self) -> dict[str, list[Cell]]:
        """Return the columns as lists."""
        return {name: [row[index] for row in self.rows] for index, name in enumerate(self.types)}

    def to_csv(self) -> str:
        """Return the table as CSV, in which no cell can become a formula of a spreadsheet."""
        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(self.types)
        for row in self.rows:
            writer.writerow([csv_cell(c) if isinstance(c, str) else c for c in row])
        return stream.getvalue()

    def to_frame(self, backend: str | None = None) -> Any:
        """Return the table as a data frame.

        Parameters
        ----------
        backend
            ``"polars"``, ``"pandas"``, ``"pyarrow"`` or another eager library that narwhals knows;
            the first of these three that is installed where left out.

        Raises
        ------
        ImportError
            If narwhals, or the library, is not installed.
        """
        narwhals = _narwhals()
        chosen = backend or _installed()
        types = {str: narwhals.String, int: narwhals.Int64, float: narwhals.Float64}
        types[bool] = narwhals.Boolean
        schema = {name: types[kind]() for name, kind in self.types.items()}
        return narwhals.from_dict(self.to_dict(), schema=schema, backend=chosen).to_native()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Hand the table over to whoever reads Arrow streams, such as polars, duckdb or pyarrow."""
        return self.to_frame().__arrow_c_stream__(requested_schema)


def table_of(content: Content, name: str) -> Table:
    """Return one of the tables of a report.

    Parameters
    ----------
    name
        One of ``TABLES``.

    Raises
    ------
    ValueError
        If there is no such table.
    """
    if name not in TABLES:
        known = ", ".join(map(repr, TABLES))
        raise ValueError(f"there is no table {name!r} of a report. Ask for one of {known}.")
    makers = {"findings": _findings, "claims": _claims, "ranges": _ranges}
    return Table(name, _COLUMNS[name], tuple(makers[name](content)))


def _findings(content: Content) -> Iterator[tuple[Cell, ...]]:
    from claimrecon.report.view import View  # noqa: PLC0415 - loads with the table

    for thing in View(content).told:
        for finding in thing.findings:
            yield _finding(finding, thing.number)


def _finding(finding: Finding, number: int) -> tuple[Cell, ...]:
    return (
        finding.id,
        number,
        "what-if conflict" if finding.what_if is not None else finding.kind.value,
        _listed(finding.claims),
        _listed(finding.assumptions),
        _listed(finding.origins),
        _number(finding.gap),
        _number(finding.factor),
        " | ".join("; ".join(repair) for repair in finding.repairs) or None,
        _listed(finding.rests_on),
        " ".join(finding.explanation.split()),
    )


def _claims(content: Content) -> Iterator[tuple[Cell, ...]]:
    naming = Naming(content.dossier)
    for claim in (*content.dossier.claims, *content.dossier.assumptions):
        strict, lenient = claim.interval(lenient=False), claim.interval(lenient=True)
        yield (
            claim.id,
            None if claim.is_assumption else naming.source(claim.speaker),
            None if claim.is_assumption else naming.source(claim.origin),
            _listed(map(naming.source, claim.via)),
            None if claim.said is None else claim.said.isoformat(),
            *_where(claim),
            *_days(claim.scope.when.span),
            claim.words,
            None if strict is None else _number(strict.low),
            None if strict is None else _number(strict.high),
            None if lenient is None else _number(lenient.low),
            None if lenient is None else _number(lenient.high),
            _unit(claim),
            claim.evidence.value,
            claim.binds,
            claim.url,
        )


def _where(claim: ReadClaim) -> tuple[Cell, ...]:
    scope = claim.scope
    return (
        scope.measure.name,
        *(
            None if e.is_everything else str(e)
            for e in (scope.population, scope.place, scope.cause)
        ),
    )


def _unit(claim: ReadClaim) -> str:
    if claim.ratio_of is not None:
        return f"times {claim.ratio_of}"
    return "persons" if claim.rate_unit is None else f"persons a {claim.rate_unit}"


def _ranges(content: Content) -> Iterator[tuple[Cell, ...]]:
    for asked in content.ranges:
        yield _range(asked)
        for number, account in enumerate(asked.accounts, start=1):
            strict, lenient = account.strict or (None, None), account.lenient or (None, None)
            ends = (*_inward(*strict), *_inward(*lenient))
            status = "cannot be" if account.lenient is None else "account"
            yield (*_head(asked), number, _listed(account.drops), None, None, *ends, status)


def _range(asked: PossibleRange) -> tuple[Cell, ...]:
    status = "possible"
    if asked.undecided:
        status = "undecided"
    elif asked.lenient is None:
        status = "depends on the account"
    return (
        *_head(asked),
        None,
        None,
        *_inward(asked.stated.low, asked.stated.high),
        *_inward(_value(asked.strict_low), _value(asked.strict_high)),
        *_inward(_value(asked.lenient_low), _value(asked.lenient_high)),
        status,
    )


def _head(asked: PossibleRange) -> tuple[Cell, ...]:
    scope = asked.scope
    extents = (scope.population, scope.place)
    return (
        asked.title,
        scope.measure.name,
        *(None if extent.is_everything else str(extent) for extent in extents),
        *_days(scope.when.span),
    )


def _value(end: End | None) -> Fraction | None:
    return None if end is None else end.value


def _inward(low: Fraction | None, high: Fraction | None) -> tuple[int | None, int | None]:
    """Return whole persons, rounded as a range is (§14)."""
    return None if low is None else ceil(low), None if high is None else floor(high)


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _listed(names: Iterable[str]) -> str | None:
    return "; ".join(names) or None


def _days(span: DaySpan | None) -> tuple[Cell, Cell]:
    return (None, None) if span is None else (span.first.isoformat(), span.last.isoformat())


def _narwhals() -> Any:
    try:
        import narwhals.stable.v2 as narwhals  # noqa: PLC0415 - only a frame needs it
    except ImportError as error:
        raise ImportError(
            "a data frame needs narwhals: pip install 'claimrecon[frames]', and polars, pandas or "
            "pyarrow beside it. Without them, report.table(…).to_dict() holds the same columns."
        ) from error
    return narwhals


def _installed() -> str:
    from importlib.util import find_spec  # noqa: PLC0415 - only a frame needs it

    for name in ("polars", "pandas", "pyarrow"):
        if find_spec(name) is not None:
            return name
    raise ImportError(
        "a data frame needs a library of data frames, and none of polars, pandas and pyarrow is "
        "installed. Install one of them, or take report.table(…).to_dict()."
    )
