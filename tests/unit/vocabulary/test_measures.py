"""What a figure counts: every measure as a combination of moves (§3, §4)."""

from collections.abc import Iterator, Mapping

import pytest

from claimrecon.vocabulary import (
    MEASURES,
    MOVES,
    Measure,
    MeasureKind,
    Move,
    State,
    between,
    measure_named,
    sum_of,
)

FLOW, NET, STOCK, MIXED = "flow", "net flow", "stock", "mixed"
COMBINATIONS = {
    "killed": (FLOW, "KILL DIE_OF_WOUNDS FIND_DEAD DIE_CAPTIVE"),
    "killed_in_action": (FLOW, "KILL"),
    "died_of_wounds": (FLOW, "DIE_OF_WOUNDS"),
    "indirect_deaths": (FLOW, "DIE_OTHERWISE DIE_OTHERWISE_RECOVERED"),
    "deaths": (
        FLOW,
        "KILL DIE_OTHERWISE DIE_OF_WOUNDS FIND_DEAD DIE_CAPTIVE DIE_OTHERWISE_RECOVERED",
    ),
    "wounded": (NET, "WOUND -DIE_OF_WOUNDS FIND_WOUNDED RELEASE_WOUNDED"),
    "casualties": (FLOW, "KILL WOUND FIND_DEAD FIND_WOUNDED DIE_CAPTIVE RELEASE_WOUNDED"),
    "casualties_all": (
        MIXED,
        "KILL WOUND LOSE CAPTURE LOSE_WOUNDED CAPTURE_WOUNDED -RETURN -RELEASE",
    ),
    "missing": (
        STOCK,
        "LOSE LOSE_WOUNDED -FIND_DEAD -RETURN -FIND_WOUNDED -FIND_CAPTIVE LOSE_CAPTIVE",
    ),
    "held": (
        STOCK,
        "CAPTURE CAPTURE_WOUNDED FIND_CAPTIVE -DIE_CAPTIVE -RELEASE -RELEASE_WOUNDED -LOSE_CAPTIVE",
    ),
    "captured": (FLOW, "CAPTURE CAPTURE_WOUNDED FIND_CAPTIVE"),
    "irrecoverable": (
        MIXED,
        (
            "KILL LOSE CAPTURE DIE_OTHERWISE DIE_OF_WOUNDS LOSE_WOUNDED CAPTURE_WOUNDED -RETURN "
            "-FIND_WOUNDED -RELEASE -RELEASE_WOUNDED DIE_OTHERWISE_RECOVERED"
        ),
    ),
    "dead_or_missing": (
        MIXED,
        (
            "KILL LOSE DIE_OF_WOUNDS LOSE_WOUNDED -RETURN -FIND_WOUNDED -FIND_CAPTIVE DIE_CAPTIVE "
            "LOSE_CAPTIVE"
        ),
    ),
    "arrived": (FLOW, "ARRIVE"),
    "withdrawn": (FLOW, "WITHDRAW WITHDRAW_RECOVERED"),
    "strength": (
        STOCK,
        (
            "ARRIVE -WITHDRAW -KILL -WOUND -LOSE -CAPTURE -DIE_OTHERWISE RECOVER RETURN RELEASE "
            "RECOVER_SAFELY -WITHDRAW_RECOVERED -DIE_OTHERWISE_RECOVERED"
        ),
    ),
    "displaced": (FLOW, "DISPLACE"),
    "idps": (STOCK, "DISPLACE -GO_HOME"),
    "casualties_unspecified": (FLOW, "KILL DIE_OF_WOUNDS FIND_DEAD DIE_CAPTIVE"),
    "deaths_unspecified": (FLOW, "KILL DIE_OF_WOUNDS FIND_DEAD DIE_CAPTIVE"),
}
"""Kind and moves of every measure, in the order of the moves; a minus counts backwards."""

CAN_FALL = {
    "wounded",
    "casualties_all",
    "missing",
    "held",
    "irrecoverable",
    "dead_or_missing",
    "strength",
    "idps",
}
"""The last column of the table of §3."""

