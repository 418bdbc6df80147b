"""The rows themselves: whose they are, what they say, and which counts they weigh how."""

from collections.abc import Iterator
from typing import Any

import pytest

import claimrecon as cr

SINCE = {"since": "2025-01-01"}
PLACES = {**SINCE, "places": {"region": {"north": {}, "south": {}}}}
NORTH, REGION = {"place": "north"}, {"place": "region"}


def _rows(head: dict[str, Any], *claims: dict[str, Any], source: str = "S") -> Iterator[str]:
    common = {"source": source, "exact": True, "reported_on": "2025-06-01"}
    told = [{"id": name, **common, **claim} for name, claim in zip("abcd", claims, strict=False)]
    for row in cr.reconcile({"claimrecon": 1, "claims": told, **head}).system.linear.rows:
        words = row.name.removeprefix(f"{row.owner}: ")
        terms = "".join(f"\n  {weight:+d} {variable}" for variable, weight in row.coefficients)
        yield f"[{row.owner or 'rule'}] {words}{terms}\n  >= {row.bound}\n"


def _assuming(rule: str, **rest: Any) -> dict[str, Any]:
    return {**PLACES, "assumptions": [{"id": "rule", "assume": rule, **rest}]}


def test_totals_from_an_unknown_start_are_differences() -> None:
    """Each says that the start lies before its day; a period does not (§5)."""
    rows = _rows(
        {},
        {"measure": "killed", "high": 5, "as_of": "2025-01-05"},
        {"measure": "killed", "low": 1, "during": "2025-01"},
        {"measure": "killed", "low": 4, "as_of": "2025-02"},
    )

    assert (
        "".join(rows)
        == """\
[a] killed, to 5 Jan 2025 ≤ 5
  -1 killed | others, elsewhere | to 5 Jan 2025
  +1 killed | others, elsewhere | to the start of counting
  >= -5
[a] killed | others, elsewhere | to 5 Jan 2025: no fewer than to the start of counting
  +1 killed | others, elsewhere | to 5 Jan 2025
  -1 killed | others, elsewhere | to the start of counting
  >= 0
[b] killed, in Jan 2025 ≥ 1
  -1 killed | others, elsewhere | to 31 Dec 2024
  +1 killed | others, elsewhere | to 31 Jan 2025
  >= 1
[c] killed, to a day of Feb 2025 ≥ 4
  +1 killed | others, elsewhere | to 28 Feb 2025
  -1 killed | others, elsewhere | to the start of counting
  >= 4
[c] killed | others, elsewhere | to 28 Feb 2025: no fewer than to the start of counting
  +1 killed | others, elsewhere | to 28 Feb 2025
  -1 killed | others, elsewhere | to the start of counting
  >= 0
[rule] killed | others, elsewhere | to 5 Jan 2025: no fewer than to 31 Dec 2024
  -1 killed | others, elsewhere | to 31 Dec 2024
  +1 killed | others, elsewhere | to 5 Jan 2025
  >= 0
[rule] killed | others, elsewhere | to 31 Jan 2025: no fewer than to 5 Jan 2025
  +1 killed | others, elsewhere | to 31 Jan 2025
  -1 killed | others, elsewhere | to 5 Jan 2025
  >= 0
[rule] killed | others, elsewhere | to 1 Feb 2025: no fewer than to 31 Jan 2025
  +1 killed | others, elsewhere | to 1 Feb 2025
  -1 killed | others, elsewhere | to 31 Jan 2025
  >= 0
[rule] killed | others, elsewhere | to 28 Feb 2025: no fewer than to 1 Feb 2025
  -1 killed | others, elsewhere | to 1 Feb 2025
  +1 killed | others, elsewhere | to 28 Feb 2025
  >= 0
[rule] killed | others, elsewhere | to 28 Feb 2025: no fewer than to the start of counting
  +1 killed | others, elsewhere | to 28 Feb 2025
  -1 killed | others, elsewhere | to the start of counting
  >= 0
"""
    )


