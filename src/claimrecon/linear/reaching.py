"""Which variable is no larger than which, through any number of others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from claimrecon.linear.matrix import Flags

_LARGE = 4_000
"""More connected variables than this are not compared each with each."""


class Reach:
    """The order of some variables, carried through.

    Only those that orders connect are compared: each has a part and a place within it.
    """

    def __init__(self, names: Iterable[str], orders: Iterable[tuple[str, str]]) -> None:
        over: dict[str, list[str]] = {name: [] for name in sorted(names)}
        beside: dict[str, list[str]] = {name: [] for name in over}
        for below, above in orders:
            over[below].append(above)
            beside[below].append(above)
            beside[above].append(below)
        self._places: dict[str, tuple[int, int]] = {}
        self.reached: list[Flags] = []
        for name in over:
            if name not in self._places:
                members = [*_last_first(beside, [name])]
                part = len(self.reached)
                self._places |= {member: (part, i) for i, member in enumerate(members)}
                self.reached.append(self._closed(over, members))

    def _closed(self, over: Mapping[str, Sequence[str]], members: Sequence[str]) -> Flags:
        if len(members) > _LARGE:
            raise TooManyError
        reached = np.eye(len(members), dtype=np.bool_)
        ordered = [*_last_first(over, members)]
        changed = True
        while changed:  # once, and once more for each circle of equals
            changed = False
            for name in ordered:
                place = self._places[name][1]
                for above in (self._places[other][1] for other in over[name]):
                    if not (reached[above] <= reached[place]).all():
                        reached[place] |= reached[above]
                        changed = True
        return reached

    def place(self, name: str) -> tuple[int, int]:
        """Return the part of a variable, and its row and column there."""
        return self._places[name]

    def is_over(self, below: str, above: str) -> bool:
        """Whether *below* is no larger than *above*."""
        (part, place), (other, higher) = self.place(below), self.place(above)
        return part == other and bool(self.reached[part][place, higher])


class TooManyError(Exception):
    """More variables are connected than are compared each with each."""


def _last_first(over: Mapping[str, Sequence[str]], starts: Iterable[str]) -> Iterator[str]:
    """Yield every name reached after those over it, as far as there are no circles."""
    seen = set[str]()
    for start in starts:
        stack = [(start, iter(over[start]))] if start not in seen else []
        seen.add(start)
        while stack:
            name, rest = stack[-1]
            above = next((a for a in rest if a not in seen), None)
            if above is None:
                yield name
                stack.pop()
            else:
                seen.add(above)
                stack.append((above, iter(over[above])))
