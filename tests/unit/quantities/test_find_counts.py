"""The numbers of a running text, and what only looks like one."""

import pytest

from claimrecon.quantities import Comparator, Relation, find_counts

EQ, GE, GT, LE = Comparator.EQ, Comparator.GE, Comparator.GT, Comparator.LE


def _read(text: str) -> list[tuple[str, str]]:
    return [(text[found.start : found.end], found.comparator.value) for found in find_counts(text)]


def _values(text: str) -> list[object]:
    return [found.low if found.best is None else found.best for found in find_counts(text)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("They killed 300 soldiers near the town.", [("300", "eq")]),
        ("300 killed and another 2,700 wounded", [("300", "eq"), ("2,700", "eq")]),
        ("7 dead, 20+ injured in missile strike", [("7", "eq"), ("20+", "ge")]),
        ("The army admits to only seven.", [("seven", "eq")]),
        ("Scores of people were hurt.", [("Scores", "vague")]),
        ("About 120 to 130 thousand people fled.", [("About 120 to 130 thousand", "range")]),
        ("3 of the 11 crew survived", [("3", "eq"), ("11", "eq")]),
        ("Nobody was hurt.", [("Nobody", "eq")]),
        ("Losses reached 1,200 a day.", [("1,200 a day", "eq")]),
        ("3,000 families or some 9,000 people", [("3,000", "eq"), ("some 9,000", "approx")]),
        ("One soldier died.", [("One", "eq")]),
        ("One thousand and 61 were hurt.", [("One thousand", "eq"), ("61", "eq")]),
        ("Two thousand and a soldier died.", [("Two thousand", "eq"), ("a", "eq")]),
        ("They put the number of dead at 45.", [("45", "eq")]),
        ("4500 were killed.", [("4500", "eq")]),
        ("Thousands fled.", [("Thousands", "vague")]),
        ("He lost several.", [("several", "vague")]),
        ("2-300 killed, 5 hurt", [("5", "eq")]),
        ("300 to 200 killed, 5 hurt", [("5", "eq")]),
        ("They lost several soldiers.", [("several", "vague")]),
    ],
)  # fmt: skip
def test_numbers_are_found_where_they_stand(text: str, read: list[tuple[str, str]]) -> None:
    """Hedges belong to the phrase, "another" and "only" do not."""
    assert _read(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "the 810th brigade",
        "155mm shells",
        "$61 billion in aid",
        "USD 5 million was paid",
        "the third body",
        "A 42-year-old conscript was seen.",
        "Su-34 jets struck a depot in sector 9 at 03:30.",
        "3 hours before the assault by Battalion 47",
        "Fifteen tanks and 27 armoured vehicles",
        "in 2024 and from 1995 to 1998",
        "January 9 and 12 May",
        "said Sergeant Oleh Dmyt, 29.",
        "Phase 2, page 12, No. 5, COVID-19",
        "open 24/7 from 10:30",
        "No casualties were reported.",
        "1) the first half of the match",
        "a dozen villages and 43 attacks",
        "one of the reasons",
        "at 10 Main Street",
        "several bridges and, they said, many roads",
        "since 2014 soldiers left",
        "one, they said, of all",
    ],
)
def test_what_is_no_count_of_persons_is_left_out(text: str) -> None:
    """Calibres, prices, ages, units, dates and things."""
    assert _read(text) == []


@pytest.mark.parametrize(
    ("text", "comparators"),
    [
        ("at least 300 killed and 61 wounded", [GE, GE]),
        ("at least 12 dead, 30 wounded and 5 missing", [GE, GE, GE]),
        ("more than 1,400 people killed and 250 hostages", [GT, GT]),
        ("up to 300 dead and 61 wounded", [LE, LE]),
        ("at least 300 killed and another 61 wounded", [GE, EQ]),
        ("at least 300 killed, including 61 children", [GE, EQ]),
        ("about 300 killed and 61 wounded", [Comparator.APPROX, EQ]),
        ("300+ killed and 61 wounded", [GE, EQ]),
        ("at least 300 were killed. 61 wounded", [GE, EQ]),
        ("at least 300 were killed in the town and 61 wounded", [GE, EQ]),
        ("at least 300 were killed. Sixty were wounded", [GE, EQ]),
        ("at least 300 men of the two hill towns were killed, 61 wounded", [GE, EQ]),
    ],
)
def test_a_bound_covers_what_follows_in_one_breath(
    text: str, comparators: list[Comparator]
) -> None:
    """And starts afresh with "another"."""
    assert [found.comparator for found in find_counts(text)] == comparators


