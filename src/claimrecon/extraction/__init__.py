"""From the words of a text to drafts of claims.

::

    text        words, sentences, masks, the words of the language
    rules       what each number counts, who says it, when, where, and whether it is so
    draft       one figure read, with offsets and the rule that read it
    drafts      those of one text: shown, corrected, accepted as claims
    models      drafts from a language model, grounded and read again
    pipelines   drafts with the help of a spaCy pipeline
    quotes      whether the quote of a claim supports its figure

Layer 5, beside ``dossier``: claims leave here as plain mappings of the file format.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimrecon.extraction.draft import Draft, DraftDate, Mark, Stance, Tier
    from claimrecon.extraction.drafts import Drafts
    from claimrecon.extraction.extractors import Extractor
    from claimrecon.extraction.models import (
        Batch,
        LanguageModelExtractor,
        Refused,
        draft_schema,
        drafts_from_jsonl,
    )
    from claimrecon.extraction.pipelines import SpacyExtractor
    from claimrecon.extraction.quotes import QuoteCheck, Support, check_quotes
    from claimrecon.extraction.reader import read
    from claimrecon.extraction.refusals import (
        UnacceptableDraftError,
        UnknownDraftError,
        UnusableAnswerError,
    )
    from claimrecon.extraction.rules import RuleExtractor
else:
    from claimrecon import ondemand

    __getattr__, __dir__ = ondemand.on_demand(
        __name__,
        {
            "claimrecon.extraction.draft": ("Draft", "DraftDate", "Mark", "Stance", "Tier"),
            "claimrecon.extraction.drafts": ("Drafts",),
            "claimrecon.extraction.extractors": ("Extractor",),
            "claimrecon.extraction.models": (
                "Batch",
                "LanguageModelExtractor",
                "Refused",
                "draft_schema",
                "drafts_from_jsonl",
            ),
            "claimrecon.extraction.pipelines": ("SpacyExtractor",),
            "claimrecon.extraction.quotes": ("QuoteCheck", "Support", "check_quotes"),
            "claimrecon.extraction.reader": ("read",),
            "claimrecon.extraction.refusals": (
                "UnacceptableDraftError",
                "UnknownDraftError",
                "UnusableAnswerError",
            ),
            "claimrecon.extraction.rules": ("RuleExtractor",),
        },
    )

__all__ = [
    "Batch",
    "Draft",
    "DraftDate",
    "Drafts",
    "Extractor",
    "LanguageModelExtractor",
    "Mark",
    "QuoteCheck",
    "Refused",
    "RuleExtractor",
    "SpacyExtractor",
    "Stance",
    "Support",
    "Tier",
    "UnacceptableDraftError",
    "UnknownDraftError",
    "UnusableAnswerError",
    "check_quotes",
    "draft_schema",
    "drafts_from_jsonl",
    "read",
]
