"""Laws of the numbers of a running text."""

from hypothesis import given
from hypothesis import strategies as st

from claimrecon.quantities import UnreadableCountError, find_counts, parse_count

pieces = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "at least", "about", "up to", "between", "and", "from", "to", "a", "half", "third",
                "million", "thousand", "hundred", "dozens", "several", "%", "-", ",", "(", ")",
                "300", "1,200", "4.500", "0", "2022", "two", "twenty", "no", "not", "more", "than",
                "per", "day", "killed", "wounded", "people", "±", "rose", "another", "including",
                "of", "the", "in", "January", "½", "٣٠٠", "\u00a0", "\u202e", "\u200b", ".", ";",
                "9" * 40, "12\u202f500", "$", "Battalion", "one", "families", "were", "\n\n",
            ]
        ),
        st.text(max_size=4),
    ),
    max_size=16,
).flatmap(lambda parts: st.sampled_from([" ".join(parts), "".join(parts)]))  # fmt: skip


@given(pieces)
def test_offsets_cut_out_what_was_read(text: str) -> None:
    """In the order of the text, without overlaps, and nothing is ever raised."""
    end = 0
    for found in find_counts(text):
        cut = text[found.start : found.end]

        assert end <= found.start < found.end <= len(text)
        assert cut == cut.strip() != ""
        end = found.end


@given(pieces)
def test_what_was_read_parses_alone_to_the_same(text: str) -> None:
    """Unless its bound was carried over, or its words need what stands behind them."""
    for found in find_counts(text):
        try:
            alone = parse_count(text[found.start : found.end])
        except UnreadableCountError:
            continue

        if not found.carried and found.relation is alone.relation:
            numbers = (found.comparator, found.low, found.high, found.best)
            assert numbers == (alone.comparator, alone.low, alone.high, alone.best)


@given(pieces, st.integers(0, 60), st.integers(0, 20))
def test_a_mask_hides_its_numbers(text: str, start: int, length: int) -> None:
    """Whatever is masked, no phrase touches it."""
    for found in find_counts(text, masks=[(start, start + length)]):
        assert found.end <= start or found.start >= start + length or not length
