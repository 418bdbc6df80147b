"""What the pictures of a report show: the timeline, the ranges, and which claims clash."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from claimrecon.claims import ReadClaim, Scope
from claimrecon.display import (
    Band,
    Key,
    Lane,
    Line,
    Mark,
    Matrix,
    MatrixRow,
    Reach,
    Timeline,
    Whisker,
    Whiskers,
)
from claimrecon.display.pictures import Ends
from claimrecon.findings import Finding, FindingKind, PossibleRange
from claimrecon.findings.intervals import interval_words
from claimrecon.report.details import DEPENDS, range_lines
from claimrecon.report.naming import Naming
from claimrecon.report.view import View
from claimrecon.report.words import listed, several, short_measure

_MOST_LANES = 6
_MOST_MARKS = 150
_MOST_KEYS = 12
_MOST_LINES = 8
_MOST_COLUMNS = 8
_MOST_ROWS = 24
_MOST_TOLD = 12
_SET_ASIDE = frozenset({FindingKind.REVISION, FindingKind.SLIP})
_OTHERS = "others"


def timeline_of(view: View) -> Timeline | None:
    """Return the claims on their days, a lane for each thing counted; ``None`` without figures."""
    content, naming = view.content, view.naming
    drawn = [c for c in content.dossier.claims if c.reading is not None and c.ratio_of is None]
    if not drawn:
        return None
    by_said = all(claim.scope.when.span is None for claim in drawn)
    rank = _ranks(view)
    lanes: dict[object, list[ReadClaim]] = {}
    for claim in sorted(drawn, key=lambda c: (rank.get(c.id, len(rank)), view.numbers[c.id])):
        lanes.setdefault(_kind(claim.scope), []).append(claim)
    kept = sorted(lanes.items(), key=lambda lane: -len(lane[1]))[:_MOST_LANES]
    shown = [c for _, claims in kept for c in claims[: _MOST_MARKS // len(kept)]]
    usual = Counter(claim.origin for claim in shown).most_common()
    origins = [origin for origin, _ in usual[:_MOST_KEYS]]
    keys = {origin: n for n, origin in enumerate(origins)}
    aside = {f.claims[0] for f in content.findings if f.kind in _SET_ASIDE}
    made = tuple(
        Lane(
            _lane_title(claims[0].scope, naming),
            tuple(
                _mark(claim, view, keys.get(claim.origin, len(keys)), aside, by_said=by_said)
                for claim in sorted(claims, key=lambda c: view.numbers[c.id])
                if claim in shown
            ),
            tuple(_bands(content.ranges, kind, naming, by_said=by_said)),
        )
        for kind, claims in kept
    )
    names = [naming.source(origin) for origin in origins]
    names += [_OTHERS] if len(usual) > len(origins) else []
    return Timeline(
        title=f"{content.dossier.title or 'The claims'}: the figures on their days",
        description=_told(view, [mark for lane in made for mark in lane.marks]),
        lanes=made,
        keys=tuple(map(Key, names)),
        lines=tuple(_lines(view)),
        nowhere="" if by_said else "in the end",
    )


def timeline_caption(view: View, timeline: Timeline) -> str:
    """Say how to read the picture, and what is not in it."""
    marks = [mark for lane in timeline.lanes for mark in lane.marks]
    said = all(c.scope.when.span is None for c in view.content.dossier.claims)
    day = "on which it was said" if said else "it is about"
    words = [
        f"Each figure stands at the day {day}, with its number in the list of claims.",
        "Shape and colour say whose it is.",
        "A thin line is what the words allow with rounding, a thick one to the letter.",
        "An arrow is an end that nobody gave.",
    ]
    if any(mark.is_hollow for mark in marks):
        words.append("A hollow shape binds nothing: a forecast, or a figure set aside.")
    if timeline.lines:
        words.append("A dashed line joins figures of one conflict, the gravest of its story.")
    if any(lane.bands for lane in timeline.lanes):
        words.append("The green block is what all claims together leave possible.")
    if left := len(view.content.dossier.claims) - len(marks):
        words.append(f"Not drawn, but in the list: {several(left, 'claim')}.")
    return " ".join(words)


def whiskers_of(ranges: Sequence[PossibleRange], naming: Naming) -> Whiskers | None:
    """Return what is left possible, a row for each scope and account; ``None`` without any."""
    rows = [row for asked in ranges for row in _rows(asked, naming)]
    if not any(row.reaches for row in rows):
        return None
    return Whiskers(
        title="What is left possible",
        description=" ".join(f"{row.label.strip()}: {row.note}." for row in rows[:_MOST_TOLD]),
        rows=tuple(rows),
        legend=(
            ("inner", "possible to the letter"),
            ("outer", "possible allowing for rounding"),
            ("said", "an end that somebody stated"),
        ),
    )


def matrix_of(view: View) -> Matrix | None:
    """Return which claims clash with which; ``None`` where none do."""
    clashes = view.clashes[:_MOST_COLUMNS]
    if not clashes:
        return None
    heads = [label for label, _ in clashes]
    sets = [frozenset((*finding.claims, *finding.assumptions)) for _, finding in clashes]
    accounts = next((a.accounts for a in view.content.ranges if a.accounts), ())
    accounts = accounts[: _MOST_COLUMNS - len(sets)]
    members = list(dict.fromkeys(name for names in sets for name in sorted(names)))[:_MOST_ROWS]
    kept = [*sets, *(frozenset(account.keeps) for account in accounts)]
    heads += [f"k{n}" for n in range(1, len(accounts) + 1)]
    rows = tuple(
        MatrixRow(words, words, frozenset(n for n, names in enumerate(kept) if name in names))
        for name, words in zip(members, view.naming.claims(members), strict=True)
    )
    told = [f"{label}: {listed(view.naming.claims(f.claims))}." for label, f in clashes]
    return Matrix(
        title="Which claims clash",
        description="Each of these sets cannot all be true. " + " ".join(told),
        heads=tuple(heads),
        rows=rows,
        filled="in one column: they cannot all be true",
        hollow="k: a set of claims that you can keep" if accounts else "",
        first_hollow=len(sets),
    )


def _ranks(view: View) -> Mapping[str, int]:
    """Return how early the gravest findings speak of each claim."""
    named = [name for f in view.content.findings for name in f.claims]
    return {name: rank for rank, name in enumerate(dict.fromkeys(named))}


def _kind(scope: Scope) -> tuple[object, ...]:
    """Return what figures must share to stand in one lane."""
    return scope.measure.name, scope.population, scope.place, scope.cause, scope.outer_measure


def _lane_title(scope: Scope, naming: Naming) -> str:
    return f"{short_measure(scope)}{naming.whereabouts(scope)}"


def _mark(claim: ReadClaim, view: View, key: int, aside: Iterable[str], *, by_said: bool) -> Mark:
    naming = view.naming
    units = claim.units or Fraction(1)
    span = claim.scope.when.span
    first: date | None = None
    last: date | None = None
    if by_said and claim.said is not None:
        first, last = claim.said.date.first, claim.said.date.last
    elif span is not None:
        first, last = span.first, span.last
    number = view.numbers[claim.id]
    return Mark(
        name=claim.id,
        label=str(number),
        title=f"{number}. {naming.what(claim)}: {naming.who(claim)}, {naming.days(span)}",
        key=key,
        first=first,
        last=last,
        inner=_ends(claim, units, lenient=False),
        outer=_ends(claim, units, lenient=True),
        points=_points(claim, units),
        is_hollow=not claim.binds or claim.id in aside,
    )


def _ends(claim: ReadClaim, units: Fraction, *, lenient: bool) -> Ends:
    interval = claim.interval(lenient=lenient)
    if interval is None:
        return None, None
    low, high = interval.low, interval.high
    return (low * units if low else None, None if high is None else high * units)


def _points(claim: ReadClaim, units: Fraction) -> tuple[Fraction, ...]:
    return () if claim.reading is None else tuple(n * units for n in claim.reading.numbers[:3])


def _bands(
    ranges: Iterable[PossibleRange], kind: object, naming: Naming, *, by_said: bool
) -> Iterator[Band]:
    for asked in ranges:
        if _kind(asked.scope) != kind or asked.lenient is None or by_said:
            continue
        span = asked.scope.when.span
        title = f"possible, {naming.scope(asked.scope)}: {interval_words(asked.lenient)}"
        first, last = (None, None) if span is None else (span.first, span.last)
        strict = asked.strict or (None, None)
        yield Band(title, first, last, strict, asked.lenient)


def _lines(view: View) -> Iterator[Line]:
    """Yield the gravest conflict of each story: all of them would be a tangle."""
    clashes = [one for one in view.clashes if one[1].kind is FindingKind.CONTRADICTION]
    told_of: set[object] = set()
    for label, finding in clashes:
        story = label if finding.story is None else finding.story
        if story not in told_of and len(told_of) < _MOST_LINES:
            told_of.add(story)
            told = listed(view.naming.claims(finding.claims))
            yield Line(label, f"{label}. Cannot all be true: {told}", _joined(view, finding))


def _joined(view: View, finding: Finding) -> tuple[str, ...]:
    return tuple(sorted(finding.claims, key=lambda name: view.numbers.get(name, 0)))


def _told(view: View, marks: Sequence[Mark]) -> str:
    """Tell the picture to those who do not see it."""
    words = [f"{mark.title}." for mark in sorted(marks, key=lambda m: int(m.label))[:_MOST_TOLD]]
    if left := len(marks) - len(words):
        words.append(f"And {several(left, 'more figure')}, all in the list of claims.")
    clashes = [f for _, f in view.clashes if f.kind is FindingKind.CONTRADICTION]
    if clashes:
        told = listed(view.naming.claims(clashes[0].claims))
        words.append(f"Cannot all be true: {told}.")
        if len(clashes) > 1:
            words.append(f"{several(len(clashes) - 1, 'more set')} cannot, either.")
    return " ".join(words)


def _rows(asked: PossibleRange, naming: Naming) -> Iterator[Whisker]:
    stated = asked.stated
    said = tuple(
        Reach("said", (value, value)) for value in (stated.low, stated.high) if value is not None
    )
    for line in range_lines(asked, naming):
        reaches: list[Reach] = []
        for kind, ends in (("outer", line.lenient_ends), ("inner", line.strict_ends)):
            if ends is not None and ends != (None, None):
                reaches.append(Reach(kind, ends))
        note = line.stated
        if line.strict == line.lenient:
            possible = line.strict
        else:
            possible = f"{line.strict} to the letter, {line.lenient} with rounding"
        note = f"{possible} ({note})" if possible and note else possible or note
        if line.lenient == DEPENDS:
            note = f"it depends on which claims you keep ({line.stated})"
        is_part = not line.stated
        own = said if line.stated and (reaches or asked.accounts) else ()
        yield Whisker(line.about.strip(), note, (*reaches, *own), is_part=is_part)
