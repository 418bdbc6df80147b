"""The words behind a number: what is kept of them, and the rate that they give."""

import pytest

from claimrecon.quantities import Relation, parse_count


@pytest.mark.parametrize(
    ("words", "number", "rest"),
    [
        ("300, killed", "300", "killed"),
        ("300: dead", "300", "dead"),
        ("300 – dead –", "300", "dead"),
        ("300 dead, they say.", "300", "dead, they say"),
        ("300 dead?!.", "300", "dead"),
        ("300, .", "300", ""),
        ("300 (dead)", "300", "(dead)"),
        ("300 (dead) wounded", "300", "(dead) wounded"),
        ("300 dead [sic]", "300", "dead [sic]"),
        ("300 [sic] dead", "300", "[sic] dead"),
        ("300 killed (in 12 towns).", "300", "killed (in 12 towns)"),
        # The marks of footnotes.
        ("300* killed", "300", "killed"),
        ("300† killed", "300", "killed"),
        ("300‡ killed", "300", "killed"),
        ("300¹ killed", "300", "killed"),
        ("300² killed", "300", "killed"),
        ("300³ killed", "300", "killed"),
        ("300[12] killed", "300", "killed"),
        ("300[abc] killed", "300", "killed"),
        ("300[abcd] killed", "300", "[abcd] killed"),
        ("300(a] killed", "300", "(a] killed"),
        ("300 [a] killed", "300", "[a] killed"),
        # The whole that the number is a part of.
        ("dozens of people", "dozens", "people"),
        ("300 of the brigade", "300", "of the brigade"),
        ("300 of 400 men", "300", "of 400 men"),
        ("300 of the 400 men", "300", "of the 400 men"),
        ("300 killed, one of them a child", "300", "killed, one of them a child"),
        ("300 killed, including 3 children, not 5", "300", "killed, including 3 children, not 5"),
        # Its parts in brackets.
        ("fifteen (15) men", "fifteen", "(15) men"),
        ("fifteen men (15)", "fifteen", "men (15)"),
        ("fifteen (15", "fifteen", "(15"),
        ("183 killed (13 US + 170 Afghan)", "183", "killed (13 US + 170 Afghan)"),
        ("183 (100 US, 70 Afghan, 13 UK) men", "183", "(100 US, 70 Afghan, 13 UK) men"),
        ("12 (6 in a town, 6 in a village)", "12", "(6 in a town, 6 in a village)"),
        ("12 (half of the 12)", "12", "(half of the 12)"),
        ("12 men) (6 US, 6 UK)", "12", "men) (6 US, 6 UK)"),
        # What stands there is no thing.
        ("300 tank crews", "300", "tank crews"),
        ("300 tank crew members", "300", "tank crew members"),
        ("300 tank members", "300", "tank members"),
        ("300 Russian tank crew", "300", "Russian tank crew"),
        ("300 Russian tanks crew", "300", "Russian tanks crew"),
        ("300 soldiers, tanks", "300", "soldiers, tanks"),
        ("300 killed villages", "300", "killed villages"),
        ("300 in villages", "300", "in villages"),
        ("300 of tanks", "300", "of tanks"),
        ("300 and tanks", "300", "and tanks"),
        ("300, tanks followed", "300", "tanks followed"),
        ("300 Russian tank men", "300", "Russian tank men"),
        ("five half-starved men", "five", "half-starved men"),
        # Nor a misspelt number.
        ("300 core supporters", "300", "core supporters"),
        ("300 repair workers", "300", "repair workers"),
        ("300 lions", "300", "lions"),
        # Nor a date.
        ("9 may die", "9", "may die"),
        ("9 May Die", "9", "May Die"),
        ("9 May a man die", "9", "May a man die"),
    ],
)
def test_the_words_behind_a_number_are_kept_as_written(words: str, number: str, rest: str) -> None:
    """Without the signs around them, but for brackets that belong to words."""
    phrase = parse_count(words)

    assert (phrase.text[: phrase.end], phrase.rest, phrase.per) == (number, rest, None)


@pytest.mark.parametrize(
    "rest",
    [
        "in 12 towns", "at 10 Main Street", "by 12 gunmen", "across 12 towns", "during 12 days",
        "since 2014", "after 5 days", "within 5 days", "before 2014", "until 2014", "from 2014",
        "near 40 villages", "aged 40", "for 5 days", "past 5 o'clock", "in the last 5 days",
        "the previous 5 days", "the first 5 days", "the next 5 days", "on Monday 5", "January 5",
        "Jan 2024", "in May 2024", "as of 5 January", "on the 3rd", "the 1 st", "the 2 nd wave",
        "the 3 rd wave", "the 4 th wave", "in just 5 days", "in about 5 days", "in only 5 days",
        "in over 5 days", "in some 5 days", "in at least 5 days", "in around 5 days",
        "in the 5 days", "in 5-6 days", "in 5/6 days", "at 5:30", "in 5 hundred towns",
    ],
)  # fmt: skip
def test_a_number_that_says_when_or_where_may_follow(rest: str) -> None:
    """It is no second count."""
    phrase = parse_count(f"300 killed {rest}")

    assert phrase.best == 300
    assert phrase.rest == f"killed {rest}"


