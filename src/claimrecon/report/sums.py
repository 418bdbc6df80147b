"""A proved end of a range as a sum in plain words, and what it hinges on.

A sum is shown only where the proof is one: it verifies, every figure in it is used exactly once,
and nothing but figures of claims and assumptions adds to it.
"""

from claimrecon.findings.model import End, PossibleRange
from claimrecon.linear import Proof, Row
from claimrecon.report.naming import Naming, listed, number_words, several


def sum_words(end: End, naming: Naming) -> str | None:
    """Write an end as a sum: "1,300 = 4,000 (Zelenskyy) - 2,700 (NIS)".

    Returns ``None`` where the proof is no such sum.
    """
    if end.proof is None or end.value is None or end.value != end.exact:
        return None
    if not is_plain_sum(end.proof) or not end.proof.verify():
        return None
    # The proof of a high end bounds the negated count.
    sign = 1 if end.proof.bound == end.value else -1
    if sign * end.proof.bound != end.value:
        return None
    figures = [(sign * row.bound, row.owner or "") for row, _ in end.proof.terms if row.bound]
    figures.sort(key=lambda figure: figure[0] < 0)
    if len(figures) < 2:  # noqa: PLR2004 - one figure is no sum
        return None
    owners = naming.owners(owner for _, owner in figures)
    words = ""
    for (amount, _), owner in zip(figures, owners, strict=True):
        link = (" - " if amount < 0 else " + ") if words else ("-" if amount < 0 else "")
        words += f"{link}{abs(amount):,} ({owner})"
    return f"{number_words(end.value)} = {words}"


def is_plain_sum(proof: Proof) -> bool:
    """Whether a reader can add the proof up from its figures alone."""
    return all(
        (multiplier == 1 and row.owner is not None) if row.bound else not _is_ratio(row)
        for row, multiplier in proof.terms
    )


def _is_ratio(row: Row) -> bool:
    """Whether a row without a figure of its own still sets one number against another."""
    return row.owner is not None and len({weight > 0 for _, weight in row.coefficients}) > 1


def hinge_words(end: End, naming: Naming) -> str:
    """Say what an end hinges on, and what it becomes without each claim of it.

    Assumptions are counted, not listed: the last line of a report says them all.
    """
    if end.value is None:
        return ""
    value = number_words(end.value)
    claims = tuple(name for name in end.hinges if not naming.is_assumption(name))
    assumed = len(end.hinges) - len(claims)
    spoken = dict(zip(claims, naming.owners(claims), strict=True))
    said = sum_words(end, naming)
    if said is None:
        on = [*spoken.values(), *([several(assumed, "assumption")] if assumed else [])]
        if not on:
            return f"{value} follows from the rules alone."
        said = f"{value} hinges on {listed(on)}"
    without: dict[str, list[str]] = {}
    for name in claims:
        if name in end.without and end.without[name] != end.value:
            other = end.without[name]
            becomes = "open" if other is None else number_words(other)
            without.setdefault(becomes, []).append(spoken[name])
    changes = [
        f"without {listed(names, last='or')}: {becomes}" for becomes, names in without.items()
    ]
    if not changes:
        return f"{said}."
    return f"{said}. {_sentence(changes)}"


def range_words(asked: PossibleRange, naming: Naming) -> str:
    """Say what both ends of a range hinge on; to the letter, where it can hold so."""
    low = asked.strict_low or asked.lenient_low
    high = asked.strict_high or asked.lenient_high
    ends = [end for end in (low, high) if end is not None and end.hinges]
    words = dict.fromkeys(hinge_words(end, naming) for end in ends)
    return " ".join(word for word in words if word)


def _sentence(parts: list[str]) -> str:
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."
