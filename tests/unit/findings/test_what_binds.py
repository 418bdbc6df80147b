"""What binds, and against whom: words that bind in one reading alone, assumptions, nobody."""

import claimrecon as cr


def test_words_that_bind_strictly_alone_can_make_a_tension() -> None:
    """More than 0 has no lenient bound at all; beside 0 it fits only with rounding (§8, §9)."""
    told = {"measure": "killed", "as_of": "2025-01-20", "reported_on": "2025-01-20"}
    report = cr.reconcile(
        {
            "since": "2025-01-01",
            "claims": [
                {"id": "some", "source": "Mayor", "count": "more than 0", **told},
                {"id": "none", "source": "Governor", "count": "0", **told},
            ],
        }
    )

    assert report.verdict == "tension"
    assert [f.claims for f in report.findings if f.kind == "tension"] == [("none", "some")]


def test_the_assumption_of_the_analyst_is_the_word_of_another() -> None:
    """A round 1,000 beside an assumed top of 900 fits only with rounding: a tension (§7, §9)."""
    report = cr.reconcile(
        {
            "since": "2025-01-01",
            "claims": [{"id": "a", "source": "A", "measure": "killed", "as_of": "2025-01-20",
                        "reported_on": "2025-01-20", "count": "1,000"}],
            "assumptions": [{"id": "top", "measure": "killed", "as_of": "2025-01-20",
                             "high": 900, "exact": True}],
        }
    )  # fmt: skip

    assert report.verdict == "tension"
    [finding] = [f for f in report.findings if f.kind == "tension"]
    assert (finding.claims, finding.assumptions) == (("a",), ("top",))


def test_nobody_is_counted_where_two_names_share_nobody() -> None:
    """300 treated among those who are both women and men cannot be, whatever "treated" means."""
    report = cr.reconcile(
        {
            "since": "2025-01-01",
            "populations": {"people": {"women": {}, "men": {}}},
            "measures": {"treated": {"inner": "wounded", "outer": None}},
            "claims": [{"id": "a", "source": "A", "measure": "treated", "as_of": "2025-01-20",
                        "reported_on": "2025-01-20", "low": 300,
                        "population": {"all_of": ["women", "men"]}}],
        }
    )  # fmt: skip

    assert report.verdict == "contradiction"
    assert [f.claims for f in report.contradictions] == [("a",)]
