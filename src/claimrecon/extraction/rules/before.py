"""Links to words before the number: "killed 300", "the deaths of 12", "the toll rose to 118"."""

from dataclasses import dataclass, replace

from claimrecon.extraction.draft import Tier
from claimrecon.extraction.rules.links import Link, united, word_of_harm
from claimrecon.extraction.rules.nouns import Noun, Phrase
from claimrecon.extraction.text.lexicon import Form, Lexicon
from claimrecon.extraction.text.sentence import Count, Sentence

_PASSIVE = frozenset({"was", "were", "been", "be", "being", "is", "are", "not"})
_SKIPPED = frozenset(
    (
        *("the", "a", "an", "also", "some", "around", "about", "another", "further", "its"),
        *("their", "our", "his", "all", "nearly", "at", "least", "in", "total", "of", "only"),
        *("altogether", "enemy", "additional", ":", "these", "those", "and", '"', "“", "”"),
    )
)
_LOOSE = frozenset({"casualties_unspecified", "arrived", "withdrawn", "strength"})
"""Measures whose verbs have many other objects: only persons are lost, sent or withdrawn."""
_LEAVING = frozenset(
    (
        *("employees", "workers", "residents", "inhabitants", "members", "students", "voters"),
        *("customers", "passengers", "citizens", "staff", "teachers", "doctors", "supporters"),
    )
)
"""Who may be lost without any harm."""
_FIGURATIVE = frozenset({"destroyed"})
_FARTHEST = 5
_HEAD = 16
_UNKNOWN = 5
_SIGNS = frozenset({":", "–", "-", "—", "=", "(", "at", "of", "to", "is", "was", "stood", "now"})
_SINGLE = frozenset({"killed", "wounded", "injured", "missing", "killed in action"})


def link_before(
    sentence: Sentence, count: Count, noun: Phrase, lexicon: Lexicon, used: frozenset[int]
) -> Link | None:
    """Link a number to the verb or noun whose object it is.

    Parameters
    ----------
    used
        Indices of words that already say something of another number.
    """
    if noun.kind is Noun.THINGS:
        return None
    start = place = _behind_things(sentence, count, lexicon)
    while place > max(start - _FARTHEST, 0):
        found = _ending(sentence, place, lexicon)
        if found is not None:
            said = _said(sentence, found, lexicon, used)
            return None if said is None else _linked(sentence, count, noun, said)
        if sentence.low(place - 1) not in _SKIPPED:
            return None
        place -= 1
    return None


@dataclass(frozen=True, slots=True)
class _Said:
    """What words say of the persons behind them, and where they stand."""

    measures: tuple[str, ...]
    form: Form
    first: int
    behind: int


def _behind_things(sentence: Sentence, count: Count, lexicon: Lexicon) -> int:
    """Return where to look from: in front of "15 tanks and" in "lost 15 tanks and 200 men"."""
    if sentence.low(count.first - 1) != "and":
        return count.first
    if not lexicon.has("nouns.things", sentence.low(count.first - 2)):
        return count.first
    at = count.first - 3
    while at > max(count.first - _FARTHEST, 0) and sentence.words[at].written[0].isalpha():
        at -= 1
    return at if at > 0 and sentence.words[at].written[0].isdigit() else count.first


def _ending(sentence: Sentence, place: int, lexicon: Lexicon) -> _Said | None:
    for form in (Form.OF, Form.ACTIVE, Form.PARTICIPLE):
        found = lexicon.harm[form].ending(sentence.words, place)
        if found is not None:
            return _Said((found[0],), form, found[1], place)
    return None


def _said(sentence: Sentence, found: _Said, lexicon: Lexicon, used: frozenset[int]) -> _Said | None:
    """Join "killed and wounded"; nothing for a passive, or what is said of another number."""
    if found.form is Form.PARTICIPLE and _is_passive(sentence, found.first):
        return None
    if used & frozenset(range(found.first, found.behind)):
        return None
    if found.form is Form.OF or sentence.low(found.first - 1) not in {"and", "or", "/"}:
        return found
    other = _ending(sentence, found.first - 1, lexicon)
    if other is None or used & frozenset(range(other.first, found.first)):
        return found
    measures = united((*other.measures, *found.measures))
    return replace(found, measures=measures, first=other.first)


