"""Who says what: attributions with the words they cover, and the chain behind a number.

The origin comes first, then those who passed it on: "Y, citing X, said" is (X, Y).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimrecon.extraction.rules.names import Name, is_pause, name_before, name_behind
from claimrecon.extraction.text.lexicon import Form, Lexicon
from claimrecon.extraction.text.sentence import Sentence

_HEADLINE = 7
_OPENING = 6
_TAIL = 12
_NO_HEADS = frozenset(
    (
        "breaking",
        "update",
        "live",
        "photo",
        "video",
        "watch",
        "note",
        "total",
        "date",
        "updated",
        "killed",
        "wounded",
        "dead",
        "injured",
        "casualties",
        "losses",
        "toll",
        "background",
        "by",
        "analysis",
        "opinion",
        "explainer",
        "exclusive",
        "read",
        "source",
        "sources",
        "missing",
        "in",
        "at",
        "on",
        "near",
        "after",
    )
)
_REPORT = 5
_REPORTS = frozenset(
    (
        *("report", "reports", "figures", "data", "estimates", "estimate", "statistics", "tally"),
        *("information", "statement", "statements", "sources", "count", "records", "numbers"),
        *("released", "compiled", "provided", "issued", "published", "collected"),
    )
)
_TELLING = frozenset({"told", "tells", "informed", "telling"})
_QUOTING = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "citing"})
_CAPITAL_ROLES = frozenset({"reporters", "journalists", "parliament", "lawmakers", "interrogators"})
_PARTICIPLES = frozenset({"adding", "saying", "stating", "claiming", "insisting", "noting"})
_ON = frozenset({"said", "says", "added", "adds", "claimed", "insisted", "put", "reported"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says a stretch of a sentence.

    Attributes
    ----------
    chain
        The origin first, then who passed it on.
    verb
        Index of the word that says so.
    first, behind
        Indices of the words it covers.
    leads
        Whether it stands in front of what it covers.
    """

    chain: tuple[Name, ...]
    verb: int
    first: int
    behind: int
    leads: bool


