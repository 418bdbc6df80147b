"""Links to words behind the number: "300 were killed", "12 dead", "4,000 casualties"."""

from claimrecon.extraction.draft import Tier
from claimrecon.extraction.rules.links import Link, chain, united, word_of_harm
from claimrecon.extraction.rules.nouns import Noun, Phrase
from claimrecon.extraction.text.lexicon import Form, Lexicon
from claimrecon.extraction.text.sentence import Count, Sentence

_FORMS = (Form.PARTICIPLE, Form.OWN, Form.ADJECTIVE)
_ONLY_PERSONS = frozenset({"strength", "arrived", "withdrawn", "casualties_unspecified"})
"""Measures whose words are said of many things: "remained", "sent", "pulled out"."""
_FIGURATIVE = frozenset({"destroyed"})
"""Words of harm that are mostly said of things."""
_FARTHEST = 30
_BRACKET = 14
_PHRASE = 9
_BE = frozenset({"was", "were", "is", "are", "be", "been", "being", "has", "have", "had"})
_PASSIVE = frozenset({"was", "were", "are", "is", "be", "been", "being"})
_LEAVING = frozenset({"left", "leaving", "leaves", "leave"})
_FEARED = frozenset({"feared", "presumed", "believed", "assumed"})
_SAID_TO_BE = frozenset({"reported", "feared", "believed", "confirmed", "left", "listed", "found"})
_ASIDE = frozenset(
    (
        *("including", "mostly", "among", "aged", "many", "most", "some", "both", "all", "who"),
        *("which", "whom", "nearly", "half", "mainly", "or", "almost", "including", "largely"),
        *("plus", "as", "several", "one", "two", "three", "in", "on", "the", "at", "from"),
        *("of", "primarily", "predominantly", "chiefly", "with", "at", "only"),
    )
)
_OBJECTS = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "several", "another"})
_TAKING = frozenset({"took", "take", "takes", "taken", "taking", "captured", "seized", "capturing"})
_HOLDING = frozenset({"hold", "holds", "held", "holding", "keeps", "kept"})
_COSTING = frozenset(
    (
        *("claimed", "claiming", "claims", "claim", "took", "taken", "taking", "takes", "cost"),
        *("costs", "lost", "losing", "lose", "costing", "ended", "with", "for", "of"),
    )
)
_CAPTIVES = frozenset({"prisoners", "captives", "hostages", "pows", "prisoner", "hostage"})
_LOOK_BACK = 6
_SOON = 5
_GROUPS = frozenset(
    (
        *("group", "total", "team", "crowd", "number", "unit", "family", "convoy", "party", "band"),
        *("gang", "crew", "squad", "contingent", "column", "force", "patrol", "detachment"),
    )
)
_EACH = frozenset({"a", "an", "per", "each", "every"})


def link_behind(
    sentence: Sentence, count: Count, noun: Phrase, lexicon: Lexicon, *, aside: bool = True
) -> Link | None:
    """Link a number to what the words behind its noun say of them.

    Parameters
    ----------
    aside
        Whether what stands between commas or brackets may be skipped on the way.
    """
    owned = _is_of_place(sentence, count, lexicon) or _is_of_one(sentence, count, noun)
    if noun.kind is Noun.THINGS or owned:
        return None
    if noun.kind is Noun.HARM:
        return _counted_itself(sentence, count, noun, lexicon)
    place, by_auxiliary = _predicate(sentence, count, noun.behind, lexicon, aside=aside)
    found = None if place is None else chain(sentence, place, lexicon, _FORMS)
    if place is None or found is None:
        return _taken(sentence, count, noun) or _within(sentence, count, noun)
    if not by_auxiliary and lexicon.harm[Form.PARTICIPLE].at(sentence.words, place) is not None:
        if _has_object(sentence, found[1], lexicon):
            return None
        main = _main_verb(sentence, found[1], lexicon)
        if main is not None:
            return Link(count, noun, (main[0],), "later-verb", main[1], main[2])
    return _said_of(sentence, count, noun, place, found, by_auxiliary=by_auxiliary)


def _said_of(
    sentence: Sentence,
    count: Count,
    noun: Phrase,
    place: int,
    found: tuple[tuple[str, ...], int],
    *,
    by_auxiliary: bool,
) -> Link | None:
    measures, behind = found
    figurative = sentence.low(place) in _FIGURATIVE
    figurative = figurative or sentence.low(place) == "among"
    survived = noun.kind is Noun.NONE and sentence.low(place) == "survived"
    only_persons = figurative or _ONLY_PERSONS.intersection(measures)
    if only_persons and noun.kind is not Noun.PERSONS and not survived:
        return None
    if noun.kind is Noun.NONE and not by_auxiliary and sentence.low(count.behind) == "of":
        return None  # "seven of those killed were children" is no total
    if measures == ("casualties_unspecified",) and sentence.low(place - 1) not in _PASSIVE:
        return None  # "300 people lost contact"
    if measures == ("died",) and _is_of_event(sentence, count, place):
        measures = ("killed",)
    rule = "count-verb" if by_auxiliary else "count-word"
    tier = Tier.ALL if noun.kind is Noun.UNKNOWN and not _is_name(sentence, noun) else Tier.SURE
    return Link(count, noun, measures, rule, place, behind, tier)


