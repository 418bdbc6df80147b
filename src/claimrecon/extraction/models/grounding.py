"""From the answers of a model to drafts: nothing is taken that the text does not say.

Quotes must stand in the text letter by letter, offsets are computed here, our grammar reads each
figure again, and our rules read the sentence again: where they disagree, a person looks at it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from claimrecon.extraction.draft import Draft, DraftDate, Mark, Stance, Tier, mark
from claimrecon.extraction.models.answers import Answer
from claimrecon.periods import find_dates
from claimrecon.quantities import Comparator, CountPhrase, find_counts
from claimrecon.vocabulary import Evidence

_SHOWN = 60
_LONGEST_QUOTE = 2_000
_AROUND = 300
"""Characters of the text around a quote in which names are looked for first."""


_INSTRUCTIONS = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b.{0,80}\b(?:instructions?|prompts?|rules|above)\b"
    r"|\b(?:system prompt|language model|as an ai|you are an? (?:ai|assistant))\b",
    re.IGNORECASE | re.DOTALL,
)
"""What is said to a machine, and is no news."""


class UngroundedError(ValueError):
    """An answer that the text does not bear out; the message is the reason, as a clause."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text with what our own grammar and rules read in it.

    Attributes
    ----------
    drafts
        What the rules read, of both tiers.
    """

    text: str
    published: date | None
    drafts: tuple[Draft, ...]


def grounded(answer: Answer, article: Article, taken: Sequence[Draft]) -> Draft:
    """Turn an answer into a draft; doubts say where rules and model disagree.

    Parameters
    ----------
    taken
        Drafts made before, whose figures are not read a second time.

    Raises
    ------
    UngroundedError
        If the quote does not stand in the text, or holds no such figure.
    """
    quote = _quote(answer, article.text)
    phrase, figure = _figure(answer, quote, article.text, taken)
    ours = next((draft for draft in article.drafts if _overlap(draft.figure, figure)), None)
    doubts = [*_numbers(answer, phrase), *_against_rules(answer, ours)]
    if _INSTRUCTIONS.search(quote.words):
        doubts.append("its sentence gives instructions to a reader")
    population, gone = _named("population", answer.population, article.text, quote)
    place, lost = _named("place", answer.place, article.text, quote)
    speakers = [_named("speaker", name, article.text, quote) for name in answer.speakers]
    doubts += [*gone, *lost, *(doubt for _, unfound in speakers for doubt in unfound)]
    when, undated = _date(answer, article, quote)
    doubts += undated
    # A stance is never made firmer by a model: what our rules take for denied stays so.
    stance = answer.stance
    if ours is not None and stance is Stance.ASSERTED:
        stance = ours.stance
    return Draft(
        id="",
        figure=figure,
        phrase=phrase,
        measure=(answer.measure,),
        rule="model",
        quote=quote,
        tier=Tier.ALL if doubts else Tier.SURE,
        stance=stance,
        population=population,
        place=place,
        date=when,
        speakers=tuple(name for name, _ in speakers if name is not None),
        evidence=Evidence.ASSERTION if ours is None else ours.evidence,
        doubts=tuple(dict.fromkeys(doubts)),
    )


def numbered(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Give ids in the order of the text."""
    ordered = sorted(drafts, key=lambda draft: (draft.start, draft.end))
    return tuple(replace(draft, id=f"d{n}") for n, draft in enumerate(ordered, start=1))


def _quote(answer: Answer, text: str) -> Mark:
    if len(answer.quote) > _LONGEST_QUOTE:
        raise UngroundedError(f"its quote has {len(answer.quote)} characters")
    start = text.find(answer.quote)
    if start < 0:
        raise UngroundedError(f"its quote {_short(answer.quote)} does not stand in the text")
    return mark(text, start, start + len(answer.quote))


def _figure(
    answer: Answer, quote: Mark, text: str, taken: Sequence[Draft]
) -> tuple[CountPhrase, Mark]:
    """Find the figure in the text, and read it with our grammar."""
    if answer.figure not in quote.words:
        raise UngroundedError(f"its figure {_short(answer.figure)} does not stand in its quote")
    whens = find_dates(quote.words, None)
    phrases = find_counts(quote.words, masks=[(when.start, when.end) for when in whens])
    start = quote.words.find(answer.figure)
    used = {(draft.start, draft.end) for draft in taken}
    while start >= 0:
        end = start + len(answer.figure)
        for phrase in phrases:
            place = (quote.start + phrase.start, quote.start + phrase.end)
            if phrase.start < end and start < phrase.end and place not in used:
                return phrase, mark(text, *place)
        start = quote.words.find(answer.figure, start + 1)
    if any(phrase.comparator is not Comparator.NONE for phrase in phrases):
        raise UngroundedError(f"its figure {_short(answer.figure)} is no count, or was read before")
    raise UngroundedError(f"its quote {_short(answer.quote)} holds no count of persons")


def _numbers(answer: Answer, phrase: CountPhrase) -> list[str]:
    """Say where the numbers of a model are not those of the words."""
    if phrase.comparator is Comparator.VAGUE:
        return []
    said = {answer.low, answer.high, answer.best} - {None}
    read = {phrase.low, phrase.high, phrase.best} - {None}
    if not said:
        return []
    names = (
        (name, given, found)
        for name, given, found in (
            ("low", answer.low, phrase.low),
            ("high", answer.high, phrase.high),
            ("best", answer.best, phrase.best),
        )
        if given != found
    )
    wrong = [f"{name} {_shown(given)} for {_shown(found)}" for name, given, found in names]
    # An end told twice is no disagreement: some give a best to every figure.
    if not wrong or (said == read and phrase.comparator is Comparator.EQ):
        return []
    return [f"the model's numbers are not those of the words ({', '.join(wrong)})"]


def _against_rules(answer: Answer, ours: Draft | None) -> list[str]:
    if ours is None:
        return ["no rule links this figure to a measure"]
    doubts = []
    if ours.measure != (answer.measure,):
        read = " + ".join(ours.measure)
        doubts.append(f"the rules read {read}, and the model {answer.measure}")
    if ours.stance is not answer.stance:
        doubts.append(f"the rules read it as {ours.stance}, and the model as {answer.stance}")
    return doubts


def _named(what: str, name: str | None, text: str, quote: Mark) -> tuple[Mark | None, list[str]]:
    """Find a name in the text, nearest to the quote; one that is not there is dropped."""
    if name is None or not name.strip():
        return None, []
    for start, end in (
        (quote.start, quote.end),
        (max(quote.start - _AROUND, 0), min(quote.end + _AROUND, len(text))),
        (0, len(text)),
    ):
        at = text.find(name, start, end)
        if at >= 0:
            return mark(text, at, at + len(name)), []
    return None, [f"the {what} {_short(name)} does not stand in the text and was dropped"]


def _date(answer: Answer, article: Article, quote: Mark) -> tuple[DraftDate | None, list[str]]:
    found, doubts = _named("date", answer.date, article.text, quote)
    if found is None:
        return None, doubts
    whens = find_dates(found.words, article.published)
    if len(whens) != 1 or not whens[0].is_resolved:
        return None, [f"the date {_short(found.words)} is not read and was dropped"]
    when = whens[0]
    return DraftDate(found, when.first, when.last, when.kind), []


def _overlap(one: Mark, other: Mark) -> bool:
    return one.start < other.end and other.start < one.end


def _short(words: str) -> str:
    return repr(words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…")


def _shown(number: object) -> str:
    return "none" if number is None else str(number)
