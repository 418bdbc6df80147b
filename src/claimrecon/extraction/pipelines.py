"""A spaCy pipeline as a help to the rules; the user passes in a pipeline of their own."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from claimrecon.extraction.draft import Draft


class Pipeline(Protocol):
    """What is used of a spaCy pipeline: called with a text, it gives a parsed document."""

    def __call__(self, text: str) -> Any:
        """Return a document of tokens with heads, dependencies and entities."""
        ...


@dataclass(frozen=True, slots=True)
class SpacyExtractor:
    """Reads texts by the rules, and by the parse of a spaCy pipeline where no rule fits.

    Figures, measures and stances stay those of the rules. The parse adds figures that no rule
    links, in the tier ``all``, and the named places of the text where the rules found none.

    Attributes
    ----------
    pipeline
        A loaded pipeline, such as ``spacy.load("en_core_web_sm")``, with a parser; entities help.
    """

    pipeline: Pipeline

    def extract(self, text: str, *, published: date | None = None) -> tuple[Draft, ...]:
        """Return the drafts of a text, of both tiers, in the order of the text."""
        # Most runs of the library read no text: rules and words load with the first one.
        from claimrecon.extraction.parses import drafts_with  # noqa: PLC0415

        return drafts_with(self.pipeline(text), text, published)