def test_a_vague_word_has_a_part_of_its_own() -> None:
    """It never falls, and is no more than the newly wounded of the time (§4)."""
    rows = _rows(
        {**SINCE, "measures": {"hurt": {"inner": "killed", "outer": "casualties"}}},
        {"measure": "hurt", "low": 51, "as_of": "2025-01-05"},
        {"measure": "hurt", "high": 50, "as_of": "2025-01-31"},
        source="A | B",
    )

    told = "".join(row for row in rows if "further" in row)
    assert (
        told.replace(" | others, elsewhere", "")
        == """\
[a] hurt, to 5 Jan 2025 ≥ 51
  +1 died of wounds | to 5 Jan 2025
  +1 further hurt as A ¦ B counts | to 5 Jan 2025
  +1 killed | to 5 Jan 2025
  >= 51
[b] hurt, to 31 Jan 2025 ≤ 50
  -1 died of wounds | to 31 Jan 2025
  -1 further hurt as A ¦ B counts | to 31 Jan 2025
  -1 killed | to 31 Jan 2025
  >= -50
[rule] further hurt as A ¦ B counts | to 5 Jan 2025: since 31 Dec 2024, at most those newly harmed
  -1 further hurt as A ¦ B counts | to 5 Jan 2025
  +1 newly wounded | to 5 Jan 2025
  >= 0
[rule] further hurt as A ¦ B counts | to 31 Jan 2025: no fewer than to 5 Jan 2025
  +1 further hurt as A ¦ B counts | to 31 Jan 2025
  -1 further hurt as A ¦ B counts | to 5 Jan 2025
  >= 0
[rule] further hurt as A ¦ B counts | to 31 Jan 2025: since 5 Jan 2025, at most those newly harmed
  -1 further hurt as A ¦ B counts | to 31 Jan 2025
  +1 further hurt as A ¦ B counts | to 5 Jan 2025
  +1 newly wounded | to 31 Jan 2025
  -1 newly wounded | to 5 Jan 2025
  >= 0
"""
    )


def test_a_vague_word_counts_from_the_unknown_start_too() -> None:
    """Its further part, and what that may be part of, rise from the start as all does (§5)."""
    rows = _rows(
        {"measures": {"hurt": {"inner": "killed", "outer": "casualties"}}},
        {"measure": "hurt", "low": 51, "as_of": "2025-01-05"},
        {"measure": "hurt", "high": 50, "as_of": "2025-01-31"},
        {"measure": "killed", "low": 1, "during": "2025-01"},
    )

    told = "".join(row for row in rows if row.startswith("[a]"))
    assert (
        told.replace(" | others, elsewhere", "").replace(" as S counts", "")
        == """\
[a] hurt, to 5 Jan 2025 ≥ 51
  +1 died of wounds | to 5 Jan 2025
  -1 died of wounds | to the start of counting
  +1 further hurt | to 5 Jan 2025
  -1 further hurt | to the start of counting
  +1 killed | to 5 Jan 2025
  -1 killed | to the start of counting
  >= 51
[a] killed | to 5 Jan 2025: no fewer than to the start of counting
  +1 killed | to 5 Jan 2025
  -1 killed | to the start of counting
  >= 0
[a] newly wounded | to 5 Jan 2025: no fewer than to the start of counting
  +1 newly wounded | to 5 Jan 2025
  -1 newly wounded | to the start of counting
  >= 0
[a] died of wounds | to 5 Jan 2025: no fewer than to the start of counting
  +1 died of wounds | to 5 Jan 2025
  -1 died of wounds | to the start of counting
  >= 0
[a] further hurt | to 5 Jan 2025: no fewer than to the start of counting
  +1 further hurt | to 5 Jan 2025
  -1 further hurt | to the start of counting
  >= 0
[a] further hurt | to 5 Jan 2025: since the start of counting, at most those newly harmed
  -1 further hurt | to 5 Jan 2025
  +1 further hurt | to the start of counting
  +1 newly wounded | to 5 Jan 2025
  -1 newly wounded | to the start of counting
  >= 0
"""
    )


