"""Whom a number counts: the noun phrase behind it."""

from dataclasses import dataclass
from enum import StrEnum

from claimrecon.extraction.text.lexicon import Form, Lexicon
from claimrecon.extraction.text.sentence import Count, Sentence

_CAPTIVE = frozenset({"prisoner", "hostage", "captive"})
_LONGEST = 9
_SHORTEST_ENDING = 6
_OWNER = 4
_QUOTES = frozenset({'"', "“", "”"})
_QUOTED = 3


class Noun(StrEnum):
    """What kind of noun a number counts."""

    NONE = "none"
    PERSONS = "persons"
    HARM = "harm"
    """Harm itself: casualties, deaths."""
    THINGS = "things"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Phrase:
    """The noun phrase behind a number.

    Attributes
    ----------
    kind
        What its head is.
    first, behind
        Indices of its first word (without articles) and of the word behind it.
    harm
        Measures named within it ("dead soldiers") or by its head ("casualties").
    base
        Whether it says of how many the number is a part ("26 of the 40 passengers").
    """

    kind: Noun
    first: int
    behind: int
    harm: tuple[str, ...] = ()
    base: Count | None = None


def noun_behind(sentence: Sentence, count: Count, lexicon: Lexicon) -> Phrase:
    """Read the noun phrase behind a number."""
    place, base = _opening(sentence, count.behind, lexicon)
    first = place
    kind, behind = Noun.NONE, place
    harm: tuple[str, ...] = ()
    while place < min(len(sentence.words), first + _LONGEST):
        word = sentence.words[place]
        named = lexicon.harm[Form.NOUN].at(sentence.words, place)
        if named is not None and _may_be_of_harm(sentence, named[1], kind, lexicon):
            return Phrase(Noun.HARM, first, named[1], (named[0],), base)
        adjective = lexicon.harm[Form.ADJECTIVE].at(sentence.words, place)
        if adjective is not None and not _is_head(sentence, adjective[1], lexicon):
            harm, place = (*harm, adjective[0]), adjective[1]
            continue
        if kind is Noun.PERSONS and word.low in _CAPTIVE:
            break  # "took 12 soldiers prisoner"
        found = _kind_of(sentence, place, lexicon)
        if found is None:
            if kind in {Noun.NONE, Noun.UNKNOWN} and _is_modifier(sentence, place, lexicon):
                kind, place = Noun.UNKNOWN, place + 1
                behind = place
                continue
            if word.low == "and" and kind is Noun.PERSONS and _joins(sentence, place, lexicon):
                place += 1 + (_kind_of(sentence, place + 1, lexicon) is None)
                continue
            if word.low in _QUOTES and kind is not Noun.UNKNOWN and place < first + _QUOTED:
                place += 1
                behind = place if kind is Noun.PERSONS else behind
                continue
            break
        kind, place = found, place + 1
        behind = place
    if kind is Noun.NONE and harm:
        return Phrase(Noun.HARM, first, place, harm, base)
    return Phrase(kind, first, behind, harm, base)


def _may_be_of_harm(sentence: Sentence, behind: int, kind: Noun, lexicon: Lexicon) -> bool:
    """Whether a noun of harm is what is counted: "12 dead", "200 civilian deaths"."""
    before, noun = sentence.low(behind - 2), sentence.low(behind - 1)
    opens = kind is Noun.NONE or lexicon.has("grammar.kinds", before)
    opens = opens or (kind is Noun.UNKNOWN and noun.endswith("s"))
    return opens and _is_head(sentence, behind, lexicon)


def is_person(low: str, lexicon: Lexicon) -> bool:
    """Whether a noun in the plural, or a known one, means persons."""
    if lexicon.has("nouns.persons", low):
        return True
    if lexicon.has("nouns.persons", f"{low}s"):
        return True
    if lexicon.has("nouns.things", low) or lexicon.has("nouns.not_persons", low):
        return False
    endings = tuple(lexicon.groups["nouns.endings"])
    return len(low) >= _SHORTEST_ENDING and low.endswith(endings)


def _opening(sentence: Sentence, place: int, lexicon: Lexicon) -> tuple[int, Count | None]:
    """Skip "of", articles and the whole of which the number is a part."""
    if sentence.low(place) == "of" and sentence.low(place + 1) not in {"them", "whom", "which"}:
        place += 1
        while lexicon.has("grammar.determiners", sentence.low(place)):
            place += 1
        base = _base_at(sentence, place)
        return (place, None) if base is None else (base.behind, base)
    while lexicon.has("grammar.determiners", sentence.low(place)):
        place += 1
    return place, None


def _base_at(sentence: Sentence, place: int) -> Count | None:
    """Return the whole behind "of the": "of the 40", "of the regiment's 2,000"."""
    base = sentence.count_at(place)
    for at in range(place + 1, place + _OWNER):
        if base is None and sentence.low(at - 1).endswith("'s"):
            base = sentence.count_at(at)
    return base


def _is_head(sentence: Sentence, behind: int, lexicon: Lexicon) -> bool:
    """Whether nothing follows that the word before could belong to as an adjective."""
    place = behind
    while place < min(behind + 3, len(sentence.words)):
        found = _kind_of(sentence, place, lexicon)
        if found is not None:
            return False
        if not _is_modifier(sentence, place, lexicon) or sentence.count_at(place) is not None:
            return True
        place += 1
    return True


def _kind_of(sentence: Sentence, place: int, lexicon: Lexicon) -> Noun | None:
    low = sentence.low(place)
    if not low or sentence.is_counted(place) or place in sentence.dated:
        return None
    if lexicon.has("nouns.things", low):
        return Noun.THINGS
    if sentence.words[place].is_capital and lexicon.has("nouns.peoples", low):
        return Noun.PERSONS
    if is_person(low, lexicon):
        return Noun.PERSONS
    return Noun.THINGS if lexicon.has("nouns.not_persons", low) else None


def _is_modifier(sentence: Sentence, place: int, lexicon: Lexicon) -> bool:
    """Whether a word can stand between a number and its noun."""
    word = sentence.words[place]
    if place in sentence.dated or sentence.is_counted(place):
        return False
    if word.low == "-":
        return 0 < place < len(sentence.words) - 1 and word.end == sentence.words[place + 1].start
    if word.low == ".":
        return _is_initial(sentence, place - 1)  # "13 U.S. soldiers"
    if not word.written[0].isalpha() or any(
        lexicon.has(f"grammar.{group}", word.low)
        for group in ("prepositions", "conjunctions", "auxiliaries", "determiners")
    ):
        return False
    # "more", "others" and adverbs say nothing of whom; words of harm and of saying end the phrase.
    return not (
        lexicon.has("speech.verbs", word.low)
        or lexicon.has("grammar.skipped", word.low)
        or any(
            lexicon.harm[form].at(sentence.words, place) is not None
            for form in (Form.PARTICIPLE, Form.OWN, Form.ACTIVE, Form.NOUN)
        )
    )


def _is_initial(sentence: Sentence, place: int) -> bool:
    word = sentence.words[place]
    return len(word.low) == 1 and word.is_capital and word.end == sentence.words[place + 1].start


def _joins(sentence: Sentence, place: int, lexicon: Lexicon) -> bool:
    """Whether "and" joins two nouns of one number ("women and children")."""
    if sentence.is_counted(place + 1):
        return False
    return any(_kind_of(sentence, place + step, lexicon) is Noun.PERSONS for step in (1, 2))
