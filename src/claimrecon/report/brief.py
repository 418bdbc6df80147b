"""A finding in a sentence or two, for a reader who has the table of claims in front of them.

The whole of it, with every scope spelled out, is the finding's explanation.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType

from claimrecon.findings import Finding, FindingKind
from claimrecon.report.naming import Naming, listed, several
from claimrecon.report.sums import shortfall_words

_RULES: Mapping[str, str] = MappingProxyType(
    {
        "ended": "nobody new harmed after the end",
        "vague-never-falls": "the same meaning each time one source uses an undefined word",
    }
)
_DIFFERENCES: Mapping[str, str] = MappingProxyType(
    {
        "measure": "what is counted",
        "population": "whom",
        "place": "where",
        "cause": "by what cause",
        "time": "up to when",
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
            return " ".join(first.explanation.split())


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
    claim = naming.claims(finding.claims[:1])[0]
    return f"{claim}, told on as a bare number.{_size(finding, naming)}"


def _projection(finding: Finding, naming: Naming) -> str:
    forecast, *others = naming.claims(finding.claims)
    beside = f" beside {listed(others)}" if others else ""
    given = " and what the record rests on" if finding.assumptions else ""
    return (
        f"{forecast} cannot come true{beside}{given}. Perhaps it means a larger group, another "
        "place or another time."
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
    return f"Given {listed(words)}: " if words else ""


def _size(finding: Finding, naming: Naming) -> str:
    times = "" if finding.factor is None else f" ({_times(finding.factor)})"
    if finding.proof is not None:
        said = shortfall_words(finding.proof, naming)
        if said is not None and finding.proof.bound == finding.gap:
            return f" {said}{times}."
    if finding.gap is None:
        return ""
    people = several(-(-finding.gap.numerator // finding.gap.denominator), "person")
    return f" They miss each other by at least {people.replace('persons', 'people')}{times}."


def _times(factor: Fraction) -> str:
    """Say a factor with two decimals, rounded down so as never to overstate a conflict."""
    hundredths = factor.numerator * 100 // factor.denominator
    return f"{hundredths // 100:,}.{hundredths % 100:02d} times"


def _others(first: Finding, others: Iterable[Finding], naming: Naming) -> str:
    more = tuple(others)
    if not more:
        return ""
    rest = several(len(more), "more conflict")
    shared = [name for name in first.claims if all(name in other.claims for other in more)]
    if shared:
        return f" This and {rest} all need {listed(naming.claims(shared))}."
    return f" There {'is' if len(more) == 1 else 'are'} {rest} of the same story."
