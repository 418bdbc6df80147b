"""The plainest words of a figure, read at a glance: "300", "at least 1,200", "10 to 20".

The parser reads these too, and in no other way; digits that stand alone, behind one hedge or at the
two ends of a range only save it the work, and most figures in a table are of this kind.
"""

import re
from fractions import Fraction

from claimrecon.quantities.parsing.entailed import comparator_of, entailed
from claimrecon.quantities.parsing.figures import Core
from claimrecon.quantities.parsing.hedges import hedged
from claimrecon.quantities.parsing.language import Lexicon
from claimrecon.quantities.phrase import Comparator, CountPhrase, Figure

_DIGITS = r"[1-9]\d{0,2}(?:,\d{3}){1,3}|[1-9]\d{0,11}"
_HEDGED = re.compile(rf"(?:(?P<hedge>[a-z]+(?: [a-z]+)*) )?(?P<number>{_DIGITS})", re.ASCII)
_RANGE = re.compile(
    rf"(?P<low>{_DIGITS})(?: to |-)(?P<high>{_DIGITS})"
    rf"|between (?P<least>{_DIGITS}) and (?P<most>{_DIGITS})",
    re.ASCII,
)
_MARKS = frozenset(
    {"ge", "gt", "le", "le_soft", "lt", "approx", "approx_below", "just_over", "weak"}
)
_SPREAD = 100
"""From here on the first number of a range may be short for hundreds or thousands."""


def at_a_glance(text: str, lexicon: Lexicon) -> CountPhrase | None:
    """Read a figure in plain digits; ``None`` where the parser must look."""
    found = _HEDGED.fullmatch(text)
    if found is not None:
        hedge = found["hedge"]
        mark = "weak" if hedge is None else lexicon.before.table.get(tuple(hedge.split()))
        if mark not in _MARKS:
            return None
        core = Core(1, Fraction(_number(found["number"])))
        return _phrase(text, hedged(text, core, frozenset({mark} if hedge else ())))
    found = _RANGE.fullmatch(text)
    if found is None:
        return None
    low, high = _number(found["low"] or found["least"]), _number(found["high"] or found["most"])
    if not low <= high <= _SPREAD * low:
        return None
    ends = (Figure(Comparator.EQ, Fraction(end)) for end in (low, high))
    return _phrase(text, *ends)


def _number(digits: str) -> int:
    return int(digits.replace(",", ""))


def _phrase(text: str, *figures: Figure) -> CountPhrase:
    low, high, best = entailed(figures, None)
    return CountPhrase(text, comparator_of(figures), low, high, best, figures, end=len(text))
