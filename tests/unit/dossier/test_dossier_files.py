import io
import json
from pathlib import Path

import pytest

from claimrecon.dossier import Dossier, examine, load
from claimrecon.errors import DossierError

FLOOD = {
    "claimrecon": 1,
    "title": "A flood",
    "since": "2023-09-10",
    "claims": [
        {
            "id": "mayor",
            "source": "Mayor",
            "via": ["AP", "Al Jazeera"],
            "reported_on": "2023-09-14",
            "measure": "killed",
            "as_of": "2023-09-14",
            "low": "11300",
            "exact": True,
        },
        {
            "id": "rate",
            "source": "Aid group",
            "reported_on": "2023-09",
            "measure": ["killed", "wounded"],
            "during": ["2023-09-10", "2023-09-14"],
            "count": "0.60",
            "per": "day",
        },
    ],
}
YAML_TEXT = """\
claimrecon: 1
title: A flood
since: 2023-09-10
claims:
  - id: mayor
    source: Mayor
    via: [AP, Al Jazeera]
    reported_on: 2023-09-14
    measure: killed
    as_of: 2023-09-14
    low: 11300
    exact: true
  - {id: rate, source: Aid group, reported_on: 2023-09, measure: [killed, wounded],
     during: [2023-09-10, 2023-09-14], count: 0.60, per: day}
"""
TOML_TEXT = """\
claimrecon = 1
title = "A flood"
since = 2023-09-10

[[claims]]
id = "mayor"
source = "Mayor"
via = ["AP", "Al Jazeera"]
reported_on = 2023-09-14
measure = "killed"
as_of = 2023-09-14
low = 11300
exact = true

[[claims]]
id = "rate"
source = "Aid group"
reported_on = "2023-09"
measure = ["killed", "wounded"]
during = [2023-09-10, 2023-09-14]
count = 0.60
per = "day"
"""
CSV_TEXT = """\
id,source,via,reported_on,measure,as_of,during,count,low,exact,per
mayor,Mayor,AP; Al Jazeera,2023-09-14,killed,2023-09-14,,,11300,true,

rate,Aid group,,2023-09,killed; wounded,,2023-09-10; 2023-09-14,0.60,,,day
"""
JSON_TEXT = json.dumps(FLOOD).replace('"0.60"', "0.60").replace('"11300"', "11300")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("flood.yaml", YAML_TEXT),
        ("flood.yml", YAML_TEXT),
        ("flood", YAML_TEXT),
        ("flood.json", JSON_TEXT),
        ("flood.toml", TOML_TEXT),
    ],
)
def test_every_format_holds_the_same_dossier(name: str, text: str, tmp_path: Path) -> None:
    """The same mapping is valid as YAML, JSON and TOML, from a path and from an open file."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    expected = load(FLOOD)

    assert load(path) == expected
    assert load(str(path)) == expected
    with path.open("rb") as stream:
        assert load(stream) == expected
    with path.open(encoding="utf-8") as stream:
        assert load(stream) == expected


def test_a_table_holds_the_same_claims(tmp_path: Path) -> None:
    """A CSV has one claim a row, and lists with semicolons in a cell."""
    path = tmp_path / "flood.csv"
    path.write_text(CSV_TEXT, encoding="utf-8-sig")

    table = load(path)

    assert table.claims == load(FLOOD).claims
    assert table == load(list(FLOOD["claims"]))  # type: ignore[call-overload]


def test_a_dossier_loads_as_itself() -> None:
    """What is loaded already can be passed on to anything that loads."""
    dossier = load(FLOOD)

    assert load(dossier) == dossier
    assert load({**FLOOD, "claims": dossier.claims}) == dossier
    assert Dossier(**FLOOD) == dossier  # type: ignore[arg-type]


def test_the_last_digit_of_a_number_is_kept() -> None:
    """0.60 without quotes is read from its text, not as a binary float."""
    dossier = load(io.StringIO(YAML_TEXT))

    assert dossier.claims[1].count == "0.60"


BROKEN = [
    ("a.yaml", b"claims: [", "CR103", 1),
    ("a.yaml", b"title: a\ntitle: b\n", "CR106", 2),
    ("a.yaml", b"claims:\n  - {id: a, id: b}\n", "CR106", 2),
    ("a.yaml", b"title: &x a\n", "CR105", 1),
    ("a.yaml", b"title: a\nsince: *x\n", "CR105", 2),
    ("a.yaml", b"title: !!str a\n", "CR105", 1),
    ("a.yaml", b"title: a\n---\ntitle: b\n", "CR108", None),
    ("a.yaml", b"? [a, b]\n: c\n", "CR103", 1),
    ("a.yaml", b"places: " + b"{a: " * 60 + b"}" * 60, "CR107", 1),
    ("a.yaml", b"title: caf\xe9\n", "CR102", 1),
    ("a.yaml", "title: a\n".encode("utf-16"), "CR102", 1),
    ("a.yaml", b"", "CR108", None),
    ("a.yaml", b"just words", "CR108", None),
    ("a.json", b'{"title": "a", "title": "b"}', "CR106", None),
    ("a.json", b'{"claims": [}', "CR103", 1),
    ("a.json", b'{"since": NaN}', "CR103", None),
    ("a.json", b"[" * 100_000, "CR107", None),
    ("a.json", b"[" * 60 + b"]" * 60, "CR107", None),
    ("a.toml", b"title = ", "CR103", None),
    ("a.toml", b"a = 1\na = 2", "CR103", None),
    ("a.toml", b"a = " + b"[" * 60 + b"]" * 60, "CR107", None),
    ("a.csv", b"id,id\n", "CR106", 1),
    ("a.csv", b"", "CR108", None),
    ("a.csv", b"id,count\na,4,000\n", "CR103", 2),
    ("a.csv", b'id,count\na,"4\n', "CR103", 2),
    ("a.xlsx", b"", "CR108", None),
]


@pytest.mark.parametrize(("name", "content", "code", "line"), BROKEN)
def test_a_file_that_is_not_what_it_should_be_is_refused(
    name: str, content: bytes, code: str, line: int | None, tmp_path: Path
) -> None:
    """One problem says what is wrong with the file as a whole, and where."""
    path = tmp_path / name
    path.write_bytes(content)

    (problem,) = examine(path).errors

    assert (problem.code, problem.line) == (code, line)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A missing file is a problem of the dossier like any other, with its name."""
    with pytest.raises(DossierError, match=r"^nowhere\.yaml: 1 problem") as refusal:
        load(tmp_path / "nowhere.yaml")

    assert refusal.value.errors[0].code == "CR101"


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "claims:\n  - {id: a}\n", "."])
def test_what_is_no_name_of_a_file_is_refused(name: str) -> None:
    """Text in the place of a path, or a folder, is a problem like a missing file."""
    (problem,) = examine(name).errors

    assert problem.code == "CR101"


