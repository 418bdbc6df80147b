"""Check every proof in a report, with nothing but Python: no solver, nothing of claimrecon.

    claimrecon reconcile FILE --format json | python check_proof.py
    python check_proof.py report.json ...

A proof is a list of rows, each saying that a sum of counts is at least a number, with a positive
multiplier each. Multiplied and added up, they must give the conclusion: 0 is at least something
positive, which cannot be; or, for the end of a range, that a sum is at least what the end says.
What the sum does not show is that a row says what its claim said; compare its "text" for that.

Exit code 0 if every proof adds up, 1 if one does not, 2 if there is none.
"""

import json
import sys
from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor
from pathlib import Path
from typing import Any


def total(proof: dict[str, Any]) -> tuple[dict[str, Fraction], Fraction]:
    """Add up the rows, each as often as its multiplier says: what is left, and on the right."""
    left: dict[str, Fraction] = {}
    right = Fraction(0)
    for row in proof["rows"]:
        times = Fraction(row["multiplier"])
        if times <= 0 or row["sense"] != "≥":
            raise ValueError(f"a row is taken {times} times with {row['sense']!r}: {row['text']}")
        right += times * Fraction(row["bound"])
        for count, weight in row["coefficients"].items():
            left[count] = left.get(count, Fraction(0)) + times * Fraction(weight)
    return {count: weight for count, weight in left.items() if weight}, right


def concludes(proof: dict[str, Any]) -> bool:
    """Whether the conclusion is what the rows add up to: "0 ≥ 400", "1 × killed ... ≥ 750"."""
    left, right = total(proof)
    words, _, bound = proof["conclusion"].rpartition(" ≥ ")
    said = " + ".join(f"{left[count]} × {count}" for count in sorted(left)) or "0"
    return words == said and Fraction(bound.replace(",", "")) == right


def is_impossible(proof: dict[str, Any]) -> bool:
    """Whether the rows add up to 0 ≥ something positive."""
    left, right = total(proof)
    return concludes(proof) and not left and right > 0


def is_end(proof: dict[str, Any], value: Fraction, *, top: bool) -> bool:
    """Whether the rows bound a count by *value*: in whole persons, or exactly."""
    bound = total(proof)[1]
    ends = {-bound, floor(-bound)} if top else {bound, max(ceil(bound), 0)}
    return concludes(proof) and value in ends


def checks(report: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """Yield every proof of a report: what it is about, and whether it adds up."""
    for finding in [*report["findings"], *report["conditional"]]:
        if finding["proof"] is not None:
            yield (
                f"{finding['kind']}: {', '.join(finding['claims'])}",
                is_impossible(finding["proof"]),
            )
    for asked in report["ranges"]:
        for place, end in enumerate(("low", "high")):
            for reading, proof in asked["possible"][f"{end}_proof"].items():
                value = Fraction(asked["possible"][reading][place])
                good = is_end(proof, value, top=end == "high")
                yield f"{asked['title']}: {reading} {end} {value}", good


def main(paths: list[str]) -> int:
    """Check the reports in files, or the one that comes in, and say of each proof how it is."""
    texts = [Path(path).read_text(encoding="utf-8") for path in paths] or [sys.stdin.read()]
    loaded = [json.loads(text) for text in texts]
    reports = [one for item in loaded for one in (item if isinstance(item, list) else [item])]
    found = [check for report in reports for check in checks(report)]
    for about, good in found:
        sys.stdout.write(f"{'adds up' if good else 'DOES NOT ADD UP'}  {about}\n")
    return 2 if not found else int(not all(good for _, good in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