OCCUPIED = {
    "missing": {State.MISSING},
    "held": {State.CAPTIVE},
    "strength": {State.PRESENT, State.RECOVERED},
    "idps": {State.DISPLACED},
    "killed": {State.DEAD},
    "indirect_deaths": {State.DEAD_OTHERWISE},
    "deaths": {State.DEAD, State.DEAD_OTHERWISE},
    "withdrawn": {State.DEPARTED},
    "dead_or_missing": {State.DEAD, State.MISSING},
    "irrecoverable": {State.DEAD, State.DEAD_OTHERWISE, State.MISSING, State.CAPTIVE},
}
"""Measures that count who is in these states now."""


def shown(weights: Mapping[Move, int]) -> str:
    """Write weights of one as names of moves, a minus before those that count backwards."""
    signs = {1: "", -1: "-"}
    return " ".join(f"{signs.get(weight, weight)}{move.name}" for move, weight in weights.items())


def walks(start: State, steps: int) -> Iterator[tuple[Move, ...]]:
    """Yield every way to make at most *steps* moves from *start*."""
    yield ()
    if steps:
        for move in MOVES:
            if move.origin is start:
                yield from ((move, *rest) for rest in walks(move.target, steps - 1))


STARTS = (State.AWAY, State.PRESENT, State.SETTLED, State.DISPLACED)
WALKS = [(start, walk) for start in STARTS for walk in walks(start, 5)]


def total(measure: Measure, walk: tuple[Move, ...]) -> int:
    """Return the running total of one person who made these moves."""
    return sum(measure.coefficients.get(move, 0) for move in walk)


def test_the_measures_are_those_of_the_convention() -> None:
    """One entry for each, under its own name."""
    assert list(MEASURES) == list(COMBINATIONS)
    assert all(measure.name == name for name, measure in MEASURES.items())


@pytest.mark.parametrize("name", COMBINATIONS)
def test_a_measure_is_its_combination_of_moves(name: str) -> None:
    """Kind and integer weights, as §3 has them."""
    measure = MEASURES[name]

    assert (measure.kind, shown(measure.coefficients)) == COMBINATIONS[name]


@pytest.mark.parametrize("name", COMBINATIONS)
def test_the_moves_in_and_out_are_the_signs_of_the_weights(name: str) -> None:
    """In less out is the measure."""
    measure = MEASURES[name]
    rebuilt = {
        move: measure.moves_in.get(move, 0) - measure.moves_out.get(move, 0)
        for move in (*measure.moves_in, *measure.moves_out)
    }

    assert rebuilt == measure.coefficients
    assert min(*measure.moves_in.values(), *measure.moves_out.values(), 1) > 0


@pytest.mark.parametrize("name", COMBINATIONS)
def test_a_running_total_falls_exactly_where_the_convention_says(name: str) -> None:
    """Somebody's way shows the fall, and no way shows one where there is none."""
    measure = MEASURES[name]
    falls = any(measure.coefficients.get(move, 0) < 0 for _, walk in WALKS for move in walk)

    assert measure.can_fall == falls == (name in CAN_FALL)


@pytest.mark.parametrize("name", OCCUPIED)
def test_a_count_of_moves_is_the_count_of_persons_in_the_state(name: str) -> None:
    """Whatever way a person goes, the moves add up to where the person is."""
    measure, states = MEASURES[name], OCCUPIED[name]
    wrong = [
        walk
        for start, walk in WALKS
        if total(measure, walk)
        != ((walk[-1].target if walk else start) in states) - (start in states)
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("deaths", ("killed", "indirect_deaths")),
        ("casualties", ("killed", "wounded")),
        ("casualties_all", ("killed", "wounded", "missing", "held")),
        ("irrecoverable", ("deaths", "missing", "held")),
        ("dead_or_missing", ("killed", "missing")),
    ],
)
def test_a_named_sum_counts_what_its_parts_count(whole: str, parts: tuple[str, ...]) -> None:
    """The table's own words: "killed + wounded" is no measure of its own."""
    added = sum_of("added", tuple(MEASURES[part] for part in parts))

    assert added.coefficients == MEASURES[whole].coefficients
    assert added.kind is MEASURES[whole].kind


