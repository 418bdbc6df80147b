"""How a range moved while figures became public, as a picture: a row for each day it turned."""

from collections.abc import Iterator, Sequence

from claimrecon.display import Reach, Whisker, Whiskers
from claimrecon.findings.intervals import interval_words
from claimrecon.report.history import Course, KnownDay
from claimrecon.report.naming import Naming
from claimrecon.report.words import day_words, listed, several

_MOST_ROWS = 40
_MOST_NEW = 3


def course_of(course: Course, naming: Naming) -> Whiskers | None:
    """Return how a range and a verdict moved; ``None`` without a day."""
    rows = list(_rows(course, naming))
    if not rows:
        return None
    about = "the verdict" if course.scope is None else naming.scope(course.scope)
    shown = rows[-_MOST_ROWS:]
    left = len(rows) - len(shown)
    first = f"{several(left, 'earlier turn')} left out. " if left else ""
    return Whiskers(
        title=f"What was known of {about}, day by day",
        description=first + " ".join(f"{row.label}: {row.note}." for row in shown),
        rows=tuple(shown),
        legend=(
            ("inner", "possible to the letter"),
            ("outer", "possible allowing for rounding"),
        ),
    )


def _rows(course: Course, naming: Naming) -> Iterator[Whisker]:
    """Yield the days on which something turned, with what had become public by then."""
    last: object = None
    new: list[str] = []
    for known in course.days:
        new += known.claims
        now = (known.verdict, known.strict, known.lenient, known.undecided)
        if now == last:
            continue
        yield _row(known, new, naming, asked=course.scope is not None)
        last, new = now, []


def _row(known: KnownDay, new: Sequence[str], naming: Naming, *, asked: bool) -> Whisker:
    reaches = tuple(
        Reach(kind, ends)
        for kind, ends in (("outer", known.lenient), ("inner", known.strict))
        if ends is not None and ends != (None, None)
    )
    parts = []
    if known.undecided:
        parts.append("undecided")
    elif asked and known.lenient is None:
        parts.append("it depends on which claims you keep")
    elif asked:
        strict, lenient = interval_words(known.strict), interval_words(known.lenient)
        parts.append(f"{strict} to the letter, {lenient} with rounding")
    told = list(naming.claims(new[:_MOST_NEW]))
    told += [f"{len(new) - _MOST_NEW:,} more"] if len(new) > _MOST_NEW else []
    parts += [f"new: {listed(told)}"] if told else []
    label = f"{day_words(known.day)}: {known.verdict.value}"
    return Whisker(label, "; ".join(parts), reaches)
