"""What a notebook shows of a dossier: what was read, what was taken for granted, what is wrong."""

import claimrecon as cr

TOLD = {
    "claimrecon": 1,
    "title": "The <dam>",
    "since": "2031-03-01",
    "sources": {"mayor": {"name": "The Mayor"}, "post": {"name": "Ebersand Post"}},
    "assumptions": [
        {"id": "some", "measure": "killed", "low": 5, "as_of": "2031-03-09"},
        {"id": "closed", "assume": "no_arrivals"},
    ],
    "claims": [
        {
            "id": "a",
            "source": "mayor",
            "via": ["post", "radio"],
            "says": "at least 1,300 killed",
            "as_of": "2031-03-09",
        },
        {"id": "b", "source": "clinic", "measure": "killed", "count": "about 7", "as_of": "final"},
    ],
}


def test_a_dossier_shows_who_said_what_and_how_it_was_read() -> None:
    """Names instead of keys, words beside both intervals, and what the analyst assumed."""
    html = cr.load(TOLD)._repr_html_()

    assert "The &lt;dam&gt;" in html
    assert "2 claims, read by the codebook claimrecon-1." in html
    assert "The Mayor, via Ebersand Post, radio" in html
    assert "1,300 or more" in html
    assert "killed, in the end" in html
    assert "Assumptions of the analyst:" in html
    assert "<li>some: " in html
    assert "<li>closed: no_arrivals</li>" in html


def test_a_dossier_that_cannot_be_read_shows_what_is_wrong() -> None:
    """Instead of a traceback in a cell."""
    claim = {"id": "a", "source": "Mayor", "measure": "killed", "count": "x"}

    html = cr.Dossier.model_validate({"claims": [claim]})._repr_html_()

    assert "Untitled" in html
    assert "<pre>" in html
    assert "claim" in html