def test_a_carried_bound_is_marked() -> None:
    """The words of the second figure do not hold it."""
    first, second = find_counts("at least 300 killed and 61 wounded")

    assert (first.carried, second.carried) == (False, True)
    assert second.low == 61
    assert second.high is None
    assert second.best is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The toll rose from 96 to 118 on Sunday.", [96, 118]),
        ("It fell from 500 to 341.", [500, 341]),
        ("It was revised on Friday from 354 to 331.", [354, 331]),
        ("From 200 to 225 were killed.", [200]),
    ],
)
def test_two_figures_of_two_days_are_no_range(text: str, values: list[int]) -> None:
    """A verb of change in front of "from" says so."""
    assert _values(text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In 2022 300 soldiers died.", [300]),
        ("2014 people were killed in 2014.", [2014]),
        ("In 2014 soldiers left.", []),
        ("Exactly 1999 were killed, at least 2000 died.", [1999, 2000]),
    ],
)
def test_years_are_told_from_tolls(text: str, values: list[int]) -> None:
    """By what stands around them."""
    assert _values(text) == values


def test_parts_and_increments_are_marked() -> None:
    """A part is never added, an increment comes on top."""
    whole, part, more = find_counts("12 people, including 3 children, died; another 40 were hurt.")

    assert (whole.subset, part.subset, more.subset) == (False, True, False)
    assert (whole.increment, part.increment, more.increment) == (False, False, True)


def test_ratios_are_found_with_their_relation() -> None:
    """A share, a change and a difference."""
    found = find_counts("A third of them died, losses halved, 200 more than last week.")

    relations = [phrase.relation for phrase in found]

    assert relations == [Relation.SHARE, Relation.CHANGE, Relation.DIFFERENCE]


def test_nothing_is_read_inside_a_mask() -> None:
    """Nor across one."""
    text = "On 9 January 300 of 12 500 died"

    found = find_counts(text, masks=[(0, 12), (text.index("12 500"), text.index(" died"))])

    assert [text[phrase.start : phrase.end] for phrase in found] == ["300"]


def test_a_mask_may_begin_between_words() -> None:
    """What ends before it is read, what begins in it is not."""
    text = "300   400 died"

    found = find_counts(text, masks=[(4, 9)])

    assert [text[phrase.start : phrase.end] for phrase in found] == ["300"]


def test_rest_ends_before_the_next_number() -> None:
    """So that each number keeps what it counts."""
    found = find_counts("300 killed and 61 wounded, the mayor said. He left.")

    assert [phrase.rest for phrase in found] == ["killed and", "wounded, the mayor said"]


@pytest.mark.parametrize(
    "unit",
    ["1234567890", "1-", "12-34,5 at least ", "1\u202f", "at least about ", "12 (", "300 and ",
     "two hundred thousand ", "at least 300 killed and 61 wounded, "],
)  # fmt: skip
def test_hostile_runs_are_read_to_their_end(unit: str) -> None:
    """Runs of digits, hyphens and hedges; ``benchmarks/reading.py`` measures what they cost."""
    text = unit * (8_000 // len(unit))

    found = find_counts(text)

    places = [place for phrase in found for place in (phrase.start, phrase.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


@pytest.mark.parametrize("text", ["5 killed per", "a 25 per cent 5 per cent incr per", "3 per"])
def test_a_text_that_ends_in_per_is_no_rate(text: str) -> None:
    """What a number is per may be missing: found by fuzzing."""
    assert all(count.per is None for count in find_counts(text))
