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

Shapes = tuple[str, tuple[str, ...]]


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


class Spellings:
    """Known names, kept by what no slip changes: long lists of names stay affordable.

    Parameters
    ----------
    names
        In the order in which they are preferred.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._ranks: dict[str, int] = {}
        self._alike: dict[str | tuple[str, ...], list[str]] = {}
        for name in names:
            self._keep(name, _shapes(name))

    def _keep(self, name: str, shapes: Shapes) -> None:
        self._ranks.setdefault(name, len(self._ranks))
        for shape in shapes:
            self._alike.setdefault(shape, []).append(name)

    def _near(self, name: str, shapes: Shapes) -> list[str]:
        # Only names of one shape can be near.
        alike = dict.fromkeys(other for shape in shapes for other in self._alike.get(shape, ()))
        return [other for other in alike if near(other, name)]

    def added(self, name: str) -> list[str]:
        """Take in *name*, and return the names taken in before that are near it."""
        shapes = _shapes(name)
        found = self._near(name, shapes)
        self._keep(name, shapes)
        return found

    def nearest(self, name: str) -> str | None:
        """Return the first name that is near *name*, or ``None``."""
        if not self._ranks:
            return None
        return min(self._near(name, _shapes(name)), key=self._ranks.__getitem__, default=None)

    def spelt(self, words: str) -> str | None:
        """Return the first name that *words* are, in any case and spelling, or ``None``.

        Examples
        --------
        >>> (
        ...     Spellings(["Kursk Oblast", "Russia"]).spelt("the russia"),
        ...     Spellings(["Nis"]).spelt("NIS"),
        ... )
        (None, 'Nis')
        """
        bare = folded(words)
        return next(iter(self._alike.get(bare, ())), None) if bare else None


def near_pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield every two of *names* that are near one another, in the order of the second."""
    met = Spellings()
    for name in names:
        yield from ((other, name) for other in met.added(name))


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


def _shapes(name: str) -> Shapes:
    """Return its letters, and what no slip changes: names that are near share one of the two.

    No slip changes a first letter, or a word with digits.
    """
    words = _words(name)
    kept = tuple(word if any(map(str.isdigit, word)) else word[0] for word in words)
    return "".join(words), kept


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
