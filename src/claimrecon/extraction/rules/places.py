"""Where: a name behind a preposition, nearest to what is said of the number."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimrecon.extraction.rules.links import Link
from claimrecon.extraction.rules.nouns import is_person
from claimrecon.extraction.text.lexicon import Lexicon
from claimrecon.extraction.text.sentence import Sentence

_REACH = 4
_LOOSE = frozenset({"of", "from", "on", "to", "into", "over", "for", "towards", "toward"})
_STRIKES = frozenset(
    (
        *("attack", "strike", "raid", "assault", "airstrike", "attacks", "strikes"),
        *("shelling", "bombing", "bombardment", "offensive", "march", "siege"),
        *("battle", "invasion", "bombings"),
    )
)
_MOVES = frozenset({"arrived", "withdrawn", "displaced"})


@dataclass(frozen=True, slots=True)
class Places:
    """The named places of a sentence, as spans of words.

    Attributes
    ----------
    sure
        Where something is or happens: "in Korun".
    reached
        These, and where somebody comes from or goes to: "to Korun".
    """

    sure: tuple[tuple[int, int], ...]
    reached: tuple[tuple[int, int], ...]


def places_in(sentence: Sentence, lexicon: Lexicon) -> Places:
    """Find the named places of a sentence."""
    return Places(
        tuple(_places(sentence, lexicon, moves=False)),
        tuple(_places(sentence, lexicon, moves=True)),
    )


def place_of(
    sentence: Sentence, link: Link, places: Places, taken: frozenset[int]
) -> tuple[int, int] | None:
    """Return the words of the place that a number is about: first, and behind the last.

    Parameters
    ----------
    taken
        Indices of words that name somebody who speaks.
    """
    clause = sentence.clause[link.count.first]
    found = [
        span
        for span in (places.reached if _MOVES.intersection(link.measures) else places.sure)
        if not taken & frozenset(range(*span)) and sentence.clause[span[0]] == clause
    ]
    said = max(link.count.behind, link.behind)
    after = [span for span in found if span[0] >= said]
    before = [span for span in found if span[1] <= min(link.count.first, max(link.first, 0))]
    within = [span for span in found if span[0] >= link.count.behind]
    if after and not any(said <= other.first < after[0][0] for other in sentence.counts):
        return after[0]
    nearest = within or before[-1:] or after
    return nearest[0] if nearest else None


def _places(sentence: Sentence, lexicon: Lexicon, *, moves: bool) -> Iterator[tuple[int, int]]:
    for at, word in enumerate(sentence.words):
        if not lexicon.has("places.before", word.low):
            continue
        start, kind = _name_start(sentence, at + 1, lexicon)
        if start is None:
            continue
        behind = _name_end(sentence, start, lexicon)
        following = sentence.low(behind)
        sure = lexicon.has("places.sure", word.low) or kind
        sure = sure or lexicon.has("places.kinds", following)
        sure = sure or (word.low == "on" and sentence.low(at - 1) in _STRIKES)
        sure = sure or (moves and word.low in {"to", "into", "from"})
        sure = sure or (word.low in {"of", "over"} and sentence.low(at - 1) in _STRIKES)
        if word.low in _LOOSE and not sure:
            continue
        if is_person(following, lexicon) or not sure or _is_adjective(sentence, behind):
            continue
        yield start, behind


def _name_start(sentence: Sentence, place: int, lexicon: Lexicon) -> tuple[int | None, bool]:
    kind = False
    for at in range(place, min(place + _REACH + 1, len(sentence.words))):
        word = sentence.words[at]
        if at in sentence.dated or sentence.is_counted(at) or not word.written[0].isalpha():
            return None, False
        if word.is_capital:
            named = len(word.low) > 1 and not lexicon.has("places.not_places", word.low)
            return (at, kind) if named else (None, False)
        kind = kind or lexicon.has("places.kinds", word.low)
        if word.low not in {"the", "of"} and not kind and at - place > 1:
            return None, False
    return None, False


def _name_end(sentence: Sentence, place: int, lexicon: Lexicon) -> int:
    behind = place + 1
    while behind < len(sentence.words):
        word = sentence.words[behind]
        following = sentence.words[behind + 1] if behind + 1 < len(sentence.words) else None
        joins = (
            lexicon.has("places.joiners", word.low)
            and word.low != "and"
            and following is not None
            and following.is_capital
        )
        if behind in sentence.dated or lexicon.has("places.not_places", word.low):
            break
        if not word.is_capital and not joins:
            break
        behind += 1
    return behind


def _is_adjective(sentence: Sentence, behind: int) -> bool:
    """Whether the last word only says of what kind a noun is ("in Russian prisons")."""
    last, following = sentence.low(behind - 1), sentence.low(behind)
    return last.endswith(("ian", "ish", "ese", "ean")) and following[:1].isalpha()
