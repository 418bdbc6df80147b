from pathlib import Path

import pytest

from claimrecon.dossier import examine, load
from claimrecon.errors import DossierError, Problem
from claimrecon.quantities import UnknownCodebookError, UnknownUnitError, UnreadableCountError

HEAD = """\
claimrecon: 1
since: 2024-11-01
populations: {Russian-side forces: {North Korean soldiers: {}, Marines: {}}}
places: {Russia: {Kursk Oblast: {}}}
sources:
  nis: {name: National Intelligence Service}
  mod: {name: Ministry of Defence}
"""
CLAIM = "id: a, source: nis, measure: killed, reported_on: 2025-01-13"

CLAIMS = [
    ("CR104", "source", "{id: a, source: nsi, measure: killed, as_of: 2025, count: 3}"),
    ("CR110", "mesure", "{id: a, source: nis, mesure: killed, as_of: 2025, count: 3}"),
    ("CR110", "000", "{id: a, source: nis, measure: killed, as_of: 2025, count: more than 6,000}"),
    ("CR110", "source", "{id: a, source: {name: X, roll: ngo}, says: 3 killed, as_of: 2025}"),
    ("CR111", "source", "{id: a, measure: killed, as_of: 2025, count: 3}"),
    ("CR111", "source", "{id: a, source: {role: ngo}, measure: killed, as_of: 2025, count: 3}"),
    ("CR112", "exact", f"{{{CLAIM}, count: 3, exact: perhaps}}"),
    ("CR112", "count", f"{{{CLAIM}, count: true}}"),
    ("CR112", "count", f"{{{CLAIM}, count: [3, 4]}}"),
    ("CR112", "as_of", f"{{{CLAIM}, count: 3, as_of: [2024, 2025, 2026]}}"),
    ("CR112", None, "just some words"),
    ("CR113", "evidence", f"{{{CLAIM}, count: 3, evidence: proven}}"),
    ("CR113", "credibility", f"{{{CLAIM}, count: 3, credibility: 7}}"),
    ("CR201", "measure", "{id: a, source: nis, measure: kiled, as_of: 2025, count: 3}"),
    ("CR201", "measure", "{id: a, source: nis, measure: [killed, hurt], as_of: 2025, count: 3}"),
    (
        "CR202",
        "measure",
        "{id: a, source: nis, measure: [killed, casualties], as_of: 2025, count: 3}",
    ),
    (
        "CR202",
        "measure",
        "{id: a, source: nis, measure: [casualties, died_of_wounds], as_of: 2025, count: 3}",
    ),
    ("CR203", "measure", "{id: a, source: nis, measure: {inner: null}, as_of: 2025, count: 3}"),
    ("CR203", "measure", "{id: a, source: nis, measure: [], as_of: 2025, count: 3}"),
    ("CR206", None, "{id: a, source: nis, as_of: 2025, count: 3}"),
    ("CR207", "says", "{id: a, source: nis, as_of: 2025, says: 300 bananas}"),
    ("CR210", "population", f"{{{CLAIM}, count: 3, population: North Korean soldier}}"),
    ("CR210", "place", f"{{{CLAIM}, count: 3, place: kursk oblast}}"),
    ("CR211", "place", f"{{{CLAIM}, count: 3, place: {{inner: null, outer: null}}}}"),
    ("CR211", "place", f"{{{CLAIM}, count: 3, place: {{all_of: []}}}}"),
    ("CR212", "place", f"{{{CLAIM}, count: 3, place: {{inner: Russia, outer: Kursk Oblast}}}}"),
    (
        "CR212",
        "population",
        f"{{{CLAIM}, count: 3, population: {{inner: Marines, outer: North Korean soldiers}}}}",
    ),
    ("CR220", "ratio_of", f"{{{CLAIM}, count: half, ratio_of: nobody}}"),
    ("CR220", "relays", f"{{{CLAIM}, count: 3, relays: nobody}}"),
    ("CR220", "supersedes", f"{{{CLAIM}, count: 3, supersedes: nobody}}"),
    ("CR220", "derived_from", f"{{{CLAIM}, count: 3, derived_from: [nobody]}}"),
    ("CR221", "relays", f"{{{CLAIM}, count: 3, relays: a}}"),
    ("CR230", "ratio_of", f"{{{CLAIM}, count: half, ratio_of: a}}"),
    ("CR301", "as_of", f"{{{CLAIM}, count: 3, as_of: soon}}"),
    ("CR302", "as_of", f"{{{CLAIM}, count: 3, as_of: 2025-02-31}}"),
    ("CR303", "as_of", f"{{{CLAIM}, count: 3, as_of: 09/01/2025}}"),
    ("CR304", "during", f"{{{CLAIM}, count: 3, during: [2025-02, 2025-01]}}"),
    ("CR305", "reported_on", "{id: a, source: nis, says: 3 killed, reported_on: 2025-01-09 14:30}"),
    ("CR302", "retrieved_on", f"{{{CLAIM}, count: 3, retrieved_on: 2025-13-01}}"),
    ("CR302", "said_on", f"{{{CLAIM}, count: 3, said_on: 2025-02-30}}"),
    ("CR320", "as_of", f"{{{CLAIM}, count: 3, at: 2025, as_of: 2025}}"),
    ("CR321", "during", "{id: a, source: nis, measure: strength, during: 2025, count: 3}"),
    ("CR321", "as_of", "{id: a, source: nis, measure: missing, as_of: final, count: 3}"),
    ("CR322", "at", f"{{{CLAIM}, count: 3, at: 2025-01-09}}"),
    ("CR322", "at", "{id: a, source: nis, measure: wounded, at: 2025-01-09, count: 3}"),
    ("CR323", "per", f"{{{CLAIM}, count: 3, as_of: 2025-01-09, per: day}}"),
    ("CR323", "per", f"{{{CLAIM}, count: 3, per: day}}"),
    ("CR324", "as_of", f"{{{CLAIM}, count: 3, as_of: 2024-10-31}}"),
    ("CR324", "as_of", f"{{{CLAIM}, count: 3, as_of: 2024-12, since: 2025-01-01}}"),
    ("CR326", None, "{id: a, source: nis, measure: killed, count: 3}"),
    ("CR327", "since", f"{{{CLAIM}, count: 3, during: 2025, since: 2025-01-01}}"),
    ("CR328", "during", f"{{{CLAIM}, count: 3, during: final}}"),
    (UnreadableCountError.code, "count", f"{{{CLAIM}, count: 300 killed and 200 wounded}}"),
    (UnknownUnitError.code, "per", f"{{{CLAIM}, count: 3, during: 2025, per: moon}}"),
    ("CR420", "count", f"{{{CLAIM}, count: 3, low: 2}}"),
    ("CR421", "low", f"{{{CLAIM}, low: 5, high: 3}}"),
    ("CR422", None, f"{{{CLAIM}}}"),
    ("CR423", "best", f"{{{CLAIM}, low: 5, high: 9, best: 12}}"),
    ("CR424", "says", f"{{{CLAIM}, says: 3 killed}}"),
    ("CR425", "confidence", f"{{{CLAIM}, low: 5, high: 9, confidence: 95}}"),
    ("CR427", "low", f"{{{CLAIM}, low: several}}"),
    ("CR427", "low", f"{{{CLAIM}, low: -4}}"),
]

