"""Findings in the order in which a reader should meet them; one story is one thing (§10)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from claimrecon.findings import Finding, FindingKind
from claimrecon.report.brief import brief
from claimrecon.report.content import Content
from claimrecon.report.naming import Naming


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to know.

    Attributes
    ----------
    number
        Counted from 1; proofs are asked for by it.
    topic
        What kind of thing it is, as a heading of a few words.
    lead
        The words it opens with.
    text
        One paragraph, without the lead; the explanations of the findings say it in full.
    findings
        One finding, or all of one story, the gravest first.
    """

    number: int
    topic: str
    lead: str
    text: str
    findings: tuple[Finding, ...]

    @property
    def has_proof(self) -> bool:
        """Whether there is a sum to check."""
        return any(finding.proof is not None for finding in self.findings)


_CONDITIONAL = "what-if conflict"

_ORDER: tuple[str, ...] = (
    FindingKind.CONTRADICTION,
    FindingKind.TENSION,
    FindingKind.APPARENT,
    _CONDITIONAL,
    FindingKind.IMPLAUSIBLE_PROJECTION,
    FindingKind.DERIVED,
    FindingKind.REVISION,
    FindingKind.SLIP,
    FindingKind.ECHO,
)

_LEADS: Mapping[str, str] = MappingProxyType(
    {
        FindingKind.CONTRADICTION: "Conflict",
        FindingKind.TENSION: "Fit only with rounding",
        FindingKind.APPARENT: "No conflict",
        _CONDITIONAL: "Conflict in retelling",
        FindingKind.IMPLAUSIBLE_PROJECTION: "Forecast",
        FindingKind.DERIVED: "Repeated",
        FindingKind.REVISION: "Revised",
        FindingKind.SLIP: "Slip",
        FindingKind.ECHO: "Told again",
    }
)


def things_to_know(content: Content) -> tuple[Thing, ...]:
    """Return every thing to know, gravest first, with numbers that do not depend on the display."""
    naming = Naming(content.dossier)
    made: list[Thing] = []
    for topic in _ORDER:
        what_if = topic == _CONDITIONAL
        source = content.conditional if what_if else content.of_kind(FindingKind(topic))
        for story in stories(source):
            text = brief(story, naming, told_otherwise=what_if)
            made.append(Thing(len(made) + 1, topic, _LEADS[topic], text, story))
    return tuple(made)


def stories(findings: Iterable[Finding]) -> Iterator[tuple[Finding, ...]]:
    """Group findings that are one thing to know, in the order of their first.

    Those of one story are; so are apparent conflicts that differ in the same ways.
    """
    groups: dict[object, list[Finding]] = {}
    for index, finding in enumerate(findings):
        key: object = ("alone", index)
        if finding.story is not None:
            key = finding.story
        elif finding.kind is FindingKind.APPARENT:
            key = finding.differs
        groups.setdefault(key, []).append(finding)
    yield from map(tuple, groups.values())