def test_a_file_too_large_to_be_a_dossier_is_refused(tmp_path: Path) -> None:
    """More than 20 MB are not even read."""
    path = tmp_path / "large.yaml"
    with path.open("wb") as stream:
        stream.truncate(20_000_001)

    (problem,) = examine(path).errors

    assert problem.code == "CR107"


def test_a_problem_in_a_table_names_its_row(tmp_path: Path) -> None:
    """Rows are counted by the lines of the file, also behind cells of several lines."""
    path = tmp_path / "table.csv"
    path.write_text(
        'id,source,measure,as_of,count,note\na,X,killed,2025,3,"two\nlines"\nb,X,kiled,2025,3,\n',
        encoding="utf-8",
    )

    (problem,) = examine(path).errors

    assert (problem.code, problem.claim, problem.line) == ("CR201", "b", 4)


def test_words_of_yaml_are_only_what_yaml_says() -> None:
    """no, on and 012 are text; true, false and null are not, unless they stand in quotes."""
    text = (
        "places: {no: {on: {}}, 'true': {}}\n"
        "claims:\n"
        "  - {id: 012, source: no, place: no, measure: killed, as_of: 2025, count: 3, note: null}\n"
    )

    dossier = load(io.StringIO(text))

    assert dossier.places == {"no": {"on": {}}, "true": {}}
    assert (dossier.claims[0].source, dossier.claims[0].id) == ("no", "012")
    assert dossier.claims[0].note is None
