"""The rules: what each number of a sentence counts, who says it, when, where, and whether."""

from claimrecon.extraction.rules.extractor import RuleExtractor

__all__ = ["RuleExtractor"]
