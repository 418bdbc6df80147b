"""The adapter for spaCy, on parses made by hand in the form that spaCy gives them."""

import re
from dataclasses import dataclass, field
from typing import Any

import claimrecon as cr
from claimrecon.extraction import SpacyExtractor, Tier


@dataclass
class _Token:
    text: str
    idx: int
    dep_: str = "dep"
    head: Any = None


@dataclass
class _Entity:
    label_: str
    start_char: int
    end_char: int


@dataclass
class _Document:
    tokens: list[_Token]
    ents: list[_Entity] = field(default_factory=list)

    def __iter__(self) -> Any:
        return iter(self.tokens)


def _pipeline(
    arcs: dict[str, tuple[str, str]], places: dict[str, str] | None = None
) -> SpacyExtractor:
    """Build a pipeline that gives each word its arc (head, dependency) and each name its label."""

    def parse(text: str) -> _Document:
        words = [_Token(found.group(), found.start()) for found in re.finditer(r"[\w']+", text)]
        for word in words:
            head, word.dep_ = arcs.get(word.text, (word.text, "dep"))
            word.head = next((other for other in words if other.text == head), word)
        entities = [
            _Entity(label, text.index(name), text.index(name) + len(name))
            for name, label in (places or {}).items()
            if name in text
        ]
        return _Document(words, entities)

    return SpacyExtractor(parse)


ARCS = {
    "14": ("zorvaks", "nummod"),
    "zorvaks": ("killed", "nsubjpass"),
    "43": ("attacks", "nummod"),
    "attacks": ("reported", "nsubjpass"),
}
TEXT = "Of the herd, as everybody in Korun knows, 14 grey zorvaks had in that raid been killed."


def test_the_parse_adds_what_no_rule_links() -> None:
    """In the tier of those to look at, and with the reason."""
    plain = cr.read(TEXT, tier="all")
    helped = cr.read(TEXT, tier="all", extractor=_pipeline(ARCS))

    assert len(plain) == 0
    assert [(draft.figure.words, draft.measure, draft.rule) for draft in helped] == [
        ("14", ("killed",), "parse")
    ]
    assert helped[0].tier is Tier.ALL
    assert helped[0].doubts


def test_the_rules_keep_what_they_read() -> None:
    """Figures, measures and stances; ids stay in the order of the text."""
    text = f"{TEXT} The mayor denied that 12 people had been killed, including 3 children."
    drafts = cr.read(text, tier="all", extractor=_pipeline(ARCS))

    assert [draft.id for draft in drafts] == ["d1", "d2", "d3"]
    assert [str(draft.stance) for draft in drafts] == ["asserted", "denied", "denied"]
    assert drafts[2].subset_of == "d2"


def test_what_depends_on_no_verb_of_harm_stays_out() -> None:
    """Attacks are reported, and nobody is harmed by that."""
    assert len(cr.read("43 attacks were reported.", tier="all", extractor=_pipeline(ARCS))) == 0


def test_the_one_named_place_of_a_sentence_is_taken() -> None:
    """Where the rules found none; of two, neither."""
    text = "The Korun blast killed 12 people."
    one = cr.read(text, extractor=_pipeline({}, {"Korun": "GPE"}))
    two = cr.read(
        text.replace("blast", "and Lenz blasts"),
        extractor=_pipeline({}, {"Korun": "GPE", "Lenz": "GPE"}),
    )

    assert str(one[0].place) == "Korun"
    assert two[0].place is None


def test_an_empty_document_changes_nothing() -> None:
    """As a pipeline without a parser gives it."""
    text = "The blast killed 12 people."

    assert cr.read(text, extractor=_pipeline({})).drafts == cr.read(text).drafts
