"""Other numbers that a claim may have meant: "at least" left out, a slip of the pen (§13)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from claimrecon.claims import ReadClaim
from claimrecon.constraints import number_words
from claimrecon.errors import ClaimReconError
from claimrecon.findings.rereadings.model import Candidate, What
from claimrecon.quantities import (
    Codebook,
    Comparator,
    CountInterval,
    CountPhrase,
    Figure,
    Kind,
    Reading,
    parse_count,
    read_numbers,
    read_phrase,
)
from claimrecon.vocabulary import Evidence

_SWAPPED, _OFF, _TENFOLD = range(3)
_AT_LEAST, _AT_MOST = "at least", "at most"


def other_numbers(claim: ReadClaim, codebook: Codebook) -> Iterator[Candidate]:
    """Yield every other number and hedge that a claim may have meant, its scope unchanged.

    A hedge is only ever taken to be left out: what narrows a claim reconciles nothing.
    """
    if claim.reading is not None:
        yield from _hedges(claim, claim.reading, codebook)
        yield from _slips(claim, claim.reading, codebook)


def _hedges(claim: ReadClaim, reading: Reading, codebook: Codebook) -> Iterator[Candidate]:
    now = claim.interval(lenient=True)
    if now is None or not reading.numbers:
        return
    low, high = reading.numbers[0], reading.numbers[-1]
    if now.high is not None:
        yield _hedge(claim, _AT_LEAST, low, codebook)
    if now.low > 0 and claim.evidence is not Evidence.DOCUMENTED:
        yield _hedge(claim, _AT_MOST, high, codebook)


def _hedge(claim: ReadClaim, words: str, number: Fraction, codebook: Codebook) -> Candidate:
    reading = read_numbers(
        number if words == _AT_LEAST else None,
        None if words == _AT_LEAST else number,
        None,
        codebook,
        kind=_kind(claim),
        exact=claim.exact,
    )
    after = f"{words} {number_words(number)}"
    return Candidate(What.HEDGE, claim.words, after, interval=_binding(claim, reading))


def _slips(claim: ReadClaim, reading: Reading, codebook: Codebook) -> Iterator[Candidate]:
    phrase = _phrase(claim, reading, codebook)
    if phrase is None:
        return
    for place, figure in enumerate(phrase.figures):
        written = _digits(figure)
        for distance, digits in slips(written):
            value = digits * figure.step
            told = _with_figure(phrase, place, replace(figure, value=value))
            other = _read(told, claim, codebook)
            if other is not None:
                yield Candidate(
                    What.DIGIT,
                    number_words(written * figure.step),
                    number_words(value),
                    distance,
                    interval=_binding(claim, other),
                )


def slips(number: int) -> Iterator[tuple[int, int]]:
    """Yield (kind of slip, number) for every number one slip away; the likeliest kind first.

    Two neighbouring digits swapped (0), one digit off (1), ten times as much or a tenth (2).

    Examples
    --------
    >>> [slip for kind, slip in slips(21) if kind != 1]
    [12, 210]
    >>> (1, 8292) in slips(8282)
    True
    """
    if number <= 0:
        return
    text = str(number)
    found: dict[int, int] = {}
    for i in range(len(text) - 1):
        found.setdefault(int(text[:i] + text[i + 1] + text[i] + text[i + 2 :]), _SWAPPED)
    for i, digit in enumerate(text):
        for other in "0123456789":
            if other != digit:
                found.setdefault(int(text[:i] + other + text[i + 1 :]), _OFF)
    found.setdefault(number * 10, _TENFOLD)
    if number % 10 == 0:
        found.setdefault(number // 10, _TENFOLD)
    # A first digit turned to nought makes a shorter number, which nobody writes for the longer one.
    shorter = 10 ** (len(text) - 1)
    for other_number, kind in found.items():
        if other_number != number and (kind == _TENFOLD or other_number >= shorter):
            yield kind, other_number


def _digits(figure: Figure) -> int:
    """Return the digits of a figure as one number: 25 for "2.5 million"; 0 where it has none."""
    if figure.value is None or figure.in_words:
        return 0
    digits = figure.value / figure.step
    return int(digits) if digits.denominator == 1 else 0


def _phrase(claim: ReadClaim, reading: Reading, codebook: Codebook) -> CountPhrase | None:
    """Return the words as they were parsed; ``None`` where they do not say all that was read."""
    if not any(sign.isdigit() for sign in claim.words):
        return None
    try:
        phrase = parse_count(claim.words)
    except ClaimReconError:
        return None
    again = _read(phrase, claim, codebook)
    same = again is not None and (again.strict, again.lenient) == (reading.strict, reading.lenient)
    return phrase if same else None


def _with_figure(phrase: CountPhrase, place: int, figure: Figure) -> CountPhrase:
    figures = (*phrase.figures[:place], figure, *phrase.figures[place + 1 :])
    best = phrase.best
    if best is not None and best == phrase.figures[place].value:
        best = figure.value
    return replace(phrase, figures=figures, best=best)


def _read(phrase: CountPhrase, claim: ReadClaim, codebook: Codebook) -> Reading | None:
    values = [figure.value for figure in phrase.figures if figure.value is not None]
    if not _rises(values) and phrase.comparator is Comparator.RANGE:
        return None
    try:
        return read_phrase(
            phrase,
            codebook,
            kind=_kind(claim),
            statistical=claim.evidence.is_statistical,
            documented=claim.evidence is Evidence.DOCUMENTED,
            exact=claim.exact,
        )
    except ClaimReconError:
        return None


def _rises(values: Sequence[Fraction]) -> bool:
    return list(values) == sorted(values)


def _kind(claim: ReadClaim) -> Kind:
    if claim.ratio_of is not None:
        return Kind.RATIO
    return Kind.COUNT if claim.units is None else Kind.RATE


def _binding(claim: ReadClaim, reading: Reading) -> CountInterval:
    """Return what would bind: the lenient reading, without a documented top (§7)."""
    if claim.evidence is Evidence.DOCUMENTED:
        return CountInterval(reading.lenient.low, None)
    return reading.lenient
