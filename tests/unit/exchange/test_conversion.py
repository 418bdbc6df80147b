"""Files from one format to another, by the library and on the command line."""

import json
from pathlib import Path

import pytest

from claimrecon.cli import main
from claimrecon.dossier import load
from claimrecon.dossier.columns import CLAIM_COLUMNS, table_schema
from claimrecon.exchange import ExchangeError, convert, imported, write_long
from claimrecon.exchange.conversion import format_of

UCDP = (
    "id,date_start,date_end,best,high,low\n"
    "7,2016-01-16,2016-01-17,5,9,3\n"
    "x,2016-01-16,2016-01-17,,,\n"
)
DOSSIER = {
    "title": "A dam",
    "claims": [
        {"id": "a", "source": "Mayor", "says": "at least 300 killed", "as_of": "2031-03-09"},
        {"id": "b", "source": "Clinic", "via": ["Post", "Radio"], "relays": "a", "as_of": "2031-03"}
        | {"measure": "killed", "count": "300", "population": {"outer": "people"}},
    ],
}


@pytest.fixture
def dam(tmp_path: Path) -> Path:
    """Return a dossier in a file."""
    path = tmp_path / "dam.json"
    path.write_text(json.dumps(DOSSIER), encoding="utf-8")
    return path


@pytest.mark.parametrize("ending", [".yaml", ".json", ".jsonld", ".prov.json", ".statements.csv"])
def test_a_dossier_goes_out_and_comes_back(dam: Path, tmp_path: Path, ending: str) -> None:
    """The ending says the format out, the content the format in; nothing is lost."""
    target = tmp_path / f"there{ending}"

    assert main(["convert", str(dam), str(target)]) == 0
    assert main(["convert", str(target), str(tmp_path / "back.json")]) == 0

    there, back = load(dam).with_ids(), load(tmp_path / "back.json")
    assert back.to_dict() == there.to_dict()


def test_a_package_is_a_folder_and_runs_again(dam: Path, tmp_path: Path) -> None:
    """No ending is a data package; a changed file is found out by its digest."""
    folder = tmp_path / "package"

    assert main(["convert", str(dam), str(folder)]) == 0
    assert imported(folder).dossier().to_dict() == load(dam).with_ids().to_dict()

    (folder / "dossier.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ExchangeError, match="digest differs"):
        imported(folder)


def test_events_become_a_table_and_refused_rows_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Standard output counts, standard error names every row that is no claim."""
    source, target = tmp_path / "ged.csv", tmp_path / "events.csv"
    source.write_text(UCDP, encoding="utf-8")

    assert main(["convert", str(source), str(target)]) == 0

    said = capsys.readouterr()
    assert "1 claims of 1 dossiers, from ucdp. 1 rows are no claims." in said.out
    assert "row 2, best: None" in said.err
    assert target.read_text("utf-8").splitlines()[0].startswith("key,id,measure")


def test_what_exists_is_left_as_it_is(dam: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No file is written over."""
    assert main(["convert", str(dam), str(dam)]) == 2

    assert "exists and is left" in capsys.readouterr().err
    assert json.loads(dam.read_text("utf-8")) == DOSSIER


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"format_in": "hxl"}, "no format 'hxl' to read"),
        ({"format_out": "xlsx"}, "no format 'xlsx' to write"),
        ({"key": "nothing"}, "no key 'nothing'"),
        ({"format_out": "long"}, "do not fit into a long table"),
        ({"format_in": "techforpalestine"}, "do not say what place"),
    ],
)
def test_what_cannot_be_converted_is_said(
    dam: Path, tmp_path: Path, arguments: dict[str, str], words: str
) -> None:
    """An unknown format, an unknown key, and claims that a table cannot hold."""
    with pytest.raises(ExchangeError, match=words):
        convert(dam, tmp_path / "out.yaml", **arguments)


def test_a_long_table_names_all_that_does_not_fit() -> None:
    """What has no column is named with its claim."""
    with pytest.raises(ExchangeError, match=r"b: via has no column.*b: relays has no column"):
        write_long(load(DOSSIER))


def test_the_table_schema_describes_every_key_of_a_claim() -> None:
    """The schema that is shipped has the columns of the model, each with a description."""
    fields = table_schema()["fields"]

    assert tuple(field["name"] for field in fields) == CLAIM_COLUMNS
    assert all(field["description"] for field in fields)
    assert [field["name"] for field in table_schema(["source", "colour"])["fields"]] == [
        "source",
        "colour",
    ]


