"""A language model as a reader of texts; the user passes it in as a callable."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from claimrecon.extraction.draft import Draft
from claimrecon.extraction.models.answers import claims_in, parsed
from claimrecon.extraction.models.schema import draft_schema, prompt_for
from claimrecon.extraction.models.sorting import sorted_answers

Ask = Callable[[str, dict[str, Any]], str]
"""Takes a prompt and a JSON Schema, and returns the answer of a model."""


@dataclass(frozen=True, slots=True)
class LanguageModelExtractor:
    """Reads texts by a language model, and believes nothing that the text does not say.

    What grammar and rules do not bear out goes to the tier ``all`` with a doubt; what the text does
    not say at all is left out.

    Attributes
    ----------
    ask
        Takes a prompt and a JSON Schema, and returns the answer as text.

    Examples
    --------
    >>> def ask(prompt, schema):
    ...     return (
    ...         '{"claims": [{"quote": "12 people were killed.", "figure": "12", "low": 12,'
    ...         ' "high": 12, "best": 12, "measure": "killed", "population": "people",'
    ...         ' "place": null, "date": null, "speakers": [], "stance": "asserted"}]}'
    ...     )
    >>> LanguageModelExtractor(ask).extract("In Korun 12 people were killed.")[0].figure
    Mark(words='12', start=9, end=11)
    """

    ask: Ask

    def extract(self, text: str, *, published: date | None = None) -> tuple[Draft, ...]:
        """Ask the model about a text, and return what the text bears out.

        Raises
        ------
        UnusableAnswerError
            If the answer is no JSON with a list of claims.
        """
        claims = claims_in(parsed(self.ask(prompt_for(text), draft_schema())))
        return sorted_answers(claims, text, published).drafts