HEADS = [
    ("CR109", "claimrecon", "claimrecon: 2"),
    ("CR110", "source", "source: {}"),
    ("CR112", "claims", "claims: 7"),
    ("CR112", "sources", "sources: [nis]"),
    ("CR113", "sources", "sources: {a: {role: politician}}"),
    ("CR115", "sources", "sources: {a: {name: X}, b: {name: Y, aliases: [X]}}"),
    ("CR104", "sources", "sources: {army: {}, b: {speaks_for: amry}}"),
    ("CR119", "sources", "sources: {a: {speaks_for: the government}}"),
    ("CR117", "sources", "sources: {a: {speaks_for: b}, b: {speaks_for: c}, c: {speaks_for: b}}"),
    ("CR118", "places", "places: {Russia: {Kursk: {}}, Ukraine: {Kursk: {}}}"),
    ("CR118", "populations", "populations: {Residents: {facets: {women: {}}}}"),
    ("CR210", "place", "places: {Russia: {}}\nplace: Rusia"),
    ("CR203", "measures", "measures: {victims: {}}"),
    ("CR203", "measures", "measures: {victims: {sum: [killed], inner: killed}}"),
    ("CR204", "measures", "measures: {a: {sum: [b, wounded]}, b: {sum: [a, killed]}}"),
    ("CR205", "measures", "measures: {injured: {sum: [wounded, captured]}}"),
    ("CR201", "measures", "measures: {victims: {inner: kiled, outer: null}}"),
    ("CR202", "measures", "measures: {victims: {sum: [killed, deaths]}}"),
    ("CR301", "since", "since: soon"),
    ("CR302", "ended", "ended: 2025-02-31"),
    ("CR325", "ended", "since: 2025-02-01\nended: 2025-01-01"),
    (UnknownCodebookError.code, "codebook", "codebook: mine"),
    ("CR113", "assume", "assumptions: [{assume: no_rain}]"),
    ("CR241", "after", "assumptions: [{assume: nobody_twice, after: 2025}]"),
    ("CR241", "count", "assumptions: [{assume: none_before, count: 3}]"),
    ("CR241", "after", "assumptions: [{measure: killed, as_of: 2025, count: 0, after: 2025}]"),
    ("CR326", None, "assumptions: [{measure: killed, count: 0}]"),
]


