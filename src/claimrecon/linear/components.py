"""Connected parts: rows that share no variable, directly or through others, are two problems."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from claimrecon.linear.system import LinearSystem, Row


def components(system: LinearSystem) -> tuple[LinearSystem, ...]:
    """Split *system* into its connected parts.

    Two rows are connected where they share a variable. Rows without variables form a part of their
    own. An owner whose rows lie in several parts occurs in each of them.

    Returns
    -------
    tuple
        Together they hold every row once, each part in the order of the rows, the parts in the
        order of their first rows.

    Examples
    --------
    >>> system = LinearSystem((Row("a", (("x", 1),), 1), Row("b", (("y", 1),), 1)))
    >>> [part.variables for part in components(system)]
    [('x',), ('y',)]
    """
    variables, columns = system.numbering
    nowhere = len(variables)  # stands for the variable of a row that has none
    leader = [*range(nowhere + 1)]
    firsts = []
    first = 0
    for row in system.rows:
        last = first + len(row.coefficients)
        firsts.append(columns[first] if last > first else nowhere)
        if last > first + 1:
            one = columns[first]
            while leader[one] != one:
                leader[one] = one = leader[leader[one]]
            for other in columns[first + 1 : last]:
                # Neighbours are often joined already: then neither loop turns.
                while (above := leader[other]) != one and above != other:
                    leader[other] = other = leader[above]  # noqa: PLW2901 - climbing
                leader[other] = one
        first = last
    for number, above in enumerate(leader):  # from now on every leader is a root
        while leader[above] != above:
            above = leader[above]  # noqa: PLW2901 - likewise
        leader[number] = above
    parts: defaultdict[int, list[Row]] = defaultdict(list)
    for row, number in zip(system.rows, firsts, strict=True):
        parts[leader[number]].append(row)
    if len(parts) == 1:
        return (system,)
    return tuple(LinearSystem(tuple(rows)) for rows in parts.values())


def independent_parts(system: LinearSystem) -> tuple[LinearSystem, ...]:
    """Split *system* into parts that share neither a variable nor an owner.

    Conflicts between owners can be sought in each part alone.

    Examples
    --------
    >>> system = LinearSystem((Row("a", (("x", 1),), 1, "me"), Row("b", (("y", 1),), 1, "me")))
    >>> len(independent_parts(system))
    1
    """
    groups: list[tuple[set[str], list[LinearSystem]]] = []
    for part in _apart(components(system)):
        owners = set(part.owners)
        joined = [part]
        apart = []
        for group in groups:
            if group[0] & owners:
                owners |= group[0]
                joined = group[1] + joined
            else:
                apart.append(group)
        groups = [*apart, (owners, joined)]
    if len(groups) == 1:
        return (system,)
    place = {row.name: i for i, (_, parts) in enumerate(groups) for p in parts for row in p.rows}
    split: list[list[Row]] = [[] for _ in groups]
    for row in system.rows:
        split[place[row.name]].append(row)
    split.sort(key=lambda rows: min(row.name for row in rows))
    return tuple(LinearSystem(tuple(rows)) for rows in split)


def _apart(parts: Iterable[LinearSystem]) -> Iterator[LinearSystem]:
    """Yield the parts, and each row without variables by itself: it ties nobody to anybody."""
    for part in parts:
        if part.variables:
            yield part
        else:
            yield from (LinearSystem((row,)) for row in part.rows)