@pytest.mark.parametrize("name", COMBINATIONS)
def test_what_is_new_in_a_period_is_at_least_what_came_in(name: str) -> None:
    """The gross moves bind the low end of a period (§4)."""
    measure = MEASURES[name]

    assert all(measure.gross.get(move, 0) >= weight for move, weight in measure.moves_in.items())


def test_gross_moves_of_mixed_measures_count_what_cancels() -> None:
    """A missing person who is found dead is newly dead, although nobody more is dead or missing."""
    assert shown(MEASURES["dead_or_missing"].gross).split() == [
        "KILL",
        "DIE_OF_WOUNDS",
        "FIND_DEAD",
        "DIE_CAPTIVE",
        "LOSE",
        "LOSE_WOUNDED",
        "LOSE_CAPTIVE",
    ]
    assert Move.FIND_CAPTIVE in MEASURES["irrecoverable"].gross
    assert Move.FIND_CAPTIVE in MEASURES["casualties_all"].gross


def test_only_strength_and_displacement_open_with_an_unknown_number() -> None:
    """Nobody is wounded, missing, captive or dead when the balance opens (§3)."""
    openings = {name: measure.opening for name, measure in MEASURES.items() if measure.opening}

    assert openings == {"strength": State.PRESENT, "idps": State.DISPLACED}


@pytest.mark.parametrize(
    ("name", "unknown_part"),
    [
        (
            "casualties_unspecified",
            (
                "WOUND LOSE CAPTURE LOSE_WOUNDED CAPTURE_WOUNDED FIND_WOUNDED FIND_CAPTIVE "
                "RELEASE_WOUNDED LOSE_CAPTIVE"
            ),
        ),
        ("deaths_unspecified", "DIE_OTHERWISE DIE_OTHERWISE_RECOVERED"),
    ],
)
def test_a_bare_word_counts_the_killed_and_an_unknown_part_of_others(
    name: str, unknown_part: str
) -> None:
    """The wounded, missing and captured; or those who died of other causes (§3)."""
    vague = MEASURES[name].vague or ()

    assert " ".join(move.name for move in vague) == unknown_part
    assert MEASURES[name].coefficients == MEASURES["killed"].coefficients


def test_no_other_measure_is_vague() -> None:
    """``None`` says that all of it is known."""
    vague = {name for name, measure in MEASURES.items() if measure.vague is not None}

    assert vague == {"casualties_unspecified", "deaths_unspecified"}


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("killed", "killed"),
        ("injured", "wounded"),
        ("excess_deaths", "deaths"),
        ("survivors", "strength"),
        ("present", "strength"),
        ("losses", "casualties_unspecified"),
        ("lost", "casualties_unspecified"),
    ],
)
def test_other_words_name_the_same_measure(word: str, name: str) -> None:
    """An alias is the measure, not a copy of it."""
    assert measure_named(word) is MEASURES[name]


def test_an_unknown_word_names_no_measure() -> None:
    """Nothing is guessed here; near misses are for the reader of files."""
    assert measure_named("Killed") is None
    assert measure_named("eliminated") is None


def test_no_name_stands_for_two_measures() -> None:
    """Names and aliases together are all different."""
    words = [word for m in MEASURES.values() for word in (m.name, *m.aliases)]

    assert len(words) == len(set(words))


def test_a_measure_cannot_be_changed() -> None:
    """Its weights are a view of the table."""
    with pytest.raises(TypeError):
        MEASURES["killed"].coefficients[Move.WOUND] = 1  # type: ignore[index]


