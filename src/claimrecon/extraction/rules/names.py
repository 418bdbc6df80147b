"""Names and noun phrases of those who speak: in front of a verb, or behind it."""

from dataclasses import dataclass

from claimrecon.extraction.rules.links import word_of_harm
from claimrecon.extraction.text.lexicon import Form, Lexicon
from claimrecon.extraction.text.sentence import Sentence

_LONGEST = 14
_ASIDE = 16
_LONGEST_NAME = 5
_INNER = frozenset({"of", "from", "in", "for", "at"})
_ARTICLES = frozenset({"the", "a", "an"})
_INITIAL = 2
_JOINTS = frozenset({"and", "or", "but", ",", ":", "-", "s", "'"})
_UNFINISHED = frozenset({"and", "or", "its", "their", "his", "her", "our"})
_PAUSES = frozenset({",", '"', "“", "”", "-", "–", "—", ")", "'", "’"})


@dataclass(frozen=True, slots=True)
class Name:
    """A noun phrase: indices of its first word, articles left out, and of the word behind it.

    Attributes
    ----------
    opening
        Index of its first word, articles included.
    is_pronoun
        Whether it only points at somebody named before.
    """

    first: int
    behind: int
    opening: int
    is_pronoun: bool = False


def name_before(sentence: Sentence, verb: int, lexicon: Lexicon) -> Name | None:
    """Return the subject that ends before a verb, or ``None``."""
    end = verb
    while end and lexicon.has("speech.adverbs", sentence.low(end - 1)):
        end -= 1
    if end and sentence.low(end - 1) in {",", ")"}:
        opened = _aside(sentence, end - 1)
        if opened is None:
            return None
        if _is_apposition(sentence, opened, end - 1):
            return Name(opened + 1, end - 1, opened + 1)
        end = opened
    return _checked(sentence, _walked_back(sentence, end, lexicon), end, lexicon)


def name_behind(sentence: Sentence, place: int, lexicon: Lexicon) -> Name | None:
    """Return the noun phrase that begins at a word, or ``None``."""
    behind = place
    while behind < min(place + _LONGEST, len(sentence.words)):
        if not _goes_on(sentence, behind, place, lexicon):
            break
        behind += 1
    while behind > place and sentence.low(behind - 1) in {"and", "of", "from", "for", "-", "."}:
        behind -= 1
    return _checked(sentence, place, behind, lexicon) if behind > place else None


def is_pause(low: str) -> bool:
    """Whether a sign may part what is said from who says it."""
    return low in _PAUSES


def _aside(sentence: Sentence, closing: int) -> int | None:
    """Return the index of the comma that opens ", speaking on condition of anonymity,"."""
    opening = "(" if sentence.low(closing) == ")" else ","
    for at in range(closing - 1, max(closing - _ASIDE, -1), -1):
        if sentence.low(at) == opening:
            return at
        if sentence.count_at(at) is not None:
            return None
    return None


def _is_apposition(sentence: Sentence, opened: int, closing: int) -> bool:
    """Whether an aside names whom a title stands for: "Ukraine's president, Oleh Dmyt, said"."""
    inside = sentence.words[opened + 1 : closing]
    title = sentence.words[opened - 1] if opened else None
    named = 1 < len(inside) <= _LONGEST_NAME and all(
        word.is_capital or word.low == "." for word in inside
    )
    return named and title is not None and not title.is_capital


def _walked_back(sentence: Sentence, end: int, lexicon: Lexicon) -> int:
    first = end
    while first > max(end - _LONGEST, 0):
        at = first - 1
        low = sentence.low(at)
        if low in _ARTICLES or lexicon.has("grammar.determiners", low):
            first = at
            if sentence.low(at - 1) in _INNER and at - 1 > 0:
                first = at - 1
                continue
            break
        if low == "and" and at and not _ends_clause(sentence, at, lexicon):
            first = at
            continue
        if low in _INNER and at and at not in sentence.dated:
            first = at
            continue
        if _stops(sentence, at, lexicon):
            break
        first = at
    return first