def _is_of_place(sentence: Sentence, count: Count, lexicon: Lexicon) -> bool:
    """Whether the number is how many live there: "the town of 8,000 people was captured"."""
    before, of = sentence.low(count.first - 2), sentence.low(count.first - 1)
    return of == "of" and (lexicon.has("places.kinds", before) or before == "population")


def _is_of_one(sentence: Sentence, count: Count, noun: Phrase) -> bool:
    """Whether one person or thing is the subject: "the killer of 30 women was executed"."""
    owner, of = sentence.low(count.first - 2), sentence.low(count.first - 1)
    is_one = of == "of" and sentence.low(noun.behind) in {"was", "is", "has"}
    return is_one and owner not in _GROUPS


def _is_of_event(sentence: Sentence, count: Count, place: int) -> bool:
    """Whether an event kills by the words alone: "left 12 people dead", "12 are feared dead"."""
    back = {sentence.low(at) for at in range(max(count.first - 3, 0), count.first)}
    return bool(back & _LEAVING) or sentence.low(place - 1) in _FEARED


def _is_name(sentence: Sentence, noun: Phrase) -> bool:
    """Whether an unknown noun is written as a name ("14 Hutu")."""
    return sentence.words[noun.behind - 1].is_capital


def _within(sentence: Sentence, count: Count, noun: Phrase) -> Link | None:
    """Link by an adjective before the noun: "42,284 dead soldiers"."""
    if not noun.harm or noun.kind is not Noun.PERSONS:
        return None
    measures = noun.harm
    military = sentence.low(noun.behind - 1)
    if measures == ("died",) and military.endswith(("soldiers", "troops", "men", "fighters")):
        measures = ("killed",)
    return Link(count, noun, united(measures), "adjective", count.behind, noun.behind)


def _counted_itself(
    sentence: Sentence, count: Count, noun: Phrase, lexicon: Lexicon
) -> Link | None:
    """Link a count of harm itself: "4,000 casualties", "12 lives", "90 prisoners"."""
    if count.phrase.is_ratio:
        return None
    if sentence.low(count.behind) == "of":
        return _of_the_harmed(sentence, count, noun, lexicon)
    measures = noun.harm
    back = [sentence.low(at) for at in range(max(count.first - _LOOK_BACK, 0), count.first)]
    if sentence.low(noun.behind - 1) == "lives" and not _COSTING.intersection(back[-4:]):
        return None
    # What is said of the dead or wounded behind them: "the 40 wounded were evacuated" is that.
    more = chain(sentence, noun.behind - 1, lexicon, (Form.NOUN, Form.PARTICIPLE, Form.ADJECTIVE))
    behind = noun.behind
    if more is not None and more[1] > behind and len(measures) == 1:
        measures, behind = more
    if measures == ("casualties_unspecified",):
        near = {sentence.low(at) for at in range(behind, behind + _PHRASE)}
        if near & {"killed", "dead"} and near & {"wounded", "injured"} and "including" not in near:
            measures = ("casualties",)
    return Link(count, noun, united(measures), "count-noun", count.behind, behind)


def _of_the_harmed(sentence: Sentence, count: Count, noun: Phrase, lexicon: Lexicon) -> Link | None:
    """Link "three of the wounded later died"; "nine of the 29 injured" alone is no total."""
    place, _ = _predicate(sentence, count, noun.behind, lexicon, aside=True)
    found = None if place is None else chain(sentence, place, lexicon, _FORMS)
    if place is None or found is None or found[0] == noun.harm:
        return None
    return Link(count, noun, found[0], "later-verb", place, found[1])


def _taken(sentence: Sentence, count: Count, noun: Phrase) -> Link | None:
    """Link "took 12 soldiers prisoner", "took 90 prisoners", "112 hostages are held"."""
    is_named = sentence.low(noun.behind - 1) in _CAPTIVES and noun.behind > noun.first
    if sentence.low(noun.behind) not in _CAPTIVES | {"captive"} and not is_named:
        return None
    back = {sentence.low(at) for at in range(max(count.first - 3, 0), count.first)}
    ahead = {sentence.low(at) for at in range(noun.behind, noun.behind + _SOON)}
    if back & _TAKING:
        measure = "captured"
    elif back & _HOLDING or (is_named and ahead & {"held", "remain", "remained"}):
        measure = "held"
    else:
        return None
    return Link(count, noun, (measure,), "taken", noun.behind, noun.behind + 1)


