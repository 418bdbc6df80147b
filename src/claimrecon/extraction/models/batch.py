"""Answers of a batch that ran elsewhere: a file of JSON lines, grounded in the texts."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from claimrecon.extraction.draft import Draft, Tier
from claimrecon.extraction.drafts import Drafts
from claimrecon.extraction.models.answers import claims_in, parsed
from claimrecon.extraction.models.sorting import sorted_answers
from claimrecon.extraction.refusals import UnusableAnswerError

_KEYS = ("text", "id", "custom_id")


@dataclass(frozen=True, slots=True)
class Refused:
    """Something in the file that nothing can be made of.

    Attributes
    ----------
    line
        Its line, counted from 1.
    text
        The id of the text it is about, where the line gives one.
    place
        Its place among the claims of the line, counted from 0; ``None`` for the whole line.
    reason
        Why, as a clause.
    """

    line: int
    text: str | None
    place: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of the answers of a batch.

    Attributes
    ----------
    accepted
        By the id of a text: drafts that text, grammar and rules bear out.
    review
        By the id of a text: drafts that a person should look at; their doubts say why.
    refused
        What the text does not say, with the reason, in the order of the file.
    """

    accepted: Mapping[str, Drafts]
    review: Mapping[str, Drafts]
    refused: tuple[Refused, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many are accepted, for review, and refused."""
        return {
            "accepted": sum(map(len, self.accepted.values())),
            "review": sum(map(len, self.review.values())),
            "refused": len(self.refused),
        }

    def __str__(self) -> str:
        """Print the counts."""
        return ", ".join(f"{number} {name}" for name, number in self.counts.items())


def drafts_from_jsonl(
    path: str | Path,
    *,
    texts: Mapping[str, str],
    published: Mapping[str, dt.date] | None = None,
    outlets: Mapping[str, str] | None = None,
) -> Batch:
    """Ground the answers of a model in their texts, and sort them.

    Each line is a mapping with the id of its text (``text``, ``id`` or ``custom_id``) and the
    answer by the schema of ``claimrecon schema draft``: its ``claims``, or the whole answer as text
    under ``answer``.

    Parameters
    ----------
    path
        The file, UTF-8.
    texts
        The texts by id, letter by letter as the model was given them.
    published, outlets
        Of each text the day of publication and who published it, where they are known.

    Raises
    ------
    OSError
        If the file cannot be read. What stands in it raises nothing: it is refused with a reason.
    """
    drafts: dict[str, list[Draft]] = {}
    refused: list[Refused] = []
    days = published or {}
    with Path(path).open(encoding="utf-8", errors="replace") as file:
        for number, line in _lines(file):
            name: str | None = None
            try:
                value = parsed(line)
                name = _name(value, texts)
                claims = claims_in(_answer(value))
            except UnusableAnswerError as error:
                refused.append(Refused(number, name, None, error.reason))
                continue
            if name in drafts:
                refused.append(Refused(number, name, None, "another line is about the same text"))
                continue
            done = sorted_answers(claims, texts[name], days.get(name))
            drafts[name] = list(done.drafts)
            refused += [Refused(number, name, place, reason) for place, reason in done.reasons]
    return Batch(
        _of_tier(Tier.SURE, drafts, texts, days, outlets or {}),
        _of_tier(Tier.ALL, drafts, texts, days, outlets or {}),
        tuple(refused),
    )


def _lines(file: TextIO) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(file, start=1):
        if line.strip():
            yield number, line


def _name(value: Any, texts: Mapping[str, str]) -> str:
    found = [value[key] for key in _KEYS if key in value] if isinstance(value, dict) else []
    names = [name for name in found if isinstance(name, str)]
    if not names:
        raise UnusableAnswerError("it does not say which text it is about")
    known = [name for name in names if name in texts]
    if not known:
        raise UnusableAnswerError(f"there is no text {names[0][:80]!r}")
    return known[0]


def _answer(value: Any) -> Any:
    answer = value.get("answer", value)
    return parsed(answer) if isinstance(answer, str) else answer


def _of_tier(
    tier: Tier,
    drafts: Mapping[str, list[Draft]],
    texts: Mapping[str, str],
    published: Mapping[str, dt.date],
    outlets: Mapping[str, str],
) -> dict[str, Drafts]:
    return {
        name: Drafts(
            texts[name],
            tuple(draft for draft in found if draft.tier is tier),
            (),
            published.get(name),
            outlets.get(name),
        )
        for name, found in drafts.items()
        if any(draft.tier is tier for draft in found)
    }
