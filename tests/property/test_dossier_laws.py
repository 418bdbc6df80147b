import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrecon.dossier import Dossier, examine, load, to_yaml
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
