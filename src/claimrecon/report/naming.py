"""Sources, scopes, days and numbers as a reader would say them, shorter than a proof does."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from claimrecon.claims import NamedAssumption, ReadClaim, RuleKind, Scope, Timing
from claimrecon.dossier import ReadDossier
from claimrecon.periods import DaySpan
from claimrecon.report.words import day_words, names_measure, short_measure, short_name
from claimrecon.scopes import Extent
from claimrecon.vocabulary import Evidence

_NAMED_RULES: Mapping[RuleKind, str] = MappingProxyType(
    {
        RuleKind.NONE_BEFORE: "nobody there before",
        RuleKind.NO_ARRIVALS: "nobody came",
        RuleKind.NO_DEPARTURES: "nobody left",
        RuleKind.NOBODY_TWICE: "nobody counted twice",
    }
)
_SAID_OF_EVIDENCE = frozenset({Evidence.DENIAL, Evidence.DOCUMENTED})
_IN_BRACKETS = re.compile(r" \([^()]*\)$")
_YEAR_AT_THE_END = re.compile(r" \d{4}$")
_DAYS_OF_A_YEAR = 365


@dataclass(frozen=True)
class Naming:
    """How the claims of one dossier are spoken of.

    What all of them share is not repeated: a place is named only where it is not the usual one, a
    year only where the days would not say which one is meant.
    """

    dossier: ReadDossier

    def source(self, key: str) -> str:
        """Return the display name of a source; the key itself where it has no entry."""
        source = self.dossier.sources.get(key)
        return key if source is None else source.name

    def short_source(self, key: str) -> str:
        """Return the shorter name that the key suggests: the last word, or the initials."""
        source = self.dossier.sources.get(key)
        if source is None:
            return key
        short = short_name(source)
        # What stands in brackets tells namesakes apart; without namesakes it can go.
        bare = _IN_BRACKETS.sub("", short)
        alike = [s for s in self.dossier.sources.values() if _IN_BRACKETS.sub("", s.name) == bare]
        return bare if len(alike) == 1 else short

    def who(self, claim: ReadClaim) -> str:
        """Say who said it, and through whom: "South Korean intelligence, via Yonhap"."""
        if claim.is_assumption:
            return "taken for granted"
        relays = ", ".join(map(self.source, claim.via))
        return (
            f"{self.source(claim.speaker)}, via {relays}" if relays else self.source(claim.speaker)
        )

    def owner(self, name: str) -> str:
        """Say briefly who answers for the claim or assumption of that id."""
        item = self._items.get(name)
        if item is None:
            return name
        if isinstance(item, NamedAssumption) or item.is_assumption:
            return self.assumption(item)
        return self.short_source(item.speaker)

    def owners(self, names: Iterable[str]) -> tuple[str, ...]:
        """Say who answers for each, telling apart the claims of one source by what they count."""
        ids = tuple(names)
        spoken = [self.owner(name) for name in ids]
        return tuple(
            self._apart(name, who) if spoken.count(who) > 1 else who
            for name, who in zip(ids, spoken, strict=True)
        )

    def figures(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the figure of each claim as it was written, without saying whose it is."""
        return tuple(name if (item := self.claim(name)) is None else item.words for name in names)

    def claim(self, name: str) -> ReadClaim | None:
        """Return the claim or claim-like assumption of that id, if there is one."""
        item = self._items.get(name)
        return item if isinstance(item, ReadClaim) else None

    def claims(self, names: Iterable[str]) -> tuple[str, ...]:
        """Say each claim with its speaker: "4,000 casualties (Zelenskyy)"."""
        return tuple(self._apart(name, self.owner(name)) for name in names)

    def _apart(self, name: str, who: str) -> str:
        claim = self.claim(name)
        return who if claim is None or claim.is_assumption else f"{self.what(claim)} ({who})"

    def is_assumption(self, name: str) -> bool:
        """Whether the id is one of the analyst's own."""
        item = self._items.get(name)
        return isinstance(item, NamedAssumption) or (item is not None and item.is_assumption)

    def what(self, claim: ReadClaim) -> str:
        """Say what a claim says: "at least 300 killed", "present: halved (against arrived)"."""
        measure = short_measure(claim.scope)
        base = self._items.get(claim.ratio_of or "")
        if claim.reading is None:
            silent = claim.words.casefold() in {"", "none"}
            said = f"{measure}: no number" if silent else f"{measure}: {claim.words} (no number)"
        elif isinstance(base, ReadClaim):
            said = f"{measure}: {claim.words} (against {short_measure(base.scope)})"
        elif names_measure(claim.words, claim.scope.measure):
            said = claim.words
        else:
            said = f"{claim.words} {measure}"
        if claim.rate_unit is not None:
            said += f" a {claim.rate_unit}"
        notes = [str(claim.evidence)] if claim.evidence in _SAID_OF_EVIDENCE else []
        notes += ["computed from others"] if claim.derived_from else []
        return "; ".join([said + self.whereabouts(claim.scope), *notes])

    def days(self, span: DaySpan | None) -> str:
        """Say the days of a scope, without the year where it is clear which one is meant."""
        if span is None:
            return "in the end"
        words = str(span)
        one_year = span.first.year == span.last.year and not span.is_whole_months
        return _YEAR_AT_THE_END.sub("", words) if one_year and self._within_a_year else words

    def scope(self, scope: Scope) -> str:
        """Say a scope as the title of a range: "killed by 13 Jan"."""
        when = scope.when
        link = {Timing.DURING: "in", Timing.AT: "on", Timing.AS_OF: "by"}[when.timing]
        if scope.measure.is_stock or (when.span is not None and when.span.is_day):
            link = "on" if when.timing is not Timing.AS_OF or scope.measure.is_stock else "by"
        days = self.days(when.span)
        ending = days if when.span is None else f"{link} {days}"
        return f"{short_measure(scope)}{self.whereabouts(scope)} {ending}"

    def assumption(self, item: ReadClaim | NamedAssumption) -> str:
        """Say an assumption: "nobody present on 31 Oct", "nobody counted twice"."""
        if isinstance(item, NamedAssumption):
            words = _NAMED_RULES[item.kind]
            return words if item.after is None else f"{words} after {day_words(item.after)}"
        scope = self.scope(item.scope)
        reading = item.reading
        if reading is not None and reading.lenient.high == 0:
            return f"nobody {scope}"
        return f"{scope}: {item.words}"

    @cached_property
    def _items(self) -> dict[str, ReadClaim | NamedAssumption]:
        dossier = self.dossier
        items: tuple[ReadClaim | NamedAssumption, ...] = (
            *dossier.claims,
            *dossier.assumptions,
            *dossier.rules,
        )
        return {item.id: item for item in items}

    @cached_property
    def _usual(self) -> tuple[Extent, Extent]:
        claims = self.dossier.claims or self.dossier.assumptions
        usual = [
            Counter(getattr(claim.scope, axis) for claim in claims).most_common(1)
            for axis in ("population", "place")
        ]
        population, place = (found[0][0] if found else Extent() for found in usual)
        return population, place

    @cached_property
    def _within_a_year(self) -> bool:
        """Whether all days lie within a year, which the line "Counting from" names."""
        spans = [c.scope.when.span for c in self.dossier.claims if c.scope.when.span is not None]
        if not spans or self.dossier.since is None:
            return False
        reach = max(span.last for span in spans) - min(span.first for span in spans)
        return reach.days < _DAYS_OF_A_YEAR

    def whereabouts(self, scope: Scope) -> str:
        """Say whom, where and by what cause, where that is not the usual: ", Turkey"."""
        population, place = self._usual
        unusual = [
            str(extent)
            for extent, usual in ((scope.population, population), (scope.place, place))
            if extent != usual
        ]
        if not scope.cause.is_everything:
            unusual.append(f"by {scope.cause}")
        return "".join(f", {words}" for words in unusual)
