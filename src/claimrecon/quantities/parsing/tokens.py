"""Cut a text into words, numbers and signs with their offsets; the text is never rewritten."""

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from claimrecon.quantities.refusals import UnreadableCountError

LARGEST = 10**12
"""No count of persons is larger; longer runs of digits are something else."""

_TOKEN = re.compile(
    r"""(?P<number>\d+(?:[,.'’\u00a0\u2007\u2009\u202f ]\d+)*)
      | (?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)
      | (?P<sign>[^\s])""",
    re.VERBOSE,
)
_SPACE = "[\u00a0\u2007\u2009\u202f ]"
_RUNNING = re.compile(
    rf"""(?P<number>(?<!\d)\d{{1,3}}(?:{_SPACE}\d{{3}}(?!\d))+(?![,.'’]\d)
                  | \d+(?:[,.'’]\d+)*)
      | (?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)
      | (?P<sign>[^\s])""",
    re.VERBOSE,
)
_GROUPED = re.compile(r"\d{1,3}(?P<mark>[,.'’\u00a0\u2007\u2009\u202f ])\d{3}(?:(?P=mark)\d{3})*")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_DECIMAL = re.compile(r"(?P<whole>\d+|\d{1,3}(?:,\d{3})+)\.(?P<places>\d+)")
_COMMA = re.compile(r"\d{1,3},\d{1,2}")
_LONGEST_TEXT = 400
_LONGEST_NUMBER = 24


@dataclass(frozen=True, slots=True)
class Digits:
    """A number in digits.

    Attributes
    ----------
    value, step
        The number, and what one in its last written digit is worth.
    decimal
        How it reads with its one point or comma as a decimal mark ("4.500", "1,5"); ``None`` where
        there is no such reading, or no other.
    grouped
        Whether ``value`` itself is sure; "1,5" has only the decimal reading.
    """

    value: Fraction
    step: Fraction
    decimal: "Digits | None" = None
    grouped: bool = True


@dataclass(frozen=True, slots=True)
class Token:
    """A word (lower case), a number or a sign.

    Attributes
    ----------
    text
        In lower case, with a straight apostrophe.
    start, end
        Offsets in the text.
    glued
        Whether it follows the one before without a space.
    digits
        The number, for a number in digits that can be read.
    flaw
        Why a number in digits cannot be read.
    """

    text: str
    start: int
    end: int
    glued: bool
    digits: Digits | None = None
    flaw: str | None = None


def tokens_of(text: str) -> tuple[Token, ...]:
    """Cut a text into tokens.

    Raises
    ------
    UnreadableCountError
        If the text is too long or has invisible characters.
    """
    if len(text) > _LONGEST_TEXT:
        reason = f"it has {len(text)} characters, and a figure needs at most {_LONGEST_TEXT}"
        raise UnreadableCountError(text, reason)
    if not text.isprintable():
        _refuse_invisible(text)
    return _cut(text, _TOKEN)


def tokens_in(text: str) -> tuple[Token, ...]:
    """Cut a running text of any length into tokens; what is invisible is a sign like any other.

    Digits belong together across a space only where they can be thousands: "12 500 soldiers" has
    one number, "in 2022 300 soldiers" two.
    """
    return _cut(text, _RUNNING)


def _cut(text: str, pattern: re.Pattern[str]) -> tuple[Token, ...]:
    found: list[Token] = []
    end = -1
    for match in pattern.finditer(text):
        start, word = match.start(), match.group().lower().replace("’", "'")
        number = _number(match.group()) if match.lastgroup == "number" else None
        found.append(
            Token(
                word,
                start,
                match.end(),
                glued=start == end,
                digits=number if isinstance(number, Digits) else None,
                flaw=number if isinstance(number, str) else None,
            )
        )
        end = match.end()
    return tuple(found)


def _refuse_invisible(text: str) -> None:
    for character in text:
        if (
            unicodedata.category(character) in {"Cc", "Cf", "Co", "Cs"}
            and character not in "\t\n\r"
        ):
            reason = f"it has the invisible character U+{ord(character):04X}"
            raise UnreadableCountError(text, reason)


def _number(written: str) -> Digits | str:  # noqa: PLR0911  (one for each form)
    """Understand a run of digits with its marks, or say why it is no number of persons."""
    plain = written if written.isascii() else _latin(written)
    if plain is None:
        return f"{written!r} mixes digits of different scripts"
    if len(plain) > _LONGEST_NUMBER:
        return "a run of digits is too long for a count of persons"
    decimal = _decimal(plain) if _DECIMAL.fullmatch(plain) else None
    if plain.isdigit() or _GROUPED.fullmatch(plain) or _INDIAN.fullmatch(plain):
        if plain[0] != "0" or len(plain) == 1:
            value = Fraction("".join(filter(str.isdigit, plain)))
            if value > LARGEST:
                return f"{written!r} is more than 10^12 persons"
            return Digits(value, Fraction(1), decimal)
        if decimal is None:
            return f"{written!r} starts with a zero, as no count does"
    if decimal is not None:
        return decimal
    if _COMMA.fullmatch(plain):
        number = _decimal(plain.replace(",", "."))
        return Digits(number.value, number.step, number, grouped=False)
    return f"{written!r} is not one number with marks for thousands"


def _decimal(plain: str) -> Digits:
    whole, _, places = plain.partition(".")
    step = Fraction(1, 10 ** len(places))
    return Digits(Fraction(f"{whole.replace(',', '')}.{places}"), step)


def _latin(written: str) -> str | None:
    """Write the digits of another script as 0 to 9; ``None`` for a mix of scripts, a trap."""
    scripts = {ord(mark) - int(mark) for mark in written if mark.isdecimal()}
    if len(scripts) > 1:
        return None
    return "".join(str(int(mark)) if mark.isdecimal() else mark for mark in written)
