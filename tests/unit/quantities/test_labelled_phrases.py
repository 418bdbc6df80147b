"""The labelled phrases: what the words entail, and nothing that is wrong by a factor of two."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimrecon.quantities import CountPhrase, Relation, UnreadableCountError, find_counts
from claimrecon.quantities import parse_count as parse

READING = Path(__file__).parents[2] / "data" / "reading"


def _rows(name: str) -> list[dict[str, Any]]:
    lines = (READING / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _found(text: str, wanted: int) -> tuple[CountPhrase, ...]:
    if wanted != 1:
        return find_counts(text)
    return (parse(text),)


def _tuple(phrase: CountPhrase) -> tuple[object, ...]:
    if phrase.comparator.value == "vague":
        return ("vague",)  # the numbers of a vague word are the codebook's
    if phrase.relation is not None:
        return phrase.comparator.value, None, None, None
    return phrase.comparator.value, phrase.low, phrase.high, phrase.best


def _label(quantity: dict[str, Any]) -> tuple[object, ...]:
    if quantity["comparator"] == "vague":
        return ("vague",)
    return tuple(quantity[key] for key in ("comparator", "low", "high", "best"))


@pytest.mark.parametrize("row", _rows("phrases.jsonl"), ids=lambda row: row["text"])
def test_a_phrase_entails_what_its_label_says(row: dict[str, Any]) -> None:
    """Comparator, low, high and best of each quantity, and none in a trap."""
    labels = row["quantities"]

    found = _found(row["text"], len(labels))

    assert [_tuple(phrase) for phrase in found] == [_label(quantity) for quantity in labels]


@pytest.mark.parametrize(
    "row",
    [row for row in _rows("phrases.jsonl") if any(q["relative"] for q in row["quantities"])],
    ids=lambda row: row["text"],
)
def test_a_ratio_has_the_factor_of_its_label(row: dict[str, Any]) -> None:
    """A change is the factor on the old count, a difference is in persons."""
    relative = row["quantities"][0]["relative"]
    phrase = find_counts(row["text"])[0] if len(row["quantities"]) > 1 else parse(row["text"])
    if relative["type"] == "subset":
        assert phrase.relation is None
        return
    value = phrase.figures[0].value
    assert value is not None
    if phrase.relation is Relation.CHANGE:
        value -= 1

    assert float(value) == pytest.approx(relative["value"])


def test_no_wording_of_the_dossiers_is_off_by_a_factor_of_two() -> None:
    """Where a phrase is read at all; few are refused."""
    refused, off = [], []
    for row in _rows("phrases-from-dossiers.jsonl"):
        label = row["labels"][0]
        if label["unit"] in {"percent", "share", "ratio"}:
            continue
        try:
            phrase = parse(row["text"])
        except UnreadableCountError:
            refused.append(row["text"])
            continue
        for key in ("low", "high", "best"):
            mine, true = getattr(phrase, key), label[key]
            if mine and true and not true / 2 < mine < 2 * true:
                off.append(row["text"])

    assert off == []
    assert len(refused) <= 3
