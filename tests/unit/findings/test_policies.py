"""One number by a stated rule: which figures it uses, and which it sets aside and why."""

from typing import Any

import pytest

import claimrecon as cr


def _report(*claims: dict[str, Any]) -> cr.Report:
    common = {"measure": "killed", "as_of": "2025-01-31", "reported_on": "2025-02-01"}
    told = [
        {"id": f"c{i}", "source": f"S{i}", "exact": True, **common, **claim}
        for i, claim in enumerate(claims)
    ]
    return cr.reconcile({"claimrecon": 1, "since": "2025-01-01", "claims": told})


def _figure(report: cr.Report, policy: str, order: tuple[str, ...] = ()) -> tuple[Any, ...]:
    found = report.policy(policy, "killed", as_of="2025-01-31", order=order)
    return found.low, found.high, found.claims


FOUR = _report({"count": "100"}, {"count": "120"}, {"count": "400"}, {"count": "130"})


@pytest.mark.parametrize(
    ("policy", "order", "figure"),
    [
        ("envelope", (), (100, 400, ("c0", "c2"))),
        ("lowest", (), (100, 100, ("c0",))),
        ("median", (), (120, 130, ("c1", "c3"))),
        ("pending", (), (None, None, ())),
        ("priority", ("S2", "S0"), (400, 400, ("c2",))),
        ("priority", ("nobody",), (None, None, ())),
    ],
)
def test_a_rule_chooses_as_it_says(
    policy: str, order: tuple[str, ...], figure: tuple[Any, ...]
) -> None:
    """The ends of all, the lowest, the middle two, none while they clash, the most trusted."""
    assert _figure(FOUR, policy, order) == figure


def test_pending_ends_when_several_agree() -> None:
    """Two independent origins without a contradiction are enough."""
    agreeing = _report({"low": 90, "high": 110}, {"low": 100, "high": 120})

    assert _figure(agreeing, "pending") == (90, 120, ("c0", "c1"))


def test_figures_of_another_time_are_set_aside() -> None:
    """The toll in all, a period, and a count with a start of its own are other numbers."""
    report = _report(
        {"count": "100"},
        {"count": "130", "as_of": "final"},
        {"count": "5", "during": "2025-01", "as_of": None},
        {"count": "3", "since": "2025-01-05"},
    )

    found = report.policy("envelope", "killed", as_of="2025-01-31")

    assert found.claims == ("c0",)
    assert found.set_aside == tuple((f"c{i}", "about another time") for i in (1, 2, 3))


def test_a_rule_that_is_none_is_refused() -> None:
    """With those there are."""
    with pytest.raises(ValueError, match=r"no policy 'best'.*'envelope', 'lowest'"):
        FOUR.policy("best", "killed", as_of="2025-01-31")