def test_nobody_is_newly_harmed_once_it_has_ended() -> None:
    """Who was wounded may die later; and nothing is said where nobody looks behind the end (§3)."""
    head = {**SINCE, "ended": "2025-01-20"}
    later = _rows(
        head,
        {"measure": "killed_in_action", "low": 1, "as_of": "2025-01-31"},
        {"measure": "died_of_wounds", "low": 1, "as_of": "2025-01-31"},
        {"measure": "wounded", "low": 1, "as_of": "2025-01-05"},
    )
    by_then = _rows(head, {"measure": "killed_in_action", "low": 1, "as_of": "2025-01-20"})

    told = "".join(row for row in later if row.startswith("[rule]"))
    assert (
        told.replace(" | others, elsewhere", "")
        == """\
[rule] killed | to 20 Jan 2025: no fewer than to 5 Jan 2025
  +1 killed | to 20 Jan 2025
  -1 killed | to 5 Jan 2025
  >= 0
[rule] killed | to 31 Jan 2025: no fewer than to 20 Jan 2025
  -1 killed | to 20 Jan 2025
  +1 killed | to 31 Jan 2025
  >= 0
[rule] newly wounded | to 20 Jan 2025: no fewer than to 5 Jan 2025
  +1 newly wounded | to 20 Jan 2025
  -1 newly wounded | to 5 Jan 2025
  >= 0
[rule] newly wounded | to 31 Jan 2025: no fewer than to 20 Jan 2025
  -1 newly wounded | to 20 Jan 2025
  +1 newly wounded | to 31 Jan 2025
  >= 0
[rule] died of wounds | to 20 Jan 2025: no fewer than to 5 Jan 2025
  +1 died of wounds | to 20 Jan 2025
  -1 died of wounds | to 5 Jan 2025
  >= 0
[rule] died of wounds | to 31 Jan 2025: no fewer than to 20 Jan 2025
  -1 died of wounds | to 20 Jan 2025
  +1 died of wounds | to 31 Jan 2025
  >= 0
[rule] wounded | at the end of 5 Jan 2025: not below zero
  -1 died of wounds | to 5 Jan 2025
  +1 newly wounded | to 5 Jan 2025
  >= 0
[rule] wounded | at the end of 20 Jan 2025: not below zero
  -1 died of wounds | to 20 Jan 2025
  +1 newly wounded | to 20 Jan 2025
  >= 0
[rule] wounded | at the end of 31 Jan 2025: not below zero
  -1 died of wounds | to 31 Jan 2025
  +1 newly wounded | to 31 Jan 2025
  >= 0
[rule] killed | to 31 Jan 2025: nobody new after 20 Jan 2025
  +1 killed | to 20 Jan 2025
  -1 killed | to 31 Jan 2025
  >= 0
"""
    )
    assert len(list(by_then)) == 1


def test_factors_and_rates_become_whole_numbers() -> None:
    """2/3 of those displaced, 1.5 a day for 31 days, some displaced at the opening (§4, §8)."""
    rows = _rows(
        SINCE,
        {"measure": "idps", "low": 5, "at": "2025-01-05"},
        {"measure": "displaced", "high": 4, "as_of": "2025-01-31"},
        {"measure": "killed", "low": "2/3", "ratio_of": "b", "as_of": "2025-01-31"},
        {"measure": "killed", "high": 1.5, "per": "day", "during": "2025-01"},
    )

    assert (
        "".join(rows)
        == """\
[a] displaced now, on 5 Jan 2025 ≥ 5
  +1 displaced at the opening | others, elsewhere
  +1 newly displaced | others, elsewhere | to 5 Jan 2025
  -1 returned home | others, elsewhere | to 5 Jan 2025
  >= 5
[b] newly displaced, to 31 Jan 2025 ≤ 4
  -1 newly displaced | others, elsewhere | to 31 Jan 2025
  >= -4
[c] killed, to 31 Jan 2025 ≥ 2/3 × (newly displaced, to 31 Jan 2025)
  +3 killed | others, elsewhere | to 31 Jan 2025
  -2 newly displaced | others, elsewhere | to 31 Jan 2025
  >= 0
[d] killed, in Jan 2025 ≤ 46.5 (1.5 × 31)
  -2 killed | others, elsewhere | to 31 Jan 2025
  >= -93
[rule] killed | others, elsewhere | to 31 Jan 2025: no fewer than to 5 Jan 2025
  +1 killed | others, elsewhere | to 31 Jan 2025
  -1 killed | others, elsewhere | to 5 Jan 2025
  >= 0
[rule] newly displaced | others, elsewhere | to 31 Jan 2025: no fewer than to 5 Jan 2025
  +1 newly displaced | others, elsewhere | to 31 Jan 2025
  -1 newly displaced | others, elsewhere | to 5 Jan 2025
  >= 0
[rule] returned home | others, elsewhere | to 31 Jan 2025: no fewer than to 5 Jan 2025
  +1 returned home | others, elsewhere | to 31 Jan 2025
  -1 returned home | others, elsewhere | to 5 Jan 2025
  >= 0
[rule] displaced | others, elsewhere | at the end of 5 Jan 2025: not below zero
  +1 displaced at the opening | others, elsewhere
  +1 newly displaced | others, elsewhere | to 5 Jan 2025
  -1 returned home | others, elsewhere | to 5 Jan 2025
  >= 0
[rule] displaced | others, elsewhere | at the end of 31 Jan 2025: not below zero
  +1 displaced at the opening | others, elsewhere
  +1 newly displaced | others, elsewhere | to 31 Jan 2025
  -1 returned home | others, elsewhere | to 31 Jan 2025
  >= 0
"""
    )


