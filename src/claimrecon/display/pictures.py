"""What is in a picture, before anybody draws it: SVG and other drawers take the same values.

Numbers are exact as they come; ``None`` for an end means that it is open.
"""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

Ends = tuple[Fraction | None, Fraction | None]
"""Low and high; ``None`` for an open end."""


@dataclass(frozen=True, slots=True)
class Key:
    """A thing that has a colour and a shape of its own, by its place among all keys."""

    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One statement in a lane.

    Attributes
    ----------
    name
        By which lines refer to it.
    label
        The few letters written beside it.
    title
        What a reader is told who points at it.
    key
        Place of its key.
    first, last
        Its days, both inclusive; ``None`` for no day at all.
    inner, outer
        The narrow and the wide interval.
    points
        The numbers as written.
    is_hollow
        Drawn as a mere outline: it weighs nothing.
    """

    name: str
    label: str
    title: str
    key: int
    first: date | None
    last: date | None
    inner: Ends
    outer: Ends
    points: tuple[Fraction, ...]
    is_hollow: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """What is possible on some days: two intervals, drawn behind the marks."""

    title: str
    first: date | None
    last: date | None
    inner: Ends
    outer: Ends


@dataclass(frozen=True, slots=True)
class Lane:
    """Marks of one kind on one scale."""

    title: str
    marks: tuple[Mark, ...]
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line that joins marks, with the few letters written on it."""

    label: str
    title: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lanes over common days.

    Attributes
    ----------
    title, description
        What it is, and what it shows, for those who do not see it.
    nowhere
        What to write over the place of marks without a day.
    """

    title: str
    description: str
    lanes: tuple[Lane, ...]
    keys: tuple[Key, ...]
    lines: tuple[Line, ...] = ()
    nowhere: str = ""


@dataclass(frozen=True, slots=True)
class Reach:
    """An interval of a row: how it is drawn depends on its kind, ``inner``, ``outer``, ``said``."""

    kind: str
    ends: Ends


@dataclass(frozen=True, slots=True)
class Whisker:
    """A row of a picture of intervals.

    Attributes
    ----------
    label
        What the row is about.
    note
        The numbers in words.
    reaches
        What is drawn.
    is_part
        Whether it belongs to the row above.
    """

    label: str
    note: str
    reaches: tuple[Reach, ...]
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class Whiskers:
    """Rows of intervals on one scale; *legend* says what each kind of reach means."""

    title: str
    description: str
    rows: tuple[Whisker, ...]
    legend: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One member: its label, and the columns to which it belongs."""

    label: str
    title: str
    columns: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Which members belong to which sets: rows of dots, a column a set.

    Attributes
    ----------
    heads
        What stands over each column.
    filled, hollow
        What a dot and a ring mean; columns from *first_hollow* on have rings.
    """

    title: str
    description: str
    heads: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    filled: str = ""
    hollow: str = ""
    first_hollow: int = 1_000_000
