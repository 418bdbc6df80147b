"""A finding in a sentence or two, for a reader who has the table of claims in front of them.

The whole of it, with every scope spelled out, is the finding's explanation.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from types import MappingProxyType

from claimrecon.constraints import number_words
from claimrecon.findings import Finding, FindingKind
from claimrecon.findings.wording import times_words
from claimrecon.report.naming import Naming
from claimrecon.report.sums import shortfall_words
from claimrecon.report.words import listed, several

_RULES: Mapping[str, str] = MappingProxyType(
    {
        "ended": "nobody new harmed after the end",
        "vague-never-falls": "the same meaning each time one source uses an undefined word",
    }
)
_DIFFERENCES: Mapping[str, str] = MappingProxyType(
    {
        "measure": "what is counted",
        "population": "whom they count",
        "place": "the place",
        "cause": "the cause",
        "time": "the day",
        "evidence": "how it is known",
    }
)
_MOST_PAIRS = 3


def brief(story: tuple[Finding, ...], naming: Naming, *, told_otherwise: bool = False) -> str:
    """Say one thing to know.

    Parameters
    ----------
    story
        One finding, or several that belong together, the gravest first.
    told_otherwise
        Whether it is a conflict that would stand if the first claim had lost its hedge.
    """
    first, *others = story
    if told_otherwise:
        return _told_otherwise(first, naming)
    match first.kind:
        case FindingKind.CONTRADICTION | FindingKind.TENSION:
            return _clash(first, naming) + _others(first, others, naming)
        case FindingKind.APPARENT:
            return _apparent(story, naming)
        case FindingKind.IMPLAUSIBLE_PROJECTION:
            return _projection(first, naming)
        case _:
            more = f" {_more(others)}" if others else ""
            return " ".join(first.explanation.split()) + more


def _more(others: Sequence[Finding]) -> str:
    """Say that others of one origin fell for the same reason."""
    return f"So {'was' if len(others) == 1 else 'were'} {several(len(others), 'more figure')}."


def _clash(finding: Finding, naming: Naming) -> str:
    count = len(finding.claims)
    verb = "cannot all be true" if count > 1 else "cannot be true"
    how = (
        "to the letter, only with rounding"
        if finding.kind is FindingKind.TENSION
        else "even allowing for rounding"
    )
    claims = listed(naming.claims(finding.claims))
    return f"{_given(finding.rests_on, naming)}{claims} {verb} {how}.{_size(finding, naming)}"


def _told_otherwise(finding: Finding, naming: Naming) -> str:
    item = naming.claim(finding.claims[0])
    if item is None or item.reading is None:
        return " ".join(finding.explanation.split())
    bare = listed([number_words(number) for number in item.reading.numbers])
    given = _given(finding.rests_on, naming)
    return f"{given}“{item.words}” told on as {bare}.{_size(finding, naming)}"


def _projection(finding: Finding, naming: Naming) -> str:
    forecast, *others = naming.claims(finding.claims)
    beside = [*others, *(["the assumptions"] if finding.assumptions else [])]
    return (
        f"{forecast} cannot come true beside {listed(beside)}.{_size(finding, naming)} "
        "Perhaps a larger group?"
    )


def _apparent(story: Iterable[Finding], naming: Naming) -> str:
    findings = tuple(story)
    pairs = [listed(naming.figures(finding.claims)) for finding in findings[:_MOST_PAIRS]]
    more = len(findings) - len(pairs)
    rest = f"; and {several(more, 'more pair')}" if more else ""
    ways = listed([_DIFFERENCES.get(name, name) for name in findings[0].differs])
    return f"{'; '.join(pairs)}{rest}. They differ in {ways}."


def _given(names: Iterable[str], naming: Naming) -> str:
    """Say first what rules and assumptions a conflict rests on (§11)."""
    words = [_RULES.get(name) or naming.owner(name) for name in names]
    return f"given {listed(words)}, " if words else ""


def _size(finding: Finding, naming: Naming) -> str:
    # A factor that rounds to one says nothing.
    size = "" if finding.factor is None else times_words(finding.factor)
    times = f" ({size})" if size and not size.startswith("1.00 ") else ""
    said = None if finding.proof is None else shortfall_words(finding.proof, naming)
    if said is not None:
        return f" {said[0].upper()}{said[1:]}{times}."
    if finding.gap is None:
        return ""
    people = ceil(finding.gap)
    noun = "person" if people == 1 else "people"
    return f" They miss each other by at least {people:,} {noun}{times}."


def _others(first: Finding, others: Iterable[Finding], naming: Naming) -> str:
    more = tuple(others)
    if not more:
        return ""
    rest = several(len(more), "more conflict")
    shared = [name for name in first.claims if all(name in other.claims for other in more)]
    if shared:
        verb = "is" if len(shared) == 1 else "are"
        which = listed(naming.claims(shared))
        return f" {which[:1].upper()}{which[1:]} {verb} in {rest} of the same story."
    return f" There {'is' if len(more) == 1 else 'are'} {rest} of the same story."
