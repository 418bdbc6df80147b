import pytest

from claimrecon.sources import Source, line_of_speech, origin_of

ARMY = Source("army", "The army", aliases=("Armed forces", "army"))
SPOKESMAN = Source("spokesman", "Army spokesman", speaks_for="press office")
OFFICE = Source("press office", "press office", speaks_for="army")
SOURCES = {source.key: source for source in (ARMY, SPOKESMAN, OFFICE)}


def test_the_origin_stands_at_the_end_of_the_line() -> None:
    """Who speaks for somebody who speaks for somebody speaks for the last."""
    origins = [origin_of(SOURCES, key) for key in SOURCES]

    assert origins == ["army", "army", "army"]


def test_a_source_nobody_described_speaks_for_itself() -> None:
    """A key without an entry is its own origin."""
    origin = origin_of(SOURCES, "a witness")

    assert origin == "a witness"


def test_sources_that_speak_for_one_another_have_no_origin() -> None:
    """A circle is refused and shown."""
    circle = {"a": Source("a", "a", speaks_for="b"), "b": Source("b", "b", speaks_for="a")}

    with pytest.raises(ValueError, match="in a circle: a > b > a"):
        origin_of(circle, "a")


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