def test_results_of_a_folder_are_skipped_when_unchanged(
    dam: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A second run has nothing to do; a changed file is done again, a broken one refused."""
    out = str(tmp_path / "out")
    bad = tmp_path / "bad.yaml"
    bad.write_text("claims: [", encoding="utf-8")

    assert main(["reconcile", "--out", out, str(dam)]) == 0
    assert "reconciled, compatible" in capsys.readouterr().out
    assert main(["reconcile", "--out", out, str(dam), str(bad)]) == 2
    said = capsys.readouterr().out
    assert "skipped, compatible" in said
    assert "refused, 1 errors" in said
    dam.write_text(json.dumps(DOSSIER | {"title": "The dam"}), encoding="utf-8")
    assert main(["reconcile", "--out", out, str(dam)]) == 0
    assert "reconciled" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("jsonld", '{"@context": {}}', "does not hold whole claims"),
        ("prov", '{"wasAttributedTo": {}}', "does not hold whole claims"),
        ("statements", "entity_id,schema\n", "it has no column"),
        ("wikidata", "{", "this is no JSON"),
        ("wikidata", "{}", "it has no 'entities'"),
        ("techforpalestine", "{", "this is no JSON"),
        ("techforpalestine", "{}", "a list of reports is wanted"),
        ("acled", "a,b\n", "it has no column 'event_id_cnty'"),
    ],
)
def test_a_file_in_another_format_than_said_is_refused(
    name: str, text: str, words: str, tmp_path: Path
) -> None:
    """With what is missing; nothing is read halfway."""
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ExchangeError, match=words):
        imported(path, format_in=name, place="Ebersand")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{", "dossier"),
        ("7", "dossier"),
        ("[]", "dossier"),
        ("[{}]", "dossier"),
        ('[{"report_date": "2031-03-09"}]', "techforpalestine"),
        ('{"entities": {}}', "wikidata"),
        ('{"claims": []}', "dossier"),
    ],
)
def test_the_content_of_a_json_file_says_its_format(text: str, found: str, tmp_path: Path) -> None:
    """What is none that is known is left to the reader of dossiers, which says what is wrong."""
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")

    assert format_of(path) == found


def test_a_file_that_cannot_be_read_and_a_target_without_a_format_are_refused(
    dam: Path, tmp_path: Path
) -> None:
    """The errors say what to do."""
    with pytest.raises(ExchangeError, match="encoding UTF-8"):
        imported(tmp_path / "none.csv", format_in="ucdp")
    with pytest.raises(ExchangeError, match=r"'.*a\.odt' says no format. Name one of"):
        convert(dam, tmp_path / "a.odt")
    with pytest.raises(ExchangeError, match="is no data package"):
        imported(tmp_path, format_in="datapackage")


def test_statements_changed_by_hand_are_not_read_back(dam: Path, tmp_path: Path) -> None:
    """A row of another length, or without JSON, is no row that this library wrote."""
    path = tmp_path / "a.statements.csv"
    text = next(iter(convert(dam, path).files.values()))

    path.write_text(text + "a,b\n", encoding="utf-8")
    with pytest.raises(ExchangeError, match="row"):
        imported(path)
    header = text.splitlines()[0]
    cells = ["{" if name == "original_value" else "x" for name in header.split(",")]
    path.write_text(f"{header}\n{','.join(cells)}\n", encoding="utf-8")
    with pytest.raises(ExchangeError, match="row 1 has no JSON under original_value"):
        imported(path)


def test_who_speaks_for_whom_goes_out_as_delegation(tmp_path: Path) -> None:
    """PROV has a word for it; the sources keep their names."""
    path = tmp_path / "a.json"
    sources = {"spokesman": {"name": "The spokesman", "speaks_for": "army"}, "army": {}}
    claim = {"id": "a", "source": "spokesman", "says": "12 killed", "as_of": "2031-03-09"}
    path.write_text(json.dumps({"sources": sources, "claims": [claim]}), encoding="utf-8")

    text = next(iter(convert(path, tmp_path / "a.prov.json").files.values()))

    held = json.loads(text)
    assert held["agent"]["source:spokesman"]["prov:label"] == "The spokesman"
    [told] = held["actedOnBehalfOf"].values()
    assert told == {"prov:delegate": "source:spokesman", "prov:responsible": "source:army"}


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ({"as_of": "final", "count": "about 12 or so"}, "are no plain number"),
        ({"count": "12", "reported_on": "2031-03-09"}, "it has neither as_of nor during"),
        ({"as_of": "2031-03-09", "count": "12", "exact": True}, "exact has no column"),
        ({"during": ["2031-03-09", "2031-03-10"], "count": "12"}, "more than one name or day"),
    ],
)
def test_what_a_long_table_cannot_hold_is_named(claim: dict[str, object], words: str) -> None:
    """Nothing is left out without a word."""
    told = {"id": "a", "source": "Mayor", "measure": "killed", **claim}

    with pytest.raises(ExchangeError, match=words):
        write_long(load({"claims": [told]}))
