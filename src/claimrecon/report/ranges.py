"""What is left possible, as a table in words: to the letter, and allowing for rounding (§14)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from claimrecon.constraints import number_words
from claimrecon.findings import Account, Interval, PossibleRange
from claimrecon.findings.intervals import interval_words
from claimrecon.report.content import Content
from claimrecon.report.layout import NARROW, NARROWEST, columns, wrapped
from claimrecon.report.naming import Naming
from claimrecon.report.sums import range_words
from claimrecon.report.words import listed, several

_VALUE = 13
_MOST_ANSWERS = 6
_DEPENDS = (
    "The claims clash, and there are more than 50 ways to keep as many of them as possible, each "
    "with a range of its own: leave out those that you do not hold on to, or ask about fewer."
)


@dataclass(frozen=True, slots=True)
class RangeLine:
    """One line of the table: a scope, or one account of it.

    Attributes
    ----------
    about
        The scope; for accounts, what they leave out.
    stated
        What was said about exactly this scope; empty for accounts.
    strict, lenient
        What is left possible to the letter, and allowing for rounding.
    notes
        What a reader must know beside the numbers.
    strict_ends, lenient_ends
        The same two in numbers; ``None`` where there is no one interval.
    """

    about: str
    stated: str
    strict: str
    lenient: str
    notes: tuple[str, ...] = ()
    strict_ends: Interval | None = None
    lenient_ends: Interval | None = None


def range_table(asked: PossibleRange, naming: Naming) -> tuple[RangeLine, ...]:
    """Return the lines of one range: itself, and where the claims clash one for each answer.

    Accounts that leave the same possible share a line, which tells the one that drops least.
    """
    about, stated = naming.scope(asked.scope), f"stated: {stated_words(asked, naming)}"
    notes = tuple(_notes(asked, naming))
    if asked.undecided:
        return (RangeLine(about, stated, "undecided", "undecided", notes),)
    if asked.accounts_truncated:
        return (RangeLine(about, stated, "it depends", "it depends", (_DEPENDS, *notes)),)
    if asked.accounts:
        answers = _answers(asked.accounts)
        if left := len(answers) - _MOST_ANSWERS:
            notes += (f"And {left} more answers: --format json.",) if left > 0 else ()
        own = RangeLine(about, stated, "", "", ())
        lines = [_answer_line(accounts, naming) for accounts in answers[:_MOST_ANSWERS]]
        return (own, *lines[:-1], replace(lines[-1], notes=notes))
    strict, lenient = interval_words(asked.strict), interval_words(asked.lenient)
    return (RangeLine(about, stated, strict, lenient, notes, asked.strict, asked.lenient),)


def ranges_lines(ranges: Sequence[PossibleRange], naming: Naming, width: int) -> list[str]:
    """Return the table of *ranges*, with what their ends hinge on; no line where there is none."""
    if not ranges:
        return []
    tables = [range_table(asked, naming) for asked in ranges]
    if width < NARROW:
        return list(_paragraphs(ranges, naming, width))
    left = width - 2 - 2 * (_VALUE + 2)
    head = "WHAT IS LEFT POSSIBLE"
    whole = f"{head} if every claim is true"
    if len(whole) <= left + 2 and not any(asked.accounts for asked in ranges):
        head = whole
    lines = [
        f"{head:<{left + 2}}  {'to the letter':>{_VALUE}}  {'with rounding':>{_VALUE}}",
    ]
    about = min(max(len(table[0].about) for table in tables), left * 3 // 5)
    for line in chain.from_iterable(tables):
        cells: tuple[str, ...] = (line.about, line.stated, line.strict, line.lenient)
        widths: tuple[int, ...] = (about, left - about - 2, -_VALUE, -_VALUE)
        if not line.stated:
            cells, widths = (line.about, *cells[2:]), (left, *widths[2:])
        lines += columns([cells], widths)
        for note in line.notes:
            lines += wrapped(note, width, first="    ", indent="    ")
    for words in dict.fromkeys(range_words(asked, naming) for asked in ranges):
        lines += wrapped(words, width, first="  ", indent="  ")
    return lines


def _paragraphs(ranges: Sequence[PossibleRange], naming: Naming, width: int) -> Iterator[str]:
    """Yield the same for a terminal too narrow for a table."""
    yield from wrapped("WHAT IS LEFT POSSIBLE", width)
    for asked in ranges:
        for line in range_table(asked, naming):
            stated = f" ({line.stated})" if line.stated else ""
            possible = f"{line.strict} to the letter, {line.lenient} with rounding"
            words = f"{line.about.strip()}: {possible if line.strict else ''}{stated}"
            yield from wrapped(words, width, first="- ", indent="  ")
            for note in line.notes:
                yield from wrapped(note, width, first="  ", indent="  ")
    for words in dict.fromkeys(range_words(asked, naming) for asked in ranges):
        yield from wrapped(words, width, first="  ", indent="  ")


def range_text(content: Content, asked: PossibleRange, *, width: int = 80) -> str:
    """Return one range as text.

    Parameters
    ----------
    content
        The report whose dossier the range is about.
    width
        Columns, 24 at least; below 60 the lines of the table become paragraphs.
    """
    return "\n".join(ranges_lines([asked], Naming(content.dossier), max(width, NARROWEST))) + "\n"


def stated_words(asked: PossibleRange, naming: Naming) -> str:
    """Say what was said about exactly this scope."""
    stated = asked.stated
    if stated.low is not None or stated.high is not None:
        return interval_words((stated.low, stated.high))
    claims = [c for c in naming.dossier.claims if c.scope == asked.scope and c.binds]
    return listed([claim.words for claim in claims]) if claims else "by nobody"


def _answers(accounts: Sequence[Account]) -> list[list[Account]]:
    """Put accounts that leave the same possible together, those that drop least first."""
    alike: dict[tuple[Interval | None, Interval | None], list[Account]] = {}
    for account in sorted(accounts, key=lambda account: len(account.drops)):
        alike.setdefault((account.strict, account.lenient), []).append(account)
    return list(alike.values())


def _answer_line(accounts: Sequence[Account], naming: Naming) -> RangeLine:
    first, others = accounts[0], len(accounts) - 1
    about = f"  without {listed(naming.claims(first.drops))}"
    if others:
        about += f" (or {several(others, 'other choice')})"
    strict, lenient = first.strict, first.lenient
    return RangeLine(
        about, "", interval_words(strict), interval_words(lenient), (), strict, lenient
    )


def _notes(asked: PossibleRange, naming: Naming) -> list[str]:
    notes = []
    for side, most, figure in (
        ("above", "highest", asked.highest_stated),
        ("below", "lowest", asked.lowest_stated),
    ):
        if figure is not None:
            value, claim = figure
            by = naming.owner(claim)
            notes.append(f"Open {side}; the {most} figure stated is {number_words(value)} ({by}).")
    for offer in asked.offers:
        assumed = listed([name.replace("_", " ") for name in offer.assume])
        notes.append(f"If you assume {assumed}: {number_words(offer.value)} at most.")
    return notes
