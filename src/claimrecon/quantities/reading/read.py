"""From a parsed phrase, or from numbers, to a strict and a lenient interval (§8)."""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from claimrecon.quantities.interval import CountInterval, shown
from claimrecon.quantities.phrase import Comparator, CountPhrase, Figure, Relation
from claimrecon.quantities.reading.codebook import Basis, Codebook, Ends
from claimrecon.quantities.reading.confidence import QUANTILES, widened
from claimrecon.quantities.reading.rules import Kind, Ruled, Rules
from claimrecon.quantities.refusals import (
    ImpossibleIntervalError,
    MisplacedCountError,
    UnreadableCountError,
)
from claimrecon.quantities.rounding import inwards


@dataclass(frozen=True, slots=True)
class Reading:
    """How a figure was read, before its evidence takes an end away (§7).

    Attributes
    ----------
    strict, lenient
        The two intervals; strict lies within lenient. Whole persons for a count, exact fractions
        for a rate or a ratio.
    rule
        Id of the codebook's row: "at-least".
    basis
        Whether that row has a source or is this library's own choice.
    numbers
        The numbers as written, hedges aside, ascending and each once; echoes are compared by them
        (§9). For a vague word, the numbers of its row.
    """

    strict: CountInterval
    lenient: CountInterval
    rule: str
    basis: Basis
    numbers: tuple[Fraction, ...]


def read_phrase(
    phrase: CountPhrase,
    codebook: Codebook,
    *,
    kind: Kind = Kind.COUNT,
    statistical: bool = False,
    documented: bool = False,
    exact: bool = False,
    confidence: Fraction | None = None,
) -> Reading | None:
    """Read a parsed phrase by a codebook; ``None`` where its words hold no number.

    Parameters
    ----------
    phrase
        What the words entail.
    codebook
        The table to read by.
    kind
        Whether it counts persons, persons per unit of time, or gives a factor.
    statistical
        Whether it is an estimate, a survey or a model: a bare point then reads as "about".
    documented
        Whether it is a documented count: a bare number is then not widened.
    exact
        Switches the lenient widening off.
    confidence
        Of a statistical interval; that of the phrase itself ("95% CI") where ``None``.

    Raises
    ------
    MisplacedCountError
        If the words give a ratio or a rate where none is asked for, or the other way round, or
        households, which are no persons.
    UnreadableCountError
        If no count meets the words, or the confidence is unknown.

    Examples
    --------
    >>> from claimrecon.quantities import codebook_named, parse_count
    >>> reading = read_phrase(parse_count("about 450"), codebook_named("claimrecon-1"))
    >>> print(reading.strict, "·", reading.lenient, "·", reading.rule)
    405 to 495 · 360 to 540 · about
    """
    if not phrase.figures:
        return None
    _refuse_misplaced(phrase, kind)
    rules = Rules(codebook, kind, statistical and not exact, documented)
    level = confidence if confidence is not None else phrase.confidence
    first, last = phrase.figures[0], phrase.figures[-1]
    if first is last:
        ruled = rules.figure(first)
    elif level is not None and first.comparator is last.comparator is Comparator.EQ:
        ruled = _at_confidence(rules, first, last, phrase.best, _quantile(phrase.text, level))
    else:
        ruled = rules.between(first, last)
    if ruled is None:
        return None
    if kind is Kind.COUNT and phrase.households:
        ruled = _in_persons(ruled, phrase, codebook)
    written = [figure.value for figure in phrase.figures if figure.value is not None]
    if phrase.best is not None and phrase.best not in written:
        written.append(phrase.best)
    if not written:
        written = [end for end in ruled.strict if end is not None]
    try:
        return _reading(ruled, kind, exact=exact, numbers=written)
    except ImpossibleIntervalError:
        raise UnreadableCountError(phrase.text, "no count meets both of its bounds") from None


def read_numbers(
    low: Fraction | None,
    high: Fraction | None,
    best: Fraction | None,
    codebook: Codebook,
    *,
    kind: Kind = Kind.COUNT,
    statistical: bool = False,
    documented: bool = False,
    exact: bool = False,
    confidence: Fraction | None = None,
) -> Reading:
    """Read numbers given as low, high and best like the same numbers in words.

    Low alone reads as "at least", high alone as "at most", both as a range, two equal ones and
    best alone as a bare number.

    Parameters
    ----------
    low, high, best
        Persons, persons per unit, or a factor; ``None`` where nobody said. At least one is given.
    codebook, kind, statistical, documented, exact
        As for ``read_phrase``.
    confidence
        Of the interval from low to high: binds strictly as it stands, leniently at 0.999 (§7).

    Raises
    ------
    ImpossibleIntervalError
        If low is more than high, best lies outside them, or a number is negative.
    UnreadableCountError
        If no number is given, or the confidence is unknown.

    Examples
    --------
    >>> from claimrecon.quantities import codebook_named
    >>> book = codebook_named("claimrecon-1")
    >>> print(read_numbers(Fraction(1000), None, None, book).lenient)
    1,000 or more
    """
    _refuse_impossible(low, high, best)
    rules = Rules(codebook, kind, statistical and not exact, documented)
    ruled: Ruled | None
    if low is not None and high is not None and low != high:
        first, last = _plain(low), _plain(high)
        if confidence is None:
            ruled = rules.between(first, last)
        else:
            ruled = _at_confidence(rules, first, last, best, _quantile("confidence", confidence))
    elif low is not None and high is None:
        ruled = rules.figure(replace(_plain(low), comparator=Comparator.GE))
    elif high is not None and low is None:
        ruled = rules.figure(replace(_plain(high), comparator=Comparator.LE))
    else:
        point = low if low is not None else best
        ruled = None if point is None else rules.figure(_plain(point))
    if ruled is None:
        raise UnreadableCountError("", "neither low nor high nor best is given")
    written = [number for number in (low, high, best) if number is not None]
    return _reading(ruled, kind, exact=exact, numbers=written)