@pytest.mark.parametrize("rest", ["in 12 towns", "as of 5 January", "aged 40", "in about 5 days"])
def test_what_says_when_or_where_may_follow_at_once(rest: str) -> None:
    """With no word for persons in between."""
    assert parse_count(f"300 {rest}").rest == rest


@pytest.mark.parametrize(
    ("words", "number", "rest", "per"),
    [
        ("300 killed per day", "300", "killed", "day"),
        ("300 killed each day in May.", "300", "killed in May", "day"),
        ("300 killed an hour", "300", "killed", "hour"),
        ("300 a day, they say", "300 a day", "they say", "day"),
        ("300 every day", "300 every day", "", "day"),
        ("300 each week", "300 each week", "", "week"),
        ("300 per annum", "300 per annum", "", "annum"),
        ("300/day", "300/day", "", "day"),
        ("300 killed / month", "300", "killed", "month"),
        ("300 per 24 hrs", "300 per 24 hrs", "", "day"),
        ("300 every 24 hours killed", "300 every 24 hours", "killed", "day"),
        ("300 / 24 h", "300 / 24 h", "", "day"),
        ("300 per 24 days", "300 per 24 days", "", "24 days"),
        ("300 per thousand people (in May)", "300 per thousand people", "(in May)",
         "thousand people"),
        ("300 per head", "300 per head", "", "head"),
        ("300 per Head, they say", "300 per Head", "they say", "head"),
        ("300 per head killed", "300 per head killed", "", "head killed"),
        ("300 per day killed", "300 per day", "killed", "day"),
        ("300 killed a week later", "300", "killed a week later", None),
        ("300 per head. Killed", "300 per head", "Killed", "head"),
        ("300/village", "300/village", "", "village"),
        ("300 hourly", "300 hourly", "", "hour"),
        ("300 daily casualties", "300 daily", "casualties", "day"),
        ("300 killed daily, they say", "300", "killed they say", "day"),
        ("300 nightly", "300 nightly", "", "night"),
        ("300 weekly", "300 weekly", "", "week"),
        ("300 yearly", "300 yearly", "", "year"),
        ("300 annually", "300 annually", "", "year"),
        ("hundreds of people a day", "hundreds", "people", "day"),
        # These say when, or how often.
        ("300 killed in daily raids", "300", "killed in daily raids", None),
        ("300 killed by the day", "300", "killed by the day", None),
        ("300 killed in a day", "300", "killed in a day", None),
        ("300 within a week", "300", "within a week", None),
        ("300 twice a week", "300", "twice a week", None),
        ("300 in such a month", "300", "in such a month", None),
        ("300 a day ago", "300", "a day ago", None),
        ("300 a week later", "300", "a week later", None),
        ("300 a week before", "300", "a week before", None),
        ("300 a week after", "300", "a week after", None),
        ("300 per", "300", "per", None),
    ],
)  # fmt: skip
def test_a_rate_is_what_the_number_is_per(
    words: str, number: str, rest: str, per: str | None
) -> None:
    """It belongs to the phrase where it follows at once, and never to the words behind."""
    phrase = parse_count(words)

    assert (phrase.text[: phrase.end], phrase.rest, phrase.per) == (number, rest, per)


@pytest.mark.parametrize(
    ("words", "number", "rest", "increment"),
    [
        ("300 more", "300 more", "", True),
        ("300 more wounded", "300 more", "wounded", True),
        ("300 more a day", "300 more a day", "", True),
        ("300 more than last week", "300 more", "than last week", False),
        ("300 fewer killed", "300 fewer", "killed", False),
        ("300 higher than in May", "300 higher", "than in May", False),
    ],
)
def test_more_is_an_increment_and_more_than_a_difference(
    words: str, number: str, rest: str, increment: bool
) -> None:
    """So is fewer, with or without "than"."""
    phrase = parse_count(words)

    assert (phrase.text[: phrase.end], phrase.rest) == (number, rest)
    assert phrase.increment is increment
    assert phrase.relation is (None if increment else Relation.DIFFERENCE)


@pytest.mark.parametrize(
    ("words", "households"),
    [
        ("300 families", True),
        ("300 family", True),
        ("300 households, killed", True),
        ("300 household", True),
        ("hundreds of families", True),
        ("300 of families", False),
        ("300 people of one family", False),
    ],
)
def test_families_are_no_persons(words: str, households: bool) -> None:
    """They are marked where the number counts them."""
    assert parse_count(words).households is households
