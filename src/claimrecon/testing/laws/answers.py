"""Laws of answers: ranges that hold the truth, conflicts that are some, comparisons that fit."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from hypothesis import strategies as st

from claimrecon.dossier import Dossier
from claimrecon.quantities import CountInterval
from claimrecon.testing.cases import Case, cases
from claimrecon.testing.forms import Form, in_form
from claimrecon.testing.laws.law import (
    LawBrokenError,
    Test,
    broken,
    shown,
    test_of,
    told,
)
from claimrecon.testing.phrases import Phrase, counts, phrases

Range = Callable[[Any], tuple[Any, Any]]
"""A user's function that gives low and high, ``None`` or infinity where nothing bounds a side."""

_INSIDE: Final = "The true count lies within the range that true claims are said to leave."
_UNKNOWN: Final = "Where nobody said how many at most, the range has no top."
_NO_CLASH: Final = "Claims that are all true of one story do not contradict each other."
_NOTICED: Final = "A figure that no rounding brings together with another contradicts it."
_READS: Final = "Words for a count read to all the counts they allow, and to no more than rounding."
_COMPARES: Final = (
    "Two figures differ where no count fits both, are the same where both are one number, and "
    "otherwise nobody can tell."
)
_INFINITY: Final = float("inf")
_NO_NUMBER: Final = "many"


def truth_stays_inside(tool: Range, *, form: Form = "model") -> Test:
    """Return a test that the range *tool* gives holds the true count.

    Parameters
    ----------
    tool
        Takes true claims on the killed in this *form*, running totals and periods, and returns low
        and high of the killed in all, by the end of the last day that the claims speak of. Some
        claims may be echoes. ``None``: nothing bounds that side.

    Examples
    --------
    >>> test_range = truth_stays_inside(lambda claims: (0, None))
    """

    def judge(case: Case) -> None:
        with told(_INSIDE, case.dossier):
            low, high = tool(in_form(case.dossier, form))
        if not (low is None or low <= case.answer) or not (high is None or case.answer <= high):
            last = case.question[2].isoformat()
            raise broken(
                _INSIDE,
                case.dossier,
                answer=f"gave {_written(low, high)}",
                correct=f"any range that holds {case.answer}: so many were killed by {last}",
            )

    return test_of(_INSIDE, cases(measures=("killed",)), judge)


def unknown_stays_unknown(tool: Range, *, form: Form = "model") -> Test:
    """Return a test that the range *tool* gives has no top where no claim sets one.

    Parameters
    ----------
    tool
        As for ``truth_stays_inside``; here every claim says "at least" or "more than".

    Examples
    --------
    >>> test_top = unknown_stays_unknown(lambda claims: (0, None))
    """

    def judge(case: Case) -> None:
        with told(_UNKNOWN, case.dossier):
            low, high = tool(in_form(case.dossier, form))
        if high is not None and high != _INFINITY:
            raise broken(
                _UNKNOWN,
                case.dossier,
                answer=f"gave {_written(low, high)}",
                correct="None (or infinity) as high: unknown is neither zero nor the low again",
            )

    return test_of(_UNKNOWN, cases(measures=("killed",), open_top=True), judge)


def true_stories_do_not_clash(tool: Callable[[Any], object], *, form: Form = "model") -> Test:
    """Return a test that *tool* finds no conflict between true claims.

    Parameters
    ----------
    tool
        Takes the claims of a case in this *form*: killed, wounded and both together, running totals
        and periods. What it returns is true or not empty where it finds a conflict.

    See Also
    --------
    lies_are_noticed : The other half: a tool that never finds anything obeys this law.

    Examples
    --------
    >>> test_no_clash = true_stories_do_not_clash(lambda claims: [])
    """

    def judge(case: Case) -> None:
        with told(_NO_CLASH, case.dossier):
            found = tool(in_form(case.dossier, form))
        if found:
            raise broken(
                _NO_CLASH,
                case.dossier,
                answer=f"found {shown(found)}",
                correct="nothing: every claim here holds, truly "
                + ", ".join(f"{key} = {count}" for key, count in case.truth.items()),
            )

    drawn = st.one_of(cases(measures=("killed",)), cases())
    return test_of(_NO_CLASH, drawn, judge)


def lies_are_noticed(tool: Callable[[Any], object], *, form: Form = "model") -> Test:
    """Return a test that *tool* finds a conflict where one claim is plainly false.

    Parameters
    ----------
    tool
        As for ``true_stories_do_not_clash``. The false claim and the claim ``witness`` are about
        one measure and one day.

    Examples
    --------
    >>> test_notices = lies_are_noticed(lambda claims: ["witness"])
    """

    def judge(case: Case) -> None:
        with told(_NOTICED, case.dossier):
            found = tool(in_form(case.dossier, form))
        if not found:
            culprits = ", ".join(case.culprits)
            raise broken(
                _NOTICED,
                case.dossier,
                answer=f"found {shown(found)}",
                correct=f"a conflict of witness with {culprits}: truly it was {case.answer}",
            )

    return test_of(_NOTICED, cases(lie=True, echo=False), judge)


