"""Whether the quote of a claim supports its figure: number, hedge, unit and measure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from claimrecon.claims import ReadClaim
from claimrecon.extraction.draft import Draft
from claimrecon.extraction.rules import RuleExtractor
from claimrecon.quantities import CountPhrase, UnreadableCountError, find_counts, parse_count

_SHOWN = 60
_DIGITS = re.compile(r"\d{1,15}(?:[,.]\d{1,9}){0,4}")
_RELATED = (
    frozenset({"killed", "deaths_unspecified", "deaths", "killed_in_action"}),
    frozenset({"casualties", "casualties_unspecified", "casualties_all"}),
    frozenset({"captured", "held"}),
    frozenset({"displaced", "idps"}),
    frozenset({"deaths", "deaths_unspecified", "indirect_deaths"}),
)


class Support(StrEnum):
    """What a quote says of a figure."""

    SUPPORTED = "supported"
    HEDGE_DIFFERS = "hedge differs"
    """The number stands in it, with another hedge."""
    OTHER_MEASURE = "other measure"
    NO_PERSONS = "no persons"
    """The number stands in it, and counts something else, or nothing that is read."""
    NOT_ASSERTED = "not asserted"
    """The number stands in it, and is denied, feared or only possible there."""
    NO_NUMBER = "number missing"


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """What the quote of a claim says of its figure.

    Attributes
    ----------
    claim
        Id of the claim.
    support
        What was found.
    message
        One sentence for a person.
    """

    claim: str
    support: Support
    message: str

    @property
    def is_supported(self) -> bool:
        """Whether number, hedge, unit and measure stand in the quote."""
        return self.support is Support.SUPPORTED


def check_quotes(claims: Iterable[ReadClaim]) -> tuple[QuoteCheck, ...]:
    """Check every claim that carries both a quote and a figure.

    Parameters
    ----------
    claims
        Claims as they were read; those without quote or number are passed over.
    """
    return tuple(
        _checked(claim, claim.quote)
        for claim in claims
        if claim.quote is not None and claim.reading is not None
    )


def _checked(claim: ReadClaim, quote: str) -> QuoteCheck:
    wanted = _numbers_of(claim)
    spans = [(at.start, at.end) for at in find_counts(quote) if wanted & _numbers(at)]
    if not spans and (place := _digits_at(quote, wanted)) is not None:
        return _of_nobody(claim, quote, place)
    if not spans:
        return _result(
            claim,
            Support.NO_NUMBER,
            f"its quote does not hold the figure {claim.words!r}. Correct the figure, or quote the "
            "words it comes from.",
        )
    read = [
        draft
        for draft in RuleExtractor().extract(quote)
        if any(draft.start < end and start < draft.end for start, end in spans)
    ]
    if not read:
        return _of_nobody(claim, quote, spans[0][0])
    meant = [draft for draft in read if _is_measure(draft, claim.scope.measure.name)]
    if not meant:
        other = " + ".join(read[0].measure).replace("_", " ")
        return _result(
            claim,
            Support.OTHER_MEASURE,
            f"{read[0].figure.words!r} in its quote counts {other}, and the claim says "
            f"{_title(claim)}. Correct the measure, or the quote.",
        )
    return _of_meant(claim, meant)


def _of_meant(claim: ReadClaim, meant: list[Draft]) -> QuoteCheck:
    if claim.evidence.binds and not any(draft.is_asserted for draft in meant):
        return _result(
            claim,
            Support.NOT_ASSERTED,
            f"{meant[0].figure.words!r} in its quote is {meant[0].stance}, and the claim asserts "
            "it. Write evidence: denial or projection.",
        )
    ours = _phrase(claim.words)
    if ours is not None and not any(_same(draft.phrase, ours) for draft in meant):
        return _result(
            claim,
            Support.HEDGE_DIFFERS,
            f"its quote says {meant[0].figure.words!r}, and the claim {claim.words!r}. Write the "
            "figure with its hedge.",
        )
    return _result(claim, Support.SUPPORTED, "its quote supports the figure.")


def _of_nobody(claim: ReadClaim, quote: str, place: int) -> QuoteCheck:
    return _result(
        claim,
        Support.NO_PERSONS,
        f"{quote[place:].strip()[:_SHOWN]!r} in its quote is not read as {_title(claim)}. Look at "
        "what is counted there.",
    )


def _digits_at(quote: str, wanted: set[Fraction | str]) -> int | None:
    """Return where the number stands in digits, though it counts nobody: "43 attacks"."""
    for found in _DIGITS.finditer(quote):
        phrase = _phrase(found.group())
        if phrase is not None and wanted & _numbers(phrase):
            return found.start()
    return None


def _result(claim: ReadClaim, support: Support, message: str) -> QuoteCheck:
    return QuoteCheck(claim.id, support, message)


def _title(claim: ReadClaim) -> str:
    return claim.scope.measure.title


def _phrase(words: str) -> CountPhrase | None:
    try:
        return parse_count(words)
    except UnreadableCountError:
        return None


def _numbers_of(claim: ReadClaim) -> set[Fraction | str]:
    phrase = _phrase(claim.words)
    if phrase is not None and (numbers := _numbers(phrase)):
        return numbers
    read = claim.reading
    ends = () if read is None else (read.strict.low, read.strict.high)
    return {end for end in ends if end is not None}


def _numbers(phrase: CountPhrase) -> set[Fraction | str]:
    values: Iterator[Fraction | str | None] = (
        figure.value if figure.word is None else figure.word for figure in phrase.figures
    )
    return {value for value in values if value is not None}


def _same(one: CountPhrase, other: CountPhrase) -> bool:
    return (one.low, one.high, one.best, one.comparator) == (
        other.low,
        other.high,
        other.best,
        other.comparator,
    )


def _is_measure(draft: Draft, name: str) -> bool:
    """Whether a draft counts what a claim says, as far as the words can tell."""
    names = set(draft.measure)
    return name in names or any(name in group and names & group for group in _RELATED)
