"""Text that somebody else wrote, as Markdown that shows it as it was written."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from claimrecon.display.plain import clean

_SPECIAL = re.compile(r"([\\`*_{}\[\]#|~^$])")
_FIRST = re.compile(r"^(\d*)([+=.)-])")
_ENTITIES: Mapping[int, str] = MappingProxyType(
    {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
)
_LINKING: Mapping[int, str] = MappingProxyType(
    {**_ENTITIES, ord("@"): "&#64;", ord(":"): "&#58;", ord("."): "&#46;"}
)
# Addresses, names that would call somebody, and words for little pictures.
_LINKS = re.compile(r"(?i)www\.|:/|mailto:|xmpp:|@|:[\w+-]+:")


def escaped_markdown(words: str) -> str:
    r"""Return *words* on one line, without meaning for Markdown, HTML or a maker of links.

    Examples
    --------
    >>> print(escaped_markdown("*300* [killed](x) <b>"))
    \*300\* \[killed\](x) &lt;b&gt;
    """
    line = " ".join(clean(words).split())
    guarded = _SPECIAL.sub(r"\\\1", line)
    # What opens a list, a rule or a heading at the start of a line.
    guarded = _FIRST.sub(r"\1\\\2", guarded)
    return guarded.translate(_LINKING if _LINKS.search(line) else _ENTITIES)


def fenced(lines: Iterable[str]) -> tuple[str, ...]:
    """Return lines that stay as they are, between fences that none of them can close.

    Examples
    --------
    >>> fenced(["1 + 1", "```"])
    ('````text', '1 + 1', '```', '````')
    """
    kept = tuple(clean(line).rstrip() for line in lines)
    longest = max((len(run) for line in kept for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return (f"{fence}text", *kept, fence)
