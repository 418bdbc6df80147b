"""The bars: how much faster than a named peer, or how close to a floor, each answer must come."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from solvers.measuring import Run

Found = Mapping[tuple[str, str, tuple[int, int]], Run]
_LARGE, _MIDDLE = (10_000, 50), (1_000, 5)
_MICRO = 1e6


@dataclass(frozen=True, slots=True)
class Bar:
    """One ratio: a peer's time over ours must be at least *least*, or ours over a floor at most.

    Attributes
    ----------
    words
        What is compared.
    one, other
        Task and solver above and below the line of the fraction.
    size
        Claims and worlds.
    limit
        The number to reach, or not to pass where *top*.
    """

    words: str
    one: tuple[str, str]
    other: tuple[str, str]
    size: tuple[int, int]
    limit: float
    top: bool = False

    def told(self, found: Found) -> str:
        """Return one line: the bar, what was measured, and whether it is met."""
        above = found.get((*self.one, self.size))
        below = found.get((*self.other, self.size))
        sign = "<=" if self.top else ">="
        wanted = f"{self.words}, {self.size[0]:,} claims: {sign} {self.limit:g}"
        if above is None or below is None or not above.seconds or not below.seconds:
            return f"  {wanted}: not measured"
        ratio = above.middle / below.middle
        met = ratio <= self.limit if self.top else ratio >= self.limit
        return f"  {wanted}: {ratio:.2f}, {'met' if met else 'NOT MET'}"


_OURS = ("conflict", "ours")
BARS = (
    Bar("conflict, HiGHS getIis over ours", ("conflict", "highs"), _OURS, _LARGE, 8),
    Bar("conflict, z3 core over ours", ("conflict", "smt"), _OURS, _MIDDLE, 25),
    Bar("conflict, CPMpy mus over ours", ("conflict", "constraint"), _OURS, _MIDDLE, 25),
    Bar("conflict, SCIP generateIIS over ours", ("conflict", "scip"), _OURS, _MIDDLE, 25),
    Bar(
        "all ranges, HiGHS warm over ours", ("ranges warm", "highs"), ("ranges", "ours"), _MIDDLE, 5
    ),
    Bar("repair, z3 Optimize over ours", ("repair", "smt"), ("repair", "ours"), _MIDDLE, 3),
    Bar(
        "verdict of a conflict over pydantic",
        ("verdict of a conflict", "ours"),
        ("verdict of a conflict, floor", "ours"),
        _LARGE,
        1.5,
        top=True,
    ),
    Bar(
        "verdict of a clean dossier over pydantic",
        ("verdict", "ours"),
        ("verdict, floor", "ours"),
        _LARGE,
        8,
        top=True,
    ),
)


def report_bars(found: Found) -> Iterator[str]:
    """Yield a line for every bar."""
    yield "bars"
    for bar in BARS:
        yield bar.told(found)
    whole = found.get(("verdict", "checked", _MIDDLE))
    floor = found.get(("verdict, floor", "checked", _MIDDLE))
    if whole is not None and floor is not None and whole.seconds and floor.seconds:
        each = _MICRO * (whole.middle - floor.middle) / _MIDDLE[0]
        met = "met" if each <= 60 else "NOT MET"  # noqa: PLR2004
        words = "from JSON to the verdict above pydantic, 1,000 claims, microseconds a claim"
        yield f"  {words}: <= 60: {each:.0f}, {met}"
