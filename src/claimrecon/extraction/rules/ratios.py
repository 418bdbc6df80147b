"""Ratios and strengths: "their numbers halved", "a third of its strength", "11,000 strong"."""

from claimrecon.extraction.draft import Tier
from claimrecon.extraction.rules.links import Link
from claimrecon.extraction.rules.nouns import Noun, Phrase
from claimrecon.extraction.text.lexicon import Lexicon
from claimrecon.extraction.text.sentence import Count, Sentence
from claimrecon.quantities import Relation

_SIZES = frozenset(
    (
        *("strength", "numbers", "number", "force", "forces", "contingent", "troops"),
        *("ranks", "unit", "garrison", "group", "brigade", "battalion", "regiment"),
        *("division", "army", "grouping", "soldiers", "headcount", "presence", "corps"),
        *("company",),
    )
)
_HARM = {
    "losses": "casualties_unspecified",
    "casualties": "casualties_unspecified",
    "deaths": "died",
    "fatalities": "died",
}
_FARTHEST = 8
_BE = frozenset({"are", "were", "is", "was", "remain", "remained"})


def link_ratio(sentence: Sentence, count: Count, noun: Phrase, lexicon: Lexicon) -> Link | None:
    """Link a ratio to the numbers it is about."""
    for at in range(count.behind, min(count.behind + 4, len(sentence.words))):
        if sentence.low(at) in {"strength", "numbers"}:
            return Link(count, noun, ("strength",), "ratio-of", count.behind, at + 1)
    tier = Tier.ALL if count.phrase.relation is Relation.TIMES else Tier.SURE
    for at in range(count.first - 1, max(count.first - _FARTHEST, -1), -1):
        low = sentence.low(at)
        of_things = sentence.low(at + 1) == "of" and lexicon.has(
            "nouns.things", sentence.low(at + 2)
        )
        if sentence.clause[at] != sentence.clause[count.first] or low in {",", "that"} or of_things:
            return None
        if low in _HARM:
            return Link(count, noun, (_HARM[low],), "ratio-of", at, at + 1, tier)
        if low in _SIZES and sentence.low(at - 1) not in {"of", "with", "by", "against"}:
            return Link(count, noun, ("strength",), "ratio-of", at, at + 1, tier)
        if low in _SIZES and sentence.low(at - 2) in {"number", "strength"}:
            return Link(count, noun, ("strength",), "ratio-of", at - 2, at + 1, tier)
    return None


def link_present(sentence: Sentence, count: Count, noun: Phrase, lexicon: Lexicon) -> Link | None:
    """Link a number of persons who are somewhere: "there are 8,000 soldiers in Kursk"."""
    if noun.kind is not Noun.PERSONS or not lexicon.has(
        "nouns.military", sentence.low(noun.behind - 1)
    ):
        return None
    there = sentence.low(count.first - 2) == "there" and sentence.low(count.first - 1) in _BE
    strength = sentence.low(count.first - 1) in {"numbering", "numbered"}
    if not there and not strength:
        return None
    return Link(count, noun, ("strength",), "present", count.first - 2, count.first, Tier.ALL)
