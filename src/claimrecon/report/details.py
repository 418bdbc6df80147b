"""Small things that every full rendering says alike: sizes, addresses, anchors, torn ranges."""

import re
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from math import ceil

from claimrecon.errors import Notice
from claimrecon.findings import Finding, PossibleRange
from claimrecon.findings.wording import times_words
from claimrecon.report.naming import Naming
from claimrecon.report.ranges import RangeLine, range_table

DEPENDS = "it depends"
"""What is left possible where claims clash, as long as nobody says which of them to keep."""
_PLAIN = re.compile(r"[A-Za-z0-9_-]+")
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+")


def size_words(finding: Finding) -> str:
    """Say how grave a conflict is: "400 people short; 1.13 times too much is asked"."""
    if finding.gap is None:
        return ""
    people = ceil(finding.gap)
    gap = f"at least {people:,} {'person' if people == 1 else 'people'} apart"
    return gap if finding.factor is None else f"{gap}, {times_words(finding.factor)}"


def address(url: str | None) -> str | None:
    """Return *url* where it is a web address, which may stand in a link."""
    return url if url is not None and _ADDRESS.fullmatch(url) else None


def anchor(kind: str, name: str) -> str:
    """Return the name by which a page refers to something, for any id.

    Examples
    --------
    >>> anchor("claim", "nis-killed"), anchor("claim", "mairie de Sète")
    ('claim-nis-killed', 'claim-mairie-de-S-te-ad09fd')
    """
    if _PLAIN.fullmatch(name):
        return f"{kind}-{name}"
    digest = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    plain = "-".join(_PLAIN.findall(name)[:6])[:40]
    return f"{kind}-{plain}-{digest}" if plain else f"{kind}-{digest}"


def range_lines(asked: PossibleRange, naming: Naming) -> tuple[RangeLine, ...]:
    """Return the lines of a range; where the claims clash and no account was asked for, say so."""
    lines = range_table(asked, naming)
    if asked.lenient is not None or asked.accounts or asked.undecided or asked.accounts_truncated:
        return lines
    return tuple(replace(line, strict=DEPENDS, lenient=DEPENDS) for line in lines)


def stated_and_notes(line: RangeLine) -> str:
    """Return what was stated of a scope, and what to know beside the numbers."""
    stated = line.stated.removeprefix("stated: ")
    return ". ".join(filter(None, (stated, " ".join(line.notes))))


def message(notice: Notice | str) -> str:
    """Return what a notice says."""
    return notice if isinstance(notice, str) else notice.message


def once(words: Iterable[str]) -> tuple[str, ...]:
    """Return each once, in their order."""
    return tuple(dict.fromkeys(words))
