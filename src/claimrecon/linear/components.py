"""Connected parts: rows that share no variable, directly or through others, are two problems."""

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
    index = {variable: i for i, variable in enumerate(system.variables)}
    leader = [*range(len(index))]

    def root(number: int) -> int:
        while leader[number] != number:
            leader[number] = number = leader[leader[number]]
        return number

    for row in system.rows:
        if len(row.coefficients) > 1:
            first = root(index[row.coefficients[0][0]])
            for variable, _ in row.coefficients[1:]:
                leader[root(index[variable])] = first
    parts: dict[int | None, list[Row]] = {}
    for row in system.rows:
        key = root(index[row.coefficients[0][0]]) if row.coefficients else None
        parts.setdefault(key, []).append(row)
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
    for part in components(system):
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
