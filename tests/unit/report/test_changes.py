"""Reports that change: by a claim more or less, by what if, and from one to the other."""

import pytest

import claimrecon as cr
from claimrecon.quantities import UnreadableCountError

MAYOR = cr.claim("at least 300 killed", by="Mayor", on="9 Jan 2031")
GOVERNOR = cr.claim("120 killed", by="Governor", on="12 Jan 2031")
HOSPITAL = cr.claim("80 wounded", by="Hospital", on="12 Jan 2031")


def test_a_report_that_grows_stays_as_it_is() -> None:
    """A new report is returned; the old one, and what was asked of it, are the same."""
    report = cr.reconcile([MAYOR])
    before = report.to_dict()

    grown = report.add([GOVERNOR])

    assert (report.verdict, grown.verdict) == ("compatible", "contradiction")
    assert report.to_dict() == before
    assert grown.to_dict() == cr.reconcile([MAYOR, GOVERNOR]).to_dict()


def test_what_was_withdrawn_is_gone_and_ids_that_were_made_stay() -> None:
    """The others keep the names that they had beside it."""
    twice = [
        HOSPITAL,
        HOSPITAL.model_copy(update={"count": "82", "says": None, "measure": "wounded"}),
    ]
    report = cr.reconcile([MAYOR, *twice], revisions="declared")

    shrunk = report.withdraw("hospital-wounded")

    assert [claim.id for claim in shrunk.dossier.claims] == ["mayor-killed", "hospital-wounded-2"]
    with pytest.raises(ValueError, match="to withdraw"):
        shrunk.withdraw("hospital-wounded")


def test_what_another_claim_refers_to_cannot_be_withdrawn() -> None:
    """A ratio needs its base; what if nobody had said it is another question."""
    half = {"id": "half", "source": "Governor", "measure": "killed", "as_of": "2031-01-20",
            "count": "half", "ratio_of": "mayor-killed"}  # fmt: skip
    report = cr.reconcile([MAYOR, half])

    with pytest.raises(cr.DossierError, match="mayor-killed"):
        report.withdraw("mayor-killed")
    assert report.without("mayor-killed").verdict == "compatible"


def test_a_what_if_does_not_grow() -> None:
    """Its dossier is nobody's; the message says which report to take."""
    report = cr.reconcile([MAYOR, GOVERNOR]).without("governor-killed")

    with pytest.raises(ValueError, match=r"without: governor-killed.*came from"):
        report.add([HOSPITAL])


def test_a_what_if_says_so_and_can_go_on() -> None:
    """The manifest lists what was changed, in order."""
    report = cr.reconcile([MAYOR, GOVERNOR, HOSPITAL])

    changed = report.without("hospital-wounded").with_reading("governor-killed", "at least 120")

    assert changed.verdict == "compatible"
    assert changed.manifest["without"] == "hospital-wounded"
    assert changed.manifest["with_reading"] == "governor-killed = at least 120"
    assert report.verdict == "contradiction"


def test_a_history_needs_a_measure_for_a_scope() -> None:
    """A place alone is no question."""
    with pytest.raises(ValueError, match="without a measure"):
        cr.reconcile([MAYOR]).history(as_of="2031-01-09")


def test_without_dates_of_publication_there_is_no_history() -> None:
    """Nothing is invented for claims that are always known."""
    report = cr.reconcile([{"source": "Mayor", "says": "12 killed", "as_of": "final"}])

    assert report.history().days == ()
    assert "no history" in str(report.history())


def test_a_history_names_its_turns() -> None:
    """Days that change nothing are days, but no turns."""
    same = cr.claim("at least 200 killed", by="Radio", on="10 Jan 2031")
    history = cr.reconcile([MAYOR, same, GOVERNOR]).history()

    assert [day.day.day for day in history.days] == [9, 10, 12]
    assert [day.day.day for day in history.turns] == [9, 12]


def test_a_budget_of_nothing_is_undecided_every_day() -> None:
    """Never compatible, and no range."""
    [day] = cr.reconcile([MAYOR]).history("killed", as_of="2031-01-09", budget=0).days

    assert day.verdict == "undecided"
    assert day.undecided


def test_a_comparison_tells_what_another_wording_changed() -> None:
    """The same claim that says something else: its finding changed, and is named with it."""
    report = cr.reconcile([MAYOR, GOVERNOR])

    change = cr.compare(report, report.with_reading("governor-killed", "130"))

    assert change.claims_changed == ("governor-killed",)
    [changed] = change.changed
    assert {"gap", "factor"} <= {*changed.fields}
    assert changed.because == ("governor-killed",)
    assert "gap" in str(change)


def test_a_what_if_names_what_there_is() -> None:
    """A name that is none is met with those there are."""
    report = cr.reconcile([MAYOR, GOVERNOR])

    with pytest.raises(ValueError, match=r"no claim or assumption 'x'.*mayor-killed"):
        report.without("x")
    with pytest.raises(ValueError, match="no claim or assumption 'x'"):
        report.with_reading("x", "300")


ASSUMING = {
    "claimrecon": 1,
    "since": "2031-01-01",
    "assumptions": [
        {"id": "some", "measure": "killed", "low": 200, "as_of": "2031-01-09"},
        {"id": "closed", "assume": "no_arrivals"},
    ],
    "claims": [GOVERNOR, {**HOSPITAL.model_dump(exclude_none=True), "id": "hurt"}],
}


def test_what_if_nothing_had_been_assumed() -> None:
    """Figures and named rules of the analyst can be left out, or read otherwise, like claims."""
    report = cr.reconcile(ASSUMING)

    assert report.verdict == "contradiction"
    assert report.without("some").verdict == "compatible"
    assert report.with_reading("some", "at most 200").verdict == "compatible"
    assert "closed" not in [rule.id for rule in report.without("closed").dossier.rules]
    with pytest.raises(ValueError, match=r"'closed' is a named assumption.*without\('closed'\)"):
        report.with_reading("closed", "5")


def test_a_figure_read_otherwise_must_be_one() -> None:
    """Words without a number would bind nothing: that is leaving the claim out."""
    report = cr.reconcile([MAYOR, GOVERNOR])

    with pytest.raises(UnreadableCountError, match="leave the claim out"):
        report.with_reading("governor-killed", "heavy losses")
    assert report.with_reading("governor-killed", "at least 120").verdict == "compatible"
