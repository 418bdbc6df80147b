"""Rows and systems: the only things the mathematics knows.

A *row* says that an integer combination of variables is at least an integer. Variables are never
negative. A row belongs to an *owner*, which stands or falls with all of its rows, or to nobody:
then it is always there. A system knows nothing of sources, words or dates.
"""

from array import array
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count
from operator import attrgetter, itemgetter

_NAME, _COEFFICIENTS = attrgetter("name"), attrgetter("coefficients")
_VARIABLE = itemgetter(0)


@dataclass(frozen=True, slots=True)
class Row:
    """One linear statement: the sum of coefficient x variable is at least ``bound``.

    Attributes
    ----------
    name
        Unique within its system.
    coefficients
        Pairs of variable and non-zero integer, each variable once, in order of the variable.
    bound
        An integer.
    owner
        Who said so; ``None`` for a row that nobody can withdraw.
    """

    name: str
    coefficients: tuple[tuple[str, int], ...]
    bound: int
    owner: str | None = None

    def __str__(self) -> str:
        """Print the row as algebra.

        Examples
        --------
        >>> print(Row("total", (("men", 1), ("women", 1)), 100))
        total: men + women >= 100
        """
        terms = ""
        for variable, weight in self.coefficients:
            sign = " - " if weight < 0 else " + " if terms else ""
            size = "" if abs(weight) == 1 else f"{abs(weight)} "
            terms += f"{sign}{size}{variable}"
        return f"{self.name}: {terms.strip() or 0} >= {self.bound}"


@dataclass(frozen=True)
class LinearSystem:
    """An ordered set of rows over variables that are never negative.

    Attributes
    ----------
    rows
        In the order in which they are read; names are unique.
    """

    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        """Refuse two rows of one name: a proof could not tell them apart."""
        if len(set(map(_NAME, self.rows))) != len(self.rows):
            seen: set[str] = set()
            twice = next(r.name for r in self.rows if r.name in seen or seen.add(r.name))  # type: ignore[func-returns-value]
            raise ValueError(f"two rows are named {twice!r}; give each row a name of its own.")

    @cached_property
    def variables(self) -> tuple[str, ...]:
        """Every variable, in the order of first use."""
        return self.numbering[0]

    @cached_property
    def numbering(self) -> tuple[tuple[str, ...], "array[int]"]:
        """The variables, and for each term of each row, one after another, the number of its own.

        In one pass, which is what large systems wait for.
        """
        number: defaultdict[str, int] = defaultdict(count().__next__)
        terms = chain.from_iterable(map(_COEFFICIENTS, self.rows))
        columns = array("q", map(number.__getitem__, map(_VARIABLE, terms)))
        return tuple(number), columns

    @cached_property
    def owners(self) -> tuple[str, ...]:
        """Every owner, sorted."""
        return tuple(sorted({row.owner for row in self.rows if row.owner is not None}))

    def of(self, owners: Collection[str]) -> "LinearSystem":
        """Return the system that holds the rows of *owners* and the rows of nobody."""
        kept = set(owners)
        return LinearSystem(tuple(r for r in self.rows if r.owner is None or r.owner in kept))
