"""What every full rendering shows of a report, in words: the same for HTML and for Markdown.

Here is decided what is said; how it looks is decided by ``html`` and ``markdown``.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from string import ascii_lowercase

from claimrecon.claims import ReadClaim
from claimrecon.findings import Finding, FindingKind
from claimrecon.findings.intervals import interval_words
from claimrecon.report.claims import Telling, tellings
from claimrecon.report.content import Content
from claimrecon.report.details import address, anchor, size_words
from claimrecon.report.full import rereadings_of, with_accounts
from claimrecon.report.naming import Naming
from claimrecon.report.proofs import proof_lines
from claimrecon.report.things import Thing, things_to_know
from claimrecon.report.words import listed, not_used_because

MOST_PROOFS = 100
"""How many sums a page writes out; the gravest come first."""
_PROOF_WIDTH = 76
_CLASH = frozenset({FindingKind.CONTRADICTION, FindingKind.TENSION})


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim as it is quoted.

    Attributes
    ----------
    id, anchor
        Its id, and the name by which a page refers to it.
    number
        Its place in the list of claims, from 1.
    what, who, when
        The figure, the speaker with the relays, and the days it is about.
    notes
        What else is known of it, a sentence each.
    quote
        The words of the text it stands in, or ``None``.
    address
        Where it can be read, if that is a web address.
    """

    id: str
    anchor: str
    number: int
    what: str
    who: str
    when: str
    notes: tuple[str, ...]
    quote: str | None
    address: str | None


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding as it is told.

    Attributes
    ----------
    label
        The number of its thing to know, with a letter where that tells of several: "2b".
    explanation, size
        What is the matter, and how grave it is; the size is empty where there is none.
    claims
        Numbers of the claims it is about.
    assumed
        The assumptions it needs, in words.
    ways
        What would resolve it, a sentence each.
    proof
        The sum, line by line; empty where there is none, ``None`` where there is no room for it.
    """

    finding: Finding
    label: str
    anchor: str
    explanation: str
    size: str
    claims: tuple[int, ...]
    assumed: tuple[str, ...]
    ways: tuple[str, ...]
    proof: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class ThingView:
    """One thing to know, with its findings."""

    thing: Thing
    anchor: str
    findings: tuple[FindingView, ...]


class View:
    """A report in words, each part worked out when it is asked for.

    Parameters
    ----------
    content
        The report.
    in_full
        Whether to ask, for every conflict, which rereadings of one claim would resolve it, and
        where claims clash, what each account leaves possible.
    """

    def __init__(self, content: Content, *, in_full: bool = False) -> None:
        self.content = with_accounts(content) if in_full else content
        self.naming = Naming(content.dossier)
        self._in_full = in_full

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Numbers of the claims by id, in the order of the list."""
        return {line.claim: n for n, line in enumerate(self._lines, start=1)}

    @cached_property
    def claims(self) -> tuple[ClaimView, ...]:
        """Every claim, by day."""
        made = []
        for line in self._lines:
            claim = self.content.dossier.claim(line.claim)
            if isinstance(claim, ReadClaim):
                made.append(
                    ClaimView(
                        id=claim.id,
                        anchor=anchor("claim", claim.id),
                        number=self.numbers[claim.id],
                        what=line.what,
                        who=line.who,
                        when=line.when,
                        notes=tuple(self._notes(claim)),
                        quote=claim.quote,
                        address=address(claim.url),
                    )
                )
        return tuple(made)

    @cached_property
    def by_number(self) -> Mapping[int, ClaimView]:
        """The claims by their numbers."""
        return {claim.number: claim for claim in self.claims}

    @cached_property
    def told(self) -> tuple[Thing, ...]:
        """Everything to know, as the findings have it."""
        return things_to_know(self.content)

    @cached_property
    def _lines(self) -> tuple[Telling, ...]:
        return tellings(self.content)

    @cached_property
    def things(self) -> tuple[ThingView, ...]:
        """Everything to know, gravest first."""
        made: list[ThingView] = []
        room, names = MOST_PROOFS, Counter[str]()
        for thing in self.told:
            views = []
            for index, finding in enumerate(thing.findings):
                letter = _letters(index) if len(thing.findings) > 1 else ""
                view = self._finding(finding, f"{thing.number}{letter}", proved=room > 0)
                names[view.anchor] += 1
                if (times := names[view.anchor]) > 1:
                    view = replace(view, anchor=f"{view.anchor}-{times}")
                views.append(view)
                room -= finding.proof is not None
            made.append(ThingView(thing, f"thing-{thing.number}", tuple(views)))
        return tuple(made)

    @cached_property
    def labels(self) -> Mapping[str, tuple[str, ...]]:
        """Labels of the conflicts in which each claim stands."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for label, finding in self.clashes:
            for name in finding.claims:
                found[name].append(label)
        return {name: tuple(labels) for name, labels in found.items()}

    @cached_property
    def clashes(self) -> tuple[tuple[str, Finding], ...]:
        """Contradictions and tensions with their labels, gravest first."""
        return tuple(
            (f"{thing.number}{_letters(n) if len(thing.findings) > 1 else ''}", finding)
            for thing in self.told
            if thing.topic in _CLASH
            for n, finding in enumerate(thing.findings)
        )

    def _finding(self, finding: Finding, label: str, *, proved: bool) -> FindingView:
        proof: tuple[str, ...] | None = ()
        if finding.proof is not None:
            proof = tuple(proof_lines(finding, self.naming, _PROOF_WIDTH)) if proved else None
        return FindingView(
            finding=finding,
            label=label,
            anchor=anchor("finding", finding.id),
            explanation=" ".join(finding.explanation.split()),
            size=size_words(finding),
            claims=tuple(self.numbers[name] for name in finding.claims if name in self.numbers),
            assumed=tuple(self.naming.owner(name) for name in finding.assumptions),
            ways=tuple(self._ways(finding)),
            proof=proof,
        )

    def _ways(self, finding: Finding) -> Iterator[str]:
        """Yield what would resolve a finding."""
        rest = "the others of this set can all be true"
        if finding.kind is FindingKind.TENSION:
            rest += ", to the letter"
        single = [name for repair in finding.repairs if len(repair) == 1 for name in repair]
        if single:
            which = {1: "", 2: "either "}.get(len(single), "any one of ")
            yield f"Leave out {which}{listed(self.naming.claims(single), last='or')}: {rest}."
        for repair in finding.repairs:
            if len(repair) > 1:
                yield f"Leave out {listed(self.naming.claims(repair))}: {rest}."
        if self._in_full and finding.kind is FindingKind.CONTRADICTION and finding.what_if is None:
            for reread in rereadings_of(self.content, finding) or ():
                whole = " Then the whole record can be true." if reread.whole_record else ""
                yield f"{reread.explanation}{whole}"

    def _notes(self, claim: ReadClaim) -> Iterator[str]:
        if claim.origin and claim.origin != claim.speaker:
            yield f"Speaks for {self.naming.source(claim.origin)}."
        if claim.said is not None:
            yield f"Said or made public {claim.said}."
        strict, lenient = claim.interval(lenient=False), claim.interval(lenient=True)
        if strict is not None and lenient is not None and claim.ratio_of is None:
            letter = interval_words((strict.low, strict.high))
            rounded = interval_words((lenient.low, lenient.high))
            per = f" a {claim.rate_unit}" if claim.rate_unit is not None else ""
            also = "" if rounded == letter else f", {rounded} allowing for rounding"
            yield f"Read as {letter}{per}{also}."
        if why := not_used_because(claim):
            yield f"Not used: {why}."
        if claim.relays is not None:
            yield f"Passes on claim {self._named(claim.relays)}."
        if labels := self.labels.get(claim.id):
            noun = "conflict" if len(labels) == 1 else "conflicts"
            yield f"Stands in {noun} {listed(labels[:12])}{' and more' if labels[12:] else ''}."
        if claim.note:
            yield claim.note
        if claim.url is not None and address(claim.url) is None:
            yield f"Source: {claim.url}"

    def _named(self, name: str) -> str:
        number = self.numbers.get(name)
        return f"“{name}”" if number is None else str(number)


def _letters(index: int) -> str:
    """Count in letters: a, b, ... z, aa, ab, ...

    Examples
    --------
    >>> _letters(0), _letters(25), _letters(26)
    ('a', 'z', 'aa')
    """
    more, letter = divmod(index, len(ascii_lowercase))
    return (_letters(more - 1) if more else "") + ascii_lowercase[letter]
