"""Findings in sentences that a journalist can quote."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from claimrecon.claims import NamedAssumption, ReadClaim, RuleKind
from claimrecon.constraints import number_words, scope_words
from claimrecon.dossier import ReadDossier
from claimrecon.findings.model import FindingKind

_RULES = {
    "ended": "if nobody new was harmed after the last day the dossier gives for it",
    "vague-never-falls": (
        "if a source means the same thing each time it uses a word it does not define"
    ),
}
_MOST_TOLD = 3
"""How many figures a sentence names before it only counts them."""

_DIMENSIONS = {
    "measure": "what is counted",
    "population": "whom",
    "place": "where",
    "cause": "by what cause",
    "time": "up to when",
    "evidence": "how it is known",
}


class Speech:
    """Says things about the claims of one dossier."""

    def __init__(self, dossier: ReadDossier, claims: Mapping[str, ReadClaim]) -> None:
        self._dossier = dossier
        self._claims = claims
        self._rules = {rule.id: rule for rule in dossier.rules}

    def name(self, source: str) -> str:
        """Return the display name of a source."""
        known = self._dossier.sources.get(source)
        return source if known is None else known.name or source

    def saying(self, claim: str) -> str:
        """Say in whose words a figure stands: "the mayor said “at least 300”"."""
        item = self._claims[claim]
        return f"{self.name(item.speaker)} said “{item.words}”"

    def blamed(self, claim: str) -> str:
        """Name a figure by who gave it: "the “4,000” of Zelenskyy"; an assumption by what it is."""
        if claim in self._rules or self._claims[claim].is_assumption:
            return f"the assumption that {self.assumption(claim)}"
        item = self._claims[claim]
        return f"the “{figure(item)}” of {self.name(item.speaker)}"

    def told(self, claim: str) -> str:
        """Say who said what: "Zelenskyy: 4,000 (killed + wounded, ..., to 9 Jan 2025)"."""
        if claim in self._rules:
            return f"assumption: {assumption_words(self._rules[claim])}"
        item = self._claims[claim]
        lead = "assumption" if item.is_assumption else self._chain(item)
        return f"{lead}: {figure(item)} ({scope_words(item.scope)})"

    def _chain(self, claim: ReadClaim) -> str:
        via = f", via {', '.join(claim.via)}" if claim.via else ""
        return f"{self.name(claim.speaker)}{via}"

    def clash(
        self,
        claims: Sequence[str],
        assumptions: Sequence[str],
        rules: Sequence[str],
        kind: FindingKind,
        *,
        gap: Fraction | None,
        factor: Fraction | None,
    ) -> str:
        """Explain a minimal set."""
        lines = "; ".join(self.told(claim) for claim in claims)
        condition = ", and ".join(_RULES[rule] for rule in rules)
        opening = f"{condition[0].upper()}{condition[1:]}, these" if condition else "These"
        if len(claims) == 1 and not condition:
            opening = "This"
        verb = "cannot be true" if len(claims) == 1 else "cannot all be true"
        reading = (
            "to the letter, though they can if rounding is allowed for"
            if kind is FindingKind.TENSION
            else "even allowing for rounding"
        )
        given = self._given(assumptions)
        return f"{opening} {verb} {reading}{given}: {lines}.{_size(gap, factor)}"

    def _given(self, assumptions: Sequence[str]) -> str:
        if not assumptions:
            return ""
        return f", given that {self.assumed(assumptions)}"

    def assumed(self, assumptions: Sequence[str]) -> str:
        """Say assumptions in words, joined."""
        return listed([self.assumption(name) for name in assumptions])

    def assumption(self, name: str) -> str:
        """Say one assumption in words."""
        if name in self._rules:
            return assumption_words(self._rules[name])
        item = self._claims[name]
        return f"{scope_words(item.scope)} is {figure(item)}"

    def apparent(self, one: str, other: str, differs: Sequence[str], growth: str) -> str:
        """Explain why two figures that look like a conflict are none."""
        first, second = self._claims[one], self._claims[other]
        ways = listed([_DIMENSIONS[name] for name in differs])
        return (
            f"{figure(first)} and {figure(second)} look like a conflict and are none: they differ "
            f"in {ways}. {self.told(one)}; {self.told(other)}.{growth}"
        )

    def retold(
        self,
        claim: str,
        number: Fraction,
        against: Sequence[str],
        assumptions: Sequence[str],
        *,
        gap: Fraction | None,
        factor: Fraction | None,
    ) -> str:
        """Explain the conflict that would stand if a relay told a figure without its hedge."""
        item = self._claims[claim]
        given = self._given(assumptions)
        others = "; ".join(self.told(name) for name in against)
        return (
            f"If a relay tells “{item.words}” as {number_words(number)}, there is a conflict, even "
            f"allowing for rounding{given}: {self.told(claim)}; against {others}."
            f"{_size(gap, factor)}"
        )

    def projection(self, claim: str, against: Sequence[str], assumptions: Sequence[str]) -> str:
        """Explain a projection that the record leaves no room for."""
        rest = [*(self.told(name) for name in against)]
        given = self._given(assumptions)
        return (
            f"The forecast does not fit the record{given}: {self.told(claim)}; against "
            f"{'; '.join(rest) or 'the assumptions alone'}. Perhaps it means a larger group, "
            "another place or another time."
        )

    def retraction(self, claim: str, against: Sequence[str], *, slip: bool, declared: bool) -> str:
        """Explain why a claim of an origin does not stand."""
        item = self._claims[claim]
        who = self.name(item.speaker)
        origin = self.name(item.origin)
        spoke = who if who == origin else f"{who} (for {origin})"
        others = "; ".join(self.told(name) for name in against[:_MOST_TOLD])
        if len(against) > _MOST_TOLD:
            others += f"; and {len(against) - _MOST_TOLD:,} more"
        said = f"{figure(item)} ({scope_words(item.scope)})"
        if declared:
            return f"{spoke} replaced {said} by a later figure: {others}."
        if slip:
            return (
                f"{spoke} once gave {said}, which its own figures before and after speak against: "
                f"{others}. It is set aside as a slip."
            )
        later = f", which its later figures replace: {others}" if others else ", with its statement"
        return f"{spoke} gave {said}{later}. It is set aside."

    def echo(
        self, binds: str, echoes: Sequence[str], changed: Mapping[str, tuple[str, ...]]
    ) -> str:
        """Explain that several claims are one statement."""
        told = listed([self._retold(name, changed.get(name, ())) for name in echoes])
        return f"One statement, counted once: {self.told(binds)}; told again by {told}."

    def computed(self, claim: str, bases: Sequence[str]) -> str:
        """Explain that a figure repeats those it was computed from."""
        others = "; ".join(self.told(name) for name in bases)
        lead = "Computed from other figures, so no evidence of its own"
        return f"{lead}: {self.told(claim)}; from {others}."

    def multiple(self, claim: str, base: str, multiple: Fraction, dates: int) -> str:
        """Explain that a series repeats another, from the first figure of each."""
        what, of = (self._counted(self._claims[name]) for name in (claim, base))
        if multiple == 1:
            return (
                f"Two sources give the same figures on {dates} dates, so they are hardly evidence "
                f"of each other: {what}; {of}."
            )
        return (
            f"On {dates} dates one figure is {number_words(multiple)} times another, so it is "
            f"hardly evidence of its own: {what}; from {of}."
        )

    def _counted(self, claim: ReadClaim) -> str:
        return f"{self.name(claim.speaker)}: {figure(claim)} ({scope_words(claim.scope)}), …"

    def _retold(self, name: str, changed: Sequence[str]) -> str:
        item = self._claims[name]
        via = ", ".join(item.via) or self.name(item.speaker)
        words = {"hedge": "another hedge", "digit": "another number", "exact": "as exact"}
        ways = [words.get(way, f"another {way}") for way in changed]
        return f"{via} as “{item.words}”" + (f" ({listed(ways)})" if ways else "")


def figure(claim: ReadClaim) -> str:
    """Return the figure as it was written, with its rate."""
    words = claim.words
    if claim.rate_unit is not None:
        words += f" a {claim.rate_unit}"
    return words


def listed(parts: Sequence[str]) -> str:
    """Join parts as a person would: "a, b and c"."""
    *rest, last = parts or ("",)
    return f"{', '.join(rest)} and {last}" if rest else last


def assumption_words(rule: NamedAssumption) -> str:
    """Say a named assumption in words."""
    match rule.kind:
        case RuleKind.NOBODY_TWICE:
            return "nobody is counted twice"
        case RuleKind.NONE_BEFORE:
            return "nobody was there before counting began"
        case RuleKind.NO_ARRIVALS:
            return "nobody arrived" + _after(rule)
        case RuleKind.NO_DEPARTURES:
            return "nobody left" + _after(rule)


def _after(rule: NamedAssumption) -> str:
    return "" if rule.after is None else f" after {rule.after.day} {rule.after:%b %Y}"


def _size(gap: Fraction | None, factor: Fraction | None) -> str:
    if gap is None:
        return ""
    people = number_words(Fraction(-(-gap.numerator // gap.denominator)))
    times = "" if factor is None else f" ({times_words(factor)})"
    noun = "person" if people == "1" else "people"
    return f" They miss each other by at least {people} {noun}{times}."


def times_words(factor: Fraction) -> str:
    """Say a factor with two decimals, to the nearest.

    Examples
    --------
    >>> times_words(Fraction(35, 31))
    '1.13 times'
    """
    hundredths = (factor.numerator * 200 + factor.denominator) // (2 * factor.denominator)
    return f"{hundredths // 100}.{hundredths % 100:02d} times"