def problems_of(tmp_path: Path, text: str) -> tuple[Problem, ...]:
    """Return what is wrong with a file of that text."""
    path = tmp_path / "story.yaml"
    path.write_text(text, encoding="utf-8")
    return examine(path).errors


@pytest.mark.parametrize(("code", "key", "claim"), CLAIMS)
def test_a_claim_that_cannot_be_used_is_refused_with_its_code(
    code: str, key: str | None, claim: str, tmp_path: Path
) -> None:
    """Every refusal of a claim names the code, the claim, the key and the line."""
    found = problems_of(tmp_path, f"{HEAD}claims:\n  - {claim}\n")

    assert [(problem.code, problem.key, problem.line) for problem in found] == [(code, key, 9)]
    assert found[0].claim == ("a" if claim.startswith("{") else "#1")


@pytest.mark.parametrize(("code", "key", "head"), HEADS)
def test_a_head_that_cannot_be_used_is_refused_with_its_code(
    code: str, key: str | None, head: str, tmp_path: Path
) -> None:
    """Every refusal outside of the claims names the code and the key."""
    found = problems_of(tmp_path, f"{head}\n")

    assert [(problem.code, problem.key) for problem in found] == [(code, key)]


def test_a_misspelt_source_is_answered_with_the_source_meant(tmp_path: Path) -> None:
    """The message says what to write, ready to paste."""
    claim = '{id: nis-killed, source: nsi, measure: killed, as_of: 2025-01-13, count: "300"}'

    (problem,) = problems_of(tmp_path, f"{HEAD}claims:\n  - {claim}\n")

    assert problem == Problem(
        "CR104",
        "There is no source of that name. Did you mean 'nis' (National Intelligence Service)?  "
        "Write  source: nis   or add 'nsi' under sources:.",
        claim="nis-killed",
        key="source",
        value="nsi",
        line=9,
    )


def test_a_ratio_within_one_scope_is_answered_with_what_a_share_needs(tmp_path: Path) -> None:
    """The message names the scope and offers both ways out."""
    scope = "measure: casualties, population: North Korean soldiers, as_of: 2025-06-15"
    text = (
        f"{HEAD}claims:\n"
        f"  - {{id: uk-total, source: mod, {scope}, count: 6000}}\n"
        f"  - {{id: uk-share, source: mod, {scope}, count: half of, ratio_of: uk-total}}\n"
    )

    (problem,) = problems_of(tmp_path, text)

    assert problem == Problem(
        "CR231",
        "Both claims speak of the same people, place, measure and day (casualties, North Korean "
        'soldiers, to 15 Jun 2025), so "half of" compares a figure with itself. A share needs a '
        "whole: give uk-total another measure (arrived?) or point ratio_of at the claim for the "
        "whole.",
        claim="uk-share",
        key="ratio_of",
        value="uk-total",
        line=10,
    )


PAIRS = [
    ("CR114", "id: a, source: nis", "id: a, source: nis"),
    ("CR116", "id: a, source: {name: X, role: ngo}", "id: b, source: {name: X, role: media}"),
    ("CR221", "id: a, source: nis, relays: b", "id: b, source: nis, relays: a"),
    ("CR221", "id: a, source: nis, derived_from: b", "id: b, source: nis, derived_from: [a]"),
    ("CR221", "id: a, source: nis, supersedes: b", "id: b, source: nis, supersedes: a"),
    ("CR222", "id: a, source: nis", "id: b, source: mod, supersedes: [a]"),
]


@pytest.mark.parametrize(("code", "one", "other"), PAIRS)
def test_two_claims_that_do_not_go_together_are_refused(
    code: str, one: str, other: str, tmp_path: Path
) -> None:
    """What claims say about one another is checked once all of them are read."""
    rest = "measure: killed, as_of: 2025-01-13, count: 3"

    found = problems_of(
        tmp_path, f"{HEAD}claims:\n  - {{{one}, {rest}}}\n  - {{{other}, {rest}}}\n"
    )

    assert code in {problem.code for problem in found}
    assert {problem.code for problem in found} <= {code, "CR223"}


def test_ratios_in_a_circle_are_refused(tmp_path: Path) -> None:
    """A factor on a factor on itself has no base."""
    text = (
        f"{HEAD}claims:\n"
        "  - {id: a, source: nis, measure: killed, as_of: 2025, count: half, ratio_of: b}\n"
        "  - {id: b, source: nis, measure: wounded, as_of: 2025, count: half, ratio_of: a}\n"
    )

    found = problems_of(tmp_path, text)

    assert [(problem.code, problem.claim) for problem in found] == [("CR232", "a"), ("CR223", "b")]


