"""The numbers of one text together: bounds that go on, and where the words behind end."""

import pytest

from claimrecon.quantities import find_counts


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        *((f"at least 12 dead {joint} 30 wounded", [False, True])
          for joint in ("and", ",", "&", "plus", "or", "with", ", and")),
        ("at least 12 dead\nand 30 wounded", [False, True]),
        ("at least 12 dead\n\nand 30 wounded", [False, False]),
        ("at least 12 dead,\n\n30 wounded", [False, False]),
        ("at least 12 dead. and 30 wounded", [False, False]),
        ("at least 12 dead 30 wounded", [False, False]),
        ("at least 12, 30 wounded", [False, False]),
        ("at least 12 roads and 30 wounded", [False, False]),
        ("at least 12 of the men of the hill dead, 30 hurt", [False, True]),
        ("at least 12 of the old men of the hill dead, 30 hurt", [False, False]),
        ("fewer than 12 dead and 30 wounded", [False, True]),
        ("only 12+ dead and 30 wounded", [False, False]),
        ("12 or more dead and 30 wounded", [False, False]),
        ("between 12 and 15 dead and 30 wounded", [False, False]),
        ("at least half dead and 30 wounded", [False, False]),
        ("at least 12 killed and 5 or 6 missing", [False, False]),
        ("at least 12 killed and about 6 missing", [False, False]),
        ("at least 12 killed and a third wounded", [False, False]),
        ("at least 12 killed and 30 fewer wounded", [False, False]),
        ("at least 12 killed and including 3 wounded", [False, False]),
        ("at least 12 killed and another 30 wounded", [False, False]),
        ("12 dead, at least 30 wounded and 5 missing", [False, False, True]),
        ("at least 12 dead and 30 wounded and 5 missing", [False, True, True]),
    ],
)  # fmt: skip
def test_a_bound_is_carried_through_a_list_of_persons(text: str, carried: list[bool]) -> None:
    """From one that was said in front of its number, to bare numbers, in one sentence."""
    assert [found.carried for found in find_counts(text)] == carried


def test_words_far_behind_a_number_are_not_read() -> None:
    """Forty words from where its phrase starts."""
    text = "300 " + " ".join(f"w{chr(97 + at % 26)}" for at in range(60))

    (found,) = find_counts(text)

    assert len(found.rest.split()) == 39
