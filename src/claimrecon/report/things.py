"""Findings in the order in which a reader should meet them; one story is one thing (§10)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from claimrecon.findings.model import Finding, FindingKind
from claimrecon.report.content import Content
from claimrecon.report.naming import Naming, listed, several


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
        One paragraph, without the lead.
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
        _CONDITIONAL: "Conflict if told otherwise",
        FindingKind.IMPLAUSIBLE_PROJECTION: "Forecast",
        FindingKind.DERIVED: "No evidence of its own",
        FindingKind.REVISION: "Revised",
        FindingKind.SLIP: "Slip",
        FindingKind.ECHO: "Counted once",
    }
)


def things_to_know(content: Content) -> tuple[Thing, ...]:
    """Return every thing to know, gravest first, with numbers that do not depend on the display."""
    naming = Naming(content.dossier)
    made: list[Thing] = []
    for topic in _ORDER:
        source = (
            content.conditional
            if topic == _CONDITIONAL
            else [finding for finding in content.findings if finding.kind == topic]
        )
        for story in stories(source):
            lead = _LEADS[topic]
            text = _paragraph(story, naming)
            if text.casefold().startswith(lead.split()[0].casefold()):
                lead = ""
            made.append(Thing(len(made) + 1, topic, lead, text, story))
    return tuple(made)


def stories(findings: Iterable[Finding]) -> Iterator[tuple[Finding, ...]]:
    """Group findings of one story, in the order of their first."""
    groups: dict[object, list[Finding]] = {}
    for index, finding in enumerate(findings):
        alone = finding.story is None
        groups.setdefault(("alone", index) if alone else finding.story, []).append(finding)
    yield from map(tuple, groups.values())


def _paragraph(story: tuple[Finding, ...], naming: Naming) -> str:
    first, *others = story
    text = " ".join(first.explanation.split())
    if not others:
        return text
    shared = [
        repair for repair in first.repairs if all(repair in other.repairs for other in others)
    ]
    rest = f"{several(len(others), 'more conflict')} of the same story"
    if shared:
        ways = listed([" and ".join(naming.claims(repair)) for repair in shared], last="or")
        return f"{text} This and {rest} share {ways}."
    return f"{text} There {'is' if len(others) == 1 else 'are'} {rest}."
