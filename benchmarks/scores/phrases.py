"""Number phrases: exact tuples, comparators, values, and how wrong the wrong ones are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from time import process_time
from typing import Any

from claimrecon.quantities import Comparator, Relation, UnreadableCountError, parse_count
from scores.answers import Answer, Reader, factor_off, labelled, ours, same
from scores.peers import peers
from scores.shares import Share

_TWICE, _TENFOLD = 2, 10
_PERCENT = 100
_CLOSE = 1e-3
Numbers = tuple[float | None, float | None, float | None]
_NOTHING: Numbers = (None, None, None)


@dataclass(frozen=True, slots=True)
class Scored:
    """One phrase, its labels and what a system said."""

    text: str
    labels: tuple[Answer, ...]
    answers: tuple[Answer, ...]

    @property
    def pairs(self) -> list[tuple[Answer, Answer]]:
        """Labels with the answers at the same places."""
        return list(zip(self.labels, self.answers, strict=False))

    @property
    def is_exact(self) -> bool:
        """Whether all quantities were read exactly, and no other."""
        whole = len(self.labels) == len(self.answers)
        return whole and all(same(*pair) for pair in self.pairs)

    @property
    def off(self) -> float:
        """By what factor the worst number is off."""
        return max((factor_off(*pair) for pair in self.pairs), default=1.0)


def report_phrases(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Score number phrases with comparators, for this library and for its peers."""
    cases = [(row["text"], tuple(map(labelled, row["quantities"]))) for row in rows]
    systems: dict[str, Reader | str] = {"claimrecon": ours, **peers()}
    for name, reader in systems.items():
        if isinstance(reader, str):
            yield f"  {name}: {reader}"
            continue
        reader(cases[0][0])
        start = process_time()
        scored = [Scored(text, labels, reader(text)) for text, labels in cases]
        spent = 1000 * (process_time() - start) / len(cases)
        yield f"  {name}: {spent:.3f} ms of processor time a phrase"
        yield from _scores(scored)
        if name == "claimrecon":
            yield from _misses(scored)


def _scores(scored: Sequence[Scored]) -> Iterator[str]:
    held = [case for case in scored if case.labels]
    traps = [case for case in scored if not case.labels]
    first = [case for case in held if case.answers]
    yield f"    exact tuple        {Share.of(case.is_exact for case in scored)}"
    yield f"    coverage           {Share.of(bool(case.answers) for case in held)}"
    values = Share.of(_same_values(case) for case in held)
    yield f"      span and value   {values}"
    comparators = Share.of(
        case.labels[0].comparator == case.answers[0].comparator for case in first
    )
    yield f"      comparator       {comparators}  (where read)"
    yield f"    wrong by 2x        {Share.of(case.off >= _TWICE for case in held)}"
    yield f"    wrong by 10x       {Share.of(case.off >= _TENFOLD for case in held)}"
    yield f"    traps that fire    {Share.of(bool(case.answers) for case in traps)}"


def _same_values(case: Scored) -> bool:
    if len(case.labels) != len(case.answers):
        return False
    return all(
        label.comparator == "vague" or factor_off(label, answer) == 1.0
        for label, answer in case.pairs
    )


def _misses(scored: Sequence[Scored]) -> Iterator[str]:
    for case in scored:
        if case.off >= _TWICE:
            yield f"    WRONG BY {case.off:.3g}x {case.text!r}: {case.answers}, label {case.labels}"
        elif not case.is_exact:
            yield f"    not exact: {case.text!r}: {case.answers}, label {case.labels}"


def report_numbers(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Score phrases whose labels are numbers alone.

    A bare number has only its best; a vague word is right where no number is read into it.
    """
    exact, covered, off, misses = [], [], [], []
    for row in rows:
        label = row["labels"][0]
        true = label["low"], label["high"], label["best"]
        mine = _numbers(row["text"], percent=label["unit"] == "percent")
        covered.append(mine is not None)
        exact.append(_alike(mine or _NOTHING, true) or mine == _NOTHING)
        pairs = zip(mine or (), true, strict=False)
        wrong = [max(a / b, b / a) for a, b in pairs if a and b]
        off.append(max(wrong, default=1.0))
        if not exact[-1]:
            misses.append(f"    not exact: {row['text']!r}: {mine}, label {true}")
        if off[-1] >= _TWICE:
            misses.append(f"    WRONG BY {off[-1]:.3g}x {row['text']!r}: {mine}, label {true}")
    yield f"    exact numbers      {Share.of(exact)}"
    yield f"    coverage           {Share.of(covered)}"
    yield f"    wrong by 2x        {Share.of(factor >= _TWICE for factor in off)}"
    yield f"    wrong by 10x       {Share.of(factor >= _TENFOLD for factor in off)}"
    yield from misses


def _numbers(text: str, *, percent: bool) -> Numbers | None:
    try:
        phrase = parse_count(text)
    except UnreadableCountError:
        return None
    low, high, best = (_float(end) for end in (phrase.low, phrase.high, phrase.best))
    if phrase.relation is Relation.CHANGE and best is not None:
        best -= 1
    if phrase.comparator is Comparator.APPROX_BELOW:
        best = None  # "nearly N" is labelled as an upper end alone
    if phrase.comparator is Comparator.EQ:
        low = high = None
    unit = _PERCENT if percent else 1
    return _times(low, unit), _times(high, unit), _times(best, unit)


def _alike(mine: Numbers, true: Numbers) -> bool:
    if true[0] == true[1] == true[2]:
        true = (None, None, true[2])  # a bare number, labelled with all three
    return all(
        one is other or (one is not None and other is not None and abs(one - other) < _CLOSE)
        for one, other in zip(mine, true, strict=True)
    )


def _float(number: Fraction | None) -> float | None:
    return None if number is None else float(number)


def _times(number: float | None, unit: int) -> float | None:
    return None if number is None else number * unit
