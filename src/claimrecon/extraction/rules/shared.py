"""Links that a number takes over from another: "and five civilians", "including 3 children"."""

from collections.abc import Sequence
from dataclasses import replace

from claimrecon.extraction.draft import Tier
from claimrecon.extraction.rules.links import Link, chain, word_of_harm
from claimrecon.extraction.rules.nouns import Noun, Phrase, is_person
from claimrecon.extraction.text.lexicon import Form, Lexicon
from claimrecon.extraction.text.sentence import Count, Sentence

_JOINTS = frozenset(
    (
        *(",", "and", "or", "plus", "+", "&", "as", "well", "along", "with", "also"),
        *("the", "a", "then", "another", "further", "an", "additional", "together"),
        *("(", "at", "least", "including"),
    )
)
_BESIDES = frozenset({"in addition to", "together with another", "as well as"})
_PART = frozenset({"including", "includes", "included", "among", "them", "whom"})
_HARM = (Form.PARTICIPLE, Form.OWN, Form.ADJECTIVE, Form.NOUN)
_THERE = frozenset({"in", "near", "at", "on", "outside"})
_NEAR = 10
_SAID = 4


def link_part(
    sentence: Sentence, count: Count, noun: Phrase, lexicon: Lexicon, made: Sequence[Link]
) -> Link | None:
    """Link a number that is a part of the one before: "including 3 children", "14 of them"."""
    if not made or noun.kind is Noun.THINGS or count.phrase.vague_word == "many":
        return None
    whole = made[-1]
    place = count.behind
    if sentence.low(place) == "of" and sentence.low(place + 1) in {"them", "whom", "these"}:
        return _of_them(sentence, count, noun, lexicon, whole)
    back = {sentence.low(at) for at in range(count.first - 2, count.first)}
    after_colon = sentence.low(count.first - 1) == ":" and whole.count.behind <= count.first
    if not back & _PART and not after_colon:
        return None
    who = noun.kind is Noun.NONE and sentence.low(count.behind) == "who"
    if noun.kind not in {Noun.PERSONS, Noun.UNKNOWN} and not who:
        return None
    head = whole if whole.part_of is None else replace(whole, count=whole.part_of)
    doubts = () if _is_near(whole, count) else ("the whole stands some way before it",)
    tier = Tier.SURE if noun.kind is Noun.PERSONS or who else Tier.ALL
    return Link(
        count,
        noun,
        whole.measures,
        "part",
        whole.first,
        whole.behind,
        tier,
        part_of=head.count,
        doubts=doubts,
    )


def _is_near(whole: Link, count: Count) -> bool:
    return count.first - max(whole.count.behind, whole.behind) < _NEAR


def _of_them(sentence: Sentence, count: Count, noun: Phrase, lexicon: Lexicon, whole: Link) -> Link:
    place = count.behind + 2
    if is_person(sentence.low(place), lexicon):
        # "Two of them teenagers": the part has a population of its own.
        noun = replace(noun, kind=Noun.PERSONS, first=place, behind=place + 1)
    while lexicon.has("grammar.skipped", sentence.low(place)):
        place += 1
    own = chain(sentence, place, lexicon, _HARM)
    if own is not None:
        return Link(count, noun, own[0], "part", place, own[1], part_of=whole.count)
    for at in range(count.first - 1, max(count.first - _NEAR, whole.count.behind), -1):
        near = word_of_harm(sentence, at, lexicon, _HARM)
        if near is not None:
            same = (near[0],) == whole.measures
            return Link(
                count, noun, (near[0],), "part", at, near[1], part_of=whole.count if same else None
            )
    return Link(count, noun, whole.measures, "part", whole.first, whole.behind, part_of=whole.count)


def link_joined(
    sentence: Sentence, count: Count, noun: Phrase, made: Sequence[Link]
) -> Link | None:
    """Link the second of two objects: "killed 12 soldiers and five civilians"."""
    if not made or noun.kind is not Noun.PERSONS:
        return None
    other = made[-1]
    end = max(other.noun.behind, other.count.behind)
    if other.rule not in {"verb-object", "harm-of", "part", "joined"} or end > count.first:
        return None
    between = [sentence.low(at) for at in range(end, count.first)]
    joined = between and all(low in _JOINTS for low in between)
    if not joined and " ".join(between[-3:]) not in _BESIDES:
        return None
    return replace(other, count=count, noun=noun, rule="joined", doubts=())


def link_gapped(
    sentence: Sentence, count: Count, noun: Phrase, made: Sequence[Link]
) -> Link | None:
    """Link a figure of which only day or place is said: "two on Monday and five on Tuesday"."""
    if not made or noun.kind is not Noun.NONE or count.phrase.is_ratio:
        return None
    other = made[-1]
    joins = sentence.low(count.first - 1) in {"and", ","}
    goes_on = count.behind in sentence.dated or sentence.low(count.behind) in _THERE
    near = count.first - max(other.behind, other.noun.behind) <= _NEAR
    if not (joins and goes_on and near) or other.rule in {"part", "toll", "ratio-of"}:
        return None
    return replace(other, count=count, noun=replace(other.noun), rule="gapped", doubts=())


def link_subject(sentence: Sentence, count: Count, noun: Phrase, following: Link) -> Link | None:
    """Link the first of two subjects: "12 soldiers and five civilians were killed"."""
    if noun.kind is not Noun.PERSONS or following.rule not in {"count-verb", "count-word"}:
        return None
    between = [sentence.low(at) for at in range(noun.behind, following.count.first)]
    if not between or not all(low in _JOINTS for low in between):
        return None
    return replace(following, count=count, noun=noun, rule="shared-subject", doubts=())


def link_elided(
    sentence: Sentence, count: Count, noun: Phrase, lexicon: Lexicon, made: Sequence[Link]
) -> Link | None:
    """Link a figure whose noun was said before: "the army admits to only seven"."""
    if not made or noun.kind not in {Noun.NONE, Noun.PERSONS} or count.phrase.is_ratio:
        return None
    if noun.kind is Noun.PERSONS and sentence.low(noun.behind) not in {"", ".", ",", '"', "”"}:
        return None
    for at in range(count.first - 1, max(count.first - _SAID, 0) - 1, -1):
        low = sentence.low(at)
        if lexicon.has("speech.verbs", low):
            other = made[-1]
            tier = Tier.SURE if sentence.clause[at] != sentence.clause[other.first] else Tier.ALL
            return Link(count, noun, other.measures, "elided", other.first, other.behind, tier)
        if low not in {"to", "at", "only", "just", "the", "it", "figure", "number", "toll", "that"}:
            return None
    return None
