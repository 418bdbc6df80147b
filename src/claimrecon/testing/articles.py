"""Short articles with known claims, for tools that read text."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from hypothesis import strategies as st

from claimrecon.testing.names import OUTLETS, PLACES, SPEAKERS
from claimrecon.testing.phrases import Phrase, phrases

_FROM: Final = date(2025, 1, 10)
_TO: Final = date(2025, 12, 10)
_MEASURES: Final = ("killed", "wounded")
_SENTENCES: Final = (
    "{speaker} said on {day} that {words} people had been {measure} in {place}.",
    "In {place}, {words} people were {measure}, {speaker} said on {day}.",
    "According to {speaker}, {words} people were {measure} in {place} as of {day}.",
)
_FILLERS: Final = (
    "Roads into the area were still closed.",
    "The search went on through the night.",
    "Schools stay shut until further notice.",
)


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """One figure of an article, as a reader must find it.

    Attributes
    ----------
    speaker, measure, place
        Who said it, of what, where.
    phrase
        The words with the intervals they must read to.
    day
        The day that the sentence names.
    sentence
        Where it stands, to the letter.
    """

    speaker: str
    measure: str
    place: str
    phrase: Phrase
    day: date
    sentence: str


@dataclass(frozen=True, slots=True)
class Article:
    """A text, and what it claims.

    Attributes
    ----------
    text
        Sentences with figures, and some without.
    outlet, published
        Where and when it was published: on or after every day it names.
    claims
        Every figure in it, in the order of the text.
    """

    text: str
    outlet: str
    published: date
    claims: tuple[ToldClaim, ...]


@st.composite
def articles(draw: st.DrawFn, *, most: int = 3) -> Article:
    """Draw articles of up to *most* claims in plain English, with sentences that claim nothing.

    Examples
    --------
    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(articles())
    ... def test_the_words_stand_in_the_text(article):
    ...     assert all(claim.phrase.text in article.text for claim in article.claims)
    >>> test_the_words_stand_in_the_text()
    """
    sentences: list[str] = []
    claims: list[ToldClaim] = []
    for _ in range(draw(st.integers(1, most))):
        claim = draw(_told())
        claims.append(claim)
        sentences.append(claim.sentence)
        if draw(st.booleans()):
            sentences.append(draw(st.sampled_from(_FILLERS)))
    published = max(claim.day for claim in claims) + timedelta(days=draw(st.integers(0, 2)))
    return Article(" ".join(sentences), draw(st.sampled_from(OUTLETS)), published, tuple(claims))


@st.composite
def _told(draw: st.DrawFn) -> ToldClaim:
    speaker = draw(st.sampled_from(tuple(SPEAKERS)))
    measure, place = draw(st.sampled_from(_MEASURES)), draw(st.sampled_from(PLACES))
    phrase, day = draw(phrases(true_of=draw(st.integers(1, 5_000)))), draw(st.dates(_FROM, _TO))
    sentence = draw(st.sampled_from(_SENTENCES)).format(
        speaker=speaker,
        words=phrase.text,
        measure=measure,
        place=place,
        day=f"{day.day} {day:%B} {day.year}",
    )
    return ToldClaim(speaker, measure, place, phrase, day, sentence)
