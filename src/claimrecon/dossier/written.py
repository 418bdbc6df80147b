"""The lax step before the strict models: what people write, brought into one form.

Dates, numbers and years may stand with or without quotes, and one thing may stand for a list of
one. What a figure or a date is read from is kept as text, as it was written; only ``low``,
``high``, ``best`` and ``confidence`` are numbers. Nothing is guessed: what has no one meaning is
refused.
"""

import math
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from claimrecon.dossier.names import suggestion

_PLAIN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\d+/[1-9]\d*", re.ASCII)
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Controls (but tab and line ends), line separators, bidirectional overrides, half characters."""
_LONGEST_NUMBER = 40
_SHOWN = 40
_LONGEST_TEXT = 20_000
_TRUE, _FALSE = frozenset({"true", "yes"}), frozenset({"false", "no"})


def refusal(code: str, message: str) -> PydanticCustomError:
    """Return an error whose *code* and *message* survive into the list of problems."""
    return PydanticCustomError(code, "{message}", {"message": message})


def as_text(value: object) -> object:
    """Return scalars as the text a person would have written."""
    if isinstance(value, str):
        return _trimmed(value)
    if isinstance(value, bool):
        raise refusal(
            "CR112",
            f"{str(value).lower()} is a truth value, and text is wanted here. If it is a word or a "
            "name, put it in quotes.",
        )
    if isinstance(value, int):
        _check_size(value)
        return str(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise refusal("CR112", f"{value} is no number. Leave the key out where nobody said.")
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, Decimal | Fraction):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "item") and not isinstance(value, type) and getattr(value, "ndim", None) == 0:
        return as_text(value.item())  # a scalar of an array library
    raise refusal("CR112", f"{kind_of(value)} stands where one word, number or date is wanted.")


def _trimmed(text: str) -> str:
    bare = text.strip()
    if not bare:
        raise refusal("CR112", "nothing is written here. Leave the key out, or write a value.")
    if len(bare) > _LONGEST_TEXT:
        raise refusal(
            "CR112", f"this text has {len(bare):,} characters; {_LONGEST_TEXT:,} is the limit."
        )
    # All of what is refused is unprintable, and most text is not even looked through.
    if not bare.isprintable() and (unseen := _UNSEEN.search(bare)):
        raise refusal(
            "CR129",
            f"this text holds the character U+{ord(unseen[0]):04X}, which nobody can see and which "
            "can make a line appear as another. Take it out.",
        )
    return bare


def _check_size(value: int) -> None:
    if value.bit_length() > 4 * _LONGEST_NUMBER:
        raise refusal("CR427", "a number of this size cannot be a count. Check its digits.")


def as_list(value: object) -> object:
    """Return one thing as a tuple of one, and a list as a tuple."""
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def as_span(value: object) -> object:
    """Return one date, or a list of two, as text."""
    if not isinstance(value, list | tuple):
        return as_text(value)
    if len(value) != 2:  # noqa: PLR2004
        raise refusal(
            "CR112",
            f"a list of {len(value)} stands where one date or a pair [from, to] is wanted.",
        )
    return tuple(as_text(part) for part in value)


def as_number(value: object) -> object:
    """Return a number as an exact fraction, taken from its text."""
    text = as_text(value)
    if not isinstance(text, str) or len(text) > _LONGEST_NUMBER or not _PLAIN.fullmatch(text):
        raise refusal(
            "CR427",
            f"{text!r} is no number in plain digits. Write digits (1200, 1,200, 0.95), or put "
            "words under count.",
        )
    return Fraction(text.replace(",", ""))


def as_truth(value: object) -> object:
    """Return a truth value written as a word."""
    word = value.strip().lower() if isinstance(value, str) else None
    if isinstance(value, bool) or (word not in _TRUE and word not in _FALSE):
        if isinstance(value, bool):
            return value
        raise refusal(
            "CR112", f"{value!r} is neither true nor false. Write true, or leave the key out."
        )
    return word in _TRUE


def as_tree(value: object) -> object:
    """Return a nested mapping of names with its keys as text; ``None`` holds nothing."""
    if value is None:
        return {}
    if isinstance(value, list | tuple):
        return [as_tree(part) for part in value]
    if not isinstance(value, Mapping):
        return value
    return {_name(key): _below(str(key), part) for key, part in value.items()}


def _below(key: str, part: object) -> object:
    return as_truth(part) if key == "complete" else as_tree(part)


def _name(key: object) -> str:
    text = as_text(key)
    return text if isinstance(text, str) else str(text)


def as_named(value: object) -> object:
    """Return a mapping with its keys as text; ``None`` holds nothing."""
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise refusal("CR112", f"{kind_of(value)} stands where a mapping of names is wanted.")
    return {_name(key): part for key, part in value.items()}


def number_text(number: Fraction) -> int | str:
    """Write *number* so that it reads back exactly: an int, or the text of a decimal or fraction.

    Examples
    --------
    >>> number_text(Fraction(300)), number_text(Fraction(19, 20)), number_text(Fraction(1, 3))
    (300, '0.95', '1/3')
    """
    if number.denominator == 1:
        return int(number)
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return str(number)
    places = next(n for n in range(1, 200) if (number * 10**n).denominator == 1)
    digits = str(abs(int(number * 10**places))).rjust(places + 1, "0")
    sign = "-" if number < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def kind_of(value: object) -> str:
    """Say what kind of thing *value* is."""
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, str):
        return f"the text {value!r}" if len(value) <= _SHOWN else "a text"
    return str(value) if isinstance(value, bool | int | float) else f"a {type(value).__name__}"


_SCALAR = {"anyOf": [{"type": "string"}, {"type": "number"}]}
_NUMBER = {"anyOf": [{"type": "number", "minimum": 0}, {"type": "string"}]}


def _one_or_more(item: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [item, {"type": "array", "items": item}]}


Text = Annotated[str, BeforeValidator(as_text), WithJsonSchema(_SCALAR)]
"""One word, name or sentence."""

Texts = Annotated[
    tuple[Annotated[str, BeforeValidator(as_text)], ...],
    BeforeValidator(as_list),
    WithJsonSchema(_one_or_more(_SCALAR)),
]
"""One text, or a list of texts."""

TextList = Annotated[
    tuple[Annotated[str, BeforeValidator(as_text)], ...],
    BeforeValidator(as_list),
    WithJsonSchema({"type": "array", "items": _SCALAR}),
]
"""A list of texts."""

Day = Annotated[
    str,
    BeforeValidator(as_text),
    WithJsonSchema(
        {**_SCALAR, "description": "A date, month or year: 2025-01-09, 9 Jan 2025, 2025-01."}
    ),
]
"""One date of any coarseness."""

Days = Annotated[
    str | tuple[str, str],
    BeforeValidator(as_span),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {"type": "integer"},
                {"type": "array", "items": _SCALAR, "minItems": 2, "maxItems": 2},
            ],
            "description": "A date, month or year, or a pair of them.",
        }
    ),
]
"""One date of any coarseness, or a pair."""

Number = Annotated[
    Fraction,
    BeforeValidator(as_number),
    PlainSerializer(number_text),
    WithJsonSchema(_NUMBER),
]
"""An exact number."""

Truth = Annotated[bool, BeforeValidator(as_truth)]

Tree = Annotated[
    dict[str, Any],
    BeforeValidator(as_tree),
    WithJsonSchema(
        {
            "type": "object",
            "description": "Names within names; `facets` and `complete` are reserved words.",
            "additionalProperties": {"anyOf": [{"type": "object"}, {"type": "null"}]},
        }
    ),
]
"""A tree of names as it was written."""


def member_of(kinds: type[StrEnum], what: str) -> BeforeValidator:
    """Return the lax step for a word of the closed list *kinds*."""

    def as_member(value: object) -> object:
        if isinstance(value, kinds):
            return value
        word = str(as_text(value))
        values = {str(kind): kind for kind in kinds}
        for form in (word, word.lower().replace(" ", "_"), word.upper()):
            if form in values:
                return values[form]
        raise refusal(
            "CR113",
            f"there is no {what} {word!r}.{suggestion(word, values)} Write one of: "
            f"{', '.join(values)}.",
        )

    return BeforeValidator(as_member, json_schema_input_type=kinds)
