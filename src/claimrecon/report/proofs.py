"""A proof written out so that a reader can add it up with a pencil (§11)."""

from collections.abc import Iterator

from claimrecon.findings.model import Finding
from claimrecon.linear import Proof, Row
from claimrecon.report.layout import wrapped
from claimrecon.report.naming import Naming, number_words
from claimrecon.report.sums import is_plain_sum
from claimrecon.report.things import Thing


def thing_proofs(thing: Thing, naming: Naming, *, width: int = 80) -> str:
    """Return every proof behind one thing to know.

    Parameters
    ----------
    width
        Columns.
    """
    lead = f"{thing.lead}: " if thing.lead else ""
    lines = wrapped(f"{thing.number}. {lead}{thing.text}", width)
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
    plain = plain_words(proof, naming)
    if plain is not None:
        yield from wrapped(plain, width)
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


def plain_words(proof: Proof, naming: Naming) -> str | None:
    """Say an impossibility as a sum of its figures, or ``None`` where it is more than a sum.

    Only for proofs that add each figure once.
    """
    if not is_plain_sum(proof) or not proof.verify() or proof.claim:
        return None
    figures = [row for row, _ in proof.terms if row.bound]
    lows = [row for row in figures if row.bound > 0]
    highs = [row for row in figures if row.bound < 0]
    if not lows:
        return None
    names = naming.owners(row.owner or "" for row in (*lows, *highs))
    parts = [
        f"{abs(row.bound):,} ({name})" for row, name in zip((*lows, *highs), names, strict=True)
    ]
    low, high = sum(row.bound for row in lows), -sum(row.bound for row in highs)
    least = _total(parts[: len(lows)], low)
    most = _total(parts[len(lows) :], high) if highs else "0"
    return f"At least {least} are needed, and there are at most {most}: {low - high:,} too few."


def _total(parts: list[str], total: int) -> str:
    return " + ".join(parts) + (f" = {total:,}" if len(parts) > 1 else "")


def _line(row: Row, naming: Naming) -> str:
    words = row_words(row)
    if row.owner is not None:
        return f"{words}   ({naming.owner(row.owner)})"
    return f"rule: {words}"


def row_words(row: Row) -> str:
    """Return the row's name as people read it, without the id it starts with."""
    words = row.name.removeprefix(f"{row.owner}: ") if row.owner is not None else row.name
    return words.replace(" ≥ ", " >= ").replace(" ≤ ", " <= ")
