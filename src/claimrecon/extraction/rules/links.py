"""What a number counts: the values that the rules of linking make, and what they share."""

from dataclasses import dataclass

from claimrecon.extraction.draft import Tier
from claimrecon.extraction.rules.nouns import Phrase
from claimrecon.extraction.text.lexicon import Form, Lexicon
from claimrecon.extraction.text.sentence import Count, Sentence

_UNIONS = {
    frozenset({"killed", "wounded"}): ("casualties",),
    frozenset({"died", "wounded"}): ("casualties",),
    frozenset({"killed", "died"}): ("killed",),
    frozenset({"killed", "missing"}): ("dead_or_missing",),
    frozenset({"died", "missing"}): ("dead_or_missing",),
}


@dataclass(frozen=True, slots=True)
class Link:
    """A number and what it counts.

    Attributes
    ----------
    measures
        Names of measures; "died" stands for killed, or for deaths of a cause not said.
    rule
        Name of the rule.
    first, behind
        Indices of the first word that says so, and of the word behind the last.
    part_of
        The number of which this one is a part.
    doubts
        Why a person should look at it.
    """

    count: Count
    noun: Phrase
    measures: tuple[str, ...]
    rule: str
    first: int
    behind: int
    tier: Tier = Tier.SURE
    part_of: Count | None = None
    doubts: tuple[str, ...] = ()


def united(measures: tuple[str, ...]) -> tuple[str, ...]:
    """Return one measure for those that are named together ("killed and wounded")."""
    names = tuple(dict.fromkeys(measures))
    return _UNIONS.get(frozenset(names), names)


def chain(
    sentence: Sentence, place: int, lexicon: Lexicon, forms: tuple[Form, ...]
) -> tuple[tuple[str, ...], int] | None:
    """Read words of harm joined by "and", "or" or a slash, with the index behind them."""
    found = word_of_harm(sentence, place, lexicon, forms)
    if found is None:
        return None
    names, behind = [found[0]], found[1]
    while True:
        joint = behind
        while sentence.low(joint) in {"and", "or", "/", "&", "either"}:
            joint += 1
        more = word_of_harm(sentence, joint, lexicon, (*forms, Form.ADJECTIVE))
        if joint == behind or more is None or sentence.count_at(more[1]) is not None:
            return united(tuple(names)), behind
        names.append(more[0])
        behind = more[1]


def word_of_harm(
    sentence: Sentence, place: int, lexicon: Lexicon, forms: tuple[Form, ...]
) -> tuple[str, int] | None:
    """Return the measure of the longest word of harm at a place, and the index behind it."""
    matches = [
        match
        for form in forms
        if (match := lexicon.harm[form].at(sentence.words, place)) is not None
    ]
    return max(matches, key=lambda match: match[1], default=None)
