"""Whether a text asserts a figure: each cue governs the clause it stands in.

A denied figure given out as asserted is the costliest error, so cues are taken widely.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from claimrecon.extraction.draft import Stance
from claimrecon.extraction.rules.links import Link
from claimrecon.extraction.text.lexicon import Lexicon
from claimrecon.extraction.text.sentence import Sentence

_CUE_GROUPS = (
    "stance.denied_before",
    "stance.denied_after",
    "stance.hypothetical",
    "stance.feared",
    "stance.projected",
    "stance.retracted_before",
    "stance.in_error",
)
_MODALS = frozenset({"would", "could", "might", "may", "can", "should", "will"})
_MODAL_REACH = 8
_CUE_REACH = 10
_TAIL = 4
_BE = frozenset({"was", "were", "is", "are", "been", "be", "as", "proved", "turned"})


_OPPOSED = frozenset({"not", "than", "of", "from"})


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues of a sentence: for each group the first word of each, and the word behind it."""

    sentence: Sentence
    lexicon: Lexicon
    spans: Mapping[str, tuple[tuple[int, int], ...]]


def cues_in(sentence: Sentence, lexicon: Lexicon) -> Cues:
    """Find all cues of a sentence."""
    spans = {
        group: tuple(
            (first, behind)
            for _, first, behind in lexicon.tables[group].spans(sentence.words)
            if first not in sentence.dated and not sentence.is_counted(first)
        )
        for group in _CUE_GROUPS
    }
    return Cues(sentence, lexicon, MappingProxyType(spans))


def stance_of(found: Cues, link: Link, others: Sequence[Link]) -> Stance:
    """Return how the text stands to a linked number, one of all links of the sentence."""
    cues = _Around(found, link, others)
    if cues.is_retracted():
        return Stance.RETRACTED
    if cues.is_denied():
        return Stance.DENIED
    if cues.is_projected():
        return Stance.PROJECTED
    if cues.is_hypothetical():
        return Stance.HYPOTHETICAL
    if cues.is_feared():
        return Stance.FEARED
    return Stance.PROJECTED if cues.has_modal(frozenset({"will"})) else Stance.ASSERTED


def takes_back(sentence: Sentence, lexicon: Lexicon) -> Stance | None:
    """Tell whether a sentence takes back what the one before it said."""
    lows = [word.low for word in sentence.words]
    if sentence.counts or not set(lows[:6]) & lexicon.groups["stance.figures"]:
        about = {low for low in lows if lexicon.has("stance.figures", low)} - {"it", "that"}
        if sentence.counts or not about:
            return None
    for group in ("stance.retracted_before", "stance.retracted_after"):
        for _, first, _ in lexicon.tables[group].spans(sentence.words):
            if "not" not in lows[max(first - 3, 0) : first]:
                return Stance.RETRACTED
    for _, first, behind in lexicon.tables["stance.denied_after"].spans(sentence.words):
        is_said = set(lows[max(first - 3, 0) : first]) & _BE
        if is_said and "by" not in lows[behind : behind + 2]:
            return Stance.DENIED
    return None


