"""Elements of HTML and SVG, escaped by construction: text is text until ``element`` made it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from claimrecon.display.plain import clean

_WITHOUT_END = frozenset({"br", "hr", "meta"})


@dataclass(frozen=True, slots=True)
class Markup:
    """Finished markup; only this module and constants of this library make it."""

    code: str

    def __str__(self) -> str:
        return self.code


def text(words: str) -> Markup:
    """Return *words* as markup that shows them as they were written.

    Examples
    --------
    >>> str(text("Press <b>office</b> & mayor"))
    'Press &lt;b&gt;office&lt;/b&gt; &amp; mayor'
    """
    return Markup(escape(clean(words)))


def joined(parts: Iterable[Markup | str]) -> Markup:
    """Return the parts one behind the other; strings are escaped."""
    return Markup(
        "".join(part.code if isinstance(part, Markup) else text(part).code for part in parts)
    )


def element(
    name: str, attributes: Mapping[str, str | float | None] | None = None, *children: Markup | str
) -> Markup:
    """Return an element.

    Parameters
    ----------
    name
        Of the element; ours, never somebody else's.
    attributes
        Values are escaped; ``None`` leaves one out, ``""`` writes its name alone.
    children
        Markup as it is, strings escaped.

    Examples
    --------
    >>> str(element("p", {"title": 'a "b"'}, "1 < 2"))
    '<p title="a &quot;b&quot;">1 &lt; 2</p>'
    """
    written = "".join(
        f" {key}" if value == "" else f' {key}="{escape(_value(value))}"'
        for key, value in (attributes or {}).items()
        if value is not None
    )
    if name in _WITHOUT_END:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{joined(children).code}</{name}>")


def _value(value: str | float) -> str:
    if isinstance(value, str):
        return clean(value).replace("\n", " ")
    return f"{round(value, 2):g}" if abs(value) < 1e6 else str(round(value))  # noqa: PLR2004


def percent(value: float) -> str:
    """Return a place or a length across a picture.

    Examples
    --------
    >>> percent(12.5), percent(33.33333)
    ('12.5%', '33.33%')
    """
    return f"{round(value, 2):g}%"