def test_weights_of_zero_are_left_out_and_the_rest_put_in_order() -> None:
    """Two ways to write one combination are one measure."""
    scrambled = Measure("own", MeasureKind.FLOW, {Move.WOUND: 1, Move.LOSE: 0, Move.KILL: 1}, "own")

    assert list(scrambled.coefficients.items()) == [(Move.KILL, 1), (Move.WOUND, 1)]
    assert scrambled == Measure("own", MeasureKind.FLOW, {Move.KILL: 1, Move.WOUND: 1}, "own")


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        (("killed", "captured"), FLOW),
        (("wounded", "captured"), NET),
        (("killed", "wounded"), FLOW),
        (("missing", "held"), STOCK),
        (("killed", "missing"), MIXED),
        (("wounded", "held"), MIXED),
        (("casualties_all", "indirect_deaths"), MIXED),
    ],
)
def test_a_sum_is_as_falling_as_its_parts_together(parts: tuple[str, ...], kind: str) -> None:
    """Stocks stay a stock, and with anything else they are mixed."""
    added = sum_of("own", tuple(MEASURES[part] for part in parts))

    assert added.kind == kind
    assert added.can_fall == (kind != FLOW)


def test_a_sum_names_its_parts_and_counts_what_is_new_in_each() -> None:
    """Who died of wounds is newly dead, although killed and wounded together did not change."""
    added = sum_of("eliminated", (MEASURES["killed"], MEASURES["wounded"]))

    assert (added.name, added.title) == ("eliminated", "killed + wounded")
    assert Move.DIE_OF_WOUNDS not in added.coefficients
    assert added.gross[Move.DIE_OF_WOUNDS] == 1
    assert sum_of("eliminated", (MEASURES["killed"],), title="gone").title == "gone"


def test_a_sum_opens_with_the_unknown_number_of_its_part() -> None:
    """Present and missing: nobody may have said how many were there before."""
    assert sum_of("own", (MEASURES["missing"], MEASURES["strength"])).opening is State.PRESENT
    assert sum_of("own", (MEASURES["missing"], MEASURES["held"])).opening is None


def test_a_vague_part_makes_a_sum_vague() -> None:
    """The unknown parts add up, and one without bound leaves the sum without bound."""
    dead, killed = MEASURES["deaths_unspecified"], MEASURES["killed"]
    cases = between("cases", MEASURES["wounded"], None)

    assert sum_of("own", (killed, MEASURES["captured"])).vague is None
    assert sum_of("own", (dead, MEASURES["captured"])).vague == dead.vague
    assert sum_of("own", (dead, cases)).vague == ()


def test_between_two_measures_lies_an_unknown_part_of_what_the_outer_adds() -> None:
    """Killed for certain, and some of the wounded."""
    victims = between("war_victims", MEASURES["killed"], MEASURES["casualties"])

    assert victims.coefficients == MEASURES["killed"].coefficients
    assert victims.vague == (Move.WOUND, Move.FIND_WOUNDED, Move.RELEASE_WOUNDED)
    assert (victims.kind, victims.title, victims.can_fall) == (FLOW, "war victims", False)


def test_the_unknown_part_of_the_outer_measure_is_taken_along() -> None:
    """What only may count for the outer measure may count between the two."""
    dead = MEASURES["deaths_unspecified"]

    assert between("own", MEASURES["killed"], dead).vague == dead.vague


def test_without_an_outer_measure_nothing_bounds_the_unknown_part() -> None:
    """``outer: null`` sets no bound on that side."""
    cases = between("cases_treated", MEASURES["wounded"], None)

    assert cases.vague == ()
    assert cases.coefficients == MEASURES["wounded"].coefficients
    assert cases.kind is MEASURES["wounded"].kind


def test_moves_that_both_measures_count_are_not_counted_again() -> None:
    """Only what the outer measure adds is open, so often as it adds it."""
    twice = sum_of("twice", (MEASURES["captured"], MEASURES["captured"]))
    own = between("own", MEASURES["captured"], twice)

    assert own.vague == (Move.CAPTURE, Move.CAPTURE_WOUNDED, Move.FIND_CAPTIVE)
