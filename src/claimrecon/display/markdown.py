"""Text that somebody else wrote, as Markdown that shows it as it was written."""

import re
from types import MappingProxyType

from claimrecon.display.plain import clean

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|~^$=\-])")
_ENTITIES = MappingProxyType({ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"})
_LINKING = MappingProxyType({**_ENTITIES, ord("@"): "&#64;", ord(":"): "&#58;", ord("."): "&#46;"})
_LINKS = re.compile(r"(?i)www\.|:/|mailto:|@")
_NUMBERED = re.compile(r"^(\s*\d+)\.", re.MULTILINE)


def escaped_markdown(words: str) -> str:
    r"""Return *words* on one line, without meaning for Markdown, HTML or a maker of links.

    Examples
    --------
    >>> print(escaped_markdown("*300* [killed](x) <b>"))
    \*300\* \[killed\]\(x\) &lt;b&gt;
    """
    line = " ".join(clean(words).split())
    guarded = _SPECIAL.sub(r"\\\1", line)
    guarded = _NUMBERED.sub(r"\1\\.", guarded)
    # An address that is not meant as a link stays words; so does a name that would call somebody.
    return guarded.translate(_LINKING if _LINKS.search(line) else _ENTITIES)
