from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from xml.etree import ElementTree as ET

import matplotlib as mpl
import pytest

import claimrecon as cr
from claimrecon.claims import Scope
from claimrecon.findings import Finding, Interval, PossibleRange, Verdict
from claimrecon.report import Report
from claimrecon.report.plot import KINDS

DRAWN = tuple(kind for kind in KINDS if kind != "history")

Make = Callable[..., Report]
mpl.use("agg")


@pytest.mark.parametrize("kind", DRAWN)
def test_a_picture_is_well_formed_and_says_what_it_shows(
    report: Make, clash: Finding, kind: str
) -> None:
    """SVG that any reader of XML accepts, with a title, a description and no reference outside."""
    picture = report(findings=(clash,)).plot(kind)

    root = ET.fromstring(picture.svg)  # noqa: S314 - our own picture
    texts = [element.text for element in root]
    assert root.get("role") == "img"
    assert texts[:2] == [picture.title, picture.alt]
    assert "href" not in picture.svg


@pytest.mark.parametrize("kind", DRAWN)
def test_matplotlib_draws_the_same(report: Make, clash: Finding, kind: str) -> None:
    """An axis is returned with everything that the picture has, and its words."""
    from matplotlib.figure import Figure  # noqa: PLC0415 - slow, and not for the other tests

    ax = Figure().add_subplot()
    made = report(findings=(clash,))

    drawn = made.plot(kind, ax=ax)

    assert drawn is ax
    assert ax.lines
    assert ax.claimrecon_alt == made.plot(kind).alt


@pytest.mark.parametrize(("more", "scale"), [("13", "linear"), ("40,000", "log")])
def test_a_wide_span_is_drawn_on_a_logarithmic_scale(more: str, scale: str) -> None:
    """Figures that span thirty times or more; below that a scale that begins at nothing."""
    from matplotlib.figure import Figure  # noqa: PLC0415

    figures = [("12 killed", "Mayor"), (f"{more} killed", "Governor")]
    made = cr.reconcile([cr.claim(words, by=by, on="9 Jan 2025") for words, by in figures])

    assert made.plot("timeline", ax=Figure().add_subplot()).get_yscale() == scale


def test_what_is_not_there_is_not_drawn(report: Make) -> None:
    """A report without conflicts has no picture of them, and the refusal says so."""
    with pytest.raises(ValueError, match="nothing to show"):
        report(conditional=()).plot("conflicts")
    with pytest.raises(ValueError, match="no picture 'pie'"):
        report().plot("pie")


def test_a_card_is_a_file_with_its_source_line(report: Make, clash: Finding) -> None:
    """A claim and a finding each make an SVG file of their own."""
    made = report(findings=(clash,))
    for what, words in (("dead", "at least 300 killed"), (clash, "These cannot all be true")):
        root = ET.fromstring(made.card(what))  # noqa: S314 - our own picture
        told = " ".join(element.text or "" for element in root)
        assert words in told
        assert "Flood in Ebersand <2031>. claimrecon 1.2.3" in told
    with pytest.raises(ValueError, match="no claim and no finding 'nobody'"):
        made.card("nobody")


@dataclass(frozen=True)
class _Day:
    day: date
    claims: tuple[str, ...]
    verdict: Verdict
    strict: Interval | None = None
    lenient: Interval | None = None
    undecided: bool = False


@dataclass(frozen=True)
class _Course:
    scope: Scope | None
    days: tuple[_Day, ...]


def test_a_history_shows_the_days_on_which_something_turned(
    report: Make, killed: PossibleRange
) -> None:
    """A row a turn, with what was new by then; a day that changed nothing lends its claims."""
    low = (Fraction(300), None)
    days = (
        _Day(date(2031, 3, 9), ("hurt",), Verdict.COMPATIBLE, (Fraction(0), None), (None, None)),
        _Day(date(2031, 3, 10), ("soon",), Verdict.COMPATIBLE, (Fraction(0), None), (None, None)),
        _Day(date(2031, 3, 13), ("dead", "wounded"), Verdict.CONTRADICTION),
        _Day(date(2031, 3, 14), (), Verdict.UNDECIDED, undecided=True),
        _Day(date(2031, 3, 15), ("dead",), Verdict.TENSION, low, low),
    )
    picture = report().plot("history", history=_Course(killed.scope, days))

    ET.fromstring(picture.svg)  # noqa: S314 - our own picture
    assert picture.title == "What was known of killed by 13 Mar, day by day"
    assert "10 March" not in picture.alt
    assert "13 March 2031: contradiction: it depends on which claims you keep; new: " in picture.alt
    assert "14 March 2031: undecided: undecided." in picture.alt
    assert "15 March 2031: tension: 300 or more to the letter" in picture.alt
    with pytest.raises(ValueError, match="needs one"):
        report().plot("history")
