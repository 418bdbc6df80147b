"""All claims of one answer, grounded and sorted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from claimrecon.extraction.draft import Draft
from claimrecon.extraction.models.answers import answer_of
from claimrecon.extraction.models.grounding import Article, grounded, numbered
from claimrecon.extraction.rules import RuleExtractor


@dataclass(frozen=True, slots=True)
class Sorted:
    """What became of the claims of one answer.

    Attributes
    ----------
    drafts
        Those that the text bears out, in its order; with doubts where a person should look.
    reasons
        Why each of the others was refused, as a clause, with its place in the answer.
    """

    drafts: tuple[Draft, ...]
    reasons: tuple[tuple[int, str], ...]


def sorted_answers(claims: Sequence[Any], text: str, published: date | None) -> Sorted:
    """Ground the claims of an answer in the text."""
    article = Article(text, published, RuleExtractor().extract(text, published=published))
    drafts: list[Draft] = []
    reasons: list[tuple[int, str]] = []
    for place, value in enumerate(claims):
        try:
            drafts.append(grounded(answer_of(value), article, drafts))
        except ValueError as error:
            reasons.append((place, str(error)))
    return Sorted(numbered(drafts), tuple(reasons))
