import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

import pytest
from schema_check import violations

import claimrecon as cr
from claimrecon.claims import Scope
from claimrecon.findings import (
    Account,
    End,
    Finding,
    FindingKind,
    Offer,
    PossibleRange,
)
from claimrecon.report import Report, range_values, report_schema
from claimrecon.report.values import scope_values
from claimrecon.scopes import Extent

Make = Callable[..., Report]


def test_a_finding_has_the_keys_of_the_format(report: Make, clash: Finding) -> None:
    """Gap as a number, factor as a fraction's text, proof as rows and a conclusion."""
    found = report(
        findings=(replace(clash, factor=Fraction(35, 31), gap=Fraction(400)),)
    ).to_dict()["findings"][0]

    assert found["gap"] == 400
    assert found["factor"] == "35/31"
    assert found["repairs"] == [["dead"], ["hurt"], ["wounded"]]
    assert found["proof"]["conclusion"] == "0 ≥ 1000"
    assert found["proof"]["rows"][0] == {
        "multiplier": "1",
        "claim": "hurt",
        "rule": None,
        "coefficients": {"k": "1", "w": "1"},
        "sense": "≥",
        "bound": "4000",
        "text": "killed + wounded ≥ 4,000",
    }


def test_rereadings_not_looked_for_are_not_called_none(report: Make, clash: Finding) -> None:
    """An empty list would say that no rereading helps."""
    found = report(findings=(clash,)).to_dict()["findings"][0]

    assert found["would_agree_if"] is None


def test_only_clashes_of_a_truncated_search_are_truncated(report: Make, clash: Finding) -> None:
    """The limit is one of minimal sets; other kinds are always complete."""
    echo = Finding(FindingKind.ECHO, ("dead",), "Once.", binds="dead")

    found = report(findings=(clash, echo), truncated=True).to_dict()["findings"]

    assert [finding["truncated"] for finding in found] == [True, False]


def test_each_kind_has_its_own_keys(report: Make) -> None:
    """Echoes carry what binds and what changed, apparent ones what differs, revisions the rest."""
    echo = Finding(
        FindingKind.ECHO,
        ("dead", "wounded"),
        "Once.",
        binds="hull",
        changed=MappingProxyType({"wounded": ("digit",)}),
        would_contradict=(("hurt",),),
    )
    apparent = Finding(FindingKind.APPARENT, ("dead", "hurt"), "No.", differs=("measure",))
    slip = Finding(FindingKind.SLIP, ("dead",), "Slip.", would_contradict=(("hurt", "wounded"),))

    found = report(findings=(echo, apparent, slip)).to_dict()["findings"]

    common = set(found[1]) - {"differs"}
    assert [{k: v for k, v in f.items() if k not in common} for f in found] == [
        {"binds": "hull", "changed": {"wounded": ["digit"]}, "would_contradict": [["hurt"]]},
        {"differs": ["measure"]},
        {"would_contradict": [["hurt", "wounded"]]},
    ]


def test_an_end_stays_without_claims_it_does_not_hinge_on(killed: PossibleRange) -> None:
    """Where only one reading hinges on a claim, the other keeps its end."""
    values = range_values(killed)["possible"]

    assert values["strict"] == [1300, None]
    assert values["lenient"] == [750, None]
    assert values["low_without"] == {"hurt": [300, 300], "wounded": [300, 750]}
    assert values["high_without"] == {}
    assert list(values["low_proof"]) == ["strict"]


def test_an_end_that_is_no_whole_number_stays_exact(killed: PossibleRange) -> None:
    """Nothing is rounded on the way out."""
    asked = replace(killed, strict_low=End(Fraction(7, 2), Fraction(7, 2)))

    assert range_values(asked)["possible"]["strict"] == ["7/2", None]


EXTENTS = [
    (Extent(), None),
    (Extent.exactly("women"), "women"),
    (Extent.exactly("women", "medics"), {"all_of": ["medics", "women"]}),
    (Extent(("town",), ("region",)), {"inner": "town", "outer": "region"}),
    (Extent(None, ("region",)), {"outer": "region"}),
]


@pytest.mark.parametrize(("extent", "value"), EXTENTS)
def test_a_scope_is_written_as_a_claim_writes_it(
    killed: PossibleRange, extent: Extent, value: object
) -> None:
    """Names, intersections, and sets known only between two."""
    scope: Scope = replace(killed.scope, population=extent)

    assert scope_values(scope) == {
        "measure": "killed",
        "population": value,
        "place": "Ebersand",
        "cause": None,
        "as_of": "2031-03-13",
        "since": "2031-03-01",
    }


def test_every_report_follows_the_schema(
    report: Make, killed: PossibleRange, clash: Finding
) -> None:
    """A report with something in every place has no key or value that the schema does not know."""
    interval = (Fraction(1300), None)
    full = replace(
        killed,
        accounts=(Account(("hurt",), ("dead",), interval, None),),
        lowest_stated=(Fraction(1), "dead"),
        offers=(Offer(("nobody_twice",), Fraction(5000)),),
    )
    bare = replace(killed, strict_low=None, strict_high=None)
    findings = tuple(replace(clash, kind=kind) for kind in FindingKind)

    made = report(findings=findings, ranges=(full, bare)).to_dict()

    assert violations(made, report_schema()) == []


def test_the_schema_would_notice(report: Make) -> None:
    """An unknown key, a missing one and a wrong type are each found."""
    made = report().to_dict()
    del made["verdict"]
    made |= {"extra": 1, "sentence": 5}

    assert sorted(violations(made, report_schema())) == [
        "$.sentence: 5 is not of type string",
        "$: extra is not known",
        "$: verdict is missing",
    ]


def test_json_is_the_same_values(report: Make) -> None:
    """``to_json`` reads back to ``to_dict``, letters of all scripts as they are."""
    found = report()

    assert json.loads(found.to_json()) == found.to_dict()
    assert "“at least”" in found.to_json(indent=None)


def test_a_report_in_full_says_what_would_resolve_its_conflicts() -> None:
    """Hypotheses that `why` finds stand in the JSON, where they were asked for (§13)."""
    made = cr.reconcile(
        {
            "since": "2025-01-01",
            "claims": [
                {"id": "a", "source": "Mayor", "says": "8,292 casualties", "as_of": "2025-01-09"},
                {"id": "b", "source": "Clinic", "says": "8,282 casualties", "as_of": "2025-01-09"},
            ],
        }
    )
    [clash] = made.contradictions

    full = made.to_dict(in_full=True)

    assert violations(full, report_schema()) == []
    [told] = [f for f in full["findings"] if f["kind"] == "contradiction"]
    assert [r["claim"] for r in told["would_agree_if"]] == [
        reread.claim for reread in made.why(clash).would_agree_if
    ]
    assert {"a", "b"} >= {r["claim"] for r in told["would_agree_if"]} > set()
    assert [f["would_agree_if"] for f in made.to_dict()["findings"]] == [None] * len(made.findings)
