"""What stands around a number in a running text: sentences, masks, names, ages, years, lists."""

import pytest

from claimrecon.quantities import find_counts


def _read(text: str, *masks: tuple[int, int]) -> list[str]:
    return [text[found.start : found.end] for found in find_counts(text, masks=masks)]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("300 killed. He left", "killed"),
        ("300 killed! he left", "killed"),
        ("300 killed? he left", "killed"),
        ("300 killed; he left", "killed"),
        ("300 killed… he left", "killed"),
        ("300 killed.", "killed"),
        ("300 killed\n\nin May", "killed"),
        ("300 killed \n \n in May", "killed"),
        ("\n\n300 killed\nin May", "killed\nin May"),
        ("300\n\nkilled", ""),
        # A full stop that ends no sentence.
        ("300 killed. he left", "killed. he left"),
        ("300 killed.He left", "killed.He left"),
    ],
)
def test_the_words_behind_a_number_end_with_the_sentence(text: str, rest: str) -> None:
    """Or with an empty line; a full stop ends it before a capital alone."""
    (found,) = find_counts(text)

    assert found.rest == rest


@pytest.mark.parametrize(
    ("mask", "read", "rest"),
    [
        ((0, 2), [], ""),
        ((0, 3), [], ""),
        ((2, 3), [], ""),
        ((2, 4), [], ""),
        ((3, 4), ["300"], "killed in May"),
        ((0, 0), ["300"], "killed in May"),
        ((4, 10), ["300"], ""),
        ((11, 12), ["300"], "killed"),
        ((14, 17), ["300"], "killed in"),
        ((14, 99), ["300"], "killed in"),
        ((16, 17), ["300"], "killed in"),
    ],
)
def test_a_mask_hides_the_words_that_it_touches(
    mask: tuple[int, int], read: list[str], rest: str
) -> None:
    """And ends what is said of the number before it."""
    text = "300 killed in May"

    found = find_counts(text, masks=[mask])

    assert [text[phrase.start : phrase.end] for phrase in found] == read
    assert [phrase.rest for phrase in found] == [rest] * len(read)