def _reading(ruled: Ruled, kind: Kind, *, exact: bool, numbers: list[Fraction]) -> Reading:
    strict = _interval(ruled.strict, kind)
    lenient = strict if ruled.lenient == ruled.strict else _interval(ruled.lenient, kind)
    return Reading(
        strict=strict,
        # Rounding a narrow interval inwards may step over a number with decimals: never past it.
        lenient=strict if exact else lenient.hull(strict),
        rule=ruled.row.id,
        basis=ruled.row.basis,
        numbers=tuple(sorted(set(numbers)) if len(numbers) > 1 else numbers),
    )


def _interval(ends: Ends, kind: Kind) -> CountInterval:
    return CountInterval(*(inwards(*ends) if kind is Kind.COUNT else ends))


def _at_confidence(
    rules: Rules, low: Figure, high: Figure, best: Fraction | None, quantile: Decimal
) -> Ruled:
    ends = (low.value or Fraction(0), high.value or Fraction(0))
    return Ruled(ends, widened(*ends, best, quantile), rules.row("confidence"))


def _quantile(text: str, confidence: Fraction) -> Decimal:
    found = QUANTILES.get(confidence)
    if found is None:
        known = ", ".join(str(float(level)) for level in QUANTILES)
        reason = f"a confidence of {shown(confidence)} is not among those known ({known})"
        raise UnreadableCountError(text, reason)
    return found


def _plain(number: Fraction) -> Figure:
    """Read a number of a file as if it stood in words: its last decimal is its step."""
    for places in range(10):
        if (number * 10**places).denominator == 1:
            return Figure(Comparator.EQ, number, Fraction(1, 10**places))
    return Figure(Comparator.EQ, number, in_words=True)


def _refuse_impossible(low: Fraction | None, high: Fraction | None, best: Fraction | None) -> None:
    between = CountInterval(low if low is not None else Fraction(0), high)
    if best is not None and (best < between.low or (high is not None and best > high)):
        message = f"best {shown(best)} lies outside {between}. Correct one of them."
        raise ImpossibleIntervalError(message)


def _refuse_misplaced(phrase: CountPhrase, kind: Kind) -> None:
    if phrase.relation is Relation.DIFFERENCE:
        reason = "it gives a difference, and not how many there were"
        raise MisplacedCountError(phrase.text, reason)
    if phrase.is_ratio and kind is not Kind.RATIO:
        reason = "it gives a ratio; say with ratio_of which claim it is a ratio of"
        raise MisplacedCountError(phrase.text, reason)
    if phrase.per is not None and kind is not Kind.RATE:
        reason = f"it gives a rate; say per: {phrase.per}, and leave the unit out of the words"
        raise MisplacedCountError(phrase.text, reason)
    if kind is Kind.COUNT and any(
        figure.value is not None and figure.value.denominator != 1 for figure in phrase.figures
    ):
        reason = "it is no whole number of persons; a ratio needs ratio_of, a rate needs per"
        raise MisplacedCountError(phrase.text, reason)
    if kind is not Kind.COUNT and phrase.ambiguous:
        reason = "a point before three digits marks thousands for persons and decimals elsewhere"
        raise MisplacedCountError(phrase.text, reason)
    if kind is Kind.RATIO and phrase.vague_word is not None:
        raise MisplacedCountError(phrase.text, "a vague number of persons is no factor")


def _in_persons(ruled: Ruled, phrase: CountPhrase, codebook: Codebook) -> Ruled:
    row = codebook.row("households")
    if row is None:
        reason = (
            "households are not persons, and this codebook does not say how many each has; where "
            "the measure itself counts households, leave the word out"
        )
        raise MisplacedCountError(phrase.text, reason)
    return Ruled(_scaled(ruled.strict, row.strict), _scaled(ruled.lenient, row.lenient), row)


def _scaled(ends: Ends, factors: Ends) -> Ends:
    high = None if ends[1] is None or factors[1] is None else ends[1] * factors[1]
    return ends[0] * factors[0], high
