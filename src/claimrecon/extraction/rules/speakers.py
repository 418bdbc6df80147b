"""Who says what: attributions with the words they cover, and the chain behind a number.

The origin comes first, then those who passed it on: "Y, citing X, said" is (X, Y).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimrecon.extraction.rules.attribution import Attribution, relays_at
from claimrecon.extraction.rules.headlines import headlines
from claimrecon.extraction.rules.names import Name, name_before, name_behind
from claimrecon.extraction.rules.sayings import sayings
from claimrecon.extraction.text.lexicon import Lexicon
from claimrecon.extraction.text.sentence import Sentence

_REPORT = 5


def attributions_in(sentence: Sentence, lexicon: Lexicon) -> tuple[Attribution, ...]:
    """Find all attributions of a sentence, in their order."""
    found = [
        *_according(sentence, lexicon),
        *sayings(sentence, lexicon),
        *headlines(sentence, lexicon),
    ]
    return _stretched(sentence, _with_cited(sentence, lexicon, tuple(found)))


def chain_at(found: Sequence[Attribution], place: int) -> tuple[Name, ...]:
    """Return who says the word at a place: the innermost attribution first."""
    covering = [item for item in found if item.first <= place < item.behind]
    covering.sort(key=lambda item: (not item.leads, item.behind - item.first))
    names = [name for item in covering for name in item.chain]
    return tuple(dict.fromkeys(names))


def _according(sentence: Sentence, lexicon: Lexicon) -> Iterator[Attribution]:
    for _, at, behind in lexicon.tables["speech.according"].spans(sentence.words):
        name = name_behind(sentence, _behind_report(sentence, behind, lexicon), lexicon)
        if name is None or name.is_pronoun:
            continue
        chain = (name, *relays_at(sentence, name.behind, lexicon))
        leads = not any(count.first < at for count in sentence.counts)
        if leads:
            yield Attribution(chain, at, chain[-1].behind, len(sentence.words), leads=True)
        else:
            yield Attribution(chain, at, 0, at, leads=False)


def _behind_report(sentence: Sentence, place: int, lexicon: Lexicon) -> int:
    """Step over "initial reports from" to who made them."""
    for at in range(place, place + _REPORT):
        if lexicon.has("speech.reports", sentence.low(at)) and sentence.low(at + 1) in {
            "from",
            "by",
        }:
            return at + 2
        if not sentence.low(at).isalpha() or sentence.low(at) in {"and", "who"}:
            break
    return place


def _with_cited(
    sentence: Sentence, lexicon: Lexicon, found: tuple[Attribution, ...]
) -> tuple[Attribution, ...]:
    """Put those who are cited in front of who cites them."""
    cited = []
    for _, at, behind in lexicon.tables["speech.citing"].spans(sentence.words):
        if sentence.low(at) not in {"citing", "quoting", "referring", "with", "attributing"}:
            continue
        name = name_behind(sentence, behind, lexicon)
        if name is not None and not name.is_pronoun:
            cited.append((at, name))
    if not cited:
        return found
    at, name = cited[0]
    if not found:
        before = name_before(sentence, at - (sentence.low(at - 1) == ","), lexicon)
        chain = (name,) if before is None or before.is_pronoun else (name, before)
        return (Attribution(chain, at, 0, len(sentence.words), leads=True),)
    nearest = min(found, key=lambda item: abs(item.verb - at))
    return tuple(
        replace(item, chain=(name, *(known for known in item.chain if known != name)))
        if item is nearest
        else item
        for item in found
    )


def _stretched(sentence: Sentence, found: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """End each attribution where another clause has a speaker of its own."""
    leading = [item for item in found if item.leads]
    done = []
    for item in found:
        clause = sentence.clause[min(item.verb, len(sentence.clause) - 1)]
        if item.leads:
            ends = [
                _clause_start(sentence, other.verb)
                for other in leading
                if other.verb > item.verb and sentence.clause[other.verb] > clause
            ]
            done.append(replace(item, behind=min([item.behind, *ends])))
            continue
        starts = [
            _clause_end(sentence, other.verb)
            for other in leading
            if other.verb < item.verb and sentence.clause[other.verb] < clause
        ]
        done.append(replace(item, first=max([item.first, *starts])))
    return tuple(done)


def _clause_start(sentence: Sentence, place: int) -> int:
    return sentence.clause.index(sentence.clause[place])


def _clause_end(sentence: Sentence, place: int) -> int:
    number = sentence.clause[place]
    return max(at for at, other in enumerate(sentence.clause) if other == number) + 1
