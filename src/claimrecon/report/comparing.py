"""What changed from one report to another, and because of which claims.

Findings are the same where their ids are (``Finding.id``). The ranges compared are the headline
ranges of both reports, each asked of both. A range can only have become narrower through figures
that bind in the later report and did not, or not so, in the earlier one; and only those matter that
its new end hinges on. What became wider is found the other way round.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from claimrecon.claims import NamedAssumption, ReadClaim
from claimrecon.findings import End, Finding, Interval, PossibleRange, Record, Verdict
from claimrecon.findings.echoes import scope_key
from claimrecon.findings.intervals import interval_words
from claimrecon.linear import Budget
from claimrecon.report.layout import wrapped
from claimrecon.report.report import Report
from claimrecon.report.values import interval_values, scope_values

_COMPARED = (
    "claims", "origins", "gap", "factor", "rests_on", "echoes", "repairs", "binds", "changed",
    "differs", "would_contradict", "multiple", "stance",
)  # fmt: skip
"""What two findings of one id can differ in; words and proofs follow from the claims."""


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A finding that came, went or changed.

    Attributes
    ----------
    finding
        As it is in the later report; where it went, as it was.
    because
        Its own claims and assumptions that came, went or changed, sorted. Empty where the change
        came from elsewhere: from other claims that took its place, or from options.
    fields
        For one that changed, in what.
    """

    finding: Finding
    because: tuple[str, ...]
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RangeChange:
    """A range that moved.

    Attributes
    ----------
    before, after
        What was and what is left possible.
    because
        The claims and assumptions that moved an end, sorted; where figures began or ceased to
        contradict each other, those of their conflicts that came, went or changed.
    """

    before: PossibleRange
    after: PossibleRange
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one report to another.

    Attributes
    ----------
    before, after
        The verdicts.
    claims_came, claims_went, claims_changed
        Ids of claims and assumptions, sorted; changed are those that say something else.
    came, went, changed
        Findings, in the order of their report; conditional ones among them.
    ranges
        The headline ranges of either report that moved.
    """

    before: Verdict
    after: Verdict
    claims_came: tuple[str, ...]
    claims_went: tuple[str, ...]
    claims_changed: tuple[str, ...]
    came: tuple[FindingChange, ...]
    went: tuple[FindingChange, ...]
    changed: tuple[FindingChange, ...]
    ranges: tuple[RangeChange, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        claims = (*self.claims_came, *self.claims_went, *self.claims_changed)
        moved = (*self.came, *self.went, *self.changed, *self.ranges)
        return self.before is self.after and not claims and not moved

    def to_dict(self) -> dict[str, Any]:
        """Return plain values; findings by their ids, with kind and claims."""
        return {
            "verdict": {"before": str(self.before), "after": str(self.after)},
            "claims": {
                "came": list(self.claims_came),
                "went": list(self.claims_went),
                "changed": list(self.claims_changed),
            },
            "findings": {
                "came": [_change_values(change) for change in self.came],
                "went": [_change_values(change) for change in self.went],
                "changed": [
                    _change_values(change) | {"fields": list(change.fields)}
                    for change in self.changed
                ],
            },
            "ranges": [
                {
                    "scope": scope_values(moved.after.scope),
                    "title": moved.after.title,
                    "before": _reach_values(moved.before),
                    "after": _reach_values(moved.after),
                    "because": list(moved.because),
                }
                for moved in self.ranges
            ],
        }

    def to_text(self, *, width: int = 80) -> str:
        """Return what changed as text.

        Parameters
        ----------
        width
            Columns; 60 at least.
        """
        if self.is_empty:
            return "Nothing changed.\n"
        return "\n".join(self._lines(max(width, 60))) + "\n"

    def __str__(self) -> str:
        return self.to_text()

    def _lines(self, width: int) -> Iterator[str]:
        if self.before is self.after:
            yield f"The verdict is still {self.after}."
        else:
            yield f"The verdict was {self.before} and is {self.after}."
        for head, names in (
            ("New claims", self.claims_came),
            ("No longer there", self.claims_went),
            ("Say something else", self.claims_changed),
        ):
            if names:
                yield from wrapped(f"{head}: {', '.join(names)}.", width, indent="  ")
        for head, changes in (
            ("CAME", self.came),
            ("WENT", self.went),
            ("CHANGED", self.changed),
        ):
            if changes:
                yield from ("", f"FINDINGS THAT {head}")
            for change in changes:
                yield from wrapped(_change_words(change), width, first="  ", indent="    ")
        if self.ranges:
            yield from ("", "RANGES THAT MOVED (to the letter · with rounding)")
        for moved in self.ranges:
            was, now = _reach_words(moved.before), _reach_words(moved.after)
            words = f"{moved.after.title}: {was}, now {now}{_because(moved.because)}."
            yield from wrapped(words, width, first="  ", indent="    ")


def compare(before: Report, after: Report, *, budget: float | None = None) -> Comparison:
    """Return what changed from one report to another, and because of which claims.

    Parameters
    ----------
    before, after
        Reports on one story: of two days, of two versions of a file, with and without a claim.
    budget
        Seconds for the ranges that only one of them shows; what is not decided by then is left out.

    Examples
    --------
    >>> from claimrecon.reconciliation import reconcile
    >>> claims = [{"id": "a", "source": "Mayor", "says": "at least 300 killed", "as_of": "final"}]
    >>> before = reconcile(claims)
    >>> after = before.add(
    ...     [{"id": "b", "source": "Governor", "says": "120 killed", "as_of": "final"}]
    ... )
    >>> change = compare(before, after)
    >>> print(change.before.value, change.after.value, change.came[0].because)
    compatible contradiction ('b',)
    """
    old, new = _claims(before), _claims(after)
    claims_came = tuple(sorted(new.keys() - old.keys()))
    claims_went = tuple(sorted(old.keys() - new.keys()))
    both = old.keys() & new.keys()
    claims_changed = tuple(sorted(name for name in both if old[name] != new[name]))
    binding = _bindings(before.inquiry.record), _bindings(after.inquiry.record)
    fresh = {name for name, how in binding[1].items() if binding[0].get(name) != how}
    stale = {name for name, how in binding[0].items() if binding[1].get(name) != how}
    entered = {*claims_came, *claims_changed, *fresh}
    left = {*claims_went, *claims_changed, *stale}
    were, are = _findings(before), _findings(after)
    return Comparison(
        before.verdict,
        after.verdict,
        claims_came,
        claims_went,
        claims_changed,
        tuple(_change(f, entered) for name, f in are.items() if name not in were),
        tuple(_change(f, left) for name, f in were.items() if name not in are),
        tuple(
            _change(finding, entered | left, fields)
            for name, finding in are.items()
            if name in were and (fields := _fields(were[name], finding))
        ),
        tuple(_moved(before, after, fresh, stale, budget)),
    )


def _claims(report: Report) -> Mapping[str, object]:
    dossier = report.dossier
    items: tuple[ReadClaim | NamedAssumption, ...] = (
        *dossier.claims,
        *dossier.assumptions,
        *dossier.rules,
    )
    return {item.id: item for item in items}


def _bindings(record: Record) -> Mapping[str, object]:
    """Return how everything that can be withheld binds, in both readings."""
    pairs = zip(record.bindings(lenient=False), record.bindings(lenient=True), strict=True)
    found: dict[str, object] = {strict.owner: (strict, lenient) for strict, lenient in pairs}
    return found | {rule.id: rule for rule in record.dossier.rules}


def _findings(report: Report) -> Mapping[str, Finding]:
    return {finding.id: finding for finding in (*report.findings, *report.conditional)}


def _change(finding: Finding, moved: set[str], fields: tuple[str, ...] = ()) -> FindingChange:
    about = {*finding.claims, *finding.assumptions}
    return FindingChange(finding, tuple(sorted(about & moved)), fields)


def _fields(old: Finding, new: Finding) -> tuple[str, ...]:
    return tuple(name for name in _COMPARED if getattr(old, name) != getattr(new, name))


def _moved(
    before: Report, after: Report, fresh: set[str], stale: set[str], budget: float | None
) -> Iterator[RangeChange]:
    clock = None if budget is None else Budget(budget)
    shown = [{scope_key(r.scope): r for r in report.ranges} for report in (before, after)]
    scopes = {scope_key(r.scope): r.scope for r in (*after.ranges, *before.ranges)}
    for key, scope in scopes.items():
        old, new = (
            known.get(key) or report.inquiry.range(scope, budget=clock)
            for known, report in zip(shown, (before, after), strict=True)
        )
        if old.undecided or new.undecided or _reach(old) == _reach(new):
            continue
        because = {*_narrowed(old, new, fresh), *_narrowed(new, old, stale)}
        because |= fresh & _clashing(after, new)
        because |= stale & _clashing(before, old)
        yield RangeChange(old, new, tuple(sorted(because)))


def _narrowed(wide: PossibleRange, narrow: PossibleRange, moved: set[str]) -> Iterator[str]:
    """Yield those of *moved* that ends of *narrow* hinge on which lie within those of *wide*."""
    for one, other, top in (
        (wide.strict_low, narrow.strict_low, False),
        (wide.strict_high, narrow.strict_high, True),
        (wide.lenient_low, narrow.lenient_low, False),
        (wide.lenient_high, narrow.lenient_high, True),
    ):
        if one is not None and other is not None and _is_within(other, one, top=top):
            yield from moved.intersection(other.hinges)


def _is_within(one: End, other: End, *, top: bool) -> bool:
    if one.value is None or other.value is None:
        return one.value is not None
    return one.value < other.value if top else one.value > other.value


def _clashing(report: Report, asked: PossibleRange) -> set[str]:
    """Return the members of the conflicts that leave nothing possible of a scope, if any do."""
    if asked.strict_low is not None:
        return set()
    near = {*report.inquiry.near(asked.scope).owners}
    found = report.tensions if asked.lenient_low is not None else report.contradictions
    sets = ({*finding.claims, *finding.assumptions} for finding in found)
    return {*chain.from_iterable(members for members in sets if members <= near)}


Reach = tuple[Interval | None, Interval | None]


def _reach(asked: PossibleRange) -> Reach:
    return _pair(asked.strict_low, asked.strict_high), _pair(asked.lenient_low, asked.lenient_high)


def _pair(low: End | None, high: End | None) -> Interval | None:
    return None if low is None or high is None else (low.value, high.value)


def _reach_values(asked: PossibleRange) -> dict[str, Any]:
    strict, lenient = _reach(asked)
    return {"strict": interval_values(strict), "lenient": interval_values(lenient)}


def _reach_words(asked: PossibleRange) -> str:
    return " · ".join(map(interval_words, _reach(asked)))


def _change_values(change: FindingChange) -> dict[str, Any]:
    finding = change.finding
    return {
        "id": finding.id,
        "kind": str(finding.kind),
        "claims": list(finding.claims),
        "explanation": finding.explanation,
        "because": list(change.because),
    }


def _change_words(change: FindingChange) -> str:
    fields = f" (in {', '.join(change.fields)})" if change.fields else ""
    words = " ".join(change.finding.explanation.split())
    return f"{change.finding.id}{fields}: {words}{_because(change.because)}"


def _because(claims: tuple[str, ...]) -> str:
    return f" [{', '.join(claims)}]" if claims else ""