def _linked(sentence: Sentence, count: Count, noun: Phrase, said: _Said) -> Link | None:
    if noun.kind is Noun.HARM:
        return None
    measures = ("died",) if sentence.low(noun.behind - 1) == "lives" else said.measures
    figurative = sentence.low(said.behind - 1) in _FIGURATIVE
    if (figurative or _LOOSE.intersection(measures)) and noun.kind is not Noun.PERSONS:
        return None
    tier = Tier.SURE
    if measures == ("casualties_unspecified",) and sentence.low(noun.behind - 1) in _LEAVING:
        tier = Tier.ALL  # "the firm lost 300 employees"
    if noun.kind is Noun.UNKNOWN and not sentence.words[noun.behind - 1].is_capital:
        tier = Tier.ALL
    rule = "harm-of" if said.form is Form.OF else "verb-object"
    return Link(count, noun, measures, rule, said.first, said.behind, tier)


def _is_passive(sentence: Sentence, first: int) -> bool:
    at = first - 1
    while at >= 0 and sentence.low(at).endswith("ly"):
        at -= 1
    return sentence.low(at) in _PASSIVE


def link_inverted(sentence: Sentence, count: Count, noun: Phrase, lexicon: Lexicon) -> Link | None:
    """Link "bringing to 45 the number of humanitarian staff killed this year"."""
    place = count.behind + 1
    if sentence.low(count.first - 1) != "to" or sentence.low(place - 1) != "the":
        return None
    if sentence.low(place) not in {"number", "total"}:
        return None
    for at in range(place, min(place + _HEAD, len(sentence.words))):
        found = word_of_harm(sentence, at, lexicon, (Form.PARTICIPLE, Form.NOUN, Form.OWN))
        if found is not None:
            empty = replace(noun, kind=Noun.NONE, behind=noun.first)
            return Link(count, empty, (found[0],), "toll", place, found[1])
        if sentence.low(at) in {",", ";", "."} or sentence.count_at(at) is not None:
            break
    return None


def link_toll(sentence: Sentence, count: Count, noun: Phrase, lexicon: Lexicon) -> Link | None:
    """Link a number to the head of a sentence about a running total."""
    if noun.kind in {Noun.THINGS, Noun.HARM} or sentence.low(count.first - 1) == "in":
        return None
    # "The toll has surpassed 13,000": the verb is part of the figure.
    unknown, joined = 0, lexicon.has("toll.between", sentence.low(count.first))
    place = count.first
    while place > max(count.first - _HEAD, 0):
        head = lexicon.toll.ending(sentence.words, place)
        if head is not None and joined:
            return _toll(sentence, count, noun, head, place)
        place -= 1
        low = sentence.low(place)
        if place in sentence.dated:
            continue
        if low in {";", ".", "!", "?", ","} or lexicon.has("stance.clause", low):
            return None
        if sentence.is_counted(place):
            continue
        if lexicon.has("toll.between", low):
            joined = True
        elif word_of_harm(sentence, place, lexicon, (Form.ACTIVE,)) is not None:
            return None
        else:
            unknown += 1
            if unknown > _UNKNOWN:
                return None
    head = lexicon.toll.ending(sentence.words, place)
    return _toll(sentence, count, noun, head, place) if head is not None and joined else None


def _toll(
    sentence: Sentence, count: Count, noun: Phrase, head: tuple[str, int], place: int
) -> Link | None:
    measure, first = head
    words = " ".join(sentence.low(at) for at in range(first, place))
    if words in _SINGLE and sentence.low(place) not in _SIGNS:
        return None
    earlier = any(place <= other.first < count.first for other in sentence.counts)
    step = " ".join(sentence.low(at) for at in range(count.first - 1, count.first))
    if earlier and step not in {"from", "to", "was", "than", "at", "of"}:
        return None
    is_earlier = step == "from" or (earlier and step in {"was", "than", "of"})
    rule = "toll-earlier" if is_earlier else "toll"
    return Link(count, noun, (measure,), rule, first, place)
