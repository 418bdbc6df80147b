"""The verdict, the sentence that says what it hangs on, and what was not used."""

from collections.abc import Iterator, Sequence

from claimrecon.errors import Notice
from claimrecon.findings.contradictions import Clashes
from claimrecon.findings.model import Finding, FindingKind, Verdict
from claimrecon.findings.record import Record
from claimrecon.findings.wording import Speech, listed
from claimrecon.vocabulary import Evidence


def verdict_of(found: Clashes | None) -> Verdict:
    """Return the gravest of what was found; ``None`` where nothing could be compared."""
    if found is None:
        return Verdict.UNDECIDED
    if found.contradictions:
        return Verdict.CONTRADICTION
    if found.undecided:
        return Verdict.UNDECIDED
    return Verdict.TENSION if found.tensions else Verdict.COMPATIBLE


def verdict_sentence(
    verdict: Verdict,
    findings: Sequence[Finding],
    conditional: Sequence[Finding],
    speech: Speech,
) -> str:
    """Say the verdict in one sentence: what it hangs on, and what was set aside for it."""
    match verdict:
        case Verdict.CONTRADICTION:
            sets = [f for f in findings if f.kind is FindingKind.CONTRADICTION]
            stories = len({f.story for f in sets})
            count = "one conflict" if len(sets) == 1 else f"{len(sets)} conflicts"
            about = f" in {stories} stories" if 1 < stories < len(sets) else ""
            text = f"The figures cannot all be true: {count}{about} even allowing for rounding"
        case Verdict.TENSION:
            text = "The figures fit only with rounding: taken to the letter they cannot all be true"
        case Verdict.UNDECIDED:
            text = "Undecided: the time given ran out before an answer was proved"
        case Verdict.COMPATIBLE:
            text = "The figures can all be true"
            hedges = [speech.saying(finding.claims[0]) for finding in conditional]
            if hedges:
                text += f", but only because {listed(hedges)}"
    return f"{text}{_set_aside(findings)}."


def _set_aside(findings: Sequence[Finding]) -> str:
    """Say how many figures their own origins replaced, and whether they would have mattered."""
    aside = [f for f in findings if f.kind in {FindingKind.REVISION, FindingKind.SLIP}]
    if not aside:
        return ""
    noun = "one figure was" if len(aside) == 1 else f"{len(aside)} figures were"
    words = f"; {noun} set aside because the origin itself replaced or mistyped it"
    if len(aside) > 1:
        words = f"; {noun} set aside because their own origins replaced or mistyped them"
    clashing = sum(bool(finding.would_contradict) for finding in aside)
    if clashing:
        words += f" ({clashing} would contradict others if left standing)"
    return words


def unused(record: Record) -> Iterator[Notice]:
    """Say what binds nothing, and why."""
    for claim in record.dossier.claims:
        if claim.reading is None:
            why = "holds no number and binds nothing"
        elif claim.evidence is Evidence.PROJECTION:
            why = "is a projection: tested against the record, not part of it"
        elif claim.evidence is Evidence.DENIAL:
            why = "is a denial: reported, not turned into a figure"
        elif claim.derived_from:
            why = "was computed from other figures and binds nothing"
        else:
            continue
        yield Notice("CR540", f"“{claim.words}” ({claim.id}) {why}.", (claim.id,))
