"""How many: the words or numbers of a claim, read by the codebook (§7, §8)."""

from dataclasses import dataclass
from fractions import Fraction

from claimrecon.dossier.parts import Figure
from claimrecon.dossier.problems import Desk
from claimrecon.dossier.written import number_text
from claimrecon.periods import DaySpan, length_in
from claimrecon.quantities import (
    Codebook,
    Comparator,
    CountPhrase,
    Kind,
    Reading,
    parse_count,
    read_numbers,
    read_phrase,
    time_unit_days,
)
from claimrecon.vocabulary import Evidence


@dataclass(frozen=True, slots=True)
class Count:
    """A figure as it was written and as it was read.

    Attributes
    ----------
    silent
        Whether the words hold no number and do not say so on purpose.
    """

    words: str
    reading: Reading | None
    silent: bool = False
    notices: tuple[tuple[str, str], ...] = ()


def count_of(
    figure: Figure, phrase: CountPhrase | None, codebook: Codebook, desk: Desk
) -> Count | None:
    """Read the figure of a claim; *phrase* is what ``says`` or ``count`` was parsed to."""
    if not _is_whole(figure, desk):
        return None
    kind = Kind.RATIO if figure.ratio_of else Kind.RATE if figure.per else Kind.COUNT
    statistical = figure.evidence.is_statistical
    documented = figure.evidence is Evidence.DOCUMENTED
    if phrase is None:
        return _numbers(figure, codebook, kind, desk)
    words = figure.count or figure.says or ""
    key = "count" if figure.count is not None else "says"
    confidence = figure.confidence
    if confidence is not None and _is_interval(phrase):
        reading = desk.attempt(
            lambda: read_numbers(
                phrase.low,
                phrase.high,
                phrase.best,
                codebook,
                kind=kind,
                statistical=statistical,
                documented=documented,
                exact=figure.exact,
                confidence=confidence,
            ),
            key=key,
            value=words,
        )
    else:
        reading = desk.attempt(
            lambda: read_phrase(
                phrase,
                codebook,
                kind=kind,
                statistical=statistical,
                documented=documented,
                exact=figure.exact,
            ),
            key=key,
            value=words,
        )
    silent = reading is None and phrase.comparator is not Comparator.NONE
    return Count(words, reading, silent, _unused(figure, phrase))


def _is_interval(phrase: CountPhrase) -> bool:
    return phrase.low is not None and phrase.high is not None and phrase.low < phrase.high


def _unused(figure: Figure, phrase: CountPhrase) -> tuple[tuple[str, str], ...]:
    if figure.confidence is None or _is_interval(phrase):
        return ()
    sentence = "A confidence goes with an interval, and the words give none; it was not used."
    return (("CR521", sentence),)


def phrase_of(figure: Figure, desk: Desk) -> CountPhrase | None:
    """Parse the words of ``says`` or ``count``; ``None`` where there are none, or are refused."""
    key = "says" if figure.says is not None else "count"
    words = figure.says if figure.says is not None else figure.count
    if words is None:
        return None
    return desk.attempt(parse_count, words, key=key, value=words)


def _is_whole(figure: Figure, desk: Desk) -> bool:
    """Whether the figure is written in one way, completely and in order."""
    numbers = [key for key in ("low", "high", "best") if getattr(figure, key) is not None]
    if figure.says is not None and (
        figure.count is not None or figure.measure is not None or numbers
    ):
        other = (
            "count"
            if figure.count is not None
            else "measure"
            if figure.measure is not None
            else numbers[0]
        )
        desk.refuse(
            "CR424",
            f"says holds words with their measure, and {other} stands beside it. Keep says alone, "
            "or count and measure.",
            key="says",
            value=figure.says,
        )
        return False
    if figure.count is not None and numbers:
        desk.refuse(
            "CR420",
            f"The words of count and the number of {' and '.join(numbers)} stand side by side, "
            "and may differ. Keep the words, or the numbers.",
            key="count",
            value=figure.count,
        )
        return False
    if figure.count is None and figure.says is None and not numbers:
        desk.refuse(
            "CR422",
            "This claim has no figure. Write count: and the words, or low: and high:; for a claim "
            "that gives no number, write  count: none.",
        )
        return False
    return _in_order(figure, desk) and _confident(figure, desk)


def _in_order(figure: Figure, desk: Desk) -> bool:
    low, high, best = figure.low, figure.high, figure.best
    if low is not None and high is not None and low > high:
        desk.refuse(
            "CR421",
            f"low {_shown(low)} is above high {_shown(high)}. If the two were typed in the wrong "
            "order, swap them; if the source gives both, write two claims, so that they can be "
            "compared.",
            key="low",
            value=_shown(low),
        )
        return False
    if best is not None and (
        (low is not None and best < low) or (high is not None and best > high)
    ):
        desk.refuse(
            "CR423",
            f"best {_shown(best)} lies outside of low and high. The best figure of a range is one "
            "of it: correct one of the three.",
            key="best",
            value=_shown(best),
        )
        return False
    return True


def _confident(figure: Figure, desk: Desk) -> bool:
    confidence = figure.confidence
    if confidence is not None and not 0 < confidence < 1:
        desk.refuse(
            "CR425",
            f"A confidence of {_shown(confidence)} is not between 0 and 1. Write 0.95 for 95 "
            "percent.",
            key="confidence",
            value=_shown(confidence),
        )
        return False
    return True


def _numbers(figure: Figure, codebook: Codebook, kind: Kind, desk: Desk) -> Count | None:
    key = next(key for key in ("low", "high", "best") if getattr(figure, key) is not None)
    reading = desk.attempt(
        lambda: read_numbers(
            figure.low,
            figure.high,
            figure.best,
            codebook,
            kind=kind,
            statistical=figure.evidence.is_statistical,
            documented=figure.evidence is Evidence.DOCUMENTED,
            exact=figure.exact,
            confidence=figure.confidence,
        ),
        key=key,
        value=_shown(getattr(figure, key)),
    )
    return None if reading is None else Count(_words(figure), reading)


def _words(figure: Figure) -> str:
    low, high, best = figure.low, figure.high, figure.best
    if low is not None and high is not None:
        text = _shown(low) if low == high else f"{_shown(low)} to {_shown(high)}"
    elif low is not None:
        text = f"at least {_shown(low)}"
    elif high is not None:
        text = f"at most {_shown(high)}"
    else:
        return "" if best is None else _shown(best)
    return text if best is None or best == low == high else f"{text} (best: {_shown(best)})"


def _shown(number: Fraction) -> str:
    text = number_text(number)
    return f"{text:,}" if isinstance(text, int) else text


def units_of(figure: Figure, span: DaySpan | None, desk: Desk) -> Fraction | None:
    """Return how many of its time units the period of a rate has; ``None`` where it is no rate."""
    unit = figure.per
    if unit is None or span is None:
        return None
    return desk.attempt(_length_in, span, unit, key="per", value=unit)


def _length_in(span: DaySpan, unit: str) -> Fraction:
    return length_in(span, unit, unit_days=time_unit_days(unit))
