"""Who says a stretch of a sentence, and who passed it on."""

from dataclasses import dataclass

from claimrecon.extraction.rules.names import Name, name_behind
from claimrecon.extraction.text.lexicon import Lexicon
from claimrecon.extraction.text.sentence import Sentence

_CAPITAL_ROLES = frozenset({"reporters", "journalists", "parliament", "lawmakers", "interrogators"})


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


def relays_at(sentence: Sentence, place: int, lexicon: Lexicon) -> tuple[Name, ...]:
    """Read "seen by Reuters" behind a name."""
    while sentence.low(place) in {",", "and"}:
        place += 1
    found = lexicon.tables["speech.relayed"].at(sentence.words, place)
    if found is None:
        return ()
    name = name_behind(sentence, found[1], lexicon)
    return (name,) if name is not None and is_outlet(sentence, name) else ()


def is_outlet(sentence: Sentence, name: Name) -> bool:
    """Whether those who were told something can pass it on: they have a name."""
    if name.is_pronoun or sentence.low(name.behind - 1) in _CAPITAL_ROLES:
        return False
    return any(sentence.words[at].is_capital for at in range(name.first, name.behind))