@pytest.mark.parametrize("mask", [(3, 5), (3, 6), (5, 6)])
def test_a_label_in_a_mask_names_no_number(mask: tuple[int, int]) -> None:
    """As in "9 January 300 men died", with the date masked."""
    assert _read("In No. 300 men died") == []
    assert _read("In No. 300 men died", mask) == ["300"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('killed "300" men', ["300"]),
        ("the toll:300 dead", ["300"]),
        ("(300 dead)", ["300"]),
        ("dead,300 of them", ["300"]),
        ("killed—300 of them", ["300"]),
        ("*300 dead", ["300"]),
        ("x-300 dead", []),
        ("12(300 dead)", []),
        ("12:300 dead", []),
        ('12"300 dead', []),
        ("at 10:30", []),
    ],
)
def test_a_sign_may_set_a_number_off(text: str, read: list[str]) -> None:
    """But for one between digits, or of the kind that joins."""
    assert _read(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("12-34-56-78-90-12-34 5 men", ["5"]),
        ("007 5 men", ["5"]),
        ("007,5 men", []),
        ("1,2345-5 men", []),
        ("1234567890-12345-12345 men", []),
    ],
)
def test_a_run_of_digits_and_signs_holds_no_number(text: str, read: list[str]) -> None:
    """What follows it may be one."""
    assert _read(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Rose from 96 to 118.", ["96", "118"]),
        ("Losses rose\nfrom 96 to 118.", ["96", "118"]),
        ("He left. He left again. It rose on Sunday from 96 to 118.", ["96", "118"]),
        ("Changed then, in just seven days, from 96 to 118.", ["96", "118"]),
        ("Changed by then, in just seven days, from 96 to 118.", ["from 96 to 118"]),
        ("It fell from between 5 and 10 men.", ["5", "10"]),
        # In another sentence, or too far away.
        ("Losses rose. From 96 to 118 were killed.", ["From 96 to 118"]),
        ("Losses rose\n\nFrom 96 to 118 were killed.", ["From 96 to 118"]),
        ("It rose in the long years of that war, from 96 to 118.", ["from 96 to 118"]),
    ],
)
def test_a_word_for_a_change_makes_two_figures_of_two_days(text: str, read: list[str]) -> None:
    """It stands in the same sentence, not far from "from"."""
    assert _read(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Ten were confirmed dead.", ["Ten"]),
        ("0 casualties were reported.", ["0"]),
        ("No casualties were reported.", []),
        ("Nobody was reported dead.", []),
        ("No men died, but 300 were reported missing.", ["No", "300"]),
        ("No men died. Reports said so.", ["No"]),
        ("No men died", ["No"]),
    ],
)
def test_no_casualties_reported_claims_nothing(text: str, read: list[str]) -> None:
    """Where it is said of them, in their sentence and before the next number."""
    assert _read(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Oleh Dmyt, 29, died.", []),
        ("Oleh Dmyt (29) died.", []),
        ("Oleh (29 died.", ["29"]),
        ("Oleh Dmyt, 29; he died.", []),
        ("Oleh Dmyt, 29.", []),
        ("Oleh Dmyt, 29", []),
        ("Oleh, 29, died.", []),
        ("Oleh Dmyt, 120.", []),
        ("Oleh Dmyt, 121.", ["121"]),
        ("the men, 29, died.", ["29"]),
        ("In Kursk, 29 died.", ["29"]),
        ("Oleh, about 29, died.", ["about 29"]),
        ("Oleh 29, died.", ["29"]),
        ("In 5, 29, died.", ["5", "29"]),
        (", 29.", ["29"]),
        ("29, he said, died.", ["29"]),
    ],
)
def test_a_number_behind_a_name_is_an_age(text: str, read: list[str]) -> None:
    """Between signs, and up to 120 years."""
    assert _read(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("On May 9 300 men died.", []),
        ("On May 9, 300 men died.", ["300"]),
        ("In May 31 were killed.", []),
        ("In May 32 were killed.", ["32"]),
        ("In May five were killed.", []),
        ("In May 12,500 were killed.", []),
        ("In May 44,500 were killed.", ["44,500"]),
        ("On June 5, five died.", ["five"]),
        ("June 30", []),
        ("sector 9", []),
        ("sector. 9", []),
        ("No. 9", []),
        ("sector about 9", ["about 9"]),
        ("hill from 5 to 6", ["from 5 to 6"]),
        ("They sat at 45.", []),
        ("Toll put at 45.", ["45"]),
        ("Toll at 45.", ["45"]),
        ("The toll of that very long and costly war is at 45.", []),
        ("1) They fled, 2) they hid.", []),
        ("They (300) fled.", ["300"]),
        ("300 ) fled.", ["300"]),
    ],
)
def test_a_number_may_be_a_name_or_a_day(text: str, read: list[str]) -> None:
    """By the word before it, or the bracket behind it."""
    assert _read(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("several of the reasons", ["several"]),
        ("several, they said", []),
        ("He lost several", ["several"]),
        ("At least several roads", ["At least several"]),
        ("many roads", []),
        ("Many soldiers fled.", ["Many"]),
        ("Many big old soldiers fled.", ["Many"]),
        ("Many very big old soldiers fled.", []),
        ("I saw the many. Soldiers fled.", ["many"]),
        ("Hundreds fled.", ["Hundreds"]),
        ("One of the men died.", []),
        ("one, soldiers said", []),
        ("One died.", []),
        ("At least one died.", ["At least one"]),
        ("One more soldier died.", ["One more"]),
        ("One big old soldier died.", ["One"]),
        ("A soldier of them died.", ["A"]),
        ("million people fled", []),
        ("another million people fled", ["million"]),
        ("A thousand people fled.", ["A thousand"]),
        ("first half of them died", []),
        ("A half of them died.", ["A half"]),
        ("Its latter quarter of them", []),
        ("hundreds of tanks burned", []),
        ("20% tanks", ["20%"]),
        ("300 died, not 5", ["300", "5"]),
        ("from 300, 5 hurt", ["300", "5"]),
        ("at least 20-odd, 5 hurt", ["5"]),
        ("300-odd men, 5 hurt", ["300-odd", "5"]),
    ],
)
def test_a_word_for_a_number_needs_what_it_counts(text: str, read: list[str]) -> None:
    """A vague word or "one" has its persons near; a bare scale is no number."""
    assert _read(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1799 fled", ["1799"]),
        ("1800 fled", []),
        ("2100 fled", []),
        ("2101 fled", ["2101"]),
        ("2,014 fled", ["2,014"]),
        ("1800 people fled", ["1800"]),
        ("1800 were killed", ["1800"]),
        ("toll 2014", ["2014"]),
        ("only 2014", []),
        ("including 1999", []),
        ("including 2014 soldiers", ["2014"]),
        ("about 2014 fled", ["about 2014"]),
        ("Between 1995 and 1998 he left.", []),
        ("Between 1995 and 1998 soldiers left.", ["Between 1995 and 1998"]),
        ("In 2014 soldiers left.", []),
    ],
)
def test_four_digits_may_be_a_year(text: str, read: list[str]) -> None:
    """From 1800 to 2100, where nothing says that persons are counted."""
    assert _read(text) == read