def attributions_in(sentence: Sentence, lexicon: Lexicon) -> tuple[Attribution, ...]:
    """Find all attributions of a sentence, in their order."""
    found = [
        *_according(sentence, lexicon),
        *_verbs(sentence, lexicon),
        *_headline(sentence, lexicon),
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
        name = name_behind(sentence, _behind_report(sentence, behind), lexicon)
        if name is None or name.is_pronoun:
            continue
        chain = (name, *_relays(sentence, name.behind, lexicon))
        leads = not any(count.first < at for count in sentence.counts)
        if leads:
            yield Attribution(chain, at, chain[-1].behind, len(sentence.words), leads=True)
        else:
            yield Attribution(chain, at, 0, at, leads=False)


def _behind_report(sentence: Sentence, place: int) -> int:
    """Step over "initial reports from" to who made them."""
    for at in range(place, place + _REPORT):
        if sentence.low(at) in _REPORTS and sentence.low(at + 1) in {"from", "by"}:
            return at + 2
        if not sentence.low(at).isalpha() or sentence.low(at) in {"and", "who"}:
            break
    return place


def _relays(sentence: Sentence, place: int, lexicon: Lexicon) -> tuple[Name, ...]:
    """Read "seen by Reuters" behind a name."""
    while sentence.low(place) in {",", "and"}:
        place += 1
    found = lexicon.tables["speech.relayed"].at(sentence.words, place)
    if found is None:
        return ()
    name = name_behind(sentence, found[1], lexicon)
    return (name,) if name is not None and _is_outlet(sentence, name) else ()


def _is_outlet(sentence: Sentence, name: Name) -> bool:
    """Whether those who were told something can pass it on: they have a name."""
    if name.is_pronoun or sentence.low(name.behind - 1) in _CAPITAL_ROLES:
        return False
    return any(sentence.words[at].is_capital for at in range(name.first, name.behind))


def _verbs(sentence: Sentence, lexicon: Lexicon) -> Iterator[Attribution]:
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
    chain = (name, *_relays(sentence, name.behind, lexicon))
    return Attribution(chain, at, 0, at, leads=False)


def _plain(sentence: Sentence, at: int, lexicon: Lexicon) -> Attribution | None:
    if sentence.low(at - 1) in {"was", "were", "been", "be", "is", "are", "being", "to"}:
        return _quoted_passive(sentence, at, lexicon)
    name = name_before(sentence, at, lexicon)
    if name is None or _is_noun(sentence, at, name, lexicon) or _is_owned(sentence, at, name):
        return None
    in_aside = sentence.low(at - 1) == "," and name.behind < at - 1
    chain = (name, *(_relays(sentence, name.behind, lexicon) if in_aside else ()))
    start = at + 1
    if sentence.low(at) in _TELLING:
        told = name_behind(sentence, start, lexicon)
        if told is not None:
            start = told.behind
            chain = (name, told) if _is_outlet(sentence, told) else chain
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


def _is_owned(sentence: Sentence, at: int, name: Name) -> bool:
    """Whether somebody's claims are only mentioned: "contrary to Kyiv's claims, ..."."""
    return sentence.low(name.behind - 1).endswith("'s") and sentence.low(at + 1) != "that"


def _with_told(
    sentence: Sentence, start: int, lexicon: Lexicon, chain: tuple[Name, ...]
) -> tuple[int, tuple[Name, ...]]:
    """Read "said in an interview with AFP" behind a verb."""
    relays = _relays(sentence, start, lexicon)
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


def _headline(sentence: Sentence, lexicon: Lexicon) -> Iterator[Attribution]:
    """Read "7 dead in Lenz - mayor" and "Mayor: 7 dead"."""
    lows = [word.low for word in sentence.words]
    for sign in ("-", "–", "—", "|"):
        if sign not in lows[1:]:
            continue
        at = len(lows) - 1 - lows[::-1].index(sign)
        word = sentence.words[at]
        spaced = word.start > sentence.words[at - 1].end and len(lows) - at - 1 <= _HEADLINE
        if not spaced or not any(count.first < at for count in sentence.counts):
            continue
        name = name_behind(sentence, at + 1, lexicon)
        if name is not None and name.behind >= len(lows.copy()) - (lows[-1] == "."):
            yield Attribution((name,), at, 0, at, leads=False)
            return
    yield from _behind_colon(sentence, lows, lexicon)
    if ":" in lows[1 : _OPENING + 1] and lows[0] not in _NO_HEADS:
        at = lows.index(":")
        name = name_behind(sentence, 0, lexicon)
        if name is not None and name.behind == at and not _is_harm(sentence, at, lexicon):
            yield Attribution((name,), at, at + 1, len(lows), leads=True)


def _behind_colon(
    sentence: Sentence, lows: Sequence[str], lexicon: Lexicon
) -> Iterator[Attribution]:
    """Read "Strike kills five: police"."""
    tail = lows[::-1].index(":") if ":" in lows else 0
    at = len(lows) - 1 - tail
    if not 0 < tail <= _OPENING or not any(count.first < at for count in sentence.counts):
        return
    name = name_behind(sentence, at + 1, lexicon)
    behind = len(lows) - (lows[-1] == ".")
    if name is not None and name.behind >= behind and not _is_harm(sentence, behind, lexicon, at):
        yield Attribution((name,), at, 0, at, leads=False)


def _is_harm(sentence: Sentence, behind: int, lexicon: Lexicon, first: int = 0) -> bool:
    return any(
        lexicon.toll.at(sentence.words, at) is not None
        or any(lexicon.harm[form].at(sentence.words, at) is not None for form in Form)
        or sentence.low(at) in _NO_HEADS
        for at in range(first, behind)
    )


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
