"""A proof written out so that a reader can add it up with a pencil (§11)."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from claimrecon.constraints import number_words
from claimrecon.findings import Finding
from claimrecon.linear import Row
from claimrecon.report.layout import wrapped
from claimrecon.report.naming import Naming
from claimrecon.report.sums import Step, shortfall_words, steps, total_of
from claimrecon.report.things import Thing
from claimrecon.report.words import listed

_SHARE = re.compile(r"(.*) ([≥≤]) ([\d,./]+) × \((.*)\)", re.DOTALL)


def thing_proofs(thing: Thing, naming: Naming, *, width: int = 80) -> str:
    """Return every proof behind one thing to know.

    Parameters
    ----------
    width
        Columns.
    """
    lines = wrapped(f"{thing.number}. {thing.lead}", width)
    for finding in thing.findings:
        lines += ["", *wrapped(" ".join(finding.explanation.split()), width), f"({finding.id})"]
    proved = [finding for finding in thing.findings if finding.proof is not None]
    if not proved:
        lines += ["", "There is no sum to check here."]
    for index, finding in enumerate(proved, start=1):
        of = f" {index} OF {len(proved)}" if len(proved) > 1 else ""
        lines += ["", f"THE SUM{of}", "", *proof_lines(finding, naming, width)]
    return "\n".join(lines) + "\n"


def proof_lines(finding: Finding, naming: Naming, width: int) -> Iterator[str]:
    """Yield the lines of the sum behind one finding; none where it has no proof."""
    proof = finding.proof
    if proof is None:
        return
    plain = shortfall_words(proof, naming)
    if plain is not None:
        yield from wrapped(f"{plain[0].upper()}{plain[1:]}.", width)
        yield "This is what the lines below add up to."
        yield ""
    every = steps(proof)
    count = max(len(number_words(step.multiplier)) for step in every)
    for multiplier, words in _lines(every, naming):
        start = f"  {number_words(multiplier):>{count}} x  "
        yield from wrapped(words, width, first=start, indent=" " * len(start))
    total = total_of(every)
    about = "" if total.denominator == 1 else f" (about {round(total):,})"
    yield ""
    yield from wrapped(
        "Take each line as often as the number before it says, and add them all up. On the left "
        f"everything cancels; what remains is 0 >= {number_words(total)}{about}: cannot be.",
        width,
    )
    checked = "adds up" if proof.verify() else "does NOT add up"
    yield f"Checked in exact fractions: it {checked}."


def _lines(every: Iterable[Step], naming: Naming) -> Iterator[tuple[Fraction, str]]:
    """Yield what claims say, then what is assumed, then the rules, alike ones on one line."""
    ordered = sorted(every, key=lambda step: _rank(step, naming))
    rules: dict[tuple[Fraction, str], list[str]] = {}
    for step in ordered:
        if step.row.owner is not None:
            yield step.multiplier, f"{row_words(step.row)}   ({naming.owner(step.row.owner)})"
            continue
        what, mark, rest = row_words(step.row).partition(" | ")
        rules.setdefault((step.multiplier, f"{mark}{rest}"), []).append(what)
    for (multiplier, rest), whats in rules.items():
        each = "each of " if len(whats) > 1 else ""
        yield multiplier, f"rule: {each}{listed(whats)}{rest}"


def _rank(step: Step, naming: Naming) -> int:
    if step.row.owner is None:
        return 2
    return int(naming.is_assumption(step.row.owner))


def row_words(row: Row) -> str:
    """Return the row's name as people read it, without the id it starts with.

    A share is written in whole numbers, as it is added.
    """
    words = row.name.removeprefix(f"{row.owner}: ") if row.owner is not None else row.name
    share = _SHARE.fullmatch(words)
    if share is not None:
        own, sign, factor, base = share.groups()
        exact = Fraction(factor.replace(",", ""))
        words = f"{_times(exact.denominator, own)} {sign} {_times(exact.numerator, base)}"
    return words.replace("≥", ">=").replace("≤", "<=")


def _times(count: int, words: str) -> str:
    return words if count == 1 else f"{count:,} x ({words})"
