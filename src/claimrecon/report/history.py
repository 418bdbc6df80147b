"""How verdict and range moved while figures became public, day by day (§17)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from claimrecon.claims import Scope
from claimrecon.constraints import scope_words
from claimrecon.findings import Interval, Verdict
from claimrecon.findings.intervals import interval_words
from claimrecon.periods import DaySpan
from claimrecon.report.layout import columns
from claimrecon.report.values import interval_values, scope_values

_VERDICT = 13


class KnownDay(Protocol):
    """What was known by the end of one day, and what it came to."""

    @property
    def day(self) -> date:
        """The day, inclusive."""
        ...

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of the claims that had become public since the day before."""
        ...

    @property
    def verdict(self) -> Verdict:
        """The verdict of what was known."""
        ...

    @property
    def strict(self) -> Interval | None:
        """What was left possible to the letter."""
        ...

    @property
    def lenient(self) -> Interval | None:
        """The same, allowing for rounding."""
        ...

    @property
    def undecided(self) -> bool:
        """Whether the budget ran out over the range."""
        ...


class Course(Protocol):
    """The days of a history, in order, and the scope that was asked about."""

    @property
    def scope(self) -> Scope | None:
        """What was asked about; ``None`` where only the verdict was."""
        ...

    @property
    def days(self) -> Sequence[KnownDay]:
        """The days."""
        ...


@dataclass(frozen=True, slots=True)
class HistoryDay:
    """What was known by the end of one day, and what it came to.

    Attributes
    ----------
    day
        Inclusive.
    claims
        Ids of the claims that had become public since the day before it in the history, in the
        order of the dossier; in the first one, all that were public by then.
    verdict
        The verdict of what was known.
    strict, lenient
        What was left possible of the scope asked about, in whole persons; ``None`` where the claims
        that bear on it could not all be true, or nothing was asked.
    undecided
        Whether the budget ran out over the range.
    """

    day: date
    claims: tuple[str, ...]
    verdict: Verdict
    strict: Interval | None = None
    lenient: Interval | None = None
    undecided: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """The days of a history, in order.

    Attributes
    ----------
    scope
        What was asked about; ``None`` where only the verdict was.
    days
        Each is what ``reconcile(known_by=...)`` comes to on that day.
    """

    scope: Scope | None
    days: tuple[HistoryDay, ...]

    @property
    def turns(self) -> tuple[HistoryDay, ...]:
        """The days on which verdict or range differ from the day before; the first among them."""
        return tuple(self._turns())

    def _turns(self) -> Iterator[HistoryDay]:
        last: tuple[object, ...] | None = None
        for day in self.days:
            now = (day.verdict, day.strict, day.lenient, day.undecided)
            if now != last:
                yield day
            last = now

    def to_dict(self) -> dict[str, Any]:
        """Return plain values."""
        return {
            "scope": None if self.scope is None else scope_values(self.scope),
            "days": [
                {
                    "day": day.day.isoformat(),
                    "claims": list(day.claims),
                    "verdict": str(day.verdict),
                    "strict": interval_values(day.strict),
                    "lenient": interval_values(day.lenient),
                    "undecided": day.undecided,
                }
                for day in self.days
            ],
        }

    def to_text(self, *, width: int = 80) -> str:
        """Return a line for each day.

        Parameters
        ----------
        width
            Columns; 60 at least.
        """
        if not self.days:
            return "No claim has a date of publication, so there is no history.\n"
        width = max(width, 60)
        head = [] if self.scope is None else [scope_words(self.scope)]
        rows: list[tuple[str, ...]] = [("known by", "verdict")]
        shares: tuple[int, ...] = (12, _VERDICT)
        if self.scope is not None:
            rows[0] += ("to the letter", "with rounding")
            shares += (-_VERDICT, -_VERDICT)
        rows[0] += ("new",)
        shares += (width - 2 - sum(abs(s) + 2 for s in shares),)
        for day in self.days:
            row: tuple[str, ...] = (str(DaySpan(day.day, day.day)), str(day.verdict))
            if self.scope is not None:
                row += (_reach(day, day.strict), _reach(day, day.lenient))
            rows.append((*row, _names(day.claims)))
        return "\n".join([*head, *columns(rows, shares)]) + "\n"

    def __str__(self) -> str:
        return self.to_text()


def _reach(day: HistoryDay, interval: Interval | None) -> str:
    return "undecided" if day.undecided else interval_words(interval)


_MOST = 3


def _names(claims: tuple[str, ...]) -> str:
    if len(claims) <= _MOST:
        return ", ".join(claims)
    return f"{', '.join(claims[: _MOST - 1])} and {len(claims) - _MOST + 1} more"
