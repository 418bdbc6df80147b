import io

import pytest

from claimrecon.dossier import load

HEAD = """\
since: 2024-11-01
ended: 2025-01-31
populations: {Residents: {Civilians: {}, Soldiers: {Marines: {}}}}
places: {Region: {}}
population: Residents
place: Region
sources: {nis: {name: National Intelligence Service}}
"""
FULL = "source: nis, measure: killed, reported_on: 2025-01-13, as_of: 2025-01-13"

NOTICES = [
    (
        "CR501",
        "claims: [{id: a, source: nis, measure: killed, reported_on: 2025-01-13, count: 3}]",
        "1 claim has no as_of; the day it was published was taken.",
        ("a",),
    ),
    (
        "CR502",
        "claims: [{FULL, count: 3}, {FULL, count: 4}]",
        "2 claims have no id; these were made: nis-killed, nis-killed-2.",
        ("nis-killed", "nis-killed-2"),
    ),
    (
        "CR510",
        (
            "claims: [{id: a, FULL, count: 3, population: Civilians}, {id: b, FULL, count: 3, "
            "population: Marines}]"
        ),
        "Taken to share nobody: Civilians | Soldiers, siblings under Residents.",
        (),
    ),
    (
        "CR511",
        "claims: [{id: a, FULL, count: 3, place: Elsewhere}]",
        (
            "The place 'Elsewhere' stands in no tree; it may overlap with any other. Add it under "
            "places: if it lies within one."
        ),
        ("a",),
    ),
    (
        "CR512",
        (
            "claims: [{id: a, source: nis, measure: killed, as_of: 2025-01, reported_on: 2025-01, "
            "count: 3}, {id: b, source: BBC, measure: killed, as_of: 2025-01, reported_on: "
            "2025-01, count: 3}]"
        ),
        "The source 'BBC' has no entry; it is one of that name that speaks for itself.",
        ("b",),
    ),
    (
        "CR513",
        "claims: [{id: a, FULL, count: many}]",
        (
            "The words of 1 claim hold no number: it is kept and binds nothing. For none on "
            "purpose, write  count: none."
        ),
        ("a",),
    ),
    (
        "CR514",
        (
            "claims: [{id: a, source: nis, measure: killed, reported_on: 2025-03, as_of: "
            "2025-02-02, count: 3}]"
        ),
        (
            "1 claim asserts a total for a day after the end. If it is the toll of the whole "
            "event, write  as_of: final."
        ),
        ("a",),
    ),
    (
        "CR515",
        "claims: [{id: a, source: nis, measure: killed, as_of: 2025-01, count: 3}]",
        "1 claim has no date of publication; it counts as always known.",
        ("a",),
    ),
    (
        "CR516",
        "claims: [{id: a, FULL, count: 3, via: [NHK, N.H.K.]}]",
        "'NHK' and 'N.H.K.': one source or two?",
        (),
    ),
    (
        "CR517",
        (
            "claims: [{id: a, source: nis, reported_on: 2025-01-13, as_of: 2025-01-13, says: 3 "
            "casualties}]"
        ),
        (
            "'casualties' was taken as killed + wounded; some writers also mean the missing and "
            "captive (casualties_all), or only the dead."
        ),
        ("a",),
    ),
    (
        "CR518",
        (
            "claims: [{id: a, source: nis, reported_on: 2025-01-13, as_of: 2025-01-13, says: 3 "
            "brave sailors killed}]"
        ),
        (
            "'brave sailors' was not understood, and only the number and what it counts were "
            "taken. Write population:, place: or evidence: to say more."
        ),
        ("a",),
    ),
    (
        "CR520",
        "claims: [{id: a, FULL, count: 3 wounded}]",
        "The words say wounded, and the measure says killed; the measure was taken.",
        ("a",),
    ),
    (
        "CR521",
        "claims: [{id: a, FULL, count: 3, confidence: 0.95}]",
        "A confidence goes with an interval, and the words give none; it was not used.",
        ("a",),
    ),
]


@pytest.mark.parametrize(("code", "body", "message", "claims"), NOTICES)
def test_what_was_taken_for_granted_is_said(
    code: str, body: str, message: str, claims: tuple[str, ...]
) -> None:
    """Each default, assumed relation and doubt is one sentence with the claims it is about."""
    notices = load(io.StringIO(HEAD + body.replace("FULL", FULL))).read().notices

    assert [(notice.code, notice.message, notice.claims) for notice in notices] == [
        (code, message, claims)
    ]


BARE = [
    (
        "CR503",
        (
            "2 running totals have no start of counting; one unknown start, the same for all, was "
            "taken. Write since: to say it."
        ),
    ),
    (
        "CR504",
        "2 claims name no population, and there is no default; everybody was taken.",
    ),
    (
        "CR505",
        "2 claims name no place, and there is no default; everywhere was taken.",
    ),
]


@pytest.mark.parametrize(("code", "message"), BARE)
def test_dimensions_that_nobody_named_are_said_once_for_all_claims(code: str, message: str) -> None:
    """Without any head, what is missing is one notice each, not one for each claim."""
    claims = [
        {"id": name, "source": "X", "measure": "killed", "as_of": "2025", "count": 3}
        for name in "ab"
    ]

    notices = [notice for notice in load(claims).read().notices if notice.code == code]

    assert [(notice.message, notice.claims) for notice in notices] == [(message, ("a", "b"))]


def test_a_source_that_nobody_uses_is_said() -> None:
    """An entry without a claim may be a slip in the claims."""
    text = f"{HEAD}  \nclaims: []\n"

    notices = load(io.StringIO(text)).read().notices

    assert [(notice.code, notice.message) for notice in notices] == [
        ("CR519", "The source 'nis' (National Intelligence Service) is not used by any claim.")
    ]


def test_two_entries_with_nearly_one_name_are_asked_about() -> None:
    """Both stand, and the reader is asked whether they are one."""
    entry = "measure: killed, as_of: 2025-01, reported_on: 2025-01, count: 3"
    text = (
        "since: 2024\npopulation: P\nplace: Q\npopulations: {P: }\nplaces: {Q: }\n"
        "sources: {NIS: {}, N.I.S.: {}}\n"
        f"claims: [{{id: a, source: NIS, {entry}}}, {{id: b, source: N.I.S., {entry}}}]\n"
    )

    notices = load(io.StringIO(text)).read().notices

    assert [(notice.code, notice.message, notice.claims) for notice in notices] == [
        ("CR516", "'NIS' and 'N.I.S.': one source or two?", ("a", "b"))
    ]


def test_no_number_on_purpose_draws_no_notice() -> None:
    """`count: none` says that there is none."""
    dossier = load(io.StringIO(f"{HEAD}claims: [{{id: a, {FULL}, count: none}}]"))

    assert dossier.read().notices == ()
    assert dossier.read().claims[0].reading is None


def test_a_documented_total_after_the_end_draws_no_hint() -> None:
    """Bodies may be identified long after."""
    claim = (
        "source: nis, measure: killed, reported_on: 2025-03, as_of: 2025-03, evidence: documented"
    )

    notices = load(io.StringIO(f"{HEAD}claims: [{{id: a, {claim}, count: 3}}]")).read().notices

    assert notices == ()
