"""The labelled sentences: how many figures are found, and how many found are right."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimrecon.extraction import Draft, read

READING = Path(__file__).parents[2] / "data" / "reading"
NAMES = {
    "losses": "casualties_unspecified",
    "casualties": "casualties_unspecified",
    "injured": "wounded",
    "killed+wounded": "casualties",
}
PERSONS = frozenset({"persons", "casualties", "losses", "unspecified", "crew"})


def _rows(name: str) -> list[dict[str, Any]]:
    lines = (READING / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _drafts(row: dict[str, Any], tier: str) -> list[Draft]:
    return list(read(row["text"], published=row["published"], tier=tier))


def _over(claim: dict[str, Any], drafts: list[Draft]) -> Draft | None:
    start, end = claim["span"]
    return next((draft for draft in drafts if draft.start < end and start < draft.end), None)


def _is_right(claim: dict[str, Any], draft: Draft) -> bool:
    measure = NAMES.get(claim["measure"], claim["measure"])
    if "+".join(draft.measure) != measure or str(draft.phrase.comparator) != claim["comparator"]:
        return False
    if claim["comparator"] == "vague" or claim["relative"]:
        return True
    ends = (draft.phrase.low, draft.phrase.high, draft.phrase.best)
    return ends == (claim["low"], claim["high"], claim["best"])


@pytest.mark.parametrize("name", ["sentences.jsonl", "newswire.jsonl"])
@pytest.mark.parametrize(("tier", "precision", "recall"), [("sure", 0.9, 0.8), ("all", 0.85, 0.8)])
def test_figures_and_measures_are_those_of_the_labels(
    name: str, tier: str, precision: float, recall: float
) -> None:
    """A floor under what benchmarks/reading.py measures."""
    given = right = wanted = 0
    for row in _rows(name):
        drafts = _drafts(row, tier)
        claims = [claim for claim in row["claims"] if claim["unit"] in PERSONS]
        given += len(drafts)
        for claim in claims:
            draft = _over(claim, drafts)
            if claim["optional"]:
                given -= draft is not None
                continue
            wanted += 1
            right += draft is not None and _is_right(claim, draft)

    assert right / given >= precision
    assert right / wanted >= recall


@pytest.mark.parametrize("name", ["sentences.jsonl", "newswire.jsonl"])
def test_hardly_a_figure_that_is_not_asserted_is_given_out_as_asserted(name: str) -> None:
    """The costliest error."""
    asserted, claims = [], 0
    for row in _rows(name):
        drafts = _drafts(row, "all")
        for claim in row["claims"]:
            if claim["stance"] == "asserted":
                continue
            claims += 1
            draft = _over(claim, drafts)
            if draft is not None and draft.is_asserted:
                asserted.append(claim["quantity"])

    assert claims >= 4
    assert asserted == []


@pytest.mark.parametrize("name", ["sentences.jsonl", "newswire.jsonl"])
def test_no_figure_is_off_by_a_factor_of_two(name: str) -> None:
    """A wrong number is worse than none."""
    off = [
        (claim["quantity"], draft.figure.words)
        for row in _rows(name)
        for claim in row["claims"]
        if (draft := _over(claim, _drafts(row, "all"))) is not None
        for mine, true in zip(
            (draft.phrase.low, draft.phrase.high, draft.phrase.best),
            (claim["low"], claim["high"], claim["best"]),
            strict=True,
        )
        if mine and true and not true / 2 < mine < 2 * true
    ]

    assert off == []
