import re
from datetime import date
from fractions import Fraction
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from claimrecon.display import Key, Lane, Line, Mark, Timeline, timeline_svg

maybe_days = st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2050, 1, 1)))
numbers = st.integers(0, 10**7).map(Fraction)


@st.composite
def marks(draw: st.DrawFn, name: str) -> Mark:
    """Draw a figure: a day or none, ends that may be open, points inside."""
    day = draw(maybe_days)
    low, high = sorted((draw(numbers), draw(numbers)))
    ends = (draw(st.sampled_from((low, None))), draw(st.sampled_from((high, None))))
    return Mark(name, name, name, draw(st.integers(0, 20)), day, day, ends, ends, (low,))


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """Draw lanes with a few figures each, and lines between any of them."""
    counts = draw(st.lists(st.integers(1, 12), min_size=1, max_size=3))
    lanes = tuple(
        Lane(f"lane {n}", tuple(draw(marks(f"{n}-{m}")) for m in range(count)))
        for n, count in enumerate(counts)
    )
    line = Line("1", "clash", tuple(mark.name for lane in lanes for mark in lane.marks)[:4])
    return Timeline("title", "what it shows", lanes, (Key("one"),), (line,), "in the end")


@given(timelines())
def test_everything_is_drawn_inside(timeline: Timeline) -> None:
    """Well-formed, every mark there once, nothing left or right, above or below."""
    root = ET.fromstring(str(timeline_svg(timeline)))  # noqa: S314 - our own picture
    height = float(root.get("height") or 0)
    titles = [title.text for title in root.iter("{http://www.w3.org/2000/svg}title")]

    for lane in timeline.lanes:
        for mark in lane.marks:
            assert titles.count(mark.title) == 1
    for element in root.iter():
        for key, value in element.attrib.items():
            if key in {"x", "x1", "x2", "cx"} and value.endswith("%"):
                assert -1 <= float(value[:-1]) <= 101
            if key in {"y1", "y2"} or (key == "y" and re.fullmatch(r"[\d.]+", value)):
                assert -1 <= float(value) <= height
