"""What kind of knowledge the words say a figure is (§7), and of what a text tells."""

from claimrecon.extraction.rules.links import Link
from claimrecon.extraction.text.lexicon import Lexicon
from claimrecon.extraction.text.sentence import Sentence
from claimrecon.extraction.text.words import words_of
from claimrecon.vocabulary import Evidence

_REACH = 8
_READ = 20_000
"""Characters of a text that are looked at for what it tells of."""
_GROUPS = (
    ("evidence.survey", Evidence.SURVEY),
    ("evidence.model", Evidence.MODEL),
    ("evidence.documented", Evidence.DOCUMENTED),
    ("evidence.estimate", Evidence.ESTIMATE),
)


def evidence_of(sentence: Sentence, link: Link, lexicon: Lexicon) -> Evidence:
    """Return what kind of knowledge the words around a number say it is."""
    count = link.count
    start = max(count.first - _REACH, sentence.clause.index(sentence.clause[count.first]))
    behind = max(link.behind, count.behind)
    for group, evidence in _GROUPS:
        for _, first, end in lexicon.tables[group].spans(sentence.words[start:behind]):
            at = start + first
            if count.first <= at < count.behind:
                continue
            # "The army confirmed 12 dead" is a saying; "12 confirmed dead" are documented.
            is_saying = at < count.first and end - first == 1 and sentence.low(at) == "confirmed"
            if not is_saying:
                return evidence
    return Evidence.ASSERTION


def of_violence(text: str, lexicon: Lexicon) -> bool:
    """Whether a text tells of violence or a disaster, and of no natural cause of death."""
    words = words_of(text, 0, min(len(text), _READ))
    natural = lexicon.tables["events.natural"].spans(words)
    return not natural and bool(lexicon.tables["events.words"].spans(words))
