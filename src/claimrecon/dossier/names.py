"""Names that nearly equal one another: slips of the pen, not different places.

Two names are *near* when they differ by case, spaces, accents or punctuation only, or word by word
by one slip (a letter lost, doubled, changed or two swapped). A first letter, a digit and a short
word are never taken for slips, so that Northern and Southern, NBC and BBC, Week 1 and Week 2 stay
what they are.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

_SHORT = 4
"""Words up to this length are near only when two of their letters are swapped."""
_WORD = re.compile(r"[^\W_]+")


def folded(name: str) -> str:
    """Return *name* without case, accents, spaces and punctuation.

    Examples
    --------
    >>> folded("N.I.S.") == folded("nis")
    True
    """
    return "".join(_words(name))


def near(one: str, other: str) -> bool:
    """Whether two different names look like one name written in two ways.

    Examples
    --------
    >>> near("Kursk oblast", "Kursk Oblast"), near("nsi", "nis"), near("Civilian", "Civilians")
    (True, True, True)
    >>> near("Syria", "Syria, government areas"), near("BBC", "NBC"), near("Gambia", "Zambia")
    (False, False, False)
    """
    if one == other:
        return False
    left, right = _words(one), _words(other)
    if "".join(left) == "".join(right):
        return bool(left)
    if len(left) != len(right):
        return False
    return all(a == b or _slip(a, b) for a, b in zip(left, right, strict=True))


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the first of *known* that is near *name*, or ``None``."""
    return next((candidate for candidate in known if near(name, candidate)), None)


def near_pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield every two of *names* that are near one another, in the order of the second."""
    met: dict[object, list[str]] = {}
    for name in names:
        # Only names of one shape can be near: this keeps long lists of names affordable.
        words = _words(name)
        shapes = ("".join(words), _shape(words))
        alike = dict.fromkeys(other for shape in shapes for other in met.get(shape, ()))
        yield from ((other, name) for other in alike if near(other, name))
        for shape in shapes:
            met.setdefault(shape, []).append(name)


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return `` Did you mean ...?`` for a word of a closed list, or nothing.

    Examples
    --------
    >>> suggestion("kiled", ["killed", "wounded"])
    " Did you mean 'killed'?"
    """
    matches = get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return f" Did you mean {matches[0]!r}?" if matches else ""


def slug(text: str, *, words: int = 4) -> str:
    """Return the first *words* of *text* as a readable id.

    Examples
    --------
    >>> slug("South Korea's NIS")
    'south-korea-s-nis'
    """
    return "-".join(_words(text)[:words])


def _words(name: str) -> list[str]:
    if not name.isascii():
        plain = unicodedata.normalize("NFKD", name)
        name = "".join(char for char in plain if not unicodedata.combining(char))
    return _WORD.findall(name.casefold())


def _shape(words: list[str]) -> tuple[str, ...]:
    """Return what no slip changes: first letters, and words with digits."""
    return tuple(word if any(map(str.isdigit, word)) else word[0] for word in words)


def _slip(one: str, other: str) -> bool:
    """Whether one slip makes one word of the other."""
    if one[0] != other[0] or any(char.isdigit() for char in one + other):
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, others = one[start:], other[start:]
    if rest[:2] == others[1::-1] and len(others) > 1 and rest[2:] == others[2:]:
        return True
    if min(len(one), len(other)) <= _SHORT:
        return False
    return rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]
