"""The answers to the Kursk story, worked out independently over the full cell model."""

from fractions import Fraction
from functools import cache
from typing import Any

import pytest

import claimrecon as cr
from claimrecon.dossier import demo_path

KILLED: dict[str, Any] = {"measure": "killed", "as_of": "2025-01-13"}
CASUALTIES: dict[str, Any] = {"measure": "casualties", "as_of": "2025-01-13"}
STRENGTH: dict[str, Any] = {"measure": "strength", "at": "2025-01-30"}
TO_COME: dict[str, Any] = {"measure": "casualties", "during": ["2025-01-24", "2025-02-23"]}


@cache
def _report() -> cr.Report:
    return cr.reconcile(cr.load(demo_path()))


@cache
def _changed(claim: str, count: str | None) -> cr.Report:
    """Reconcile the story with another count in one claim, or without one claim or assumption."""
    story: dict[str, Any] = cr.load(demo_path()).to_dict()
    for part in ("claims", "assumptions"):
        kept = [entry for entry in story[part] if count is not None or entry["id"] != claim]
        story[part] = [{**e, "count": count} if e["id"] == claim else e for e in kept]
    return cr.reconcile(story)


def _ends(report: cr.Report, question: dict[str, Any]) -> list[Any]:
    """Return the strict and the lenient range."""
    found = report.range(**question)
    assert found.strict_low is not None
    assert found.lenient_low is not None
    assert found.strict_high is not None
    assert found.lenient_high is not None
    return [
        (found.strict_low.value, found.strict_high.value),
        (found.lenient_low.value, found.lenient_high.value),
    ]


def test_the_story_is_compatible() -> None:
    """All figures of the record can be true."""
    assert _report().verdict == "compatible"


@pytest.mark.parametrize(
    ("question", "strict", "lenient"),
    [
        (KILLED, (1300, 5500), (750, 6900)),
        (CASUALTIES, (4000, 8200), (3500, 9650)),
        (STRENGTH, (5500, 5500), (4200, 6900)),
        (TO_COME, (0, 7000), (0, 8000)),
    ],
    ids=["killed", "casualties", "strength", "casualties to come"],
)
def test_what_is_possible(
    question: dict[str, Any], strict: tuple[int, int], lenient: tuple[int, int]
) -> None:
    """The ranges of the table, strict and lenient (§14)."""
    assert _ends(_report(), question) == [strict, lenient]


@pytest.mark.parametrize(
    ("claim", "strict", "lenient"),
    [
        ("zelenskyy-jan9", (300, 5500), (300, 6900)),
        ("halved", (1300, 8300), (750, 8850)),
    ],
    ids=["without Zelenskyy", "without Syrskyi"],
)
def test_what_is_possible_without_a_claim(
    claim: str, strict: tuple[int, int], lenient: tuple[int, int]
) -> None:
    """The killed by 13 January where one claim is not held on to."""
    assert _ends(_changed(claim, None), KILLED) == [strict, lenient]


def test_each_end_says_what_it_becomes_without_a_claim() -> None:
    """The range itself says so: the low hinges on Zelenskyy, the high on Syrskyi (§11)."""
    killed = _report().range(**KILLED)

    assert killed.strict_low is not None
    assert killed.strict_high is not None
    assert killed.lenient_low is not None
    assert killed.lenient_high is not None
    assert killed.strict_low.without["zelenskyy-jan9"] == 300
    assert killed.lenient_low.without["zelenskyy-jan9"] == 300
    assert killed.strict_high.without["halved"] == 8300
    assert killed.lenient_high.without["halved"] == 8850


def test_what_is_stated() -> None:
    """At least 300, by South Korean intelligence; nobody said a top."""
    stated = _report().range(**KILLED).stated

    assert (stated.low, stated.low_by) == (Fraction(300), ("nis-killed",))
    assert (stated.high, stated.high_by) == (None, ())


def test_every_end_has_a_proof_that_checks() -> None:
    """Each end that is closed carries a proof that needs no solver (§11)."""
    ends = [
        end
        for question in (KILLED, CASUALTIES, STRENGTH, TO_COME)
        for found in [_report().range(**question)]
        for end in (found.strict_low, found.strict_high, found.lenient_low, found.lenient_high)
        if end is not None and end.value
    ]

    assert len(ends) > 12
    assert all(end.proof is not None and end.proof.verify() for end in ends)


def test_without_at_least_there_is_a_contradiction() -> None:
    """4,000 casualties, 300 killed and 2,700 wounded cannot all be true, even leniently."""
    report = _changed("nis-killed", "300")

    [found] = report.contradictions
    assert found.claims == ("nis-killed", "nis-wounded", "zelenskyy-jan9")
    assert found.assumptions == ()
    assert (found.gap, found.factor) == (Fraction(400), Fraction(35, 31))
    assert found.proof is not None
    assert found.proof.verify()


def test_the_projection_cannot_hold_unless_somebody_is_counted_twice() -> None:
    """At least 29,500 in a month are more than ever arrived: unless they recover and return."""
    [found] = [f for f in _report().findings if f.kind == "implausible projection"]

    assert found.claims == ("isw-rate", "arrived")
    assert found.assumptions == ("none-before", "none-later", "once")
    kinds = {f.kind.value for f in _changed("once", None).findings}
    assert "implausible projection" not in kinds


def test_casualties_beside_killed_are_an_apparent_conflict() -> None:
    """4,000 beside 300: a reader would set them against each other, but they count differently."""
    found = [f for f in _report().findings if f.kind == "apparent"]

    assert ("nis-killed", "zelenskyy-jan9") in {tuple(sorted(f.claims)) for f in found}


def test_three_lax_claims_reconcile_with_their_defaults_echoed() -> None:
    """Three lines without any other setting; every default taken is said."""
    report = cr.reconcile(
        [
            cr.claim("4,000 casualties", by="Volodymyr Zelenskyy", on="9 Jan 2025"),
            cr.claim("at least 300 killed", by="South Korea NIS", via="Yonhap", on="13 Jan 2025"),
            cr.claim("2,700 wounded", by="South Korea NIS", via="Yonhap", on="13 Jan 2025"),
        ]
    )

    assert report.verdict == "compatible"
    assert {"CR501", "CR502"} <= {notice.code for notice in report.warnings}