def _stops(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    word = sentence.words[at]
    if at in sentence.dated or sentence.is_counted(at):
        return True
    if not word.written[0].isalnum():
        return not _is_inner_sign(sentence, at)
    return (
        lexicon.has("grammar.prepositions", word.low)
        or lexicon.has("grammar.conjunctions", word.low)
        or lexicon.has("grammar.auxiliaries", word.low)
        or (lexicon.has("speech.verbs", word.low) and word.low not in {"report", "count"})
        or word_of_harm(sentence, at, lexicon, (Form.PARTICIPLE, Form.OWN, Form.ACTIVE)) is not None
        or word.low in {"meanwhile", "yesterday", "today"}
    )


def _is_inner_sign(sentence: Sentence, at: int) -> bool:
    """Whether a hyphen or a full stop is part of a name ("U.S.", "al-Masri")."""
    word = sentence.words[at]
    if word.low in {"-", "&", "'", "’"}:
        return at > 0 and sentence.words[at - 1].end == word.start
    before = sentence.words[at - 1] if at else word
    return word.low == "." and len(before.low) <= _INITIAL + 1 and before.is_capital


def _ends_clause(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether "and" begins a clause, and does not join two names."""
    before = sentence.words[at - 1]
    if not before.written[0].isalnum() or at - 1 in sentence.dated:
        return True
    return _stops(sentence, at - 1, lexicon) or not (
        before.is_capital or sentence.words[at + 1].low in _ARTICLES or before.low.endswith("s")
    )


def _goes_on(sentence: Sentence, at: int, first: int, lexicon: Lexicon) -> bool:
    word = sentence.words[at]
    if at in sentence.dated or (sentence.is_counted(at) and at > first):
        return False
    if not word.written[0].isalnum():
        return at > first and _is_inner_sign(sentence, at)
    if word.low == "and":
        following = sentence.words[at + 1] if at + 1 < len(sentence.words) else word
        return following.is_capital or following.low in {"the", "other", "local"}
    if at > first and lexicon.has("speech.stops", word.low):
        return word.low == "in" and sentence.words[at - 1].low in {"officials", "authorities"}
    return not (
        at > first
        and (
            lexicon.has("speech.verbs", word.low)
            and word.low not in {"report", "count", "estimate", "estimates"}
        )
    )


def _checked(sentence: Sentence, opening: int, behind: int, lexicon: Lexicon) -> Name | None:
    """Trim a noun phrase, and drop what can be nobody who speaks."""
    opened = _trimmed(sentence, opening, behind, lexicon)
    first = opened
    while first < behind and sentence.low(first) in _ARTICLES:
        # The article of a title belongs to it: "told The New York Times".
        if sentence.words[first].is_capital and first and first + 1 < behind:
            break
        first += 1
    words = [sentence.low(at) for at in range(first, behind)]
    if not words or words[-1] in _UNFINISHED:
        return None
    if len(words) == 1 and lexicon.has("speech.pronouns", words[0]):
        return Name(first, behind, opened, is_pronoun=True)
    is_nobody = " ".join(words) in lexicon.groups["speech.nobody"]
    is_sign = len(words) == 1 and not words[0][0].isalpha()
    if is_nobody or is_sign or lexicon.has("speech.pronouns", words[0]):
        return None
    return Name(first, behind, opened)


def _trimmed(sentence: Sentence, first: int, behind: int, lexicon: Lexicon) -> int:
    """Return where a noun phrase begins behind "In Korun", "and" or "Meanwhile,"."""
    if first < behind and sentence.low(first) in _INNER:
        first += 1
        while first < behind and sentence.words[first].is_capital:
            first += 1
    while first < behind and sentence.low(first) in _JOINTS:
        first += 1
    if first < behind and lexicon.has("grammar.conjunctions", sentence.low(first)):
        first += 1
    return first + (first < behind - 1 and _is_adverb(sentence.low(first)))


def _is_adverb(low: str) -> bool:
    return low.endswith("ly") and low not in {"italy", "family", "assembly", "weekly", "daily"}
