"""Kinds of knowledge and grades (§7, §15)."""

import pytest

from claimrecon.vocabulary import Credibility, Evidence, Reliability, Role


@pytest.mark.parametrize(
    ("evidence", "binds", "statistical"),
    [
        (Evidence.ASSERTION, True, False),
        (Evidence.DOCUMENTED, True, False),
        (Evidence.ESTIMATE, True, True),
        (Evidence.SURVEY, True, True),
        (Evidence.MODEL, True, True),
        (Evidence.PROJECTION, False, False),
        (Evidence.DENIAL, False, False),
    ],
)
def test_projections_and_denials_are_no_part_of_the_record(
    evidence: Evidence, *, binds: bool, statistical: bool
) -> None:
    """The rest binds, and a bare point of a statistical kind reads as "about" (§7)."""
    assert evidence.binds is binds
    assert evidence.is_statistical is statistical


def test_every_kind_of_knowledge_is_one_of_the_seven() -> None:
    """The words of the file format, all of them."""
    assert [evidence.value for evidence in Evidence] == [
        "assertion",
        "documented",
        "estimate",
        "survey",
        "model",
        "projection",
        "denial",
    ]


def test_the_grades_are_those_of_the_admiralty() -> None:
    """A to F for sources, 1 to 6 for pieces."""
    assert "".join(Reliability) == "ABCDEF"
    assert "".join(Credibility) == "123456"


def test_the_roles_are_those_of_the_file_format() -> None:
    """No role beside them, and ``other`` for the rest."""
    assert set(Role) == {
        "belligerent",
        "government",
        "military",
        "intelligence",
        "international",
        "ngo",
        "academic",
        "media",
        "analyst",
        "witness",
        "anonymous",
        "other",
    }
