"""House rules that turn figures into one: named, on record, and hiding no finding (§15).

Each policy takes the figures about one scope as they were written, hedges aside, one from each
origin, and gives a number or two *with* its rule, the claims it used and those it set aside. None
of them is an estimate of ours, and none changes a verdict.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from claimrecon.claims import ReadClaim, Scope, Timing, When
from claimrecon.constraints import number_words, scope_words
from claimrecon.findings.echoes import Statement, scope_key
from claimrecon.findings.model import Finding, FindingKind
from claimrecon.findings.record import Record
from claimrecon.vocabulary import Evidence

_ENOUGH = 2
"""Independent origins without which a figure stays pending."""


class Policy(StrEnum):
    """House rules that organisations have."""

    ENVELOPE = "envelope"
    LOWEST = "lowest"
    PRIORITY = "priority"
    MEDIAN = "median"
    PENDING = "pending"

    @property
    def rule(self) -> str:
        """The rule in a sentence."""
        return _RULES[self]


_RULES = {
    Policy.ENVELOPE: "From the lowest to the highest figure that any origin gave.",
    Policy.LOWEST: "The lowest figure that any origin gave (so ACLED, where reports differ).",
    Policy.PRIORITY: "The figure of the first source of a given order that gave one.",
    Policy.MEDIAN: (
        "The middle one of the figures of independent origins; of an even number, the middle two."
    ),
    Policy.PENDING: (
        "No figure until two independent origins gave one and none of their figures is in a "
        "contradiction (so Every Casualty Standards 2016, p. 25); then from the lowest to the "
        "highest."
    ),
}


@dataclass(frozen=True, slots=True)
class PolicyFigure:
    """What a house rule makes of the figures about one scope.

    Attributes
    ----------
    scope, title
        What is asked about, and the same in words.
    policy
        Which rule.
    order
        For ``priority``, the sources in their order; else empty.
    low, high
        The figure, in persons; equal where it is one number, ``None`` where the rule gives none.
    claims
        Ids of the claims that it uses, sorted.
    set_aside
        Ids of the other claims about the same measure and people, sorted, each with the reason.
    findings
        Every contradiction and tension that one of all these claims is part of.
    """

    scope: Scope
    title: str
    policy: Policy
    order: tuple[str, ...]
    low: Fraction | None
    high: Fraction | None
    claims: tuple[str, ...]
    set_aside: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]

    @property
    def rule(self) -> str:
        """The rule in a sentence, with the order of sources where it has one."""
        order = f" Order: {', '.join(self.order)}." if self.order else ""
        return f"{self.policy.rule}{order}"

    def __str__(self) -> str:
        """Print the figure with its rule, its claims and what stands against it."""
        if self.low is None or self.high is None:
            number = "no figure"
        else:
            number = " to ".join(dict.fromkeys(map(number_words, (self.low, self.high))))
        lines = [f"{self.title}: {number}", f"Rule: {self.rule}"]
        lines += [f"Uses: {', '.join(self.claims) or 'no claim'}"]
        lines += [f"Set aside: {name} ({why})" for name, why in self.set_aside]
        lines += [f"Stands against it: {finding.explanation}" for finding in self.findings]
        return "\n".join(lines)


def policy_figure(
    record: Record,
    scope: Scope,
    policy: str,
    *,
    findings: Iterable[Finding] = (),
    order: Sequence[str] = (),
) -> PolicyFigure:
    """Return what a house rule makes of the figures about *scope*.

    An origin counts once, with its latest standing figure. For a running total that is the latest
    one up to the day asked about; for a stock or a period, one of exactly that time.

    Parameters
    ----------
    policy
        ``"envelope"``, ``"lowest"``, ``"priority"``, ``"median"`` or ``"pending"``.
    findings
        Those of the report; the ones that concern these figures go with the answer.
    order
        Keys of sources, the most trusted first: for ``"priority"``, and only for it.

    Raises
    ------
    ValueError
        If there is no such policy, or the order is missing or not wanted.
    """
    if policy not in {*Policy}:
        raise ValueError(
            f"there is no policy {policy!r}. Take one of {', '.join(map(repr, map(str, Policy)))}."
        )
    chosen = Policy(policy)
    if (chosen is Policy.PRIORITY) != bool(order):
        raise ValueError(
            f"the policy {policy!r} came with the order {[*order]!r}. An order of sources goes "
            "with 'priority', and with nothing else: name the most trusted first."
        )
    figures, aside = _figures(record, scope)
    known = {claim.id for claim in figures} | set(aside)
    touching = tuple(
        finding
        for finding in findings
        if finding.kind in {FindingKind.CONTRADICTION, FindingKind.TENSION}
        and not known.isdisjoint(finding.claims)
    )
    used, low, high = _applied(chosen, figures, touching, tuple(order))
    names = {claim.id for claim in used}
    aside |= {claim.id: _UNUSED[chosen] for claim in figures if claim.id not in names}
    return PolicyFigure(
        scope,
        scope_words(scope),
        chosen,
        tuple(order),
        low,
        high,
        tuple(sorted(names)),
        tuple(sorted(aside.items())),
        touching,
    )


_UNUSED = {
    Policy.ENVELOPE: "neither the lowest nor the highest",
    Policy.LOWEST: "not the lowest",
    Policy.PRIORITY: "of a source that comes later or not at all in the order",
    Policy.MEDIAN: "not in the middle",
    Policy.PENDING: "kept pending",
}

_Applied = tuple[tuple[ReadClaim, ...], Fraction | None, Fraction | None]


def _applied(
    policy: Policy,
    figures: tuple[ReadClaim, ...],
    findings: tuple[Finding, ...],
    order: tuple[str, ...],
) -> _Applied:
    lows = sorted(_low(claim) for claim in figures)
    highs = sorted(_high(claim) for claim in figures)
    match policy:
        case _ if not figures:
            chosen: tuple[ReadClaim, ...] = ()
        case Policy.PRIORITY:
            chosen = _first_of(figures, order)
        case Policy.PENDING:
            chosen = figures if _is_settled(figures, findings) else ()
        case Policy.LOWEST:
            return tuple(c for c in figures if _low(c) == lows[0]), lows[0], lows[0]
        case Policy.MEDIAN:
            low, high = lows[(len(lows) - 1) // 2], highs[len(highs) // 2]
            return tuple(c for c in figures if _low(c) == low or _high(c) == high), low, high
        case Policy.ENVELOPE:
            chosen = tuple(c for c in figures if _low(c) == lows[0] or _high(c) == highs[-1])
    return chosen, min(map(_low, chosen), default=None), max(map(_high, chosen), default=None)


def _is_settled(figures: tuple[ReadClaim, ...], findings: tuple[Finding, ...]) -> bool:
    """Whether several independent origins gave a figure that no contradiction is about."""
    clashes = [f.claims for f in findings if f.kind is FindingKind.CONTRADICTION]
    disputed = {name for claims in clashes for name in claims}
    return len(figures) >= _ENOUGH and disputed.isdisjoint(claim.id for claim in figures)


def _first_of(figures: tuple[ReadClaim, ...], order: tuple[str, ...]) -> tuple[ReadClaim, ...]:
    for key in order:
        for claim in figures:
            if key in {claim.origin, claim.speaker}:
                return (claim,)
    return ()


def _low(claim: ReadClaim) -> Fraction:
    return Fraction(0) if claim.reading is None else claim.reading.numbers[0]


def _high(claim: ReadClaim) -> Fraction:
    return Fraction(0) if claim.reading is None else claim.reading.numbers[-1]


def _figures(record: Record, scope: Scope) -> tuple[tuple[ReadClaim, ...], dict[str, str]]:
    """Return the latest standing figure of each origin, and why the others are set aside."""
    latest: dict[str, ReadClaim] = {}
    aside: dict[str, str] = {}
    standing = {s.lead.id for s in record.standing}
    for statement in sorted(record.statements, key=_day):
        claim = statement.lead
        is_about = scope_key(claim.scope)[:-1] == scope_key(scope)[:-1]
        aside |= {
            echo.id: f"tells {claim.id} again"
            for echo in statement.echoes
            if is_about or scope_key(echo.scope)[:-1] == scope_key(scope)[:-1]
        }
        if not is_about:
            continue
        why = _unfit(claim, scope, record, stands=claim.id in standing)
        if why:
            aside[claim.id] = why
            continue
        earlier = latest.get(claim.origin)
        if earlier is not None:
            aside[earlier.id] = f"{claim.id} is a later figure of the same origin"
        latest[claim.origin] = claim
    return tuple(sorted(latest.values(), key=lambda claim: claim.id)), aside


def _unfit(claim: ReadClaim, scope: Scope, record: Record, *, stands: bool) -> str:
    """Say why a claim gives no figure for *scope*; empty where it does."""
    reasons = (
        (claim.reading is None or not claim.reading.numbers, "no number"),
        (claim.id in record.set_aside, "replaced or mistyped by its own origin"),
        (claim.evidence is Evidence.PROJECTION, "a forecast"),
        (claim.evidence is Evidence.DENIAL, "a denial"),
        (bool(claim.derived_from), "computed from other figures"),
        (not stands, "it does not stand"),
        (claim.ratio_of is not None, "a ratio, not a number"),
        (claim.units is not None, "a rate, not a number"),
        (not _in_time(claim.scope.when, scope.when), "about another time"),
    )
    return next((why for holds, why in reasons if holds), "")


def _in_time(mine: When, asked: When) -> bool:
    if mine == asked:
        return True
    if mine.timing is not Timing.AS_OF or asked.timing is not Timing.AS_OF:
        return False
    if mine.since != asked.since or mine.span is None:
        return False
    return asked.span is None or mine.span.last <= asked.span.last


def _day(statement: Statement) -> tuple[object, ...]:
    """Order by the day a figure is about, then by id; the final toll last."""
    span = statement.lead.scope.when.span
    day = (1, 0) if span is None else (0, span.last.toordinal())
    return (*day, statement.lead.id)
