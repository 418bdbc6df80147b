"""What was taken for granted in the reading of a dossier, in sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from claimrecon.claims import ReadClaim, Timing
from claimrecon.dossier.names import near_pairs
from claimrecon.errors import Notice
from claimrecon.scopes import NameTree, Node
from claimrecon.sources import Source
from claimrecon.vocabulary import Evidence

_GROUPED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "CR501": (
            "1 claim has no as_of; the day it was published was taken.",
            "{n} claims have no as_of; the day they were published was taken.",
        ),
        "CR502": (
            "1 claim has no id; {ids} was made.",
            "{n} claims have no id; these were made: {ids}.",
        ),
        "CR503": (
            (
                "1 running total has no start of counting; an unknown one was taken. Write since: "
                "to say it."
            ),
            (
                "{n} running totals have no start of counting; one unknown start, the same for "
                "all, was taken. Write since: to say it."
            ),
        ),
        "CR504": (
            "1 claim names no population, and there is no default; everybody was taken.",
            "{n} claims name no population, and there is no default; everybody was taken.",
        ),
        "CR505": (
            "1 claim names no place, and there is no default; everywhere was taken.",
            "{n} claims name no place, and there is no default; everywhere was taken.",
        ),
        "CR513": (
            (
                "The words of 1 claim hold no number: it is kept and binds nothing. For none on "
                "purpose, write  count: none."
            ),
            (
                "The words of {n} claims hold no number: they are kept and bind nothing. For none "
                "on purpose, write  count: none."
            ),
        ),
        "CR514": (
            (
                "1 claim asserts a total for a day after the end. If it is the toll of the whole "
                "event, write  as_of: final."
            ),
            (
                "{n} claims assert a total for a day after the end. If they are tolls of the "
                "whole event, write  as_of: final."
            ),
        ),
        "CR515": (
            "1 claim has no date of publication; it counts as always known.",
            "{n} claims have no date of publication; they count as always known.",
        ),
    }
)
"""Notices that many claims share: the sentence for one, and for several."""


@dataclass(slots=True)
class Notes:
    """The notices gathered so far."""

    grouped: dict[str, list[str]] = field(default_factory=dict)
    single: list[Notice] = field(default_factory=list)

    def take(self, code: str, claim: str) -> None:
        """Note that the sentence of *code* holds for *claim*."""
        self.grouped.setdefault(code, []).append(claim)

    def say(self, code: str, message: str, *claims: str) -> None:
        """Note one thing about these claims."""
        self.single.append(Notice(code, message, claims))

    def gathered(self) -> tuple[Notice, ...]:
        """Return all notices, in the order of their codes."""
        notices = [*self.single]
        for code, ids in self.grouped.items():
            sentence = _GROUPED[code][0 if len(ids) == 1 else 1]
            notices.append(
                Notice(code, sentence.format(n=len(ids), ids=", ".join(ids)), tuple(ids))
            )
        return tuple(sorted(notices, key=lambda notice: notice.code))


def note_claim(claim: ReadClaim, notes: Notes, *, ended: date | None) -> None:
    """Note the defaults that were taken for one claim."""
    scope = claim.scope
    if scope.when.timing is Timing.AS_OF and scope.when.since is None:
        notes.take("CR503", claim.id)
    if scope.population.is_everything:
        notes.take("CR504", claim.id)
    if scope.place.is_everything:
        notes.take("CR505", claim.id)
    if claim.public_from is None:
        notes.take("CR515", claim.id)
    span = scope.when.span
    asserted = claim.evidence is Evidence.ASSERTION and scope.when.timing is Timing.AS_OF
    if asserted and ended is not None and span is not None and span.first > ended:
        notes.take("CR514", claim.id)


def note_names(claims: Sequence[ReadClaim], trees: Mapping[str, NameTree], notes: Notes) -> None:
    """Note names that stand in no tree, and siblings that were taken to share nobody."""
    for dimension, tree in trees.items():
        users: dict[str, list[str]] = {}
        for claim in claims:
            for name in getattr(claim.scope, dimension).names:
                users.setdefault(name, []).append(claim.id)
        strangers = dict.fromkeys(name for name in users if name not in tree)
        for name in strangers:
            notes.say(
                "CR511",
                f"The {dimension} {name!r} stands in no tree; it may overlap with any other. Add "
                f"it under {dimension}s: if it lies within one.",
                *users[name],
            )
        for one, other in near_pairs((*tree.names, *strangers)):
            if other in strangers:
                notes.say("CR516", f"{one!r} and {other!r}: one {dimension} or two?", *users[other])
        for root in tree.roots:
            _note_siblings(root, frozenset(users), notes)


def _note_siblings(node: Node, used: frozenset[str], notes: Notes) -> None:
    for facet in node.facets:
        met = [child.name for child in facet.children if _mentions(child, used)]
        if len(met) > 1:
            notes.say(
                "CR510", f"Taken to share nobody: {' | '.join(met)}, siblings under {node.name}."
            )
        for child in facet.children:
            _note_siblings(child, used, notes)


def _mentions(node: Node, used: frozenset[str]) -> bool:
    return node.name in used or any(
        _mentions(child, used) for facet in node.facets for child in facet.children
    )


def note_sources(sources: Mapping[str, Source], claims: Sequence[ReadClaim], notes: Notes) -> None:
    """Note sources without an entry, entries that nobody uses, and nearly equal names."""
    users: dict[str, list[str]] = {}
    relays: dict[str, list[str]] = {}
    for claim in claims:
        for key in {claim.speaker, claim.origin}:
            users.setdefault(key, []).append(claim.id)
        for relay in claim.via:
            relays.setdefault(relay, []).append(claim.id)
    for key, source in sources.items():
        if not source.listed:
            notes.say(
                "CR512",
                f"The source {key!r} has no entry; it is one of that name that speaks for itself.",
                *users.get(key, ()),
            )
        elif key not in users and key not in relays:
            notes.say("CR519", f"The source {key!r} ({source.name}) is not used by any claim.")
    names = {name: key for key, source in sources.items() for name in source.names}
    names |= {relay: relay for relay in relays if relay not in names}
    told: set[frozenset[str]] = set()
    for one, other in near_pairs(names):
        pair = frozenset((names[one], names[other]))
        if len(pair) > 1 and pair not in told:
            told.add(pair)
            both = (*users.get(names[one], ()), *users.get(names[other], ()))
            notes.say("CR516", f"{one!r} and {other!r}: one source or two?", *dict.fromkeys(both))
