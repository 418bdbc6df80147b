"""The first step: what the words of a figure entail, with offsets; nothing is widened."""

from claimrecon.quantities.parsing.parse import parse_count
from claimrecon.quantities.parsing.running import find_counts

__all__ = ["find_counts", "parse_count"]