class _Around:
    """The cues around one linked number."""

    def __init__(self, cues: Cues, link: Link, others: Sequence[Link]) -> None:
        self.sentence = sentence = cues.sentence
        self.lexicon = cues.lexicon
        self.spans = cues.spans
        self.link = link
        clause = sentence.clause[link.count.first]
        self.start = bisect_left(sentence.clause, clause)
        self.stop = bisect_right(sentence.clause, clause)
        self.said = max(link.count.first, min(link.first, self.stop))
        self.head = min(link.count.first, max(link.first, self.start))
        # What stands between another number and its own verb is said of that number alone.
        self.foreign = frozenset(
            at
            for other in others
            if other is not link and other.first >= other.count.behind
            if other.first != link.first
            for at in range(other.count.behind, other.behind)
        )

    def _before(self, group: str) -> list[tuple[int, int]]:
        """Return the cues of a group in front of what is said of the number."""
        return [
            (first, behind)
            for first, behind in self.spans[group]
            if self.start <= first < self.said and first not in self.foreign
        ]

    def _lows(self, first: int, behind: int) -> list[str]:
        return [self.sentence.low(at) for at in range(first, behind)]

    def is_retracted(self) -> bool:
        count = self.link.count
        after = self._lows(count.behind, count.behind + 5)
        before = self._lows(count.first - 3, count.first)
        if self.lexicon.groups["stance.earlier"].intersection(after) and _OPPOSED.intersection(
            before
        ) - {"of"}:
            return "from" not in before or self._revises(before, count.first)
        for first, behind in self._before("stance.retracted_before"):
            if first < count.first - _CUE_REACH or self._is_of_other(behind):
                continue
            about = set(self._lows(behind, behind + 5))
            if (
                self.sentence.low(first) not in self.lexicon.groups["stance.weak"]
                or about & self.lexicon.groups["stance.about"]
            ):
                return True
        if before[-1:] == ["from"] and self.lexicon.groups["stance.lowered"].intersection(
            self._lows(max(self.start, count.first - _CUE_REACH), count.first)
        ):
            return True
        if self._is_said_in_error():
            return True
        said = set(self._lows(max(self.start, count.first - 6), count.first))
        later = set(self._lows(max(self.link.behind, count.behind), len(self.sentence.words)))
        return bool(
            said & self.lexicon.groups["stance.earlier"]
            and later & self.lexicon.groups["stance.taken_back"]
        )

    def _is_said_in_error(self) -> bool:
        """Recognise "a statement that 100 were captured was issued in error"."""
        end = max(self.link.behind, self.link.count.behind)
        about = (
            set(self._lows(self.start, self.link.count.first)) & self.lexicon.groups["stance.about"]
        )
        return bool(about) and any(
            end <= first < self.stop for first, _ in self.spans["stance.in_error"]
        )

    def _is_of_other(self, behind: int) -> bool:
        """Whether a cue that ends with "from" takes back a number in front of this one."""
        place = self.link.count.first
        return self.sentence.low(behind - 1) == "from" and any(
            behind <= other.first < place for other in self.sentence.counts
        )

    def _revises(self, before: list[str], place: int) -> bool:
        wide = {*before, *self._lows(max(self.start, place - _CUE_REACH), place)}
        return bool(wide & {"revised", "corrected", "lowered", "cut", "reduced", "down", "up"})

    def is_denied(self) -> bool:
        for first, behind in self._before("stance.denied_before"):
            if self.lexicon.groups["stance.not_figures"].intersection(
                self._lows(behind, behind + 2)
            ):
                continue
            about = set(self._lows(behind, behind + _CUE_REACH))
            if (
                self.sentence.low(first) not in self.lexicon.groups["stance.weak"]
                or about & self.lexicon.groups["stance.about"]
            ):
                return True
        return self._is_negated() or self._is_denied_after()

    def _is_negated(self) -> bool:
        count, link = self.link.count, self.link
        around = [*range(count.first - 2, count.first)]
        if link.first >= count.behind:
            around += range(max(count.behind, self.link.noun.behind), link.first)
        else:
            around += range(link.first - 4, link.first)
        for at in around:
            low = self.sentence.low(at)
            if at < self.start or at in self.foreign or self.sentence.is_counted(at):
                continue
            negates = self.lexicon.has("stance.negations", low)
            following = self.sentence.low(at + 1)
            if negates and (
                following == "been" or not self.lexicon.has("stance.no_negation", following)
            ):
                return True
        return False

    def _is_denied_after(self) -> bool:
        end = max(self.link.behind, self.link.count.behind)
        reported = self.lexicon.has("speech.nobody", self.sentence.low(self.start))
        opened = reported or self.sentence.low(self.start) in {
            "that",
            *self.lexicon.groups["stance.about"],
        }
        opened = opened or self.sentence.low(self.start + 1) in self.lexicon.groups["stance.about"]
        opened = (
            opened
            or self._is_spoken_about()
            or bool(self.lexicon.groups["stance.tales"] & set(self._lows(self.start, self.head)))
        )
        for first, behind in self.spans["stance.denied_after"]:
            if not end <= first < self.stop:
                continue
            back = self._lows(max(end, first - 3), first + 1)
            by = self.sentence.low(behind) == "by" and not opened
            if opened and _BE.intersection(back) and not by:
                return True
        return False

    def _is_spoken_about(self) -> bool:
        """Whether the number is in what "said reports of 15 deaths were wrong" speaks about."""
        at, spoken = self.head - 1, False
        while at >= self.start:
            low = self.sentence.low(at)
            if low in self.lexicon.groups["stance.about"]:
                spoken = True
            elif self.lexicon.has("speech.verbs", low):
                return spoken
            at -= 1
        return False

    def _is_beside(self, behind: int) -> bool:
        """Whether the number only goes along: "is likely to rise, with 40 people missing"."""
        between = self._lows(behind, self.link.count.first)
        return any(pair == (",", "with") for pair in pairwise(between))

    def is_projected(self) -> bool:
        cues = [cue for cue in self._before("stance.projected") if not self._is_beside(cue[1])]
        return any(
            self.sentence.low(first) in self.lexicon.groups["stance.governing"] for first, _ in cues
        ) or any(behind - first > 1 and self.said - behind < _CUE_REACH for first, behind in cues)

    def is_hypothetical(self) -> bool:
        for first, _ in self._before("stance.hypothetical"):
            if self.sentence.low(first) not in _MODALS:
                return True
        return self.has_modal(_MODALS - {"will"})

    def has_modal(self, modals: frozenset[str]) -> bool:
        """Whether a modal stands near in front of the verb, with no other saying between."""
        at = self.said - 1
        while at >= max(self.start, self.said - _MODAL_REACH - self._length()):
            word = self.sentence.words[at]
            if word.low in modals and at not in self.foreign and not self._is_month(at):
                return not self._is_hedge(at)
            # What is counted may stand between the modal and a verb behind it.
            if at < self.head and self.lexicon.has("speech.verbs", word.low):
                return False
            at -= 1
        return self._after_modal(modals)

    def _after_modal(self, modals: frozenset[str]) -> bool:
        """Recognise "dead could reach 300", where the modal stands in front of the number."""
        return any(
            self.sentence.low(at) in modals and not self._is_month(at)
            for at in range(max(self.start, self.link.count.first - 3), self.link.count.first)
        )

    def _is_month(self, at: int) -> bool:
        word = self.sentence.words[at]
        return word.low == "may" and word.is_capital

    def _is_hedge(self, at: int) -> bool:
        """Whether the modal belongs to the number ("which may be 300 or more")."""
        return at not in self.sentence.dated and self.sentence.low(at - 1) in {"who", "which"}

    def _length(self) -> int:
        return self.link.count.behind - self.link.count.first

    def is_feared(self) -> bool:
        if self._before("stance.feared"):
            return True
        end = max(self.link.behind, self.link.count.behind)
        tail = self._lows(end, end + _TAIL)
        trigger = self._lows(self.link.first - 1, self.link.behind)
        return "feared" in tail or bool(self.lexicon.groups["stance.fears"].intersection(trigger))