def test_cells_are_named_by_all_that_they_lie_in() -> None:
    """A stroke in a name is written so that it is not taken for one of ours."""
    rows = _rows(
        {
            **SINCE,
            "populations": {"staff": {"facets": [{"women | girls": {}}, {"medics": {}}]}},
            "causes": {"attack": {"drone": {}}},
        },
        {
            "measure": "killed",
            "low": 5,
            "population": {"all_of": ["women | girls", "medics"]},
            "cause": "drone",
            "as_of": "2025-01-31",
        },
        {"measure": "killed", "high": 4, "cause": "attack", "as_of": "2025-01-31"},
    )

    assert (
        "".join(rows)
        == """\
[a] killed, medics and women | girls, by drone, to 31 Jan 2025 ≥ 5
  +1 killed | medics & women ¦ girls, elsewhere, by attack & drone | to 31 Jan 2025
  >= 5
[b] killed, by attack, to 31 Jan 2025 ≤ 4
  -1 killed | medics & women ¦ girls, elsewhere, by attack & drone | to 31 Jan 2025
  -1 killed | medics & women ¦ girls, elsewhere, by attack | to 31 Jan 2025
  -1 killed | others, elsewhere, by attack & drone | to 31 Jan 2025
  -1 killed | others, elsewhere, by attack | to 31 Jan 2025
  >= -4
"""
    )


def test_moments_without_a_day_are_said_in_words() -> None:
    """The toll, whenever it occurred, lies after every day; the opening before it."""
    rows = _rows(SINCE, {"measure": "wounded", "low": 5, "as_of": "final"})

    assert (
        "".join(rows)
        == """\
[a] wounded, in all ≥ 5
  -1 died of wounds | others, elsewhere | to the end
  +1 newly wounded | others, elsewhere | to the end
  >= 5
[rule] wounded | others, elsewhere | at the end: not below zero
  -1 died of wounds | others, elsewhere | to the end
  +1 newly wounded | others, elsewhere | to the end
  >= 0
"""
    )


