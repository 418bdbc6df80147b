"""What reading costs grows with the length of a text, whatever stands in it."""

from time import process_time

import pytest

from claimrecon.extraction import read

HOSTILE = {
    "digits": "1234567890",
    "hyphens": "1-",
    "thin spaces": "1\u202f",
    "stops": "!?.",
    "hedges": "at least about ",
    "number words": "two hundred thousand ",
    "dates": "on 9 January 2022 to ",
    "brackets": "12 (",
    "prose": "At least 300 were killed. ",
    "ratios": "Their numbers halved. ",
    "retractions": "At least 300 were killed. The figure was later withdrawn. ",
    "quotes": '"300 killed" ',
    "clauses": "300 were killed, but ",
    "capitals": "Aa, 29, ",
    "letters": "a",
    "at signs": "a@a.",
}


def _cost(unit: str, size: int) -> float:
    text = (unit * (size // len(unit) + 1))[:size]
    start = process_time()
    read(text, published="2024-01-15", tier="all")
    return process_time() - start


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_four_times_the_text_costs_about_four_times_as_much(unit: str) -> None:
    """A quadratic pattern would cost sixteen times as much."""
    _cost(unit, 1_000)
    once, more = _cost(unit, 4_000), _cost(unit, 16_000)

    assert more < 10 * max(once, 0.01)
