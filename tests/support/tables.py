"""Tables of claims as they come: good rows, wrong rows, rows without a key, in any order."""

from typing import Any, Final

from hypothesis import strategies as st

SETTING: Final[dict[str, Any]] = {
    "since": "2024-01-01",
    "places": {"Valley": {"Upper Town": {}, "Lower Town": {}}},
    "populations": {"people": {"facets": [{"women": {}, "men": {}}]}},
    "sources": {"mayor": {"name": "The Mayor", "aliases": ["City Hall"]}},
}
_GOOD: Final = {
    "source": ("mayor", "City Hall", "Governor", "Relief League"),
    "measure": ("killed", "wounded", "casualties", "injured", "missing", "losses"),
    "count": ("120", "about 120", "at least 200", "several dozen", "130 to 150", "90", "310", "0"),
    "as_of": ("2024-02-01", "2024-02-03", "2024-02", "2024-02-09", "final"),
    "reported_on": ("2024-02-10", "2024-02-11", None),
    "place": ("Upper Town", "Valley", None, "Elsewhere"),
    "population": ("women", None, None, "people"),
    "evidence": (None, None, None, "documented", "estimate", "projection"),
}
_WRONG: Final = (
    ("as_of", "2024-02-31"),
    ("count", "very many 3 or 4 x"),
    ("measure", "kiled"),
    ("source", None),
    ("source", "Mayr"),
    ("place", "Uper Town"),
    ("evidence", "rumour"),
)


@st.composite
def claim_rows(draw: st.DrawFn, *, plain: bool = False) -> dict[str, Any]:
    """Draw one row: now and then with something wrong; *plain* ones are of the common shapes."""
    row: dict[str, Any] = {name: draw(st.sampled_from(choice)) for name, choice in _GOOD.items()}
    if plain:
        row |= {"place": "Upper Town", "population": None, "evidence": None}
        row["measure"] = draw(st.sampled_from(("killed", "injured", "casualties")))
        row["as_of"] = draw(st.sampled_from(("2024-02-01", "2024-02-03", "2024-02-09")))
    if draw(st.integers(0, 11)) == 0:
        name, wrong = draw(st.sampled_from(_WRONG))
        row[name] = wrong
    if draw(st.integers(0, 19)) == 0:
        row |= {"count": None, "low": "200", "high": "100"}
    return row


@st.composite
def claim_tables(draw: st.DrawFn, *, plain: bool = False, most: int = 9) -> list[dict[str, Any]]:
    """Draw the rows of a table with a few keys, some of them blank."""
    rows = draw(st.lists(claim_rows(plain=plain), min_size=1, max_size=most))
    keys = st.sampled_from(("a", "b", "c", "a", "b", None))
    return [row | {"event": draw(keys)} for row in rows]
