"""The first step: what the words of a figure entail, with offsets; nothing is widened."""

from claimrecon.quantities.parsing.parse import parse_count

__all__ = ["parse_count"]
