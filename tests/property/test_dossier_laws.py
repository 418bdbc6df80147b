import io
import json
from itertools import combinations
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimrecon.claims import ReadClaim
from claimrecon.dossier import Dossier, Examined, examine, load, to_yaml
from claimrecon.dossier.names import Spellings, folded, near, near_pairs, nearest
from claimrecon.errors import DossierError

SMALL = """\
claimrecon: 1
since: 2024-11
populations: {All: {A: {}, "B b": {}}}
sources: {n: {name: N, role: ngo}}
claims:
  - {id: a, source: n, via: [é], says: "at least 3 killed", as_of: 2025-01-09}
  - id: b
    source: {name: M}
    measure: [killed, wounded]
    population: {inner: A, outer: All}
    during: [2025-01, 2025-02]
    low: 1.5
    per: day   # a rate
assumptions: [{assume: nobody_twice}]
"""
WHOLE: dict[str, Any] = load(io.StringIO(SMALL)).to_dict()

text = st.text(max_size=12)
_SEEN = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp"))
"""What people can see: other characters are refused (CR129)."""
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    text,
    st.dates(),
    st.sampled_from(
        ["final", "2025-01-09", "3 killed", "killed", "a", "n", "half", "0", "-1", "A"]
    ),
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
    max_leaves=6,
)


def places_in(held: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of everything within *held*."""
    if isinstance(held, dict):
        parts = list(held.items())
    elif isinstance(held, list):
        parts = list(enumerate(held))
    else:
        return [path]
    return [path] * bool(path) + [
        place for key, part in parts for place in places_in(part, (*path, key))
    ]


PLACES = places_in(WHOLE)


def changed(path: tuple[Any, ...], value: object, *, drop: bool) -> dict[str, Any]:
    """Return the whole dossier with one part replaced or dropped."""
    copy: dict[str, Any] = json.loads(json.dumps(WHOLE))
    held: Any = copy
    for key in path[:-1]:
        held = held[key]
    if drop:
        del held[path[-1]]
    else:
        held[path[-1]] = value
    return copy


@given(st.sampled_from(PLACES), values, st.booleans())
def test_a_spoilt_mapping_is_refused_or_read(
    path: tuple[Any, ...], value: object, drop: bool
) -> None:
    """Whatever stands in one place, the loader raises nothing but its own error."""
    spoilt = changed(path, value, drop=drop)

    examined = examine(spoilt)

    assert examined.errors or isinstance(examined.dossier, Dossier)
    assert all(problem.message and problem.code.startswith("CR") for problem in examined.errors)
    if examined.dossier is not None:
        assert len(examined.dossier.read().claims) <= len(WHOLE["claims"]) + 1


@given(values)
def test_anything_but_a_dossier_is_refused_or_read(value: object) -> None:
    """Mappings and lists of any kind are refused with problems or read, never half."""
    examined = examine(value if isinstance(value, dict | list) else [value])

    assert examined.errors or examined.dossier is not None


@pytest.mark.parametrize("suffix", [".yaml", ".json", ".toml", ".csv"])
def test_a_file_cut_off_anywhere_is_refused_or_read(suffix: str) -> None:
    """No truncation of a small file gets anything but problems or a dossier out of the loader."""
    whole = {
        ".yaml": SMALL,
        ".json": json.dumps(WHOLE),
        ".toml": 'title = "é"\n[[claims]]\nid = "a"\nsource = "n"\nas_of = [2025, 2026]\n',
        ".csv": 'id,source,says,as_of\na,é,"3 ""killed""",2025\nb,n,4 killed,2025-01-09\n',
    }[suffix].encode()
    outcomes = []

    for end in range(len(whole) + 1):
        stream = io.BytesIO(whole[:end])
        stream.name = f"cut{suffix}"
        examined = examine(stream)
        outcomes.append(bool(examined.errors) or examined.dossier is not None)

    assert all(outcomes)


@given(st.binary(max_size=60), st.sampled_from([".yaml", ".json", ".toml", ".csv"]))
def test_any_bytes_are_refused_or_read(content: bytes, suffix: str) -> None:
    """Bytes that are no file of ours raise nothing but the loader's own error."""
    stream = io.BytesIO(content)
    stream.name = f"any{suffix}"

    try:
        loaded: object = load(stream)
    except DossierError as refusal:
        loaded = refusal.errors

    assert loaded


@given(st.randoms(use_true_random=False))
def test_the_order_of_keys_changes_nothing(random: Any) -> None:
    """A mapping means the same in whatever order its keys were written."""

    def shuffled(held: object) -> object:
        if isinstance(held, dict):
            keys = random.sample(sorted(held), len(held))
            return {key: shuffled(held[key]) for key in keys}
        return [shuffled(part) for part in held] if isinstance(held, list) else held

    mixed = shuffled(WHOLE)

    assert load(mixed) == load(WHOLE)  # type: ignore[arg-type]
    assert load(mixed).read().claims == load(WHOLE).read().claims  # type: ignore[arg-type]


