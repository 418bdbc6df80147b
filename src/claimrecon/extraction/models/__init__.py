"""Drafts from a language model: asked here or elsewhere, grounded in the text, read again."""

from claimrecon.extraction.models.batch import Batch, Refused, drafts_from_jsonl
from claimrecon.extraction.models.extractor import LanguageModelExtractor
from claimrecon.extraction.models.schema import draft_schema

__all__ = ["Batch", "LanguageModelExtractor", "Refused", "draft_schema", "drafts_from_jsonl"]
