"""What claims say about one another: ratios, relays, corrections, derivations (§6, §9)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from claimrecon.claims import ReadClaim, Scope, Timing
from claimrecon.dossier.names import suggestion
from claimrecon.dossier.problems import Desk
from claimrecon.scopes import Extent
from claimrecon.vocabulary import Measure

LINKS: Mapping[str, str] = MappingProxyType(
    {
        "ratio_of": "is a ratio of",
        "relays": "relays",
        "derived_from": "is derived from",
        "supersedes": "supersedes",
    }
)
"""The keys that point at other claims, and how a sentence says it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim as it was read, before its links are known to hold."""

    claim: ReadClaim
    desk: Desk


def check_links(drafts: Sequence[Draft], *, unusable: Collection[str]) -> None:
    """Hand in links that lead nowhere, in a circle, or to what they cannot mean.

    *unusable* are ids of claims with problems of their own.
    """
    linked = [draft for draft in drafts if any(getattr(draft.claim, key) for key in LINKS)]
    if not linked:
        return
    known = {draft.claim.id: draft for draft in drafts}
    for draft in linked:
        for key in LINKS:
            for target in targets(draft.claim, key):
                _check_target(draft, key, target, known, unusable)
    for key in LINKS:
        _check_circles(linked, key)
    for draft in linked:
        _check_supersedes(draft, known)
        _check_ratio(draft, known)
    bad = set(unusable) | {draft.claim.id for draft in drafts if not draft.desk.is_clean}
    _check_usable(linked, bad)


def targets(claim: ReadClaim, key: str) -> tuple[str, ...]:
    """Return the ids that *claim* points at with *key*."""
    value = getattr(claim, key)
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def _check_target(
    draft: Draft, key: str, target: str, known: Mapping[str, Draft], unusable: Collection[str]
) -> None:
    if target in known or target in unusable:
        return
    hint = suggestion(target, known)
    draft.desk.refuse(
        "CR220",
        f"There is no claim of that id.{hint} Write the id of a claim of this dossier, or leave "
        f"{key} out.",
        key=key,
        value=target,
    )


def _check_circles(drafts: Sequence[Draft], key: str) -> None:
    ways = {draft.claim.id: targets(draft.claim, key) for draft in drafts}
    done: set[str] = set()
    for draft in drafts:
        circle = _circle(draft.claim.id, ways, done)
        if not circle:
            continue
        if len(circle) == 1:
            code = "CR230" if key == "ratio_of" else "CR221"
            message = (
                f"This claim {LINKS[key]} itself. Point {key} at another claim, or leave it out."
            )
        else:
            code = "CR232" if key == "ratio_of" else "CR221"
            message = (
                f"The claims go in a circle: {' > '.join((*circle, circle[0]))}. Each {LINKS[key]} "
                f"the next. Leave {key} out of one of them."
            )
        owner = next(other for other in drafts if other.claim.id == circle[0])
        owner.desk.refuse(code, message, key=key, value=ways[circle[0]][0])


def _circle(start: str, ways: Mapping[str, tuple[str, ...]], done: set[str]) -> tuple[str, ...]:
    """Return the first circle met from *start* on; *done* are those that lead to none."""
    line: dict[str, None] = {}
    todo: list[tuple[str, bool]] = [(start, False)]
    while todo:
        name, leaving = todo.pop()
        if leaving:
            del line[name]
            done.add(name)
        elif name in line:
            done.update(line)
            names = tuple(line)
            return names[names.index(name) :]
        elif name not in done:
            line[name] = None
            todo.append((name, True))
            todo.extend((target, False) for target in reversed(ways.get(name, ())))
    return ()


def _check_supersedes(draft: Draft, known: Mapping[str, Draft]) -> None:
    for target in draft.claim.supersedes:
        other = known.get(target)
        if other is not None and other.claim.origin != draft.claim.origin:
            draft.desk.refuse(
                "CR222",
                f"{target!r} was said by {other.claim.origin!r}, this claim by "
                f"{draft.claim.origin!r}. An origin replaces its own figures only: leave "
                "supersedes out, and both figures stand.",
                key="supersedes",
                value=target,
            )


def _check_ratio(draft: Draft, known: Mapping[str, Draft]) -> None:
    claim = draft.claim
    if claim.ratio_of is None or claim.ratio_of == claim.id:
        return
    if claim.rate_unit is not None:
        draft.desk.refuse(
            "CR233",
            f"per {claim.rate_unit} makes this figure a rate, and ratio_of makes it a factor. "
            "Keep one of the two.",
            key="ratio_of",
            value=claim.ratio_of,
        )
        return
    base = known.get(claim.ratio_of)
    if base is not None and same_scope(claim.scope, base.claim.scope):
        draft.desk.refuse(
            "CR231",
            "Both claims speak of the same people, place, measure and "
            f"{'period' if claim.scope.when.timing is Timing.DURING else 'day'} "
            f"({_scope_words(claim.scope)}), so "
            f'"{claim.words}" compares a figure with itself. A share needs a whole: '
            f"give {base.claim.id} another measure (arrived?) or point ratio_of at the claim for "
            "the whole.",
            key="ratio_of",
            value=claim.ratio_of,
        )


def _check_usable(drafts: Sequence[Draft], bad: set[str]) -> None:
    """Hand in claims that rest on a *bad* one, until nothing more falls."""
    users: dict[str, list[tuple[Draft, str]]] = {}
    for draft in drafts:
        for key in LINKS:
            for target in targets(draft.claim, key):
                users.setdefault(target, []).append((draft, key))
    todo = sorted(bad)
    while todo:
        target = todo.pop()
        for draft, key in users.get(target, ()):
            if draft.claim.id in bad:
                continue
            bad.add(draft.claim.id)
            todo.append(draft.claim.id)
            draft.desk.refuse(
                "CR223",
                f"This claim {LINKS[key]} {target!r}, which cannot be used itself. Mend that one "
                "first.",
                key=key,
                value=target,
            )


def same_scope(one: Scope, other: Scope) -> bool:
    """Whether two scopes are one: the same people, place, cause, measure and time (§6)."""
    return (
        _same_measure(one.measure, other.measure)
        and _same_outer(one, other)
        and one.when == other.when
        and all(
            _same_extent(getattr(one, dimension), getattr(other, dimension))
            for dimension in ("population", "place", "cause")
        )
    )


def _same_measure(one: Measure, other: Measure) -> bool:
    return (one.coefficients, one.opening, one.vague, one.kind) == (
        other.coefficients,
        other.opening,
        other.vague,
        other.kind,
    )


def _same_outer(one: Scope, other: Scope) -> bool:
    if one.outer_measure is None or other.outer_measure is None:
        return (
            one.outer_measure is other.outer_measure
            and one.unbounded_measure == other.unbounded_measure
        )
    return _same_measure(one.outer_measure, other.outer_measure)


def _same_extent(one: Extent, other: Extent) -> bool:
    return set(one.outer) == set(other.outer) and (
        None if one.inner is None else set(one.inner)
    ) == (None if other.inner is None else set(other.inner))


def _scope_words(scope: Scope) -> str:
    """Say a scope in a few words."""
    words = [scope.measure.name.replace("_", " "), str(scope.population)]
    words += [str(extent) for extent in (scope.place, scope.cause) if not extent.is_everything]
    span = scope.when.span
    if span is None:
        words.append("final toll")
    else:
        word = {Timing.AT: "on", Timing.AS_OF: "to", Timing.DURING: "in"}[scope.when.timing]
        words.append(f"{word} {span}")
    return ", ".join(words)
