"""Smallest sets that meet all conflicts: covers by weight, exactly (§9, §13)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby

Conflict = frozenset[str]


def least_cover(conflicts: Iterable[Conflict], weight: Mapping[str, int]) -> frozenset[str]:
    """Return the cover of least weight; of equal ones, the first by sorted members.

    Parameters
    ----------
    conflicts
        Each must be met by one of its members that has a weight.
    weight
        Positive integers, however large. Names without a weight cannot be chosen.

    Raises
    ------
    ValueError
        If some conflict has no member with a weight.

    Examples
    --------
    >>> sorted(least_cover([frozenset("ab"), frozenset("bc")], {"a": 1, "b": 1, "c": 1}))
    ['b']
    """
    usable = _minimal({frozenset(n for n in conflict if n in weight) for conflict in conflicts})
    if any(not conflict for conflict in usable):
        raise ValueError("some conflict has no member that may be chosen; give one a weight.")
    chosen: set[str] = set()
    for part in _parts(usable):
        chosen |= _search(part, weight)
    return frozenset(chosen)


def _minimal(conflicts: Collection[Conflict]) -> list[Conflict]:
    """Drop conflicts that hold another one: meeting the smaller meets them."""
    kept: list[Conflict] = []
    ordered = sorted(conflicts, key=lambda c: (len(c), sorted(c)))
    for _, alike in groupby(ordered, key=len):
        smaller = tuple(kept)
        kept += [c for c in alike if not any(other <= c for other in smaller)]
    return kept


def _parts(conflicts: Sequence[Conflict]) -> list[list[Conflict]]:
    """Split into parts that share no member: each is a problem of its own."""
    parts: list[tuple[set[str], list[Conflict]]] = []
    for conflict in conflicts:
        touching = [part for part in parts if not part[0].isdisjoint(conflict)]
        merged = ({*conflict}, [conflict])
        for part in touching:
            merged[0].update(part[0])
            merged[1].extend(part[1])
            parts.remove(part)
        parts.append(merged)
    return [conflicts for _, conflicts in parts]


def _search(conflicts: Sequence[Conflict], weight: Mapping[str, int]) -> frozenset[str]:
    """Branch on the members of the first conflict left; cut by disjoint conflicts still to meet."""
    best: tuple[int, list[str]] | None = None

    def branch(
        left: Sequence[Conflict], taken: tuple[str, ...], cost: int, barred: frozenset[str]
    ) -> None:
        nonlocal best
        if not left:
            found = (cost, sorted(taken))
            if best is None or found < best:
                best = found
            return
        if best is not None and cost + _floor(left, weight, barred) > best[0]:
            return
        conflict = min(left, key=lambda c: (len(c - barred), sorted(c)))
        options = sorted(
            conflict - barred, key=lambda n: (-sum(n in c for c in left), weight[n], n)
        )
        for number, name in enumerate(options):
            rest = [c for c in left if name not in c]
            branch(rest, (*taken, name), cost + weight[name], barred | frozenset(options[:number]))

    branch(conflicts, (), 0, frozenset())
    return frozenset(best[1]) if best else frozenset()


def _floor(left: Sequence[Conflict], weight: Mapping[str, int], barred: frozenset[str]) -> int:
    """Return a weight that no way to meet *left* can undercut: that of disjoint conflicts."""
    total, used = 0, set[str]()
    for conflict in left:
        if used.isdisjoint(conflict):
            open_members = conflict - barred
            if not open_members:
                return sum(weight.values()) + 1
            total += min(weight[name] for name in open_members)
            used |= conflict
    return total
