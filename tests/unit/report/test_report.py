from collections.abc import Callable

import pytest

from claimrecon.findings import Finding, FindingKind
from claimrecon.report import Report

Make = Callable[..., Report]


def test_findings_are_sorted_by_kind_into_properties(report: Make, clash: Finding) -> None:
    """Each property holds the findings of its kind and no others."""
    names = {
        "contradictions": FindingKind.CONTRADICTION,
        "tensions": FindingKind.TENSION,
        "apparent": FindingKind.APPARENT,
        "projections": FindingKind.IMPLAUSIBLE_PROJECTION,
        "revisions": FindingKind.REVISION,
        "slips": FindingKind.SLIP,
        "echoes": FindingKind.ECHO,
    }
    made = {kind: Finding(kind, clash.claims, kind.value) for kind in FindingKind}

    found = report(findings=tuple(made.values()))

    assert {name: getattr(found, name) for name in names} == {
        name: (made[kind],) for name, kind in names.items()
    }


def test_range_asks_the_inquiry_with_the_words_given(report: Make) -> None:
    """The report decides nothing: it passes the words on and returns the answer."""
    asked: list[tuple[str, dict[str, object]]] = []

    found = report(asked=asked).range("killed", place="Ebersand", as_of="2031-03-13")

    assert found.title == "killed, to 13 Mar 2031"
    measure, words = asked[0]
    assert measure == "killed"
    assert {k: v for k, v in words.items() if v is not None} == {
        "place": "Ebersand",
        "as_of": "2031-03-13",
    }


def test_a_proof_is_asked_for_by_the_number_in_the_text(report: Make) -> None:
    """The numbers of the text, of ``things`` and of ``proof_text`` are the same."""
    found = report()

    assert [thing.number for thing in found.things] == [1]
    assert "\n 1 Conflict in retelling:" in found.to_text()
    assert found.proof_text(1).startswith("1. Conflict in retelling\n")


@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_number_that_nothing_has_is_refused(report: Make, number: int) -> None:
    """The refusal names the number and those that there are."""
    with pytest.raises(IndexError, match=rf"number {number} to know. The numbers run from 1 to 1"):
        report().proof_text(number)


def test_printing_a_report_prints_its_text(report: Make) -> None:
    """``str`` is the text; ``repr`` is one short line."""
    found = report()

    assert str(found) == found.to_text()
    assert repr(found) == "<Report: compatible, 0 findings>"
