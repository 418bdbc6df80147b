import io
import json

import pytest

from claimrecon.dossier import (
    Dossier,
    claim,
    demo_path,
    demo_text,
    dossier_of,
    how_read,
    load,
    to_yaml,
)

TRICKY = Dossier(
    title="no",
    since=("2024-11", "2024-12"),
    populations={"true": {"012": None, "facets: x": {}}},
    measures={"cases": {"inner": "wounded", "outer": None}},  # type: ignore[dict-item]
    sources={"null": {"name": "~", "reliability": "a"}},  # type: ignore[dict-item]
    claims=(
        claim(
            "12 or 13",
            by="null",
            measure="killed",
            on="2025-01",
            note='two\nlines: "and" # more',
            confidence="0.95",
        ),
        claim(by="é — ü", measure={"inner": "killed"}, low="1/3", as_of="final", exact=True),
    ),
)


def test_a_dossier_written_as_yaml_loads_as_it_was() -> None:
    """Words that YAML would take for something else survive."""
    text = to_yaml(TRICKY)

    again = load(io.StringIO(text))

    assert again == TRICKY


def test_a_mapping_of_a_dossier_is_plain_json() -> None:
    """to_dict holds nothing that JSON does not have, and loads back."""
    text = json.dumps(TRICKY.to_dict())

    assert Dossier.model_validate(json.loads(text)) == TRICKY


def test_ids_that_were_made_can_be_written_out() -> None:
    """The same dossier with its ids reads the same, but for the notice."""
    dossier = dossier_of([claim("300 killed", by="A", on="2025-01-09")], since="2025")

    named = dossier.with_ids()

    assert [part.id for part in named.claims] == ["a-killed"]
    assert named.read().claims == dossier.read().claims


def test_the_demonstration_reads_to_its_known_intervals() -> None:
    """The figures of the press report, strict and lenient, whole persons and exact factors."""
    rows = {
        row["id"]: (row["strict"], row["lenient"]) for row in how_read(load(demo_path()).read())
    }

    assert rows == {
        "arrived": ([11000, 11000], [10500, 11500]),
        "halved": (["0.5", "0.5"], ["0.4", "0.6"]),
        "zelenskyy-jan9": ([4000, 4000], [3500, 4500]),
        "nis-killed": ([300, None], [300, None]),
        "nis-wounded": ([2700, 2700], [2650, 2750]),
        "isw-rate": ([30000, 45000], [29500, 45500]),
        "not-seen": (None, None),
        "none-before": ([0, 0], [0, 0]),
        "none-later": ([0, 0], [0, 0]),
    }


def test_the_demonstration_draws_no_notice() -> None:
    """A file made with care is quiet."""
    assert load(io.StringIO(demo_text())).read().notices == ()


@pytest.mark.parametrize("part", ["Claim", "Assumption", "SourceEntry", "OwnMeasure", "Bounds"])
def test_the_schema_describes_every_part_of_the_file(part: str) -> None:
    """The published schema is closed: it names every key and allows no other."""
    schema = Dossier.model_json_schema()

    assert schema["$defs"][part]["additionalProperties"] is False


def test_the_schema_allows_what_people_write() -> None:
    """Counts may be numbers, and names of closed lists are listed."""
    claim_schema = Dossier.model_json_schema()["$defs"]["Claim"]

    assert claim_schema["required"] == ["source"]
    assert {"type": "number"} in claim_schema["properties"]["count"]["anyOf"]
    assert "documented" in Dossier.model_json_schema()["$defs"]["Evidence"]["enum"]
