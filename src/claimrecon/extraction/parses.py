"""What the parse of a spaCy pipeline adds to the rules: figures no rule links, and places."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from claimrecon.extraction.draft import Draft, Mark, Tier, mark
from claimrecon.extraction.rules.reading import drafts_in
from claimrecon.extraction.text.lexicon import Form, english
from claimrecon.extraction.text.masks import masks_in
from claimrecon.extraction.text.words import sentence_spans, words_of
from claimrecon.periods import find_dates
from claimrecon.quantities import Comparator, CountPhrase, find_counts

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_PASSIVE = frozenset({"nsubjpass", "nsubj:pass"})
_OBJECT = frozenset({"dobj", "obj"})
_SUBJECT = frozenset({"nsubj"})
_FORMS = {
    **dict.fromkeys(_PASSIVE, (Form.PARTICIPLE,)),
    **dict.fromkeys(_OBJECT, (Form.ACTIVE, Form.PARTICIPLE)),
    **dict.fromkeys(_SUBJECT, (Form.OWN,)),
}


def drafts_with(document: Any, text: str, published: date | None) -> tuple[Draft, ...]:
    """Return the drafts of a text and of its parse, in the order of the text."""
    ruled = drafts_in(text, published)
    added = _parsed(text, document, ruled, published)
    named = (_placed(draft, text, document) for draft in (*ruled, *added))
    return _renamed(sorted(named, key=lambda draft: draft.start))


def _parsed(
    text: str, document: Any, ruled: Iterable[Draft], published: date | None
) -> Iterator[Draft]:
    """Yield the figures that the parse links to a verb of harm and no rule does."""
    known = [(draft.start, draft.end) for draft in ruled]
    whens = ((when.start, when.end) for when in find_dates(text, published))
    sentences = tuple(sentence_spans(text))
    for phrase in find_counts(text, masks=sorted([*masks_in(text), *whens])):
        if any(start < phrase.end and phrase.start < end for start, end in known):
            continue
        measure = _measure(document, phrase)
        if measure is None or phrase.comparator is Comparator.NONE or phrase.is_ratio:
            continue
        around = next(span for span in sentences if span[0] <= phrase.start < span[1])
        yield Draft(
            id="",
            figure=mark(text, phrase.start, phrase.end),
            phrase=phrase,
            measure=(measure,),
            rule="parse",
            quote=mark(text, *around),
            tier=Tier.ALL,
            doubts=("only the parse links it to a measure; nothing was read of its stance",),
        )


def _measure(document: Any, phrase: CountPhrase) -> str | None:
    """Go from the number to its noun, and from there to the verb it depends on."""
    for token in document:
        if not phrase.start <= token.idx < phrase.end or token.dep_ != "nummod":
            continue
        noun = token.head
        forms = _FORMS.get(noun.dep_)
        if forms is None:
            return None
        verb = words_of(noun.head.text)
        for form in forms:
            found = english().harm[form].at(verb, 0)
            if found is not None and found[1] == len(verb):
                return "deaths_unspecified" if found[0] == "died" else found[0]
    return None


def _placed(draft: Draft, text: str, document: Any) -> Draft:
    """Give a draft the one named place of its sentence, where the rules found none."""
    if draft.place is not None:
        return draft
    found: list[Mark] = [
        mark(text, entity.start_char, entity.end_char)
        for entity in document.ents
        if entity.label_ in _PLACES
        and draft.quote.start <= entity.start_char < draft.quote.end
        and not any(speaker.start <= entity.start_char < speaker.end for speaker in draft.speakers)
    ]
    return replace(draft, place=found[0]) if len(found) == 1 else draft


def _renamed(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    ordered = tuple(drafts)
    names = {draft.id: f"d{n}" for n, draft in enumerate(ordered, start=1) if draft.id}
    return tuple(
        replace(
            draft,
            id=f"d{n}",
            subset_of=names.get(draft.subset_of or ""),
            ratio_of=names.get(draft.ratio_of or ""),
        )
        for n, draft in enumerate(ordered, start=1)
    )
