"""The page to send: what is many is folded, and every claim tells what there is to know of it."""

import re
from html import unescape

import claimrecon as cr

TOWNS = [f"Town {number}" for number in range(6)]


def _words(page: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page)))


def _told(number: int, day: int, count: int) -> dict[str, object]:
    return {
        "id": f"{'ab'[day > 5]}{number}",
        "source": f"Mayor of {TOWNS[number]}",
        "measure": "killed",
        "count": str(count + number),
        "place": TOWNS[number],
        "as_of": f"2031-01-{day:02}",
        "reported_on": f"2031-01-{day:02}",
    }


def _report(*more: dict[str, object]) -> cr.Report:
    """Reconcile the figures of six mayors, each of whom corrected his own."""
    first, *rest = [_told(n, day, count) for n in range(6) for day, count in ((5, 91), (9, 71))]
    first |= {"note": "by telephone", "url": "archive box 7", "said_on": "2031-01-04"}
    return cr.reconcile(
        {
            "claimrecon": 1,
            "since": "2031-01-01",
            "places": {"Land": {town: {} for town in TOWNS}},
            "sources": {
                "clerk": {"name": "The clerk", "speaks_for": "Mayor of Town 0"},
                "Mayor of Town 0": {},
            },
            "claims": [first, *rest, *more],
        }
    )


def test_findings_of_one_kind_are_folded_behind_the_first_three() -> None:
    """Nothing is left out: what is folded has its numbers and its texts."""
    page = _report().to_html()

    assert "3 more of this kind (Revised): 4 to 6" in _words(page)
    assert all(f"Mayor of {town}" in _words(page) for town in TOWNS)


def test_a_claim_tells_what_there_is_to_know_of_it() -> None:
    """For whom it was said, when, in which words, and where that stands."""
    relay = {**_told(1, 9, 71), "id": "c", "source": "clerk", "relays": "b1"}

    words = _words(_report(relay).to_html())

    assert "Said or made public 4 January 2031. Read as 91. by telephone" in words
    assert "Source: archive box 7" in words
    assert "The clerk Speaks for Mayor of Town 0." in words
    assert "Passes on claim 8." in words


def test_in_full_a_clash_has_its_rereadings() -> None:
    """What one claim would have to mean, and whether all would hold then."""
    total = {**_told(1, 9, 0), "id": "all", "source": "Ministry", "place": "Land", "count": "9"}
    report = _report(total)

    assert report.verdict == "contradiction"
    assert "They would agree if" not in _words(report.to_html())
    words = _words(report.to_html(in_full=True))
    assert "They would agree if the “9” of Ministry meant at least 9." in words
    assert "Then the whole record can be true." in words
