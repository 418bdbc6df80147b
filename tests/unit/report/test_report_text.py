from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from claimrecon.errors import Notice
from claimrecon.findings import Account, Finding, FindingKind, PossibleRange, Verdict
from claimrecon.report import Report, range_text

Make = Callable[..., Report]

WHOLE = """\
Flood in Ebersand <2031>
4 claims from 3 sources, 2 assumptions. Counting from 1 March 2031.

THE FIGURES CAN ALL BE TRUE, but only because of “at least”.

  who said it                           about     what they said
  Mayor Ana Zelder                      9 Mar     4,000 casualties
  Red Cross Society, via Harbour Radio  13 Mar    at least 300 killed
  Red Cross Society, via Harbour Radio  13 Mar    2,700 wounded
  Government <press & office>           forecast  5,000 casualties

WHAT IS LEFT POSSIBLE if every claim is true        to the letter  with rounding
  killed by 13 Mar  stated: 300 or more             1,300 or more    750 or more
    Open above; the highest figure stated is 4,000 (Zelder).
  1,300 = 4,000 (Zelder) - 2,700 (RCS); without either: 300.

ONE THING TO KNOW
 1 Conflict in retelling: “at least 300” told on as 300. At least 4,000
   (Zelder), but at most 300 + 2,700 = 3,000 (RCS): 1,000 too few (1.33 times).
   Check the sum: flood --proof 1

Rests on: nobody present on 28 Feb, nobody counted twice. Not used: Government
<press & office> (a forecast). Taken for granted: A default was <taken>.
"""


def test_the_text_is_one_screen_in_the_order_of_reading(report: Make) -> None:
    """Answer, who said what, what is left, things to know, what it rests on."""
    assert report().to_text(command="flood") == WHOLE


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_no_line_is_wider_than_asked(report: Make, width: int) -> None:
    """Whatever the width, the text keeps to it."""
    lines = report().to_text(width=width).splitlines()

    assert max(map(len, lines)) <= width


@pytest.mark.parametrize(
    ("verdict", "lead"),
    [
        (Verdict.CONTRADICTION, "THE FIGURES CANNOT ALL BE TRUE. "),
        (Verdict.TENSION, "THE FIGURES FIT ONLY WITH ROUNDING. "),
        (Verdict.UNDECIDED, "UNDECIDED. "),
        (Verdict.COMPATIBLE, "THE FIGURES CAN ALL BE TRUE. "),
    ],
)
def test_every_verdict_is_said_in_capitals(report: Make, verdict: Verdict, lead: str) -> None:
    """Also where the sentence does not begin with its words."""
    text = report(verdict=verdict, sentence="Nobody knows more.").to_text()

    assert f"\n{lead}Nobody knows more.\n" in text


def test_no_word_of_the_mathematics_is_on_the_first_screen(report: Make) -> None:
    """No Farkas, row, cell or § (architecture of names)."""
    words = report().to_text().casefold().replace(".", " ").split()

    assert not {"farkas", "row", "rows", "cell", "cells", "lenient", "strict"} & set(words)
    assert "§" not in report().to_text()


def test_conflicts_of_one_story_are_one_thing(report: Make, clash: Finding) -> None:
    """Another conflict of the same story adds a sentence, not an entry."""
    other = replace(clash, claims=("dead", "soon"))

    things = report(findings=(clash, other), conditional=()).things

    assert [len(thing.findings) for thing in things] == [2]
    assert things[0].text.endswith(
        "At least 300 killed (RCS) is in 1 more conflict of the same story."
    )


def test_contradictions_come_before_everything_else(report: Make, clash: Finding) -> None:
    """The gravest first, whatever order the findings are in."""
    apparent = Finding(FindingKind.APPARENT, ("dead", "hurt"), "No.", differs=("measure", "time"))

    things = report(findings=(apparent, clash)).things

    assert [thing.lead for thing in things] == ["Conflict", "No conflict", "Conflict in retelling"]
    assert things[1].text == ("at least 300 and 4,000. They differ in what is counted and the day.")


def test_a_conflict_says_first_what_it_rests_on(report: Make, clash: Finding) -> None:
    """A rule of ours or an assumption stands before the figures (§11)."""
    resting = replace(clash, rests_on=("ended", "once"))

    text = report(findings=(resting,)).things[0].text

    assert text.startswith("given nobody new harmed after the end and nobody counted twice, ")


def test_what_does_not_fit_is_counted_not_dropped(report: Make, clash: Finding) -> None:
    """Things beyond the screen keep their numbers, and the text says how many they are."""
    revised = Finding(FindingKind.REVISION, ("dead",), "The mayor replaced 30 by 28.")

    text = report(findings=(revised,) * 5, conditional=(clash,)).to_text()

    assert text.count("The mayor replaced 30 by 28.") == 2
    assert "... and 3 more of this kind (4 to 6): --format json" in text


def test_a_search_that_stopped_at_its_limit_says_so(report: Make) -> None:
    """Nobody may take the conflicts shown for all there are."""
    words = " ".join(report(truncated=True).to_text().split())

    assert "The search for conflicts stopped at its limit: there may be more." in words


def test_accounts_stand_where_claims_clash(report: Make, killed: PossibleRange) -> None:
    """Each largest set that can be true has its own line, named by what it leaves out."""
    interval = (Fraction(1300), Fraction(1300))
    account = Account(("hurt", "wounded"), ("dead",), interval, (Fraction(750), Fraction(1850)))
    torn = replace(
        killed,
        strict_low=None,
        strict_high=None,
        lenient_low=None,
        lenient_high=None,
        highest_stated=None,
        accounts=(account,),
    )

    text = range_text(report(), torn)

    assert text.splitlines() == [
        "WHAT IS LEFT POSSIBLE                               to the letter  with rounding",
        "  killed by 13 Mar  stated: 300 or more",
        "    without at least 300 killed (RCS)                       1,300      750-1,850",
    ]


def test_an_undecided_range_shows_no_number(report: Make, killed: PossibleRange) -> None:
    """A range whose budget ran out says so instead of showing ends."""
    text = range_text(report(), replace(killed, undecided=True, highest_stated=None))

    assert text.splitlines()[1].split()[-2:] == ["undecided", "undecided"]


def test_a_claim_without_a_short_form_is_told_as_it_stands(report: Make) -> None:
    """What is not used for another reason than its kind is told in the notice's words."""
    text = report(not_used=("The old table was set aside", Notice("CR1", "So was this.")))

    words = " ".join(text.to_text().split())
    assert "Not used: The old table was set aside; So was this." in words
