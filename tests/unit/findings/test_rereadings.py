"""Rereadings: what a single claim would have to mean for a conflict to vanish (§13)."""

from fractions import Fraction
from typing import Any

import claimrecon as cr
from claimrecon.findings import Rereading

KURSK: dict[str, Any] = {
    "claimrecon": 1,
    "since": "2024-11-01",
    "populations": {"Russian-side forces": {"North Korean soldiers": {}}},
    "population": "North Korean soldiers",
    "assumptions": [
        {"id": "none-before", "assume": "none_before"},
        {"id": "none-later", "assume": "no_arrivals", "after": "2024-11-30"},
        {"id": "once", "assume": "nobody_twice"},
    ],
}


def likeliest(report: cr.Report, *claims: str) -> Rereading:
    """Return the first hypothesis for the conflict of *claims*."""
    [finding] = [f for f in report.contradictions if f.claims == claims]
    return report.why(finding).would_agree_if[0]


def test_a_rate_for_a_whole_army_applied_to_a_contingent() -> None:
    """30,000 casualties a month do not fit 11,000 men; they do fit the army they belong to."""
    arrived = {"source": "NIS", "measure": "arrived", "as_of": "2024-11-30", "count": "11,000"}
    rate = {"source": "ISW", "measure": "casualties", "count": "30,000 to 45,000", "per": "month"}
    days = {"during": ["2025-01-24", "2025-02-23"]}
    report = cr.reconcile(
        {
            **KURSK,
            "claims": [
                {"id": "arrived", "reported_on": "2024-12-01", **arrived},
                {"id": "rate", "reported_on": "2025-02-24", **rate, **days},
            ],
        }
    )

    first = likeliest(report, "arrived", "rate")

    assert (first.claim, first.what.value) == ("rate", "population")
    assert (first.before, first.after) == ("North Korean soldiers", "Russian-side forces")
    assert first.whole_record


def test_a_relay_that_dropped_at_least() -> None:
    """300 killed and 2,700 wounded are not 4,000; at least 300 and 2,700 may be."""
    report = cr.reconcile(
        {
            "claimrecon": 1,
            "since": "2024-11-01",
            "claims": [
                {
                    "id": "casualties",
                    "source": "Zelenskyy",
                    "says": "4,000 casualties",
                    "reported_on": "2025-01-09",
                },
                {
                    "id": "killed",
                    "source": "NIS",
                    "via": ["A newspaper"],
                    "says": "300 killed",
                    "reported_on": "2025-01-13",
                },
                {
                    "id": "wounded",
                    "source": "NIS",
                    "via": ["A newspaper"],
                    "says": "2,700 wounded",
                    "reported_on": "2025-01-13",
                },
            ],
        }
    )

    first = likeliest(report, "casualties", "killed", "wounded")

    assert (first.claim, first.what.value, first.after) == ("killed", "hedge", "at least 300")
    assert first.whole_record


def test_a_digit_of_a_sum() -> None:
    """3,153 killed and 5,139 injured are 8,292 casualties; 8,282 was written."""
    table = {"source": "Monitors", "reported_on": "2022-04-17", "statement": "table"}
    counts = {"killed": "3,153", "wounded": "5,139", "casualties": "8,282"}
    claims = [{"id": m, "measure": m, "count": n, **table} for m, n in counts.items()]
    report = cr.reconcile({"claimrecon": 1, "since": "2022-02-24", "claims": claims})

    first = likeliest(report, "casualties", "killed", "wounded")

    assert (first.claim, first.what.value) == ("casualties", "digit")
    assert (first.before, first.after) == ("8,282", "8,292")
    assert first.explanation.startswith("They would agree if")


def test_how_loose_about_would_have_to_be() -> None:
    """About 500 on Sunday after 750 on Saturday: "about" would have to mean ± 50 % (§13)."""
    report = cr.reconcile(
        {
            "claimrecon": 1,
            "claims": [
                {"id": "a", "source": "Mayor", "says": "751 killed", "as_of": "2025-01-04"},
                {
                    "id": "b",
                    "source": "Governor",
                    "says": "about 500 killed",
                    "as_of": "2025-01-05",
                },
            ],
        }
    )

    [finding] = report.contradictions
    loose = report.why(finding).looseness

    assert loose.alone["b"] == Fraction(251, 500)
    assert loose.together == Fraction(251, 1251)


def test_what_a_share_would_have_to_be() -> None:
    """Of 1,003 arrived, 41 percent and at most 100 were killed: a hedge or a slip (§6, §13)."""
    told = {"reported_on": "2025-03-01", "as_of": "2025-01-31"}
    report = cr.reconcile(
        {
            "claimrecon": 1,
            "since": "2025-01-01",
            "claims": [
                {"id": "all", "source": "A", "measure": "arrived", "count": "1,003", **told},
                {"id": "few", "source": "B", "measure": "killed", "high": 100, **told},
                {
                    "id": "share",
                    "source": "C",
                    "measure": "killed",
                    "count": "41 percent",
                    "ratio_of": "all",
                    **told,
                },
            ],
        }
    )

    [finding] = report.contradictions
    why = report.why(finding)
    meant = {(r.claim, r.what.value): r.after for r in why.would_agree_if}

    assert meant["share", "hedge"] == "at most 0.41"
    assert meant["few", "hedge"] == "at least 100"
    assert ("all", "digit") not in meant
    # A hundred of 1,003 is what would do.
    assert why.looseness.alone["share"] == 1 - Fraction(100, 1003) / Fraction(41, 100)