def test_people_go_from_place_to_place() -> None:
    """Who goes arrives on one side and leaves on the other, and going never falls (§2)."""
    rows = _rows(
        PLACES,
        {"measure": "strength", "low": 51, **NORTH, "at": "2025-01-05"},
        {"measure": "strength", "high": 50, **REGION, "at": "2025-01-31"},
    )

    going = [
        "\n".join(line for line in row.splitlines() if line[0] == "[" or " went |" in line)
        for row in rows
        if " went |" in row
    ]
    assert (
        "\n".join(going) + "\n"
        == """\
[a] present, north, on 5 Jan 2025 ≥ 51
  -1 went | others, north & region -> others, region | to 5 Jan 2025
  +1 went | others, region -> others, north & region | to 5 Jan 2025
[rule] went | others, region -> others, north & region | to 31 Jan 2025: no fewer than to 5 Jan 2025
  +1 went | others, region -> others, north & region | to 31 Jan 2025
  -1 went | others, region -> others, north & region | to 5 Jan 2025
[rule] went | others, north & region -> others, region | to 31 Jan 2025: no fewer than to 5 Jan 2025
  +1 went | others, north & region -> others, region | to 31 Jan 2025
  -1 went | others, north & region -> others, region | to 5 Jan 2025
[rule] present | others, region | at the end of 5 Jan 2025: not below zero
  +1 went | others, north & region -> others, region | to 5 Jan 2025
  -1 went | others, region -> others, north & region | to 5 Jan 2025
[rule] present | others, region | at the end of 31 Jan 2025: not below zero
  +1 went | others, north & region -> others, region | to 31 Jan 2025
  -1 went | others, region -> others, north & region | to 31 Jan 2025
[rule] present | others, north & region | at the end of 5 Jan 2025: not below zero
  -1 went | others, north & region -> others, region | to 5 Jan 2025
  +1 went | others, region -> others, north & region | to 5 Jan 2025
[rule] present | others, north & region | at the end of 31 Jan 2025: not below zero
  -1 went | others, north & region -> others, region | to 31 Jan 2025
  +1 went | others, region -> others, north & region | to 31 Jan 2025
"""
    )


@pytest.mark.parametrize(
    ("head", "days", "said"),
    [
        (
            _assuming("no_arrivals", place="region", after="2025-01-03"),
            ["2025-01-05"],
            """\
[rule] nobody arrived in others, region, others, north & region after 3 Jan 2025
  +1 arrived | others, north & region | to 3 Jan 2025
  -1 arrived | others, north & region | to 5 Jan 2025
  +1 arrived | others, region | to 3 Jan 2025
  -1 arrived | others, region | to 5 Jan 2025
  >= 0
""",
        ),
        (
            _assuming("no_departures", place="north"),
            ["2025-01-05"],
            """\
[rule] nobody withdrawn in others, north
  -1 withdrawn | others, north | to 5 Jan 2025
  >= 0
""",
        ),
        (
            _assuming("nobody_twice", place="north"),
            ["2025-01-05"],
            """\
[rule] recovered | others, north | to 5 Jan 2025: none
  -1 recovered | others, north | to 5 Jan 2025
  >= 0
[rule] missing after being wounded | others, north | to 5 Jan 2025: none
  -1 missing after being wounded | others, north | to 5 Jan 2025
  >= 0
[rule] captured after being wounded | others, north | to 5 Jan 2025: none
  -1 captured after being wounded | others, north | to 5 Jan 2025
  >= 0
""",
        ),
        (
            _assuming("none_before", place="north"),
            ["2024-12-20", "2025-01-05"],
            """\
[rule] nobody present | others, north | to 20 Dec 2024
  -1 present at the opening | others, north
  >= 0
[rule] nobody present | others, north | to 31 Dec 2024
  -1 arrived | others, north | to 31 Dec 2024
  +1 captured | others, north | to 31 Dec 2024
  +1 gone missing | others, north | to 31 Dec 2024
  +1 killed | others, north | to 31 Dec 2024
  -1 missing returned | others, north | to 31 Dec 2024
  +1 newly wounded | others, north | to 31 Dec 2024
  -1 present at the opening | others, north
  -1 recovered | others, north | to 31 Dec 2024
  -1 released | others, north | to 31 Dec 2024
  +1 withdrawn | others, north | to 31 Dec 2024
  >= 0
""",
        ),
    ],
)
def test_an_assumption_answers_for_its_own_rows(
    head: dict[str, Any], days: list[str], said: str
) -> None:
    """What the analyst assumes is in no row of a rule or of a claim (§12)."""
    rows = _rows(head, *({"measure": "strength", "low": 5, **NORTH, "at": day} for day in days))

    assert (
        "".join(row for row in rows if row.startswith("[rule] nobody") or ": none\n" in row) == said
    )
