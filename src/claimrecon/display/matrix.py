"""Which members belong to which sets, as SVG: a row a member, a column a set, joined dots."""

from collections.abc import Iterator

from claimrecon.display.marks import broken, picture
from claimrecon.display.markup import Markup, element, joined, text
from claimrecon.display.pictures import Matrix, MatrixRow
from claimrecon.display.style import CLASH

_COLUMN, _ROW, _HEAD = 15, 46, 30
_RADIUS = 5.0
_LETTERS, _LINES = 26, 3


def matrix_svg(matrix: Matrix) -> Markup:
    """Return the picture as SVG of any width: dots first, then as much of the words as fits."""
    wide = _COLUMN * len(matrix.heads) + 6
    parts = [
        # Two heights, so that heads of three letters do not touch.
        element("text", {"x": _x(n), "y": 11 + 12 * (n % 2), "text-anchor": "middle"}, text(head))
        for n, head in enumerate(matrix.heads)
    ]
    parts += [joined(_joins(matrix))]
    parts += [joined(_row(row, n, wide, matrix)) for n, row in enumerate(matrix.rows)]
    foot = _HEAD + _ROW * len(matrix.rows) + 12
    kinds = [(False, matrix.filled), (True, matrix.hollow)]
    legend = [(ring, words) for ring, words in kinds if words]
    for n, (ring, words) in enumerate(legend):
        y = foot + 18 * n
        parts.append(_dot(_x(0), y, ring=ring))
        parts.append(element("text", {"x": 24, "y": y + 4}, text(broken(words, 44, 1)[0])))
    height = foot + 18 * len(legend)
    return picture(matrix.title, matrix.description, height, *parts)


def _x(column: int) -> int:
    return _COLUMN * column + 8


def _y(row: int) -> int:
    return _HEAD + _ROW * row + _ROW // 2


def _joins(matrix: Matrix) -> Iterator[Markup]:
    for column in range(len(matrix.heads)):
        rows = [n for n, row in enumerate(matrix.rows) if column in row.columns]
        if len(rows) > 1:
            ring = column >= matrix.first_hollow
            yield element(
                "line",
                {
                    "x1": _x(column),
                    "x2": _x(column),
                    "y1": _y(rows[0]),
                    "y2": _y(rows[-1]),
                    "stroke": "currentColor" if ring else CLASH,
                    "stroke-width": 1.2 if ring else 2.4,
                    "stroke-dasharray": "2 3" if ring else None,
                },
            )


def _row(row: MatrixRow, number: int, wide: int, matrix: Matrix) -> Iterator[Markup]:
    y = _y(number)
    for column in range(len(matrix.heads)):
        if column in row.columns:
            yield _dot(_x(column), y, ring=column >= matrix.first_hollow)
        else:
            yield element(
                "circle",
                {"cx": _x(column), "cy": y, "r": 1.6, "fill": "currentColor", "fill-opacity": 0.45},
            )
    lines = broken(row.label, _LETTERS, _LINES)
    for n, said in enumerate(lines):
        y_text = y + 4 + (n - (len(lines) - 1) / 2) * 14
        yield element("text", {"x": wide, "y": y_text}, text(said))


def _dot(x: int, y: int, *, ring: bool) -> Markup:
    return element(
        "circle",
        {
            "cx": x,
            "cy": y,
            "r": _RADIUS - 1 if ring else _RADIUS,
            "fill": "none" if ring else CLASH,
            "stroke": "currentColor",
            "stroke-width": 1.8 if ring else 1,
        },
    )
