"""Laws of reading texts: whatever stands in them, offsets hold and only refusals are raised."""

from datetime import date

from depth import examples
from hypothesis import given
from hypothesis import strategies as st

from claimrecon.extraction import Drafts, read
from claimrecon.extraction.text.masks import masks_in
from claimrecon.extraction.text.words import sentence_spans, words_of
from claimrecon.periods import UnreadableDateError, find_dates, parse_when

WORDS = (
    *("At least", "about", "300", "1,200", "4.500", "two", "dozens", "no", "a third", "½", "٣٠٠"),
    *("9" * 40, "12\u202f500", "people", "soldiers", "children", "Korun", "Oleh", "Dmyt", "U.S."),
    *("were", "was", "killed", "wounded", "dead", "missing", "died", "lost", "captured", "halved"),
    *("toll", "rose to", "from", "including", "and", "or", "of", "the", "them", "another", "more"),
    *("said", "says", "citing", "according to", "told", "Reuters", "mayor", "he", "denied", "that"),
    *("not", "if", "could", "feared", "false", "will", "on Sunday", "9 January", "since May", "in"),
    *("a day earlier", "per day", "in 2022", "last", "week", "next", "year", "first", "between"),
    *(",", ".", ";", ":", "-", "–", "(", ")", '"', "“", "”", "'s", "\n\n", "\n- ", "\u00a0", "%"),
    *("\u202e", "\u200b", "\ufeff", "No.", "$5", "03:30", "age 5", "810th", "T-72", "http://a.b"),
)  # fmt: skip
pieces = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=3)), max_size=24).flatmap(
    lambda parts: st.sampled_from([" ".join(parts), "".join(parts)])
)
days = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max]))


def _held(text: str, drafts: Drafts) -> None:
    for draft in drafts:
        marks = [draft.figure, draft.quote, draft.population, draft.place, *draft.speakers]
        marks.append(None if draft.date is None else draft.date.mark)
        for mark in marks:
            if mark is not None:
                assert text[mark.start : mark.end] == mark.words != ""
        assert draft.quote.start <= draft.figure.start < draft.figure.end <= draft.quote.end
        assert draft.figure.words == draft.figure.words.strip()


@given(pieces, days)
def test_offsets_cut_out_what_was_read(text: str, published: date | None) -> None:
    """Of figures, quotes, names, places and dates; and nothing is ever raised."""
    drafts = read(text, published=published, tier="all")

    _held(text, drafts)
    assert len({draft.id for draft in drafts}) == len(drafts)


@given(pieces, days)
def test_the_tiers_part_the_drafts(text: str, published: date | None) -> None:
    """The sure ones are some of all, in the same order."""
    everything = read(text, published=published, tier="all")
    sure = read(text, published=published)

    assert [draft.id for draft in sure.with_all()] == [draft.id for draft in everything]


@given(pieces)
@examples(50)
def test_drafts_can_always_be_shown(text: str) -> None:
    """As text, as HTML without the text's own marks, as plain values."""
    drafts = read(text, published="2024-01-15", tier="all")

    assert str(drafts)
    assert "<script" not in drafts._repr_html_().lower()
    assert drafts.to_dict()["drafts"] == [*drafts.to_dict()["drafts"]]


@given(pieces)
def test_words_sentences_and_masks_lie_in_the_text(text: str) -> None:
    """In their order, and none is empty."""
    for word in words_of(text):
        assert text[word.start : word.end] == word.written != ""
    end = 0
    for start, stop in sentence_spans(text):
        assert end <= start < stop <= len(text)
        end = stop
    for start, stop in masks_in(text):
        assert 0 <= start < stop <= len(text)


@given(pieces, days)
def test_dates_lie_in_the_text_and_run_forward(text: str, published: date | None) -> None:
    """Without overlaps, on the day before time ends too."""
    end = 0
    for when in find_dates(text, published):
        assert end <= when.start < when.end <= len(text)
        if when.first is not None and when.last is not None:
            assert when.first <= when.last
        end = when.end


@given(pieces, days)
def test_a_date_phrase_is_read_or_refused(text: str, published: date | None) -> None:
    """With the one documented refusal and its subclasses."""
    try:
        when = parse_when(text, published=published)
    except UnreadableDateError:
        return

    assert when.is_resolved
