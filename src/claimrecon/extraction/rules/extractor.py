"""The built-in reader: rules over words, without a model."""

from dataclasses import dataclass
from datetime import date

from claimrecon.extraction.draft import Draft


@dataclass(frozen=True, slots=True)
class RuleExtractor:
    """Reads texts by the rules of this library.

    Examples
    --------
    >>> text = "At least 300 soldiers were killed near Korun on 9 January, the mayor said."
    >>> draft = RuleExtractor().extract(text, published=date(2025, 1, 13))[0]
    >>> draft.measure, draft.figure.words, str(draft.place), str(draft.speakers[0])
    (('killed',), 'At least 300', 'Korun', 'mayor')
    """

    def extract(self, text: str, *, published: date | None = None) -> tuple[Draft, ...]:
        """Return the drafts of a text, of both tiers, in the order of the text."""
        # Most runs of the library read no text: rules and words load with the first one.
        from claimrecon.extraction.rules.reading import drafts_in  # noqa: PLC0415

        return drafts_in(text, published)