def test_a_rate_cannot_be_a_ratio(tmp_path: Path) -> None:
    """A figure is a factor or a number per unit of time, never both."""
    text = (
        f"{HEAD}claims:\n"
        "  - {id: a, source: nis, measure: killed, as_of: 2025, count: 30}\n"
        "  - {id: b, source: nis, measure: wounded, during: 2025, count: 3, per: day, "
        "ratio_of: a}\n"
    )

    found = problems_of(tmp_path, text)

    assert [(problem.code, problem.key) for problem in found] == [("CR233", "ratio_of")]


def test_a_claim_that_rests_on_an_unusable_one_is_named(tmp_path: Path) -> None:
    """What hangs on a claim falls with it, and says so."""
    text = (
        f"{HEAD}claims:\n"
        "  - {id: a, source: nis, measure: killed, as_of: 2025-02-31, count: 30}\n"
        "  - {id: b, source: nis, measure: wounded, as_of: 2025, count: half, ratio_of: a}\n"
    )

    found = problems_of(tmp_path, text)

    assert [(problem.code, problem.claim) for problem in found] == [("CR302", "a"), ("CR223", "b")]


def test_a_measure_that_is_wrongly_defined_is_refused_once(tmp_path: Path) -> None:
    """The claims that use it are not blamed for it."""
    claim = "{id: a, source: nis, measure: hit, as_of: 2025, count: 3}"

    bad_shape = problems_of(tmp_path, f"measures: {{hit: {{total: 3}}}}\nclaims: [{claim}]\n")
    bad_part = problems_of(tmp_path, f"measures: {{hit: {{sum: [shot]}}}}\nclaims: [{claim}]\n")

    assert [(problem.code, problem.key) for problem in bad_shape] == [("CR110", "measures")]
    assert [(problem.code, problem.key) for problem in bad_part] == [("CR201", "measures")]


def test_a_rule_is_no_base_of_a_ratio(tmp_path: Path) -> None:
    """A named assumption gives no figure."""
    text = (
        "claims: [{id: a, source: X, measure: killed, as_of: 2025, count: half, ratio_of: once}]\n"
        "assumptions: [{id: once, assume: nobody_twice}]\n"
    )

    found = problems_of(tmp_path, text)

    assert [problem.code for problem in found] == ["CR220"]


def test_a_claim_with_a_wrong_key_is_checked_for_all_else(tmp_path: Path) -> None:
    """A misspelt key hides no other problem, and is not reported as a missing one too."""
    claim = "{id: a, source: nsi, mesure: killed, as_of: 2025-02-30, count: 3, evidence: proof}"

    found = problems_of(tmp_path, f"{HEAD}claims:\n  - {claim}\n")

    assert {(problem.code, problem.key) for problem in found} == {
        ("CR104", "source"),
        ("CR110", "mesure"),
        ("CR113", "evidence"),
        ("CR302", "as_of"),
    }


def test_all_problems_of_a_file_are_reported_together(tmp_path: Path) -> None:
    """One exception carries every problem in the order of the file, and counts what is fine."""
    path = tmp_path / "kursk.yaml"
    path.write_text(
        f"{HEAD}claims:\n"
        "  - {id: a, source: nsi, measure: killed, as_of: 2025, count: 3}\n"
        "  - {id: b, source: nis, measure: killed, as_of: 2025, count: 3}\n"
        "  - {id: c, source: nis, measure: kiled, as_of: 2025-02-30, count: 3}\n",
        encoding="utf-8",
    )

    with pytest.raises(DossierError) as refusal:
        load(path)

    assert [(problem.code, problem.line) for problem in refusal.value.errors] == [
        ("CR104", 9),
        ("CR201", 11),
        ("CR302", 11),
    ]
    assert str(refusal.value).startswith(
        "kursk.yaml: 2 of 3 claims cannot be used. The other 1 are fine."
    )


def test_what_is_usable_can_be_worked_with(tmp_path: Path) -> None:
    """With keep_going the rest is loaded, under the ids it would have had."""
    path = tmp_path / "story.yaml"
    path.write_text(
        f"{HEAD}claims:\n"
        "  - {source: nis, measure: killed, as_of: 2025-02-31, count: 3}\n"
        "  - {source: nis, measure: killed, as_of: 2025-02-28, count: 3}\n"
        "  - {source: nis, measure: killed, as_of: 2025-02-29, count: 3, relays: nis-killed-2}\n",
        encoding="utf-8",
    )

    kept = load(path, keep_going=True)

    assert [claim.id for claim in kept.read().claims] == ["nis-killed-2"]


def test_nothing_can_be_kept_where_the_head_is_wrong(tmp_path: Path) -> None:
    """A wrong head leaves no claim with a certain meaning."""
    path = tmp_path / "story.yaml"
    path.write_text("since: soon\nclaims: []\n", encoding="utf-8")

    with pytest.raises(DossierError, match="CR301"):
        load(path, keep_going=True)
