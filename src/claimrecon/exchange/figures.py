"""Low, best and high as a source gives them, also where they are out of order.

``low <= best <= high`` is one claim. Where it does not hold, a source says things that cannot all
be true, and each becomes a claim of its own: their clash is then a finding with a proof, not a
crash and not a repair that nobody asked for.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from claimrecon.exchange.model import Taking


def whole_number(text: str) -> int | None:
    """Return a whole number as tables write it, or ``None``: ``12``, ``12.0``, ``1e+05``.

    Examples
    --------
    >>> whole_number("1e+05"), whole_number("12.0"), whole_number("12.5"), whole_number("about 12")
    (100000, 12, None, None)
    """
    bare = text.strip().replace(",", "")
    if not bare or len(bare) > _LONGEST or "/" in bare:
        return None
    try:
        number = Fraction(bare)
    except (ValueError, ZeroDivisionError):
        return None
    return int(number) if number.denominator == 1 and number >= 0 else None


_LONGEST = 18


def figures_of(
    row: Mapping[str, Any], columns: tuple[str, str, str], taking: Taking, number: int
) -> dict[str, int] | None:
    """Return ``low``, ``best`` and ``high`` of a row from its three *columns*.

    What is blank is unknown and left out. ``None`` where one of them is no whole number: then the
    row stands among the errors.
    """
    found: dict[str, int] = {}
    for name, column in zip(("low", "best", "high"), columns, strict=True):
        text = str(row.get(column) or "").strip()
        if not text:
            continue
        value = whole_number(text)
        if value is None:
            taking.refuse(
                number, column, text, f"{text!r} is no whole number of persons. Correct the cell."
            )
            return None
        found[name] = value
    if not found:
        asked = columns[1] or next(filter(None, columns))
        taking.refuse(number, asked, None, "The row gives no figure at all.")
        return None
    return found


def statements_of(figures: Mapping[str, int]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield one claim's figure, or several where they cannot be one, each with a suffix for its id.

    Examples
    --------
    >>> list(statements_of({"low": 3, "best": 5, "high": 9}))
    [('', {'low': 3, 'best': 5, 'high': 9})]
    >>> list(statements_of({"low": 177, "best": 142, "high": 177}))
    [('-best', {'count': '142'}), ('-bounds', {'low': 177, 'high': 177})]
    >>> [suffix for suffix, _ in statements_of({"low": 107, "best": 107, "high": 84})]
    ['-best', '-low', '-high']
    """
    low, best, high = (figures.get(name) for name in ("low", "best", "high"))
    ordered = [value for value in (low, best, high) if value is not None]
    if ordered == sorted(ordered):
        if low is None and high is None:
            yield "", {"count": str(best)}
        else:
            yield "", {name: figures[name] for name in ("low", "best", "high") if name in figures}
        return
    if best is not None:
        yield "-best", {"count": str(best)}
    if low is not None and high is not None and low <= high:
        yield "-bounds", {"low": low, "high": high}
        return
    if low is not None:
        yield "-low", {"low": low}
    if high is not None:
        yield "-high", {"high": high}