def reads_numbers(tool: Callable[[str], tuple[Any, Any]]) -> Test:
    """Return a test that *tool* reads number phrases to what they say.

    Parameters
    ----------
    tool
        Takes words such as "at least 300" and returns low and high, ``None`` where nobody said. It
        may allow for rounding, up to the lenient reading of the codebook ``claimrecon-1`` (§8).

    Examples
    --------
    >>> from claimrecon.quantities import codebook_named, parse_count, read_phrase
    >>> def read(text):
    ...     reading = read_phrase(parse_count(text), codebook_named("claimrecon-1"))
    ...     return reading.strict.low, reading.strict.high
    >>> test_reading = reads_numbers(read)
    """

    def judge(phrase: Phrase) -> None:
        with told(f"{_READS} (Words: {phrase.text!r})"):
            low, high = tool(phrase.text)
        least = Fraction(0) if low is None else low
        most = None if high == _INFINITY else high
        strict, lenient = phrase.strict, phrase.lenient
        holds = least <= strict.low and _at_most(strict.high, most)
        within = lenient.low <= least and _at_most(most, lenient.high)
        if not (holds and within):
            raise LawBrokenError(
                _READS,
                answer=f"read {phrase.text!r} as {_written(low, high)}",
                correct=f"{strict}, or leniently {lenient}",
            )

    return test_of(_READS, phrases(), judge)


def _at_most(high: Any, bound: Any) -> bool:
    """Return whether one upper end is no higher than another; ``None`` is no end."""
    return bound is None or (high is not None and high <= bound)


@dataclass(frozen=True)
class _Pair:
    dossier: Dossier
    phrases: tuple[Phrase | None, Phrase | None]


@st.composite
def _pairs(draw: st.DrawFn) -> _Pair:
    true = draw(counts(most=5_000))
    first: Phrase | None = draw(phrases(true_of=true))
    second: Phrase | None = draw(st.one_of(st.just(first), phrases(true_of=true), phrases()))
    if draw(st.integers(0, 5)) == 5:  # noqa: PLR2004 - one in six has words without a number
        second = None
    claims = [
        {
            "id": name,
            "source": source,
            "measure": "killed",
            "as_of": "final",
            "count": _NO_NUMBER if phrase is None else phrase.text,
            "reported_on": "2025-01-09",
        }
        for name, source, phrase in (("one", "Mayor", first), ("other", "Clinic", second))
    ]
    return _Pair(Dossier.model_validate({"claims": claims}), (first, second))


def compares(tool: Callable[[Any, Any], str], *, form: Form = "model") -> Test:
    """Return a test for a *tool* that only says whether two figures are the same.

    Parameters
    ----------
    tool
        Takes two claims of one scope in this *form* (rows, for frames), and returns "same",
        "differs" or "cannot tell". Where two figures fit only by rounding, it may say that they
        differ or that it cannot tell.

    Examples
    --------
    >>> test_comparison = compares(lambda one, other: "cannot tell")
    """
    told_in: Form = "rows" if form == "frame" else form

    def judge(pair: _Pair) -> None:
        one, other = in_form(pair.dossier, told_in)
        with told(_COMPARES, pair.dossier):
            answers = (tool(one, other), tool(other, one))
        allowed = _allowed(*pair.phrases)
        if answers[0] != answers[1] or answers[0] not in allowed:
            both = " and, the other way round, ".join(map(shown, answers))
            raise broken(
                _COMPARES,
                pair.dossier,
                answer=f"said {both}",
                correct=" or ".join(allowed) + ", both ways round",
            )

    return test_of(_COMPARES, _pairs(), judge)


def _allowed(one: Phrase | None, other: Phrase | None) -> tuple[str, ...]:
    if one is None or other is None:
        return ("cannot tell",)
    if _apart(one.lenient, other.lenient):
        return ("differs",)
    if _apart(one.strict, other.strict):
        return ("differs", "cannot tell")
    if one.strict == other.strict and one.strict.low == one.strict.high:
        return ("same",)
    return ("cannot tell",)


def _apart(one: CountInterval, other: CountInterval) -> bool:
    return (one.high is not None and one.high < other.low) or (
        other.high is not None and other.high < one.low
    )


def _written(low: object, high: object) -> str:
    return f"low = {shown(low)}, high = {shown(high)}"


def check_truth_stays_inside(tool: Range, *, form: Form = "model") -> None:
    """Run the test that ``truth_stays_inside`` returns, now."""
    truth_stays_inside(tool, form=form)()


def check_unknown_stays_unknown(tool: Range, *, form: Form = "model") -> None:
    """Run the test that ``unknown_stays_unknown`` returns, now."""
    unknown_stays_unknown(tool, form=form)()


def check_true_stories_do_not_clash(tool: Callable[[Any], object], *, form: Form = "model") -> None:
    """Run the test that ``true_stories_do_not_clash`` returns, now."""
    true_stories_do_not_clash(tool, form=form)()


def check_lies_are_noticed(tool: Callable[[Any], object], *, form: Form = "model") -> None:
    """Run the test that ``lies_are_noticed`` returns, now."""
    lies_are_noticed(tool, form=form)()


def check_reads_numbers(tool: Callable[[str], tuple[Any, Any]]) -> None:
    """Run the test that ``reads_numbers`` returns, now."""
    reads_numbers(tool)()


def check_compares(tool: Callable[[Any, Any], str], *, form: Form = "model") -> None:
    """Run the test that ``compares`` returns, now."""
    compares(tool, form=form)()
