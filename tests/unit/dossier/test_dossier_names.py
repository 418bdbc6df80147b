import pytest

from claimrecon.dossier.names import near, nearest, slug, suggestion

SLIPS = [
    ("Kursk oblast", "Kursk Oblast"),
    ("Kursk  Oblast", "Kursk Oblast"),
    ("Kursk-Oblast", "Kursk Oblast"),
    ("nsi", "nis"),
    ("N.I.S.", "NIS"),
    ("Civilian", "Civilians"),
    ("Sokoto", "Sokotó"),
    ("Ministry of Heatlh", "Ministry of Health"),
    ("Residants", "Residents"),
]
DIFFERENT = [
    ("Syria", "Syria, government areas"),
    ("Northern Gaza", "Southern Gaza"),
    ("North Korea", "South Korea"),
    ("Eastern Ghouta", "Western Ghouta"),
    ("BBC", "NBC"),
    ("us", "un"),
    ("Gambia", "Zambia"),
    ("Iran", "Iraq"),
    ("Slovakia", "Slovenia"),
    ("Women", "Men"),
    ("Week 1", "Week 2"),
    ("Week 11", "Week 12"),
    ("same", "same"),
    ("", "!"),
]


@pytest.mark.parametrize(("one", "other"), SLIPS)
def test_a_slip_of_the_pen_is_near(one: str, other: str) -> None:
    """One letter, case, accents, spaces and punctuation are slips, whichever comes first."""
    assert near(one, other)
    assert near(other, one)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_another_name_is_not_near(one: str, other: str) -> None:
    """Names that differ in what they say are never taken for one another."""
    assert not near(one, other)
    assert not near(other, one)


def test_the_nearest_name_is_the_first_that_is_near() -> None:
    """The order of the file decides, not the alphabet."""
    assert nearest("nsi", ["isw", "nis", "nis."]) == "nis"
    assert nearest("nsi", ["isw"]) is None


def test_a_word_of_a_closed_list_is_suggested_or_nothing_is() -> None:
    """Far-off words get no suggestion."""
    assert suggestion("Kiled", ["killed", "wounded"]) == " Did you mean 'killed'?"
    assert suggestion("zebra", ["killed", "wounded"]) == ""


def test_a_slug_is_short_and_plain() -> None:
    """Ids made from names hold lower-case words and hyphens only."""
    assert (
        slug("Gesellschaft für bedrohte Völker e. V., Göttingen")
        == "gesellschaft-fur-bedrohte-volker"
    )
