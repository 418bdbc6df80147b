"""A proof written out so that a reader can add it up with a pencil (§11)."""

from collections.abc import Iterator

from claimrecon.findings import Finding
from claimrecon.linear import Row
from claimrecon.report.layout import wrapped
from claimrecon.report.naming import Naming, number_words
from claimrecon.report.sums import shortfall_words
from claimrecon.report.things import Thing


def thing_proofs(thing: Thing, naming: Naming, *, width: int = 80) -> str:
    """Return every proof behind one thing to know.

    Parameters
    ----------
    width
        Columns.
    """
    lines = wrapped(f"{thing.number}. {thing.lead}", width)
    for finding in thing.findings:
        lines += ["", *wrapped(" ".join(finding.explanation.split()), width)]
    proved = [finding for finding in thing.findings if finding.proof is not None]
    if not proved:
        lines += ["", "Nothing here needs a proof: all these claims can be true together."]
    for index, finding in enumerate(proved, start=1):
        of = f" {index} of {len(proved)}" if len(proved) > 1 else ""
        lines += ["", f"THE SUM{of}", "", *_finding_lines(finding, naming, width)]
    return "\n".join(lines) + "\n"


def _finding_lines(finding: Finding, naming: Naming, width: int) -> Iterator[str]:
    proof = finding.proof
    if proof is None:
        return
    plain = shortfall_words(proof, naming)
    if plain is not None:
        yield from wrapped(f"{plain}.", width)
        yield ""
    count = max(len(str(multiplier)) for _, multiplier in proof.terms)
    for row, multiplier in proof.terms:
        start = f"  {multiplier!s:>{count}} x  "
        yield from wrapped(_line(row, naming), width, first=start, indent=" " * len(start))
    total = number_words(proof.bound)
    yield ""
    yield from wrapped(
        "Multiply each line by the number before it and add all of them up. On the left everything "
        f"cancels, and what remains is 0 >= {total}: cannot be.",
        width,
    )
    checked = "adds up" if proof.verify() else "does NOT add up"
    yield f"Checked in exact fractions: it {checked}."


def _line(row: Row, naming: Naming) -> str:
    words = row_words(row)
    if row.owner is not None:
        return f"{words}   ({naming.owner(row.owner)})"
    return f"rule: {words}"


def row_words(row: Row) -> str:
    """Return the row's name as people read it, without the id it starts with."""
    words = row.name.removeprefix(f"{row.owner}: ") if row.owner is not None else row.name
    return words.replace(" ≥ ", " >= ").replace(" ≤ ", " <= ")
