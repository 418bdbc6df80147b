import pytest

import claimrecon as cr
from claimrecon.extraction import UnacceptableDraftError, UnknownDraftError, read

TEXT = (
    "About 11,000 soldiers arrived in Velmor in November 2024, the general staff said. "
    "Their numbers have halved, the mayor said. The ministry denied that 300 soldiers had been "
    "killed. The enemy loses 40 soldiers a day, the mayor claimed."
)


@pytest.fixture
def drafts() -> cr.Drafts:
    """Return the drafts of an article of an invented place."""
    return cr.read(TEXT, published="2025-01-31", outlet="Velmor Post")


def test_a_claim_has_what_the_text_says_and_nothing_else(drafts: cr.Drafts) -> None:
    """Words, measure, chain, place, days, and the sentence as its quote."""
    claim = drafts.accept("d1")[0]

    assert claim == {
        "source": "general staff",
        "via": ["Velmor Post"],
        "reported_on": "2025-01-31",
        "measure": "arrived",
        "population": "soldiers",
        "place": "Velmor",
        "during": ["2024-11-01", "2024-11-30"],
        "count": "About 11,000",
        "quote": TEXT[: TEXT.index(". Their") + 1],
    }


def test_what_is_denied_becomes_a_denial(drafts: cr.Drafts) -> None:
    """It binds nothing (§7)."""
    assert drafts.accept("d3")[0]["evidence"] == "denial"


def test_a_ratio_is_accepted_with_its_base_alone(drafts: cr.Drafts) -> None:
    """And names the claim of the base."""
    whole, ratio = drafts.accept("d1", "d2")

    assert ratio["ratio_of"] == whole["id"] == "velmor-post-2025-01-31-d1"
    with pytest.raises(UnacceptableDraftError, match="Accept both, or correct its ratio_of"):
        drafts.accept("d2")


def test_a_rate_needs_its_time(drafts: cr.Drafts) -> None:
    """The text does not say it; a correction does."""
    with pytest.raises(UnacceptableDraftError, match="Correct it with during") as caught:
        drafts.accept("d4")

    assert caught.value.draft == "d4"
    claim = drafts.accept("d4", corrections={"d4": {"during": "2025-01"}})[0]
    assert (claim["per"], claim["during"]) == ("day", "2025-01")


def test_corrections_replace_what_they_correct(drafts: cr.Drafts) -> None:
    """Another way of saying the same goes with it; ``None`` leaves a key out."""
    claim = drafts.accept(
        "d1", corrections={"d1": {"as_of": "2024-11-30", "population": None, "low": 10_000}}
    )[0]

    assert (claim["as_of"], claim["low"]) == ("2024-11-30", 10_000)
    assert not {"during", "population", "count"} & claim.keys()


def test_accepted_drafts_go_into_a_dossier(drafts: cr.Drafts) -> None:
    """As they are."""
    dossier = cr.Dossier().add(drafts.accept("d1", "d2", "d3"))

    assert [claim.scope.measure.name for claim in dossier.read().claims] == [
        "arrived",
        "strength",
        "killed",
    ]


def test_an_unknown_id_is_refused_with_the_known_ones(drafts: cr.Drafts) -> None:
    """In corrections too."""
    with pytest.raises(UnknownDraftError, match=r"no draft 'd9'\. The drafts here: d1, d2, d3, d4"):
        drafts.accept("d9")
    with pytest.raises(UnknownDraftError):
        drafts.accept("d1", corrections={"d9": {}})


def test_a_draft_without_speaker_needs_an_outlet_or_a_source() -> None:
    """Nobody is made up."""
    with pytest.raises(UnacceptableDraftError, match="the text names no speaker"):
        read("At least 300 soldiers were killed.").accept()


@pytest.mark.parametrize(
    "text",
    [
        "The toll was 118 on the previous day, the mayor said.",
        "The toll rose to 118 from 96, the mayor said.",
    ],
)
def test_a_day_that_is_not_known_is_never_that_of_publication(text: str) -> None:
    """It hangs on another date, or belongs to an earlier figure."""
    drafts = read(text, published="2025-01-31")

    with pytest.raises(UnacceptableDraftError, match="of a day that the text does not give"):
        drafts.accept(drafts[len(drafts) - 1].id)


def test_what_the_text_takes_back_is_left_out_unless_asked_for() -> None:
    """By its id it is a denial."""
    text = "The toll was revised down from 120 to 87, the mayor said."
    drafts = read(text, published="2025-01-31")

    assert [claim["count"] for claim in drafts.accept()] == ["87"]
    assert (
        drafts.accept("d1", corrections={"d1": {"as_of": "2025-01-30"}})[0]["evidence"] == "denial"
    )


def test_a_carried_bound_is_kept_in_numbers() -> None:
    """The words "61" alone would not say "at least"."""
    text = "At least 300 soldiers were killed and 61 wounded, the mayor said."
    claim = read(text).accept()[1]

    assert claim["low"] == 61
    assert not {"count", "high"} & claim.keys()


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("Forty people were killed in the raid, 12 of them by snipers, the mayor said.", 12),
        ("Forty people were wounded, 14 of them seriously, the mayor said.", 14),
    ],
)
def test_a_part_without_people_of_its_own_is_no_total(text: str, least: int) -> None:
    """It bounds what the whole is counted as, from below alone."""
    part = read(text).accept()[1]

    assert part["low"] == least
    assert not {"count", "high", "best"} & part.keys()


def test_a_part_with_people_of_its_own_is_their_total() -> None:
    """Their number stands as it was said."""
    part = read("Four people, two of them teenagers, were killed, the mayor said.").accept()[1]

    assert (part["count"], part["population"]) == ("two", "teenagers")


def test_drafts_show_the_text_with_its_figures_marked(drafts: cr.Drafts) -> None:
    """Denied ones struck through; the reading beside them."""
    html = drafts._repr_html_()

    assert html.count("<mark ") == len(drafts)
    assert html.count("line-through") == 1
    assert "said by general staff, via" not in html
    assert "About 11,000 soldiers: arrived" in html


def test_marks_of_the_text_stay_text() -> None:
    """Whatever an article holds is escaped."""
    drafts = read(
        "<script>alert('300 killed')</script> & \"12 people were killed\", <b>he</b> said."
    )

    assert "<script>" not in drafts._repr_html_()
    assert "<b>he" not in drafts._repr_html_()


def test_plain_values_hold_everything(drafts: cr.Drafts) -> None:
    """With offsets in the text."""
    first = drafts.to_dict()["drafts"][0]

    assert TEXT[first["figure"]["start"] : first["figure"]["end"]] == first["figure"]["text"]
    assert (first["comparator"], first["best"], first["measure"]) == ("approx", 11_000, ["arrived"])
    assert first["rule"] == "count-word"


def test_text_fits_the_terminal(drafts: cr.Drafts) -> None:
    """At any width from 40 columns on."""
    for width in (40, 80, 120):
        assert max(map(len, drafts.to_text(width=width).splitlines())) <= width
