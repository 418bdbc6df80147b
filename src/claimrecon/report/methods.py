"""How the answer was come by, said from what was actually done; nothing in it is a set phrase."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from claimrecon.findings import End, Finding
from claimrecon.linear import Proof
from claimrecon.quantities import Codebook
from claimrecon.report.content import Content
from claimrecon.report.naming import Naming
from claimrecon.report.text import rests_on
from claimrecon.report.words import day_words, listed, several

_RULES: Mapping[str, str] = MappingProxyType(
    {
        "never-falls": "a running total does not fall, and a larger whole is not smaller than its "
        "part",
        "occupancy": "people who are somewhere have come there, and nobody is there less than zero "
        "times",
        "vague-part": "a word that its source does not define counts at most what it may count",
        "vague-never-falls": "one source means the same each time it uses a word that it does not "
        "define",
        "ended": "nobody new was harmed after the day on which it ended",
    }
)
_CHOICES: Mapping[str, str] = MappingProxyType(
    {
        "known_by": "only what had been made public by {}",
        "without_rules": "rules switched off: {}",
        "without": "as if this claim had not been made: {}",
        "with_reading": "as if a claim had been worded otherwise: {}",
    }
)


@dataclass(frozen=True, slots=True)
class Step:
    """One paragraph of the note: what it is about, and what was done."""

    about: str
    text: str


def methods(content: Content) -> tuple[Step, ...]:
    """Return the note on methods, a paragraph for each thing that was done."""
    return tuple(_steps(content))


def _steps(content: Content) -> Iterator[Step]:
    dossier, manifest = content.dossier, content.manifest
    numbered = [claim for claim in dossier.claims if claim.reading is not None]
    yield Step(
        "Reading",
        f"{several(len(numbered), 'figure')} of {several(len(dossier.claims), 'claim')} were read "
        f"as intervals of whole people by the codebook {dossier.codebook.name}, version "
        f"{dossier.codebook.version}, once to the letter and once allowing for rounding: "
        f"{_rows_used(content, dossier.codebook)}.",
    )
    if dossier.since is not None or dossier.ended is not None:
        days = []
        if dossier.since is not None:
            since = dossier.since
            started = day_words(since.first) if since.is_day else str(since)
            days.append(f"totals count from {started}")
        if dossier.ended is not None:
            days.append(f"nobody new was harmed after {day_words(dossier.ended)}")
        yield Step("Days", f"As the dossier says, {listed(days)}.")
    assumed = rests_on(content)
    yield Step(
        "Assumptions",
        f"The analyst assumes: {assumed}."
        if assumed
        else "None was made. Nothing is assumed that no claim says.",
    )
    origins = {claim.origin for claim in dossier.claims}
    yield Step(
        "Comparison",
        f"The claims of {several(len(origins), 'origin')} were put on one balance sheet of people "
        "and days. What one origin told several times counts once; what it replaced itself is set "
        f"aside and named. {_searched(content)}",
    )
    rules = _rules_used(content)
    if rules:
        yield Step("Rules", f"Besides the claims, the sums on this page use: {'; '.join(rules)}.")
    proofs = [proof for proof in _proofs(content) if proof is not None]
    if proofs:
        sound = sum(proof.verify() for proof in proofs)
        result = "all add up" if sound == len(proofs) else f"only {sound:,} ADD UP"
        yield Step(
            "Proofs",
            f"{several(len(proofs), 'sum')} behind findings and ends of ranges were checked in "
            f"exact fractions, without the solver that found them: {result}.",
        )
    choices = [words.format(manifest[key]) for key, words in _CHOICES.items() if manifest.get(key)]
    if manifest.get("revisions") == "declared":
        choices.append("figures replace earlier ones only where a claim says so")
    if choices:
        yield Step("Choices", f"{'; '.join(choices)}.")
    yield Step(
        "Limits",
        "What is left possible is no estimate: nothing here says which number is likely, or which "
        "source is right. The answer is as good as the claims, and as the reading of their words.",
    )
    made_with = manifest.get("claimrecon")
    if made_with:
        yield Step("Made with", f"claimrecon {made_with}. The same claims give the same report.")


def _rows_used(content: Content, codebook: Codebook) -> str:
    used = Counter(
        claim.reading.rule for claim in content.dossier.claims if claim.reading is not None
    )
    rows = []
    for name, count in used.most_common():
        row = codebook.row(name)
        basis = "" if row is None else f", {row.basis.value}"
        rows.append(f"{name} ({count:,}{basis})")
    return listed(rows) or "no figure"


def _searched(content: Content) -> str:
    if content.undecided:
        return "The time given ran out before the search for conflicts was complete."
    if content.truncated:
        limit = content.manifest.get("limit", "the limit")
        return f"The search for smallest sets that clash stopped at {limit}: there may be more."
    return "All smallest sets of claims that cannot all be true were searched for, and are here."


def _rules_used(content: Content) -> list[str]:
    used = {rule for rules in _rules(content) for rule in rules.values()}
    naming = Naming(content.dossier)
    used |= {name for finding in _findings(content) for name in finding.rests_on}
    words = [_RULES[name] for name in _RULES if name in used]
    return words + sorted(naming.owner(name) for name in used - set(_RULES))


def _findings(content: Content) -> tuple[Finding, ...]:
    return (*content.findings, *content.conditional)


def _ends(content: Content) -> Iterator[End]:
    for asked in content.ranges:
        for end in (asked.strict_low, asked.strict_high, asked.lenient_low, asked.lenient_high):
            if end is not None:
                yield end


def _rules(content: Content) -> Iterator[Mapping[str, str]]:
    yield from (finding.rules for finding in _findings(content))
    yield from (end.rules for end in _ends(content))


def _proofs(content: Content) -> Iterator[Proof | None]:
    yield from (finding.proof for finding in _findings(content))
    yield from (end.proof for end in _ends(content))
