from claimrecon.sources import Source, line_of_speech

ARMY = Source("army", "The army", aliases=("Armed forces", "army"))
SPOKESMAN = Source("spokesman", "Army spokesman", speaks_for="press office")
OFFICE = Source("press office", "press office", speaks_for="army")
SOURCES = {source.key: source for source in (ARMY, SPOKESMAN, OFFICE)}


def test_the_line_of_speech_ends_with_the_origin() -> None:
    """Who speaks for somebody who speaks for somebody speaks for the last (§9)."""
    lines = [line_of_speech(SOURCES, key) for key in SOURCES]

    assert lines == [("army",), ("spokesman", "press office", "army"), ("press office", "army")]


def test_a_source_nobody_described_speaks_for_itself() -> None:
    """A key without an entry is its own origin."""
    assert line_of_speech(SOURCES, "a witness") == ("a witness",)


def test_a_line_of_speech_ends_where_a_circle_closes() -> None:
    """A line into a circle that it is no part of still ends."""
    sources = {
        "x": Source("x", "x", speaks_for="a"),
        "a": Source("a", "a", speaks_for="b"),
        "b": Source("b", "b", speaks_for="a"),
    }

    assert line_of_speech(sources, "x") == ("x", "a", "b", "a")


def test_the_names_of_a_source_stand_once_each() -> None:
    """Key, name and aliases, the key first."""
    assert ARMY.names == ("army", "The army", "Armed forces")
