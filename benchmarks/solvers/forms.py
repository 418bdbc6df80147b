"""Systems as JSON, to hand them to a process of its own."""

import json

from claimrecon.linear import LinearSystem, Row


def to_json(system: LinearSystem) -> str:
    """Write all rows."""
    return json.dumps([[r.name, r.coefficients, r.bound, r.owner] for r in system.rows])


def from_json(text: str) -> LinearSystem:
    """Read what `to_json` wrote."""
    return LinearSystem(
        tuple(
            Row(name, tuple((v, w) for v, w in terms), bound, owner)
            for name, terms, bound, owner in json.loads(text)
        )
    )
