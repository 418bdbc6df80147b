"""The answer of a model, checked for its form alone."""

import json
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from claimrecon.extraction.draft import Stance
from claimrecon.extraction.refusals import UnusableAnswerError
from claimrecon.vocabulary import MEASURES

_MOST_BYTES = 5_000_000
_MOST_CLAIMS = 2_000
_SHOWN = 60
_TEXTS = ("quote", "figure", "measure", "stance")
_MAYBES = ("population", "place", "date")
_NUMBERS = ("low", "high", "best")


@dataclass(frozen=True, slots=True)
class Answer:
    """One claim of an answer; nothing in it is believed yet."""

    quote: str
    figure: str
    low: Fraction | None
    high: Fraction | None
    best: Fraction | None
    measure: str
    population: str | None
    place: str | None
    date: str | None
    speakers: tuple[str, ...]
    stance: Stance


def parsed(answer: str) -> Any:
    """Return the JSON value of an answer; numbers stay exact.

    Raises
    ------
    UnusableAnswerError
        If it is no JSON, or too large.
    """
    if len(answer) > _MOST_BYTES:
        raise UnusableAnswerError(
            f"it has {len(answer)} characters, at most {_MOST_BYTES} are read"
        )
    try:
        return json.loads(
            _unfenced(answer), parse_float=Fraction, parse_int=_whole, parse_constant=_refuse
        )
    except (ValueError, RecursionError, ZeroDivisionError) as error:
        raise UnusableAnswerError(f"it is no JSON ({str(error)[:_SHOWN]})") from error


def claims_in(value: Any) -> list[Any]:
    """Return the claims of an answer, each still to be checked.

    Raises
    ------
    UnusableAnswerError
        If it holds no list of claims.
    """
    found = value.get("claims") if isinstance(value, dict) else value
    if not isinstance(found, list):
        raise UnusableAnswerError("it has no list named claims")
    if len(found) > _MOST_CLAIMS:
        raise UnusableAnswerError(f"it has {len(found)} claims, at most {_MOST_CLAIMS} are read")
    return found


def answer_of(value: Any) -> Answer:
    """Check one claim of an answer against the schema.

    Raises
    ------
    ValueError
        If it does not fit, with the reason as a clause.
    """
    if not isinstance(value, dict):
        raise ValueError("it is no mapping")
    for key in _TEXTS:
        if not isinstance(value.get(key), str) or not value[key].strip():
            raise ValueError(f"{key} is no text")
    for key in _MAYBES:
        if not isinstance(value.get(key), str | None):
            raise ValueError(f"{key} is neither text nor null")
    speakers = value.get("speakers", [])
    if not isinstance(speakers, list) or not all(isinstance(name, str) for name in speakers):
        raise ValueError("speakers is no list of names")
    if value["measure"] not in MEASURES:
        raise ValueError(f"{value['measure'][:_SHOWN]!r} is no measure")
    if value["stance"] not in set(Stance):
        raise ValueError(f"{value['stance'][:_SHOWN]!r} is no stance")
    low, high, best = (_number(key, value.get(key)) for key in _NUMBERS)
    return Answer(
        quote=value["quote"],
        figure=value["figure"],
        low=low,
        high=high,
        best=best,
        measure=value["measure"],
        population=value.get("population"),
        place=value.get("place"),
        date=value.get("date"),
        speakers=tuple(name for name in speakers if name.strip()),
        stance=Stance(value["stance"]),
    )


def _number(key: str, value: object) -> Fraction | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float | Fraction):
        raise ValueError(f"{key} is neither a number nor null")
    return Fraction(value)


def _whole(digits: str) -> int:
    if len(digits) > _SHOWN:
        raise ValueError("it has a number of too many digits")
    return int(digits)


def _refuse(name: str) -> object:
    raise ValueError(f"{name} is no number")


def _unfenced(answer: str) -> str:
    """Take the JSON out of a Markdown block, where a model put it there."""
    bare = answer.strip()
    if bare.startswith("```") and bare.endswith("```"):
        _, _, bare = bare.partition("\n")
        bare = bare.removesuffix("```")
    return bare