_KEYS: dict[str, list[Any]] = {
    "says": ["300 killed", "about 40 dead", "a third of the women", "some", "12 to 9 killed"],
    "count": ["300", "at least 300", "300 killed", "halved", "none", "dozens", "50 a day"],
    "measure": ["killed", "wounded", "strength", "mine", "kiled", ["killed", "wounded"]],
    "population": ["Women", "women", "Strangers", {"inner": "Women", "outer": "All"}, {}],
    "place": ["Town", "Towm", {"inner": "Region", "outer": "Town"}],
    "as_of": ["2025-01-09", "final", "2025", "09/01/2025", ["2025-01", "2024-01"]],
    "at": ["2025-01-09", "2025"],
    "during": [["2025-01", "2025-02"], "2025"],
    "since": ["2024-11", "2026"],
    "reported_on": ["2025-01-09", "2025-01-10", "2025-02", "1 Mar 2025", "2025-13"],
    "said_on": ["2025-01-09 14:30", "9 Jan"],
    "low": [300, 400],
    "high": [400, "300"],
    "exact": [True],
    "evidence": ["documented", "estimate", "projection"],
    "confidence": [0.95, 2],
    "per": ["day", "fortnight"],
    "ratio_of": ["whole"],
}
"""Keys of a claim with what may stand there; some of it is refused, alone or beside others."""


_USUAL: list[dict[str, Any]] = [
    {"measure": "killed", "count": "300", "as_of": "2025-01-09"},
    {"measure": "killed", "count": "300", "reported_on": "2025-01-09"},
    {"measure": "killed", "count": "5", "during": "2025", "per": "day"},
    {"measure": "wounded", "low": 300, "high": 400, "as_of": "2025"},
    {"says": "300 killed", "as_of": "2025"},
]
_CHANGES = [(key, value) for key, held in sorted(_KEYS.items()) for value in (*held, None)]


@st.composite
def alike(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Return claims that differ from one another in a key or two."""
    usual = draw(st.sampled_from(_USUAL))
    change = st.lists(st.sampled_from(_CHANGES), min_size=1, max_size=2)
    changes = draw(st.lists(change, min_size=6, max_size=12))
    made = [usual, *(usual | dict(change) for change in changes)]
    return [{key: value for key, value in one.items() if value is not None} for one in made]


HEAD: dict[str, Any] = {
    "since": "2024-11",
    "populations": {"All": {"Women": None, "Men": None}},
    "places": {"Region": {"Town": None}},
    "measures": {"mine": {"inner": "killed", "outer": "casualties"}},
}
WHOLE_CLAIM = {"id": "whole", "source": "S", "measure": "arrived", "as_of": 2025, "count": "999"}


@given(alike())
@example([_USUAL[1], _USUAL[1] | {"reported_on": "1 Mar 2025"}])
def test_claims_are_read_beside_others_as_alone(written: list[dict[str, Any]]) -> None:
    """What was read of one claim is remembered for the next: it changes nothing that is said."""
    claims = [{"id": f"c{n}", "source": "S", **claim} for n, claim in enumerate(written)]
    alone = [examine({**HEAD, "claims": [WHOLE_CLAIM, claim]}) for claim in claims]

    together = examine({**HEAD, "claims": [WHOLE_CLAIM, *claims]})

    assert together.errors == tuple(problem for one in alone for problem in one.errors)
    assert claims_of(together)[1:] == [claim for one in alone for claim in claims_of(one)[1:]]


def claims_of(examined: Examined) -> list[ReadClaim]:
    """Return the claims that could be read."""
    return [] if examined.dossier is None else list(examined.dossier.read().claims)


words = st.text(_SEEN, min_size=1, max_size=15).map(str.strip).filter(bool)


@given(
    title=words,
    name=words,
    note=words,
    count=st.sampled_from(["at least 300", "3,000", "none", "dozens"]),
    low=st.fractions(min_value=0, max_value=10**9, max_denominator=999) | st.none(),
    exact=st.booleans(),
)
def test_a_dossier_survives_writing_and_loading(
    *, title: str, name: str, note: str, count: str, low: Any, exact: bool
) -> None:
    """What is written as YAML or as a mapping loads back equal, whatever the words are."""
    source = {"name": name, "role": "ngo"}
    claim = {"source": source, "measure": "killed", "as_of": "2025", "note": note}
    figure = {"count": count} if low is None else {"low": low}
    dossier = Dossier(title=title, claims=({**claim, **figure, "exact": exact},))  # type: ignore[arg-type]

    as_yaml = load(io.StringIO(to_yaml(dossier)))
    as_mapping = Dossier.model_validate(json.loads(json.dumps(dossier.to_dict())))

    assert as_mapping == dossier
    assert as_yaml == dossier


slips = st.sampled_from(("Bbaabb", "Bbabab", "Bbaab", "bbaabb", "Krusk", "Kursk", "ab", "ba", "12"))
near_names = st.lists(
    st.text(st.sampled_from("abBé1. -"), max_size=6)
    | slips
    | st.builds("{} {}".format, slips, slips),
    max_size=8,
    unique=True,
)


@given(near_names, st.integers(0, 7))
def test_names_kept_by_their_letters_are_found_as_by_looking_at_each(
    names: list[str], at: int
) -> None:
    """The short way to near names, against the long way that compares all."""
    word, known = names[at % len(names)] if names else "", names[1:]
    spellings = Spellings(known)

    assert spellings.nearest(word) == nearest(word, known)
    alike = (name for name in known if folded(word) and folded(name) == folded(word))
    assert spellings.spelt(word) == next(alike, None)
    assert sorted(near_pairs(names)) == sorted(
        (one, other) for one, other in combinations(names, 2) if near(one, other)
    )
