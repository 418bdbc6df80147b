"""Verbs of saying, with their subject before or behind them, and what they cover."""

from collections.abc import Iterator

from claimrecon.extraction.rules.attribution import Attribution, is_outlet, relays_at
from claimrecon.extraction.rules.names import Name, is_pause, name_before, name_behind
from claimrecon.extraction.text.lexicon import Lexicon
from claimrecon.extraction.text.sentence import Sentence

_TAIL = 12
_TELLING = frozenset({"told", "tells", "informed", "telling"})
_QUOTING = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "citing"})
_PARTICIPLES = frozenset({"adding", "saying", "stating", "claiming", "insisting", "noting"})
_ON = frozenset({"said", "says", "added", "adds", "claimed", "insisted", "put", "reported"})


def sayings(sentence: Sentence, lexicon: Lexicon) -> Iterator[Attribution]:
    """Yield the attributions that verbs of saying make, in their order."""
    before: Attribution | None = None
    for at, word in enumerate(sentence.words):
        if before is not None and _continues(sentence, at):
            before = Attribution(before.chain, at, at + 1, len(sentence.words), leads=True)
            yield before
            continue
        if not lexicon.has("speech.verbs", word.low) or sentence.is_counted(at):
            continue
        if (word.low.startswith("claim") and _is_toll(sentence, at)) or (
            sentence.low(at + 1) == "by" and word.low not in _QUOTING
        ):
            continue
        if lexicon.has("speech.only_that", word.low) and not _says(sentence, at, lexicon):
            continue
        found = _inverted(sentence, at, lexicon) or _plain(sentence, at, lexicon)
        if found is not None:
            before = found
            yield found


def _continues(sentence: Sentence, at: int) -> bool:
    """Whether a verb has the subject of the one before: ", adding that", "and said"."""
    low, back = sentence.low(at), sentence.low(at - 1)
    return (low in _PARTICIPLES and back in {",", '"', "”"}) or (
        low in _ON and back in {"and", "but"}
    )


def _is_toll(sentence: Sentence, at: int) -> bool:
    """Whether something claims lives, or somebody responsibility."""
    near = {sentence.low(place) for place in range(at + 1, at + 7)}
    return bool(near & {"lives", "life", "responsibility"})


def _says(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a verb that need not say anything does so here."""
    if sentence.low(at + 1) in {"that", "no", "it"} or _ends(sentence, at + 1):
        return True
    near = range(at + 1, at + 7)
    if sentence.low(at).startswith(("put", "gave", "rais", "low", "revis", "updat", "correct")):
        return any(lexicon.toll.at(sentence.words, place) is not None for place in near)
    return any(sentence.count_at(place) is not None for place in near) or any(
        sentence.low(place) in {"toll", "names", "deaths", "number"} for place in near
    )


def _ends(sentence: Sentence, place: int) -> bool:
    low = sentence.low(place)
    return low in {"", ".", ",", ";", '"', "”"} or place in sentence.dated


def _inverted(sentence: Sentence, at: int, lexicon: Lexicon) -> Attribution | None:
    """Read `…," said Sergeant Oleh Dmyt`."""
    if not is_pause(sentence.low(at - 1)) or not at:
        return None
    if not any(count.first < at for count in sentence.counts):
        return None
    name = name_behind(sentence, at + 1, lexicon)
    if name is None or sentence.low(at + 1) in {"that", "there"}:
        return None
    if any(count.first <= name.behind + 1 and count.first > at for count in sentence.counts):
        return None
    chain = (name, *relays_at(sentence, name.behind, lexicon))
    return Attribution(chain, at, 0, at, leads=False)


def _plain(sentence: Sentence, at: int, lexicon: Lexicon) -> Attribution | None:
    if sentence.low(at - 1) in {"was", "were", "been", "be", "is", "are", "being", "to"}:
        return _quoted_passive(sentence, at, lexicon)
    name = name_before(sentence, at, lexicon)
    if name is None or _is_noun(sentence, at, name, lexicon):
        return None
    if _is_owned(sentence, at, name) or _is_admission(sentence, at, name):
        return None
    in_aside = sentence.low(at - 1) == "," and name.behind < at - 1
    chain = (name, *(relays_at(sentence, name.behind, lexicon) if in_aside else ()))
    start = at + 1
    if sentence.low(at) in _TELLING:
        told = name_behind(sentence, start, lexicon)
        if told is not None:
            start = told.behind
            chain = (name, told) if is_outlet(sentence, told) else chain
    elif sentence.low(at) in _QUOTING:
        quoted = name_behind(sentence, start, lexicon)
        if quoted is None or quoted.is_pronoun:
            return None
        start = quoted.behind
        chain = (quoted, name)
    else:
        start, chain = _with_told(sentence, start, lexicon, chain)
    trails = _trails(sentence, name, start, lexicon)
    if trails:
        return Attribution(chain, at, 0, name.opening, leads=False)
    return Attribution(chain, at, start, len(sentence.words), leads=True)


def _is_noun(sentence: Sentence, at: int, name: Name, lexicon: Lexicon) -> bool:
    """Whether "reports" and the like are the noun here: "dismissed as false reports that"."""
    if not lexicon.has("speech.only_that", sentence.low(at)) or name.is_pronoun:
        return False
    last = sentence.words[name.behind - 1]
    with_article = name.opening < name.first
    speaks = last.is_capital or last.low.endswith("s") or lexicon.has("speech.speakers", last.low)
    return not (speaks or with_article) or lexicon.has(
        "speech.verbs", sentence.low(name.opening - 1)
    )


def _is_admission(sentence: Sentence, at: int, name: Name) -> bool:
    """Whether a hospital admits persons, and says nothing."""
    last = sentence.low(name.behind - 1).removesuffix("s")
    return sentence.low(at).startswith("admit") and last in {"hospital", "clinic", "ward"}


def _is_owned(sentence: Sentence, at: int, name: Name) -> bool:
    """Whether somebody's claims are only mentioned: "contrary to Kyiv's claims, ..."."""
    return sentence.low(name.behind - 1).endswith("'s") and sentence.low(at + 1) != "that"


def _with_told(
    sentence: Sentence, start: int, lexicon: Lexicon, chain: tuple[Name, ...]
) -> tuple[int, tuple[Name, ...]]:
    """Read "said in an interview with AFP" behind a verb."""
    relays = relays_at(sentence, start, lexicon)
    return (relays[-1].behind, (*chain, *relays)) if relays else (start, chain)


def _quoted_passive(sentence: Sentence, at: int, lexicon: Lexicon) -> Attribution | None:
    """Read "the commander was quoted by TASS as saying"."""
    if sentence.low(at) not in {"quoted", "cited"}:
        return None
    name = name_before(sentence, at - 1, lexicon)
    if name is None:
        return None
    relays: tuple[Name, ...] = ()
    if sentence.low(at + 1) == "by":
        relay = name_behind(sentence, at + 2, lexicon)
        relays = () if relay is None else (relay,)
    return Attribution((name, *relays), at, at + 1, len(sentence.words), leads=True)


def _trails(sentence: Sentence, name: Name, start: int, lexicon: Lexicon) -> bool:
    """Whether an attribution stands behind what it is about."""
    if not any(count.first < name.opening for count in sentence.counts):
        return False
    if not is_pause(sentence.low(name.opening - 1)):
        return False
    following = sentence.low(start)
    if following == "that":
        return False
    later = [count for count in sentence.counts if start <= count.first < start + _TAIL]
    return not later or _ends(sentence, start) or lexicon.has("grammar.prepositions", following)
