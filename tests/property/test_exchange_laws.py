"""What goes out of here comes back the same."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from depth import examples
from hypothesis import given
from hypothesis import strategies as st

from claimrecon.dossier import Dossier, examine
from claimrecon.exchange import (
    package_files,
    read_jsonld,
    read_long,
    read_package,
    read_prov,
    read_statements,
    write_jsonld,
    write_long,
    write_prov,
    write_statements,
)
from claimrecon.testing.truths.telling import Telling, true_dossiers
from claimrecon.testing.truths.worlds import worlds
from claimrecon.testing.truths.writing import as_written

SOME = examples(20)
FEW = examples(5)


def _written(told: Telling) -> Dossier:
    """Return what of a telling a file may say: it may end before it starts, or compare itself."""
    head = {key: value for key, value in as_written(told.read).items() if key != "ended"}
    dossier = examine(head).dossier
    assert dossier is not None
    return dossier


_NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=9
)
_COUNTS = st.none() | st.integers(0, 10**9)


@st.composite
def long_tables(draw: st.DrawFn) -> str:
    """Draw a long table, also with figures out of order and cells that hold commas and quotes."""
    lines = ["date,source,measure,population,place,value,low,high,cumulative,vintage,note"]
    for day in draw(st.lists(st.integers(1, 28), min_size=1, max_size=6)):
        figures = draw(st.tuples(_COUNTS, _COUNTS, _COUNTS).filter(any))
        names = [draw(_NAMES).replace('"', '""') for _ in range(3)]
        source, population, place = (f'"{name}"' for name in names)
        value, low, high = ("" if n is None else str(n) for n in figures)
        is_total = draw(st.sampled_from("01"))
        note = draw(st.sampled_from(("", "about"))) if not (low or high) else ""
        lines.append(
            f"2024-02-{day:02},{source},killed,{population},{place},{value},{low},{high},"
            f"{is_total},2024-03-01,{note}"
        )
    return "\n".join(lines) + "\n"


@SOME
@given(long_tables())
def test_a_long_table_comes_back_word_for_word(text: str) -> None:
    """Read as claims and written again, a table is what it was."""
    claims = [dict(item.claim) for item in read_long(text).claims]

    assert _cells(write_long(Dossier.model_validate({"claims": claims}))) == _cells(text)


def _cells(text: str) -> list[list[str]]:
    import csv  # noqa: PLC0415 - of this helper only

    return list(csv.reader(text.splitlines()))


@pytest.mark.parametrize(
    ("write", "read"),
    [(write_jsonld, read_jsonld), (write_prov, read_prov), (write_statements, read_statements)],
    ids=["jsonld", "prov", "statements"],
)
@SOME
@given(told=true_dossiers(worlds()))
def test_no_word_of_a_dossier_is_lost(write: object, read: object, told: Telling) -> None:
    """Out and back, a dossier is the same, ids included."""
    assert callable(write)
    assert callable(read)
    dossier = _written(told)

    assert read(write(dossier)).to_dict() == dossier.with_ids().to_dict()


@SOME
@given(told=true_dossiers(worlds()))
def test_every_reference_of_prov_leads_somewhere(told: Telling) -> None:
    """Relations name entities and agents that the document has."""
    held = json.loads(write_prov(_written(told)))

    for link in held["wasAttributedTo"].values():
        assert link["prov:entity"] in held["entity"]
        assert link["prov:agent"] in held["agent"]
    for link in held["wasDerivedFrom"].values():
        assert {link["prov:generatedEntity"], link["prov:usedEntity"]} <= held["entity"].keys()


@FEW
@given(told=true_dossiers(worlds(), most=3))
def test_a_package_runs_again(told: Telling) -> None:
    """A data package holds the dossier and what it came to; every file is described."""
    dossier = _written(told)
    files = package_files(dossier)

    with TemporaryDirectory() as folder:
        for name, text in files.items():
            (Path(folder) / name).write_bytes(text.encode())
        again = read_package(folder)

    assert again.to_dict() == dossier.with_ids().to_dict()
    assert package_files(again) == files
    described = json.loads(files["datapackage.json"])
    assert {part["path"] for part in described["resources"]} == files.keys() - {"datapackage.json"}
