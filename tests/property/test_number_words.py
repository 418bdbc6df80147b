"""Numbers in words, against text2num."""

from hypothesis import given
from hypothesis import strategies as st

from claimrecon.quantities import parse_count

text_to_num = __import__("text_to_num")

UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


@st.composite
def number_words(draw: st.DrawFn) -> str:
    """Write a number in words, with and without "and" and hyphens."""
    joint, mark = draw(st.sampled_from((" and ", " "))), draw(st.sampled_from(("-", " ")))

    def below_hundred(number: int) -> str:
        if number < 20:
            return UNITS[number]
        rest = number % 10
        return TENS[number // 10 - 2] + (f"{mark}{UNITS[rest]}" if rest else "")

    def below_thousand(number: int) -> str:
        if number < 100:
            return below_hundred(number)
        rest = number % 100
        return f"{UNITS[number // 100]} hundred" + (joint + below_hundred(rest) if rest else "")

    groups = [(draw(st.integers(0, 999)), name) for name in (" million", " thousand", "")]
    words = [below_thousand(group) + name for group, name in groups if group]
    return " ".join(words) or "zero"


@given(number_words())
def test_numbers_in_words_are_what_text2num_reads(words: str) -> None:
    """Two readers that know nothing of each other agree."""
    assert parse_count(words).best == text_to_num.text2num(words, "en")