def _predicate(
    sentence: Sentence, count: Count, place: int, lexicon: Lexicon, *, aside: bool
) -> tuple[int | None, bool]:
    """Find the word of harm that is said of a noun, and whether an auxiliary stands before it."""
    by_auxiliary = False
    farthest = min(len(sentence.words), place + _FARTHEST)
    while place < farthest:
        low = sentence.low(place)
        match = word_of_harm(sentence, place, lexicon, _FORMS)
        if match is not None and not (low in _SAID_TO_BE or sentence.is_counted(place)):
            if match[0] != "strength" or not _goes_on(sentence, match[1], lexicon):
                return place, by_auxiliary
            place, by_auxiliary = match[1], True  # "remain unaccounted for"
            continue
        adverb = low.endswith("ly") and low.isalpha()
        if (adverb or lexicon.has("grammar.skipped", low)) and not sentence.is_counted(place):
            by_auxiliary = by_auxiliary or low in _BE or low in _SAID_TO_BE
            place += 1
            continue
        behind = _past(sentence, count, place, lexicon, aside=aside)
        if behind is None or (by_auxiliary and lexicon.has("grammar.prepositions", low)):
            return None, False
        place = behind
    return None, False


def _past(
    sentence: Sentence, count: Count, place: int, lexicon: Lexicon, *, aside: bool
) -> int | None:
    """Return the index behind what may stand between persons and what befell them."""
    low = sentence.low(place)
    if low in _EACH and sentence.low(place + 1) == count.phrase.per:
        return place + 2  # "4,000 people a day are killed"
    if low == ")" and sentence.low(count.first - 1) == "(":
        return place + 1  # "5,000 families (some 30,000 people) were displaced"
    if aside and _opens_aside(sentence, place):
        return _behind_aside(sentence, place)
    is_phrase = lexicon.has("grammar.prepositions", low)
    return _behind_phrase(sentence, place, lexicon) if is_phrase else None


def _goes_on(sentence: Sentence, place: int, lexicon: Lexicon) -> bool:
    place += sentence.low(place) == "still"
    return word_of_harm(sentence, place, lexicon, _FORMS) is not None


def _opens_aside(sentence: Sentence, place: int) -> bool:
    low = sentence.low(place)
    if low == "-" and place:
        return sentence.words[place].start > sentence.words[place - 1].end
    return low in {",", "(", "–", "—"}


def _behind_aside(sentence: Sentence, place: int) -> int | None:
    """Return the index behind what stands between commas, dashes or brackets."""
    opening = sentence.low(place)
    closing = ")" if opening == "(" else opening
    if opening != "(" and sentence.low(place + 1) not in _ASIDE:
        return None
    for at in range(place + 1, min(place + _BRACKET, len(sentence.words))):
        if sentence.low(at) == closing:
            return at + 1
    return None


def _behind_phrase(sentence: Sentence, place: int, lexicon: Lexicon) -> int | None:
    """Return the index of the auxiliary behind "on the bus" in "40 people on the bus were"."""
    for at in range(place + 1, min(place + _PHRASE, len(sentence.words))):
        low = sentence.low(at)
        if low in _BE and low not in {"be", "been", "being"}:
            return at
        own = lexicon.harm[Form.OWN].at(sentence.words, at)
        if own is not None and low not in {"missing", "dead", "in"}:
            return at
        if (
            sentence.count_at(at) is not None
            or not (sentence.words[at].written[0].isalnum() or low == "-")
            or lexicon.has("grammar.conjunctions", low)
            or lexicon.has("speech.verbs", low)
            or word_of_harm(sentence, at, lexicon, (Form.PARTICIPLE, Form.ACTIVE)) is not None
        ):
            return None
    return None


def _has_object(sentence: Sentence, place: int, lexicon: Lexicon) -> bool:
    """Whether somebody is harmed by those counted: "two gunmen killed 20 people"."""
    low = sentence.low(place)
    if low in _OBJECTS:
        return True
    other = sentence.count_at(place)
    if other is None:
        return place < len(sentence.words) and (
            lexicon.has("nouns.persons", low) or lexicon.has("nouns.things", low)
        )
    # A headline lists: "12 soldiers killed 30 wounded".
    after = word_of_harm(sentence, other.behind, lexicon, _FORMS)
    return after is None


def _main_verb(sentence: Sentence, place: int, lexicon: Lexicon) -> tuple[str, int, int] | None:
    """Find "died" in "two of the five people wounded in the attack have died"."""
    for at in range(place, min(place + _PHRASE, len(sentence.words))):
        low = sentence.low(at)
        if sentence.count_at(at) is not None or low in {",", "and", ";", "but", "who", ".", "("}:
            return None
        own = lexicon.harm[Form.OWN].at(sentence.words, at)
        if own is not None and own[0] == "died" and low != "dead":
            return own[0], at, own[1]
    return None
