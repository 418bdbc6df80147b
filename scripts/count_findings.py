"""Count what the claims of a file come to, key by key: ``python scripts/count_findings.py FILE``.

The file is in any format that ``claimrecon convert`` reads. ``--key`` names the columns of a long
table that make a dossier (none: every row is one), ``--exact`` says that its figures are those of a
counter. Rows that are no claims are counted by their code.
"""

import argparse
from collections import Counter

from claimrecon.exchange import Imported, imported, read_long
from claimrecon.exchange.longtable import SERIES
from claimrecon.pipeline import reconcile_table


def _taken(arguments: argparse.Namespace) -> Imported:
    if arguments.key is None and not arguments.exact:
        return imported(arguments.file, place=arguments.place)
    key = SERIES if arguments.key is None else tuple(arguments.key)
    return read_long(arguments.file, key=key, exact=arguments.exact)


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file")
    parser.add_argument("--key", nargs="*", metavar="COLUMN")
    parser.add_argument("--exact", action="store_true")
    parser.add_argument("--place")
    parser.add_argument("--budget", type=float, default=60.0, help="seconds for each key")
    arguments = parser.parse_args()
    taken = _taken(arguments)
    out = reconcile_table(
        taken.rows(),
        key="key",
        setting=taken.setting,
        detail="clashes",
        budget=arguments.budget,
    )
    refused = Counter(problem.code for problem in taken.errors)
    lines = {
        "format": taken.format,
        "claims": len(taken.claims),
        "rows that are no claims": dict(refused),
        "verdicts": dict(Counter(out.summary.column("verdict").to_pylist())),
        "findings": dict(Counter(out.findings.column("kind").to_pylist())),
        "errors": dict(Counter(out.errors.column("code").to_pylist())),
    }
    for name, value in lines.items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    main()
