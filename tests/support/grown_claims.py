"""Claims as people write them, about a small country: drawn one by one, each fits those before."""

from collections.abc import Sequence
from typing import Any, Final

from hypothesis import strategies as st

HEAD: Final[dict[str, Any]] = {
    "claimrecon": 1,
    "title": "A flood in Ostmark",
    "since": "2031-03-01",
    "places": {"Ostmark": {"Northvale": {}, "Southvale": {}}},
    "sources": {"ministry": {"reliability": "B"}, "mayor": {"speaks_for": "ministry"}},
}
"""A dossier without claims: two districts that share nobody, and a country that holds both."""

_PLACES = ("Northvale", "Northvale", "Southvale", "Southvale", "Ostmark")
_WORDS = ("{n}", "{n}", "at least {n}", "about {n}", "at most {n}", "many")


@st.composite
def figures(draw: st.DrawFn, name: str, before: Sequence[dict[str, Any]] = ()) -> dict[str, Any]:
    """Draw one claim with the id *name* that may refer to those *before*."""
    day = draw(st.integers(2, 9))
    words = draw(st.sampled_from(_WORDS))
    claim: dict[str, Any] = {
        "id": name,
        "source": draw(st.sampled_from(("ministry", "mayor", "Red Cross", "Ostmark Post"))),
        "reported_on": f"2031-03-{draw(st.integers(day, 12)):02}",
        "measure": draw(st.sampled_from(("killed", "killed", "wounded", "casualties"))),
        "as_of": f"2031-03-{day:02}",
        "place": draw(st.sampled_from(_PLACES)),
        "count": words.format(n=draw(st.sampled_from((3, 20, 21, 100, 120, 200, 400)))),
    }
    if draw(st.integers(0, 5)) == 0:
        claim["evidence"] = draw(st.sampled_from(("documented", "projection", "estimate")))
    if draw(st.integers(0, 5)) == 0:
        claim["statement"] = draw(st.sampled_from(("table", name)))
    if before and draw(st.integers(0, 2)) == 0:
        other = draw(st.sampled_from(before))
        match draw(st.sampled_from(("relays", "supersedes", "ratio_of", "derived_from"))):
            case "relays":
                claim["relays"] = other["id"]
            case "supersedes" if claim["source"] == other["source"]:
                claim["supersedes"] = [other["id"]]
            case "ratio_of" if claim["measure"] != other["measure"]:
                claim |= {"ratio_of": other["id"], "count": "half"}
            case "derived_from":
                claim["derived_from"] = [other["id"]]
            case _:
                pass
    return claim


@st.composite
def dossiers(draw: st.DrawFn, *, most: int = 8) -> dict[str, Any]:
    """Draw a whole dossier."""
    claims: list[dict[str, Any]] = []
    for number in range(draw(st.integers(1, most))):
        claims.append(draw(figures(f"claim-{number}", claims)))
    return {**HEAD, "claims": claims}


def refers_to(name: str, claims: Sequence[dict[str, Any]]) -> bool:
    """Whether any claim refers to the one of that id."""
    keys = ("relays", "ratio_of")
    lists = ("supersedes", "derived_from")
    return any(
        name in {claim.get(key) for key in keys} or any(name in claim.get(k, ()) for k in lists)
        for claim in claims
    )
